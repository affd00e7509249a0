#include "report/colour.h"

#include <array>

namespace nianbao {
namespace {

// Deep blue, sand, brick, sage, slate violet, navy: relative lightness 36, 79, 53, 69, 45, 17. Neighbours in
// the order differ most. The second six are the first ones, paler.
constexpr std::array<Colour, 6> kColours = {
    {{47, 91, 138}, {224, 194, 136}, {184, 104, 76}, {147, 176, 157}, {112, 100, 136}, {31, 44, 60}}};
constexpr int kPaler = 55;  // per cent of the way to white

std::uint8_t paler(std::uint8_t part) {
  return static_cast<std::uint8_t>(part + (255 - part) * kPaler / 100);
}

}  // namespace

Colour series_colour(std::size_t series) {
  const Colour colour = kColours[series % kColours.size()];
  if (series / kColours.size() % 2 == 0) return colour;
  return {paler(colour.red), paler(colour.green), paler(colour.blue)};
}

bool is_dark(Colour colour) {
  return 299 * colour.red + 587 * colour.green + 114 * colour.blue < 128 * 1000;
}

}  // namespace nianbao
