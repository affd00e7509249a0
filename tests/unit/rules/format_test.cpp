// The formatting functions of the packs: exact shares and means, growth in words, Chinese numbers and dates.
#include <gtest/gtest.h>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

std::string printed(const std::string& expression) {
  Diagnostics diagnostics;
  const auto blocks = written_by("doc:paragraph(tostring(" + expression + "))", diagnostics);
  if (diagnostics.has_errors()) return "error";
  std::string text = text_of(blocks);
  if (!text.empty()) text.pop_back();
  return text;
}

TEST(Format, SharesAreExact) {
  EXPECT_EQ(printed("share(2, 3)"), "66.67%");
  EXPECT_EQ(printed("share(1, 8, 1)"), "12.5%");
  EXPECT_EQ(printed("share(1, 3, 0)"), "33%");
  EXPECT_EQ(printed("share(5, 5)"), "100%");
  EXPECT_EQ(printed("share(0, 7)"), "0%");
  EXPECT_EQ(printed("share(1, 0)"), "nil");
  EXPECT_EQ(printed("share(3, 2)"), "error");
  EXPECT_EQ(printed("share(3000000000, 1)"), "error");
  EXPECT_EQ(printed("share(blank, 3)"), "error");
  EXPECT_EQ(printed("share(1, 2, 9)"), "error");
}
// 0.00% would say none, 100.00% all.
TEST(Format, WhatIsNeitherNoneNorAllNeverPrintsSo) {
  EXPECT_EQ(printed("share(99999, 100000)"), "99.999%");
  EXPECT_EQ(printed("share(29999, 30000)"), "99.997%");
  EXPECT_EQ(printed("share(1, 30000)"), "0.003%");
  EXPECT_EQ(printed("share(1, 1000, 0)"), "0.1%");
  EXPECT_EQ(printed("share(1, 1000000000000)"), "0.0000000001%");
  EXPECT_EQ(printed("growth(30001, 30000)"), "增长0.003%");
  EXPECT_EQ(printed("growth(1, 30000)"), "下降99.997%");
  EXPECT_EQ(printed("growth(0, 30000)"), "下降100.00%");
  EXPECT_EQ(printed("growth(60000, 30000)"), "增长100.00%");
  EXPECT_EQ(printed("wan(49)"), "0.005");
  EXPECT_EQ(printed("wan(49, 1)"), "0.005");
  EXPECT_EQ(printed("wan(1, 0)"), "0.0001");
  EXPECT_EQ(printed("wan(0)"), "0");
  EXPECT_EQ(printed("table.concat(shares({1, 29999}), ' ')"), "0.003% 99.997%");
}
TEST(Format, MeansAreExactQuotients) {
  EXPECT_EQ(printed("mean(381, 42)"), "9.07");
  EXPECT_EQ(printed("mean(1, 8)"), "0.13");
  EXPECT_EQ(printed("mean(5, 2, 0)"), "3");
  EXPECT_EQ(printed("mean(0, 3)"), "0.00");
  EXPECT_EQ(printed("mean(ctx.figures.table2.administrative_charge, 3)"), "1388.75");
  for (const char* wrong : {"mean(1, 0)", "mean(1)", "mean(blank, 2)", "mean(1, 2.5)", "mean(1, 2, 9)"})
    EXPECT_EQ(printed(wrong), "error") << wrong;
}
TEST(Format, AFractionIsNoCount) {
  for (const char* wrong :
       {"n(5 / 0)", "n(0/0)", "n(381 / 42)", "n(1e300)", "n(4 / 2)", "money(1.5)", "n('5')",
        "list({'甲'}, 0)", "list({'甲'}, -1)", "list({'甲'}, 2.5)", "list()", "n()", "n(nil)"})
    EXPECT_EQ(printed(wrong), "error") << wrong;
  EXPECT_EQ(printed("n(381 // 42)"), "9");
}
TEST(Format, ASumBeyondAllNumbersIsAnError) {
  EXPECT_EQ(printed("sum { math.maxinteger, 1 }"), "error");
  EXPECT_EQ(printed("sum { math.maxinteger, 0 }"), "9223372036854775807");
}

TEST(Format, AGroupIsAddedRowByRow) {
  EXPECT_EQ(printed("sum(ctx.figures.table4).total"),
            printed("sum { ctx.figures.table4.review.total, ctx.figures.table4.litigation_direct.total, "
                    "ctx.figures.table4.litigation_after_review.total }"));
  EXPECT_EQ(printed("sum(ctx.figures.table3.unavailable).natural_person + 0"),
            printed("sum { ctx.figures.table3.unavailable.not_held.natural_person, "
                    "ctx.figures.table3.unavailable.needs_creation.natural_person, "
                    "ctx.figures.table3.unavailable.still_unclear.natural_person } + 0"));
  for (const char* wrong :
       {"sum(ctx.figures.table3)", "sum(ctx.figures.table2)", "sum(ctx.figures.table3.received)",
        "sum(ctx.figures)", "sum(ctx.figures.table3.refused).totl"})
    EXPECT_EQ(printed(wrong), "error") << wrong;
}
// 5, 6 and 3 of 14: a published report closed them with 21.44, whose remainder is the smallest.
TEST(Format, AFamilyOfSharesCloses) {
  EXPECT_EQ(printed("table.concat(shares({5, 6, 3}), ' ')"), "35.71% 42.86% 21.43%");
  EXPECT_EQ(printed("table.concat(shares({1, 1, 1}), ' ')"), "33.34% 33.33% 33.33%");
  EXPECT_EQ(printed("table.concat(shares({7}), ' ')"), "100%");
  EXPECT_EQ(printed("shares({0, 0})"), "error");
  EXPECT_EQ(printed("shares({})"), "error");
}
TEST(Format, GrowthSaysWhatHappened) {
  EXPECT_EQ(printed("growth(3646, 3607)"), "增长1.08%");
  EXPECT_EQ(printed("growth(75, 100)"), "下降25.00%");
  EXPECT_EQ(printed("growth(5, 5)"), "持平");
  EXPECT_EQ(printed("growth(5, 0)"), "由0增至5");
  EXPECT_EQ(printed("growth(5, nil)"), "无可比数据（首次统计）");
  EXPECT_EQ(printed("growth(5)"), "error");
  EXPECT_EQ(printed("growth(ctx.figures.table2.administrative_charge, 4000)"), "增长4.16%");
  EXPECT_EQ(printed("growth(4000, ctx.figures.table2.administrative_charge)"), "下降3.99%");
  EXPECT_EQ(printed("growth(5, blank)"), "error");
}
TEST(Format, WanRoundsExactly) {
  EXPECT_EQ(printed("wan(32040)"), "3.2");
  EXPECT_EQ(printed("wan(32050, 1)"), "3.2");
  EXPECT_EQ(printed("wan(35000)"), "3.5");
  EXPECT_EQ(printed("wan(ctx.figures.table2.administrative_charge)"), "0.42");  // 4166.241619 元
  EXPECT_EQ(printed("wan(-1)"), "error");
  EXPECT_EQ(printed("wan(blank)"), "error");
}
TEST(Format, NumbersAndDatesInChinese) {
  EXPECT_EQ(printed("cn(0) .. cn(10) .. cn(12) .. cn(20)"), "零十十二二十");
  EXPECT_EQ(printed("cn(105)"), "一百零五");
  EXPECT_EQ(printed("cn(110)"), "一百一十");
  EXPECT_EQ(printed("cn(3646)"), "三千六百四十六");
  EXPECT_EQ(printed("cn(10001)"), "一万零一");
  EXPECT_EQ(printed("cn(120000)"), "十二万");
  EXPECT_EQ(printed("date('2024-06-26')"), "2024年6月26日");
  EXPECT_EQ(printed("date_cn('2024-06-26')"), "二〇二四年六月二十六日");
  EXPECT_EQ(printed("date_cn('2024-13-01')"), "error");
}
TEST(Format, ListsAndAbsence) {
  EXPECT_EQ(printed("list({'甲局', '乙局'})"), "甲局、乙局");
  EXPECT_EQ(printed("list({'甲局', '乙局', '丙局'}, 2)"), "甲局、乙局等3个");
  EXPECT_EQ(printed("list({})"), "error");
  EXPECT_EQ(printed("list({}, 3, '无')"), "无");
  EXPECT_EQ(printed("list({1})"), "error");
  EXPECT_EQ(printed("some(3, '收到%件', '未收到')"), "收到3件");
  EXPECT_EQ(printed("some(0, '收到%件', '未收到')"), "未收到");
  EXPECT_EQ(printed("some(3, '收到', '未收到')"), "error");
}

}  // namespace
}  // namespace nianbao::test
