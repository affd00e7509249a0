#include "cube/day_histogram.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace nianbao {

namespace {

DayHistogram histogram(const std::vector<std::int64_t>& days) {
  DayHistogram result;
  for (std::int64_t each : days) result.add(each);
  return result;
}

}  // namespace

TEST(DayHistogram, OfNothingKnowsNothing) {
  const DayHistogram none;
  EXPECT_EQ(none.count(), 0);
  EXPECT_TRUE(none.entries().empty());
  EXPECT_FALSE(none.median().has_value());
  EXPECT_FALSE(none.percentile(90).has_value());
  EXPECT_FALSE(none.smallest().has_value());
  EXPECT_FALSE(none.largest().has_value());
  EXPECT_FALSE(none.mean().has_value());
}

TEST(DayHistogram, MedianOfAnOddCountIsTheMiddleOne) {
  EXPECT_EQ(histogram({9, 1, 5}).median(), 5);
  EXPECT_EQ(histogram({7}).median(), 7);
}

// Nearest rank: of an even count the lower of the two in the middle, never a number between them.
TEST(DayHistogram, MedianOfAnEvenCountIsTheLowerOfTheMiddle) {
  EXPECT_EQ(histogram({1, 2}).median(), 1);
  EXPECT_EQ(histogram({1, 2, 8, 9}).median(), 2);
}

TEST(DayHistogram, NinetiethPercentileIsAtTheRankRoundedUp) {
  std::vector<std::int64_t> days(10);
  for (std::size_t i = 0; i < days.size(); ++i) days[i] = static_cast<std::int64_t>(i) + 1;
  EXPECT_EQ(histogram(days).percentile(90), 9) << "rank 9 of 10";
  days.push_back(11);
  EXPECT_EQ(histogram(days).percentile(90), 10) << "rank 9.9 of 11 is the tenth";
  EXPECT_EQ(histogram({3}).percentile(90), 3);
  EXPECT_EQ(histogram({3, 30}).percentile(90), 30);
  EXPECT_EQ(histogram(days).percentile(100), 11);
}

TEST(DayHistogram, MeanIsRoundedHalfUpToTwoDecimals) {
  EXPECT_EQ(histogram({1, 2}).mean(), "1.50");
  EXPECT_EQ(histogram({1, 1, 2}).mean(), "1.33");
  EXPECT_EQ(histogram({1, 2, 2}).mean(), "1.67");
  EXPECT_EQ(histogram({0, 0}).mean(), "0.00");
  DayHistogram eighths;  // 1 / 200 = 0.005
  eighths.add(0, 199);
  eighths.add(1);
  EXPECT_EQ(eighths.mean(), "0.01");
}

TEST(DayHistogram, ZeroDaysAreDays) {
  const DayHistogram same_day = histogram({0, 0, 4});
  EXPECT_EQ(same_day.smallest(), 0);
  EXPECT_EQ(same_day.median(), 0);
  EXPECT_EQ(same_day.entries(), (std::vector<DayHistogram::Entry>{{0, 2}, {4, 1}}));
}

TEST(DayHistogram, KeepsWhatLiesFarOut) {
  const DayHistogram far = histogram({127, 128, 129, 5, 20000, 128});
  EXPECT_EQ(far.entries(),
            (std::vector<DayHistogram::Entry>{{5, 1}, {127, 1}, {128, 2}, {129, 1}, {20000, 1}}));
  EXPECT_EQ(far.largest(), 20000);
  EXPECT_EQ(far.median(), 128);
}

TEST(DayHistogram, CountsBeyondWhatADoubleHolds) {
  DayHistogram huge;
  huge.add(0, 1'000'000'000'000);
  huge.add(99999, 1'000'000'000'001);
  EXPECT_EQ(huge.median(), 99999);
  EXPECT_EQ(huge.mean(), "49999.50") << "half up from 49999.50000002";
  EXPECT_EQ(huge.count(), 2'000'000'000'001);
  for (int i = 0; i < 300'000; ++i) huge.add(i % 100 + 1, 1'000'000'000'000);
  EXPECT_EQ(huge.percentile(90), 91) << "the rank is beyond 2^63 on its way";
}

// The parts of a county merged in any order are the county, and its median is that of all cases: the median
// of the parts' medians would be another.
TEST(DayHistogram, PartsMergeIntoTheWhole) {
  std::mt19937 dice(2024);
  std::vector<std::int64_t> all;
  std::vector<DayHistogram> parts(7);
  for (int i = 0; i < 5000; ++i) {
    const auto days = static_cast<std::int64_t>(dice() % (i % 50 == 0 ? 400U : 45U));
    all.push_back(days);
    parts[dice() % parts.size()].add(days);
  }
  DayHistogram forward;
  DayHistogram backward;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    forward.merge(parts[i]);
    backward.merge(parts[parts.size() - 1 - i]);
  }
  EXPECT_EQ(forward, histogram(all));
  EXPECT_EQ(backward, forward);
  std::sort(all.begin(), all.end());
  EXPECT_EQ(forward.median(), all[2499]);
  EXPECT_EQ(forward.percentile(90), all[4499]);
}

TEST(DayHistogram, EqualWhateverTheWayItGrew) {
  DayHistogram once;
  once.add(3, 2);
  EXPECT_EQ(once, histogram({3, 3}));
  EXPECT_FALSE(once == histogram({3}));
}

}  // namespace nianbao
