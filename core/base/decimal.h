// Exact decimal numbers for money: 万元 amounts are published with up to six places and must come back as
// written. A value is coefficient × 10^-scale; sums keep the largest scale among their addends.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

class Decimal {
 public:
  Decimal() = default;
  explicit Decimal(std::int64_t whole) : coefficient_(whole) {}

  // "4166.241619", "-3", ".5", "1,234.50"; no exponent. Empty when it is not a number or has over 30 digits
  // or 12 places.
  static std::optional<Decimal> parse(std::string_view text);

  // As written: the scale is kept, "0.10" stays "0.10".
  std::string to_string() const;

  // Empty on overflow of 37 digits.
  std::optional<Decimal> plus(const Decimal& other) const;

  // The value × 10^-places: 元 into 万元 is shifted(4). The scale grows by `places`, then trailing zeros
  // beyond the original scale are dropped.
  Decimal shifted(int places) const;

  // The value × 10^places, rounded half up; -1 for a negative one and one of more than 17 digits.
  std::int64_t rounded(int places) const;

  bool is_negative() const { return coefficient_ < 0; }
  bool is_zero() const { return coefficient_ == 0; }
  int scale() const { return scale_; }
  // For display and ratios only, never for sums.
  double to_double() const;

  std::strong_ordering operator<=>(const Decimal& other) const;
  bool operator==(const Decimal& other) const { return std::is_eq(*this <=> other); }

 private:
  __extension__ using Wide = __int128;
  Decimal(Wide coefficient, int scale) : coefficient_(coefficient), scale_(scale) {}
  Wide coefficient_ = 0;
  int scale_ = 0;
};

}  // namespace nianbao
