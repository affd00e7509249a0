#include "rules/lua_arguments.h"

#include <cstdlib>

#include "rules/frozen.h"
#include "rules/lua_values.h"

namespace nianbao {

namespace {

constexpr const char* kNothing = "nianbao.nothing";
constexpr lua_Integer kLargestCount = 1'000'000'000'000;

// A value that is no count, in words. The message stays on the stack.
const char* shown_value(lua_State* lua, int index) {
  switch (lua_type(lua, index)) {
    case LUA_TNIL:
      return "没有数据";
    case LUA_TBOOLEAN:
      return "是或否，不是数";
    case LUA_TFUNCTION:
      return "一个函数，后面缺少括号";
    case LUA_TTABLE:
      return "一张列表，不是一个数";
    default:
      push_printed(lua, index);
      return lua_pushfstring(lua, "“%s”", lua_tostring(lua, -1));
  }
}

// ---- nothing known
// ------------------------------------------------------------------------------------------------------------
int nothing_field(lua_State* lua) {
  lua_settop(lua, 2);
  lua_getiuservalue(lua, 1, 1);
  if (is_frozen(lua, 3) && lua_type(lua, 2) == LUA_TSTRING) {
    lua_pushvalue(lua, 2);
    lua_gettable(lua, 3);  // a name that this year lacks, too, is misspelt
  } else {
    lua_pushnil(lua);
  }
  wrap_nothing(lua);
  return 1;
}

int nothing_result(lua_State* lua) {
  lua_pushnil(lua);
  wrap_nothing(lua);
  return 1;
}

int refuse_nothing(lua_State* lua) {
  return luaL_error(lua, "没有上年的这个数，不能比大小或连接：用 growth，它会写“首次统计”");
}

int nothing_text(lua_State* lua) {
  lua_pushliteral(lua, "没有上年的数据");
  return 1;
}

int nothing_length(lua_State* lua) {
  lua_pushinteger(lua, 0);
  return 1;
}

}  // namespace

void refuse_argument(lua_State* lua, const Argument& a, const char* wanted) {
  if (lua_isnone(lua, a.index)) luaL_error(lua, "%s 缺少第 %d 项：%s", a.function, a.index, a.what);
  if (is_nothing(lua, a.index)) luaL_error(lua, "%s 的%s没有上年的数据", a.function, a.what);
  if (lua_type(lua, a.index) == LUA_TNUMBER && lua_isinteger(lua, a.index) == 0) {
    refuse_fraction(lua, a.index);
  }
  if (is_frozen(lua, a.index) || is_lazy_list(lua, a.index)) {
    luaL_tolstring(lua, a.index, nullptr);
    luaL_error(lua, "%s 的%s是“%s”，那是一组数，不是一个数：请写到最后一级，如 .total；相加用 sum",
               a.function, a.what, lua_tostring(lua, -1));
  }
  luaL_error(lua, "%s 的%s要%s，得到%s", a.function, a.what, wanted, shown_value(lua, a.index));
  std::abort();  // luaL_error does not return
}

lua_Integer require_count(lua_State* lua, const Argument& argument) {
  if (lua_isinteger(lua, argument.index) == 0) refuse_argument(lua, argument, "一个件数");
  const lua_Integer count = lua_tointeger(lua, argument.index);
  if (count < 0 || count > kLargestCount)
    luaL_error(lua, "%s 的%s应在 0 至 10^12 之间，得到 %I", argument.function, argument.what,
               static_cast<LUAI_UACINT>(count));
  return count;
}

lua_Integer require_count_on_top(lua_State* lua, const Argument& argument) {
  return require_count(lua, {argument.function, lua_gettop(lua), argument.what});
}

lua_Integer optional_integer(lua_State* lua, const Argument& argument, const Limits& limits) {
  if (lua_isnoneornil(lua, argument.index)) return limits.otherwise;
  const bool is_integer = lua_isinteger(lua, argument.index) != 0;
  const lua_Integer number = is_integer ? lua_tointeger(lua, argument.index) : limits.least - 1;
  if (is_integer && number >= limits.least && number <= limits.most) return number;
  if (limits.most < LUA_MAXINTEGER) {
    luaL_error(lua, "%s 的%s应为 %I 至 %I 的整数，得到%s", argument.function, argument.what,
               static_cast<LUAI_UACINT>(limits.least), static_cast<LUAI_UACINT>(limits.most),
               shown_value(lua, argument.index));
  }
  luaL_error(lua, "%s 的%s应为不小于 %I 的整数，得到%s", argument.function, argument.what,
             static_cast<LUAI_UACINT>(limits.least), shown_value(lua, argument.index));
  return 0;
}

const char* require_text(lua_State* lua, const Argument& argument) {
  if (lua_type(lua, argument.index) != LUA_TSTRING) refuse_argument(lua, argument, "加引号的文字");
  return lua_tostring(lua, argument.index);
}

const char* require_date_text(lua_State* lua, const char* function) {
  if (lua_type(lua, 1) == LUA_TNUMBER)
    luaL_error(lua, "%s 的日期要加引号：%s(\"2024-06-26\")", function, function);
  return require_text(lua, {function, 1, "日期"});
}

void open_nothing(lua_State* lua) {
  static constexpr luaL_Reg kFunctions[] = {
      {"__index", nothing_field},   {"__len", nothing_length},  {"__tostring", nothing_text},
      {"__add", nothing_result},    {"__sub", nothing_result},  {"__mul", nothing_result},
      {"__div", nothing_result},    {"__idiv", nothing_result}, {"__mod", nothing_result},
      {"__unm", nothing_result},    {"__lt", refuse_nothing},   {"__le", refuse_nothing},
      {"__concat", refuse_nothing}, {"__call", refuse_nothing}, {nullptr, nullptr}};
  luaL_newmetatable(lua, kNothing);
  luaL_setfuncs(lua, kFunctions, 0);
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_pop(lua, 1);
}

void wrap_nothing(lua_State* lua) {
  if (is_nothing(lua, -1)) return;
  lua_newuserdatauv(lua, 0, 1);
  lua_insert(lua, -2);
  lua_setiuservalue(lua, -2, 1);
  luaL_setmetatable(lua, kNothing);
}

bool is_nothing(lua_State* lua, int index) {
  return luaL_testudata(lua, index, kNothing) != nullptr;
}

}  // namespace nianbao
