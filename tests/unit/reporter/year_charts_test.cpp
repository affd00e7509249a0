#include "reporter/year_charts.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace nianbao {

namespace {

std::string line(const ChartSeries& series) {
  std::string text = series.name + ":";
  for (const CellValue& value : series.values) text += " " + print_value(value);
  return text;
}

TimeFigures month(const char* key, std::int64_t in_time, std::int64_t overdue) {
  TimeFigures figures;
  figures.key = key;
  figures.received = 0;
  figures.closed = in_time + overdue;
  figures.in_time = in_time;
  figures.overdue = overdue;
  return figures;
}

Figures with_requests() {
  Figures figures;
  figures.year = 2024;
  figures.requests.emplace();
  figures.requests->has_clock = true;
  return figures;
}

TaskCounts tasks(std::int64_t done, std::int64_t in_time, std::int64_t late) {
  TaskCounts counts;
  counts.total = counts.done = done;
  counts.in_time = in_time;
  counts.late = late;
  return counts;
}

}  // namespace

TEST(YearCharts, WithoutFiguresThereIsNoChart) {
  Figures figures;
  for (const auto chart : {times_chart, days_chart, tasks_chart, activities_chart}) {
    EXPECT_FALSE(chart(figures));
  }
  figures = with_requests();
  figures.tasks.emplace();
  figures.activities.emplace();
  for (const auto chart : {times_chart, days_chart, tasks_chart, activities_chart}) {
    EXPECT_FALSE(chart(figures)) << "all zero";
  }
}

TEST(YearCharts, AMonthWithoutRequestsIsZero) {
  Figures figures = with_requests();
  figures.requests->answered = 8;
  figures.requests->by_month = {month("2024-02", 5, 1), month("2024-12", 2, 0)};
  const auto chart = times_chart(figures);
  ASSERT_TRUE(chart);
  EXPECT_TRUE(chart->stacked);
  EXPECT_EQ(chart->categories.size(), 12U);
  EXPECT_EQ(line(chart->series[0]), "按期办结: 0 5 0 0 0 0 0 0 0 0 0 2");
  EXPECT_EQ(line(chart->series[1]), "超期办结: 0 1 0 0 0 0 0 0 0 0 0 0");
}

TEST(YearCharts, FiguresWithoutTheirMonthsAreNotDrawn) {
  Figures figures = with_requests();
  figures.requests->answered = 9;
  figures.requests->by_month = {month("2024-02", 5, 1)};
  EXPECT_FALSE(times_chart(figures));
}

TEST(YearCharts, DaysFallIntoFives) {
  Figures figures = with_requests();
  for (const std::int64_t days : {0, 1, 5, 6, 20, 21, 40, 41, 300}) figures.requests->days.add(days);
  const auto chart = days_chart(figures);
  ASSERT_TRUE(chart);
  EXPECT_EQ(line(chart->series[0]), "办结: 3 1 0 1 1 0 0 1 2");
  EXPECT_EQ(chart->categories.front(), "5天以内");
  EXPECT_EQ(chart->categories[1], "6–10天");
  EXPECT_EQ(chart->categories.back(), "41天以上");
}

TEST(YearCharts, TheStackIsEveryTaskOfTheArea) {
  Figures figures;
  figures.year = 2024;
  figures.tasks.emplace();
  TaskCounts counts = tasks(5, 3, 2);
  counts.running = 4;
  counts.not_started = 2;
  counts.overdue = 5;
  counts.standing = 7;
  counts.total = 18;
  figures.tasks->by_area = {{"一、某事", counts}};
  auto chart = tasks_chart(figures);
  ASSERT_TRUE(chart);
  ASSERT_EQ(chart->series.size(), 5U);
  std::int64_t sum = 0;
  for (const ChartSeries& series : chart->series) sum += std::get<std::int64_t>(series.values[0]);
  EXPECT_EQ(sum, counts.total);
  EXPECT_EQ(line(chart->series[2]), "逾期未完成: 5");
  EXPECT_EQ(line(chart->series[3]), "未完成（未逾期）: 1");

  figures.tasks->by_area.emplace_back("二、没有日期", tasks(4, 1, 1));
  chart = tasks_chart(figures);
  ASSERT_EQ(chart->series.size(), 6U);
  EXPECT_EQ(line(chart->series[5]), "已完成（缺日期或时限）: 0 2");
}

TEST(YearCharts, ManyAreasBecomeOneAtTheEnd) {
  Figures figures;
  figures.tasks.emplace();
  for (int i = 0; i < 30; ++i) figures.tasks->by_area.emplace_back(fmt::format("{}", i), tasks(1, 1, 0));
  const auto chart = tasks_chart(figures);
  ASSERT_EQ(chart->categories.size(), 24U);
  EXPECT_EQ(chart->categories.back(), "其余 7 类");
  EXPECT_EQ(print_value(chart->series[0].values.back()), "7");
  EXPECT_EQ(chart->series[0].values.size(), 24U);
}

TEST(YearCharts, LongNamesOfClassesLieOnTheirSide) {
  Figures figures;
  figures.activities.emplace();
  ActivityCounts counts;
  counts.planned = 2;
  counts.held = 3;
  figures.activities->by_class = {{"培训", counts}};
  EXPECT_EQ(activities_chart(figures)->kind, ChartKind::columns);
  EXPECT_EQ(line(activities_chart(figures)->series[1]), "举办: 3");
  figures.activities->by_class.emplace_back("面向企业和群众的政府开放活动", counts);
  EXPECT_EQ(activities_chart(figures)->kind, ChartKind::bars);
}

}  // namespace nianbao
