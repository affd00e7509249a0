// What a pack declared as a table of plain values, copied out of Lua after the pack's file has run, so that
// it can be read by ordinary code. Never call this from a function that Lua calls.
#pragma once

#include <cstdint>
#include <lua.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nianbao {

struct LuaTree {
  enum class Kind { flag, number, text, table, other };
  Kind kind = Kind::other;  // other: what cannot be declared, and text that is no UTF-8
  bool flag = false;
  std::int64_t number = 0;
  std::string text;
  std::vector<LuaTree> list;              // [1], [2] … up to the first hole
  std::map<std::string, LuaTree> fields;  // text keys
};

// The value at `index`. Tables deeper or larger than anybody writes are `other`.
LuaTree copy_lua_value(lua_State* lua, int index);

}  // namespace nianbao
