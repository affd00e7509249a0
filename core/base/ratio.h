// Shares and means without binary floating point: a whole number of hundredths, rounded half up.
#pragma once

#include <cstdint>
#include <string>

namespace nianbao {

__extension__ using WideInteger = __int128;

// part × scale / whole, rounded half up. `part` is 0 or more, `whole` positive; the result must fit.
inline std::int64_t rounded_ratio(WideInteger part, std::int64_t whole, std::int64_t scale) {
  return static_cast<std::int64_t>((2 * part * scale + whole) / (2 * static_cast<WideInteger>(whole)));
}

// 941 -> "9.41".
inline std::string hundredths_text(std::int64_t hundredths) {
  const std::string cents = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + (cents.size() < 2 ? ".0" : ".") + cents;
}

}  // namespace nianbao
