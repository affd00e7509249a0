#include "report/chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/colour.h"

namespace nianbao {

std::size_t category_count(const Chart& chart) {
  std::size_t count = chart.categories.size();
  for (const ChartSeries& series : chart.series) count = std::max(count, series.values.size());
  return count;
}

std::string category_name(const Chart& chart, std::size_t category) {
  return category < chart.categories.size() ? chart.categories[category] : std::string();
}

CellValue chart_value(const ChartSeries& series, std::size_t category) {
  return category < series.values.size() ? series.values[category] : CellValue();
}

std::string series_name(const Chart& chart, std::size_t series) {
  const std::string& name = chart.series[series].name;
  return name.empty() && chart.series.size() > 1 ? fmt::format("系列{}", series + 1) : name;
}

std::string unit_text(const Chart& chart) {
  return chart.unit.empty() ? std::string() : "单位：" + chart.unit;
}

std::optional<double> bar_length(const CellValue& value) {
  if (const auto* count = std::get_if<std::int64_t>(&value)) return static_cast<double>(*count);
  if (const auto* amount = std::get_if<Decimal>(&value)) return amount->to_double();
  return std::nullopt;
}

bool is_whole(const Chart& chart) {
  const auto has_fraction = [](const CellValue& value) {
    const auto* amount = std::get_if<Decimal>(&value);
    return amount != nullptr && amount->scale() > 0;
  };
  return std::none_of(chart.series.begin(), chart.series.end(), [&](const ChartSeries& series) {
    return std::any_of(series.values.begin(), series.values.end(), has_fraction);
  });
}

std::string no_picture(const Chart& chart) {
  if (chart.series.size() > kMostSeries)
    return fmt::format("共 {} 组数据，超过 {} 组，不作图", chart.series.size(), kMostSeries);
  if (const std::size_t count = category_count(chart); count > kMostCategories)
    return fmt::format("共 {} 项，超过 {} 项，不作图", count, kMostCategories);
  for (const ChartSeries& series : chart.series) {
    const auto is_figure = [](const CellValue& value) { return bar_length(value).has_value(); };
    if (std::any_of(series.values.begin(), series.values.end(), is_figure)) return {};
  }
  return "没有数据";
}

std::string describe_chart(const Chart& chart) {
  const char* kind = chart.kind == ChartKind::bars ? "条形图" : "柱形图";
  std::string text = fmt::format("{}{}“{}”", chart.stacked ? "堆积" : "", kind, chart.title);
  if (!chart.unit.empty()) text += fmt::format("，单位：{}", chart.unit);
  const std::size_t count = category_count(chart);
  if (count > 0) {
    text += fmt::format("，{} 项", count);
    const std::string first = category_name(chart, 0);
    const std::string last = category_name(chart, count - 1);
    if (!first.empty() && !last.empty() && count > 1) text += fmt::format("，从{}到{}", first, last);
  }
  if (chart.series.size() > 1) {
    text += fmt::format("，{} 组：", chart.series.size());
    for (std::size_t i = 0; i < chart.series.size(); ++i)
      text += (i == 0 ? "" : "、") + series_name(chart, i);
  }
  return text + "。";
}

}  // namespace nianbao
