#include <gtest/gtest.h>

#include "unit/intake/ledger_fixture.h"

namespace nianbao {
namespace {

const Cells kHeadings = {"申请编号", "受理单位", "申请人类型", "收到日期", "答复日期", "办理结果"};
const Cells kRow = {"1", "甲局", "自然人", "2024-03-01", "2024-03-08", "予以公开"};

struct Reading {
  LedgerOutcome outcome;
  std::vector<Request> requests;
  std::vector<Place> places;
};

Reading read(TestLedger& ledger) {
  Reading reading;
  reading.outcome = read_requests(ledger.input(), UnitRegister(), [&](const Request& r, const Place& p) {
    reading.requests.push_back(r);
    reading.places.push_back(p);
  });
  return reading;
}

TEST(LedgerHeadings, AreFoundUnderTitleRows) {
  TestLedger ledger({{"2024年度依申请公开台账"}, {"填报单位", "某局"}, {}, kHeadings, kRow});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  ASSERT_EQ(reading.requests.size(), 1U);
  EXPECT_EQ(reading.places.at(0).row, 5);
  EXPECT_EQ(reading.requests[0].unit, "甲局");
}

TEST(LedgerHeadings, IgnoreSpacesWidthBracketsAndLineBreaks) {
  TestLedger ledger({{" 申请\n编号 ", "受理　单位", "*申请人类型", "收到日期（必填）", "答复日期", "办理结果",
                      "信息处理费（元）"},
                     {"1", "甲局", "自然人", "2024-03-01", "2024-03-08", "予以公开", "40.50"}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  ASSERT_EQ(reading.requests.size(), 1U);
  EXPECT_EQ(reading.requests[0].processing_fee->to_string(), "40.50");
}

TEST(LedgerHeadings, SynonymsAreReadSilently) {
  TestLedger ledger({{"申请编号", "承办单位", "申请人类型", "收到日期", "办结日期", "办理结果"}, kRow});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  EXPECT_EQ(reading.outcome.columns[1], "受理单位");
  EXPECT_FALSE(reading.requests.at(0).replied.has_value());
  EXPECT_TRUE(reading.requests.at(0).closed.has_value());
}

TEST(LedgerHeadings, CanonicalComesBeforeSynonym) {
  TestLedger ledger({{"承办单位", "申请编号", "受理单位", "申请人类型", "收到日期", "答复日期", "办理结果"},
                     {"乙科", "1", "甲局", "自然人", "2024-03-01", "", ""}});
  EXPECT_EQ(read(ledger).requests.at(0).unit, "甲局");
  EXPECT_EQ(ledger.found(), Found{});
}

TEST(LedgerHeadings, ApplicationDateStandsInWithOneWarningPerFile) {
  Cells headings = kHeadings;
  headings[3] = "申请日期";
  TestLedger ledger({headings, kRow, {"2", "甲局", "自然人", "2024-03-02", "", ""}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{"L-04@1:4"});
  EXPECT_EQ(reading.requests.size(), 2U);
  EXPECT_TRUE(reading.outcome.readable);
  EXPECT_EQ(ledger.diagnostics.count(Severity::warning), 1);
}

TEST(LedgerHeadings, ApplicationDateIsAnyColumnWhereTheReceiptIsThere) {
  Cells headings = kHeadings;
  headings.emplace_back("申请日期");
  TestLedger ledger({headings, kRow});
  EXPECT_EQ(read(ledger).requests.size(), 1U);
  EXPECT_EQ(ledger.found(), Found{});
}

TEST(LedgerHeadings, OwnHeadingsAreMapped) {
  Cells headings = kHeadings;
  headings[3] = "申请日期";
  headings[0] = "流水号";
  TestLedger ledger({headings, kRow});
  ledger.source.fields = {{"申请日期", "收到日期"}, {"流水号", "申请编号"}};
  EXPECT_EQ(read(ledger).requests.size(), 1U);
  EXPECT_EQ(ledger.found(), Found{});
}

TEST(LedgerHeadings, OwnHeadingInNoFileIsConfigError) {
  TestLedger ledger({kHeadings, kRow});
  ledger.source.fields = {{"来件日期", "收到日期"}};
  EXPECT_EQ(read(ledger).requests.size(), 1U);
  ASSERT_EQ(ledger.found(), Found{"C-02@0:0"});
  EXPECT_EQ(ledger.diagnostics.sorted()[0].place.file, "report.toml");
}

TEST(LedgerHeadings, OwnHeadingInOneOfTwoFilesIsEnough) {
  Cells own = kHeadings;
  own[3] = "来件日期";
  TestLedger ledger;
  ledger.add({"a.csv", "", {kHeadings, kRow}, {}, {}});
  ledger.add({"b.csv", "", {own, {"2", "甲局", "自然人", "2024-03-02", "", ""}}, {}, {}});
  ledger.source.fields = {{"来件日期", "收到日期"}};
  EXPECT_EQ(read(ledger).requests.size(), 2U);
  EXPECT_EQ(ledger.found(), Found{});
}

TEST(LedgerHeadings, UnknownCanonicalNameIsConfigErrorWithNearest) {
  TestLedger ledger({kHeadings, kRow});
  ledger.source.fields = {{"收到日期", "收件日期"}};
  read(ledger);
  EXPECT_EQ(ledger.found(), Found{"C-02@0:0"});
  EXPECT_NE(ledger.messages().find("收到日期"), std::string::npos);
}

TEST(LedgerHeadings, MissingColumnIsNamedWithWhatIsNearest) {
  Cells headings = kHeadings;
  headings[5] = "办理结论";
  TestLedger ledger({{"台账"}, headings, kRow});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), (Found{"L-02@2:0", "L-04@2:6"}));
  EXPECT_NE(ledger.messages().find("缺少必需的列：“办理结果”|最接近的标题是“办理结论”"), std::string::npos);
  EXPECT_FALSE(reading.outcome.readable);
  EXPECT_EQ(reading.outcome.rows, 0);
}

TEST(LedgerHeadings, ResemblingHeadingIsNeverRead) {
  Cells headings = kHeadings;
  headings.emplace_back("信息处理费用");
  Cells row = kRow;
  row.emplace_back("七十");
  TestLedger ledger({headings, row});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{"L-04@1:7"});
  EXPECT_FALSE(reading.requests.at(0).processing_fee.has_value());
  EXPECT_NE(ledger.messages().find("[fields.requests]"), std::string::npos);
}

TEST(LedgerHeadings, ExtraColumnsAreSilent) {
  Cells headings = kHeadings;
  headings.emplace_back("经办人");
  headings.emplace_back("备注");
  headings.emplace_back("备注");
  TestLedger ledger({headings, kRow});
  EXPECT_EQ(read(ledger).requests.size(), 1U);
  EXPECT_EQ(ledger.found(), Found{});
}

TEST(LedgerHeadings, SameHeadingTwiceNamesBothColumns) {
  Cells headings = kHeadings;
  headings.emplace_back("答复日期");
  TestLedger ledger({headings, kRow});
  EXPECT_FALSE(read(ledger).outcome.readable);
  EXPECT_EQ(ledger.found(), Found{"L-02@1:7"});
  EXPECT_NE(ledger.messages().find("（E列）和“答复日期”（G列）"), std::string::npos);
}

TEST(LedgerHeadings, SheetWithoutHeadingsSaysWhatWasExpected) {
  TestLedger ledger({{"甲", "乙"}, {"1", "2"}});
  EXPECT_FALSE(read(ledger).outcome.readable);
  EXPECT_EQ(ledger.found(), Found{"L-02@0:0"});
  EXPECT_NE(ledger.messages().find("申请编号"), std::string::npos);
}

TEST(LedgerHeadings, HeadingsWithoutRowsAreACountedZero) {
  TestLedger ledger({kHeadings});
  const Reading reading = read(ledger);
  EXPECT_TRUE(reading.outcome.readable);
  EXPECT_EQ(reading.outcome.rows, 0);
  EXPECT_EQ(reading.outcome.columns.size(), 6U);
  EXPECT_EQ(ledger.found(), Found{});
}

TEST(LedgerHeadings, EmptyFileIsReported) {
  TestLedger ledger(std::vector<Cells>{{}, {"", " "}});
  EXPECT_FALSE(read(ledger).outcome.readable);
  EXPECT_EQ(ledger.found(), Found{"L-06@0:0"});
}

// 征求意见 stands over 开始 and 结束; the other headings are merged downwards.
const Cells kUpper = {"申请编号", "受理单位", "申请人类型", "收到日期",
                      "征求意见", "",         "答复日期",   "办理结果"};
const Cells kLower = {"", "", "", "", "开始", "结束", "", ""};
const Cells kTwoRowData = {"1", "甲局", "自然人", "2024-03-01", "2024-03-40", "2024-03-05", "", ""};

TEST(LedgerHeadings, TwoRowsOfHeadingsJoinInCsv) {
  TestLedger ledger({{"台账"}, kUpper, kLower, kTwoRowData});
  const Reading reading = read(ledger);
  EXPECT_EQ(reading.outcome.rows, 1);
  ASSERT_EQ(ledger.found(), Found{"L-01@4:5"});
  EXPECT_EQ(ledger.diagnostics.sorted()[0].place.heading, "征求意见开始");
}

TEST(LedgerHeadings, MergedHeadingsJoin) {
  TestLedger ledger;
  ledger.add(
      {"a.xlsx", "台账", {kUpper, kLower, kTwoRowData}, {{1, 1, 5, 6}, {1, 2, 1, 1}, {1, 2, 2, 2}}, {}});
  const Reading reading = read(ledger);
  EXPECT_EQ(reading.outcome.rows, 1);
  EXPECT_EQ(ledger.found(), Found{"L-01@3:5"});
  const auto& columns = reading.outcome.columns;
  EXPECT_NE(std::find(columns.begin(), columns.end(), "征求意见结束"), columns.end());
}

TEST(LedgerHeadings, GroupAboveWholeHeadingsIsIgnored) {
  TestLedger ledger;
  ledger.add({"a.xlsx",
              "台账",
              {{"基本信息", "", "", "", "办理情况", ""}, kHeadings, kRow},
              {{1, 1, 1, 4}, {1, 1, 5, 6}},
              {}});
  EXPECT_EQ(read(ledger).requests.size(), 1U);
  EXPECT_EQ(ledger.found(), Found{});
}

TEST(LedgerRows, BlankTotalNoteAndPastedHeadingRowsAreNoRecords) {
  TestLedger ledger({{"台账"},
                     kHeadings,
                     {"1", "2", "3", "4", "5", "6"},
                     kRow,
                     {},
                     {" ", "　"},
                     {"小计", "", "1"},
                     {"台账"},
                     kHeadings,
                     {"2", "甲局", "自然人", "2024-03-02", "", ""},
                     {"合 计", "", "2件"},
                     {"填表人：张三", "", "审核人：李四"},
                     {"注：本表一式两份"}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  EXPECT_EQ(reading.outcome.rows, 2);
  EXPECT_EQ(reading.requests.size(), 2U);
}

TEST(LedgerRows, TotalWordInARecordIsNoTotalRow) {
  TestLedger ledger({{"受理渠道", "申请编号", "受理单位", "申请人类型", "收到日期", "答复日期", "办理结果"},
                     {"总计", "1", "甲局", "自然人", "2024-03-01", "", ""}});
  EXPECT_EQ(read(ledger).outcome.rows, 1);
}

TEST(LedgerRows, CellsOfAnyLengthAreReportedInShort) {
  const std::string longest(std::size_t{1} << 16, 'x');
  std::vector<Cells> rows = {kHeadings};
  for (int i = 0; i < 20; ++i) {
    rows.push_back(
        {std::to_string(i), longest + std::to_string(i), longest, longest, longest, longest + longest});
  }
  rows[0].push_back(longest);
  TestLedger ledger(rows);
  EXPECT_TRUE(read(ledger).requests.empty());
  EXPECT_EQ(ledger.diagnostics.count(Severity::error), 20 * 4);
  EXPECT_LT(ledger.messages().size(), 80U * 1000U);
  for (const Diagnostic& d : ledger.diagnostics.sorted()) EXPECT_LT(d.place.heading.size(), 300U);
}

TEST(LedgerSheets, SheetsOfAnotherKindArePassedOver) {
  TestLedger ledger;
  ledger.add({"a.xlsx", "说明", {{"填表说明"}, {"一、……"}}, {}, {}});
  ledger.add({"a.xlsx", "一季度", {kHeadings, kRow}, {}, {}});
  ledger.add({"a.xlsx", "二季度", {kHeadings, {"2", "甲局", "自然人", "2024-05-01", "", ""}}, {}, {}});
  ledger.add({"a.xlsx", "空", {}, {}, {}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{});
  EXPECT_TRUE(reading.outcome.readable);
  EXPECT_EQ(reading.requests.size(), 2U);
}

TEST(LedgerSheets, ATableOfAnotherKindIsRemembered) {
  TestLedger ledger;
  ledger.add({"a.xlsx", "说明", {{"填表说明"}, {"一、……"}}, {}, {}});
  ledger.add({"a.xlsx", "申请", {kHeadings, kRow}, {}, {}});
  ledger.add({"a.xlsx", "来信", {{"编号", "来信人", "日期"}, {"1", "甲", "2024-05-01"}}, {}, {}});
  const LedgerOutcome outcome = read(ledger).outcome;
  ASSERT_EQ(outcome.read_sheets.size(), 1U);
  EXPECT_EQ(outcome.read_sheets[0].sheet, "申请");
  ASSERT_EQ(outcome.other_sheets.size(), 1U);
  EXPECT_EQ(outcome.other_sheets[0].sheet, "来信");
}

TEST(LedgerSheets, AHiddenSheetIsNotReadButSaidWhereItFits) {
  TestLedger ledger;
  ledger.add({"a.xlsx", "申请", {kHeadings, kRow}, {}, {}});
  ledger.add({"a.xlsx", "选项", {{"是"}, {"否"}}, {}, {}, true});
  ledger.add({"a.xlsx", "旧表", {kHeadings}, {}, {}, true});
  ledger.add({"a.xlsx", "藏", {kHeadings, kRow, kRow}, {}, {}, true});
  Cells nearly = kHeadings;
  nearly[5] = "结论";
  ledger.add({"a.xlsx", "藏而不全", {nearly, kRow}, {}, {}, true});
  const Reading reading = read(ledger);
  EXPECT_EQ(reading.requests.size(), 1U);
  EXPECT_TRUE(reading.outcome.readable);
  ASSERT_EQ(ledger.found(), (Found{"N-19@0:0", "N-19@0:0"}));
  EXPECT_EQ(ledger.diagnostics.sorted()[0].place.sheet, "藏");
  EXPECT_NE(ledger.messages().find("2 行"), std::string::npos) << ledger.messages();
}

TEST(LedgerSheets, SheetThatIsMeantButLacksAColumnIsNotPassedOver) {
  Cells headings = kHeadings;
  headings[5] = "结论";
  TestLedger ledger;
  ledger.add({"a.xlsx", "一季度", {kHeadings, kRow}, {}, {}});
  ledger.add({"a.xlsx", "二季度", {headings, kRow}, {}, {}});
  EXPECT_FALSE(read(ledger).outcome.readable);
  ASSERT_EQ(ledger.found(), Found{"L-02@1:0"});
  EXPECT_EQ(ledger.diagnostics.sorted()[0].place.sheet, "二季度");
}

TEST(LedgerSheets, WhereNoneFitsOnlyTheBestIsReported) {
  TestLedger ledger;
  ledger.add({"a.xlsx", "说明", {{"填表说明"}}, {}, {}});
  ledger.add({"a.xlsx", "表", {{"申请编号", "受理单位", "别的", "另外"}}, {}, {}});
  EXPECT_FALSE(read(ledger).outcome.readable);
  for (const Diagnostic& d : ledger.diagnostics.sorted()) {
    EXPECT_EQ(d.code, "L-02");
    EXPECT_EQ(d.place.sheet, "表");
  }
  EXPECT_EQ(ledger.diagnostics.count(Severity::error), 4);
}

TEST(LedgerSheets, DamagedSheetMakesTheLedgerUnreadable) {
  Diagnostic fault;
  fault.code = "L-09";
  fault.place.file = "a.xlsx";
  fault.place.sheet = "坏";
  TestLedger ledger;
  ledger.add({"a.xlsx", "好", {kHeadings, kRow}, {}, {}});
  ledger.add({"a.xlsx", "坏", {{"标题"}}, {}, {fault}});
  const Reading reading = read(ledger);
  EXPECT_FALSE(reading.outcome.readable);
  EXPECT_EQ(reading.requests.size(), 1U);
  EXPECT_EQ(ledger.found(), Found{"L-09@0:0"});
}

TEST(LedgerSheets, FaultInTheMiddleKeepsTheRowsAndSaysUnreadable) {
  Diagnostic fault;
  fault.code = "L-09";
  fault.place.file = "data/test.csv";
  TestLedger ledger;
  ledger.add({"data/test.csv", "", {kHeadings, kRow}, {}, {fault}});
  const Reading reading = read(ledger);
  EXPECT_FALSE(reading.outcome.readable);
  EXPECT_EQ(reading.requests.size(), 1U);
  EXPECT_EQ(ledger.found(), Found{"L-09@0:0"});
}

}  // namespace
}  // namespace nianbao
