// How wide text is, and whether it can be shown at all. The exporter's fonts implement it, tests have a fixed
// one.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace nianbao {

// What a typeface is for in a 公文 (GB/T 9704-2012).
enum class FontRole {
  title,     // 小标宋, title
  song,      // 宋体, page numbers and tables
  hei,       // 黑体, 一、 headings and table headings
  kai,       // 楷体, （一） headings
  fang,      // 仿宋, body
  fang_bold  // 仿宋 bold, 1. headings and strong text
};
inline constexpr int kFontRoles = 6;

class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  // Advance in thousandths of the font size, from the first font of the role's chain that has the character.
  virtual int advance(FontRole role, char32_t character) const = 0;
  virtual bool has_glyph(FontRole role, char32_t character) const = 0;
};

// Width in points.
double text_width(const TextMeasure& measure, FontRole role, double size, std::u32string_view text,
                  double letter_spacing = 0);

}  // namespace nianbao
