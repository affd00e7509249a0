// The document as a section writes it: `doc`. Sections say what stands in the report, never how it looks.
#pragma once

#include <cstddef>
#include <lua.hpp>
#include <string_view>

#include "rules/pack_runtime.h"

namespace nianbao {

// Pushes doc:
//   doc:title(text)                 the title of the report (section "title" only)
//   doc:heading(level, text)        1 一、 2 （一） 3 1. 4 （1）
//   doc:paragraph(content)          a text, or a list of texts and { text=, strong=, emphasis=, link= }
//   doc:item(marker, content)       a list item
//   doc:note(content)               small, under a table
//   doc:attachments{ name, … }       附件说明, numbered where there are several; a second list continues the
//   first doc:annex(name)                 附件2　name on a new page, by its number there; false when it is
//   not named doc:signature(text)             落款 doc:official_table(2 | 3 | 4) doc:table { … },
//   doc:chart(name)   see lua_document_table.h doc:page_break() doc:text(section, options)      what the
//   compiler wrote for the section; false when nothing. options.title: a
//                                   leading heading that says the same is dropped; options.level: its highest
//                                   heading goes no higher than this
void push_document(lua_State* lua);

// For the functions of doc. The run of a section; raises outside of one.
RuleRun& document_run(lua_State* lua);
// A text; raises when it is no valid UTF-8. It stays valid while its value stands on the stack.
std::string_view document_text(lua_State* lua, int index);
// What goes into the document leaves Lua's memory: a block and its text cost steps and count as handed over,
// so that no loop fills the host's.
void charge_block(lua_State* lua, std::size_t bytes);

}  // namespace nianbao
