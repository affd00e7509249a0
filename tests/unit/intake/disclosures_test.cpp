#include <gtest/gtest.h>

#include "unit/intake/ledger_fixture.h"

namespace nianbao {
namespace {

const Cells kHeadings = {"单位",         "项目",           "本年制发件数", "本年废止件数", "现行有效件数",
                         "处理决定数量", "收费金额(万元)", "收费金额(元)", "渠道",         "类别",
                         "条数"};

struct Reading {
  LedgerOutcome outcome;
  std::vector<Disclosure> rows;
};

Reading read(TestLedger& ledger) {
  Reading reading;
  reading.outcome = read_disclosures(ledger.input(), UnitRegister(), reading.rows);
  return reading;
}

Found found_in(const std::vector<Cells>& rows) {
  std::vector<Cells> all = {kHeadings};
  all.insert(all.end(), rows.begin(), rows.end());
  TestLedger ledger(all);
  read(ledger);
  return ledger.found();
}

std::string charge_of(const Cells& row) {
  TestLedger ledger({kHeadings, row});
  const Reading reading = read(ledger);
  return reading.rows.empty() ? "none" : to_text(reading.rows[0].charge);
}

TEST(Disclosures, EachItemHasItsColumns) {
  TestLedger ledger({kHeadings,
                     {"甲局", "规章", "1", "0", "/", "随便", "", ""},
                     {"甲局", "行政许可", "随便", "", "", "447228", "", ""},
                     {"甲局", "行政事业性收费", "", "", "", "随便", "4166.241619", ""}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  ASSERT_EQ(reading.rows.size(), 3U);
  EXPECT_EQ(reading.rows[0].counts[0], Cell::of(1));
  EXPECT_EQ(reading.rows[0].counts[1], Cell::of(0));
  EXPECT_EQ(reading.rows[0].counts[2], Cell::not_applicable());
  EXPECT_TRUE(reading.rows[0].decisions.is_blank());
  EXPECT_EQ(reading.rows[1].decisions, Cell::of(447228));
  EXPECT_EQ(to_text(reading.rows[2].charge), "4166.241619");
}

TEST(Disclosures, YuanMoveByExactlyFourPlaces) {
  EXPECT_EQ(charge_of({"甲局", "行政事业性收费", "", "", "", "", "", "41662416.19"}), "4166.241619");
  EXPECT_EQ(charge_of({"甲局", "行政事业性收费", "", "", "", "", "75.5", "755000"}), "75.5");
  EXPECT_EQ(charge_of({"甲局", "行政事业性收费", "", "", "", "", "0", ""}), "0");
  EXPECT_EQ(charge_of({"甲局", "行政事业性收费", "", "", "", "", "/", ""}), "/");
  EXPECT_EQ(charge_of({"甲局", "行政事业性收费", "", "", "", "", "", "不适用"}), "/");
}

TEST(Disclosures, EveryFaultHasItsCodeAndCell) {
  EXPECT_EQ(found_in({{"甲局", "规章", "1", "", "3"}}), Found{"R-07@2:4"});
  EXPECT_EQ(found_in({{"甲局", "规章", "", "", ""}}), (Found{"R-07@2:3", "R-07@2:4", "R-07@2:5"}));
  EXPECT_EQ(found_in({{"甲局", "行政处罚", "", "", "", ""}}), Found{"R-07@2:6"});
  EXPECT_EQ(found_in({{"甲局", "行政处罚", "", "", "", "-1"}}), Found{"L-01@2:6"});
  EXPECT_EQ(found_in({{"甲局", "行政处罚", "", "", "", "1.5"}}), Found{"L-01@2:6"});
  EXPECT_EQ(found_in({{"甲局", "行政处罚", "", "", "", "约500"}}), Found{"L-01@2:6"});
  EXPECT_EQ(found_in({{"甲局", "行政事业性收费", "", "", "", "", "", ""}}), Found{"R-07@2:7"});
  EXPECT_EQ(found_in({{"甲局", "行政事业性收费", "", "", "", "", "-3", ""}}), Found{"L-01@2:7"});
  EXPECT_EQ(found_in({{"甲局", "行政事业性收费", "", "", "", "", "75", "7500000"}}), Found{"L-01@2:8"});
  EXPECT_EQ(found_in({{"甲局", "行政奖励", "", "", "", "1"}}), Found{"L-01@2:2"});
  EXPECT_EQ(found_in({{"甲局", "", "1"}}), Found{"R-07@2:2"});
  EXPECT_EQ(found_in({{"甲局", "行政强制", "", "", "", "0"}}), Found{});
}

TEST(Disclosures, SameUnitAndItemTwiceIsADuplicate) {
  const Cells row = {"甲局", "行政处罚", "", "", "", "5"};
  EXPECT_EQ(found_in({row, row}), Found{"R-04@3:2"});
  EXPECT_EQ(found_in({row, {"乙局", "行政处罚", "", "", "", "5"}}), Found{});
  EXPECT_EQ(found_in({row, {"甲局", "行政处罚", "", "", "", "5", "", "", "政府网站"}}), Found{"R-04@3:2"});
}

TEST(Disclosures, PublicationCountsPassBy) {
  TestLedger ledger({{"单位", "渠道", "类别", "条数"}, {"甲局", "政府网站", "政策解读", "12"}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  EXPECT_TRUE(reading.rows.empty());
  EXPECT_EQ(reading.outcome.left_out, 0);
}

TEST(Disclosures, ColumnThatNoItemUsesMayBeMissing) {
  TestLedger ledger(
      {{"单位", "项目", "本年制发件数", "本年废止件数", "现行有效件数"}, {"甲局", "规章", "0", "0", "1"}});
  EXPECT_EQ(read(ledger).rows.size(), 1U);
  EXPECT_EQ(ledger.found(), Found{});
}

TEST(Disclosures, ColumnThatAnItemUsesIsMissedOnce) {
  TestLedger ledger({{"单位", "项目", "本年制发件数"},
                     {"甲局", "行政处罚", ""},
                     {"甲局", "行政许可", ""},
                     {"甲局", "行政事业性收费", ""}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), (Found{"L-02@2:0", "L-02@4:0"}));
  EXPECT_EQ(reading.outcome.left_out, 3);
  EXPECT_TRUE(reading.rows.empty());
}

TEST(Disclosures, AmountWithoutUnitIsNotRead) {
  TestLedger ledger({{"单位", "项目", "收费金额"}, {"甲局", "行政事业性收费", "75"}});
  read(ledger);
  EXPECT_EQ(ledger.found(), (Found{"L-04@1:3", "L-02@2:0"}));
}

}  // namespace
}  // namespace nianbao
