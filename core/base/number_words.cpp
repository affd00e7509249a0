#include "base/number_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace nianbao {

namespace {

struct Digit {
  std::string_view text;
  int value;
};
constexpr std::array<Digit, 12> kDigits = {{{"零", 0},
                                            {"〇", 0},
                                            {"一", 1},
                                            {"二", 2},
                                            {"两", 2},
                                            {"三", 3},
                                            {"四", 4},
                                            {"五", 5},
                                            {"六", 6},
                                            {"七", 7},
                                            {"八", 8},
                                            {"九", 9}}};
constexpr std::array<Digit, 3> kSmallPowers = {{{"十", 10}, {"百", 100}, {"千", 1000}}};

template <std::size_t size>
std::optional<int> value_of(const std::array<Digit, size>& digits, std::string_view text) {
  for (const Digit& digit : digits) {
    if (starts_with(text, digit.text)) return digit.value;
  }
  return std::nullopt;
}

}  // namespace

// The length of the Chinese numeral that `text` begins with.
std::size_t chinese_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size()) {
    const std::string_view rest = text.substr(length);
    const bool is_power = value_of(kSmallPowers, rest) || starts_with(rest, "万") || starts_with(rest, "亿");
    const bool is_numeral = value_of(kDigits, rest) || (is_power && (length > 0 || starts_with(rest, "十")));
    if (!is_numeral) break;
    length += 3;
  }
  return length;
}

std::optional<std::int64_t> parse_chinese_number(std::string_view text) {
  static constexpr std::int64_t kMostCounted = 1'000'000'000'000'000;  // so that nothing overflows
  if (text.empty() || text.size() > 60 || text.size() % 3 != 0) return std::nullopt;
  std::int64_t total = 0;
  std::int64_t section = 0;  // below 万
  std::int64_t digit = -1;
  std::int64_t last_power = 0;
  bool is_plain = true;  // digits alone: 二〇二四
  std::int64_t plain = 0;
  for (std::size_t i = 0; i < text.size(); i += 3) {
    const std::string_view rest = text.substr(i);
    if (const auto value = value_of(kDigits, rest)) {
      if (plain > kMostCounted) return std::nullopt;
      plain = plain * 10 + *value;
      if (*value == 0) last_power = 0;
      if (digit > 0 && *value > 0 && !is_plain) return std::nullopt;
      digit = *value;
      continue;
    }
    is_plain = false;
    if (const auto power = value_of(kSmallPowers, rest)) {
      section += std::max<std::int64_t>(digit, digit < 0 ? 1 : 0) * *power;
      last_power = *power;
    } else if (starts_with(rest, "万") || starts_with(rest, "亿")) {
      const std::int64_t scale = starts_with(rest, "万") ? 10'000 : 100'000'000;
      total += section + std::max<std::int64_t>(digit, 0);
      if (total > kMostCounted / scale) return std::nullopt;
      total *= scale;
      section = 0;
      last_power = scale;
    } else {
      return std::nullopt;
    }
    digit = -1;
  }
  if (is_plain) return plain;
  // 三百五 is 350, 三万六 is 36000.
  if (digit > 0 && last_power >= 100) return total + section + digit * (last_power / 10);
  return total + section + std::max<std::int64_t>(digit, 0);
}

}  // namespace nianbao
