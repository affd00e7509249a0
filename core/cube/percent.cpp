#include "cube/percent.h"

namespace nianbao {

std::optional<std::string> percent_text(std::int64_t part, std::int64_t whole) {
  if (whole <= 0 || part < 0) return std::nullopt;
  __extension__ using Wide = __int128;
  const Wide hundredths = (static_cast<Wide>(part) * 20000 + whole) / (static_cast<Wide>(whole) * 2);
  std::string digits;
  for (Wide rest = hundredths; rest > 0 || digits.size() < 3; rest /= 10) {
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
  }
  return digits.insert(digits.size() - 2, 1, '.');
}

}  // namespace nianbao
