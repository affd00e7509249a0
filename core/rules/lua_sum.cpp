#include "rules/lua_sum.h"

#include "rules/frozen.h"
#include "rules/lua_arguments.h"
#include "rules/lua_message.h"
#include "rules/lua_state.h"
#include "rules/lua_values.h"

namespace nianbao {

namespace {

const char* shown(lua_State* lua, int index) {
  if (is_nothing(lua, index) || lua_isnil(lua, index)) return "没有的数";
  if (is_frozen(lua, index) || is_lazy_list(lua, index)) return "一组数，请写到最后一级，如 .total";
  return lua_type(lua, index) == LUA_TSTRING ? "文字" : chinese_type(lua, index);
}

// Adds the two numbers on top.
void add_numbers(lua_State* lua) {
  lua_Integer ignored = 0;
  if (lua_isinteger(lua, -1) != 0 && lua_isinteger(lua, -2) != 0 &&
      __builtin_add_overflow(lua_tointeger(lua, -1), lua_tointeger(lua, -2), &ignored)) {
    luaL_error(lua, "sum 的结果太大");
  }
  lua_arith(lua, LUA_OPADD);
}

// Adds the cell on top to the sum under it. False where it is no cell; both stay then.
bool add_cell(lua_State* lua, bool& found) {
  if (is_number_value(lua, -1)) {
    add_numbers(lua);
    found = true;
    return true;
  }
  if (!is_no_number(lua, -1)) return false;
  lua_pop(lua, 1);
  return true;
}

// The list that sum adds up, in place of the argument: a plain table, or a list of the host. Metamethods are
// not asked: a table whose length they give may have no end.
lua_Integer open_addends(lua_State* lua) {
  if (push_under_frozen(lua, 1)) {
    lua_replace(lua, 1);
  } else if (!lua_istable(lua, 1)) {
    if (lua_isnone(lua, 1) || lua_isnil(lua, 1)) luaL_error(lua, "sum 要几个数，如 sum { a, b }");
    luaL_error(lua,
               "sum 要用花括号把几个数写在一起，如 sum { a, b }；或者一组，如 sum(table3.refused).total");
  } else if (lua_getmetatable(lua, 1) != 0) {
    luaL_error(lua, "sum 只接受普通的列表，不接受带元表的表");
  }
  const auto size = static_cast<lua_Integer>(lua_rawlen(lua, 1));
  LuaState::of(lua).charge(size);
  return size;
}

// Whether the frozen table at 1 is a group of rows, not a list: its plain table is pushed then.
bool push_group(lua_State* lua) {
  if (!push_under_frozen(lua, 1)) return false;
  if (lua_rawlen(lua, -1) == 0) {
    lua_pushnil(lua);
    if (lua_next(lua, -2) != 0) {
      lua_pop(lua, 2);
      return true;
    }
  }
  lua_pop(lua, 1);
  return false;
}

// The columns of the row whose plain table is on top, each into the sums: the table at `sums`.
void add_row(lua_State* lua, int sums) {
  const int row = lua_gettop(lua);
  for (lua_pushnil(lua); lua_next(lua, row) != 0; lua_settop(lua, row + 1)) {
    lua_pushvalue(lua, row + 1);
    if (lua_rawget(lua, sums) == LUA_TNIL) {
      lua_pop(lua, 1);
      push_blank(lua);
    }
    lua_insert(lua, -2);  // key, so far, cell
    const bool is_lost = is_cell_state(lua, -2, CellState::invalid);
    const bool is_lost_now = is_cell_state(lua, -1, CellState::invalid);
    const bool adds = is_number_value(lua, -1) && !is_lost;
    if (adds && is_number_value(lua, -2)) {
      add_numbers(lua);
    } else {
      lua_remove(lua, adds || (is_lost_now && !is_lost) ? -2 : -1);
    }
    lua_pushvalue(lua, row + 1);
    lua_insert(lua, -2);
    lua_rawset(lua, sums);
  }
}

// Whether all fields of the plain table on top are cells. In every order of its fields the same.
bool is_row(lua_State* lua) {
  const int row = lua_gettop(lua);
  bool all = true;
  for (lua_pushnil(lua); lua_next(lua, row) != 0; lua_pop(lua, 1)) {
    all = all && (is_number_value(lua, -1) || is_no_number(lua, -1));
  }
  return all;
}

// Whether all fields of the plain table on top are rows.
bool has_rows_only(lua_State* lua) {
  const int group = lua_gettop(lua);
  bool all = true;
  for (lua_pushnil(lua); lua_next(lua, group) != 0; lua_settop(lua, group + 1)) {
    all = push_under_frozen(lua, -1) && is_row(lua) && all;
  }
  return all;
}

int sum_group(lua_State* lua) {
  const int group = lua_gettop(lua);
  luaL_tolstring(lua, 1, nullptr);  // its name
  const char* name = lua_tostring(lua, -1);
  lua_pushvalue(lua, group);
  if (is_row(lua))
    return luaL_error(lua, "“%s”是一行数，各格不能相加：合计是 .total；几行相加写 sum { a, b }", name);
  if (!has_rows_only(lua))
    return luaL_error(lua, "“%s”里有不同的部分，不能相加：请用 sum { a, b } 写明加哪几个数", name);
  lua_newtable(lua);
  const int sums = lua_gettop(lua);
  for (lua_pushnil(lua); lua_next(lua, group) != 0; lua_settop(lua, sums + 1)) {
    LuaState::of(lua).charge(100);
    push_under_frozen(lua, -1);
    add_row(lua, sums);
  }
  lua_settop(lua, sums);
  freeze(lua, name);
  return 1;
}

}  // namespace

int sum_values(lua_State* lua) {
  lua_settop(lua, 1);
  if (is_nothing(lua, 1)) {
    lua_pushnil(lua);
    wrap_nothing(lua);
    return 1;
  }
  if (push_group(lua)) return sum_group(lua);
  const lua_Integer size = open_addends(lua);
  bool found = false;
  lua_pushinteger(lua, 0);
  for (lua_Integer i = 1; i <= size; ++i) {
    lua_rawgeti(lua, 1, i);
    if (is_cell_state(lua, -1, CellState::invalid) || is_nothing(lua, -1)) return 1;
    if (!add_cell(lua, found))
      return luaL_error(lua, "sum 的第 %I 项是%s", static_cast<LUAI_UACINT>(i), shown(lua, -1));
  }
  if (!found) push_blank(lua);
  return 1;
}

}  // namespace nianbao
