#include "rules/lua_format.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "base/chinese_number.h"
#include "base/ratio.h"
#include "calendar/date_text.h"
#include "rules/api.h"
#include "rules/frozen.h"
#include "rules/lua_arguments.h"
#include "rules/lua_state.h"
#include "rules/lua_values.h"

namespace nianbao {

namespace {

constexpr lua_Integer kMostPlaces = 4;
constexpr lua_Integer kMostShares = 100;
constexpr std::int64_t kLargestScaled = INT64_MAX / 20;  // room for one more digit
const char kClosedKey = 0;

constexpr int kFinestPlaces = 12;  // where fewer would print 0 or all of what is neither

int places_at(lua_State* lua, const char* function, int index) {
  return static_cast<int>(optional_integer(lua, {function, index, "小数位数"}, {0, kMostPlaces, 2}));
}

std::int64_t power_of_ten(int places) {
  std::int64_t power = 1;
  for (int i = 0; i < places; ++i) power *= 10;
  return power;
}

// `scaled` / 10^places.
void print_scaled(std::int64_t scaled, int places, char* out, std::size_t size) {
  const std::int64_t power = power_of_ten(places);
  if (places == 0) {
    std::snprintf(out, size, "%lld", static_cast<long long>(scaled / power));
  } else {
    std::snprintf(out, size, "%lld.%0*lld", static_cast<long long>(scaled / power), places,
                  static_cast<long long>(scaled % power));
  }
}

void push_percent(lua_State* lua, std::int64_t scaled, int places) {
  char text[48];
  print_scaled(scaled, places, text, sizeof text);
  lua_pushfstring(lua, "%s%%", text);
}

// `part` of `whole` in percent, in as many more places as it takes not to print 0 for what is none, nor 100
// for what is not all.
void push_ratio(lua_State* lua, WideInteger part, std::int64_t whole, int places) {
  for (;; ++places) {
    const std::int64_t scale = 100 * power_of_ten(places);
    const std::int64_t scaled = rounded_ratio(part, whole, scale);
    const bool is_honest = (scaled > 0 || part == 0) && (scaled != scale || part == whole);
    if (is_honest || places == kFinestPlaces) return push_percent(lua, scaled, places);
  }
}

// The change against `whole`; a fall prints 100 % only where nothing is left.
void push_change(lua_State* lua, std::int64_t change, std::int64_t whole, int places, bool falls) {
  if (falls) return push_ratio(lua, change, whole, places);
  for (;; ++places) {
    const WideInteger scale = static_cast<WideInteger>(100) * power_of_ten(places);
    if (change > INT64_MAX / 2 / scale * whole) luaL_error(lua, "growth 的增幅太大");
    const std::int64_t scaled = rounded_ratio(change, whole, static_cast<std::int64_t>(scale));
    if (scaled > 0 || places == kFinestPlaces) return push_percent(lua, scaled, places);
  }
}

int format_share(lua_State* lua) {
  const lua_Integer part = require_count(lua, {"share", 1, "部分"});
  const lua_Integer whole = require_count(lua, {"share", 2, "总数"});
  const int places = places_at(lua, "share", 3);
  if (part > whole && whole > 0)
    return luaL_error(lua, "share 的部分 %I 大于总数 %I", static_cast<LUAI_UACINT>(part),
                      static_cast<LUAI_UACINT>(whole));
  if (whole == 0) {
    lua_pushnil(lua);
  } else if (part == 0 || part == whole) {
    lua_pushstring(lua, part == 0 ? "0%" : "100%");
  } else {
    push_ratio(lua, part, whole, places);
  }
  return 1;
}

// In a text nothing may be missing.
int share_in_text(lua_State* lua) {
  format_share(lua);
  if (lua_isnil(lua, -1))
    return luaL_error(lua, "share 的总数是 0，没有占比：这一句请改写，或者先用 some 判断");
  return 1;
}

// One share with what rounding it down leaves.
struct Share {
  std::int64_t scaled = 0, remainder = 0;
  std::size_t place = 0;
};

// Shares of `counts` that add up to 100 % exactly; whether plain rounding would not have.
bool close_shares(const std::int64_t* counts, std::size_t size, std::int64_t whole, std::int64_t scale,
                  std::int64_t* closed) {
  std::array<Share, kMostShares> shares;
  std::int64_t given = 0;
  std::int64_t rounded = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const WideInteger exact = static_cast<WideInteger>(counts[i]) * scale;
    shares[i] = {static_cast<std::int64_t>(exact / whole), static_cast<std::int64_t>(exact % whole), i};
    given += shares[i].scaled;
    rounded += rounded_ratio(counts[i], whole, scale);
  }
  std::stable_sort(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(size),
                   [](const Share& a, const Share& b) { return a.remainder > b.remainder; });
  const std::int64_t missing = scale - given;
  for (std::size_t i = 0; i < size; ++i) {
    closed[shares[i].place] = shares[i].scaled + (static_cast<std::int64_t>(i) < missing ? 1 : 0);
  }
  return rounded != scale;
}

// The shares in as many more places as it takes for none of them to print 0 or 100 %.
int close_honestly(const std::int64_t* counts, std::size_t size, std::int64_t whole, int places,
                   std::int64_t* closed, bool* moved) {
  for (;; ++places) {
    const std::int64_t scale = 100 * power_of_ten(places);
    *moved = close_shares(counts, size, whole, scale, closed);
    bool honest = true;
    for (std::size_t i = 0; i < size; ++i) {
      const bool is_end = counts[i] == 0 || counts[i] == whole;
      honest = honest && (is_end || (closed[i] > 0 && closed[i] < scale));
    }
    if (honest || places == kFinestPlaces) return places;
  }
}

int format_shares(lua_State* lua) {
  if (!lua_istable(lua, 1)) return luaL_error(lua, "shares 要用花括号把各项写在一起，如 shares({a, b})[1]");
  const auto size = static_cast<lua_Integer>(lua_rawlen(lua, 1));
  if (size < 1 || size > kMostShares)
    return luaL_error(lua, "shares 要 1 至 %d 个件数", static_cast<int>(kMostShares));
  int places = places_at(lua, "shares", 2);
  std::int64_t counts[kMostShares];
  std::int64_t closed[kMostShares];
  std::int64_t whole = 0;
  for (lua_Integer i = 0; i < size; ++i) {
    lua_rawgeti(lua, 1, i + 1);
    counts[i] = require_count_on_top(lua, {"shares", 0, "一项"});
    whole += counts[i];
    lua_pop(lua, 1);
  }
  if (whole == 0) return luaL_error(lua, "shares 的各项都是 0，没有占比");
  bool moved = false;
  places = close_honestly(counts, static_cast<std::size_t>(size), whole, places, closed, &moved);
  if (moved) {
    lua_pushboolean(lua, 1);
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &kClosedKey);
  }
  lua_createtable(lua, static_cast<int>(size), 0);
  for (lua_Integer i = 0; i < size; ++i) {
    const bool is_end = counts[i] == 0 || counts[i] == whole;
    if (is_end) {
      lua_pushstring(lua, counts[i] == 0 ? "0%" : "100%");
    } else {
      push_percent(lua, closed[i], places);
    }
    lua_rawseti(lua, -2, i + 1);
  }
  return 1;
}

// Two amounts as counts of their finest unit. False where they do not fit.
bool as_counts(const Decimal& now, const Decimal& before, std::int64_t* out) {
  const int scale = std::max(now.scale(), before.scale());
  const Decimal* amounts[] = {&now, &before};
  for (int i = 0; i < 2; ++i) {
    char digits[64];
    const std::size_t size = amounts[i]->to_string().copy(digits, sizeof digits - 1);
    std::int64_t value = 0;
    int places = -1;
    for (std::size_t at = 0; at < size; ++at) {
      if (digits[at] == '.') {
        places = 0;
        continue;
      }
      if (value > kLargestScaled) return false;
      value = value * 10 + (digits[at] - '0');
      if (places >= 0) ++places;
    }
    for (places = std::max(places, 0); places < scale; ++places) {
      if (value > kLargestScaled) return false;
      value *= 10;
    }
    out[i] = value;
  }
  return true;
}

Decimal require_amount(lua_State* lua, const Argument& argument) {
  Decimal value;
  if (!find_decimal(lua, argument.index, value)) refuse_argument(lua, argument, "一个数或金额");
  if (value.is_negative()) luaL_error(lua, "%s 的%s是负数", argument.function, argument.what);
  return value;
}

// To be read behind “同比”, whatever became of it.
int format_growth(lua_State* lua) {
  const Decimal now = require_amount(lua, {"growth", 1, "今年的数"});
  if (lua_isnone(lua, 2)) refuse_argument(lua, {"growth", 2, "上年的数"}, "一个数或金额");
  if (lua_isnil(lua, 2) || is_nothing(lua, 2)) {
    lua_pushliteral(lua, "无可比数据（首次统计）");
    return 1;
  }
  const Decimal before = require_amount(lua, {"growth", 2, "上年的数"});
  const int places = places_at(lua, "growth", 3);
  std::int64_t counts[2];
  if (!as_counts(now, before, counts)) return luaL_error(lua, "growth 的数太大");
  if (counts[0] == counts[1]) {
    lua_pushliteral(lua, "持平");
  } else if (counts[1] == 0) {
    lua_pushliteral(lua, "由0增至");
    luaL_tolstring(lua, 1, nullptr);
    lua_concat(lua, 2);
  } else {
    const bool grows = counts[0] > counts[1];
    lua_pushstring(lua, grows ? "增长" : "下降");
    push_change(lua, grows ? counts[0] - counts[1] : counts[1] - counts[0], counts[1], places, !grows);
    lua_concat(lua, 2);
  }
  return 1;
}

// mean(sum, count): a quotient of two counts, or of an amount and a count, rounded half up.
int format_mean(lua_State* lua) {
  const Decimal sum = require_amount(lua, {"mean", 1, "总数"});
  const lua_Integer count = require_count(lua, {"mean", 2, "个数"});
  const int places = places_at(lua, "mean", 3);
  if (count == 0) return luaL_error(lua, "mean 的个数是 0，没有平均数");
  std::int64_t scaled[2];
  if (!as_counts(sum, Decimal(1), scaled)) return luaL_error(lua, "mean 的总数太大");
  const WideInteger divisor = static_cast<WideInteger>(count) * scaled[1];
  if (divisor > INT64_MAX || scaled[0] > INT64_MAX / power_of_ten(places))
    return luaL_error(lua, "mean 的总数太大");
  char text[48];
  print_scaled(rounded_ratio(scaled[0], static_cast<std::int64_t>(divisor), power_of_ten(places)), places,
               text, sizeof text);
  lua_pushstring(lua, text);
  return 1;
}

// The value × 10^places, rounded half up from its digits; -1 for a negative one and one that does not fit.
std::int64_t rounded_places(const Decimal& value, int places) {
  if (value.is_negative()) return -1;
  std::string digits = value.to_string();
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string fraction = point < digits.size() ? digits.substr(point + 1) : "";
  fraction.resize(std::max(fraction.size(), static_cast<std::size_t>(places) + 1), '0');
  digits = digits.substr(0, point) + fraction.substr(0, static_cast<std::size_t>(places));
  if (digits.size() > 17) return -1;
  return std::atoll(digits.c_str()) + (fraction[static_cast<std::size_t>(places)] >= '5' ? 1 : 0);
}

// The digits of value ÷ 10^4, in more places where `places` would print 0 for what is none. Leaves `text`
// empty where there is no such number. Holds a value: raises nothing.
void print_wan(lua_State* lua, int places, char (&text)[64]) {
  CellValue value;
  find_cell_value(lua, 1, value);
  for (;; ++places) {
    std::int64_t scaled = -1;
    bool is_zero = true;
    if (const auto* count = std::get_if<std::int64_t>(&value)) {
      if (*count >= 0) scaled = rounded_ratio(*count, 10'000, power_of_ten(places));
      is_zero = *count == 0;
    } else if (const auto* amount = std::get_if<Decimal>(&value)) {
      scaled = rounded_places(amount->shifted(4), places);
      is_zero = amount->is_zero();
    }
    if (scaled < 0) return;
    if (scaled > 0 || is_zero || places == kFinestPlaces)
      return print_scaled(scaled, places, text, sizeof text);
  }
}

// 元 -> 万元, a count -> 万. Rounded half up, trailing zeros dropped.
int format_wan(lua_State* lua) {
  if (!is_cell_value(lua, 1)) refuse_argument(lua, {"wan", 1, "数"}, "一个数或金额");
  const int places = places_at(lua, "wan", 2);
  char text[64] = "";
  print_wan(lua, places, text);
  if (text[0] == '\0') return luaL_error(lua, "wan 要一个不是负数的数或金额");
  if (std::strchr(text, '.') != nullptr) {
    char* last = text + std::strlen(text) - 1;
    while (*last == '0') *last-- = '\0';
    if (*last == '.') *last = '\0';
  }
  lua_pushstring(lua, text);
  return 1;
}

template <std::size_t size>
void copy_text(const std::string& text, char (&out)[size]) {
  std::snprintf(out, size, "%s", text.c_str());
}

int format_chinese_number(lua_State* lua) {
  const lua_Integer number = require_count(lua, {"cn", 1, "数"});
  char text[128];
  copy_text(chinese_number(number), text);
  lua_pushstring(lua, text);
  return 1;
}

int format_chinese_date(lua_State* lua) {
  std::size_t size = 0;
  require_date_text(lua, "date_cn");
  const char* iso = lua_tolstring(lua, 1, &size);
  const auto date = parse_date({iso, size});
  if (!date) return luaL_error(lua, "“%s”不是日期", iso);
  char text[96];
  copy_text(chinese_digits(static_cast<int>(date->year())) + "年" +
                chinese_number(static_cast<unsigned>(date->month())) + "月" +
                chinese_number(static_cast<unsigned>(date->day())) + "日",
            text);
  lua_pushstring(lua, text);
  return 1;
}

// Pushes the name of one item: a text, or the key of a group.
void push_item(lua_State* lua, int index, lua_Integer i) {
  lua_geti(lua, index, i);
  if (lua_type(lua, -1) == LUA_TSTRING) return;
  if (lua_istable(lua, -1)) {
    lua_pushliteral(lua, "key");
    lua_rawget(lua, -2);
    lua_remove(lua, -2);
  } else if (is_frozen(lua, -1)) {
    lua_getfield(lua, -1, "key");
    lua_remove(lua, -2);
  }
  if (lua_type(lua, -1) != LUA_TSTRING)
    luaL_error(lua, "list 的第 %I 项不是名称，也不是有 key 的表", static_cast<LUAI_UACINT>(i));
}

int format_list(lua_State* lua) {
  const bool is_list = lua_istable(lua, 1) || is_lazy_list(lua, 1) || is_frozen(lua, 1);
  if (!is_list) refuse_argument(lua, {"list", 1, "列表"}, "一张列表");
  const lua_Integer size = luaL_len(lua, 1);
  const lua_Integer most = optional_integer(lua, {"list", 2, "个数"}, {1, LUA_MAXINTEGER, LUA_MAXINTEGER});
  const lua_Integer shown = std::min(size, most);
  if (size == 0) {
    if (lua_isnoneornil(lua, 3))
      return luaL_error(lua, "list 的列表是空的：没有时怎么写，请写在第三项，如 list(列表, 3, \"无\")");
    require_text(lua, {"list", 3, "没有时的话"});
    lua_settop(lua, 3);
    return 1;
  }
  luaL_Buffer buffer;
  luaL_buffinit(lua, &buffer);
  for (lua_Integer i = 1; i <= shown; ++i) {
    LuaState::of(lua).charge(100);
    if (i > 1) luaL_addstring(&buffer, "、");
    push_item(lua, 1, i);
    luaL_addvalue(&buffer);
  }
  if (shown < size) {
    char rest[48];
    std::snprintf(rest, sizeof rest, "等%lld个", static_cast<long long>(size));
    luaL_addstring(&buffer, rest);
  }
  luaL_pushresult(&buffer);
  return 1;
}

int format_some(lua_State* lua) {
  const lua_Integer count = require_count(lua, {"some", 1, "数"});
  const char* text = require_text(lua, {"some", 2, "有的时候的话"});
  const char* none = require_text(lua, {"some", 3, "是 0 时的话"});
  if (count == 0) {
    lua_pushstring(lua, none);
    return 1;
  }
  const char* mark = std::strchr(text, '%');
  if (mark == nullptr || std::strchr(mark + 1, '%') != nullptr) {
    return luaL_error(lua, "some 的文字里要有一个 %%，数写在那里");
  }
  lua_pushlstring(lua, text, static_cast<std::size_t>(mark - text));
  lua_pushinteger(lua, count);
  lua_tostring(lua, -1);
  lua_pushstring(lua, mark + 1);
  lua_concat(lua, 3);
  return 1;
}

}  // namespace

std::span<const ApiFunction> format_api() {
  static constexpr ApiFunction kFunctions[] = {
      {"share", format_share, "part: integer, whole: integer, places?: integer", "string?",
       "占比：“97.38%”，四舍五入，默认两位；0 和全部写“0%”“100%”，其他的不会写成 0 或 "
       "100%，位数不够就多写几位；总数为 0 时是 nil。",
       "不是件数；部分大于总数；位数不是 0 至 4"},
      {"shares", format_shares, "counts: integer[], places?: integer", "string[]",
       "一组占比，合起来是 100%：四舍五入合不上的，余数大的进位，并在统计口径里说明。",
       "各项都是 0；多于 100 项"},
      {"growth", format_growth,
       "now: integer|nianbao.value, before: integer|nianbao.value|nil, places?: integer", "string",
       "比上年，写在“同比”后面：“增长1.08%”“下降2.50%”“持平”；上年为 0 是“由0增至5”，上年是 nil "
       "是“无可比数据（首次统计）”。",
       "不是件数或金额；没有写上年的数"},
      {"mean", format_mean, "sum: integer|nianbao.value, count: integer, places?: integer", "string",
       "平均数：“9.07”，四舍五入，默认两位。", "不是数；个数是 0"},
      {"wan", format_wan, "value: integer|nianbao.value, places?: integer", "string",
       "元写成万元，件写成万件，只写数：“3.2”；默认两位，末尾的 0 不写。", "不是数或金额；是负数"},
      {"cn", format_chinese_number, "count: integer", "string", "一百二十三。", "不是件数"},
      {"date_cn", format_chinese_date, "iso: string", "string", "二〇二四年六月二十六日。", "不是日期"},
      {"list", format_list, "items: table, most?: integer, none?: string", "string",
       "甲、乙、丙；多于 most 个的写“甲、乙等5个”；各项是文字，或者有 key 的组；空的列表写 none。",
       "有一项不是名称；列表是空的而没有 none；most 小于 1"},
      {"some", format_some, "count: integer, text: string, none: string", "string",
       "count 是 0 写 none，否则写 text，其中的 % 是数：some(x, \"收到%件\", \"未收到\")。",
       "text 里没有 %，或者不止一个"}};
  return kFunctions;
}

void set_format_functions(lua_State* lua) {
  set_api(lua, format_api());
}

void set_text_functions(lua_State* lua) {
  set_format_functions(lua);
  lua_pushcfunction(lua, share_in_text);
  lua_setfield(lua, -2, "share");
}

bool has_closed_shares(lua_State* lua) {
  const bool closed = lua_rawgetp(lua, LUA_REGISTRYINDEX, &kClosedKey) != LUA_TNIL;
  lua_pop(lua, 1);
  return closed;
}

}  // namespace nianbao
