// The document as a section writes it: `doc`. Sections say what stands in the report, never how it looks.
#pragma once

#include <lua.hpp>

namespace nianbao {

// Pushes doc:
//   doc:title(text)                 the title of the report (section "title" only)
//   doc:heading(level, text)        1 一、 2 （一） 3 1. 4 （1）
//   doc:paragraph(content)          a text, or a list of texts and { text=, strong=, emphasis=, link= }
//   doc:item(marker, content)       a list item
//   doc:note(content)               small, under a table
//   doc:signature(text)             落款
//   doc:official_table(2 | 3 | 4)
//   doc:page_break()
//   doc:text(section, options)      what the compiler wrote for the section; false when nothing.
//   options.title: a
//                                   leading heading that says the same is dropped; options.level: its highest
//                                   heading goes no higher than this
void push_document(lua_State* lua);

}  // namespace nianbao
