#include <gtest/gtest.h>

#include "intake/ledger_table_cell.h"
#include "unit/intake/ledger_fixture.h"

namespace nianbao {
namespace {

const Cells kHeadings = {"单位", "表", "行", "列", "值"};

struct Reading {
  LedgerOutcome outcome;
  std::vector<UnitTables> tables;
};

Reading read(TestLedger& ledger) {
  Reading reading;
  reading.outcome = read_unit_tables(ledger.input(), UnitRegister(), reading.tables);
  return reading;
}

TestLedger ledger_of(const std::vector<Cells>& rows) {
  std::vector<Cells> all = {kHeadings};
  all.insert(all.end(), rows.begin(), rows.end());
  return TestLedger(all);
}

Found found_in(const std::vector<Cells>& rows) {
  TestLedger ledger = ledger_of(rows);
  read(ledger);
  return ledger.found();
}

TEST(UnitTables, CellsAreNamedInManyWays) {
  TestLedger ledger = ledger_of({{"甲局", "表二", "规章", "本年制发件数", "1"},
                                 {"甲局", "2", "normative_document", "valid", "/"},
                                 {"甲局", "table2", "行政许可", "", "7"},
                                 {"甲局", "表2", "行政事业性收费", "收费金额(元)", "41662416.19"},
                                 {"甲局", "表三", "（三）4", "自然人", "3"},
                                 {"甲局", "三", "table3.carried_out", "total", "4"},
                                 {"甲局", "表四 复议诉讼", "复议后起诉", "结果维持", "5"}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{}) << ledger.messages();
  ASSERT_EQ(reading.tables.size(), 1U);
  const UnitTables& tables = reading.tables[0];
  EXPECT_EQ(tables.place.row, 2);
  EXPECT_EQ(tables.table2->documents[0][0], Cell::of(1));
  EXPECT_EQ(tables.table2->documents[1][2], Cell::not_applicable());
  EXPECT_EQ(tables.table2->decisions[0], Cell::of(7));
  EXPECT_EQ(to_text(tables.table2->administrative_charge), "4166.241619");
  EXPECT_EQ(tables.table3->row(Row3::refused_third_party)[0], Cell::of(3));
  EXPECT_EQ(tables.table3->row(Row3::carried_out)[6], Cell::of(4));
  EXPECT_EQ(tables.table4->groups[2][0], Cell::of(5));
  EXPECT_FALSE(tables.table3->form_2019);
}

TEST(UnitTables, TableThatIsNotFiledIsAbsent) {
  TestLedger ledger =
      ledger_of({{"甲局", "表三", "received", "自然人", "0"}, {"乙局", "表二", "规章", "issued", "1"}});
  const Reading reading = read(ledger);
  ASSERT_EQ(reading.tables.size(), 2U);
  EXPECT_FALSE(reading.tables[0].table2 || reading.tables[0].table4);
  EXPECT_TRUE(reading.tables[0].table3.has_value());
  EXPECT_TRUE(reading.tables[1].table2.has_value());
}

TEST(UnitTables, ZeroBlankNotApplicableAndNonsenseStayDifferent) {
  TestLedger ledger = ledger_of({{"甲局", "表三", "received", "自然人", "0"},
                                 {"甲局", "表三", "received", "商业企业", ""},
                                 {"甲局", "表三", "received", "科研机构", "/"},
                                 {"甲局", "表三", "received", "其他", "-1"}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  const auto& row = reading.tables.at(0).table3->row(Row3::received);
  EXPECT_EQ(row[0], Cell::of(0));
  EXPECT_TRUE(row[1].is_blank());
  EXPECT_EQ(row[2], Cell::not_applicable());
  EXPECT_EQ(row[5], Cell::invalid("-1"));
}

TEST(UnitTables, UnknownNamesAreReportedWithTheNearest) {
  EXPECT_EQ(found_in({{"甲局", "表五", "规章", "issued", "1"}}), Found{"L-01@2:2"});
  EXPECT_EQ(found_in({{"甲局", "表三", "部份公开", "自然人", "1"}}), Found{"L-01@2:3"});
  EXPECT_EQ(found_in({{"甲局", "表三", "部分公开", "自热人", "1"}}), Found{"L-01@2:4"});
  EXPECT_EQ(found_in({{"甲局", "表三", "部分公开", "", "1"}}), Found{"R-07@2:4"});
  EXPECT_EQ(found_in({{"甲局", "表二", "规章", "处理决定数量", "1"}}), Found{"L-01@2:4"});
  EXPECT_EQ(found_in({{"", "表二", "", "issued", "1"}}), (Found{"R-07@2:1", "R-07@2:3"}));
  TestLedger ledger = ledger_of({{"甲局", "表三", "部份公开", "自然人", "1"}});
  read(ledger);
  EXPECT_NE(ledger.messages().find("是不是“部分公开”"), std::string::npos);
}

TEST(UnitTables, SameCellTwiceIsADuplicate) {
  EXPECT_EQ(found_in({{"甲局", "表三", "granted", "自然人", "1"},
                      {"甲局", "三", "予以公开", "natural_person", "1"}}),
            Found{"R-04@3:3"});
  EXPECT_EQ(
      found_in({{"甲局", "表三", "granted", "自然人", "1"}, {"乙局", "表三", "granted", "自然人", "1"}}),
      Found{});
  EXPECT_EQ(found_in({{"甲局", "表二", "行政事业性收费", "收费金额(万元)", "1"},
                      {"甲局", "表二", "行政事业性收费", "收费金额(元)", "10000"}}),
            Found{"R-04@3:3"});
}

TEST(UnitTables, OneRowOfOtherIsTheFormOf2019) {
  TestLedger ledger = ledger_of(
      {{"甲局", "表三", "（六）其他处理", "自然人", "2"}, {"甲局", "表三", "其他处理", "总计", "2"}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  EXPECT_TRUE(reading.tables.at(0).table3->form_2019);
  EXPECT_EQ(reading.tables.at(0).table3->other_2019[6], Cell::of(2));
}

TEST(UnitTables, BothFormsInOneTableAreAFault) {
  EXPECT_EQ(
      found_in({{"甲局", "表三", "其他处理", "自然人", "2"}, {"甲局", "表三", "（六）3", "自然人", "2"}}),
      Found{"L-01@2:0"});
  EXPECT_EQ(
      found_in({{"甲局", "表三", "其他处理", "自然人", ""}, {"甲局", "表三", "（六）3", "自然人", "2"}}),
      Found{});
}

TEST(UnitTables, RowOfTotalsIsARecordHere) {
  TestLedger ledger({{"行", "列", "单位", "表", "值"}, {"总计", "总计", "甲局", "表三", "9"}});
  EXPECT_EQ(read(ledger).tables.at(0).table3->row(Row3::total)[6], Cell::of(9));
}

TEST(UnitTables, EveryPrintedLabelIsFound) {
  for (int row = 0; row < kTable3Rows; ++row) {
    const Row3Name& form = form_name(static_cast<Row3>(row));
    for (const char* text : {form.key, form.label, form.path, form.brief}) {
      EXPECT_EQ(find_table_row(OfficialTable::table3, text), row) << text;
    }
  }
  for (OfficialTable table : {OfficialTable::table2, OfficialTable::table4}) {
    const auto& labels = table_row_labels(table);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      EXPECT_EQ(find_table_row(table, labels[i]), static_cast<int>(i)) << labels[i];
    }
  }
  for (int row = 0; row < kDisclosureItems; ++row) {
    const auto labels = table_column_labels(OfficialTable::table2, row);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      EXPECT_EQ(find_table_column(OfficialTable::table2, row, labels[i]), static_cast<int>(i)) << labels[i];
    }
  }
}

}  // namespace
}  // namespace nianbao
