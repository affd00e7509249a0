#include "cube/task_cube.h"

#include <gtest/gtest.h>

#include "cube/percent.h"

namespace nianbao {
namespace {

const Date kToday = *parse_date("2025-01-24");

Task task(TaskStatus status, const char* deadline = nullptr, const char* done_on = nullptr) {
  Task t;
  t.area = "一、广覆盖";
  t.units = {"甲局"};
  t.status = status;
  if (deadline) t.deadline = parse_date(deadline);
  if (done_on) t.done_on = parse_date(done_on);
  return t;
}

TaskCounts counted(const std::vector<Task>& tasks) {
  TaskCube cube(kToday);
  for (const Task& t : tasks) cube.add(t);
  return cube.all();
}

TEST(TaskCube, DoneIsInTimeThroughTheDeadline) {
  const TaskCounts counts = counted(
      {task(TaskStatus::done, "2024-12-31", "2024-12-31"), task(TaskStatus::done, "2024-12-31", "2025-01-01"),
       task(TaskStatus::done, "2024-12-31"), task(TaskStatus::done, nullptr, "2024-12-31")});
  EXPECT_EQ(counts.done, 4);
  EXPECT_EQ(counts.in_time, 1);
  EXPECT_EQ(counts.late, 1);
  EXPECT_EQ(counts.overdue, 0) << "what is done is late, not overdue";
}

TEST(TaskCube, UnfinishedIsOverdueFromTheDayAfterTheDeadline) {
  const TaskCounts counts =
      counted({task(TaskStatus::running, "2025-01-23"), task(TaskStatus::not_started, "2024-07-31"),
               task(TaskStatus::running, "2025-01-24"), task(TaskStatus::not_started)});
  EXPECT_EQ(counts.running, 2);
  EXPECT_EQ(counts.not_started, 2);
  EXPECT_EQ(counts.overdue, 2);
}

TEST(TaskCube, StatesAddUpToTheTotal) {
  const TaskCounts counts =
      counted({task(TaskStatus::done), task(TaskStatus::running), task(TaskStatus::standing),
               task(TaskStatus::standing, "2024-01-01"), task(TaskStatus::not_started)});
  EXPECT_EQ(counts.total, 5);
  EXPECT_EQ(counts.total, counts.done + counts.running + counts.not_started + counts.standing);
  EXPECT_EQ(counts.standing, 2);
  EXPECT_EQ(counts.overdue, 0) << "a standing task has no end";
}

TEST(TaskCube, GroupsKeepTheOrderOfTheLedger) {
  TaskCube cube(kToday);
  Task first = task(TaskStatus::done, "2024-12-31", "2024-11-01");
  first.area = "二、规范";
  first.leads = {"乙局"};
  first.units = {"丙镇", "甲局"};
  cube.add(first);
  Task second = task(TaskStatus::running, "2024-07-31");
  second.area = "";
  cube.add(second);
  Task third = task(TaskStatus::standing);
  third.area = " 二、规范";
  third.units = {};
  cube.add(third);
  const auto areas = cube.by_area();
  ASSERT_EQ(areas.size(), 2U);
  EXPECT_EQ(areas[0].first, "二、规范");
  EXPECT_EQ(areas[0].second.total, 2) << "blanks do not make another area";
  EXPECT_EQ(areas[1].first, kNoArea);
  const auto units = cube.by_unit();
  ASSERT_EQ(units.size(), 2U);
  EXPECT_EQ(units[0].first, "丙镇");
  EXPECT_EQ(units[1].first, "甲局");
  EXPECT_EQ(units[1].second.total, 2);
  ASSERT_EQ(cube.by_lead().size(), 1U);
  EXPECT_EQ(cube.by_lead()[0].second.in_time, 1);
  const auto months = cube.by_month();
  ASSERT_EQ(months.size(), 2U) << "a task without a day is in no month";
  EXPECT_EQ(months[0].first, "2024-07");
  EXPECT_EQ(months[0].second.overdue, 1);
  EXPECT_EQ(months[1].first, "2024-12");
}

TEST(CompletionRate, LeavesStandingTasksOut) {
  TaskCounts counts;
  counts.total = 59;
  counts.standing = 8;
  counts.done = 48;
  EXPECT_EQ(completion_rate(counts), "94.12");
  counts.done = 51;
  EXPECT_EQ(completion_rate(counts), "100.00");
  counts.done = 0;
  EXPECT_EQ(completion_rate(counts), "0.00");
}

TEST(CompletionRate, IsEmptyWhenNothingCanBeDone) {
  EXPECT_FALSE(completion_rate({}).has_value());
  EXPECT_FALSE(completion_rate(counted({task(TaskStatus::standing)})).has_value());
}

TEST(PercentText, RoundsHalfUpExactly) {
  EXPECT_EQ(percent_text(1, 3), "33.33");
  EXPECT_EQ(percent_text(2, 3), "66.67");
  EXPECT_EQ(percent_text(1, 800), "0.13") << "0.125";
  EXPECT_EQ(percent_text(1249, 1000000), "0.12") << "0.1249";
  EXPECT_EQ(percent_text(1, 20000), "0.01") << "0.005";
  EXPECT_EQ(percent_text(1, 20001), "0.00");
  EXPECT_EQ(percent_text(3, 2), "150.00");
  EXPECT_EQ(percent_text(9007199254740991, 9007199254740991), "100.00");
  EXPECT_FALSE(percent_text(1, 0).has_value());
  EXPECT_FALSE(percent_text(-1, 5).has_value());
}

}  // namespace
}  // namespace nianbao
