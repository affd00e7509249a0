// The value axis of a chart: from 0, or below where there are negative values, in steps that are easy to
// read.
//
// Invariant: a step is 1, 2 or 5 times a power of ten, both ends are whole multiples of it, 0 lies between
// them, and every value lies between them too.
#pragma once

#include <string>

namespace nianbao {

struct ChartScale {
  double step = 1;
  int first = 0, last = 1;  // the ends, in steps
  int places = 0;           // digits behind the point of what stands at a step

  double least() const { return first * step; }
  double most() const { return last * step; }
  std::string text(int tick) const;
};

// At most `steps` of them, one more where 0 parts them. `whole`: no step below 1.
ChartScale make_scale(double least, double most, bool whole, int steps);

}  // namespace nianbao
