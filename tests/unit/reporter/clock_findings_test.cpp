#include "reporter/clock_findings.h"

#include <gtest/gtest.h>

#include "support/holiday_table.h"

namespace nianbao {

namespace {

Date day(const char* text) {
  return *parse_date(text);
}

// One application received on Monday, 4 March 2024: day 20 is 1 April, day 7 is 13 March.
struct Case {
  Request request;
  Date until = day("2024-03-29");

  Case() {
    request.id = "2024-1";
    request.received = day("2024-03-04");
    request.closed = until;
    request.outcome = Row3::granted;
  }
  Case& closed(const char* date) {
    until = day(date);
    request.closed = until;
    return *this;
  }
  Case& open_on(const char* date) {
    until = day(date);
    request.closed.reset();
    request.outcome.reset();
    return *this;
  }
  std::vector<Diagnostic> findings() const {
    static const WorkingDays kCalendar(national_holidays());
    Place place;
    place.file = "data/requests.csv";
    place.row = 12;
    Diagnostics diagnostics;
    report_clock(request, place, read_clock(kCalendar, request.received, request.events, until), until,
                 diagnostics);
    return diagnostics.sorted();
  }
  std::string codes() const {
    std::string all;
    for (const Diagnostic& d : findings()) {
      EXPECT_EQ(d.severity, Severity::warning) << "the report must be true, not flattering";
      EXPECT_EQ(d.place.row, 12);
      EXPECT_NE(d.message.find("2024-1"), std::string::npos);
      EXPECT_FALSE(d.hint.empty());
      EXPECT_NE(d.basis.find("条例》第三十"), std::string::npos);
      all += (all.empty() ? "" : " ") + d.code;
    }
    return all;
  }
  std::string message() const { return findings().at(0).message; }
};

}  // namespace

TEST(ClockFindings, SayNothingOfAReplyInTime) {
  EXPECT_EQ(Case().closed("2024-04-01").codes(), "");
}

TEST(ClockFindings, NameTheLastDayOfALateReply) {
  const Case late = Case().closed("2024-04-02");
  EXPECT_EQ(late.codes(), "K-01");
  EXPECT_EQ(late.message(), "申请 2024-1 于 2024-04-02 办结，期限到 2024-04-01，超过 1 个工作日");
}

TEST(ClockFindings, CallAReplyOnTheRestDayBehindTheLastDayLate) {
  Case weekend = Case().closed("2024-03-30");
  weekend.request.received = day("2024-03-01");  // day 20 is Friday, 29 March
  EXPECT_EQ(weekend.codes(), "K-01");
  EXPECT_NE(weekend.message().find("在最后一日之后的休息日才答复"), std::string::npos);
}

TEST(ClockFindings, NameOpenOnesPastTheirDay) {
  const Case open = Case().open_on("2024-04-08");
  EXPECT_EQ(open.codes(), "K-01");
  EXPECT_NE(open.message().find("到 2024-04-08 尚未办结"), std::string::npos);
  EXPECT_EQ(Case().open_on("2024-04-01").codes(), "");
}

TEST(ClockFindings, ASecondYearsReplyLeavesItOpen) {
  Case next = Case().closed("2025-01-08");
  next.request.received = day("2024-12-02");
  next.until = day("2024-12-31");
  EXPECT_EQ(next.codes(), "K-01");
  EXPECT_NE(next.message().find("到 2024-12-31 尚未办结"), std::string::npos) << next.message();
}

TEST(ClockFindings, AskAboutExtensions) {
  Case extended = Case().closed("2024-04-10");
  extended.request.events.extended = true;
  EXPECT_EQ(extended.codes(), "K-02");
  EXPECT_NE(extended.message().find("没有延期告知日期"), std::string::npos);
  extended.request.events.extension_told = day("2024-04-01");
  EXPECT_EQ(extended.codes(), "");
  extended.request.events.extension_told = day("2024-04-02");
  EXPECT_EQ(extended.codes(), "K-01 K-02") << "told too late, so nothing was extended";
  extended.request.events.extension_told = day("2024-03-29");
  extended.request.events.extension_days = 20;
  EXPECT_EQ(extended.codes(), "");
  extended.request.events.extension_days = 21;
  EXPECT_EQ(extended.codes(), "K-03");
}

TEST(ClockFindings, AskAboutCorrections) {
  Case corrected = Case().closed("2024-04-01");
  corrected.request.events.corrections_asked = {day("2024-03-13")};
  corrected.request.events.corrections_received = {day("2024-03-15")};
  EXPECT_EQ(corrected.codes(), "");
  corrected.request.events.corrections_asked = {day("2024-03-14")};
  EXPECT_EQ(corrected.codes(), "K-04");
  corrected.request.events.corrections_asked = {day("2024-03-08"), day("2024-03-20")};
  corrected.request.events.corrections_received = {day("2024-03-12"), day("2024-03-22")};
  EXPECT_EQ(corrected.codes(), "K-06");
}

TEST(ClockFindings, AskAboutLongConsultations) {
  Case asked = Case().closed("2024-04-01");
  asked.request.events.consultations = {{day("2024-03-05"), day("2024-03-26")}};
  EXPECT_EQ(asked.codes(), "") << "fifteen working days";
  asked.request.events.consultations = {{day("2024-03-05"), day("2024-03-27")}};
  EXPECT_EQ(asked.codes(), "K-05");
}

TEST(ClockFindings, SeveralFaultsOfOneApplicationAreAllTold) {
  Case bad = Case().closed("2024-12-30");
  bad.request.events.corrections_asked = {day("2024-03-14"), day("2024-03-25")};
  bad.request.events.corrections_received = {day("2024-03-15"), day("2024-03-28")};
  bad.request.events.consultations = {{day("2024-04-01"), day("2024-05-27")}};
  bad.request.events.extended = true;
  bad.request.events.extension_days = 60;
  EXPECT_EQ(bad.codes(), "K-01 K-02 K-03 K-04 K-05 K-06");
}

TEST(ClockFindings, YearsWithoutATableInARowAreOneFinding) {
  Diagnostics diagnostics;
  report_missing_years({1999, 2012, 2013, 2014, 2027}, diagnostics);
  const auto found = diagnostics.sorted();
  ASSERT_EQ(found.size(), 3U);
  for (const Diagnostic& d : found) {
    EXPECT_EQ(d.code, "K-07");
    EXPECT_EQ(d.severity, Severity::warning);
  }
  EXPECT_EQ(found[0].message, "没有 1999 年的放假安排，工作日只按周一至周五计算");
  EXPECT_EQ(found[1].message, "没有 2012—2014 年的放假安排，工作日只按周一至周五计算");
  EXPECT_NE(found[2].message.find("2027"), std::string::npos);
  Diagnostics none;
  report_missing_years({}, none);
  EXPECT_EQ(none.count(Severity::warning), 0);
}

}  // namespace nianbao
