#include "layout/chart_scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace nianbao {
namespace {

constexpr std::array<int, 3> kSteps = {1, 2, 5};
constexpr double kSlack = 1e-9;  // of a step; a value on a step is not above it

// 5 × 10^-2 as 5 / 100: exact to the last bit.
double scaled(int digit, int power) {
  return power < 0 ? digit / std::pow(10, -power) : digit * std::pow(10, power);
}

}  // namespace

std::string ChartScale::text(int tick) const {
  return fmt::format("{:.{}f}", tick * step, places);
}

ChartScale make_scale(double least, double most, bool whole, int steps) {
  least = std::min(least, 0.0);
  most = std::max(most, 0.0);
  const double range = most - least;
  if (range <= 0) return {};
  ChartScale scale;
  const int power = static_cast<int>(std::floor(std::log10(range / steps)));
  for (int p = whole ? std::max(power, 0) : power;; ++p) {
    for (const int digit : kSteps) {
      scale.step = scaled(digit, p);
      if (range / scale.step > steps + kSlack) continue;
      scale.first = static_cast<int>(std::floor(least / scale.step + kSlack));
      scale.last = static_cast<int>(std::ceil(most / scale.step - kSlack));
      scale.places = std::max(0, -p);
      return scale;
    }
  }
}

}  // namespace nianbao
