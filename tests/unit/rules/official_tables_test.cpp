#include "rules/official_tables.h"

#include <gtest/gtest.h>

#include <map>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

const TableCell* cell_at(const Table& table, int row, int column) {
  for (const TableCell& cell : table.cells) {
    if (cell.row == row && cell.column == column) return &cell;
  }
  return nullptr;
}

std::string text_at(const Table& table, int row, int column) {
  const TableCell* cell = cell_at(table, row, column);
  return cell == nullptr ? "(no cell)" : print_value(cell->value);
}

// Every place of the grid belongs to exactly one cell, and cells stand in reading order.
void expect_sound_grid(const Table& table) {
  std::map<std::pair<int, int>, int> covered;
  std::pair<int, int> last{-1, -1};
  for (const TableCell& cell : table.cells) {
    EXPECT_LT(last, std::make_pair(cell.row, cell.column));
    last = {cell.row, cell.column};
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span; ++column)
        ++covered[{row, column}];
    }
  }
  for (const auto& [place, times] : covered) {
    EXPECT_EQ(times, 1) << table.name << " " << place.first << "," << place.second;
    EXPECT_LT(place.first, table.rows);
    EXPECT_LT(place.second, table.columns);
  }
  EXPECT_EQ(covered.size(), static_cast<std::size_t>(table.rows * table.columns)) << table.name;
  EXPECT_EQ(table.column_weights.size(), static_cast<std::size_t>(table.columns));
}

TEST(OfficialTables, CoverTheirGridsOnce) {
  const Figures figures = sound_figures();
  expect_sound_grid(official_table2(figures.table2));
  expect_sound_grid(official_table3(figures.table3));
  expect_sound_grid(official_table4(figures.table4));
  expect_sound_grid(official_table2(std::nullopt));
  expect_sound_grid(official_table3(std::nullopt));
  expect_sound_grid(official_table4(std::nullopt));
  Table3 old_form;
  old_form.form_2019 = true;
  expect_sound_grid(official_table3(old_form));
}

TEST(OfficialTables, Table2HasFourBands) {
  const Table table = official_table2(sound_figures().table2);
  const std::map<int, std::string> bands = {{0, "第二十条第（一）项"},
                                            {4, "第二十条第（五）项"},
                                            {7, "第二十条第（六）项"},
                                            {11, "第二十条第（八）项"}};
  for (const auto& [row, label] : bands) {
    EXPECT_EQ(text_at(table, row, 0), label);
    EXPECT_EQ(cell_at(table, row, 0)->column_span, 4);
    EXPECT_EQ(text_at(table, row + 1, 0), "信息内容");
  }
  EXPECT_EQ(text_at(table, 1, 1), "本年制发件数");
  EXPECT_EQ(text_at(table, 1, 2), "本年废止件数");
  EXPECT_EQ(text_at(table, 1, 3), "现行有效件数");
  EXPECT_EQ(text_at(table, 5, 1), "本年处理决定数量");
  EXPECT_EQ(text_at(table, 8, 1), "本年处理决定数量");
  EXPECT_EQ(text_at(table, 12, 1), "本年收费金额（单位：万元）");
  EXPECT_EQ(cell_at(table, 12, 1)->column_span, 3);
  const std::map<int, std::string> rows = {{2, "规章"},     {3, "行政规范性文件"}, {6, "行政许可"},
                                           {9, "行政处罚"}, {10, "行政强制"},      {13, "行政事业性收费"}};
  for (const auto& [row, label] : rows) EXPECT_EQ(text_at(table, row, 0), label);
  EXPECT_EQ(text_at(table, 3, 3), "66");
  EXPECT_EQ(text_at(table, 6, 1), "120");
  EXPECT_EQ(text_at(table, 13, 1), "4166.241619");
}

TEST(OfficialTables, Table3HasTheHeadingOfTheForm) {
  const Table table = official_table3(sound_figures().table3);
  EXPECT_EQ(table.rows, 28);
  EXPECT_EQ(table.columns, 10);
  EXPECT_EQ(table.heading_rows, 3);
  EXPECT_TRUE(table.keep_whole);
  EXPECT_EQ(text_at(table, 0, 0), "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）");
  EXPECT_EQ(cell_at(table, 0, 0)->row_span, 3);
  EXPECT_EQ(cell_at(table, 0, 0)->column_span, 3);
  EXPECT_EQ(text_at(table, 0, 3), "申请人情况");
  EXPECT_EQ(cell_at(table, 0, 3)->column_span, 7);
  EXPECT_EQ(text_at(table, 1, 3), "自然人");
  EXPECT_EQ(cell_at(table, 1, 3)->row_span, 2);
  EXPECT_EQ(text_at(table, 1, 4), "法人或其他组织");
  EXPECT_EQ(cell_at(table, 1, 4)->column_span, 5);
  EXPECT_EQ(text_at(table, 1, 9), "总计");
  EXPECT_EQ(cell_at(table, 1, 9)->row_span, 2);
  const char* organisations[] = {"商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"};
  for (int i = 0; i < 5; ++i) EXPECT_EQ(text_at(table, 2, 4 + i), organisations[i]);
}

TEST(OfficialTables, Table3HasTheRowsOfTheForm) {
  const Table table = official_table3(sound_figures().table3);
  EXPECT_EQ(text_at(table, 3, 0), "一、本年新收政府信息公开申请数量");
  EXPECT_EQ(cell_at(table, 3, 0)->column_span, 3);
  EXPECT_EQ(text_at(table, 4, 0), "二、上年结转政府信息公开申请数量");
  EXPECT_EQ(text_at(table, 5, 0), "三、本年度办理结果");
  EXPECT_EQ(cell_at(table, 5, 0)->row_span, 22);
  EXPECT_EQ(text_at(table, 6, 1), "（二）部分公开（区分处理的，只计这一情形，不计其他情形）");
  EXPECT_EQ(cell_at(table, 6, 1)->column_span, 2);
  const std::map<int, std::pair<std::string, int>> groups = {{7, {"（三）不予公开", 8}},
                                                             {15, {"（四）无法提供", 3}},
                                                             {18, {"（五）不予处理", 5}},
                                                             {23, {"（六）其他处理", 3}}};
  for (const auto& [row, group] : groups) {
    EXPECT_EQ(text_at(table, row, 1), group.first);
    EXPECT_EQ(cell_at(table, row, 1)->row_span, group.second);
  }
  EXPECT_EQ(text_at(table, 9, 2), "3.危及“三安全一稳定”");
  EXPECT_EQ(text_at(table, 24, 2),
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请");
  EXPECT_EQ(text_at(table, 26, 1), "（七）总计");
  EXPECT_EQ(text_at(table, 27, 0), "四、结转下年度继续办理");
}

TEST(OfficialTables, Table3Of2019HasOneRowForOtherOutcomes) {
  Table3 values = *sound_figures().table3;
  values.form_2019 = true;
  values.other_2019[0] = Cell::of(3);
  const Table table = official_table3(values);
  EXPECT_EQ(table.rows, 26);
  EXPECT_EQ(text_at(table, 23, 1), "（六）其他处理");
  EXPECT_EQ(cell_at(table, 23, 1)->column_span, 2);
  EXPECT_EQ(text_at(table, 23, 3), "3");
  EXPECT_EQ(cell_at(table, 5, 0)->row_span, 20);
  EXPECT_EQ(text_at(table, 24, 1), "（七）总计");
}

TEST(OfficialTables, TotalsSayHowTheyWereDerived) {
  const Table table = official_table3(sound_figures().table3);
  EXPECT_EQ(cell_at(table, 3, 9)->sum_of, (std::vector<CellRange>{{3, 3, 3, 8}}));
  EXPECT_EQ(cell_at(table, 26, 4)->sum_of, (std::vector<CellRange>{{5, 4, 25, 4}}));
  EXPECT_EQ(cell_at(table, 26, 9)->sum_of, (std::vector<CellRange>{{5, 9, 25, 9}}));
  EXPECT_TRUE(cell_at(table, 3, 3)->sum_of.empty());
  const Table table4 = official_table4(sound_figures().table4);
  EXPECT_EQ(cell_at(table4, 3, 4)->sum_of, (std::vector<CellRange>{{3, 0, 3, 3}}));
}

TEST(OfficialTables, TotalsThatDoNotAddUpHaveNoDerivation) {
  Figures figures = sound_figures();
  figures.table3->row(Row3::received)[kTotalColumn] = Cell::of(101);
  figures.table3->row(Row3::carried_in)[3] = {};
  figures.table4->groups[0][0] = Cell::not_applicable();
  const Table table = official_table3(figures.table3);
  EXPECT_TRUE(cell_at(table, 3, 9)->sum_of.empty());
  EXPECT_TRUE(cell_at(table, 4, 9)->sum_of.empty());
  EXPECT_TRUE(cell_at(official_table4(figures.table4), 3, 4)->sum_of.empty());
}

TEST(OfficialTables, BlankZeroAndNotApplicablePrintApart) {
  Figures figures = sound_figures();
  auto& cells = figures.table3->row(Row3::received);
  cells = {Cell{}, Cell::of(0), Cell::not_applicable(), Cell::invalid("-3"), Cell{}, Cell{}, Cell{}};
  const Table table = official_table3(figures.table3);
  EXPECT_EQ(text_at(table, 3, 3), "");
  EXPECT_EQ(text_at(table, 3, 4), "0");
  EXPECT_EQ(text_at(table, 3, 5), "/");
  EXPECT_EQ(text_at(table, 3, 6), "-3");
}

TEST(OfficialTables, Table4HasFifteenColumns) {
  const Table table = official_table4(sound_figures().table4);
  EXPECT_EQ(table.columns, 15);
  EXPECT_EQ(text_at(table, 0, 0), "行政复议");
  EXPECT_EQ(cell_at(table, 0, 0)->column_span, 5);
  EXPECT_EQ(text_at(table, 0, 5), "行政诉讼");
  EXPECT_EQ(cell_at(table, 0, 5)->column_span, 10);
  EXPECT_EQ(text_at(table, 1, 5), "未经复议直接起诉");
  EXPECT_EQ(text_at(table, 1, 10), "复议后起诉");
  const char* results[] = {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"};
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(text_at(table, 1, i), results[i]);
    EXPECT_EQ(cell_at(table, 1, i)->row_span, 2);
    EXPECT_EQ(text_at(table, 2, 5 + i), results[i]);
    EXPECT_EQ(text_at(table, 2, 10 + i), results[i]);
  }
  EXPECT_EQ(text_at(table, 3, 4), "6");
  EXPECT_EQ(text_at(table, 3, 9), "1");
}

}  // namespace
}  // namespace nianbao::test
