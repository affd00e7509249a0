#include "reporter/line_diff.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

using Lines = std::vector<std::string>;

TEST(LineDiff, EqualTextsHaveNoDifference) {
  EXPECT_EQ(changed_lines("甲\n乙\n", "甲\n乙\n", 10), Lines{});
  EXPECT_EQ(changed_lines("", "", 10), Lines{});
}

TEST(LineDiff, AChangedLineIsGoneAndThere) {
  EXPECT_EQ(changed_lines("甲\n乙\n丙\n", "甲\n丁\n丙\n", 10), (Lines{"- 乙", "+ 丁"}));
}

TEST(LineDiff, LinesThatMovedKeepTheLongestCommonOrder) {
  EXPECT_EQ(changed_lines("甲\n乙\n丙\n丁\n", "乙\n丙\n甲\n丁\n", 10), (Lines{"- 甲", "+ 甲"}));
}

TEST(LineDiff, FromNothingAndToNothing) {
  EXPECT_EQ(changed_lines("", "甲\n乙\n", 10), (Lines{"+ 甲", "+ 乙"}));
  EXPECT_EQ(changed_lines("甲\n乙\n", "", 10), (Lines{"- 甲", "- 乙"}));
}

TEST(LineDiff, LongDifferencesAreCutAndCounted) {
  EXPECT_EQ(changed_lines("1\n2\n3\n4\n", "", 2), (Lines{"- 1", "- 2", "……还有 2 行"}));
}

TEST(LineDiff, TextsTooLongForATableAreToldWhole) {
  std::string left;
  std::string right;
  for (int i = 0; i < 5000; ++i) {
    left += "甲" + std::to_string(i) + "\n";
    right += "乙" + std::to_string(i) + "\n";
  }
  const Lines changes = changed_lines("同\n" + left + "末\n", "同\n" + right + "末\n", 100'000);
  ASSERT_EQ(changes.size(), 10'000U);
  EXPECT_EQ(changes.front(), "- 甲0");
  EXPECT_EQ(changes.back(), "+ 乙4999");
}

TEST(LineDiff, ChangesOfAReportStandBehindTheirHeading) {
  const std::string before = "题目\n# 一、总体\n甲\n## （一）\n乙\n# 二、表\n丙\n丁\n";
  const std::string after = "题目\n# 一、总体\n甲\n## （一）\n乙乙\n# 二、表\n丙\n# 三、新\n戊\n丁\n";
  const std::vector<std::string> expected = {"  在“（一）”", "- 乙",         "+ 乙乙", "  在“二、表”",
                                             "+ # 三、新",   "  在“三、新”", "+ 戊"};
  EXPECT_EQ(changed_lines_under_headings(before, after, 60), expected);
}

TEST(LineDiff, ChangesBeforeTheFirstHeadingHaveNone) {
  const std::vector<std::string> expected = {"- 旧题目", "+ 新题目"};
  EXPECT_EQ(changed_lines_under_headings("旧题目\n# 一\n", "新题目\n# 一\n", 60), expected);
  EXPECT_TRUE(changed_lines_under_headings("# 一\n甲\n", "# 一\n甲\n", 60).empty());
}

}  // namespace
}  // namespace nianbao
