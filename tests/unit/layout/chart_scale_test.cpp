#include "layout/chart_scale.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace nianbao {
namespace {

using Ticks = std::vector<std::string>;

Ticks ticks(double least, double most, bool whole, int steps = 5) {
  const ChartScale scale = make_scale(least, most, whole, steps);
  Ticks texts;
  for (int tick = scale.first; tick <= scale.last; ++tick) texts.push_back(scale.text(tick));
  return texts;
}

TEST(ChartScale, StepsByOneTwoOrFive) {
  EXPECT_EQ(ticks(0, 60, true), (Ticks{"0", "20", "40", "60"}));
  EXPECT_EQ(ticks(0, 61, true), (Ticks{"0", "20", "40", "60", "80"}));
  EXPECT_EQ(ticks(0, 50, true), (Ticks{"0", "10", "20", "30", "40", "50"}));
  EXPECT_EQ(ticks(0, 14, true), (Ticks{"0", "5", "10", "15"}));
  EXPECT_EQ(ticks(0, 4166.241619, false), (Ticks{"0", "1000", "2000", "3000", "4000", "5000"}));
}

TEST(ChartScale, HasNoFractionsOfAPiece) {
  EXPECT_EQ(ticks(0, 1, true), (Ticks{"0", "1"}));
  EXPECT_EQ(ticks(0, 3, true), (Ticks{"0", "1", "2", "3"}));
  EXPECT_EQ(ticks(0, 1, false), (Ticks{"0.0", "0.2", "0.4", "0.6", "0.8", "1.0"}));
  EXPECT_EQ(ticks(0, 0.00031, false), (Ticks{"0.0000", "0.0001", "0.0002", "0.0003", "0.0004"}));
}

TEST(ChartScale, OfNothingIsFromNoughtToOne) {
  EXPECT_EQ(ticks(0, 0, true), (Ticks{"0", "1"}));
  EXPECT_EQ(ticks(0, 0, false), (Ticks{"0", "1"}));
}

TEST(ChartScale, HoldsNegativeValuesAndNought) {
  EXPECT_EQ(ticks(-8, 5, true), (Ticks{"-10", "-5", "0", "5"}));
  EXPECT_EQ(ticks(-3, -1, true), (Ticks{"-3", "-2", "-1", "0"}));
}

TEST(ChartScale, HoldsEveryValueInFewSteps) {
  for (const bool whole : {true, false}) {
    for (double most = 1; most < 1e15; most = std::floor(most * 1.37 + 1)) {
      for (const double value : {most, whole ? most : most / 1024}) {
        for (int steps = 1; steps <= 7; ++steps) {
          const ChartScale scale = make_scale(0, value, whole, steps);
          EXPECT_GE(scale.most(), value * (1 - 1e-12)) << value;
          EXPECT_LE(scale.last, steps) << value;
          EXPECT_EQ(scale.first, 0);
          if (scale.step > 1 || !whole) {
            EXPECT_GT(scale.most() * 5, value) << value;
          }
          const double digit = scale.step / std::pow(10, std::floor(std::log10(scale.step) + 1e-9));
          EXPECT_TRUE(std::abs(digit - 1) < 1e-9 || std::abs(digit - 2) < 1e-9 || std::abs(digit - 5) < 1e-9)
              << scale.step;
        }
      }
    }
  }
}

TEST(ChartScale, IsFarFromUselesslyWide) {
  for (double most = 6; most < 1e9; most = std::floor(most * 1.1 + 1))
    EXPECT_LE(make_scale(0, most, true, 5).most(), most * 2) << most;
}

}  // namespace
}  // namespace nianbao
