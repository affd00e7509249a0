#include "reporter/sheet_activities.h"

#include <gtest/gtest.h>

#include "unit/reporter/sheet_cells.h"

namespace nianbao {

namespace {

Activity activity(const char* name, const char* kind, const char* planned, const char* held) {
  Activity a;
  a.name = name;
  a.kind = kind;
  a.units = {"甲局", "乙局"};
  a.planned = parse_date(planned);
  a.held = parse_date(held);
  return a;
}

Compilation compiled(const std::vector<Activity>& activities) {
  Compilation compilation;
  compilation.figures.year = 2024;
  compilation.figures.issuer = "样例区人民政府";
  ActivityCube cube(ReportYear(2024));
  for (const Activity& a : activities) {
    if (cube.add(a)) compilation.activities.push_back(a);
  }
  compilation.figures.activities = activity_figures(cube);
  return compilation;
}

std::vector<Activity> some() {
  std::vector<Activity> activities = {activity("走进某局", "政府开放活动", "2024-08-07", "2024-08-08"),
                                      activity("培训一", "培训", "", "2024-03-01"),
                                      activity("听取汇报", "听取汇报", "2024-05-01", "2024-05-01"),
                                      activity("培训二", "培训", "2024-12-10", "2025-01-08")};
  activities[0].participants = Cell::of(46);
  activities[0].opinions = Cell::of(8);
  activities[0].adopted = Cell::of(3);
  activities[0].feedback_published = true;
  activities[0].feedback_link = "https://www.example.com/1";
  activities[1].participants = Cell::of(0);
  activities[2].participants = Cell::not_applicable();
  activities[2].theme_collected = false;
  return activities;
}

}  // namespace

TEST(SheetActivities, IsAbsentWithoutALedger) {
  const Compilation compilation;
  EXPECT_FALSE(activities_sheet(compilation));
  EXPECT_FALSE(unit_activities_sheet(compilation));
  EXPECT_FALSE(activity_list_sheet(compilation));
}

TEST(SheetActivities, KeepsZeroBlankAndNotApplicableApart) {
  const auto sheet = activities_sheet(compiled(some()));
  const Table table = table_of(sheet, "activities_by_class");
  EXPECT_EQ(row_named(table, "政府开放活动"),
            (Texts{"政府开放活动", "1", "1", "0", "46", "8", "3", "37.50", "1", "100.00"}));
  EXPECT_EQ(row_named(table, "培训"), (Texts{"培训", "1", "1", "1", "0", "", "", "", "0", "0.00"}));
  EXPECT_EQ(row_named(table, "听取汇报")[4], "/");
}

TEST(SheetActivities, ATotalIsDerivedWhereNothingIsUnknown) {
  const auto sheet = activities_sheet(compiled(some()));
  const Table table = table_of(sheet, "activities_by_class");
  const int total = find_row(table, "合计");
  EXPECT_EQ(row_of(table, total), (Texts{"合计", "3", "3", "1", "46", "8", "3", "37.50", "1", "33.33"}));
  EXPECT_EQ(find_cell(table, total, 4)->sum_of, (std::vector<CellRange>{{1, 4, 3, 4}})) << "46 + 0 + /";
  EXPECT_TRUE(find_cell(table, total, 5)->sum_of.empty()) << "a blank above";
}

TEST(SheetActivities, NamesWhatWasPlannedAndNotHeld) {
  const auto sheet = activities_sheet(compiled(some()));
  const Table table = table_of(sheet, "activities_not_held");
  ASSERT_EQ(table.rows, 2);
  EXPECT_EQ(row_of(table, 1), (Texts{"培训二", "培训", "甲局、乙局", "2024-12-10", "2025-01-08"}));
  auto held = some();
  held.pop_back();
  const auto without = activities_sheet(compiled(held));
  EXPECT_EQ(find_table(*without, "activities_not_held"), nullptr);
  EXPECT_EQ(without->notes.back(), "计划的活动都已举办。");
}

TEST(SheetActivities, AMonthIsPrintedAsTheMonth) {
  auto activities = some();
  activities.back().planned_text = "12月";
  const auto sheet = activities_sheet(compiled(activities));
  EXPECT_EQ(row_of(table_of(sheet, "activities_not_held"), 1)[3], "12月");
  const auto list = activity_list_sheet(compiled(activities));
  const Table table = table_of(list, "activities_list");
  EXPECT_EQ(row_named(table, "培训二")[3], "12月");
}

TEST(SheetActivities, HostsHaveNoTotal) {
  const auto sheet = unit_activities_sheet(compiled(some()));
  const Table table = table_of(sheet, "units_activities");
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(row_named(table, "乙局")[2], "3");
  EXPECT_EQ(find_row(table, "合计"), -1);
}

TEST(SheetActivities, TheListSaysWhatBecameOfThem) {
  const auto sheet = activity_list_sheet(compiled(some()));
  const Table table = table_of(sheet, "activities_list");
  EXPECT_EQ(row_of(table, 1).back(), "已举办");
  EXPECT_EQ(row_of(table, 1)[12], "https://www.example.com/1");
  EXPECT_EQ(row_of(table, 2).back(), "计划外举办");
  EXPECT_EQ(row_of(table, 3)[7], "否");
  EXPECT_EQ(row_of(table, 3)[12], "");
  EXPECT_EQ(row_of(table, 4).back(), "未举办") << "held in the next year";
}

}  // namespace nianbao
