#include "base/decimal.h"

#include <algorithm>
#include <cstdlib>

namespace nianbao {

namespace {

__extension__ using Wide = __int128;

constexpr int kMaxDigits = 30;
constexpr int kMaxScale = 12;
// Sums may grow by seven digits beyond what is read.
constexpr int kLimitDigits = 37;

Wide power_of_ten(int exponent) {
  Wide value = 1;
  for (int i = 0; i < exponent; ++i) value *= 10;
  return value;
}

bool fits(Wide value) {
  const Wide limit = power_of_ten(kLimitDigits);
  return value < limit && value > -limit;
}

// Empty when the scaled value would not fit.
std::optional<Wide> rescaled(Wide coefficient, int digits) {
  const Wide limit = power_of_ten(kLimitDigits - digits);
  if (coefficient >= limit || coefficient <= -limit) return std::nullopt;
  return coefficient * power_of_ten(digits);
}

// Whether commas stand as in "1,234,567".
bool is_grouped(std::string_view whole) {
  const std::size_t first = whole.find(',');
  if (first == std::string_view::npos) return true;
  if (first == 0 || first > 3) return false;
  for (std::size_t i = first; i < whole.size(); i += 4) {
    if (whole[i] != ',' || whole.size() - i < 4) return false;
    if (whole.substr(i + 1, 3).find(',') != std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  if (!is_grouped(text.substr(0, text.find('.')))) return std::nullopt;
  Wide coefficient = 0;
  int digits = 0;
  int scale = -1;
  for (char c : text) {
    if (c == ',' && scale < 0) continue;
    if (c == '.' && scale < 0) {
      scale = 0;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    coefficient = coefficient * 10 + (c - '0');
    if (scale >= 0) ++scale;
    if (++digits > kMaxDigits || scale > kMaxScale) return std::nullopt;
  }
  if (digits == 0) return std::nullopt;
  return Decimal(negative ? -coefficient : coefficient, std::max(scale, 0));
}

std::string Decimal::to_string() const {
  std::string digits;
  for (Wide rest = coefficient_ < 0 ? -coefficient_ : coefficient_; rest > 0; rest /= 10) {
    digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
  }
  while (digits.size() < static_cast<std::size_t>(scale_) + 1) digits.push_back('0');
  if (coefficient_ < 0) digits.push_back('-');
  std::reverse(digits.begin(), digits.end());
  if (scale_ > 0) digits.insert(digits.size() - static_cast<std::size_t>(scale_), 1, '.');
  return digits;
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
  const int scale = std::max(scale_, other.scale_);
  const auto left = rescaled(coefficient_, scale - scale_);
  const auto right = rescaled(other.coefficient_, scale - other.scale_);
  if (!left || !right || !fits(*left + *right)) return std::nullopt;
  return Decimal(*left + *right, scale);
}

Decimal Decimal::shifted(int places) const {
  Decimal moved(coefficient_, scale_ + places);
  while (moved.scale_ > scale_ && moved.coefficient_ % 10 == 0) {
    moved.coefficient_ /= 10;
    moved.scale_ -= 1;
  }
  return moved;
}

std::int64_t Decimal::rounded(int places) const {
  if (is_negative()) return -1;
  std::string digits = to_string();
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string fraction = point < digits.size() ? digits.substr(point + 1) : "";
  fraction.resize(std::max(fraction.size(), static_cast<std::size_t>(places) + 1), '0');
  digits = digits.substr(0, point) + fraction.substr(0, static_cast<std::size_t>(places));
  if (digits.size() > 17) return -1;
  return std::atoll(digits.c_str()) + (fraction[static_cast<std::size_t>(places)] >= '5' ? 1 : 0);
}

double Decimal::to_double() const {
  return static_cast<double>(coefficient_) / static_cast<double>(power_of_ten(scale_));
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  // Whole parts first, so that bringing both to one scale cannot overflow.
  const Wide left_unit = power_of_ten(scale_);
  const Wide right_unit = power_of_ten(other.scale_);
  const Wide left_whole = coefficient_ / left_unit;
  const Wide right_whole = other.coefficient_ / right_unit;
  if (left_whole != right_whole)
    return left_whole < right_whole ? std::strong_ordering::less : std::strong_ordering::greater;
  const int scale = std::max(scale_, other.scale_);
  const Wide left = coefficient_ % left_unit * power_of_ten(scale - scale_);
  const Wide right = other.coefficient_ % right_unit * power_of_ten(scale - other.scale_);
  if (left == right) return std::strong_ordering::equal;
  return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
}

}  // namespace nianbao
