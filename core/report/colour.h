// A colour of the outputs. Those of a chart are told apart by lightness as well as by hue, because reports
// are printed in grey.
#pragma once

#include <cstddef>
#include <cstdint>

namespace nianbao {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};

inline constexpr Colour kBlack = {0, 0, 0};
inline constexpr Colour kWhite = {255, 255, 255};
inline constexpr Colour kGridColour = {217, 217, 217};  // lines behind bars

inline constexpr std::size_t kMostSeries = 12;  // that have colours of their own
// Of a chart's series, counted from 0.
Colour series_colour(std::size_t series);
// White text reads better on it than black.
bool is_dark(Colour colour);

}  // namespace nianbao
