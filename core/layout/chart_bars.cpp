#include "layout/chart_bars.h"

#include <algorithm>

#include "report/chart.h"

namespace nianbao {
namespace {

std::optional<Decimal> exact(const CellValue& value) {
  if (const auto* count = std::get_if<std::int64_t>(&value)) return Decimal(*count);
  if (const auto* amount = std::get_if<Decimal>(&value)) return *amount;
  return std::nullopt;
}

class BarMaker {
 public:
  BarMaker(const Chart& chart, const TextMeasure& measure) : chart_(chart), measure_(measure) {}

  ChartBars make() {
    if (!chart_.stacked) bars_.lanes = std::max<std::size_t>(chart_.series.size(), 1);
    for (std::size_t category = 0; category < category_count(chart_); ++category) {
      if (chart_.stacked)
        add_stack(category);
      else
        add_group(category);
    }
    return std::move(bars_);
  }

 private:
  void add_group(std::size_t category) {
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      const CellValue value = chart_value(chart_.series[i], category);
      const double length = bar_length(value).value_or(0);
      add_bar({category, i, 0, length, series_colour(i), {}});
      add_mark({category, i, length, ChartLabel(print_value(value), measure_)});
    }
  }

  // Negative parts hang below 0. The sum is said only where it is one of figures alone.
  void add_stack(std::size_t category) {
    double up = 0;
    double down = 0;
    int parts = 0;
    std::optional<Decimal> sum = Decimal();
    const std::size_t first = bars_.bars.size();
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      const CellValue value = chart_value(chart_.series[i], category);
      const double length = bar_length(value).value_or(0);
      const auto addend = exact(value);
      sum = sum && addend ? sum->plus(*addend) : std::nullopt;
      if (length == 0) continue;
      double& end = length > 0 ? up : down;
      add_bar({category, 0, end, end + length, series_colour(i), ChartLabel(print_value(value), measure_)});
      end += length;
      ++parts;
    }
    if (!sum) return;
    if (parts == 1) bars_.bars[first].figure.reset();  // the sum says the same
    add_mark({category, 0, up > 0 || down == 0 ? up : down, ChartLabel(sum->to_string(), measure_)});
  }

  void add_bar(ChartBar bar) {
    if (bar.from == bar.to) return;
    bars_.least = std::min(bars_.least, bar.to);
    bars_.most = std::max(bars_.most, bar.to);
    bars_.bars.push_back(std::move(bar));
  }

  void add_mark(ChartMark mark) {
    if (!mark.figure.empty()) bars_.marks.push_back(std::move(mark));
  }

  const Chart& chart_;
  const TextMeasure& measure_;
  ChartBars bars_;
};

}  // namespace

double ChartBars::widest_mark(double size) const {
  double widest = 0;
  for (const ChartMark& mark : marks) widest = std::max(widest, mark.figure.width(size));
  return widest;
}

ChartBars make_bars(const Chart& chart, const TextMeasure& measure) {
  return BarMaker(chart, measure).make();
}

}  // namespace nianbao
