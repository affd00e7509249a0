// A document into pages: GB/T 9704-2012 type area (156 × 225 mm), 22 lines of 28 characters, headings,
// paragraphs, tables and page numbers.
#pragma once

#include <vector>

#include "layout/page.h"
#include "report/document.h"

namespace nianbao {

PageSet lay_out(const Document& document, const TextMeasure& measure);

// A character that no font of its role's chain can show, and where it stands.
struct MissingGlyph {
  char32_t character = 0;
  std::string place;  // "“五、存在的主要问题及改进情况”第 2 段" or "表三 第 3 行第 1 列"
  int count = 0;
};
// Every character of the document that the measure has no glyph for, once per place (F-01). Cheap: no layout
// is made.
std::vector<MissingGlyph> find_missing_glyphs(const Document& document, const TextMeasure& measure);

}  // namespace nianbao
