// The document as a section writes it: `doc`. Sections say what stands in the report, never how it looks.
#pragma once

#include <cstddef>
#include <lua.hpp>
#include <string_view>

#include "rules/pack_runtime.h"

namespace nianbao {

// Pushes doc; document_api() in rules/api.h says what its functions do.
void push_document(lua_State* lua);

// For the functions of doc. The run of a section; raises outside of one.
RuleRun& document_run(lua_State* lua);
// A text; raises when it is no valid UTF-8. It stays valid while its value stands on the stack.
std::string_view document_text(lua_State* lua, int index);
// What goes into the document leaves Lua's memory: a block and its text cost steps and count as handed over,
// so that no loop fills the host's.
void charge_block(lua_State* lua, std::size_t bytes);

}  // namespace nianbao
