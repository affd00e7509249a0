// Arguments given as one table: name{ field = value, … }. A field that nobody knows and one that is missing
// are told with what could be written in its place.
//
// All of these raise Lua errors: no object with a destructor may live in their callers.
#pragma once

#include <lua.hpp>

namespace nianbao {

// Raises an error for a field that is not in `known`, with all that are.
void check_fields(lua_State* lua, int index, const char* const* known, const char* function);
// Pushes the text field and returns it; raises when it is no text, not valid UTF-8, or needed and absent. The
// text lives as long as it stays on the stack; absent gives "".
const char* push_text_field(lua_State* lua, int index, const char* key, bool needed);
// Pushes "甲、乙、丙", `first` (may be null) in front.
void push_choices(lua_State* lua, const char* const* names, const char* first);
// The value of the field is none of the names: all of them, with the one that it resembles.
void refuse_choice(lua_State* lua, const char* key, const char* const* names, const char* found);

}  // namespace nianbao
