#include "reporter/personal_data_check.h"

#include <gtest/gtest.h>

#include "unit/reporter/temp_folder.h"

namespace nianbao {

namespace {

const std::string kHead = "申请编号,受理单位,申请人类型,收到日期,答复日期,办理结果,申请人姓名,申请人代号\n";

class PersonalDataCheck : public ::testing::Test {
 protected:
  PersonalDataCheck() {
    workspace_.body.issuer = "示例县人民政府";
    compilation_.has_applicants = true;
    ledger("王伟,YSQ-1002");
  }

  void ledger(const std::string& applicant) {
    folder_.write("requests.csv",
                  kHead + "2024-1,县教育局,自然人,2024-01-05,2024-01-19,予以公开," + applicant + "\n");
    workspace_.ledgers["requests"].files = {{folder_.path("requests.csv"), "requests.csv", ""}};
  }

  void text(const std::string& raw) { compilation_.texts["other"] = {"text/other.md", raw, {}}; }

  // "P-01@text/other.md:3" for each; none may quote what is secret.
  std::string findings() {
    Diagnostics diagnostics;
    check_personal_data(
        workspace_, compilation_, [](const std::string&, std::int64_t) {}, diagnostics);
    std::string all;
    last_ = {};
    for (const Diagnostic& d : diagnostics.sorted()) {
      all += (all.empty() ? "" : " ") + d.code + "@" + d.place.file + ":" + std::to_string(d.place.row);
      for (const char* secret :
           {"王伟", "YSQ-1002", "13812345678", "11010519491231002X", "4111111111111111"}) {
        EXPECT_EQ((d.message + d.hint + d.left.value_or("") + d.right.value_or("")).find(secret),
                  std::string::npos);
      }
      last_ = d;
    }
    return all;
  }

  TempFolder folder_;
  Workspace workspace_;
  Compilation compilation_;
  Diagnostic last_;
};

}  // namespace

TEST_F(PersonalDataCheck, ReasonsOfCasesAreLookedAtOnceTheReportIsWritten) {
  ReviewCase& review = compilation_.reviews.emplace_back();
  review.reason = "申请人王伟不服答复";
  review.place.file = "reviews.csv";
  review.place.row = 4;
  compilation_.reviews.emplace_back();  // not printed: without its reason
  EXPECT_EQ(findings(), "");
  Diagnostics diagnostics;
  const auto names = check_printed_reasons(
      workspace_, compilation_, [](const std::string&, std::int64_t) {}, diagnostics);
  EXPECT_EQ(names, std::vector<std::string>{"王伟"});
  ASSERT_EQ(diagnostics.sorted().size(), 1U);
  const Diagnostic found = diagnostics.sorted().front();
  EXPECT_EQ(found.code, "P-01");
  EXPECT_EQ(found.place.heading, "原因");
  EXPECT_EQ(found.place.row, 4);
  EXPECT_EQ(found.message.find("王伟"), std::string::npos);
}

TEST_F(PersonalDataCheck, NamesNumbersWithTheirLineAndMask) {
  text("第一行\n\n电话138-1234-5678，身份证11010519491231002X，卡号4111111111111111");
  EXPECT_EQ(findings(), "P-01@text/other.md:3 P-01@text/other.md:3 P-01@text/other.md:3");
  EXPECT_EQ(last_.severity, Severity::error);
  EXPECT_NE(last_.message.find("411***********11"), std::string::npos) << last_.message;
}

TEST_F(PersonalDataCheck, TheBodysOwnTelephoneIsPublic) {
  text("咨询电话138 1234 5678，另有13912345678");
  EXPECT_EQ(findings(), "P-01@text/other.md:1 P-01@text/other.md:1");
  workspace_.body.contact.phone = "13812345678（工作日）";
  EXPECT_EQ(findings(), "P-01@text/other.md:1");
  EXPECT_NE(last_.message.find("139******78"), std::string::npos);
}

TEST_F(PersonalDataCheck, OtherContactDetailsAreLookedAt) {
  workspace_.body.contact.email = "13812345678@example.com";
  EXPECT_EQ(findings(), "P-01@report.toml:0");
  EXPECT_EQ(last_.place.heading, "contact.email");
}

TEST_F(PersonalDataCheck, LooksIntoTasksAndActivities) {
  Task task;
  task.place = {"tasks.csv", "", 7, 0, "", "", ""};
  task.remark = "联系人王伟 13812345678";
  compilation_.tasks = {task};
  Activity activity;
  activity.place = {"activities.csv", "", 9, 0, "", "", ""};
  activity.name = "走访申请人王伟";
  compilation_.activities = {activity};
  EXPECT_EQ(findings(), "") << "without figures of tasks nothing of them is printed";
  compilation_.figures.tasks.emplace();
  compilation_.figures.activities.emplace();
  EXPECT_EQ(findings(), "P-01@activities.csv:9 P-01@tasks.csv:7 P-01@tasks.csv:7");
}

TEST_F(PersonalDataCheck, LooksIntoUnitsAndTopics) {
  Unit unit;
  unit.name = "县教育局（电话13812345678）";
  unit.row = 4;
  compilation_.units.add(unit);
  workspace_.ledgers["units"].files = {{"units.csv", "units.csv", ""}};
  RequestFigures& requests = compilation_.figures.requests.emplace();
  requests.by_topic.push_back({"王伟征地", 1, 0, 0, 0, {}});
  requests.by_topic.push_back({"征地拆迁", 1, 0, 0, 0, {}});
  EXPECT_EQ(findings(), "N-25@requests.csv:0 P-01@units.csv:4");
}

TEST_F(PersonalDataCheck, FindsApplicantsByNameAndReference) {
  text("一\n二\n例如，王伟申请公开；代号YSQ-1002。\n");
  EXPECT_EQ(findings(), "P-01@text/other.md:3 P-01@text/other.md:3");
  EXPECT_NE(last_.message.find("requests.csv”第 2 行的申请人代号"), std::string::npos) << last_.message;
  EXPECT_NE(last_.message.find("第 13 个字起的 8 个字"), std::string::npos) << last_.message;
}

TEST_F(PersonalDataCheck, WhatMayBeChanceIsAWarning) {
  text("王伟明提出");
  EXPECT_EQ(findings(), "N-25@text/other.md:1");
  EXPECT_EQ(last_.severity, Severity::warning);
}

TEST_F(PersonalDataCheck, MarksAndUnseenCharactersHideNothing) {
  for (const char* line :
       {"，王**伟**提出", "，[王](https://a.cn)伟提出", "，**王**伟提出", "，王\u200b伟提出",
        "电话138**1234**5678", "电话138\u200b12345678", "见[这里](https://a.cn/?tel=13812345678)",
        "代号YSQ**-1002**", "见 https://a.cn/?tel=13812345678", "身份证110105\u200d19491231002X"}) {
    text(std::string("一\n") + line + "\n三");
    EXPECT_EQ(findings(), "P-01@text/other.md:2") << line;
  }
  text("见 https://a.cn/13812345678/?id=4111111111111111");
  EXPECT_EQ(findings(), "");
}

TEST_F(PersonalDataCheck, LooksIntoPlacesAsTheyWereWritten) {
  compilation_.texts["other"] = {
      "text/other.md", "一\n（此处有误）", {}, "", "一\n{{ table3[\"王伟\"] }} {{ 王伟 }}"};
  EXPECT_EQ(findings(), "P-01@text/other.md:2 P-01@text/other.md:2");
}

TEST_F(PersonalDataCheck, FindingsQuoteNoApplicant) {
  Diagnostics diagnostics;
  Diagnostic d;
  d.code = "R-06";
  d.message = "申请人类型“王伟”不是表三的六类之一，YSQ-1002";
  d.hint = "“今年以来王伟多方打听”";
  d.left = "王伟王伟";
  d.place.unit = "王伟";
  diagnostics.add(d);
  conceal_applicants(
      workspace_, compilation_, [](const std::string&, std::int64_t) {}, diagnostics);
  const Diagnostic found = diagnostics.sorted().front();
  EXPECT_EQ(found.message, "申请人类型“***”不是表三的六类之一，***");
  EXPECT_EQ(found.hint, "“今年以来***多方打听”");
  EXPECT_EQ(found.place.unit, "***");
}

TEST_F(PersonalDataCheck, OrganisationsAreDoubtfulButInSentencesOnApplications) {
  ledger("山东大学,");
  text("与山东大学开展合作，规范依申请公开工作。");
  EXPECT_EQ(findings(), "N-25@text/other.md:1");
  text("山东大学的申请已经答复。");
  EXPECT_EQ(findings(), "P-01@text/other.md:1");
  text("收到申请。与山东大学开展合作。");
  EXPECT_EQ(findings(), "N-25@text/other.md:1");
}

TEST_F(PersonalDataCheck, NamesOfUnitsAreNoSecret) {
  ledger("和润置业有限公司,");
  text("答复和润置业有限公司的申请");
  EXPECT_EQ(findings(), "P-01@text/other.md:1");
  Unit unit;
  unit.name = "示例县和润置业有限公司";
  unit.aliases = {"和润置业有限公司"};
  compilation_.units.add(unit);
  EXPECT_EQ(findings(), "");
}

TEST_F(PersonalDataCheck, ThePlaceIsNamedOnceForTheLongestName) {
  folder_.write("requests.csv", kHead +
                                    "2024-1,县教育局,自然人,2024-01-05,2024-01-19,予以公开,王伟,\n"
                                    "2024-2,县教育局,自然人,2024-01-05,2024-01-19,予以公开,王伟明,\n"
                                    "2024-3,县教育局,自然人,2024-01-05,2024-01-19,予以公开,王伟明,\n");
  text("，王伟明提出");
  EXPECT_EQ(findings(), "P-01@text/other.md:1");
  EXPECT_NE(last_.message.find("第 3 行的申请人姓名"), std::string::npos) << last_.message;
}

TEST_F(PersonalDataCheck, ReadsTheColumnUnderTheWorkspacesOwnHeading) {
  folder_.write("requests.csv",
                "申请编号,受理单位,申请人类型,收到日期,答复日期,办理结果,来件人\n"
                "2024-1,县教育局,自然人,2024-01-05,2024-01-19,予以公开,王伟\n");
  workspace_.ledgers["requests"].fields["来件人"] = "申请人姓名";
  text("申请人王伟来信");
  EXPECT_EQ(findings(), "P-01@text/other.md:1");
}

TEST_F(PersonalDataCheck, SoundTextsHaveNoFinding) {
  text(
      "全年收到申请3119件，答复3050件，电话0531-62345678。\n详见 "
      "https://www.example.com/art/13812345678.html");
  EXPECT_EQ(findings(), "");
}

TEST(ConcealGroups, JoinsTheGroupsThatBearAName) {
  Figures figures;
  RequestFigures& requests = figures.requests.emplace();
  const auto group = [](const char* key, std::int64_t received, std::int64_t closed) {
    TimeFigures entry;
    entry.key = key;
    entry.received = received;
    entry.closed = entry.in_time = closed;
    entry.days.add(received, closed);
    return entry;
  };
  requests.by_topic = {group("王伟", 1, 2), group("征地拆迁", 30, 20), group("王伟的宅基地", 3, 4)};
  requests.by_channel = {group("网络", 5, 5)};
  conceal_groups({"王伟"}, figures);
  ASSERT_EQ(requests.by_topic.size(), 2U);
  EXPECT_EQ(requests.by_topic[0], group("征地拆迁", 30, 20));
  const TimeFigures& concealed = requests.by_topic[1];
  EXPECT_EQ(concealed.key, kConcealedGroup);
  EXPECT_EQ(concealed.received, 4);
  EXPECT_EQ(concealed.closed, 6);
  EXPECT_EQ(concealed.days.entries(), (std::vector<DayHistogram::Entry>{{1, 2}, {3, 4}}));
  EXPECT_EQ(requests.by_channel.front().key, "网络");
}

}  // namespace nianbao
