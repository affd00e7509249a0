// Draws the field of a chart: grid, bars, figures and names, columns upright or bars lying. All measures are
// settled before; nothing here decides.
#pragma once

#include "layout/chart_bars.h"
#include "layout/chart_drawing.h"
#include "layout/chart_scale.h"

namespace nianbao {

// The field that the bars stand in, and the sizes of what stands around it. Along its categories a lying
// field runs downwards, an upright one to the right.
struct PlotFrame {
  bool lying = false;
  double left = 0, bottom = 0, width = 0, height = 0;
  double foot = 0;       // between the field and the names, for figures of negative values
  double slot = 0;       // of a category
  double bar = 0;        // thickness
  double name_size = 9;  // of categories
  double name_width = 0;
  double tick_size = 8.5;
  double mark_size = 0;    // 0: no figures at the ends of the bars
  double figure_size = 7;  // inside the parts of a stack
  ChartScale scale;
};

inline constexpr double kLaneGap = 1;   // between the bars of a category
inline constexpr double kTickGap = 4;   // between the field and what stands beside it
inline constexpr double kMarkGap = 3;   // between a bar and its figure
inline constexpr double kMarkRoom = 1;  // beside a figure, which hides the grid behind it

// Categories [begin, end) of the names and bars of a whole chart.
struct PlotPart {
  const ChartBars& bars;
  const std::vector<ChartLabel>& names;
  std::size_t begin = 0, end = 0;
};

void draw_plot(const PlotPart& part, const PlotFrame& frame, const TextMeasure& measure,
               ChartDrawing& drawing);

}  // namespace nianbao
