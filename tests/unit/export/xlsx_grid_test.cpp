#include "export/xlsx_grid.h"

#include <gtest/gtest.h>

#include "xlsx_test_support.h"

namespace nianbao {
namespace {

Table blank_table(int columns, int rows = 2) {
  Table table;
  table.rows = rows;
  table.columns = columns;
  return table;
}

TEST(FormGrid, OneTableHasItsOwnColumns) {
  const FormGrid grid = make_form_grid(make_sheet("三", {make_form()}));
  EXPECT_EQ(grid.columns(), 10);
  EXPECT_EQ(grid.tables[0].first, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
  EXPECT_EQ(grid.width(), 660);
}

TEST(FormGrid, LabelColumnsStayReadable) {
  const FormGrid grid = make_form_grid(make_sheet("三", {make_form()}));
  EXPECT_GE(grid.widths[0], 36);   // two characters
  EXPECT_GE(grid.widths[2], 130);  // the longest label in four lines
  for (int column = 3; column < 10; ++column) EXPECT_GE(grid.width_of(column, column + 1), 36);
}

TEST(FormGrid, TablesOfDifferentShapeShareEdges) {
  const FormGrid grid = make_form_grid(make_sheet("表", {blank_table(4), blank_table(10), blank_table(15)}));
  for (const TableColumns& columns : grid.tables) {
    EXPECT_EQ(columns.first.front(), 0);
    EXPECT_EQ(columns.first.back(), grid.columns());
    for (std::size_t i = 1; i < columns.first.size(); ++i) EXPECT_LT(columns.first[i - 1], columns.first[i]);
  }
  EXPECT_LT(grid.columns(), 4 + 10 + 15);
  for (const int width : grid.widths) EXPECT_GT(width, 0);
}

TEST(FormGrid, GrowsBeyondThePageRatherThanHideNumbers) {
  Table table = blank_table(60);
  for (int column = 0; column < 60; ++column) {
    table.cells.push_back(make_cell(0, column, CellRole::number, std::int64_t{123456789012}));
  }
  const FormGrid grid = make_form_grid(make_sheet("宽", {table}));
  EXPECT_GT(grid.width(), 660);
  for (const int width : grid.widths) EXPECT_GE(width, 13 * 6.6);
}

TEST(FormGrid, UnusableWeightsFallBackToWhatColumnsNeed) {
  Table table = make_form();
  table.column_weights = {1, -2, 0};
  const FormGrid grid = make_form_grid(make_sheet("三", {table}));
  EXPECT_EQ(grid.width(), 660);
  EXPECT_GT(grid.widths[2], grid.widths[3]);
}

TEST(FormGrid, SheetWithoutTablesHasOneColumn) {
  EXPECT_EQ(make_form_grid(make_sheet("空", {})).columns(), 1);
  EXPECT_EQ(make_form_grid(make_sheet("空", {blank_table(0, 0)})).columns(), 1);
}

TEST(RowHeights, GrowWithWrappedTextAndWithSpans) {
  const Table form = make_form();
  const FormGrid grid = make_form_grid(make_sheet("三", {form}));
  const std::vector<double> heights = row_heights(form, grid, grid.tables[0]);
  EXPECT_EQ(heights.size(), 7U);
  EXPECT_GT(heights[5], heights[3]);
  const double label = text_height("三、本年度办理结果", grid.widths[0], kTableType);
  EXPECT_GE(heights[3] + heights[4] + heights[5] + heights[6], label - 1);
}

TEST(RowHeights, StayBelowExcelsLimit) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "公";
  Table table = blank_table(1, 1);
  table.cells.push_back(make_cell(0, 0, CellRole::text, text));
  const FormGrid grid = make_form_grid(make_sheet("长", {table}));
  EXPECT_EQ(row_heights(table, grid, grid.tables[0])[0], 409);
}

}  // namespace
}  // namespace nianbao
