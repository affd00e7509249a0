// Base functions of the sandbox: error catching that cannot swallow a spent budget and speaks Chinese,
// traversal in a fixed order, metatables without finalizers, texts without addresses.
#include <algorithm>
#include <cstring>
#include <string_view>

#include "rules/frozen.h"
#include "rules/lua_message.h"
#include "rules/lua_state.h"
#include "rules/sandbox.h"

namespace nianbao {

namespace {

// ---- pcall, xpcall
// ------------------------------------------------------------------------------------------------------------
void reraise_when_spent(lua_State* lua, int status) {
  LuaState& state = LuaState::of(lua);
  if (status == LUA_ERRMEM) state.mark_out_of_memory();
  if (state.is_spent()) lua_error(lua);
  state.forget_error();
}

constexpr std::int64_t kStepsPerMessage = 1000;

// The error value on top is for the pack: Lua's own words are said in Chinese.
void translate_top(lua_State* lua) {
  if (lua_type(lua, -1) != LUA_TSTRING) return;
  LuaState::of(lua).charge(kStepsPerMessage);
  std::size_t size = 0;
  const char* text = lua_tolstring(lua, -1, &size);
  char chinese[1000];
  const std::size_t written = translate_caught_message({text, size}, chinese, sizeof chinese);
  if (written == 0) return;
  lua_pushlstring(lua, chinese, written);
  lua_replace(lua, -2);
}

// The handler of xpcall is upvalue 1.
int handle_translated(lua_State* lua) {
  lua_settop(lua, 1);
  if (!LuaState::of(lua).is_spent()) translate_top(lua);
  lua_pushvalue(lua, lua_upvalueindex(1));
  lua_insert(lua, 1);
  lua_call(lua, 1, LUA_MULTRET);
  return lua_gettop(lua);
}

int safe_pcall(lua_State* lua) {
  luaL_checkany(lua, 1);
  const int status = lua_pcall(lua, lua_gettop(lua) - 1, LUA_MULTRET, 0);
  if (status != LUA_OK) {
    reraise_when_spent(lua, status);
    translate_top(lua);
  }
  lua_pushboolean(lua, status == LUA_OK ? 1 : 0);
  lua_insert(lua, 1);
  return lua_gettop(lua);
}

int safe_xpcall(lua_State* lua) {
  luaL_checktype(lua, 2, LUA_TFUNCTION);
  lua_pushvalue(lua, 1);
  lua_replace(lua, 1);
  lua_pushvalue(lua, 2);
  lua_pushcclosure(lua, handle_translated, 1);
  lua_insert(lua, 1);  // handler, function, handler, arguments
  lua_remove(lua, 3);
  const int status = lua_pcall(lua, lua_gettop(lua) - 2, LUA_MULTRET, 1);
  if (status != LUA_OK) reraise_when_spent(lua, status);
  lua_pushboolean(lua, status == LUA_OK ? 1 : 0);
  lua_replace(lua, 1);
  return lua_gettop(lua);
}

// ---- pairs, next: numbers ascending, then texts by bytes, then false and true
// ------------------------------------------------------------------------------------------------------------
struct TableKey {
  int kind = 0;  // 0 number, 1 text, 2 boolean
  bool is_integer = false;
  lua_Integer integer = 0;
  lua_Number number = 0;
  const char* text = nullptr;  // lives as long as the table holds it
  std::size_t size = 0;
};

long double value_of(const TableKey& key) {
  return key.is_integer ? static_cast<long double>(key.integer) : static_cast<long double>(key.number);
}

bool before(const TableKey& a, const TableKey& b) {
  if (a.kind != b.kind) return a.kind < b.kind;
  if (a.kind == 1) return std::string_view(a.text, a.size) < std::string_view(b.text, b.size);
  if (a.kind == 2) return a.integer < b.integer;
  return value_of(a) < value_of(b);
}

TableKey key_at(lua_State* lua, int index) {
  TableKey key;
  switch (lua_type(lua, index)) {
    case LUA_TNUMBER:
      key.is_integer = lua_isinteger(lua, index) != 0;
      key.integer = key.is_integer ? lua_tointeger(lua, index) : 0;
      key.number = lua_tonumber(lua, index);
      break;
    case LUA_TSTRING:
      key.kind = 1;
      key.text = lua_tolstring(lua, index, &key.size);
      LuaState::of(lua).charge(static_cast<std::int64_t>(key.size / 16));
      break;
    case LUA_TBOOLEAN:
      key.kind = 2;
      key.integer = lua_toboolean(lua, index);
      break;
    default:
      luaL_error(lua, "不能遍历以%s为键的表：它没有固定的次序", chinese_type(lua, index));
  }
  return key;
}

void push_key(lua_State* lua, const TableKey& key) {
  if (key.kind == 1) {
    lua_pushlstring(lua, key.text, key.size);
  } else if (key.kind == 2) {
    lua_pushboolean(lua, static_cast<int>(key.integer));
  } else if (key.is_integer) {
    lua_pushinteger(lua, key.integer);
  } else {
    lua_pushnumber(lua, key.number);
  }
}

int size_of_table(lua_State* lua, int table) {
  int size = 0;
  for (lua_pushnil(lua); lua_next(lua, table) != 0; lua_pop(lua, 1)) ++size;
  LuaState::of(lua).charge(size);
  return size;
}

// Pushes the keys of the table as a list in order. The buffer belongs to Lua: an error loses nothing.
void push_ordered_keys(lua_State* lua, int table) {
  const int size = size_of_table(lua, table);
  auto* keys = static_cast<TableKey*>(
      lua_newuserdatauv(lua, static_cast<std::size_t>(size) * sizeof(TableKey) + 1, 0));
  TableKey* end = keys;
  for (lua_pushnil(lua); lua_next(lua, table) != 0; lua_pop(lua, 1)) {
    if (!is_absent_mark(lua, -1)) *end++ = key_at(lua, -2);
  }
  std::sort(keys, end, before);
  lua_createtable(lua, static_cast<int>(end - keys), 0);
  for (TableKey* key = keys; key != end; ++key) {
    push_key(lua, *key);
    lua_rawseti(lua, -2, key - keys + 1);
  }
  lua_remove(lua, -2);
}

// Upvalues: the table, the list of its keys, the place in that list. Keys removed meanwhile are skipped.
int next_ordered(lua_State* lua) {
  lua_Integer at = lua_tointeger(lua, lua_upvalueindex(3));
  for (;;) {
    if (lua_rawgeti(lua, lua_upvalueindex(2), ++at) == LUA_TNIL) return 1;
    lua_pushvalue(lua, -1);
    if (lua_rawget(lua, lua_upvalueindex(1)) != LUA_TNIL) break;
    lua_pop(lua, 2);
  }
  lua_pushinteger(lua, at);
  lua_replace(lua, lua_upvalueindex(3));
  return 2;
}

int next_item(lua_State* lua) {
  const lua_Integer at = luaL_checkinteger(lua, 2) + 1;
  lua_pushinteger(lua, at);
  return lua_geti(lua, 1, at) == LUA_TNIL ? 1 : 2;
}

int ordered_pairs(lua_State* lua) {
  luaL_checkany(lua, 1);
  if (is_lazy_list(lua, 1)) {
    lua_pushcfunction(lua, next_item);
    lua_pushvalue(lua, 1);
    lua_pushinteger(lua, 0);
    return 3;
  }
  if (luaL_getmetafield(lua, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(lua, 1);
    lua_call(lua, 1, 3);
    return 3;
  }
  if (!push_under_frozen(lua, 1)) {
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_pushvalue(lua, 1);
  }
  push_ordered_keys(lua, lua_gettop(lua));
  lua_pushinteger(lua, 0);
  lua_pushcclosure(lua, next_ordered, 3);
  return 1;
}

// The smallest key after the given one.
int ordered_next(lua_State* lua) {
  lua_settop(lua, 2);
  if (!push_under_frozen(lua, 1)) {
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_pushvalue(lua, 1);
  }
  const int table = lua_gettop(lua);
  LuaState::of(lua).charge(size_of_table(lua, table));
  const bool from_start = lua_isnoneornil(lua, 2);
  const TableKey last = from_start ? TableKey{} : key_at(lua, 2);
  TableKey best;
  bool found = false;
  for (lua_pushnil(lua); lua_next(lua, table) != 0; lua_pop(lua, 1)) {
    if (is_absent_mark(lua, -1)) continue;
    const TableKey key = key_at(lua, -2);
    if ((from_start || before(last, key)) && (!found || before(key, best))) {
      best = key;
      found = true;
    }
  }
  if (!found) {
    lua_pushnil(lua);
    return 1;
  }
  push_key(lua, best);
  lua_pushvalue(lua, -1);
  lua_rawget(lua, table);
  return 2;
}

// ---- setmetatable, tostring
// ------------------------------------------------------------------------------------------------------------
int safe_setmetatable(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  luaL_argexpected(lua, lua_isnil(lua, 2) || lua_istable(lua, 2), 2, "nil or table");
  if (lua_istable(lua, 2)) {
    for (const char* field : {"__gc", "__close", "__mode"}) {
      lua_pushstring(lua, field);
      if (lua_rawget(lua, 2) != LUA_TNIL) return luaL_error(lua, "元表里不能有 %s", field);
      lua_pop(lua, 1);
    }
  }
  if (luaL_getmetafield(lua, 1, "__metatable") != LUA_TNIL) {
    return luaL_error(lua, "这个表的元表受保护，不能更换");
  }
  lua_settop(lua, 2);
  lua_setmetatable(lua, 1);
  return 1;
}

int safe_tostring(lua_State* lua) {
  luaL_checkany(lua, 1);
  push_text_of(lua, 1);
  return 1;
}

}  // namespace

void push_text_of(lua_State* lua, int index) {
  const int type = lua_type(lua, index);
  const bool has_address =
      type != LUA_TNIL && type != LUA_TBOOLEAN && type != LUA_TNUMBER && type != LUA_TSTRING;
  if (has_address && luaL_getmetafield(lua, index, "__tostring") == LUA_TNIL) {
    lua_pushstring(lua, lua_typename(lua, type));
    return;
  }
  if (has_address) lua_pop(lua, 1);
  luaL_tolstring(lua, index, nullptr);
}

void set_base_functions(lua_State* lua) {
  static constexpr luaL_Reg kFunctions[] = {{"pcall", safe_pcall},
                                            {"xpcall", safe_xpcall},
                                            {"pairs", ordered_pairs},
                                            {"next", ordered_next},
                                            {"setmetatable", safe_setmetatable},
                                            {"tostring", safe_tostring},
                                            {nullptr, nullptr}};
  luaL_setfuncs(lua, kFunctions, 0);
}

}  // namespace nianbao
