// Pages as positioned text and lines: what layout hands to an exporter, and what golden tests dump as text.
// Units are points; the origin is the lower left corner of the portrait sheet.
#pragma once

#include <string>
#include <vector>

#include "layout/text_measure.h"

namespace nianbao {

struct PlacedText {
  double x = 0, y = 0;  // baseline start
  FontRole role = FontRole::fang;
  double size = 16;
  double letter_spacing = 0;
  std::u32string text;
  std::string link;  // URL; empty for plain text
};

struct PlacedLine {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  double width = 0.5;
};

// Text drawn turned by `degrees` around its centre, in light grey behind the page: 草稿.
struct Watermark {
  std::u32string text;
  double size = 120;
  double degrees = 45;
};

struct Page {
  double width = 595.276, height = 841.890;
  bool rotated = false;  // the content lies across: a wide table, shown turned
  std::vector<PlacedText> texts;
  std::vector<PlacedLine> lines;
  PlacedText number;  // "— 1 —"
};

struct Bookmark {
  int level = 1;
  std::string title;
  int page = 0;  // from 0
  double y = 0;
};

struct PageSet {
  std::vector<Page> pages;
  std::vector<Bookmark> bookmarks;
  bool draft = false;
};

// One line per text and rule, page by page, rounded to 0.1 pt: for tests and for eyes.
std::string dump(const PageSet& pages);

}  // namespace nianbao
