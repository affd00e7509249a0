#include "calendar/working_days.h"

#include <gtest/gtest.h>

#include "support/holiday_table.h"

namespace nianbao {
namespace {

Date day(const char* text) {
  return *parse_date(text);
}

TEST(WorkingDays, FollowsTheWeekendWithoutATable) {
  const WorkingDays calendar;
  EXPECT_TRUE(calendar.is_working(day("2024-10-01")));
  EXPECT_FALSE(calendar.is_working(day("2024-09-29")));
  EXPECT_FALSE(calendar.covers(2024));
}

TEST(WorkingDays, TakesDaysOffAndMakeUpDaysFromTheTable) {
  const WorkingDays& calendar = national_calendar();
  EXPECT_FALSE(calendar.is_working(day("2024-10-01")));  // 国庆节, a Tuesday
  EXPECT_TRUE(calendar.is_working(day("2024-09-29")));   // 调休上班, a Sunday
  EXPECT_FALSE(calendar.is_working(day("2024-09-28")));  // a plain Saturday
  EXPECT_TRUE(calendar.is_working(day("2024-02-09")));   // 除夕 of 2024 is no day off by the notice
}

TEST(WorkingDays, SaysWhyADayIsWhatItIs) {
  const WorkingDays& calendar = national_calendar();
  EXPECT_EQ(calendar.reason(day("2024-10-01")), "国庆节");
  EXPECT_EQ(calendar.reason(day("2024-09-29")), "调休上班");
  EXPECT_EQ(calendar.reason(day("2024-09-28")), "周末");
  EXPECT_EQ(calendar.reason(day("2024-09-22")), "周末");
  EXPECT_EQ(calendar.reason(day("2024-09-27")), "");
}

TEST(WorkingDays, KnowsTheYearsOfItsTable) {
  for (int year = 2016; year <= 2026; ++year) EXPECT_TRUE(national_calendar().covers(year)) << year;
  EXPECT_FALSE(national_calendar().covers(2015));
  EXPECT_FALSE(national_calendar().covers(2027));
}

// 366 days, of them 104 Saturdays and Sundays; 30 days off by the notice, 11 of them on weekends; 8 weekend
// days worked: 366 - 104 - 19 + 8.
TEST(WorkingDays, CountsThe251WorkingDaysOf2024) {
  EXPECT_EQ(national_calendar().between(day("2023-12-31"), day("2024-12-31")), 251);
}

TEST(WorkingDays, CountsNothingBackwards) {
  EXPECT_EQ(national_calendar().between(day("2024-03-08"), day("2024-03-04")), 0);
  EXPECT_EQ(national_calendar().between(day("2024-03-08"), day("2024-03-08")), 0);
}

TEST(WorkingDays, FindsTheNthDayAfterADay) {
  const WorkingDays& calendar = national_calendar();
  EXPECT_EQ(format_iso(calendar.nth_after(day("2024-09-27"), 1)), "2024-09-29");
  EXPECT_EQ(format_iso(calendar.nth_after(day("2024-09-30"), 1)), "2024-10-08");
  EXPECT_EQ(format_iso(calendar.nth_after(day("2024-09-30"), 0)), "2024-09-30");
}

TEST(WorkingDays, HoldsAtTheEdgesOfTheRange) {
  const WorkingDays calendar;
  EXPECT_TRUE(calendar.between(day("1949-01-01"), day("2100-12-31")) > 39000);
  EXPECT_EQ(static_cast<int>(calendar.nth_after(day("2100-12-31"), 1000000).year()), 2102);
}

}  // namespace
}  // namespace nianbao
