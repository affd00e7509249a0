#include "rules/lua_ratios.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "base/ratio.h"
#include "rules/lua_arguments.h"
#include "rules/lua_format.h"
#include "rules/lua_values.h"

namespace nianbao {

namespace {

constexpr lua_Integer kMostPlaces = 4;
constexpr lua_Integer kMostShares = 100;
constexpr std::int64_t kLargestScaled = INT64_MAX / 20;  // room for one more digit
const char kClosedKey = 0;

}  // namespace

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

namespace {

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

}  // namespace

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

namespace {

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

}  // namespace

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

namespace {

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

}  // namespace

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

bool has_closed_shares(lua_State* lua) {
  const bool closed = lua_rawgetp(lua, LUA_REGISTRYINDEX, &kClosedKey) != LUA_TNIL;
  lua_pop(lua, 1);
  return closed;
}

}  // namespace nianbao
