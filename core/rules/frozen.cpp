#include "rules/frozen.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "base/text.h"
#include "rules/lua_state.h"

namespace nianbao {

namespace {

constexpr const char* kFrozen = "nianbao.frozen";
constexpr const char* kLazy = "nianbao.list";
const char kAbsentMark = 0;
const char kMissingMark = 0;

// User values of a frozen table.
constexpr int kUnder = 1;
constexpr int kName = 2;

struct LazyList {
  LazyItems items;
  int generation = 0;
};

const char* name_of(lua_State* lua, int index) {
  lua_getiuservalue(lua, index, kName);
  const char* name = lua_tostring(lua, -1);  // stays alive in the user value
  lua_pop(lua, 1);
  return name == nullptr ? "" : name;
}

// What is longer is no misspelt name, and to compare it would take long.
constexpr std::size_t kLongestName = 96;

int frozen_index(lua_State* lua) {
  lua_getiuservalue(lua, 1, kUnder);
  lua_pushvalue(lua, 2);
  if (lua_rawget(lua, -2) != LUA_TNIL) {
    if (is_absent_mark(lua, -1)) lua_pushnil(lua);
    return 1;
  }
  if (lua_isinteger(lua, 2) != 0 && lua_tointeger(lua, 2) == 0 && lua_rawlen(lua, 3) > 0)
    return luaL_error(lua, "“%s”没有第 0 项：列表从 1 起", name_of(lua, 1));
  if (lua_type(lua, 2) != LUA_TSTRING) return 1;
  raise_unknown_key(lua, name_of(lua, 1), 3, 2);
}

int refuse_write(lua_State* lua) {
  return luaL_error(lua, "“%s”由程序提供，规则包不能改动；请放进自己的 local 变量", name_of(lua, 1));
}

int frozen_length(lua_State* lua) {
  lua_getiuservalue(lua, 1, kUnder);
  lua_pushinteger(lua, static_cast<lua_Integer>(lua_rawlen(lua, -1)));
  return 1;
}

int frozen_text(lua_State* lua) {
  lua_pushstring(lua, name_of(lua, 1));
  return 1;
}

const LazyList& lazy_at(lua_State* lua, int index) {
  const auto* list = static_cast<const LazyList*>(luaL_checkudata(lua, index, kLazy));
  if (list->generation != LuaState::of(lua).generation()) {
    luaL_error(lua, "“%s”只在本次运行中可用，不能留到下一次", name_of(lua, index));
  }
  return *list;
}

// Pushes the key of the item on top, nil where it has none.
void push_key_of_item(lua_State* lua) {
  if (!push_under_frozen(lua, lua_gettop(lua))) return lua_pushnil(lua);
  lua_pushliteral(lua, "key");
  lua_rawget(lua, -2);
  lua_remove(lua, -2);
}

bool are_missing_items_let_be(lua_State* lua) {
  const bool are = lua_rawgetp(lua, LUA_REGISTRYINDEX, &kMissingMark) != LUA_TNIL;
  lua_pop(lua, 1);
  return are;
}

// The group of that key; an unknown one is nil or an error with the nearest.
int find_by_key(lua_State* lua, const LazyList& list) {
  lua_newtable(lua);
  const int keys = lua_gettop(lua);
  for (std::size_t i = 0; i < list.items.size; ++i) {
    LuaState::of(lua).charge(100);
    list.items.push(lua, list.items.data, i);
    push_key_of_item(lua);
    if (lua_type(lua, -1) != LUA_TSTRING) return luaL_error(lua, "“%s”是列表，只能用序号取", name_of(lua, 1));
    if (lua_rawequal(lua, -1, 2) != 0) {
      lua_pop(lua, 1);
      return 1;
    }
    lua_pushboolean(lua, 1);
    lua_rawset(lua, keys);
    lua_pop(lua, 1);
  }
  const bool may_lack = list.items.may_lack != nullptr && list.items.may_lack(lua_tostring(lua, 2));
  if (may_lack && are_missing_items_let_be(lua)) {
    lua_pushnil(lua);
    return 1;
  }
  raise_unknown_key(lua, name_of(lua, 1), keys, 2);
}

int lazy_index(lua_State* lua) {
  const LazyList& list = lazy_at(lua, 1);
  if (lua_type(lua, 2) == LUA_TSTRING) return find_by_key(lua, list);
  if (lua_isinteger(lua, 2) == 0) {
    return luaL_error(lua, "“%s”是列表，只能用序号取", name_of(lua, 1));
  }
  const lua_Integer at = lua_tointeger(lua, 2);
  if (at == 0) return luaL_error(lua, "“%s”没有第 0 项：列表从 1 起", name_of(lua, 1));
  if (at < 1 || at > static_cast<lua_Integer>(list.items.size)) return 0;
  list.items.push(lua, list.items.data, static_cast<std::size_t>(at - 1));
  return 1;
}

int lazy_length(lua_State* lua) {
  lua_pushinteger(lua, static_cast<lua_Integer>(lazy_at(lua, 1).items.size));
  return 1;
}

void declare(lua_State* lua, const char* type, const luaL_Reg* functions) {
  luaL_newmetatable(lua, type);
  luaL_setfuncs(lua, functions, 0);
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_pop(lua, 1);
}

}  // namespace

void open_frozen(lua_State* lua) {
  static constexpr luaL_Reg kFrozenFunctions[] = {{"__index", frozen_index},
                                                  {"__newindex", refuse_write},
                                                  {"__len", frozen_length},
                                                  {"__tostring", frozen_text},
                                                  {nullptr, nullptr}};
  static constexpr luaL_Reg kLazyFunctions[] = {{"__index", lazy_index},
                                                {"__newindex", refuse_write},
                                                {"__len", lazy_length},
                                                {"__tostring", frozen_text},
                                                {nullptr, nullptr}};
  declare(lua, kFrozen, kFrozenFunctions);
  declare(lua, kLazy, kLazyFunctions);
}

void freeze(lua_State* lua, const char* name) {
  lua_newuserdatauv(lua, 0, 2);
  lua_insert(lua, -2);
  lua_setiuservalue(lua, -2, kUnder);
  lua_pushstring(lua, name);
  lua_setiuservalue(lua, -2, kName);
  luaL_setmetatable(lua, kFrozen);
}

void set_absent(lua_State* lua, const char* key) {
  lua_pushlightuserdata(lua, const_cast<char*>(&kAbsentMark));
  lua_setfield(lua, -2, key);
}

bool push_under_frozen(lua_State* lua, int index) {
  if (luaL_testudata(lua, index, kFrozen) == nullptr) return false;
  lua_getiuservalue(lua, index, kUnder);
  return true;
}

bool is_frozen(lua_State* lua, int index) {
  return luaL_testudata(lua, index, kFrozen) != nullptr;
}

bool is_absent_mark(lua_State* lua, int index) {
  return lua_islightuserdata(lua, index) && lua_touserdata(lua, index) == &kAbsentMark;
}

void push_lazy_list(lua_State* lua, const LazyItems& items, const char* name) {
  auto* list = static_cast<LazyList*>(lua_newuserdatauv(lua, sizeof(LazyList), 2));
  *list = {items, LuaState::of(lua).generation()};
  lua_pushstring(lua, name);
  lua_setiuservalue(lua, -2, kName);
  luaL_setmetatable(lua, kLazy);
}

void let_missing_items_be(lua_State* lua) {
  lua_pushboolean(lua, 1);
  lua_rawsetp(lua, LUA_REGISTRYINDEX, &kMissingMark);
}

bool is_lazy_list(lua_State* lua, int index) {
  return luaL_testudata(lua, index, kLazy) != nullptr;
}

void find_similar_key(lua_State* lua, int table_index, const char* wanted, char (&out)[kNearestSize]) {
  out[0] = '\0';
  if (std::strlen(wanted) > kLongestName) return;
  std::vector<std::string> keys;
  const int table = lua_absindex(lua, table_index);
  for (lua_pushnil(lua); lua_next(lua, table) != 0; lua_pop(lua, 1)) {
    if (lua_type(lua, -2) == LUA_TSTRING) keys.emplace_back(lua_tostring(lua, -2));
  }
  std::sort(keys.begin(), keys.end());  // Lua's own order changes from run to run
  const std::string* nearest = find_nearest(wanted, keys);
  std::snprintf(out, sizeof out, "%s", nearest == nullptr ? "" : nearest->c_str());
}

void raise_unknown_key(lua_State* lua, const char* name, int table_index, int key_index) {
  char nearest[kNearestSize];
  const char* key = lua_type(lua, key_index) == LUA_TSTRING ? lua_tostring(lua, key_index) : "?";
  find_similar_key(lua, table_index, key, nearest);
  if (nearest[0] != '\0') {
    luaL_error(lua, "“%s”里没有“%s”，是不是“%s”？", name, key, nearest);
  } else {
    luaL_error(lua, "“%s”里没有“%s”", name, key);
  }
  std::abort();  // luaL_error does not return
}

}  // namespace nianbao
