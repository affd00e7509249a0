// What a pack may use of Lua: an allowlist, with guards where the stock function could run long, print an
// address, see the clock or a hash order, or reach outside the pack.
#pragma once

#include <lua.hpp>

namespace nianbao {

// Pushes the table of the sandbox's globals: the allowed base functions and the frozen libraries string,
// table, math, utf8. The host adds its own to it. Once per interpreter.
void push_sandbox(lua_State* lua);

// Pushes the text of any value; never an address.
void push_text_of(lua_State* lua, int index);

// Puts the stock functions of the library on top into the table below it, behind a charge by the length of
// their text argument; pops the library only where `allow_stock` does.
void allow_charged(lua_State* lua, const char* const* names);
// The same where the first argument need not be a text.
void charge_texts(lua_State* lua, const char* const* names);

// Tables of functions, one per library, filled by the sandbox's parts.
void set_base_functions(lua_State* lua);   // into the table on top
void push_string_library(lua_State* lua);  // not yet frozen
void push_table_library(lua_State* lua);

// The stock function `name` of the stock library on top of the stack goes, as it is, into the table below it.
void allow_stock(lua_State* lua, const char* const* names);

}  // namespace nianbao
