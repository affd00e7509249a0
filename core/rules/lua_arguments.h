// What the functions for places ask of their arguments, and how they say in Chinese which one is missing or
// wrong. All of these raise Lua errors: no object with a destructor may live in their callers.
//
// Nothing known: last year's value where there is no last year, or where it lacks the part. Every path of it
// leads to nothing known again, what is computed with it is nothing known, and what prints it raises.
#pragma once

#include <cstdint>
#include <lua.hpp>

namespace nianbao {

// The argument of a function, as the message calls it: {"share", 2, "总数"}.
struct Argument {
  const char* function;
  int index;
  const char* what;
};

lua_Integer require_count(lua_State* lua, const Argument& argument);
// As the value at the top of the stack, which is no argument: an item of a list.
lua_Integer require_count_on_top(lua_State* lua, const Argument& argument);
// A whole number from `least` to `most`; `otherwise` where it is not given.
struct Limits {
  lua_Integer least, most, otherwise;
};
lua_Integer optional_integer(lua_State* lua, const Argument& argument, const Limits& limits);
const char* require_text(lua_State* lua, const Argument& argument);
// The one argument of a function of dates; a date without quotes is a subtraction in Lua.
const char* require_date_text(lua_State* lua, const char* function);
// Raises what is wrong with the argument: it is missing, nothing known, a group, a fraction, or another type.
[[noreturn]] void refuse_argument(lua_State* lua, const Argument& argument, const char* wanted);

void open_nothing(lua_State* lua);  // once per interpreter
// In the place of the value on top of the stack: nothing known, of its shape. Names that this shape lacks
// still raise.
void wrap_nothing(lua_State* lua);
bool is_nothing(lua_State* lua, int index);

}  // namespace nianbao
