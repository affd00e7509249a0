#include "cube/percent.h"

#include "base/ratio.h"

namespace nianbao {

std::optional<std::string> percent_text(std::int64_t part, std::int64_t whole) {
  if (whole <= 0 || part < 0) return std::nullopt;
  return hundredths_text(rounded_ratio(part, whole, 10000));
}

}  // namespace nianbao
