// Native charts. A chart is drawn from cells of its own sheet, so that whoever changes them sees it follow:
// under the picture stands a small table of what it shows. What the cells cannot say of a picture (a blank is
// not 0, text is no bar) is said to the chart itself.
#pragma once

#include <vector>

#include "report/document.h"

struct lxw_workbook;
struct lxw_worksheet;

namespace nianbao {

// The sheet's rows that a picture stands over are this high; a picture is made to cover them exactly.
inline constexpr double kChartRow = 18;  // points
int chart_rows(const Chart& chart);

// "图表数据：…": one heading row, a row per category, a column per series behind that of the categories.
Table chart_table(const Chart& chart);

// Where that table came to stand: its first row, and the sheet's column of each of its columns.
struct ChartCells {
  int row = 0;
  std::vector<int> columns;
};

// Row and column of the picture's upper left corner; its width in pixels.
struct ChartSpot {
  int row = 0, column = 0;
  int width = 640;
};

struct SheetTarget {
  lxw_workbook* workbook = nullptr;
  lxw_worksheet* sheet = nullptr;
};

// Once the cells are written. Does nothing for a chart without a picture.
void insert_chart(const SheetTarget& target, const Chart& chart, const ChartCells& cells,
                  const ChartSpot& spot);

}  // namespace nianbao
