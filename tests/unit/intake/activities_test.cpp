#include <gtest/gtest.h>

#include "unit/intake/ledger_fixture.h"

namespace nianbao {
namespace {

const Cells kHeadings = {"活动名称", "类别",     "主办单位", "计划日期",   "举办日期",   "结束日期", "形式",
                         "主题征集", "互动环节", "参与人数", "收集意见数", "采纳意见数", "反馈公开"};

Cells activity(const std::map<std::string, std::string>& changed = {}) {
  Cells row = {"政府开放日", "政府开放活动", "甲局", "2024-08-01", "2024-08-08", "2024-08-09", "线下",
               "是",         "座谈",         "120",  "10",         "4",          "否"};
  for (const auto& [heading, text] : changed) {
    for (std::size_t i = 0; i < kHeadings.size(); ++i) {
      if (kHeadings[i] == heading) row[i] = text;
    }
  }
  return row;
}

std::vector<Activity> read(TestLedger& ledger) {
  UnitRegister units;
  for (const char* name : {"甲局", "乙局"}) {
    Unit unit;
    unit.name = name;
    unit.kind = "部门";
    units.add(unit);
  }
  std::vector<Activity> activities;
  read_activities(ledger.input(), LedgerBasis{units, ReportYear(2024)}, activities);
  return activities;
}

Found found_in(std::vector<Cells> rows) {
  rows.insert(rows.begin(), kHeadings);
  TestLedger ledger(rows);
  read(ledger);
  return ledger.found();
}

Activity read_one(const Cells& row) {
  TestLedger ledger({kHeadings, row});
  const auto activities = read(ledger);
  EXPECT_EQ(activities.size(), 1U) << ledger.messages();
  return activities.empty() ? Activity{} : activities[0];
}

// The severity of the only finding.
Severity severity_in(const Cells& row) {
  TestLedger ledger({kHeadings, row});
  read(ledger);
  const auto found = ledger.diagnostics.sorted();
  EXPECT_EQ(found.size(), 1U) << ledger.messages();
  return found.empty() ? Severity::error : found[0].severity;
}

TEST(Activities, GoodRowIsHandedOnWhole) {
  const Activity a = read_one(activity());
  EXPECT_EQ(a.name, "政府开放日");
  EXPECT_EQ(a.kind, "政府开放活动");
  EXPECT_EQ(a.units, std::vector<std::string>{"甲局"});
  EXPECT_EQ(format_iso(*a.planned) + format_iso(*a.held) + format_iso(*a.ended),
            "2024-08-012024-08-082024-08-09");
  EXPECT_EQ(a.form + a.interaction, "线下座谈");
  EXPECT_EQ(a.theme_collected, true);
  EXPECT_EQ(a.participants, Cell::of(120));
  EXPECT_EQ(a.opinions, Cell::of(10));
  EXPECT_EQ(a.adopted, Cell::of(4));
  EXPECT_EQ(a.feedback_published, false);
  EXPECT_EQ(a.place.row, 2);
  EXPECT_EQ(a.place.unit, "甲局");
  EXPECT_EQ(found_in({activity()}), Found{});
}

TEST(Activities, ThreeColumnsAreEnough) {
  TestLedger planned({{"活动名称", "类别", "计划时间"}, {"培训", "培训", "2024-05-01"}});
  EXPECT_EQ(read(planned).size(), 1U);
  EXPECT_EQ(planned.found(), Found{});
  TestLedger held({{"活动名称", "活动类型", "活动时间"}, {"培训", "培训", "2024年5月1日"}});
  EXPECT_EQ(read(held).size(), 1U);
  EXPECT_EQ(held.found(), Found{});
  TestLedger neither({{"活动名称", "类别", "参与人数"}, {"培训", "培训", "3"}});
  EXPECT_TRUE(read(neither).empty());
  EXPECT_EQ(neither.found(), Found{"L-02@1:0"});
}

TEST(Activities, ZeroBlankAndNotApplicableStayApart) {
  const Activity a = read_one(activity({{"参与人数", "0"}, {"收集意见数", ""}, {"采纳意见数", "/"}}));
  EXPECT_EQ(a.participants, Cell::of(0));
  EXPECT_TRUE(a.opinions.is_blank());
  EXPECT_EQ(a.adopted, Cell::not_applicable());
  EXPECT_FALSE(read_one(activity({{"反馈公开", ""}})).feedback_published.has_value());
}

TEST(Activities, LinkIsAYes) {
  for (const char* link : {"https://www.example.com/a", "http://example.com", "www.example.com"}) {
    const Activity a = read_one(activity({{"反馈公开", link}}));
    EXPECT_EQ(a.feedback_published, true);
    EXPECT_EQ(a.feedback_link, link);
  }
  EXPECT_EQ(read_one(activity({{"反馈公开", "是"}})).feedback_link, "");
}

TEST(Activities, PlanMayNameTheMonthAlone) {
  EXPECT_EQ(format_iso(*read_one(activity({{"计划日期", "2024年8月"}})).planned), "2024-08-31");
  EXPECT_EQ(format_iso(*read_one(activity({{"计划日期", "8月"}})).planned), "2024-08-31");
  EXPECT_EQ(read_one(activity({{"计划日期", "8月"}})).planned_text, "8月") << "kept, for the report";
  EXPECT_EQ(read_one(activity({{"计划日期", "2024/8/1"}})).planned_text, "") << "a day";
  EXPECT_EQ(format_iso(*read_one(activity({{"计划日期", "#n 45505"}})).planned), "2024-08-01");
  EXPECT_EQ(found_in({activity({{"举办日期", "2024年8月"}, {"结束日期", ""}})}), Found{"L-01@2:5"});
}

TEST(Activities, SeveralHostsAreTakenApart) {
  EXPECT_EQ(read_one(activity({{"主办单位", "乙局、甲局"}})).units,
            (std::vector<std::string>{"乙局", "甲局"}));
  EXPECT_EQ(read_one(activity({{"主办单位", "各部门"}})).units, (std::vector<std::string>{"甲局", "乙局"}));
  EXPECT_EQ(read_one(activity({{"主办单位", "各部门"}})).units_text, "各部门");
  EXPECT_TRUE(read_one(activity({{"主办单位", ""}})).units.empty());
  EXPECT_EQ(found_in({activity({{"主办单位", "甲局等有关部门"}})}), Found{"N-16@2:3"});
}

TEST(Activities, EveryFaultHasItsCodeAndCell) {
  EXPECT_EQ(found_in({activity({{"活动名称", ""}})}), Found{"R-07@2:1"});
  EXPECT_EQ(found_in({activity({{"类别", ""}})}), Found{"R-07@2:2"});
  EXPECT_EQ(found_in({activity({{"主办单位", "丙局"}})}), Found{"U-01@2:3"});
  EXPECT_EQ(found_in({activity({{"计划日期", "择期"}})}), Found{"L-01@2:4"});
  EXPECT_EQ(found_in({activity({{"举办日期", "2024-02-30"}})}), Found{"L-01@2:5"});
  EXPECT_EQ(found_in({activity({{"结束日期", "2024-08-07"}})}), Found{"R-01@2:6"});
  EXPECT_EQ(found_in({activity({{"结束日期", "2024-08-08"}})}), Found{});
  EXPECT_EQ(found_in({activity({{"主题征集", "也许"}})}), Found{"L-01@2:8"});
  EXPECT_EQ(found_in({activity({{"参与人数", "百余"}})}), Found{"L-01@2:10"});
  EXPECT_EQ(found_in({activity({{"反馈公开", "已反馈"}})}), Found{"L-01@2:13"});
}

TEST(Activities, ActivityNeedsADay) {
  const Cells none = activity({{"计划日期", ""},
                               {"举办日期", ""},
                               {"结束日期", ""},
                               {"参与人数", ""},
                               {"收集意见数", ""},
                               {"采纳意见数", ""}});
  EXPECT_EQ(found_in({none}), Found{"R-07@2:5"});
  EXPECT_EQ(found_in({activity({{"计划日期", ""}})}), Found{});
  EXPECT_EQ(
      found_in({activity({{"举办日期", ""}, {"参与人数", "0"}, {"收集意见数", ""}, {"采纳意见数", ""}})}),
      Found{"R-07@2:5"})
      << "an end without a beginning";
}

TEST(Activities, PlannedOneIsHandedOnWithoutADayOfHolding) {
  const Activity a = read_one(activity(
      {{"举办日期", ""}, {"结束日期", ""}, {"参与人数", ""}, {"收集意见数", ""}, {"采纳意见数", ""}}));
  EXPECT_TRUE(a.planned && !a.held && !a.ended);
}

TEST(Activities, HeldAYearBeforeItWasPlannedIsAWarning) {
  const Cells row = activity({{"举办日期", "2023-08-08"}});
  EXPECT_EQ(found_in({row}), Found{"N-12@2:5"});
  EXPECT_EQ(severity_in(row), Severity::warning);
  EXPECT_EQ(found_in({activity({{"计划日期", "2024-12-01"}})}), Found{}) << "held earlier in the same year";
}

TEST(Activities, MoreAdoptedThanCollectedIsAWarning) {
  EXPECT_EQ(found_in({activity({{"采纳意见数", "11"}})}), Found{"N-14@2:12"});
  EXPECT_EQ(severity_in(activity({{"采纳意见数", "11"}})), Severity::warning);
  EXPECT_EQ(found_in({activity({{"采纳意见数", "10"}})}), Found{});
  EXPECT_EQ(found_in({activity({{"收集意见数", ""}})}), Found{"N-14@2:12"}) << "adopted out of what?";
  EXPECT_EQ(found_in({activity({{"收集意见数", ""}, {"采纳意见数", "0"}})}), Found{});
}

TEST(Activities, SameActivityTwiceIsAWarning) {
  EXPECT_EQ(found_in({activity(), activity()}), Found{"N-15@3:1"});
  EXPECT_EQ(found_in({activity(), activity({{"主办单位", "乙局"}})}), Found{});
  EXPECT_EQ(found_in({activity(), activity({{"举办日期", "2024-08-09"}})}), Found{});
}

TEST(Activities, NumbersOfWhatWasNotHeldAreAWarning) {
  const Cells row = activity({{"举办日期", ""}, {"结束日期", ""}, {"收集意见数", ""}, {"采纳意见数", ""}});
  EXPECT_EQ(found_in({row}), Found{"N-18@2:10"});
  EXPECT_EQ(severity_in(row), Severity::warning);
}

TEST(Activities, AHostThatCannotBeResolvedKeepsItsName) {
  TestLedger ledger({kHeadings, activity({{"主办单位", "各有关单位"}})});
  const auto activities = read(ledger);
  EXPECT_EQ(ledger.found(), Found{"N-16@2:3"});
  ASSERT_EQ(activities.size(), 1U);
  EXPECT_EQ(activities[0].units, std::vector<std::string>{"各有关单位"});
  EXPECT_TRUE(read_one(activity({{"主办单位", "/"}})).units.empty());
}

TEST(Activities, HintsNameEveryFormThatIsTaken) {
  TestLedger ledger({kHeadings, activity({{"计划日期", "八月左右"}, {"反馈公开", "网站"}})});
  read(ledger);
  EXPECT_EQ(ledger.found(), (Found{"L-01@2:4", "L-01@2:13"}));
  EXPECT_NE(ledger.messages().find("只写到月"), std::string::npos) << ledger.messages();
  EXPECT_NE(ledger.messages().find("网址"), std::string::npos) << ledger.messages();
}

}  // namespace
}  // namespace nianbao
