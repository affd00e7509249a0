// A Chart into pictures: how large everything is, and whether its bars stand or lie. Columns lie down where
// their names or they themselves would be too narrow; categories that one page cannot hold legibly go on in
// the next picture, all on one scale. Nothing is dropped, and no text touches another.
#pragma once

#include <vector>

#include "layout/chart_drawing.h"

namespace nianbao {

// At least one, each at most `room` high wherever that is possible, in the width of the type area.
std::vector<ChartDrawing> draw_chart(const Chart& chart, const TextMeasure& measure, double room);

}  // namespace nianbao
