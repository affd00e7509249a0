// doc:table and its kin as packs use them: what becomes of values, and what is said of wrong ones.
#include <gtest/gtest.h>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

TEST(DocTable, TakesTextsCountsAmountsAndBlanks) {
  Diagnostics diagnostics;
  const auto blocks = written_by(
      "doc:table { name = 't', caption = '标题', columns = { { title = '甲', width = 2 }, { title = '乙' } "
      "},\n"
      "  rows = { { '文字', 3 }, { blank, not_applicable }, { ctx.figures.table2.administrative_charge, 0 } "
      "} }",
      diagnostics);
  EXPECT_TRUE(brief(diagnostics).empty());
  ASSERT_EQ(blocks.size(), 1U);
  const Table& table = std::get<Table>(blocks[0]);
  EXPECT_EQ(table.rows, 4);
  EXPECT_EQ(table.heading_rows, 1);
  std::string cells;
  for (const TableCell& cell : table.cells) cells += print_value(cell.value) + "|";
  EXPECT_EQ(cells, "甲|乙|文字|3||/|4166.241619|0|");
  EXPECT_EQ(table.cells[3].align, Align::right);
  EXPECT_EQ(table.cells[2].align, Align::left);
}
TEST(DocTable, MergesEqualNeighboursAsFarAsTheColumnsBeforeDo) {
  Diagnostics diagnostics;
  const auto blocks = written_by(
      "local m = { title = 'x', merge = true }\n"
      "doc:table { name = 't', columns = { m, m, { title = 'y' } },\n"
      "  rows = { { 'A', 'u', 1 }, { 'A', 'u', 1 }, { 'B', 'u', 1 } } }",
      diagnostics);
  ASSERT_EQ(blocks.size(), 1U);
  std::string spans;
  for (const TableCell& cell : std::get<Table>(blocks[0]).cells) {
    if (cell.row > 0) spans += print_value(cell.value) + std::to_string(cell.row_span) + " ";
  }
  EXPECT_EQ(spans, "A2 u2 11 11 B1 u1 11 ");
}
TEST(DocTable, NeighboursOfOneTitleShareOneHeading) {
  Diagnostics diagnostics;
  const auto blocks = written_by(
      "local function c(title) return { title = title } end\n"
      "doc:table { name = 't', columns = { c '任务', c '任务', c '', c '', c '任务' },\n"
      "  rows = { { '任务', '任务', 1, 1, '任务' } } }",
      diagnostics);
  ASSERT_EQ(blocks.size(), 1U);
  std::string spans;
  for (const TableCell& cell : std::get<Table>(blocks[0]).cells)
    spans += std::to_string(cell.column) + "+" + std::to_string(cell.column_span) + " ";
  EXPECT_EQ(spans, "0+2 2+1 3+1 4+1 0+1 1+1 2+1 3+1 4+1 ");
}
TEST(DocTable, WrongTablesAreFindings) {
  for (const char* lua :
       {"doc:table { columns = {}, rows = {} }", "doc:table { columns = { { title = 'x' } } }",
        "doc:table { columns = { { title = 'x' } }, rows = { { 1, 2 } } }",
        "doc:table { columns = { { title = 'x' } }, rows = { 'x' } }",
        "doc:table { columns = { { title = 'x' } }, rows = { { {} } } }",
        "doc:table { columns = { { title = 'x' } }, rows = { { 1.5 } } }",
        "doc:table { columns = { { tilte = 'x' } }, rows = {} }",
        "doc:table { columns = { { title = 'x', width = -1 } }, rows = {} }",
        "doc:table { columns = { { title = 'x', align = 'middle' } }, rows = {} }",
        "doc:table { caption = 7, columns = { { title = 'x' } }, rows = {} }", "doc:chart('pie')",
        "doc:attachments('x')", "doc:attachments { '' }"}) {
    Diagnostics diagnostics;
    written_by(lua, diagnostics);
    EXPECT_EQ(with_code(diagnostics, "M-02").size(), 1U) << lua;
  }
}
TEST(DocTable, EndlessRowsEndWithTheBudget) {
  Diagnostics diagnostics;
  written_by(
      "local rows = {} for i = 1, 5001 do rows[i] = { i } end\n"
      "doc:table { columns = { { title = 'x' } }, rows = rows }",
      diagnostics);
  EXPECT_EQ(with_code(diagnostics, "M-02").size(), 1U);
  Diagnostics more;
  written_by(
      "local rows = {} for i = 1, 5000 do rows[i] = { i } end\n"
      "while true do doc:table { columns = { { title = 'x' } }, rows = rows } end",
      more);
  EXPECT_EQ(with_code(more, "M-03").size(), 1U);
}
// 400 cells of 1 MiB would leave Lua's memory 400 times.
TEST(DocTable, TextsArePaidForBeforeTheyAreCopied) {
  for (const char* lua :
       {"local t = string.rep('x', 1000000) local rows = {} for i = 1, 400 do rows[i] = { t } end\n"
        "doc:table { columns = { { title = 'x' } }, rows = rows }",
        "local t = string.rep('x', 1000000) local columns = {} for i = 1, 40 do columns[i] = { title = t } "
        "end\n"
        "for i = 1, 2 do doc:table { columns = columns, rows = {} } end",
        "local t = string.rep('x', 1000000)\n"
        "for i = 1, 60 do doc:table { caption = t, columns = { { title = 'x' } }, rows = {} } end"}) {
    Diagnostics diagnostics;
    written_by(lua, diagnostics);
    EXPECT_EQ(with_code(diagnostics, "M-03").size(), 1U) << lua;
  }
}
TEST(DocTable, SaysInChineseWhatIsWrong) {
  const std::pair<const char*, const char*> faults[] = {
      {"doc:table { columns = { 'x' }, rows = {} }", "doc:table 的一列应为一个表"},
      {"doc:table { columns = { { title = 'x', align = 'middle' } }, rows = {} }",
       "doc:table 的 align 应为 left、centre、right 之一，得到“middle”"},
      {"doc:table { columns = { { title = 'x', width = {} } }, rows = {} }", "doc:table 的列宽应大于 0"},
      {"doc:chart('pie')", "doc:chart 的名称应为 times、days、tasks、activities 之一，得到“pie”"},
      {"doc:chart(7)", "得到“数”"},
      {"doc:paragraph { true }", "一段文字应为文字"}};
  for (const auto& [lua, message] : faults) {
    Diagnostics diagnostics;
    written_by(lua, diagnostics);
    const auto found = with_code(diagnostics, "M-02");
    ASSERT_EQ(found.size(), 1U) << lua;
    EXPECT_NE(found[0].message.find(message), std::string::npos) << found[0].message;
  }
}

}  // namespace
}  // namespace nianbao::test
