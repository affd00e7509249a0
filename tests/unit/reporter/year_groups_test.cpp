#include "reporter/year_groups.h"

#include <gtest/gtest.h>

namespace nianbao {

namespace {

std::string value_named(const std::vector<Measure>& measures, const std::string& key) {
  for (const Measure& measure : measures) {
    if (key == measure.key) return print_value(measure.value);
  }
  return "none";
}

}  // namespace

TEST(YearGroups, NothingClosedHasNoRateAndNoDays) {
  TimeFigures figures;
  figures.received = 3;
  const auto measures = measures_of(figures);
  EXPECT_EQ(value_named(measures, "received"), "3");
  EXPECT_EQ(value_named(measures, "closed"), "0");
  for (const char* key : {"in_time_rate", "days.median", "days.mean", "days.p90", "days.min", "days.max"}) {
    EXPECT_EQ(value_named(measures, key), "") << key;
  }
}

TEST(YearGroups, RatesAreExactToTwoDecimals) {
  TimeFigures figures;
  figures.closed = 3;
  figures.in_time = 2;
  figures.overdue = 1;
  for (const std::int64_t days : {0, 5, 22}) figures.days.add(days);
  const auto measures = measures_of(figures);
  EXPECT_EQ(value_named(measures, "received"), "none") << "has no meaning here";
  EXPECT_EQ(value_named(measures, "in_time_rate"), "66.67");
  EXPECT_EQ(value_named(measures, "days.median"), "5");
  EXPECT_EQ(value_named(measures, "days.mean"), "9.00");
  EXPECT_EQ(value_named(measures, "days.min"), "0");
}

TEST(YearGroups, StandingTasksHaveNoRate) {
  TaskCounts counts;
  counts.total = counts.standing = 2;
  EXPECT_EQ(value_named(measures_of(counts), "rate"), "");
  counts.total = 3;
  EXPECT_EQ(value_named(measures_of(counts), "rate"), "0.00");
}

TEST(YearGroups, KeepsZeroBlankAndNotApplicableApart) {
  ActivityCounts counts;
  counts.participants = Cell::not_applicable();
  counts.opinions = Cell::of(0);
  const auto measures = measures_of(counts);
  EXPECT_EQ(value_named(measures, "held"), "0");
  EXPECT_EQ(value_named(measures, "participants"), "/");
  EXPECT_EQ(value_named(measures, "opinions"), "0");
  EXPECT_EQ(value_named(measures, "adopted"), "");
  EXPECT_EQ(value_named(measures, "adoption_rate"), "") << "no opinion, no rate";
  EXPECT_EQ(value_named(measures, "feedback_rate"), "") << "nothing held, no rate";
}

TEST(YearGroups, KeysBecomeWordsOnlyWhereTheyAreKeys) {
  EXPECT_EQ(group_label("by_month", "2024-03"), "2024年3月");
  EXPECT_EQ(group_label("by_applicant", "natural_person"), "自然人");
  EXPECT_EQ(group_label("by_outcome", "refused.third_party"), "（三）4保护第三方合法权益");
  EXPECT_EQ(group_label("by_topic", "2024-03"), "2024-03");
  EXPECT_EQ(group_label("by_unit", "other"), "other");
}

TEST(YearGroups, ReceivedIsTheSumOfTheUnits) {
  Figures figures;
  EXPECT_EQ(received_of(figures), std::nullopt);
  figures.requests.emplace();
  figures.requests->by_unit = {{"甲局", 3, 0, 0, 0, {}}, {"乙局", 4, 0, 0, 0, {}}};
  EXPECT_EQ(received_of(figures), 7);
  figures.requests->by_unit[0].received.reset();
  EXPECT_EQ(received_of(figures), std::nullopt);
}

TEST(YearGroups, ReceivedComesFromTableThreeOnlyWhereItHoldsNothingElse) {
  Figures figures;
  figures.requests.emplace();
  figures.requests->answered = 300;
  figures.requests->open = 12;
  EXPECT_EQ(received_of(figures), std::nullopt);
  figures.table3.emplace();
  figures.table3->row(Row3::received)[kTotalColumn] = Cell::of(305);
  figures.table3->row(Row3::total)[kTotalColumn] = Cell::of(300);
  figures.table3->row(Row3::carried_out)[kTotalColumn] = Cell::of(12);
  EXPECT_EQ(received_of(figures), 305);
  figures.table3->row(Row3::total)[kTotalColumn] = Cell::of(301);
  EXPECT_EQ(received_of(figures), std::nullopt) << "a unit without records closed one";
}

}  // namespace nianbao
