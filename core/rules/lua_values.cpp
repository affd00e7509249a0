#include "rules/lua_values.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "calendar/date_text.h"
#include "rules/api.h"
#include "rules/frozen.h"
#include "rules/lua_arguments.h"
#include "rules/lua_state.h"
#include "rules/lua_sum.h"
#include "rules/sandbox.h"

namespace nianbao {

namespace {

constexpr const char* kNoNumber = "nianbao.cell";
constexpr const char* kAmount = "nianbao.amount";
const char kBlankKey = 0;
const char kNotApplicableKey = 0;
constexpr std::size_t kDecimalsOfFraction = 5;
constexpr std::size_t kDigitsOfFraction = 12;

static_assert(std::is_trivially_copyable_v<Decimal>, "a Decimal is kept as bytes in Lua's memory");

// ---- amounts; Lua's memory is not aligned for them, so they are copied in and out
// ------------------------------------------------------------------------------------------------------------
void push_decimal(lua_State* lua, const Decimal& value) {
  std::memcpy(lua_newuserdatauv(lua, sizeof value, 0), &value, sizeof value);
  luaL_setmetatable(lua, kAmount);
}

Decimal require_decimal(lua_State* lua, int index) {
  Decimal value;
  if (!find_decimal(lua, index, value)) {
    push_printed(lua, index);
    luaL_error(lua, "金额只能和金额或整数一起计算，得到“%s”", lua_tostring(lua, -1));
  }
  return value;
}

int add_amounts(lua_State* lua) {
  const auto sum = require_decimal(lua, 1).plus(require_decimal(lua, 2));
  if (!sum) return luaL_error(lua, "金额之和超出范围");
  push_decimal(lua, *sum);
  return 1;
}

int amount_equals(lua_State* lua) {
  Decimal left;
  Decimal right;
  const bool comparable = find_decimal(lua, 1, left) && find_decimal(lua, 2, right);
  lua_pushboolean(lua, comparable && left == right ? 1 : 0);
  return 1;
}

int amount_less(lua_State* lua) {
  lua_pushboolean(lua, require_decimal(lua, 1) < require_decimal(lua, 2) ? 1 : 0);
  return 1;
}

int amount_at_most(lua_State* lua) {
  lua_pushboolean(lua, require_decimal(lua, 1) <= require_decimal(lua, 2) ? 1 : 0);
  return 1;
}

void push_short_text(lua_State* lua, std::string_view text) {
  lua_pushlstring(lua, text.data(), text.size());
}

// Copies into Lua before the std::string goes: the text of an amount has under 50 bytes.
void push_decimal_text(lua_State* lua, const Decimal& value) {
  char text[64];
  const std::size_t size = value.to_string().copy(text, sizeof text);
  push_short_text(lua, {text, size});
}

int amount_text(lua_State* lua) {
  push_decimal_text(lua, require_decimal(lua, 1));
  return 1;
}

int refuse_amount_operation(lua_State* lua) {
  return luaL_error(lua, "金额只能相加和比较，不能乘除、相减或连接：相加用 + 或 sum，放进文字用 money");
}

// ---- blank, 不适用, invalid
// ------------------------------------------------------------------------------------------------------------
CellState* find_state(lua_State* lua, int index) {
  return static_cast<CellState*>(luaL_testudata(lua, index, kNoNumber));
}

void push_no_number(lua_State* lua, CellState state, std::string_view raw) {
  *static_cast<CellState*>(lua_newuserdatauv(lua, sizeof state, 1)) = state;
  lua_pushlstring(lua, raw.data(), raw.size());
  lua_setiuservalue(lua, -2, 1);
  luaL_setmetatable(lua, kNoNumber);
}

void push_shared(lua_State* lua, CellState state) {
  lua_rawgetp(lua, LUA_REGISTRYINDEX, state == CellState::blank ? &kBlankKey : &kNotApplicableKey);
}

int refuse_computing(lua_State* lua) {
  const int index = find_state(lua, 1) != nullptr ? 1 : 2;
  push_printed(lua, index);
  return luaL_error(lua,
                    "%s不是数，不能参加计算、比大小或连接：先用 is_number 判断，求和用 sum，放进文字用 n",
                    lua_tostring(lua, -1));
}

int no_number_text(lua_State* lua) {
  push_printed(lua, 1);
  return 1;
}

int no_number_field(lua_State* lua) {
  const char* key = lua_tostring(lua, 2);
  if (key == nullptr || std::strcmp(key, "raw") != 0) {
    return luaL_error(lua, "空白、不适用和无效的值只有 raw 一项可取");
  }
  lua_getiuservalue(lua, 1, 1);
  return 1;
}

// ---- functions for packs
// ------------------------------------------------------------------------------------------------------------
int is_number(lua_State* lua) {
  lua_pushboolean(lua, is_number_value(lua, 1) ? 1 : 0);
  return 1;
}

// Also for amounts, which never equal an integer in Lua: its == looks at the types first.
int is_zero(lua_State* lua) {
  Decimal value;
  const bool is_amount = find_decimal(lua, 1, value);
  lua_pushboolean(lua, is_amount && value.is_zero() ? 1 : 0);
  return 1;
}

int is_blank(lua_State* lua) {
  lua_pushboolean(lua, is_cell_state(lua, 1, CellState::blank) ? 1 : 0);
  return 1;
}

int is_not_applicable(lua_State* lua) {
  lua_pushboolean(lua, is_cell_state(lua, 1, CellState::not_applicable) ? 1 : 0);
  return 1;
}

int is_invalid(lua_State* lua) {
  lua_pushboolean(lua, is_cell_state(lua, 1, CellState::invalid) ? 1 : 0);
  return 1;
}

int print_value(lua_State* lua) {
  const bool is_fraction = lua_type(lua, 1) == LUA_TNUMBER && lua_isinteger(lua, 1) == 0;
  const bool is_cell = !is_fraction && (is_number_value(lua, 1) || find_state(lua, 1) != nullptr);
  if (lua_type(lua, 1) == LUA_TSTRING && lua_isnumber(lua, 1) != 0)
    luaL_error(lua, "n 的数不加引号：“%s”是文字，已经可以放进句子", lua_tostring(lua, 1));
  if (!is_cell) refuse_argument(lua, {"n", 1, "数"}, "一个数");
  push_printed(lua, 1);
  return 1;
}

// An amount as it was written; a text that is one is taken too.
int print_money(lua_State* lua) {
  if (lua_type(lua, 1) != LUA_TSTRING) {
    const bool is_fraction = lua_type(lua, 1) == LUA_TNUMBER && lua_isinteger(lua, 1) == 0;
    if (is_fraction || !(is_number_value(lua, 1) || find_state(lua, 1) != nullptr))
      refuse_argument(lua, {"money", 1, "金额"}, "一个金额");
    push_printed(lua, 1);
    return 1;
  }
  std::size_t size = 0;
  const char* text = lua_tolstring(lua, 1, &size);
  const auto value = Decimal::parse({text, size});
  if (!value) return luaL_error(lua, "“%s”不是金额", text);
  push_decimal_text(lua, *value);
  return 1;
}

// "2024-06-26" -> "2024年6月26日"
int print_date(lua_State* lua) {
  std::size_t size = 0;
  require_date_text(lua, "date");
  const char* text = lua_tolstring(lua, 1, &size);
  const auto date = parse_date({text, size});
  if (!date) return luaL_error(lua, "“%s”不是日期", text);
  char chinese[32];
  const std::size_t length = format_chinese(*date).copy(chinese, sizeof chinese);
  push_short_text(lua, {chinese, length});
  return 1;
}

// at(figures, "table3.refused.third_party.total"): the value by its JSON name.
int value_at(lua_State* lua) {
  std::size_t size = 0;
  const char* path = luaL_checklstring(lua, 2, &size);
  const std::string_view names(path, size);
  LuaState::of(lua).charge(static_cast<std::int64_t>(size));
  lua_pushvalue(lua, 1);
  for (std::size_t start = 0; start <= names.size();) {
    const std::size_t end = std::min(names.find('.', start), names.size());
    push_short_text(lua, names.substr(start, end - start));
    lua_gettable(lua, -2);
    lua_remove(lua, -2);
    start = end + 1;
  }
  return 1;
}

void declare(lua_State* lua, const char* type, const luaL_Reg* functions) {
  luaL_newmetatable(lua, type);
  luaL_setfuncs(lua, functions, 0);
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_pop(lua, 1);
}

void set_operations(lua_State* lua, const char* type, lua_CFunction function) {
  luaL_getmetatable(lua, type);
  for (const char* name : {"__add", "__sub", "__mul", "__div", "__mod", "__pow", "__unm", "__idiv",
                           "__concat", "__lt", "__le", "__len", "__call"}) {
    if (lua_getfield(lua, -1, name) == LUA_TNIL) {
      lua_pushcfunction(lua, function);
      lua_setfield(lua, -3, name);
    }
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
}

}  // namespace

bool find_decimal(lua_State* lua, int index, Decimal& value) {
  if (lua_isinteger(lua, index) != 0) {
    value = Decimal(lua_tointeger(lua, index));
    return true;
  }
  const void* bytes = luaL_testudata(lua, index, kAmount);
  if (bytes != nullptr) std::memcpy(&value, bytes, sizeof value);
  return bytes != nullptr;
}

bool is_cell_state(lua_State* lua, int index, CellState wanted) {
  const CellState* state = find_state(lua, index);
  return state != nullptr && *state == wanted;
}

bool is_number_value(lua_State* lua, int index) {
  return lua_type(lua, index) == LUA_TNUMBER || luaL_testudata(lua, index, kAmount) != nullptr;
}

bool is_no_number(lua_State* lua, int index) {
  return find_state(lua, index) != nullptr;
}

void push_blank(lua_State* lua) {
  push_shared(lua, CellState::blank);
}

FractionFault fraction_fault(lua_Number number) {
  FractionFault fault;
  if (number != number || number - number != 0) {
    std::snprintf(fault.text, sizeof fault.text, "算出来的不是一个数：多半是除以了 0");
  } else {
    std::snprintf(fault.text, sizeof fault.text,
                  "算出来的是带小数的数（%.6g）：占比用 share，增减用 growth，平均数用 mean，折成万用 "
                  "wan；只要商的整数部分，用 //",
                  number);
  }
  return fault;
}

void refuse_fraction(lua_State* lua, int index) {
  luaL_error(lua, "%s", fraction_fault(lua_tonumber(lua, index)).text);
}

// Lua writes 14 significant digits. What ledgers hold (a place, an area) has fewer, and is no fault of a
// pack.
const char* find_raw_fraction(const char* text) {
  for (const char* at = std::strpbrk(text, "0123456789"); at != nullptr;
       at = std::strpbrk(at, "0123456789")) {
    const std::size_t whole = std::strspn(at, "0123456789");
    const std::size_t decimals = at[whole] == '.' ? std::strspn(at + whole + 1, "0123456789") : 0;
    const char* const end = at + whole + (decimals == 0 ? 0 : decimals + 1);
    const char* digit = at + std::strspn(at, "0.");
    std::size_t significant = 0;
    for (; digit < end; ++digit) significant += *digit == '.' ? 0 : 1;
    if (decimals >= kDecimalsOfFraction && significant >= kDigitsOfFraction) return at;
    at = end;
  }
  return nullptr;
}

void refuse_raw_fraction(lua_State* lua, const char* text) {
  const char* found = find_raw_fraction(text);
  if (found != nullptr) luaL_error(lua, "文字里%s", fraction_fault(std::strtod(found, nullptr)).text);
}

void open_values(lua_State* lua) {
  static constexpr luaL_Reg kAmountFunctions[] = {{"__add", add_amounts},      {"__eq", amount_equals},
                                                  {"__lt", amount_less},       {"__le", amount_at_most},
                                                  {"__tostring", amount_text}, {nullptr, nullptr}};
  static constexpr luaL_Reg kNoNumberFunctions[] = {
      {"__tostring", no_number_text}, {"__index", no_number_field}, {nullptr, nullptr}};
  open_nothing(lua);
  declare(lua, kAmount, kAmountFunctions);
  set_operations(lua, kAmount, refuse_amount_operation);
  declare(lua, kNoNumber, kNoNumberFunctions);
  set_operations(lua, kNoNumber, refuse_computing);
  push_no_number(lua, CellState::blank, "");
  lua_rawsetp(lua, LUA_REGISTRYINDEX, &kBlankKey);
  push_no_number(lua, CellState::not_applicable, "/");
  lua_rawsetp(lua, LUA_REGISTRYINDEX, &kNotApplicableKey);
}

void push_cell(lua_State* lua, const Cell& cell) {
  if (cell.is_number()) {
    lua_pushinteger(lua, cell.number);
  } else if (cell.state == CellState::invalid) {
    push_no_number(lua, cell.state, cell.raw);
  } else {
    push_shared(lua, cell.state);
  }
}

void push_amount(lua_State* lua, const Amount& amount) {
  if (amount.is_number()) {
    push_decimal(lua, amount.value);
  } else if (amount.state == CellState::invalid) {
    push_no_number(lua, amount.state, amount.raw);
  } else {
    push_shared(lua, amount.state);
  }
}

void push_printed(lua_State* lua, int index) {
  const CellState* state = find_state(lua, index);
  if (state == nullptr) {
    push_text_of(lua, index);
  } else if (*state == CellState::blank) {
    lua_pushliteral(lua, "（空白）");
  } else if (*state == CellState::not_applicable) {
    lua_pushliteral(lua, "（不适用）");
  } else {
    lua_getiuservalue(lua, index, 1);
    lua_pushfstring(lua, "“%s”", lua_tostring(lua, -1));
    lua_remove(lua, -2);
  }
}

bool find_cell_value(lua_State* lua, int index, CellValue& value) {
  if (const CellState* state = find_state(lua, index)) {
    push_printed(lua, index);
    value = *state == CellState::blank ? CellValue() : CellValue(std::string("/"));
    if (*state == CellState::invalid) value = std::string(lua_tostring(lua, -1));
    lua_pop(lua, 1);
    return true;
  }
  if (lua_isinteger(lua, index) != 0) {
    value = static_cast<std::int64_t>(lua_tointeger(lua, index));
    return true;
  }
  Decimal amount;
  const bool is_amount = find_decimal(lua, index, amount);
  if (is_amount) value = amount;
  return is_amount;
}

bool is_cell_value(lua_State* lua, int index) {
  return find_state(lua, index) != nullptr || lua_isinteger(lua, index) != 0 ||
         luaL_testudata(lua, index, kAmount) != nullptr;
}

std::span<const ApiFunction> value_api() {
  static constexpr ApiFunction kFunctions[] = {
      {"is_number", is_number, "value: any", "boolean", "是不是数：件数或金额。空白、不适用、无效的值不是。"},
      {"is_zero", is_zero, "value: any", "boolean", "是不是 0，金额也可以；空白不是 0。"},
      {"is_blank", is_blank, "value: any", "boolean", "是不是空白。"},
      {"is_not_applicable", is_not_applicable, "value: any", "boolean", "是不是“不适用”（“/”）。"},
      {"is_invalid", is_invalid, "value: any", "boolean", "是不是无效的值，如“三件”；原文在 value.raw。"},
      {"sum", sum_values, "values: (integer|nianbao.value)[]", "integer|nianbao.value",
       "相加。空白和不适用只在另有数时按 0 "
       "计；全是空白的，和是空白。一组各行（table3.refused）逐列相加，得到一行。",
       "有一项不是数字格"},
      {"n", print_value, "value: integer|nianbao.value", "string", "数写成文字：12、（空白）、（不适用）。",
       "不是数字格"},
      {"money", print_money, "value: integer|nianbao.value|string", "string", "金额写成文字，小数位照原样。",
       "不是金额"},
      {"date", print_date, "iso: string", "string", "“2024-06-26”写成 2024年6月26日。", "不是日期"},
      {"at", value_at, "part: table, path: string", "any",
       "按名称取一格：at(ctx.figures, \"table3.refused.third_party.total\")。",
       "没有这个名称，提示最接近的一个"}};
  return kFunctions;
}

void set_value_functions(lua_State* lua) {
  set_api(lua, value_api());
  push_shared(lua, CellState::blank);
  lua_setfield(lua, -2, "blank");
  push_shared(lua, CellState::not_applicable);
  lua_setfield(lua, -2, "not_applicable");
}

}  // namespace nianbao
