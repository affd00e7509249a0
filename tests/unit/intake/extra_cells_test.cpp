// Headings and columns that a locality's pack declares.
#include "intake/extra_cells.h"

#include <gtest/gtest.h>

#include "unit/intake/ledger_fixture.h"

namespace nianbao {
namespace {

using Texts = std::vector<std::string>;

const Cells kHeadings = {"申请编号", "受理单位", "申请人类型", "收到日期", "答复日期",
                         "办理结果", "登记日期", "页数",       "当场",     "送达"};

Cells row_with(const Cells& extras) {
  Cells row = {"1", "甲局", "自然人", "2024-03-01", "2024-03-08", "予以公开"};
  row.insert(row.end(), extras.begin(), extras.end());
  return row;
}

ExtraColumn column(const char* heading, ExtraKind kind, Texts words = {}) {
  ExtraColumn extra;
  extra.heading = heading;
  extra.kind = kind;
  extra.words = std::move(words);
  return extra;
}

TestLedger ledger_of(const std::vector<Cells>& rows) {
  std::vector<Cells> all = {kHeadings};
  all.insert(all.end(), rows.begin(), rows.end());
  TestLedger ledger(all);
  ledger.source.extra = {column("登记日期", ExtraKind::date), column("页数", ExtraKind::number),
                         column("当场", ExtraKind::yes_no),
                         column("送达", ExtraKind::word, {"邮寄", "当面"})};
  return ledger;
}

std::vector<Request> read(TestLedger& ledger) {
  std::vector<Request> requests;
  read_requests(ledger.input(), UnitRegister(),
                [&](const Request& r, const Place&) { requests.push_back(r); });
  return requests;
}

TEST(ExtraCells, AreReadByTheirKind) {
  TestLedger ledger =
      ledger_of({row_with({"2024年3月2日", "12", "否", "邮 寄"}), row_with({"/", "", "不适用", "/"})});
  ledger.source.files.front().shown_name = "data/test.csv";
  const auto requests = read(ledger);
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_EQ(requests[0].extra, (Texts{"2024-03-02", "12", "否", "邮寄"}));
  EXPECT_EQ(requests[1].extra, (Texts{"", "", "", ""}));
}

TEST(ExtraCells, WhatCannotBeReadIsAFindingAndTheRowStaysIn) {
  TestLedger ledger = ledger_of({row_with({"昨天", "十几页", "也许", "飞鸽"})});
  const auto requests = read(ledger);
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_EQ(requests[0].extra, (Texts{"", "", "", ""}));
  EXPECT_EQ(ledger.found(), (Found{"L-01@2:7", "L-01@2:8", "L-01@2:9", "L-01@2:10"}));
}

TEST(ExtraCells, ARowThatFailsForItselfStaysOut) {
  TestLedger ledger = ledger_of({row_with({"昨天", "1", "是", "当面"})});
  ledger.add({"data/second.csv",
              "",
              {kHeadings, {"2", "甲局", "路人", "2024-03-01", "2024-03-08", "予以公开", "昨天"}},
              {},
              {}});
  const auto requests = read(ledger);
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_EQ(requests[0].id, "1");
}

// Where a pack says that one heading is another.
Found found_with(const char* heading, const char* means) {
  TestLedger ledger = ledger_of({row_with({"", "", "", ""})});
  ledger.source.extra.clear();
  LocalHeading local;
  local.heading = heading;
  local.means = means;
  local.place.row = 7;
  ledger.source.headings = {local};
  read(ledger);
  return ledger.found();
}

TEST(ExtraCells, AnotherNameOfAStandardColumnIsNoColumnOfThePacks) {
  TestLedger ledger({{"申请编号", "受理单位", "申请人类型", "收到日期", "答复日期", "办理结果", "信息处理费"},
                     {"1", "甲局", "自然人", "2024-03-01", "2024-03-08", "予以公开", "10"}});
  ledger.source.extra = {column("信息处理费", ExtraKind::number)};
  std::vector<Request> requests;
  read_requests(ledger.input(), UnitRegister(),
                [&](const Request& r, const Place&) { requests.push_back(r); });
  EXPECT_EQ(ledger.found(), Found{"C-02@0:0"});
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_TRUE(requests[0].processing_fee.has_value());
}

TEST(ExtraCells, AStandardHeadingCannotBePointedAtAnother) {
  EXPECT_EQ(found_with("收到日期", "答复日期"), Found{"C-02@7:0"});
  EXPECT_EQ(found_with("承办单位", "申请人类型"), Found{"C-02@7:0"}) << "another name of 受理单位";
  EXPECT_EQ(found_with("收到日期", "收到日期"), Found{}) << "says nothing new";
  EXPECT_EQ(found_with("来件日期", "收到日期"), Found{});
}

// 登记日期 is a doubtful heading of 收到日期 otherwise.
TEST(ExtraCells, ADeclaredColumnStandsForNoOther) {
  const Cells headings = {"申请编号", "受理单位", "申请人类型", "登记日期", "答复日期", "办理结果"};
  const Cells row = {"1", "甲局", "自然人", "2024-03-01", "2024-03-08", "予以公开"};
  TestLedger plain({headings, row});
  EXPECT_EQ(read(plain).size(), 1U);
  EXPECT_EQ(plain.found(), Found{"L-04@1:4"});
  TestLedger declared({headings, row});
  declared.source.extra = {column("登记日期", ExtraKind::date)};
  EXPECT_TRUE(read(declared).empty());
  EXPECT_EQ(declared.found(), Found{"L-02@1:0"});
}

TEST(ExtraCells, ALedgerMayLackADeclaredColumn) {
  TestLedger ledger({{"申请编号", "受理单位", "申请人类型", "收到日期", "答复日期", "办理结果"},
                     {"1", "甲局", "自然人", "2024-03-01", "2024-03-08", "予以公开"}});
  ledger.source.extra = {column("登记日期", ExtraKind::date)};
  ASSERT_EQ(read(ledger).size(), 1U);
  EXPECT_EQ(ledger.found(), Found{});
}

TEST(LocalHeadings, NameAStandardColumn) {
  TestLedger ledger({{"申请编号", "受理单位", "申请人类型", "来件日期", "答复日期", "办理结果"},
                     {"1", "甲局", "自然人", "2024-03-01", "2024-03-08", "予以公开"}});
  ledger.source.headings = {{"来件日期", "收到日期", {}}};
  const auto requests = read(ledger);
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_EQ(format_iso(requests[0].received), "2024-03-01");
  EXPECT_EQ(ledger.found(), Found{});
}

TEST(LocalHeadings, OfNoStandardColumnAreNamedAtThePacksLine) {
  TestLedger ledger({kHeadings, row_with({})});
  Place place;
  place.file = "plugins/place/fields.lua";
  place.row = 3;
  ledger.source.headings = {{"来件日期", "收到日", place}};
  ExtraColumn standard = column("答复日期", ExtraKind::date);
  standard.place = place;
  ledger.source.extra = {standard};
  read(ledger);
  const auto findings = ledger.diagnostics.sorted();
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].code, "C-02");
  EXPECT_EQ(findings[0].place.row, 3);
  EXPECT_EQ(findings[0].hint, "是不是“收到日期”？");
  EXPECT_NE(findings[1].message.find("标准标题"), std::string::npos);
}

}  // namespace
}  // namespace nianbao
