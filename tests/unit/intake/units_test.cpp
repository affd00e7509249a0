#include <gtest/gtest.h>

#include "unit/intake/ledger_fixture.h"

namespace nianbao {
namespace {

const Cells kHeadings = {"单位名称", "类别",     "简称",     "别名",   "上级单位",
                         "应报",     "计入汇总", "不计原因", "零报告", "更名自"};

Found found_in(const std::vector<Cells>& rows) {
  std::vector<Cells> all = {kHeadings};
  all.insert(all.end(), rows.begin(), rows.end());
  TestLedger ledger(all);
  UnitRegister units;
  read_units(ledger.input(), units);
  return ledger.found();
}

TEST(Units, AllColumnsAreRead) {
  TestLedger ledger({kHeadings,
                     {"某市公安局", "部门", "市公安局", "公安、公安局；市局", "某市政府", "否", "0",
                      "垂直管理", "√", "某市公安处"}});
  UnitRegister units;
  const LedgerOutcome outcome = read_units(ledger.input(), units);
  EXPECT_EQ(ledger.found(), Found{});
  EXPECT_EQ(outcome.rows, 1);
  ASSERT_EQ(units.units().size(), 1U);
  const Unit& unit = units.units()[0];
  EXPECT_EQ(unit.kind, "部门");
  EXPECT_EQ(unit.aliases, (std::vector<std::string>{"市公安局", "公安", "公安局", "市局", "某市公安处"}));
  EXPECT_EQ(unit.parent, "某市政府");
  EXPECT_FALSE(unit.due);
  EXPECT_FALSE(unit.counted);
  EXPECT_EQ(unit.why_not_counted, "垂直管理");
  EXPECT_TRUE(unit.zero_report);
  EXPECT_EQ(units.find("某市公安处"), &unit);
}

TEST(Units, NameAloneMakesAUnitThatIsDueAndCounted) {
  TestLedger ledger({{"单位名称"}, {"甲局"}, {"乙局"}});
  UnitRegister units;
  read_units(ledger.input(), units);
  EXPECT_EQ(ledger.found(), Found{});
  ASSERT_EQ(units.units().size(), 2U);
  EXPECT_TRUE(units.units()[0].due && units.units()[0].counted && !units.units()[0].zero_report);
}

TEST(Units, AListOfNamesHasTheSameFormAndTheSameFaults) {
  UnitRegister units("plugins/x/units.csv");
  TestLedger ledger({kHeadings,
                     {"甲局", "垂直管理", "一局", "", "", "是", "否", "在本系统报告", "是"},
                     {"乙局", "部们", "一局", "", "", "也许"}});
  read_units(ledger.input(), units);
  EXPECT_EQ(ledger.found(), (Found{"N-22@3:2", "U-02@3:3", "L-01@3:6"}));
  ASSERT_EQ(units.units().size(), 2U);
  EXPECT_TRUE(units.units()[0].counted);
  EXPECT_FALSE(units.units()[0].due || units.units()[0].zero_report);
  EXPECT_EQ(units.find("一局")->name, "甲局");
}

TEST(Units, AnEmptyListOfNamesIsToBeDeletedFromThePack) {
  UnitRegister units("plugins/x/units.csv");
  TestLedger ledger({kHeadings});
  read_units(ledger.input(), units);
  EXPECT_EQ(ledger.found(), Found{"N-23@0:0"});
  EXPECT_NE(ledger.messages().find("删去规则包的 units.csv"), std::string::npos) << ledger.messages();
}

TEST(Units, AnythingButYesOrNoIsAFault) {
  EXPECT_EQ(found_in({{"甲局", "", "", "", "", "也许", "对", "", "2"}}),
            (Found{"L-01@2:6", "L-01@2:7", "L-01@2:9"}));
  EXPECT_EQ(found_in({{"甲局", "", "", "", "", "Y", "否", "", "N"}}), Found{});
}

TEST(Units, SharedNameIsReportedWhereItStands) {
  EXPECT_EQ(found_in({{"甲局", "", "一局"}, {"乙局", "", "一局"}}), Found{"U-02@3:3"});
  EXPECT_EQ(found_in({{"甲局"}, {"乙局", "", "", "二局、甲局"}}), Found{"U-02@3:4"});
  EXPECT_EQ(found_in({{"甲局"}, {" 甲 局"}}), Found{"U-02@3:1"});
  EXPECT_EQ(found_in({{"甲局", "", "甲局", "甲局"}, {"乙局", "", "乙"}}), Found{});
}

TEST(Units, UnitWithAFaultIsStillKnown) {
  TestLedger ledger({kHeadings, {"甲局", "", "", "", "", "也许"}});
  UnitRegister units;
  read_units(ledger.input(), units);
  EXPECT_EQ(ledger.found(), Found{"L-01@2:6"});
  EXPECT_NE(units.find("甲局"), nullptr);
}

TEST(Units, WarnsOfAClassThatIsNone) {
  TestLedger ledger({kHeadings,
                     {"甲街道", "街道办"},
                     {"乙街道", "街道办"},
                     {"丙局", "部门"},
                     {"丁部", "党委机构（加挂牌子）"},
                     {"戊局", ""},
                     {"己局", "/"}});
  UnitRegister units;
  read_units(ledger.input(), units);
  const auto found = ledger.diagnostics.sorted();
  ASSERT_EQ(found.size(), 1U) << ledger.messages();
  EXPECT_EQ(found[0].code, "N-22");
  EXPECT_EQ(found[0].severity, Severity::warning);
  EXPECT_EQ(found[0].place.row, 2);
  EXPECT_EQ(found[0].count, 2);
  EXPECT_NE(found[0].hint.find("街道办事处"), std::string::npos);
  EXPECT_EQ(units.units().size(), 6U);
}

TEST(Units, WarnsOfARegisterWithoutUnits) {
  EXPECT_EQ(found_in({}), Found{"N-23@0:0"});
  EXPECT_EQ(found_in({{"甲局"}}), Found{});
}

}  // namespace
}  // namespace nianbao
