#include <gtest/gtest.h>

#include <set>

#include "reporter/codebook.h"
#include "reporter/workbook.h"
#include "unit/reporter/sheet_cells.h"

namespace nianbao {

namespace {

Compilation compiled() {
  Compilation compilation;
  Figures& figures = compilation.figures;
  figures.year = 2024;
  figures.issuer = "样例区人民政府";
  RequestFigures& requests = figures.requests.emplace();
  requests.has_clock = true;
  requests.by_unit.push_back({"甲局", 1, 0, 0, 0, {}});
  TimeFigures outcome;
  outcome.key = "granted";
  requests.by_outcome.push_back(outcome);
  figures.tasks.emplace().by_area.emplace_back("一、某事", TaskCounts{});
  ActivityCounts counts;
  counts.participants = Cell::not_applicable();
  figures.activities.emplace().by_unit.emplace_back("甲局", counts);
  return compilation;
}

// "value|state" of the line of that unit, table, row and column; "none".
std::string figure(const Table& table, const Texts& keys) {
  for (int row = 1; row < table.rows; ++row) {
    const Texts texts = row_of(table, row);
    if (Texts{texts[2], texts[3], texts[4], texts[6]} == keys) return texts[8] + "|" + texts[9];
  }
  return "none";
}

}  // namespace

TEST(LongTable, HoldsTheYearUnderItsKeys) {
  const Table table = long_table(compiled());
  EXPECT_EQ(figure(table, {"全部", "requests", "all", "received"}), "1|number");
  EXPECT_EQ(figure(table, {"全部", "requests", "all", "open"}), "0|number");
  EXPECT_EQ(figure(table, {"全部", "requests", "all", "processing_fee"}), "|blank");
  EXPECT_EQ(figure(table, {"甲局", "requests", "by_unit.甲局", "received"}), "1|number");
  EXPECT_EQ(figure(table, {"甲局", "requests", "by_unit.甲局", "days.median"}), "|blank");
  EXPECT_EQ(figure(table, {"全部", "requests", "by_outcome.granted", "closed"}), "0|number");
  EXPECT_EQ(figure(table, {"全部", "requests", "by_outcome.granted", "received"}), "none");
  EXPECT_EQ(figure(table, {"全部", "tasks", "by_area.一、某事", "total"}), "0|number");
  EXPECT_EQ(figure(table, {"全部", "tasks", "by_area.一、某事", "rate"}), "|blank");
  EXPECT_EQ(figure(table, {"甲局", "activities", "by_unit.甲局", "participants"}), "/|n/a");
  EXPECT_EQ(figure(table, {"甲局", "activities", "by_unit.甲局", "opinions"}), "|blank");
}

TEST(LongTable, SaysNothingOfWhatWasNotGiven) {
  EXPECT_EQ(long_table(Compilation()).rows, 1);
  Compilation compilation;
  compilation.figures.requests.emplace();  // without the clock
  EXPECT_EQ(long_table(compilation).rows, 1);
}

// Whoever reads the long table finds every measure and group of it in the codebook.
TEST(LongTable, EveryKeyIsInTheCodebook) {
  const Compilation compilation = compiled();
  std::string book;
  const Table codes = codebook(compilation.figures);
  for (const TableCell& cell : codes.cells) book += print_value(cell.value) + " ";
  const Table table = long_table(compilation);
  for (int row = 1; row < table.rows; ++row) {
    const Texts texts = row_of(table, row);
    EXPECT_NE(book.find(texts[6] + "＝"), std::string::npos) << texts[6];
    const std::string group = texts[4].substr(0, texts[4].find('.'));
    EXPECT_NE(book.find(group + "＝"), std::string::npos) << group;
    EXPECT_NE(book.find(texts[3] + "＝"), std::string::npos) << texts[3];
  }
}

TEST(Workbook, SheetsOfTheYearAppearOnlyWithTheirSource) {
  const auto names = [](const Compilation& compilation) {
    std::set<std::string> found;
    for (const Sheet& sheet : workbook_sheets(compilation, {})) found.insert(sheet.name);
    return found;
  };
  const auto all = names(compiled());
  const auto none = names(Compilation());
  for (const char* name : {"时效", "分单位时效", "天数分布", "任务", "分单位任务", "任务明细", "活动",
                           "分单位活动", "活动明细"}) {
    EXPECT_EQ(all.count(name), 1U) << name;
    EXPECT_EQ(none.count(name), 0U) << name;
  }
  EXPECT_EQ(none.count("长表"), 1U);
}

}  // namespace nianbao
