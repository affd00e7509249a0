#include "reporter/sheet_times.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "cube/time_cube.h"
#include "unit/reporter/sheet_cells.h"

namespace nianbao {

namespace {

TimeFigures group(const char* key, std::int64_t received, const std::vector<std::int64_t>& days,
                  std::int64_t overdue) {
  TimeFigures figures;
  figures.key = key;
  figures.received = received;
  figures.closed = static_cast<std::int64_t>(days.size());
  figures.overdue = overdue;
  figures.in_time = figures.closed - overdue;
  for (const std::int64_t day : days) figures.days.add(day);
  return figures;
}

// Two units: three closed, one of them late; 乙局 has closed none.
Compilation compiled() {
  Compilation compilation;
  Figures& figures = compilation.figures;
  figures.year = 2024;
  figures.issuer = "样例区人民政府";
  RequestFigures& requests = figures.requests.emplace();
  requests.has_clock = true;
  requests.answered = 3;
  requests.in_time = 2;
  requests.overdue = 1;
  requests.open = 2;
  for (const std::int64_t days : {4, 10, 30}) requests.days.add(days);
  requests.by_unit = {group("甲局", 3, {4, 10, 30}, 1), group("乙局", 1, {}, 0)};
  requests.by_month = {group("2024-01", 4, {4}, 0), group("2024-05", 0, {10, 30}, 1)};
  requests.by_applicant = {group("natural_person", 4, {4, 10, 30}, 1)};
  requests.by_outcome = {group("refused.third_party", 0, {4, 10, 30}, 1)};
  requests.by_outcome.front().received.reset();
  requests.oldest_open = {
      {"乙局", "2024-001", *parse_date("2024-11-18"), 31, parse_date("2024-12-16"), true}};
  return compilation;
}

}  // namespace

TEST(SheetTimes, IsAbsentWithoutCaseRecords) {
  Compilation compilation;
  EXPECT_FALSE(times_sheet(compilation));
  EXPECT_FALSE(unit_times_sheet(compilation));
  EXPECT_FALSE(days_sheet(compilation));
}

TEST(SheetTimes, WithoutLastYearThereIsNoColumnForIt) {
  const auto sheet = times_sheet(compiled());
  const Table table = table_of(sheet, "times_years");
  EXPECT_EQ(row_of(table, 0), (Texts{"项目", "2024年"}));
  EXPECT_EQ(row_named(table, "新收（件）"), (Texts{"新收（件）", "4"}));
  EXPECT_EQ(row_named(table, "按期率（%）"), (Texts{"按期率（%）", "66.67"}));
  EXPECT_EQ(row_named(table, "其中：已超期（件）"), (Texts{"其中：已超期（件）", "0"}));
}

TEST(SheetTimes, TheChangeIsThisYearLessTheLast) {
  Compilation compilation = compiled();
  compilation.previous = compiled().figures;
  compilation.previous->year = 2023;
  RequestFigures& last = *compilation.previous->requests;
  last.answered = 5;
  last.in_time = 5;
  last.overdue = 0;
  last.open = 0;
  const auto sheet = times_sheet(compilation);
  const Table table = table_of(sheet, "times_years");
  EXPECT_EQ(row_named(table, "办结（件）"), (Texts{"办结（件）", "3", "5", "-2"}));
  EXPECT_EQ(row_named(table, "按期率（%）"), (Texts{"按期率（%）", "66.67", "100.00", "-33.33"}));
  EXPECT_EQ(row_named(table, "办理用时：平均"), (Texts{"办理用时：平均", "14.67", "14.67", "0.00"}));
  EXPECT_EQ(row_named(table, "12月31日尚未办结（件）"), (Texts{"12月31日尚未办结（件）", "2", "0", "2"}));
}

TEST(SheetTimes, WhatLastYearsFileDoesNotSayStaysBlank) {
  Compilation compilation = compiled();
  compilation.previous.emplace().year = 2023;
  RequestFigures& last = compilation.previous->requests.emplace();  // without the clock
  last.answered = 5;
  last.open = 1;
  const auto sheet = times_sheet(compilation);
  const Table table = table_of(sheet, "times_years");
  EXPECT_EQ(row_named(table, "新收（件）"), (Texts{"新收（件）", "4", "", ""}));
  EXPECT_EQ(row_named(table, "办结（件）"), (Texts{"办结（件）", "3", "5", "-2"}));
  EXPECT_EQ(row_named(table, "其中：超期（件）"), (Texts{"其中：超期（件）", "1", "", ""}));
  EXPECT_EQ(row_named(table, "按期率（%）"), (Texts{"按期率（%）", "66.67", "", ""}));
  EXPECT_EQ(row_named(table, "12月31日尚未办结（件）"), (Texts{"12月31日尚未办结（件）", "2", "1", "1"}));
  EXPECT_EQ(row_named(table, "其中：已超期（件）"), (Texts{"其中：已超期（件）", "0", "", ""}));
}

TEST(SheetTimes, CountsAddUpAndDaysDoNot) {
  const auto sheet = unit_times_sheet(compiled());
  const Table table = table_of(sheet, "units_times");
  EXPECT_TRUE(sheet->data);
  EXPECT_EQ(row_named(table, "乙局"), (Texts{"乙局", "1", "0", "0", "0", "", "", "", "", "", ""}));
  EXPECT_EQ(row_named(table, "合计"),
            (Texts{"合计", "4", "3", "2", "1", "66.67", "10", "14.67", "30", "4", "30"}));
  const int total = find_row(table, "合计");
  for (int column = 1; column < table.columns; ++column) {
    const std::vector<CellRange> derived = {{1, column, 2, column}};
    EXPECT_EQ(find_cell(table, total, column)->sum_of, column <= 4 ? derived : std::vector<CellRange>())
        << column;
  }
}

TEST(SheetTimes, UnitsStandInTheOrderOfTheRegister) {
  Compilation compilation = compiled();
  for (const char* name : {"丙局", "乙局", "甲局"}) {
    Unit unit;
    unit.name = name;
    compilation.units.add(unit);
  }
  compilation.figures.requests->by_unit.insert(compilation.figures.requests->by_unit.begin(),
                                               group("名录外单位", 0, {}, 0));
  const Table table = table_of(unit_times_sheet(compilation), "units_times");
  EXPECT_EQ(find_row(table, "乙局"), 1);
  EXPECT_EQ(find_row(table, "甲局"), 2);
  EXPECT_EQ(find_row(table, "名录外单位"), 3);
}

TEST(SheetTimes, ShowsLabelsNotKeys) {
  const auto sheet = times_sheet(compiled());
  EXPECT_EQ(row_of(table_of(sheet, "times_by_applicant"), 1).front(), "自然人");
  EXPECT_EQ(row_of(table_of(sheet, "times_by_month"), 2).front(), "2024年5月");
  const Table outcomes = table_of(sheet, "times_by_outcome");
  EXPECT_EQ(row_of(outcomes, 0)[1], "办结") << "新收 has no meaning by outcome";
  EXPECT_EQ(row_of(outcomes, 1).front(), "（三）4保护第三方合法权益");
  EXPECT_EQ(row_named(outcomes, "合计")[1], "3");
}

TEST(SheetTimes, NamesTheOldestOpenAndDrawsTwoCharts) {
  const auto sheet = times_sheet(compiled());
  EXPECT_EQ(row_of(table_of(sheet, "times_oldest_open"), 1),
            (Texts{"乙局", "2024-001", "2024-11-18", "31", "2024-12-16", "是"}));
  ASSERT_EQ(sheet->charts.size(), 2U);
  EXPECT_EQ(sheet->charts[0].name, "chart_times");
}

TEST(SheetTimes, AColumnThatTheLedgerLacksMakesNoTable) {
  Compilation compilation = compiled();
  compilation.figures.requests->by_channel = {group("网络", 1, {4}, 0), group(kNoGroup, 3, {10, 30}, 1)};
  compilation.figures.requests->by_topic = {group(kNoGroup, 4, {4, 10, 30}, 1)};
  const auto sheet = times_sheet(compilation);
  EXPECT_NE(find_table(*sheet, "times_by_channel"), nullptr);
  EXPECT_EQ(find_table(*sheet, "times_by_topic"), nullptr);
}

TEST(SheetTimes, NothingClosedLeavesTablesAndChartsOut) {
  Compilation compilation;
  compilation.figures.requests.emplace().has_clock = true;
  const auto sheet = times_sheet(compilation);
  ASSERT_TRUE(sheet);
  EXPECT_EQ(sheet->tables.size(), 1U);
  EXPECT_TRUE(sheet->charts.empty());
  const Table table = table_of(sheet, "times_years");
  EXPECT_EQ(row_named(table, "办结（件）")[1], "0");
  EXPECT_EQ(row_named(table, "按期率（%）")[1], "");
}

TEST(SheetTimes, TheDaysOfTheUnitsAddUpToThoseOfAll) {
  const auto sheet = days_sheet(compiled());
  const Table table = table_of(sheet, "days_long");
  EXPECT_EQ(row_of(table, 0), (Texts{"year", "issuer", "unit", "days", "requests"}));
  EXPECT_EQ(row_of(table, 1), (Texts{"2024", "样例区人民政府", "全部", "4", "1"}));
  std::int64_t whole = 0;
  std::int64_t units = 0;
  for (int row = 1; row < table.rows; ++row) {
    const Texts texts = row_of(table, row);
    (texts[2] == "全部" ? whole : units) += std::stoll(texts[4]);
  }
  EXPECT_EQ(whole, 3);
  EXPECT_EQ(units, 3);
}

TEST(MostClosed, TheRestIsOneGroupAndTheBlankStandsLast) {
  std::vector<TimeFigures> groups;
  for (int i = 0; i < 40; ++i) {
    const std::vector<std::int64_t> days(static_cast<std::size_t>(i), 7);
    groups.push_back(group(fmt::format("类{}", i).c_str(), 1, days, i > 0 ? 1 : 0));
  }
  groups.insert(groups.begin(), group(kNoGroup, 5, std::vector<std::int64_t>(99, 1), 0));
  const auto printed = most_closed(groups);
  ASSERT_EQ(printed.size(), kMostPrinted + 1);
  EXPECT_EQ(printed.front().key, "类39");
  EXPECT_EQ(printed.back().key, kNoGroup);
  const TimeFigures& rest = printed[kMostPrinted - 1];
  EXPECT_EQ(rest.key, "其余 13 类");
  EXPECT_EQ(rest.received, 13);
  EXPECT_EQ(rest.closed, 78) << "0 + 1 + … + 12";
  EXPECT_EQ(rest.overdue, 12);
  EXPECT_EQ(rest.in_time, 66);
  EXPECT_EQ(rest.days.count(), 78);
}

TEST(MostClosed, AFewStayAsTheyAre) {
  const auto printed =
      most_closed({group("甲", 1, {}, 0), group(kOtherGroups, 9, {1, 2}, 0), group("乙", 1, {3}, 0)});
  ASSERT_EQ(printed.size(), 3U);
  EXPECT_EQ(printed[0].key, "乙");
  EXPECT_EQ(printed[1].key, "甲");
  EXPECT_EQ(printed[2].key, kOtherGroups);
}

}  // namespace nianbao
