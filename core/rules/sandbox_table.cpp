// Library `table` of the sandbox: work is charged by length, and sort is stable and free of chance (the stock
// one picks pivots by the clock).
#include <algorithm>
#include <string_view>

#include "rules/lua_state.h"
#include "rules/sandbox.h"

namespace nianbao {

namespace {

constexpr lua_Integer kMostElements = 10'000'000;

void charge_elements(lua_State* lua, lua_Integer count) {
  if (count > kMostElements) luaL_error(lua, "一次处理的元素太多");
  if (count > 0) LuaState::of(lua).charge(count);
}

// The stock functions ask a table's metamethods anew for its length and elements: what they answer after the
// work was charged is not what it was charged for. Lists of the host are no tables here and answer truly.
void require_plain(lua_State* lua, int index) {
  if (!lua_istable(lua, index) || lua_getmetatable(lua, index) == 0) return;
  for (const char* name : {"__len", "__index", "__newindex"}) {
    lua_pushstring(lua, name);
    if (lua_rawget(lua, -2) != LUA_TNIL) {
      luaL_error(lua, "table 库的函数不接受元表里有 %s 的表，请先把元素放进普通的表", name);
    }
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
}

// Calls the stock function in upvalue 1 with all arguments.
int call_stock(lua_State* lua) {
  lua_pushvalue(lua, lua_upvalueindex(1));
  lua_insert(lua, 1);
  lua_call(lua, lua_gettop(lua) - 1, LUA_MULTRET);
  return lua_gettop(lua);
}

// Elements from `first` to `last`, either of which may be missing: then 1 and the length.
lua_Integer span_of(lua_State* lua, int first_argument, int last_argument) {
  if (!lua_isuserdata(lua, 1)) luaL_checktype(lua, 1, LUA_TTABLE);
  const lua_Integer first = luaL_optinteger(lua, first_argument, 1);
  const lua_Integer last =
      lua_isnoneornil(lua, last_argument) ? luaL_len(lua, 1) : luaL_checkinteger(lua, last_argument);
  if (last < first) return 0;
  return static_cast<lua_Unsigned>(last) - static_cast<lua_Unsigned>(first) >= kMostElements
             ? kMostElements + 1
             : last - first + 1;
}

int guarded_concat(lua_State* lua) {
  require_plain(lua, 1);
  charge_elements(lua, span_of(lua, 3, 4));
  return call_stock(lua);
}

int guarded_unpack(lua_State* lua) {
  require_plain(lua, 1);
  charge_elements(lua, span_of(lua, 2, 3));
  return call_stock(lua);
}

int guarded_move(lua_State* lua) {
  require_plain(lua, 1);
  require_plain(lua, 5);
  luaL_checkinteger(lua, 3);
  charge_elements(lua, span_of(lua, 2, 3));
  return call_stock(lua);
}

// Inserting or removing at the end is cheap; elsewhere everything behind moves.
int guarded_insert(lua_State* lua) {
  require_plain(lua, 1);
  if (lua_gettop(lua) > 2) charge_elements(lua, luaL_len(lua, 1));
  return call_stock(lua);
}

int guarded_remove(lua_State* lua) {
  require_plain(lua, 1);
  if (lua_gettop(lua) > 1) charge_elements(lua, luaL_len(lua, 1));
  return call_stock(lua);
}

// ---- sort: bottom-up merging between two tables
// ------------------------------------------------------------------------------------------------------------
constexpr int kList = 1;
constexpr int kCompare = 2;
constexpr std::size_t kBytesPerStep = 32;

std::string_view text_at(lua_State* lua, int index) {
  std::size_t size = 0;
  const char* text = lua_tolstring(lua, index, &size);
  return {text, size};
}

// Whether the element on top stands before the one under it; both stay. Texts by their bytes, as `<` has it
// in the C locale, but in time that is charged for: the stock comparison goes from zero byte to zero byte.
bool top_is_before(lua_State* lua) {
  if (lua_isnil(lua, kCompare)) {
    if (lua_type(lua, -1) != LUA_TSTRING || lua_type(lua, -2) != LUA_TSTRING) {
      LuaState::of(lua).charge(1);
      return lua_compare(lua, -1, -2, LUA_OPLT) != 0;
    }
    const std::string_view top = text_at(lua, -1), under = text_at(lua, -2);
    LuaState::of(lua).charge(1 +
                             static_cast<std::int64_t>(std::min(top.size(), under.size()) / kBytesPerStep));
    return top < under;
  }
  LuaState::of(lua).charge(1);
  lua_pushvalue(lua, kCompare);
  lua_pushvalue(lua, -2);
  lua_pushvalue(lua, -4);
  lua_call(lua, 2, 1);
  const bool result = lua_toboolean(lua, -1) != 0;
  lua_pop(lua, 1);
  return result;
}

// Merges from[low … middle] and from[middle + 1 … high] into `to`.
void merge(lua_State* lua, int from, int to, lua_Integer low, lua_Integer middle, lua_Integer high) {
  lua_Integer left = low;
  lua_Integer right = middle + 1;
  for (lua_Integer at = low; at <= high; ++at) {
    bool take_right = left > middle;
    if (!take_right && right <= high) {
      lua_rawgeti(lua, from, left);
      lua_rawgeti(lua, from, right);
      take_right = top_is_before(lua);
      lua_pop(lua, 2);
    }
    lua_rawgeti(lua, from, take_right ? right++ : left++);
    lua_rawseti(lua, to, at);
  }
}

int stable_sort(lua_State* lua) {
  luaL_checktype(lua, kList, LUA_TTABLE);
  lua_settop(lua, 2);
  if (!lua_isnil(lua, kCompare)) luaL_checktype(lua, kCompare, LUA_TFUNCTION);
  const lua_Integer size = static_cast<lua_Integer>(lua_rawlen(lua, kList));
  charge_elements(lua, size);
  lua_createtable(lua, static_cast<int>(size), 0);
  lua_createtable(lua, static_cast<int>(size), 0);
  for (lua_Integer i = 1; i <= size; ++i) {
    lua_rawgeti(lua, kList, i);
    lua_rawseti(lua, 3, i);
  }
  int from = 3;
  int to = 4;
  for (lua_Integer width = 1; width < size; width *= 2) {
    charge_elements(lua, size);
    for (lua_Integer low = 1; low <= size; low += 2 * width) {
      const lua_Integer middle = low + width - 1 < size ? low + width - 1 : size;
      const lua_Integer high = low + 2 * width - 1 < size ? low + 2 * width - 1 : size;
      merge(lua, from, to, low, middle, high);
    }
    const int swapped = from;
    from = to;
    to = swapped;
  }
  for (lua_Integer i = 1; i <= size; ++i) {
    lua_rawgeti(lua, from, i);
    lua_rawseti(lua, kList, i);
  }
  return 0;
}

}  // namespace

void push_table_library(lua_State* lua) {
  static constexpr luaL_Reg kGuarded[] = {{"concat", guarded_concat}, {"unpack", guarded_unpack},
                                          {"move", guarded_move},     {"insert", guarded_insert},
                                          {"remove", guarded_remove}, {nullptr, nullptr}};
  static constexpr const char* kStock[] = {"pack", nullptr};
  lua_newtable(lua);
  luaL_requiref(lua, LUA_TABLIBNAME, luaopen_table, 0);
  for (const luaL_Reg* guard = kGuarded; guard->name != nullptr; ++guard) {
    lua_getfield(lua, -1, guard->name);
    lua_pushcclosure(lua, guard->func, 1);
    lua_setfield(lua, -3, guard->name);
  }
  allow_stock(lua, kStock);
  lua_pushcfunction(lua, stable_sort);
  lua_setfield(lua, -2, "sort");
}

}  // namespace nianbao
