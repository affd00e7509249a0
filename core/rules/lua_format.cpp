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
#include "rules/lua_state.h"
#include "rules/lua_values.h"

namespace nianbao {

namespace {

constexpr lua_Integer kMostPlaces = 4;
constexpr lua_Integer kMostShares = 100;
const char kClosedKey = 0;

lua_Integer require_count(lua_State* lua, int index) {
  if (lua_isinteger(lua, index) == 0) {
    push_printed(lua, index);
    luaL_error(lua, "这里要一个件数，得到“%s”", lua_tostring(lua, -1));
  }
  const lua_Integer count = lua_tointeger(lua, index);
  if (count < 0 || count > 1'000'000'000'000) luaL_error(lua, "件数应在 0 至 10^12 之间");
  return count;
}

int places_at(lua_State* lua, int index) {
  const lua_Integer places = luaL_optinteger(lua, index, 2);
  if (places < 0 || places > kMostPlaces)
    luaL_error(lua, "小数位数应为 0 至 %d", static_cast<int>(kMostPlaces));
  return static_cast<int>(places);
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

int format_share(lua_State* lua) {
  const lua_Integer part = require_count(lua, 1);
  const lua_Integer whole = require_count(lua, 2);
  const int places = places_at(lua, 3);
  if (part > whole && whole > 0)
    return luaL_error(lua, "share 的部分 %d 大于总数 %d", static_cast<int>(part), static_cast<int>(whole));
  if (whole == 0) {
    lua_pushnil(lua);
  } else if (part == 0 || part == whole) {
    lua_pushstring(lua, part == 0 ? "0%" : "100%");
  } else {
    push_percent(lua, rounded_ratio(part, whole, 100 * power_of_ten(places)), places);
  }
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

int format_shares(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  const auto size = static_cast<lua_Integer>(lua_rawlen(lua, 1));
  if (size < 1 || size > kMostShares)
    return luaL_error(lua, "shares 要 1 至 %d 个件数", static_cast<int>(kMostShares));
  const int places = places_at(lua, 2);
  std::int64_t counts[kMostShares];
  std::int64_t closed[kMostShares];
  std::int64_t whole = 0;
  for (lua_Integer i = 0; i < size; ++i) {
    lua_rawgeti(lua, 1, i + 1);
    counts[i] = require_count(lua, -1);
    whole += counts[i];
    lua_pop(lua, 1);
  }
  if (whole == 0) return luaL_error(lua, "shares 的各项都是 0，没有占比");
  if (close_shares(counts, static_cast<std::size_t>(size), whole, 100 * power_of_ten(places), closed)) {
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

// A count, or an amount in millionths.
lua_Integer require_comparable(lua_State* lua, int index) {
  std::int64_t value = -1;
  {
    CellValue cell;
    const bool is_found = find_cell_value(lua, index, cell);
    if (is_found && std::holds_alternative<Decimal>(cell)) value = std::get<Decimal>(cell).rounded(6);
  }
  return value < 0 ? require_count(lua, index) : value;
}

int format_growth(lua_State* lua) {
  const lua_Integer now = require_comparable(lua, 1);
  if (lua_isnoneornil(lua, 2)) {
    lua_pushliteral(lua, "首次统计");
    return 1;
  }
  const lua_Integer before = require_comparable(lua, 2);
  const int places = places_at(lua, 3);
  if (now == before) {
    lua_pushliteral(lua, "持平");
  } else if (before == 0) {
    lua_pushliteral(lua, "上年为0");
  } else {
    lua_pushstring(lua, now > before ? "增长" : "下降");
    push_percent(
        lua, rounded_ratio(now > before ? now - before : before - now, before, 100 * power_of_ten(places)),
        places);
    lua_concat(lua, 2);
  }
  return 1;
}

// Leaves `text` empty where there is no such number. Holds a value: raises nothing.
void print_wan(lua_State* lua, int places, char (&text)[64]) {
  CellValue value;
  find_cell_value(lua, 1, value);
  if (const auto* count = std::get_if<std::int64_t>(&value)) {
    if (*count >= 0)
      print_scaled(rounded_ratio(*count, 10'000, power_of_ten(places)), places, text, sizeof text);
  } else if (const auto* amount = std::get_if<Decimal>(&value)) {
    const std::int64_t scaled = amount->shifted(4).rounded(places);
    if (scaled >= 0) print_scaled(scaled, places, text, sizeof text);
  }
}

// 元 -> 万元, a count -> 万. Rounded half up, trailing zeros dropped.
int format_wan(lua_State* lua) {
  if (!is_cell_value(lua, 1)) return luaL_error(lua, "wan 要一个数或金额");
  const int places = places_at(lua, 2);
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
  const lua_Integer number = require_count(lua, 1);
  char text[128];
  copy_text(chinese_number(number), text);
  lua_pushstring(lua, text);
  return 1;
}

int format_chinese_date(lua_State* lua) {
  std::size_t size = 0;
  const char* iso = luaL_checklstring(lua, 1, &size);
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
  if (lua_type(lua, -1) != LUA_TSTRING) {
    if (luaL_testudata(lua, -1, "nianbao.frozen") == nullptr)
      luaL_error(lua, "list 的第 %d 项不是名称", static_cast<int>(i));
    lua_getfield(lua, -1, "key");
    lua_remove(lua, -2);
  }
}

int format_list(lua_State* lua) {
  const bool is_list =
      lua_istable(lua, 1) || is_lazy_list(lua, 1) || luaL_testudata(lua, 1, "nianbao.frozen") != nullptr;
  if (!is_list) return luaL_error(lua, "list 要一张列表");
  const lua_Integer size = luaL_len(lua, 1);
  const lua_Integer most = luaL_optinteger(lua, 2, size);
  const lua_Integer shown = std::max<lua_Integer>(0, std::min(size, most));
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
  const lua_Integer count = require_count(lua, 1);
  const char* text = luaL_checkstring(lua, 2);
  const char* none = luaL_checkstring(lua, 3);
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
       "占比：“97.38%”，四舍五入，默认两位；0 和全部写“0%”“100%”；总数为 0 时是 nil。",
       "不是件数；部分大于总数；位数不是 0 至 4"},
      {"shares", format_shares, "counts: integer[], places?: integer", "string[]",
       "一组占比，合起来是 100%：四舍五入合不上的，余数大的进位，并在统计口径里说明。",
       "各项都是 0；多于 100 项"},
      {"growth", format_growth, "now: integer, before?: integer, places?: integer", "string",
       "比上年：“增长1.08%”“下降2.5%”“持平”；上年为 0 是“上年为0”，没有上年是“首次统计”。", "不是件数"},
      {"wan", format_wan, "value: integer|nianbao.value, places?: integer", "string",
       "元写成万元，件写成万件，只写数：“3.2”；默认两位，末尾的 0 不写。", "不是数或金额；是负数"},
      {"cn", format_chinese_number, "count: integer", "string", "一百二十三。", "不是件数"},
      {"date_cn", format_chinese_date, "iso: string", "string", "二〇二四年六月二十六日。", "不是日期"},
      {"list", format_list, "items: table, most?: integer", "string",
       "甲、乙、丙；多于 most 个的写“甲、乙等5个”；各项是文字，或者有 key 的组。", "有一项不是名称"},
      {"some", format_some, "count: integer, text: string, none: string", "string",
       "count 是 0 写 none，否则写 text，其中的 % 是数：some(x, \"收到%件\", \"未收到\")。",
       "text 里没有 %，或者不止一个"}};
  return kFunctions;
}

void set_format_functions(lua_State* lua) {
  set_api(lua, format_api());
}

bool has_closed_shares(lua_State* lua) {
  const bool closed = lua_rawgetp(lua, LUA_REGISTRYINDEX, &kClosedKey) != LUA_TNIL;
  lua_pop(lua, 1);
  return closed;
}

}  // namespace nianbao
