#include "cube/activity_cube.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

const ReportYear kYear(2024);

Activity activity(const char* planned, const char* held) {
  Activity a;
  a.kind = "培训";
  a.units = {"甲局"};
  if (planned) a.planned = parse_date(planned);
  if (held) a.held = parse_date(held);
  return a;
}

TEST(ActivityCube, CountsPlannedAndHeldApart) {
  ActivityCube cube(kYear);
  EXPECT_TRUE(cube.add(activity("2024-08-01", "2024-09-01")));
  EXPECT_TRUE(cube.add(activity("2024-08-01", nullptr)));
  EXPECT_TRUE(cube.add(activity(nullptr, "2024-12-31")));
  EXPECT_TRUE(cube.add(activity("2024-12-01", "2025-01-05"))) << "not held by 31 December";
  EXPECT_TRUE(cube.add(activity("2023-12-01", "2024-01-01"))) << "planned for the year before";
  EXPECT_EQ(cube.all().planned, 3);
  EXPECT_EQ(cube.all().held, 3);
  EXPECT_EQ(cube.all().not_held, 2);
}

TEST(ActivityCube, LeavesOutOtherYears) {
  ActivityCube cube(kYear);
  EXPECT_FALSE(cube.add(activity("2023-08-01", nullptr)));
  EXPECT_FALSE(cube.add(activity("2023-08-01", "2023-09-01")));
  EXPECT_FALSE(cube.add(activity(nullptr, "2025-01-01")));
  EXPECT_FALSE(cube.add(activity("2024-08-01", "2023-08-01"))) << "held before the year";
  EXPECT_EQ(cube.all(), ActivityCounts{});
  EXPECT_TRUE(cube.by_class().empty() && cube.by_unit().empty() && cube.by_month().empty());
}

TEST(ActivityCube, SumsOnlyWhatWasHeld) {
  ActivityCube cube(kYear);
  Activity held = activity(nullptr, "2024-08-08");
  held.participants = Cell::of(120);
  held.opinions = Cell::of(0);
  held.adopted = Cell::not_applicable();
  held.feedback_published = true;
  cube.add(held);
  held.participants = Cell::of(30);
  held.opinions = Cell();
  held.feedback_published = false;
  cube.add(held);
  Activity planned = activity("2024-09-01", nullptr);
  planned.participants = Cell::of(1000);
  planned.feedback_published = true;
  cube.add(planned);
  EXPECT_EQ(cube.all().participants, Cell::of(150));
  EXPECT_EQ(cube.all().opinions, Cell::of(0));
  EXPECT_EQ(cube.all().adopted, Cell::not_applicable());
  EXPECT_EQ(cube.all().published_feedback, 1);
}

TEST(ActivityCube, WhatNobodySaysStaysBlank) {
  ActivityCube cube(kYear);
  cube.add(activity(nullptr, "2024-08-08"));
  EXPECT_TRUE(cube.all().participants.is_blank() && cube.all().opinions.is_blank());
}

TEST(ActivityCube, GroupsByClassHostAndMonth) {
  ActivityCube cube(kYear);
  Activity joint = activity("2024-08-01", "2024-09-01");
  joint.kind = "政府开放活动";
  joint.units = {"乙局", "甲局"};
  joint.participants = Cell::of(7);
  cube.add(joint);
  cube.add(activity("2024-08-15", nullptr));
  Activity unsaid = activity(nullptr, "2024-08-20");
  unsaid.units = {};
  cube.add(unsaid);
  const auto classes = cube.by_class();
  ASSERT_EQ(classes.size(), 2U);
  EXPECT_EQ(classes[0].first, "政府开放活动");
  EXPECT_EQ(classes[1].second.held, 1);
  EXPECT_EQ(classes[1].second.not_held, 1);
  const auto units = cube.by_unit();
  ASSERT_EQ(units.size(), 3U);
  EXPECT_EQ(units[0].first, "乙局");
  EXPECT_EQ(units[0].second.participants, Cell::of(7));
  EXPECT_EQ(units[1].second.participants, Cell::of(7)) << "with each of its hosts";
  EXPECT_EQ(units[2].first, kNoHost);
  EXPECT_EQ(cube.all().participants, Cell::of(7)) << "and once in all";
  const auto months = cube.by_month();
  ASSERT_EQ(months.size(), 2U);
  EXPECT_EQ(months[0].first, "2024-08");
  EXPECT_EQ(months[0].second.held, 1);
  EXPECT_EQ(months[0].second.not_held, 1);
  EXPECT_EQ(months[1].first, "2024-09") << "of the day on which it was held";
}

TEST(AdoptionRate, IsOfTheOpinions) {
  ActivityCounts counts;
  counts.opinions = Cell::of(30);
  counts.adopted = Cell::of(10);
  EXPECT_EQ(adoption_rate(counts), "33.33");
  counts.adopted = Cell::of(0);
  EXPECT_EQ(adoption_rate(counts), "0.00");
}

TEST(AdoptionRate, IsEmptyWhereItCannotBeTrue) {
  ActivityCounts counts;
  counts.opinions = Cell::of(5);
  counts.adopted = Cell::of(6);
  EXPECT_FALSE(adoption_rate(counts).has_value()) << "more adopted than collected";
  counts.adopted = Cell::of(5);
  EXPECT_EQ(adoption_rate(counts), "100.00");
  ActivityCube cube(ReportYear(2024));
  Activity activity;
  activity.held = parse_date("2024-05-01");
  activity.opinions = Cell::of(30);
  activity.adopted = Cell::of(1);
  cube.add(activity);
  EXPECT_EQ(adoption_rate(cube.all()), "3.33");
  activity.opinions = Cell();
  cube.add(activity);
  EXPECT_EQ(cube.all().adopted, Cell::of(2));
  EXPECT_FALSE(adoption_rate(cube.all()).has_value()) << "adopted of opinions that nobody counted";
}

TEST(AdoptionRate, IsEmptyWithoutBothNumbers) {
  ActivityCounts counts;
  EXPECT_FALSE(adoption_rate(counts).has_value());
  counts.opinions = Cell::of(0);
  counts.adopted = Cell::of(0);
  EXPECT_FALSE(adoption_rate(counts).has_value());
  counts.opinions = Cell::of(3);
  counts.adopted = Cell();
  EXPECT_FALSE(adoption_rate(counts).has_value());
  counts.adopted = Cell::not_applicable();
  EXPECT_FALSE(adoption_rate(counts).has_value());
}

}  // namespace
}  // namespace nianbao
