#include "intake/xlsx_number.h"

#include <array>
#include <charconv>
#include <cmath>

namespace nianbao {

namespace {

constexpr std::size_t kSpreadsheetDigits = 15;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Already as people write it: "12", "-3", "0.5"; not "007", "1.50", "-0" or more digits than are kept.
bool is_plain(std::string_view text) {
  const bool is_negative = !text.empty() && text.front() == '-';
  if (is_negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.empty() || whole.find_first_not_of("0123456789") != std::string_view::npos) return false;
  if (whole.size() > 1 && whole.front() == '0') return false;
  if (point == std::string_view::npos) return !is_negative || whole != "0";
  const std::string_view rest = text.substr(point + 1);
  if (rest.empty() || rest.find_first_not_of("0123456789") != std::string_view::npos) return false;
  return rest.back() != '0' && whole.size() + rest.size() <= kSpreadsheetDigits;
}

// Digits without point and sign, and the power of ten of the first one.
struct Scientific {
  std::string digits;
  int exponent = 0;
};

Scientific shortest(double magnitude) {
  std::array<char, 64> buffer;
  char* end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude, std::chars_format::scientific)
          .ptr;
  const auto count_digits = [&buffer, &end] {
    const char* p = buffer.data();
    std::size_t digits = 0;
    for (; p != end && *p != 'e'; ++p) digits += is_digit(*p) ? 1 : 0;
    return digits;
  };
  if (count_digits() > kSpreadsheetDigits)
    end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude,
                        std::chars_format::scientific, kSpreadsheetDigits - 1)
              .ptr;
  Scientific result;
  const char* p = buffer.data();
  for (; p != end && *p != 'e'; ++p) {
    if (is_digit(*p)) result.digits.push_back(*p);
  }
  if (p != end) ++p;
  if (p != end && *p == '+') ++p;
  std::from_chars(p, end, result.exponent);
  while (result.digits.size() > 1 && result.digits.back() == '0') result.digits.pop_back();
  return result;
}

void lay_out(const Scientific& number, std::string& out) {
  const int last = number.exponent - static_cast<int>(number.digits.size()) + 1;  // power of the last digit
  if (number.exponent < 0) {
    out += "0.";
    out.append(static_cast<std::size_t>(-number.exponent - 1), '0');
    out += number.digits;
  } else if (last >= 0) {
    out += number.digits;
    out.append(static_cast<std::size_t>(last), '0');
  } else {
    const auto whole = static_cast<std::size_t>(number.exponent) + 1;
    out.append(number.digits, 0, whole).append(".").append(number.digits, whole, std::string::npos);
  }
}

}  // namespace

std::optional<double> parse_double(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::string_view> plain_number(std::string_view text, std::string& scratch) {
  if (is_plain(text)) return text;
  const std::optional<double> value = parse_double(text);
  if (!value) return std::nullopt;
  scratch.clear();
  if (*value == 0) return std::string_view("0");
  if (*value < 0) scratch.push_back('-');
  lay_out(shortest(std::abs(*value)), scratch);
  return scratch;
}

}  // namespace nianbao
