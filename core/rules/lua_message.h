// Lua's own English error messages, said in Chinese for the author of a pack.
#pragma once

#include <lua.hpp>
#include <string>
#include <string_view>

namespace nianbao {

// "checks.lua:12: attempt to call a nil value (global 'foo')" -> "要调用的“foo”是 nil，不是函数". What is not
// known is quoted as it stands. `line` (may be null) receives the line the message names.
std::string translate_lua_message(std::string_view message, int* line = nullptr);

// What pcall hands to a pack: "laiwu/checks.lua:12: " as it stands, and Lua's own sentence behind it in
// Chinese. Writes at most `size` bytes to `out` and returns how many; 0 where the words are somebody else's.
std::size_t translate_caught_message(std::string_view message, char* out, std::size_t size);

// The same for the error value at `index`, which may be no text at all. Runs no Lua.
std::string describe_error_value(lua_State* lua, int index, int* line = nullptr);

// The type of a value for messages: 文字, 表, 没有给值.
const char* chinese_type(lua_State* lua, int index);

}  // namespace nianbao
