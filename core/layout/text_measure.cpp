#include "layout/text_measure.h"

namespace nianbao {

double text_width(const TextMeasure& measure, FontRole role, double size, std::u32string_view text,
                  double letter_spacing) {
  double width = 0;
  for (const char32_t character : text)
    width += measure.advance(role, character) * size / 1000 + letter_spacing;
  return width;
}

}  // namespace nianbao
