// Which typefaces serve a role, best first: those that GB/T 9704-2012 names, which offices own and supply
// themselves; Fandol, their free stand-in; similar free faces; and at the end of every chain the fonts that
// hold the whole 通用规范汉字表 (8105), for the rare characters of names.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "layout/text_measure.h"

namespace nianbao {

enum class FontStanding {
  standard,    // what the standard names
  stand_in,    // the free face of the same style
  substitute,  // similar
  fallback     // for characters that the others lack
};

struct FontPreference {
  std::string_view name;  // full name, PostScript name, or family of a regular face
  FontStanding standing;
  // Width of the stroke that makes the face bolder, in em; 0: as it is.
  double stroke = 0;
};

std::vector<FontPreference> font_preferences(FontRole role);

// "小标宋（标题）", "仿宋（正文）" …
std::string_view role_label(FontRole role);

}  // namespace nianbao
