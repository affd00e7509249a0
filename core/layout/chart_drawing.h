// A chart's picture as primitives, and the row over its plot: the unit on the left, the legend on the right
// or below. x stands on the sheet; y is how far below the picture's upper edge, as a negative number.
#pragma once

#include <vector>

#include "layout/chart_label.h"
#include "layout/page.h"
#include "report/document.h"

namespace nianbao {

struct ChartDrawing {
  double height = 0;
  std::vector<PlacedBox> boxes;
  std::vector<PlacedLine> lines;
  std::vector<PlacedText> texts;
};

class ChartHead {
 public:
  ChartHead(const Chart& chart, const TextMeasure& measure);
  double height() const { return height_; }
  void draw(ChartDrawing& drawing) const;

 private:
  struct Entry {
    ChartLabel name;
    Colour colour;
    int row = 0;
    double x = 0;  // of the sample of its colour
    double width = 0, height = 0;
  };
  void place_entries();

  ChartLabel unit_;
  double unit_width_ = 0;
  std::vector<Entry> entries_;
  std::vector<double> rows_;  // heights
  double height_ = 0;
};

}  // namespace nianbao
