#include "calendar/task_deadline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace nianbao {
namespace {

// "2024-12-31", "standing", "needs issue date" or "?".
std::string read(const std::string& text, int year = 2024, const char* issued = nullptr) {
  const std::optional<Date> issue_date = issued ? parse_date(issued) : std::nullopt;
  const TaskDeadline deadline = parse_task_deadline(text, year, issue_date);
  EXPECT_EQ(deadline.day.has_value(), deadline.kind == DeadlineKind::day) << text;
  switch (deadline.kind) {
    case DeadlineKind::day:
      return format_iso(*deadline.day);
    case DeadlineKind::standing:
      return "standing";
    case DeadlineKind::needs_issue_date:
      return "needs issue date";
    case DeadlineKind::not_understood:
      break;
  }
  return "?";
}

// What the five documents print, with the days that they mean.
TEST(TaskDeadline, ReadsTheDeadlinesOfRealDocuments) {
  EXPECT_EQ(read("2024年12月底前"), "2024-12-31");  // 莱芜
  EXPECT_EQ(read("长期坚持"), "standing");
  EXPECT_EQ(read("于本要点印发30日内", 2024, "2024-06-26"), "2024-07-26");
  EXPECT_EQ(read("12月底前"), "2024-12-31");  // 汶上
  EXPECT_EQ(read("11月底前"), "2024-11-30");
  EXPECT_EQ(read("7月底前"), "2024-07-31");
  EXPECT_EQ(read("于6月30日前"), "2024-06-30");
  EXPECT_EQ(read("年底前"), "2024-12-31");
  EXPECT_EQ(read("2022年6月底前", 2022), "2022-06-30");  // 台儿庄
  EXPECT_EQ(read("2022年9月底前", 2022), "2022-09-30");
  EXPECT_EQ(read("2022年年底前", 2022), "2022-12-31");
  EXPECT_EQ(read("2022年年底以前", 2022), "2022-12-31");
  EXPECT_EQ(read("本文件印发后30日内", 2022, "2022-06-18"), "2022-07-18");
  EXPECT_EQ(read("于3月31日前", 2023), "2023-03-31");  // 古美路
}

TEST(TaskDeadline, IncludesTheLastDayHoweverItIsNamed) {
  for (const char* text : {"2024年12月31日前",
                           "2024-12-31前",
                           "2024/12/31",
                           "12月31日之前",
                           "12月31日以前",
                           "12月",
                           "2024年12月",
                           "12月份",
                           "12月末",
                           "12月底之前",
                           "12月内",
                           "年内",
                           "年末前",
                           "2024年",
                           "2024年内",
                           "本年底前",
                           "今年年底前",
                           "2024年底前",
                           "四季度末",
                           "第4季度末前",
                           "下半年",
                           "12月底前完成",
                           "2024年12月底前。",
                           "２０２４年１２月底前",
                           " 2024 年 12 月底前\n",
                           "2024年12月31日前完成；"}) {
    EXPECT_EQ(read(text), "2024-12-31") << text;
  }
  EXPECT_EQ(read("2月底前"), "2024-02-29");
  EXPECT_EQ(read("2月底前", 2023), "2023-02-28");
  EXPECT_EQ(read("2025年3月底前"), "2025-03-31") << "the year of the text, not of the report";
  EXPECT_EQ(read("上半年"), "2024-06-30");
  EXPECT_EQ(read("三季度末"), "2024-09-30");
}

TEST(TaskDeadline, CountsNaturalDaysAfterTheDayOfIssue) {
  for (const char* text : {"印发30日内", "印发之日起30日内", "自印发之日起三十日内", "印发后30天内", "30日内",
                           "文件印发后30日以内", "印发之日起30个自然日内"}) {
    EXPECT_EQ(read(text, 2024, "2024-06-26"), "2024-07-26") << text;
  }
  EXPECT_EQ(read("印发1日内", 2024, "2024-02-28"), "2024-02-29");
  EXPECT_EQ(read("印发10日内", 2023, "2023-12-25"), "2024-01-04");
  EXPECT_EQ(read("印发之日起一个月内", 2024, "2024-06-26"), "2024-07-26");
  EXPECT_EQ(read("印发1个月内", 2024, "2024-01-31"), "2024-02-29") << "no 31 February: the month's last day";
}

TEST(TaskDeadline, SaysThatItNeedsTheDayOfIssue) {
  EXPECT_EQ(read("印发30日内"), "needs issue date");
  EXPECT_EQ(read("两个月内"), "needs issue date");
  EXPECT_EQ(read("12月底前"), "2024-12-31") << "and only then";
}

TEST(TaskDeadline, KnowsStandingTasks) {
  for (const char* text : {"长期坚持", "长期", "持续推进", "常态化", "常态化推进", "常态化开展", "持续",
                           "常年坚持", "长期坚持。", " 长 期 坚 持 ", "持续开展工作"}) {
    EXPECT_EQ(read(text), "standing") << text;
  }
}

TEST(TaskDeadline, GuessesNothing) {
  for (const char* text : {"",
                           "每季度末",
                           "每年12月底前",
                           "每月5日前",
                           "适时",
                           "按上级要求",
                           "12月前",
                           "三季度前",
                           "年前",
                           "13月底前",
                           "2月30日前",
                           "0月底前",
                           "6月31日",
                           "12月底前并长期坚持",
                           "2024年12月底前，长期坚持",
                           "印发20个工作日内",
                           "印发0日内",
                           "五季度末",
                           "30日前",
                           "2024-13-01前",
                           "6月至12月",
                           "9999年底前",
                           "长期规划编制",
                           "年",
                           "月底前",
                           "下月底前",
                           "尽快",
                           "不适用于本单位",
                           "2024年12月底前2025年",
                           "2024-13",
                           "2024-",
                           "2024.12前"}) {
    EXPECT_EQ(read(text, 2024, "2024-06-26"), "?") << text;
  }
  EXPECT_EQ(read(std::string(1 << 20, '1')), "?");
}

TEST(TaskDeadline, ReadsAYearOfOfficeAndATitle) {
  EXPECT_EQ(read("2024年度"), "2024-12-31");
  EXPECT_EQ(read("2024年度内", 2025), "2024-12-31");
  EXPECT_EQ(read("2024年底", 2025), "2024-12-31");
  EXPECT_EQ(read("2024年度底前"), "2024-12-31");
  EXPECT_EQ(read("《要点》印发30日内", 2024, "2024-06-26"), "2024-07-26");
  EXPECT_EQ(read("自《2024年政务公开工作要点》印发之日起30日内", 2024, "2024-06-26"), "2024-07-26");
  EXPECT_EQ(read("《要点印发30日内", 2024, "2024-06-26"), "?");
  EXPECT_EQ(read("2024年度计划"), "?");
}

TEST(TaskDeadline, KnowsAMonthThatMayBeInOrOut) {
  for (const char* text : {"12月前", "2024年12月以前", "于12月份之前", "十二月前完成"}) {
    EXPECT_TRUE(is_bare_month_deadline(text)) << text;
    EXPECT_EQ(read(text), "?") << text;
  }
  for (const char* text : {"12月底前", "12月31日前", "年前", "13月前", "三季度前", ""}) {
    EXPECT_FALSE(is_bare_month_deadline(text)) << text;
  }
}

}  // namespace
}  // namespace nianbao
