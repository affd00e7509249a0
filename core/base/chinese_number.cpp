#include "base/chinese_number.h"

#include <array>

namespace nianbao {

namespace {

constexpr std::array<const char*, 10> kDigits = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::int64_t kLimit = 1'000'000'000'000;

// 1 to 9999; `has_higher` digits stand before it, so that 10 is 一十 there.
std::string below_ten_thousand(std::int64_t number, bool has_higher) {
  static constexpr std::array<std::pair<std::int64_t, const char*>, 4> kPowers = {
      {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}};
  std::string text;
  bool skipped = false;
  for (const auto& [power, name] : kPowers) {
    const std::int64_t digit = number / power % 10;
    if (digit == 0) {
      skipped = skipped || !text.empty() || has_higher;
      continue;
    }
    if (skipped) text += "零";
    skipped = false;
    const bool is_plain_ten = power == 10 && digit == 1 && text.empty() && !has_higher;
    text += (is_plain_ten ? "" : std::string(kDigits[static_cast<std::size_t>(digit)])) + name;
  }
  return text;
}

}  // namespace

std::string chinese_digits(std::int64_t number) {
  std::string text;
  for (char c : std::to_string(number)) {
    text += c == '-' ? "负" : c == '0' ? "〇" : kDigits[static_cast<std::size_t>(c - '0')];
  }
  return text;
}

std::string chinese_number(std::int64_t number) {
  if (number == 0) return kDigits[0];
  if (number < 0 || number >= kLimit) return std::to_string(number);
  std::string text;
  for (const auto& [power, name] :
       {std::pair<std::int64_t, const char*>{100'000'000, "亿"}, {10'000, "万"}, {1, ""}}) {
    const std::int64_t part = number / power % 10'000;
    if (part > 0) text += below_ten_thousand(part, !text.empty()) + name;
  }
  return text;
}

}  // namespace nianbao
