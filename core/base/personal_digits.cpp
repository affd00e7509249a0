#include "base/personal_digits.h"

#include <array>

#include "base/text.h"

namespace nianbao {

namespace {

int digit_at(std::string_view digits, std::size_t i) {
  return digits[i] - '0';
}

int number_at(std::string_view digits, std::size_t begin, std::size_t length) {
  int value = 0;
  for (std::size_t i = begin; i < begin + length; ++i) value = value * 10 + digit_at(digits, i);
  return value;
}

// The first two digits of GB/T 2260, and 81 to 83 of residence permits.
bool begins_with_province(std::string_view digits) {
  static constexpr std::array<std::string_view, 9> kSecondDigits = {
      "", "12345", "123", "1234567", "123456", "01234", "12345", "1", "123"};
  const int first = digit_at(digits, 0);
  return first < 9 &&
         kSecondDigits[static_cast<std::size_t>(first)].find(digits[1]) != std::string_view::npos;
}

bool is_day(int year, int month, int day) {
  static constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1 || day > kDays[static_cast<std::size_t>(month - 1)]) return false;
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month != 2 || day < 29 || is_leap;
}

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digit_at(digits, digits.size() - 1 - i);
    const int doubled = i % 2 == 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 == 0;
}

// 统一社会信用代码, GB 32100.
bool is_credit_code(std::string_view digits) {
  if (digits.size() != 18) return false;
  int sum = 0;
  int weight = 1;
  for (std::size_t i = 0; i < 17; ++i) {
    sum += digit_at(digits, i) * weight;
    weight = weight * 3 % 31;
  }
  return (31 - sum % 31) % 31 == digit_at(digits, 17);
}

}  // namespace

bool is_like_identity(std::string_view digits) {
  if (digits.size() != 18 || !begins_with_province(digits)) return false;
  const int year = number_at(digits, 6, 4);
  return year >= 1850 && year < 2100 && is_day(year, number_at(digits, 10, 2), number_at(digits, 12, 2));
}

bool is_identity(std::string_view digits) {
  if (!is_like_identity(digits)) return false;
  int rest = 0;
  for (std::size_t i = 0; i < 17; ++i) rest = (rest + digit_at(digits, i)) * 2 % 11;
  const int check = (12 - rest) % 11;
  return digits[17] == (check == 10 ? 'X' : static_cast<char>('0' + check));
}

bool is_old_identity(std::string_view digits) {
  if (digits.size() != 15 || !begins_with_province(digits)) return false;
  return is_day(1900 + number_at(digits, 6, 2), number_at(digits, 8, 2), number_at(digits, 10, 2));
}

bool is_mobile(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3' && digits[1] <= '9';
}

bool is_bank_card(std::string_view digits) {
  if (digits.size() < 16 || digits.size() > 19) return false;
  const bool may_begin =
      std::string_view("4569").find(digits[0]) != std::string_view::npos || starts_with(digits, "35");
  return may_begin && passes_luhn(digits) && !is_like_identity(digits) && !is_credit_code(digits);
}

}  // namespace nianbao
