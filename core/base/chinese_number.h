// Whole numbers and dates in Chinese numerals.
#pragma once

#include <cstdint>
#include <string>

namespace nianbao {

// 一百二十三, 十二, 两 is never written: 2 is 二. From 0 to below 10^12; digits beyond that.
std::string chinese_number(std::int64_t number);
// 二〇二四
std::string chinese_digits(std::int64_t number);

}  // namespace nianbao
