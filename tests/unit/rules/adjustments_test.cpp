#include "rules/adjustments.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr Date date_of(int y, unsigned m, unsigned d) {
  return year{y} / month{m} / day{d};
}

constexpr Date kLastDay = date_of(2025, 6, 30);

Adjustment exception_for(std::string cell, std::string unit) {
  Adjustment exception;
  exception.kind = AdjustmentKind::except;
  exception.pack = "testland";
  exception.rule = "T2-02";
  exception.cell = std::move(cell);
  exception.unit = std::move(unit);
  exception.reason = "目录正在清理";
  exception.approver = "市政府办公室";
  exception.expires = kLastDay;
  return exception;
}

Diagnostic finding_at(std::string cell, std::string unit = "") {
  Diagnostic finding;
  finding.code = "T2-02";
  finding.severity = Severity::warning;
  finding.message = "少于";
  finding.place.cell = std::move(cell);
  finding.place.unit = std::move(unit);
  return finding;
}

Severity severity_with(const Adjustment& adjustment, Diagnostic finding, const Date& today = kLastDay) {
  Adjustments adjustments;
  adjustments.add({adjustment});
  adjustments.apply(finding, today);
  return finding.severity;
}

TEST(Adjustments, AnExceptionForACellLeavesOthersAlone) {
  const Adjustment exception = exception_for("table2.regulation.valid", "");
  EXPECT_EQ(severity_with(exception, finding_at("table2.regulation.valid")), Severity::note);
  EXPECT_EQ(severity_with(exception, finding_at("table2.regulation.valid", "县教育局")), Severity::note);
  EXPECT_EQ(severity_with(exception, finding_at("table2.normative_document.valid")), Severity::warning);
  EXPECT_EQ(severity_with(exception, finding_at("table2.regulation")), Severity::warning);
}

TEST(Adjustments, AStarCoversEverythingBelowAndNothingBeside) {
  const Adjustment exception = exception_for("table3.total.*", "");
  EXPECT_EQ(severity_with(exception, finding_at("table3.total.enterprise")), Severity::note);
  EXPECT_EQ(severity_with(exception, finding_at("table3.total")), Severity::note);
  EXPECT_EQ(severity_with(exception, finding_at("table3.totals.enterprise")), Severity::warning);
}

TEST(Adjustments, AnExceptionForAUnitAndCellWantsBoth) {
  const Adjustment exception = exception_for("table2.regulation.valid", "县教育局");
  EXPECT_EQ(severity_with(exception, finding_at("table2.regulation.valid", "县教育局")), Severity::note);
  EXPECT_EQ(severity_with(exception, finding_at("table2.regulation.valid", "县民政局")), Severity::warning);
  EXPECT_EQ(severity_with(exception, finding_at("table2.regulation.issued", "县教育局")), Severity::warning);
}

TEST(Adjustments, AnotherRuleIsNotExcused) {
  Diagnostic finding = finding_at("table2.regulation.valid");
  finding.code = "V-01";
  EXPECT_EQ(severity_with(exception_for("table2.regulation.valid", ""), finding), Severity::warning);
}

TEST(Adjustments, TheLastDayOfAnExceptionStillCounts) {
  const Adjustment exception = exception_for("table2.regulation.valid", "");
  EXPECT_EQ(severity_with(exception, finding_at("table2.regulation.valid"), kLastDay), Severity::note);
  EXPECT_EQ(severity_with(exception, finding_at("table2.regulation.valid"), date_of(2025, 7, 1)),
            Severity::warning);
}

TEST(Adjustments, AnExcusedFindingNamesReasonApproverAndDay) {
  Adjustments adjustments;
  adjustments.add({exception_for("table2.regulation.valid", "")});
  Diagnostic finding = finding_at("table2.regulation.valid");
  adjustments.apply(finding, kLastDay);
  EXPECT_EQ(finding.message, "少于（按例外处理：目录正在清理；市政府办公室批准，到2025年6月30日为止）");
}

TEST(Adjustments, TighteningRaisesAndNeverLowers) {
  Adjustment tighten;
  tighten.rule = "T2-02";
  tighten.severity = Severity::warning;
  Diagnostic finding = finding_at("table2.regulation.valid");
  EXPECT_EQ(severity_with(tighten, finding), Severity::warning);
  finding.severity = Severity::note;
  EXPECT_EQ(severity_with(tighten, finding), Severity::warning);
  finding.severity = Severity::error;
  EXPECT_EQ(severity_with(tighten, finding), Severity::error);
}

TEST(Adjustments, AnExceptionExcusesWhatAnotherPackTightened) {
  Adjustment tighten;
  tighten.rule = "T2-02";
  tighten.severity = Severity::error;
  Adjustments adjustments;
  adjustments.add({exception_for("table2.regulation.valid", ""), tighten});
  Diagnostic finding = finding_at("table2.regulation.valid");
  adjustments.apply(finding, kLastDay);
  EXPECT_EQ(finding.severity, Severity::note);
}

TEST(Adjustments, ADropWithoutAReasonIsAFindingAndDropsNothing) {
  Adjustment drop;
  drop.kind = AdjustmentKind::drop;
  drop.pack = "testland";
  drop.rule = "T2-02";
  drop.place.file = "plugins/testland/checks.lua";
  drop.place.row = 7;
  Adjustments adjustments;
  adjustments.add({drop});
  Diagnostics diagnostics;
  adjustments.report_silent_drops(diagnostics);
  ASSERT_EQ(diagnostics.sorted().size(), 1U);
  EXPECT_EQ(diagnostics.sorted().front().code, "M-05");
  EXPECT_EQ(diagnostics.sorted().front().place.row, 7);
  EXPECT_FALSE(adjustments.is_dropped("T2-02"));
  EXPECT_TRUE(adjustments.sentences(kLastDay).empty());
}

TEST(Adjustments, PrintsExceptionsAndDropsButNotWhatIsTightened) {
  Adjustment drop;
  drop.kind = AdjustmentKind::drop;
  drop.pack = "testland";
  drop.rule = "X-07";
  drop.reason = "另有专文";
  Adjustment tighten;
  tighten.rule = "X-03";
  Adjustments adjustments;
  adjustments.add({tighten, drop, exception_for("", "县教育局")});
  const std::vector<std::string> expected = {"不检查 X-07：另有专文（规则包 testland）。",
                                             "T2-02 有例外，限于“县教育局”：目录正在清理（规则包 "
                                             "testland，市政府办公室批准，到2025年6月30日为止）。"};
  EXPECT_EQ(adjustments.sentences(kLastDay), expected);
}

// The notes on unused exceptions, with their hints.
std::string notes_of(const Adjustments& adjustments) {
  Diagnostics diagnostics;
  adjustments.note_unused(nullptr, diagnostics);
  std::string text;
  for (const Diagnostic& d : diagnostics.sorted()) text += d.code + " " + d.message + "（" + d.hint + "）";
  return text;
}

TEST(Adjustments, AnExceptionThatExcusedNothingIsNotPrintedAndIsANote) {
  Adjustments adjustments;
  adjustments.add(
      {exception_for("table2.normative_document", ""), exception_for("table2.regulation.valid", "")});
  Diagnostic other = finding_at("table2.normative_document.valid");
  Diagnostic excused = finding_at("table2.regulation.valid");
  adjustments.apply(other, kLastDay);
  adjustments.apply(excused, kLastDay);
  EXPECT_TRUE(adjustments.has_unused());
  EXPECT_EQ(adjustments.sentences_in_use(kLastDay),
            std::vector<std::string>{"T2-02 有例外，限于表二“规章”“现行有效件数”：目录正在清理（规则包 "
                                     "testland，市政府办公室批准，到2025年6月30日为止）。"});
  EXPECT_EQ(notes_of(adjustments),
            "N-29 规则包 testland 对 T2-02 的例外（限于表二“行政规范性文件”）本次没有用到，报告里不印"
            "（T2-02 的问题写的是 cell = \"table2.normative_document.valid\"：要的是它就照这样写，"
            "不是就删去这一项）");
}

TEST(Adjustments, OfARuleWithoutCellOrUnitNothingCanBeExcepted) {
  Adjustments adjustments;
  adjustments.add({exception_for("table3.received.*", "")});
  Diagnostic in_text = finding_at("");
  adjustments.apply(in_text, kLastDay);
  EXPECT_NE(notes_of(adjustments).find("不能有例外"), std::string::npos) << notes_of(adjustments);
}

TEST(Adjustments, OfTwoExceptionsForOneFindingBothAreInUse) {
  Adjustments adjustments;
  adjustments.add({exception_for("table2.regulation.valid", ""), exception_for("table2.regulation.*", "")});
  Diagnostic finding = finding_at("table2.regulation.valid");
  adjustments.apply(finding, kLastDay);
  EXPECT_FALSE(adjustments.has_unused());
  EXPECT_EQ(finding.message.find("按例外处理"), finding.message.rfind("按例外处理"));
}

TEST(Adjustments, AnExpiredExceptionIsNotPrintedAndTheFindingSaysWhy) {
  Adjustments adjustments;
  adjustments.add({exception_for("table2.regulation.valid", "")});
  Diagnostic finding = finding_at("table2.regulation.valid");
  adjustments.apply(finding, date_of(2025, 7, 1));
  EXPECT_NE(finding.hint.find("到期"), std::string::npos);
  EXPECT_TRUE(adjustments.has_unused());
  EXPECT_TRUE(adjustments.sentences_in_use(date_of(2025, 7, 1)).empty());
  EXPECT_EQ(notes_of(adjustments), "");
}

}  // namespace
}  // namespace nianbao
