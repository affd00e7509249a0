#include <gtest/gtest.h>

#include "unit/intake/ledger_fixture.h"

namespace nianbao {
namespace {

const Cells kHeadings = {"案号", "单位", "类别", "结果", "受理日期", "结案日期", "审级", "被告身份"};

struct Reading {
  LedgerOutcome outcome;
  std::vector<ReviewCase> cases;
};

Reading read(TestLedger& ledger) {
  UnitRegister units;
  Unit unit;
  unit.name = "甲局";
  unit.aliases = {"甲"};
  units.add(unit);
  Reading reading;
  reading.outcome = read_reviews(ledger.input(), units, reading.cases);
  return reading;
}

Found found_in(const std::vector<Cells>& rows) {
  std::vector<Cells> all = {kHeadings};
  all.insert(all.end(), rows.begin(), rows.end());
  TestLedger ledger(all);
  read(ledger);
  return ledger.found();
}

TEST(Reviews, GoodRowsAreHandedOn) {
  TestLedger ledger({kHeadings,
                     {"复1", "甲", "行政复议", "结果维持", "2024-03-01", "2024-05-01", "", ""},
                     {"诉1", "甲局", "复议后起诉", "尚未审结", "2024-03-01", "", "一审", "复议共同被告"}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  ASSERT_EQ(reading.cases.size(), 2U);
  EXPECT_EQ(reading.cases[0].unit, "甲局");
  EXPECT_EQ(reading.cases[0].kind, CaseKind::review);
  EXPECT_EQ(reading.cases[0].result, CaseResult::upheld);
  EXPECT_EQ(format_iso(*reading.cases[0].closed), "2024-05-01");
  EXPECT_TRUE(reading.cases[1].co_defendant);
  EXPECT_EQ(reading.cases[1].instance_rank, 1);
}

TEST(Reviews, ReasonsAreKeptAsTheyStand) {
  TestLedger ledger({{"案号", "单位", "类别", "结果", "原因"},
                     {"复1", "甲局", "行政复议", "尚未审结", "未按期答复"},
                     {"复2", "甲局", "行政复议", "尚未审结", "/"},
                     {"复3", "甲局", "行政复议", "尚未审结", ""}});
  const Reading reading = read(ledger);
  ASSERT_EQ(reading.cases.size(), 3U);
  EXPECT_EQ(reading.cases[0].reason, "未按期答复");
  EXPECT_EQ(reading.cases[1].reason, "");
  EXPECT_EQ(reading.cases[2].reason, "");
}

TEST(Reviews, OnlyFourColumnsAreNeeded) {
  TestLedger ledger({{"案号", "单位", "类别", "结果"}, {"复1", "甲局", "行政复议", "结果纠正"}});
  EXPECT_EQ(read(ledger).cases.size(), 1U);
  EXPECT_EQ(ledger.found(), Found{});
}

TEST(Reviews, EveryFaultHasItsCodeAndCell) {
  EXPECT_EQ(found_in({{"", "甲局", "行政复议", "尚未审结"}}), Found{"R-07@2:1"});
  EXPECT_EQ(found_in({{"复1", "", "行政复议", "尚未审结"}}), Found{"R-07@2:2"});
  EXPECT_EQ(found_in({{"复1", "乙局", "行政复议", "尚未审结"}}), Found{"U-01@2:2"});
  EXPECT_EQ(found_in({{"复1", "甲局", "行政复义", "尚未审结"}}), Found{"L-01@2:3"});
  EXPECT_EQ(found_in({{"复1", "甲局", "行政复议", "驳回"}}), Found{"R-05@2:4"});
  EXPECT_EQ(found_in({{"复1", "甲局", "行政复议", "结果维持", "2024-03-01", ""}}), Found{"R-02@2:6"});
  EXPECT_EQ(found_in({{"复1", "甲局", "行政复议", "尚未审结", "2024-03-01", "2024-04-01"}}),
            Found{"R-03@2:4"});
  EXPECT_EQ(found_in({{"复1", "甲局", "行政复议", "结果维持", "2024-03-01", "2024-02-01"}}),
            Found{"R-01@2:6"});
  EXPECT_EQ(found_in({{"复1", "甲局", "行政复议", "结果维持", "三月", "2024-02-01"}}), Found{"L-01@2:5"});
  EXPECT_EQ(found_in({{"诉1", "甲局", "复议后起诉", "尚未审结", "", "", "四审"}}), Found{"L-01@2:7"});
  EXPECT_EQ(found_in({{"诉1", "甲局", "复议后起诉", "尚未审结", "", "", "一审", "原告"}}), Found{"L-01@2:8"});
}

TEST(Reviews, EveryInstanceIsHandedOn) {
  TestLedger ledger({kHeadings,
                     {"诉1", "甲局", "未经复议直接起诉", "结果维持", "2023-03-01", "2023-05-01", ""},
                     {"诉1", "甲局", "未经复议直接起诉", "结果纠正", "2023-06-01", "2024-01-05", "二审"}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  ASSERT_EQ(reading.cases.size(), 2U);
  EXPECT_EQ(reading.cases[0].instance_rank, 1);
  EXPECT_EQ(reading.cases[1].instance_rank, 2);
}

TEST(Reviews, SameInstanceTwiceIsADuplicate) {
  const Cells row = {"诉1", "甲局", "复议后起诉", "尚未审结", "", "", "一审"};
  Cells unsaid = row;
  unsaid[6] = "";
  EXPECT_EQ(found_in({row, row}), Found{"R-04@3:1"});
  EXPECT_EQ(found_in({row, unsaid}), Found{"R-04@3:1"});
  Cells other_kind = row;
  other_kind[2] = "未经复议直接起诉";
  EXPECT_EQ(found_in({row, other_kind}), Found{});
}

}  // namespace
}  // namespace nianbao
