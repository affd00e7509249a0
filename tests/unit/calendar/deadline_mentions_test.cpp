#include "calendar/deadline_mentions.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

// "2022年9月底前=2022-09-30 …"; "?" where the day of issue is missing.
std::string found(const std::string& text, const char* issued = nullptr) {
  std::string out;
  const auto day = issued ? parse_date(issued) : std::nullopt;
  for (const DeadlineMention& mention : find_deadlines(text, 2023, day)) {
    out += (out.empty() ? "" : " ") + mention.text + "=" +
           (mention.deadline.day ? format_iso(*mention.deadline.day) : "?");
  }
  return out;
}

TEST(DeadlineMentions, AreFoundInSentences) {
  EXPECT_EQ(found("2022年9月底前, 在政府网站建立专栏"), "2022年9月底前=2022-09-30");
  EXPECT_EQ(found("要求，2022年年底前要公开"), "2022年年底前=2022-12-31");
  EXPECT_EQ(found("发放结果，2022年年底以前以村为单位"), "2022年年底以前=2022-12-31");
  EXPECT_EQ(found("目录，并于3月31日前主动公开"), "3月31日前=2023-03-31");
  EXPECT_EQ(found("年底前形成，6月30日之前公布"), "年底前=2023-12-31 6月30日之前=2023-06-30");
}

TEST(DeadlineMentions, CountFromTheIssue) {
  EXPECT_EQ(found("本文件印发后30日内，各镇对照", "2022-06-18"), "本文件印发后30日内=2022-07-18");
  EXPECT_EQ(found("重点任务，于本要点印发30日内，制定", "2024-06-26"), "本要点印发30日内=2024-07-26");
  EXPECT_EQ(found("本文件印发后30日内"), "本文件印发后30日内=?");
}

TEST(DeadlineMentions, AreNotMeasuresOrOtherWords) {
  for (const char* text :
       {"期限一般不少于30日", "收到申请后20日内答复", "每年8月组织", "年内组织培训不少于1次",
        "目前，当前，以前，会前", "12月前完成", "2022年6月18日", "前", "内", "", "疫情前后"}) {
    EXPECT_EQ(found(text), "") << text;
  }
}

TEST(DeadlineMentions, SurviveLongTexts) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "1月前";
  EXPECT_EQ(found(text), "");
}

}  // namespace
}  // namespace nianbao
