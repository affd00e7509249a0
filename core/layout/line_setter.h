// A broken line onto the page: where each character stands, with the stretch or squeeze that makes the line
// meet its edges, as few pieces of text as can be.
#pragma once

#include <vector>

#include "layout/line_breaker.h"
#include "layout/page.h"

namespace nianbao {

// `pitch` is the way from one full-wide character to the next: the size itself, or less or more on a
// character grid.
struct Typesetting {
  double size = 16;
  double pitch = 16;
};

struct LinePlace {
  double x = 0, y = 0;  // baseline start
  int width = 0;        // thousandths of the pitch; 0: as wide as the text
  bool stretch = false;
};

std::vector<PlacedText> set_line(const BreakableText& text, const TextLine& line, const Typesetting& setting,
                                 const LinePlace& place);

}  // namespace nianbao
