#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "unit/intake/ledger_fixture.h"

namespace nianbao {
namespace {

const Cells kHeadings = {"申请编号", "受理单位", "申请人类型", "收到日期",
                         "答复日期", "办结日期", "办理结果"};

UnitRegister two_units() {
  UnitRegister units;
  Unit police;
  police.name = "某市公安局";
  police.aliases = {"市公安局"};
  units.add(police);
  Unit school;
  school.name = "某市教育局";
  units.add(school);
  return units;
}

struct Reading {
  LedgerOutcome outcome;
  std::vector<Request> requests;
  std::vector<Place> places;
};

Reading read(TestLedger& ledger, const UnitRegister& units = two_units()) {
  Reading reading;
  reading.outcome = read_requests(ledger.input(), units, [&](const Request& r, const Place& p) {
    reading.requests.push_back(r);
    reading.places.push_back(p);
  });
  return reading;
}

TestLedger ledger_of(const std::vector<Cells>& rows) {
  std::vector<Cells> all = {kHeadings};
  all.insert(all.end(), rows.begin(), rows.end());
  return TestLedger(all);
}

// What a ledger of one row is found to be.
Found found_in(const Cells& row) {
  TestLedger ledger = ledger_of({row});
  const Reading reading = read(ledger);
  EXPECT_EQ(reading.requests.empty(), !ledger.found().empty());
  EXPECT_EQ(reading.outcome.left_out, ledger.found().empty() ? 0 : 1);
  return ledger.found();
}

TEST(Requests, GoodRowIsHandedOnWhole) {
  TestLedger ledger =
      ledger_of({{"YSQ-1", "市公安局", "商业企业", "2024年3月1日", "2024/3/8", "2024-03-08", "（三）4"}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  ASSERT_EQ(reading.requests.size(), 1U);
  const Request& request = reading.requests[0];
  EXPECT_EQ(request.id, "YSQ-1");
  EXPECT_EQ(request.unit, "某市公安局");
  EXPECT_EQ(request.applicant, Applicant::enterprise);
  EXPECT_EQ(format_iso(request.received), "2024-03-01");
  EXPECT_EQ(format_iso(*request.replied), "2024-03-08");
  EXPECT_EQ(format_iso(*request.closed), "2024-03-08");
  EXPECT_EQ(request.outcome, Row3::refused_third_party);
  EXPECT_EQ(reading.places.at(0).row, 2);
}

TEST(Requests, OpenRequestHasNeitherClosingNorOutcome) {
  TestLedger ledger = ledger_of({{"1", "某市公安局", "自然人", "2024-12-20", "", "/", ""}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  EXPECT_FALSE(reading.requests.at(0).closed.has_value());
  EXPECT_FALSE(reading.requests.at(0).outcome.has_value());
}

TEST(Requests, EndWithoutReplyCloses) {
  TestLedger ledger =
      ledger_of({{"1", "某市公安局", "自然人", "2024-03-01", "", "2024-04-01", "逾期不补正"}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  EXPECT_FALSE(reading.requests.at(0).replied.has_value());
  EXPECT_EQ(format_iso(*reading.requests.at(0).closed), "2024-04-01");
}

TEST(Requests, NothingOfTheRowBeforeStaysBehind) {
  TestLedger ledger = ledger_of({{"1", "某市公安局", "自然人", "2024-03-01", "2024-03-08", "", "予以公开"},
                                 {"2", "某市教育局", "其他", "2024-12-20", "", "", ""}});
  const Reading reading = read(ledger);
  ASSERT_EQ(reading.requests.size(), 2U);
  EXPECT_FALSE(reading.requests[1].replied.has_value());
  EXPECT_FALSE(reading.requests[1].outcome.has_value());
}

TEST(Requests, EveryFaultHasItsCodeAndCell) {
  EXPECT_EQ(found_in({"1", "某市公安局", "自然人", "2024-03-08", "2024-03-01", "", "予以公开"}),
            Found{"R-01@2:5"});
  EXPECT_EQ(found_in({"1", "某市公安局", "自然人", "2024-03-08", "", "", "予以公开"}), Found{"R-02@2:5"});
  EXPECT_EQ(found_in({"1", "某市公安局", "自然人", "2024-03-01", "2024-03-08", "", ""}), Found{"R-03@2:7"});
  EXPECT_EQ(found_in({"1", "某市公安局", "自然人", "2024-03-01", "2024-03-08", "", "公开了"}),
            Found{"R-05@2:7"});
  EXPECT_EQ(found_in({"1", "某市公安局", "村民", "2024-03-01", "", "", ""}), Found{"R-06@2:3"});
  EXPECT_EQ(found_in({"", "某市公安局", "自然人", "2024-03-01", "", "", ""}), Found{"R-07@2:1"});
  EXPECT_EQ(found_in({"1", "", "自然人", "2024-03-01", "", "", ""}), Found{"R-07@2:2"});
  EXPECT_EQ(found_in({"1", "某市公安局", "", "2024-03-01", "", "", ""}), Found{"R-07@2:3"});
  EXPECT_EQ(found_in({"1", "某市公安局", "自然人", "", "", "", ""}), Found{"R-07@2:4"});
  EXPECT_EQ(found_in({"1", "某市公安居", "自然人", "2024-03-01", "", "", ""}), Found{"U-01@2:2"});
  EXPECT_EQ(found_in({"1", "某市公安局", "自然人", "2024-02-30", "", "", ""}), Found{"L-01@2:4"});
  EXPECT_EQ(found_in({"1", "某市公安局", "自然人", "/", "", "", ""}), Found{"L-01@2:4"});
  EXPECT_EQ(found_in({"1", "某市公安局", "自然人", "2024-03-01", "", "", ""}), Found{});
}

TEST(Requests, ClosedOnTheDayOfReceiptIsNoFault) {
  EXPECT_EQ(found_in({"1", "某市公安局", "自然人", "2024-03-08", "2024-03-08", "", "予以公开"}), Found{});
}

TEST(Requests, ThreeFaultsInARowAreThreeFindings) {
  EXPECT_EQ(found_in({"", "某市公安局", "村民", "2024-03-01", "", "", "予以公开"}),
            (Found{"R-07@2:1", "R-06@2:3", "R-02@2:5"}));
}

TEST(Requests, UnreadableDateDoesNotRaiseWhatFollowsFromIt) {
  EXPECT_EQ(found_in({"1", "某市公安局", "自然人", "2024-03-01", "年底", "", "予以公开"}), Found{"L-01@2:5"});
  EXPECT_EQ(found_in({"1", "某市公安局", "自然人", "2024-03-01", "#e #REF!", "", "予以公开"}),
            Found{"L-01@2:5"});
  EXPECT_EQ(found_in({"1", "某市公安局", "自然人", "2024-03-01", "2024-03-08", "", "#e #N/A"}),
            Found{"L-01@2:7"});
  EXPECT_EQ(found_in({"#e #REF!", "某市公安局", "自然人", "2024-03-01", "", "", ""}), Found{"L-01@2:1"});
}

TEST(Requests, SerialNumbersAreDates) {
  TestLedger ledger = ledger_of({{"1", "某市公安局", "自然人", "#n 45352", "#n 45359.5", "", "予以公开"},
                                 {"2", "某市公安局", "自然人", "45352", "", "", ""},
                                 {"3", "某市公安局", "自然人", "#n 20240301", "", "", ""}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  ASSERT_EQ(reading.requests.size(), 3U);
  for (const Request& request : reading.requests) EXPECT_EQ(format_iso(request.received), "2024-03-01");
  EXPECT_EQ(format_iso(*reading.requests[0].replied), "2024-03-08");
}

TEST(Requests, MessagesNameWhatWasFoundAndWhatToDo) {
  const std::vector<std::pair<Cells, std::string>> cases = {
      {{"1", "某市公安居", "自然人", "2024-03-01", "", "", ""}, "是不是“某市公安局”"},
      {{"1", "某市公安局", "自然入", "2024-03-01", "", "", ""}, "是不是“自然人”"},
      {{"1", "某市公安局", "自然人", "2024-03-01", "2024-03-08", "", "属于行政执法案件"},
       "是不是“属于行政执法案卷”"},
      {{"1", "某市公安局", "自然人", "2024-03-01", "2024-03-08", "", "1"}, "（三）1"},
      {{"1", "某市公安局", "自然人", "2024-03-01", "2024-03-08", "", "不予公开"}, "下的具体情形"},
      {{"1", "某市公安局", "自然人", "2024-02-30", "", "", ""}, "“2024-02-30”"}};
  for (const auto& [row, words] : cases) {
    TestLedger ledger = ledger_of({row});
    read(ledger);
    EXPECT_EQ(ledger.diagnostics.count(Severity::error), 1);
    EXPECT_NE(ledger.messages().find(words), std::string::npos) << ledger.messages();
  }
}

TEST(Requests, WithoutRegisterEveryUnitIsTaken) {
  TestLedger ledger = ledger_of({{"1", "谁家", "自然人", "2024-03-01", "", "", ""}});
  EXPECT_EQ(read(ledger, UnitRegister()).requests.at(0).unit, "谁家");
  EXPECT_EQ(ledger.found(), Found{});
}

// 某市公安举 is like one of the list; 某县税务局 is like none, and nobody says that it is wrong.
TEST(Requests, AListOfNamesTakesEveryUnitAndWarnsOnceOfALikeName) {
  UnitRegister units("plugins/x/units.csv");
  const UnitRegister two = two_units();
  for (const Unit& unit : two.units()) units.add(unit);
  TestLedger ledger = ledger_of({{"1", "市公安局", "自然人", "2024-03-01", "", "", ""},
                                 {"2", "某市公安举", "自然人", "2024-03-01", "", "", ""},
                                 {"3", "某市 公安举", "自然人", "2024-03-01", "", "", ""},
                                 {"4", "某县税务局", "自然人", "2024-03-01", "", "", ""}});
  const Reading reading = read(ledger, units);
  ASSERT_EQ(reading.requests.size(), 4U);
  EXPECT_EQ(reading.requests[0].unit, "某市公安局");
  EXPECT_EQ(reading.requests[1].unit, "某市公安举");
  EXPECT_EQ(reading.requests[3].unit, "某县税务局");
  EXPECT_EQ(ledger.found(), Found{"U-01@3:2"});
  EXPECT_EQ(ledger.diagnostics.count(Severity::warning), 1);
  EXPECT_NE(ledger.messages().find("plugins/x/units.csv"), std::string::npos);
  EXPECT_NE(ledger.messages().find("是不是“某市公安局”？"), std::string::npos);
}

TEST(Requests, OtherColumnsAreCheckedWhereTheyAreThere) {
  Cells headings = kHeadings;
  for (const char* more :
       {"补正告知日期", "征求意见时间", "延长工作日数", "信息处理费(元)", "是否上年结转", "受理渠道"}) {
    headings.emplace_back(more);
  }
  const Cells start = {"1", "某市公安局", "自然人", "2024-03-01", "", "", ""};
  auto with = [&](const Cells& more) {
    Cells row = start;
    row.insert(row.end(), more.begin(), more.end());
    return TestLedger({headings, row});
  };
  TestLedger good =
      with({"2024-03-04", "2024-03-01~2024-03-12；2024年4月1日至2024年4月3日", "20", "12.50", "否", "网络"});
  const Reading reading = read(good);
  EXPECT_EQ(good.found(), Found{});
  EXPECT_EQ(reading.requests.at(0).processing_fee->to_string(), "12.50");
  EXPECT_EQ(reading.requests.at(0).says_carried_in, false);
  EXPECT_EQ(reading.requests.at(0).channel, "网络");
  TestLedger blank = with({"", "", "/", "不适用", "", ""});
  EXPECT_FALSE(read(blank).requests.at(0).processing_fee.has_value());
  EXPECT_EQ(blank.found(), Found{});
  TestLedger bad = with({"3月", "2024-03-12~2024-03-01", "-1", "-5", "也许", ""});
  EXPECT_TRUE(read(bad).requests.empty());
  EXPECT_EQ(bad.found(), (Found{"L-01@2:8", "L-01@2:9", "L-01@2:10", "L-01@2:11", "L-01@2:12"}));
}

TEST(Requests, NumberUsedTwiceInOneUnitNamesBothRows) {
  TestLedger ledger = ledger_of({{"7", "某市公安局", "自然人", "2024-01-01", "", "", ""},
                                 {"7", "某市教育局", "自然人", "2024-03-01", "", "", ""},
                                 {"８", "某市公安局", "自然人", "2024-03-02", "", "", ""},
                                 {"7", "市公安局", "自然人", "2024-03-03", "", "", ""},
                                 {"8", "某市公安局", "自然人", "2024-03-02", "", "", ""}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), (Found{"R-04@5:1", "R-04@6:1"}));
  EXPECT_NE(ledger.messages().find("第 2 行"), std::string::npos);
  EXPECT_EQ(reading.requests.size(), 5U);
}

TEST(Requests, NumbersMayStartAnewEachYear) {
  TestLedger ledger = ledger_of({{"1", "某市公安局", "自然人", "2023-12-20", "", "", ""},
                                 {"1", "某市公安局", "自然人", "2024-01-05", "", "", ""}});
  EXPECT_EQ(read(ledger).requests.size(), 2U);
  EXPECT_EQ(ledger.found(), Found{});
}

TEST(Requests, NumberUsedTwiceAcrossFilesNamesTheFile) {
  TestLedger ledger;
  ledger.add({"a.csv", "", {kHeadings, {"7", "某市公安局", "自然人", "2024-03-01", "", "", ""}}, {}, {}});
  ledger.add({"b.csv", "", {kHeadings, {"7", "某市公安局", "自然人", "2024-03-01", "", "", ""}}, {}, {}});
  read(ledger);
  EXPECT_EQ(ledger.found(), Found{"R-04@2:1 b.csv"});
  EXPECT_NE(ledger.messages().find("a.csv 第 2 行"), std::string::npos);
}

TEST(Requests, FaultyRowsTakePartInTheSearchForDuplicates) {
  TestLedger ledger = ledger_of({{"7", "某市公安局", "村民", "2024-03-01", "", "", ""},
                                 {"7", "某市公安局", "自然人", "2024-03-01", "", "", ""}});
  read(ledger);
  EXPECT_EQ(ledger.found(), (Found{"R-06@2:3", "R-04@3:1"}));
}

TEST(Requests, FindingsCarryTheUnit) {
  TestLedger ledger = ledger_of({{"1", "市公安局", "村民", "2024-03-01", "", "", ""}});
  read(ledger);
  EXPECT_EQ(ledger.diagnostics.sorted().at(0).place.unit, "某市公安局");
  EXPECT_EQ(ledger.diagnostics.sorted().at(0).place.heading, "申请人类型");
}

TEST(Requests, ApplicantsNamesNeverReachAFinding) {
  Cells headings = kHeadings;
  headings.emplace_back("申请人姓名");
  TestLedger ledger({headings, {"1", "某市公安局", "村民", "x", "y", "z", "w", "张三丰"}});
  read(ledger);
  EXPECT_GT(ledger.diagnostics.count(Severity::error), 3);
  EXPECT_EQ(ledger.messages().find("张三丰"), std::string::npos);
}

// The same rows in any order have the same faults, whatever rows they come to stand in.
TEST(Requests, OrderOfRowsDoesNotMatter) {
  const Cells pool_ids = {"1", "2", "3", "", "5"};
  const Cells pool_units = {"某市公安局", "市公安局", "某市教育局", "无名局", ""};
  const Cells pool_applicants = {"自然人", "商业企业", "村民", ""};
  const Cells pool_dates = {"2024-03-01", "2024-02-30", "", "2023/12/31", "#n 45352", "#e #REF!"};
  const Cells pool_outcomes = {"予以公开", "", "1", "（四）2", "没有"};
  std::mt19937 random(7);
  auto pick = [&random](const Cells& pool) { return pool[random() % pool.size()]; };
  for (int round = 0; round < 100; ++round) {
    std::vector<Cells> rows;
    for (int i = 0; i < 12; ++i) {
      rows.push_back({pick(pool_ids), pick(pool_units), pick(pool_applicants), pick(pool_dates),
                      pick(pool_dates), pick(pool_dates), pick(pool_outcomes)});
    }
    auto summary = [](const std::vector<Cells>& order) {
      TestLedger ledger = ledger_of(order);
      const Reading reading = read(ledger);
      Found texts = {std::to_string(reading.requests.size()), std::to_string(reading.outcome.left_out)};
      for (const Diagnostic& d : ledger.diagnostics.sorted()) {
        texts.push_back(d.code + "@" + std::to_string(d.place.column) + (d.code == "R-04" ? "" : d.message));
      }
      std::sort(texts.begin(), texts.end());
      return texts;
    };
    const Found before = summary(rows);
    std::shuffle(rows.begin(), rows.end(), random);
    EXPECT_EQ(summary(rows), before);
  }
}

TEST(Requests, WhatIsNotOursPointsToItsRow) {
  for (const char* words : {"非本机关", "不属于本机关负责公开"}) {
    TestLedger ledger = ledger_of({{"1", "市公安局", "自然人", "2024-03-01", "2024-03-08", "", words}});
    read(ledger);
    EXPECT_EQ(ledger.found(), Found{"R-05@2:7"});
    EXPECT_NE(ledger.messages().find("（四）1"), std::string::npos) << ledger.messages();
  }
}

TEST(Requests, MergedUnitAndApplicantSpeakForEveryRow) {
  SheetText sheet{"a.xlsx",
                  "申请",
                  {kHeadings,
                   {"1", "市公安局", "自然人", "2024-03-01", "", "", ""},
                   {"2", "", "", "2024-03-02", "", "", ""},
                   {"3", "", "自然人", "2024-03-03", "", "", ""}},
                  {{2, 3, 2, 2}, {2, 3, 3, 3}},
                  {}};
  TestLedger ledger;
  const Reading reading = read(ledger.add(sheet));
  EXPECT_EQ(ledger.found(), Found{"R-07@4:2"}) << "below the merged area nothing is taken over";
  EXPECT_NE(ledger.messages().find("取消合并"), std::string::npos) << ledger.messages();
  ASSERT_EQ(reading.requests.size(), 2U);
  EXPECT_EQ(reading.requests[1].unit, "某市公安局");
}

TEST(Requests, ARowWiderThanItsHeadingsIsOneFault) {
  TestLedger ledger = ledger_of({{"1", "市公安局", "自然人", "2024-03-01", "1", "000", "", "村民", ""},
                                 {"2", "市公安局", "自然人", "2024-03-01", "", "", "", "", ""}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{"L-01@2:0"}) << ledger.messages();
  EXPECT_NE(ledger.messages().find("多 1 格"), std::string::npos) << ledger.messages();
  EXPECT_EQ(reading.requests.size(), 1U);
  EXPECT_EQ(reading.outcome.left_out, 1);
}

TEST(Requests, RemarksBesideASpreadsheetAreNoFault) {
  SheetText sheet{"a.xlsx",
                  "申请",
                  {kHeadings, {"1", "市公安局", "自然人", "2024-03-01", "", "", "", "", "待核"}},
                  {},
                  {}};
  TestLedger ledger;
  EXPECT_EQ(read(ledger.add(sheet)).requests.size(), 1U);
  EXPECT_EQ(ledger.found(), Found{});
}

TEST(Requests, AFormulaWithoutItsResultSaysHowToGetIt) {
  TestLedger ledger = ledger_of({{"1", "市公安局", "自然人", "#e #未计算", "", "", ""}});
  read(ledger);
  EXPECT_EQ(ledger.found(), Found{"L-01@2:4"});
  EXPECT_NE(ledger.messages().find("请用 Excel 打开文件保存一次"), std::string::npos) << ledger.messages();
}

TEST(Requests, HeadingsThatMeanNothingAreNamed) {
  Cells headings = kHeadings;
  headings[2] = "来件人";
  TestLedger ledger({headings});
  read(ledger);
  EXPECT_EQ(ledger.found(), Found{"L-02@1:0"});
  EXPECT_NE(ledger.messages().find("没有认出：“来件人”"), std::string::npos) << ledger.messages();
}

}  // namespace
}  // namespace nianbao
