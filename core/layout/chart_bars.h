// A chart as bars and the figures beside them, before anything has a size: what is drawn and what is left out
// is settled here. A blank has neither bar nor figure; 0 has a figure; text ("/") stands where the bar would
// begin.
#pragma once

#include <optional>
#include <vector>

#include "layout/chart_label.h"
#include "report/document.h"

namespace nianbao {

// Categories have one lane per series, or one for all where they are stacked.
struct ChartBar {
  std::size_t category = 0, lane = 0;
  double from = 0, to = 0;  // values
  Colour colour;
  std::optional<ChartLabel> figure;  // inside, of a part of a stack
};

// A figure at the end of a bar.
struct ChartMark {
  std::size_t category = 0, lane = 0;
  double value = 0;  // where the bar ends
  ChartLabel figure;
};

struct ChartBars {
  std::size_t lanes = 1;
  std::vector<ChartBar> bars;
  std::vector<ChartMark> marks;
  double least = 0, most = 0;  // ends of the bars, 0 included

  double widest_mark(double size) const;
};

ChartBars make_bars(const Chart& chart, const TextMeasure& measure);

}  // namespace nianbao
