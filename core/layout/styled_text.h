// Text on its way into lines: one character after the other, each with its typeface and link.
//
// Invariant: clean. Characters without a shape are gone, U+2015 is U+2014, a run of blanks is one U+0020, and
// there is none at either end; what remains is exactly what is measured, drawn and looked up in the fonts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/text_measure.h"
#include "report/document.h"

namespace nianbao {

struct StyledChar {
  char32_t character = 0;
  FontRole role = FontRole::fang;
  int link = -1;  // index into StyledText::links
};

struct StyledText {
  std::vector<StyledChar> characters;
  std::vector<std::string> links;
  bool empty() const { return characters.empty(); }
};

StyledText style_text(std::string_view text, FontRole role);
// Body text: strong is 仿宋 bold, emphasis 楷体; `marker` stands before it.
StyledText style_spans(const std::vector<Span>& spans, FontRole role, std::string_view marker = {});
// The lines that the writer of a cell asked for, each for itself; at least one.
std::vector<StyledText> style_lines(std::string_view text, FontRole role);

FontRole heading_role(int level);
FontRole cell_role(CellRole role);

}  // namespace nianbao
