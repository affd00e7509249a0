// The room that a chart takes on its sheet: rows for the picture, and the table of what it shows.
#include <algorithm>

#include "export/xlsx_chart.h"
#include "report/chart.h"

namespace nianbao {

namespace {

constexpr int kColumnRows = 14;                  // of upright columns, with title, names and legend
constexpr int kAroundBars = 7;                   // of what stands around lying bars
constexpr double kBarRows = 1, kMoreRows = 0.5;  // of a category: of its first bar, of each further one
constexpr int kFewestRows = 10, kMostRows = 500;

}  // namespace

int chart_rows(const Chart& chart) {
  if (chart.kind == ChartKind::columns) return kColumnRows;
  const double lanes = chart.stacked ? 1 : double(chart.series.size());
  const double rows = double(category_count(chart)) * (kBarRows + (lanes - 1) * kMoreRows);
  return std::clamp(static_cast<int>(rows) + kAroundBars, kFewestRows, kMostRows);
}

Table chart_table(const Chart& chart) {
  Table table;
  table.name = chart.name;
  const std::string unit = chart.unit.empty() ? "" : "（" + unit_text(chart) + "）";
  table.caption = "图表数据：" + chart.title + unit;
  table.rows = static_cast<int>(category_count(chart)) + 1;
  table.columns = static_cast<int>(chart.series.size()) + 1;
  table.heading_rows = 1;
  table.column_weights.assign(static_cast<std::size_t>(table.columns), 1);
  table.column_weights[0] = 2;
  const auto add = [&](int row, int column, CellRole role, CellValue value) {
    TableCell cell;
    cell.row = row;
    cell.column = column;
    cell.role = role;
    cell.align = column == 0 && row > 0 ? Align::left : Align::centre;
    cell.value = std::move(value);
    table.cells.push_back(std::move(cell));
  };
  add(0, 0, CellRole::heading, std::string("分类"));
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const std::string name = series_name(chart, i);
    add(0, static_cast<int>(i) + 1, CellRole::heading, name.empty() ? std::string("数值") : name);
  }
  for (int row = 1; row < table.rows; ++row) {
    const auto category = static_cast<std::size_t>(row) - 1;
    add(row, 0, CellRole::text, category_name(chart, category));
    for (std::size_t i = 0; i < chart.series.size(); ++i)
      add(row, static_cast<int>(i) + 1, CellRole::number, chart_value(chart.series[i], category));
  }
  return table;
}

}  // namespace nianbao
