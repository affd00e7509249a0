// A short text of a chart: prepared once, then set in any size within any width. It is never cut without a
// sign: what is longer than any label should be ends with "……".
#pragma once

#include <string_view>
#include <vector>

#include "layout/line_breaker.h"
#include "layout/page.h"
#include "report/document.h"

namespace nianbao {

inline constexpr FontRole kChartRole = FontRole::song;  // as the cells of a table
inline constexpr double kChartLine = 1.2;               // line height in font sizes

struct LabelPlace {
  double x = 0;       // left edge, middle or right edge, by `align`
  double middle = 0;  // of all lines together; upwards
  double size = 9;
  double width = 1e6;  // that lines may take
  Align align = Align::centre;
  Colour colour = kBlack;
};

class ChartLabel {
 public:
  ChartLabel(std::string_view text, const TextMeasure& measure);

  bool empty() const { return text_.text().empty(); }
  // On one line.
  double width(double size) const;
  // Whether no word or number must be torn.
  bool fits(double size, double width) const;
  int lines(double size, double width) const;
  double height(double size, double width) const { return lines(size, width) * size * kChartLine; }

  void draw(const LabelPlace& place, std::vector<PlacedText>& texts) const;

 private:
  std::vector<TextLine> broken(double size, double width) const;

  BreakableText text_;
};

}  // namespace nianbao
