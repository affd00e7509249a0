// Pages as positioned text, lines and boxes: what layout hands to an exporter, and what golden tests dump as
// text. Units are points; the origin is the lower left corner of the portrait sheet.
//
// A rotated page is a portrait sheet whose content lies across, its head to the left. What stands on such a
// page is in turned coordinates: x runs from 0 to `height`, y from 0 to `width`, origin at the lower left
// corner as the turned page is read. The writer keeps the portrait MediaBox, draws it all under
// `0 1 -1 0 <width> 0 cm` (turned (x, y) is (width - y, x) on the sheet) and sets /Rotate 90. `number` is
// always in sheet coordinates, and is drawn upright on the sheet.
#pragma once

#include <string>
#include <vector>

#include "layout/text_measure.h"
#include "report/colour.h"

namespace nianbao {

struct PlacedText {
  double x = 0, y = 0;  // baseline start
  FontRole role = FontRole::fang;
  double size = 16;
  double letter_spacing = 0;  // added after each character (Tc)
  std::u32string text;
  std::string link;  // URL; empty for plain text
  Colour colour = kBlack;
};

struct PlacedLine {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  double width = 0.5;
};

// Filled, without a frame; x and y are its lower left corner. Boxes lie under the lines and texts of their
// page, a later one over an earlier one.
struct PlacedBox {
  double x = 0, y = 0, width = 0, height = 0;
  Colour colour = kBlack;
};

// Text drawn turned by `degrees` around its centre, in light grey behind the page: 草稿.
struct Watermark {
  std::u32string text;
  double size = 120;
  double degrees = 45;
};

struct Page {
  double width = 595.276, height = 841.890;
  bool rotated = false;  // see above
  std::vector<PlacedText> texts;
  std::vector<PlacedLine> lines;
  std::vector<PlacedBox> boxes;
  PlacedText number;  // "— 1 —"
};

struct Bookmark {
  int level = 1;
  std::string title;
  int page = 0;  // from 0
  double y = 0;  // top of what it points at, in sheet coordinates; `height` on a rotated page
};

struct PageSet {
  std::vector<Page> pages;
  std::vector<Bookmark> bookmarks;
  bool draft = false;
};

// One line per text, rule and box, page by page, rounded to 0.1 pt: for tests and for eyes.
std::string dump(const PageSet& pages);

}  // namespace nianbao
