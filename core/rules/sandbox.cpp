#include "rules/sandbox.h"

#include <cstdint>

#include "rules/frozen.h"

namespace nianbao {

namespace {

constexpr const char* kBase[] = {"assert", "error",  "getmetatable", "ipairs", "rawget",
                                 "rawlen", "rawset", "select",       "type",   nullptr};
constexpr const char* kBaseTexts[] = {"rawequal", "tonumber", nullptr};
// Without random and randomseed: the same input gives the same bytes.
constexpr const char* kMath[] = {"abs", "acos",       "asin", "atan", "ceil", "cos", "deg",
                                 "exp", "floor",      "fmod", "huge", "log",  "max", "maxinteger",
                                 "min", "mininteger", "modf", "pi",   "rad",  "sin", "sqrt",
                                 "tan", "tointeger",  "type", "ult",  nullptr};
constexpr const char* kUtf8[] = {"char", "charpattern", "codes", nullptr};
constexpr const char* kUtf8Charged[] = {"codepoint", "len", "offset", nullptr};

void push_stock_library(lua_State* lua, const char* name, lua_CFunction open, const char* const* names) {
  lua_newtable(lua);
  luaL_requiref(lua, name, open, 0);
  allow_stock(lua, names);
}

// Strings have methods, and nobody can change which.
void lock_string_metatable(lua_State* lua) {
  lua_pushliteral(lua, "");
  lua_newtable(lua);
  lua_pushvalue(lua, -3);  // the string library
  lua_setfield(lua, -2, "__index");
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_setmetatable(lua, -2);
  lua_pop(lua, 1);
}

// A metatable can be given "__mode" after it was set, where no function of ours sees it; and collecting weak
// tables that hang on each other takes the square of their number, without a look at any budget. So the name
// that the collector looks for is made one that no pack can write. Lua keeps one copy of it for good.
void forbid_weak_tables(lua_State* lua) {
  lua_pushliteral(lua, "__mode");
  auto* name = const_cast<char*>(lua_tostring(lua, -1));
  const auto place = reinterpret_cast<std::uintptr_t>(lua);  // another in every run
  for (int i = 0; i < 4; ++i) name[i] = static_cast<char>(0x80U | ((place >> (4 * (i + 1))) & 0x7FU));
  lua_pop(lua, 1);
}

}  // namespace

void allow_stock(lua_State* lua, const char* const* names) {
  for (; *names != nullptr; ++names) {
    lua_getfield(lua, -1, *names);
    lua_setfield(lua, -3, *names);
  }
  lua_pop(lua, 1);
}

void push_sandbox(lua_State* lua) {
  forbid_weak_tables(lua);
  open_frozen(lua);
  lua_newtable(lua);
  luaL_requiref(lua, "_G", luaopen_base, 0);
  charge_texts(lua, kBaseTexts);
  allow_stock(lua, kBase);
  set_base_functions(lua);
  push_stock_library(lua, LUA_MATHLIBNAME, luaopen_math, kMath);
  freeze(lua, "math");
  lua_setfield(lua, -2, "math");
  lua_newtable(lua);
  luaL_requiref(lua, LUA_UTF8LIBNAME, luaopen_utf8, 0);
  allow_charged(lua, kUtf8Charged);
  allow_stock(lua, kUtf8);
  freeze(lua, "utf8");
  lua_setfield(lua, -2, "utf8");
  push_table_library(lua);
  freeze(lua, "table");
  lua_setfield(lua, -2, "table");
  push_string_library(lua);
  freeze(lua, "string");
  lock_string_metatable(lua);
  lua_setfield(lua, -2, "string");
}

}  // namespace nianbao
