// The national findings: each raised once, and not raised where it must not be.
#include <gtest/gtest.h>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

using Lines = std::vector<std::string>;

// A run of the national checks that a test bends before it looks.
class NationalChecks : public testing::Test {
 protected:
  Figures figures = sound_figures();
  Figures previous = sound_figures();
  Body body = sound_body();
  std::vector<UnitTables> units;
  RuleInput input;

  NationalChecks() {
    input.mode = RuleMode::verify;
    input.figures = &figures;
    input.body = &body;
    input.unit_tables = &units;
    previous.year = 2023;
  }

  void with_previous() {
    input.previous = &previous;
    input.previous_file = "data/previous.json";
    for (int column = 0; column < kTable3Columns; ++column) {
      cell3(previous, Row3::carried_out, column) = cell3(figures, Row3::carried_in, column);
    }
    previous.table2->documents[1][2] = Cell::of(60);  // 60 + 8 − 2 = 66
    previous.table4->groups[0][3] = Cell::of(4);
  }

  static Cell& cell3(Figures& of, Row3 row, int column) {
    return of.table3->row(row)[static_cast<std::size_t>(column)];
  }
  Cell& cell3(Row3 row, int column) { return cell3(figures, row, column); }

  // Findings apart from the notes on missing texts.
  Lines findings() {
    Lines lines;
    for (const std::string& line : brief(check_national(input))) {
      if (line.substr(0, 4) != "N-06") lines.push_back(line);
    }
    return lines;
  }
  Diagnostic only(const std::string& code) {
    const auto found = with_code(check_national(input), code);
    EXPECT_EQ(found.size(), 1U) << code;
    return found.empty() ? Diagnostic{} : found[0];
  }
};

TEST_F(NationalChecks, SoundFiguresHaveNoFinding) {
  EXPECT_EQ(findings(), Lines{});
  with_previous();
  EXPECT_EQ(findings(), Lines{});
}

// ---- T2

TEST_F(NationalChecks, CountyMayNotReportRegulations) {
  figures.table2->documents[0][0] = Cell::of(1);
  figures.table2->documents[0][2] = Cell::of(3);
  const Diagnostic finding = only("T2-01");
  EXPECT_EQ(finding.severity, Severity::error);
  EXPECT_EQ(finding.place.cell, "table2.regulation");
}

struct Power {
  const char* body;
  const char* level;
  const char* finding;  // "" for none
};

class RegulationPower : public NationalChecks, public testing::WithParamInterface<Power> {};

TEST_P(RegulationPower, DecidesOnRegulations) {
  figures.body = GetParam().body;
  figures.level = GetParam().level;
  figures.table2->documents[0][2] = Cell::of(3);
  const std::string wanted = GetParam().finding;
  EXPECT_EQ(findings(), wanted.empty() ? Lines{} : Lines{"T2-01 " + wanted + " table2.regulation"});
}

INSTANTIATE_TEST_SUITE_P(Bodies, RegulationPower,
                         testing::Values(Power{"政府", "市级", ""}, Power{"政府", "省级", ""},
                                         Power{"政府", "国家级", ""}, Power{"政府", "县级", "error"},
                                         Power{"乡镇政府", "乡级", "error"},
                                         Power{"街道办事处", "乡级", "error"},
                                         Power{"政府办公室", "市级", "error"},
                                         Power{"开发区管委会", "市级", "error"}, Power{"部门", "国家级", ""},
                                         Power{"部门", "部门", "warning"}, Power{"部门", "县级", "warning"}));

TEST_F(NationalChecks, FewerValidThanIssuedLessRepealed) {
  figures.table2->documents[1] = {Cell::of(10), Cell::of(2), Cell::of(7)};
  const Diagnostic finding = only("T2-02");
  EXPECT_EQ(finding.severity, Severity::warning);
  EXPECT_EQ(finding.place.cell, "table2.normative_document.valid");
  EXPECT_EQ(finding.left, "7");
  EXPECT_EQ(finding.right, "8");
  figures.table2->documents[1][2] = Cell::of(8);
  EXPECT_EQ(findings(), Lines{});
}

TEST_F(NationalChecks, ABlankThatCountsAsZeroIsSaidToDoSo) {
  figures.table2->documents[1] = {Cell::of(10), {}, Cell::of(7)};
  EXPECT_NE(only("T2-02").message.find("减本年废止 0（空白按 0 计） 的 10 件"), std::string::npos);
  cell3(Row3::carried_in, 1) = {};
  EXPECT_EQ(only("T3-01").message,
            "表三“商业企业”列：新收 20 ＋ 上年结转 0（空白按 0 计） ＝ 20，与总计 20 ＋ 结转下年度 1 ＝ 21 "
            "不符");
  cell3(Row3::carried_in, 1) = Cell::not_applicable();
  EXPECT_NE(only("T3-01").message.find("上年结转 0（“/”按 0 计） ＝"), std::string::npos);
}

// ---- T3, T4

TEST_F(NationalChecks, ReceivedAndCarriedInEqualTotalAndCarriedOut) {
  cell3(Row3::received, 1) = Cell::of(21);
  cell3(Row3::received, kTotalColumn) = Cell::of(101);
  const Diagnostics diagnostics = check_national(input);
  EXPECT_EQ(brief(diagnostics), Lines{"T3-01 error table3.total.enterprise"});
  const Diagnostic finding = with_code(diagnostics, "T3-01")[0];
  EXPECT_EQ(finding.message,
            "表三“商业企业”列：新收 21 ＋ 上年结转 1 ＝ 22，与总计 20 ＋ 结转下年度 1 ＝ 21 不符");
  EXPECT_EQ(finding.left, "22");
  EXPECT_EQ(finding.right, "21");
  EXPECT_NE(finding.hint.find("总计因此也不平"), std::string::npos);
}

TEST_F(NationalChecks, TotalColumnIsNamedWhenNoPartExplainsIt) {
  cell3(Row3::received, kTotalColumn) = Cell::of(101);
  EXPECT_EQ(findings(), (Lines{"T3-01 error table3.total.total", "T3-03 error table3.received.total"}));
}

TEST_F(NationalChecks, OutcomesAddUpToTotal) {
  cell3(Row3::granted, 0) = Cell::of(51);
  cell3(Row3::granted, kTotalColumn) = Cell::of(62);
  EXPECT_EQ(findings(), Lines{"T3-02 error table3.total.natural_person"});
  EXPECT_EQ(only("T3-02").left, "79");
  EXPECT_EQ(only("T3-02").right, "78");
}

TEST_F(NationalChecks, ApplicantsAddUpToTheTotalColumn) {
  cell3(Row3::partial, 5) = Cell::of(1);
  EXPECT_EQ(findings(), (Lines{"T3-02 error table3.total.other", "T3-03 error table3.partial.total"}));
  const Diagnostic finding = only("T3-03");
  EXPECT_EQ(finding.left, "16");
  EXPECT_EQ(finding.right, "15");
}

TEST_F(NationalChecks, HighShareOfOtherOutcomesIsANote) {
  auto move = [&](std::int64_t count) {
    cell3(Row3::other_other, 0) = Cell::of(count);
    cell3(Row3::other_other, kTotalColumn) = Cell::of(count);
    cell3(Row3::granted, 0) = Cell::of(53 - count);
    cell3(Row3::granted, kTotalColumn) = Cell::of(64 - count);
  };
  move(20);
  EXPECT_EQ(findings(), Lines{"T3-04 note table3"});
  EXPECT_NE(only("T3-04").message.find("20.41%"), std::string::npos);
  move(19);
  EXPECT_EQ(findings(), Lines{});
}

TEST_F(NationalChecks, CaseResultsAddUpToTotal) {
  figures.table4->groups[0][4] = Cell::of(7);
  const Diagnostic finding = only("T4-01");
  EXPECT_EQ(finding.place.cell, "table4.review.total");
  EXPECT_EQ(finding.left, "6");
  EXPECT_EQ(finding.right, "7");
}

TEST_F(NationalChecks, PendingOfLastYearExceedsThisYearsTotal) {
  with_previous();
  previous.table4->groups[0][3] = Cell::of(6);
  EXPECT_EQ(findings(), Lines{});
  previous.table4->groups[0][3] = Cell::of(7);
  EXPECT_EQ(findings(), Lines{"T4-02 warning table4.review"});
}

// ---- V

TEST_F(NationalChecks, BlankColumnIsOneFindingAndItsIdentitiesAreNotChecked) {
  for (int row = 0; row < kTable3Rows; ++row) cell3(static_cast<Row3>(row), 3) = {};
  EXPECT_EQ(findings(),
            (Lines{"V-01 warning table3.*.public_welfare", "V-03 note table3.total.public_welfare",
                   "V-03 note table3.total.public_welfare"}));
  input.mode = RuleMode::build;
  EXPECT_EQ(only("V-01").severity, Severity::error);
}

TEST_F(NationalChecks, BlankRowAndSingleBlanksAreNamedAsSuch) {
  for (int column = 0; column < kTable3Columns; ++column) cell3(Row3::refused_third_party, column) = {};
  cell3(Row3::carried_in, 4) = {};
  EXPECT_EQ(findings(),
            (Lines{"V-01 warning table3.refused.third_party", "V-01 warning table3.carried_in.legal_service",
                   "V-03 note table3.refused.third_party.total"}));
}

TEST_F(NationalChecks, ABlankCellOfABlankColumnIsNotToldAgainInItsRow) {
  for (int row = 0; row < kTable3Rows; ++row) cell3(static_cast<Row3>(row), 3) = {};
  for (int column = 0; column < kTable3Columns; ++column) cell3(Row3::refused_third_party, column) = {};
  const auto found = with_code(check_national(input), "V-01");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].message, "表三“社会公益组织”一列全部空白（25 格）");
  EXPECT_EQ(found[1].message, "表三“（三）4.保护第三方合法权益”一行其余各格全部空白（6 格）");
}

TEST_F(NationalChecks, ANotApplicableTotalIsNotCalledEmpty) {
  figures.table4->groups[0][4] = Cell::not_applicable();
  const Diagnostic finding = only("V-03");
  EXPECT_EQ(finding.message, "表四“行政复议”不可核对（T4-01）：总计为“/”，没有数可比");
  EXPECT_NE(finding.hint.find("“/”"), std::string::npos);
}

TEST_F(NationalChecks, AnAmountWithoutQuotesIsToldToHaveThem) {
  figures.table2->administrative_charge = Amount::invalid("3.5");
  EXPECT_NE(only("V-02").hint.find("写成文字：\"3.5\""), std::string::npos);
  figures.table2->administrative_charge = Amount::invalid("-3.5");
  EXPECT_EQ(only("V-02").hint.find("引号"), std::string::npos);
}

TEST_F(NationalChecks, BlankAddendsCountAsZeroBesideNumbers) {
  for (int column : {2, 3, 4, 5}) cell3(Row3::granted, column) = {};
  EXPECT_EQ(findings(), Lines{"V-01 warning table3.granted"});
}

// As a result the blank is never taken for 0; in the row of totals it is an addend beside numbers, and is.
TEST_F(NationalChecks, BlankTotalStopsItsColumnButCountsInItsRow) {
  cell3(Row3::total, 0) = {};
  EXPECT_EQ(findings(),
            (Lines{"T3-03 error table3.total.total", "V-01 warning table3.total.natural_person",
                   "V-03 note table3.total.natural_person", "V-03 note table3.total.natural_person"}));
}

TEST_F(NationalChecks, AddendsAllBlankAgainstANumberCannotBeChecked) {
  cell3(Row3::received, 1) = {};
  cell3(Row3::carried_in, 1) = {};
  EXPECT_EQ(with_code(check_national(input), "T3-01").size(), 0U);
  EXPECT_EQ(only("V-03").place.cell, "table3.total.enterprise");
}

TEST_F(NationalChecks, AbsentTableIsOneFindingAndNoIdentity) {
  figures.table3.reset();
  figures.table4.emplace();
  EXPECT_EQ(findings(), (Lines{"V-01 warning table3", "V-01 warning table4"}));
  input.explained = {"table3"};
  EXPECT_EQ(findings(), Lines{"V-01 warning table4"});
}

TEST_F(NationalChecks, BlanksWithACauseAlreadyNamedAreNotRepeated) {
  figures.table2->decisions[1] = {};
  figures.table2->documents[1] = {};
  input.explained = {"table2.penalty", "table2.normative_document"};
  EXPECT_EQ(findings(), Lines{});
  input.explained = {"table2.penalty"};
  EXPECT_EQ(findings(), Lines{"V-01 warning table2.normative_document"});
}

TEST_F(NationalChecks, BlanksOfTables2And4AreGroupedByRow) {
  figures.table2->documents[0] = {};
  figures.table2->documents[1][0] = {};
  figures.table2->decisions[1] = {};
  figures.table2->administrative_charge = {};
  figures.table4->groups[2] = {};
  EXPECT_EQ(findings(),
            (Lines{"V-01 warning table2.regulation", "V-01 warning table2.normative_document.issued",
                   "V-01 warning table2.penalty", "V-01 warning table2.administrative_charge",
                   "V-01 warning table4.litigation_after_review",
                   "V-03 note table4.litigation_after_review.total"}));
}

TEST_F(NationalChecks, NotApplicableIsNoBlankAndNoZero) {
  for (auto& group : figures.table4->groups) group.fill(Cell::not_applicable());
  figures.table2->administrative_charge = Amount::not_applicable();
  EXPECT_EQ(findings(), Lines{});
}

TEST_F(NationalChecks, WhatIsNoCountIsNamedAndStopsItsIdentities) {
  cell3(Row3::received, 0) = Cell::invalid("-3");
  figures.table2->administrative_charge = Amount::invalid("约三万");
  const Diagnostics diagnostics = check_national(input);
  EXPECT_EQ(brief(diagnostics),
            (Lines{"V-02 error table2.administrative_charge", "V-02 error table3.received.natural_person"}));
  EXPECT_EQ(with_code(diagnostics, "V-02")[1].left, "-3");
}

TEST_F(NationalChecks, The2019FormHasOneRowOfOtherOutcomes) {
  figures.table3->form_2019 = true;
  figures.table3->other_2019.fill(Cell::of(0));
  figures.table3->other_2019[0] = Cell::of(3);
  figures.table3->other_2019[kTotalColumn] = Cell::of(3);
  for (Row3 row : {Row3::other_correction_overdue, Row3::other_fee_overdue, Row3::other_other}) {
    figures.table3->row(row).fill({});
  }
  EXPECT_EQ(findings(), Lines{});
  figures.table3->other_2019[0] = Cell::of(4);
  EXPECT_EQ(findings(), (Lines{"T3-02 error table3.total.natural_person", "T3-03 error table3.other.total"}));
}

// ---- tables of units

TEST_F(NationalChecks, FaultsOfAUnitAreNamedThereAndNotAgainInTheWhole) {
  UnitTables unit;
  unit.unit = "某局";
  unit.place.file = "data/unit_tables.csv";
  unit.place.row = 2;
  unit.table3 = figures.table3;
  unit.table3->row(Row3::received)[0] = Cell::of(81);
  unit.table3->row(Row3::received)[kTotalColumn] = Cell::of(101);
  units = {unit};
  figures.table3 = unit.table3;
  input.mode = RuleMode::build;
  const Diagnostics diagnostics = check_national(input);
  const auto found = with_code(diagnostics, "T3-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].place.file, "data/unit_tables.csv");
  EXPECT_EQ(found[0].place.row, 2);
  EXPECT_EQ(found[0].place.unit, "某局");
  EXPECT_EQ(found[0].place.cell, "table3.total.natural_person");
  EXPECT_FALSE(diagnostics.count(Severity::error) > 1);
}

TEST_F(NationalChecks, BlanksAndFaultyCellsOfAUnitAreNotRepeatedInTheWhole) {
  UnitTables unit;
  unit.unit = "某局";
  unit.place.file = "units.csv";
  unit.table3 = figures.table3;
  unit.table3->row(Row3::granted)[2] = {};
  unit.table3->row(Row3::granted)[3] = Cell::invalid("x");
  units = {unit};
  figures.table3 = unit.table3;
  EXPECT_EQ(findings(),
            (Lines{"V-01 warning table3.granted.research", "V-02 error table3.granted.public_welfare"}));
}

TEST_F(NationalChecks, ATableThatAUnitDoesNotFileIsNoFault) {
  UnitTables unit;
  unit.unit = "某局";
  unit.table4 = figures.table4;
  units = {unit};
  EXPECT_EQ(findings(), Lines{});
}

// ---- Y

TEST_F(NationalChecks, CarriedInEqualsLastYearsCarriedOut) {
  with_previous();
  cell3(previous, Row3::carried_out, 0) = Cell::of(4);
  cell3(previous, Row3::carried_out, kTotalColumn) = Cell::of(5);
  EXPECT_EQ(findings(), Lines{"Y-01 error table3.carried_in.natural_person"});
  EXPECT_EQ(only("Y-01").left, "2");
  EXPECT_EQ(only("Y-01").right, "4");
}

TEST_F(NationalChecks, ADeclaredCorrectionExcusesTheDifference) {
  with_previous();
  cell3(previous, Row3::carried_out, 0) = Cell::of(4);
  cell3(previous, Row3::carried_out, kTotalColumn) = Cell::of(5);
  body.corrections = {{"table3.carried_out.natural_person", 4, 2, "重复登记"}};
  EXPECT_EQ(findings(), Lines{});
  body.corrections[0].new_value = 3;
  EXPECT_EQ(findings(), Lines{"Y-01 error table3.carried_in.natural_person"});
  EXPECT_NE(only("Y-01").hint.find("4 改为 3"), std::string::npos);
}

TEST_F(NationalChecks, CarriedInAgainstABlankCannotBeChecked) {
  with_previous();
  cell3(previous, Row3::carried_out, 3) = {};
  EXPECT_EQ(findings(), Lines{"V-03 note table3.carried_in.public_welfare"});
}

TEST_F(NationalChecks, ValidDocumentsFollowFromLastYear) {
  with_previous();
  previous.table2->documents[1][2] = Cell::of(59);
  EXPECT_EQ(findings(), Lines{"Y-02 warning table2.normative_document.valid"});
  EXPECT_EQ(only("Y-02").left, "66");
  EXPECT_EQ(only("Y-02").right, "65");
}

TEST_F(NationalChecks, LargeChangesAreWarnedOfFromTenUpwards) {
  with_previous();
  previous.table2->decisions[0] = Cell::of(24);                              // 120 is five times
  previous.table2->decisions[1] = Cell::of(9);                               // below ten: not looked at
  cell3(previous, Row3::unavailable_not_held, kTotalColumn) = Cell::of(95);  // 19 is a fifth
  cell3(previous, Row3::partial, kTotalColumn) = Cell::of(74);               // 15 is more than a fifth
  previous.table4->groups[0][4] = Cell::of(30);
  previous.table2->administrative_charge = Amount::of(*Decimal::parse("833.2483239"));
  EXPECT_EQ(findings(),
            (Lines{"Y-03 warning table2.licence", "Y-03 warning table3.unavailable.not_held.total",
                   "Y-03 warning table4.review.total"}));
  previous.table2->administrative_charge = Amount::of(*Decimal::parse("833.2483238"));
  EXPECT_EQ(with_code(check_national(input), "Y-03").size(), 4U);
}

TEST_F(NationalChecks, FormsOfTwoYearsMayDiffer) {
  with_previous();
  previous.table3->form_2019 = true;
  previous.table3->other_2019.fill(Cell::of(0));
  previous.table3->other_2019[kTotalColumn] = Cell::of(15);
  EXPECT_EQ(findings(), Lines{"Y-03 warning table3.other"});
}

TEST_F(NationalChecks, CarriedInRequestsAreThoseLeftOpenLastYear) {
  with_previous();
  input.mode = RuleMode::build;
  previous.requests->open_ids = {{"某局", "2023-1"}, {"某局", "2023-2"}, {"某镇", "2023-1"}};
  Place place;
  place.file = "data/requests.csv";
  place.row = 7;
  input.carried_in = {{"某局", "2023-1", place}, {"某镇", "2023-1", place}, {"某镇", "2023-9", place}};
  const auto found = with_code(check_national(input), "Y-04");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].place.file, "data/previous.json");
  EXPECT_NE(found[0].message.find("2023-2"), std::string::npos);
  EXPECT_EQ(found[1].place.file, "data/requests.csv");
  EXPECT_EQ(found[1].place.row, 7);
  EXPECT_NE(found[1].message.find("2023-9"), std::string::npos);
}

TEST_F(NationalChecks, WithoutAListOfOpenRequestsThereIsNothingToCompare) {
  with_previous();
  input.mode = RuleMode::build;
  input.carried_in = {{"某局", "2023-1", {}}};
  EXPECT_TRUE(with_code(check_national(input), "Y-04").empty());
}

TEST_F(NationalChecks, ManyCarriedInRequestsStayWithinTheBudget) {
  with_previous();
  input.mode = RuleMode::build;
  for (int i = 0; i < 30'000; ++i) {
    previous.requests->open_ids.push_back({"某某某某某某局", "2023-" + std::to_string(i)});
    input.carried_in.push_back({"某某某某某某局", "2023-" + std::to_string(i), {}});
  }
  EXPECT_TRUE(with_code(check_national(input), "M-03").empty());
  EXPECT_TRUE(with_code(check_national(input), "Y-04").empty());
}

TEST_F(NationalChecks, ManyUnitTablesStayWithinTheBudget) {
  UnitTables unit;
  unit.unit = "某局";
  unit.table2 = figures.table2;
  unit.table3 = figures.table3;
  unit.table4 = figures.table4;
  units.assign(300, unit);
  EXPECT_EQ(findings(), Lines{});
}

TEST_F(NationalChecks, SectionsWithoutTextAndFiguresAreNoted) {
  EXPECT_TRUE(with_code(check_national(input), "N-06").empty()) << "verify has no texts to look at";
  input.mode = RuleMode::build;
  const auto found = with_code(check_national(input), "N-06");
  ASSERT_EQ(found.size(), 3U);  // platforms, supervision, problems
  EXPECT_EQ(found[1].severity, Severity::note);
  EXPECT_EQ(found[2].severity, Severity::warning) << "Article 50 asks for section five";
  Paragraph paragraph;
  paragraph.spans = {{"正文。", false, false, ""}};
  for (const char* section : {"platforms", "supervision", "problems"}) {
    input.texts[section] = {"a.md", "正文。", {paragraph}};
  }
  EXPECT_TRUE(with_code(check_national(input), "N-06").empty());
}

}  // namespace
}  // namespace nianbao::test
