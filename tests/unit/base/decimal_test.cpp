#include "base/decimal.h"

#include <gtest/gtest.h>

namespace nianbao {

namespace {

std::string sum(const char* left, const char* right) {
  const auto value = Decimal::parse(left)->plus(*Decimal::parse(right));
  return value ? value->to_string() : "overflow";
}

}  // namespace

TEST(Decimal, ComesBackAsWritten) {
  for (const char* text : {"0", "0.10", "4166.241619", "-3", "96171.6", "-0.001"}) {
    ASSERT_TRUE(Decimal::parse(text).has_value()) << text;
    EXPECT_EQ(Decimal::parse(text)->to_string(), text);
  }
}

TEST(Decimal, ReadsGroupedAndBareFractions) {
  EXPECT_EQ(Decimal::parse("1,234,567.50")->to_string(), "1234567.50");
  EXPECT_EQ(Decimal::parse(".5")->to_string(), "0.5");
}

TEST(Decimal, RefusesWhatIsNoNumber) {
  for (const char* text : {"", "-", ".", "1e5", "1,23", "12,34,567", ",123", "1.2.3", "三", "1 2", "0x10",
                           "nan", "1234567890123456789012345678901"}) {
    EXPECT_FALSE(Decimal::parse(text).has_value()) << text;
  }
}

TEST(Decimal, SumsKeepTheLargestScale) {
  EXPECT_EQ(sum("0.1", "0.20"), "0.30");
  EXPECT_EQ(sum("24252.311082", "1"), "24253.311082");
  EXPECT_EQ(sum("0.1", "-0.1"), "0.0");
}

TEST(Decimal, SumsSayWhenTheyOverflow) {
  const std::string most(30, '9');
  EXPECT_EQ(sum(most.c_str(), "0.000000000001"), "overflow");
  EXPECT_NE(sum(most.c_str(), "1"), "overflow");
}

TEST(Decimal, YuanBecomeWanByFourPlaces) {
  EXPECT_EQ(Decimal::parse("12345.60")->shifted(4).to_string(), "1.23456");
  EXPECT_EQ(Decimal::parse("10000")->shifted(4).to_string(), "1");
  EXPECT_EQ(Decimal::parse("5000")->shifted(4).to_string(), "0.5");
  EXPECT_EQ(Decimal::parse("0")->shifted(4).to_string(), "0");
}

TEST(Decimal, ComparesAcrossScales) {
  EXPECT_EQ(*Decimal::parse("1.50"), *Decimal::parse("1.5"));
  EXPECT_LT(*Decimal::parse("-2.1"), *Decimal::parse("-2.01"));
  EXPECT_GT(*Decimal::parse("100000000000000000000"), *Decimal::parse("0.000000000001"));
}

}  // namespace nianbao
