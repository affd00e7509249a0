#include "reporter/request_count.h"

#include <gtest/gtest.h>

#include <map>

#include "support/holiday_table.h"

namespace nianbao {

namespace {

const Progress kSilent = [](const std::string&, std::int64_t) {};

const WorkingDays& calendar() {
  static const WorkingDays kCalendar(national_holidays());
  return kCalendar;
}

Request request(const char* id, const char* received, const char* closed) {
  Request r;
  r.id = id;
  r.unit = "甲局";
  r.received = *parse_date(received);
  if (closed) {
    r.closed = parse_date(closed);
    r.outcome = Row3::granted;
  }
  return r;
}

}  // namespace

TEST(RequestCount, KeepsOpenIdsInOrder) {
  const UnitRegister units;
  RequestCount count({ReportYear(2024), calendar(), units, false}, kSilent);
  count.add(request("2", "2024-12-30", nullptr), {});
  count.add(request("1", "2024-12-30", "2025-01-09"), {});
  count.add(request("0", "2024-12-30", "2024-12-31"), {});
  const RequestFigures figures = count.figures(false);
  ASSERT_EQ(figures.open_ids.size(), 2U);
  EXPECT_EQ(figures.open_ids[0].id, "1");
  EXPECT_EQ(figures.open, 2);
  EXPECT_EQ(figures.answered, 1);
  EXPECT_TRUE(figures.processing_fee.is_blank()) << "no column, so nothing is known";
}

TEST(RequestCount, SumsTheFeeOfWhatWasClosed) {
  const UnitRegister units;
  RequestCount count({ReportYear(2024), calendar(), units, false}, kSilent);
  Request paid = request("1", "2024-03-01", "2024-03-10");
  paid.processing_fee = Decimal::parse("100.50");
  count.add(paid, {});
  Request open = request("2", "2024-12-20", nullptr);
  open.processing_fee = Decimal::parse("7");
  count.add(open, {});
  EXPECT_EQ(to_text(count.figures(true).processing_fee), "100.50");
}

TEST(RequestCount, AFeeThatWasNeverPaidIsNotCollected) {
  const UnitRegister units;
  RequestCount count({ReportYear(2024), calendar(), units, false}, kSilent);
  Request r = request("1", "2024-03-01", "2024-03-29");
  r.processing_fee = Decimal(40);
  r.outcome = Row3::other_fee_overdue;
  count.add(r, {});
  EXPECT_EQ(to_text(count.figures(true).processing_fee), "0") << "asked for, so the ledger says something";
  r.outcome = Row3::granted;
  r.events.fee_asked = parse_date("2024-03-05");
  count.add(r, {});
  EXPECT_EQ(to_text(count.figures(true).processing_fee), "0") << "a notice and no payment";
  r.events.fee_paid = parse_date("2024-03-06");
  count.add(r, {});
  EXPECT_EQ(to_text(count.figures(true).processing_fee), "40");
  r.events = {};
  count.add(r, {});
  EXPECT_EQ(to_text(count.figures(true).processing_fee), "80") << "a ledger without these columns";
}

TEST(RequestCount, ABlankFeeIsNotZero) {
  const UnitRegister units;
  RequestCount count({ReportYear(2024), calendar(), units, false}, kSilent);
  Request r = request("1", "2024-03-01", "2024-03-10");
  count.add(r, {});
  EXPECT_TRUE(count.figures(true).processing_fee.is_blank());
  r.processing_fee = Decimal(0);
  count.add(r, {});
  EXPECT_EQ(to_text(count.figures(true).processing_fee), "0");
}

TEST(RequestCount, NotesWhatLiesOutsideTheYearOncePerFile) {
  const UnitRegister units;
  RequestCount count({ReportYear(2024), calendar(), units, false}, kSilent);
  Place place;
  place.file = "data/requests.csv";
  count.add(request("1", "2022-03-01", "2022-03-10"), place);
  count.add(request("2", "2025-03-01", nullptr), place);
  count.add(request("3", "2034-03-01", nullptr), place);
  for (const char* id : {"4", "5", "6"}) count.add(request(id, "2024-03-01", "2024-03-10"), place);
  Diagnostics diagnostics;
  count.report(diagnostics);
  std::map<Severity, std::int64_t> counts;
  for (const Diagnostic& d : diagnostics.sorted()) {
    EXPECT_EQ(d.code, "N-01");
    counts[d.severity] = d.count;
  }
  EXPECT_EQ(counts[Severity::note], 3);
  EXPECT_EQ(counts[Severity::warning], 1) << "2034 is mistyped";
}

TEST(RequestCount, NamesTheFirstRowsOutsideTheYearAndWarnsOfMost) {
  const UnitRegister units;
  RequestCount count({ReportYear(2024), calendar(), units, false}, kSilent);
  Place place;
  for (const char* id : {"甲1", "甲2", "甲3", "甲4"}) {
    place.row += 2;
    count.add(request(id, "2023-03-01", "2023-03-10"), place);
  }
  for (const char* id : {"1", "2", "3"}) count.add(request(id, "2024-03-01", "2024-03-10"), place);
  Diagnostics diagnostics;
  count.report(diagnostics);
  const auto found = diagnostics.sorted();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].message.find("第 2 行 甲1、第 4 行 甲2、第 6 行 甲3等"), std::string::npos)
      << found[0].message;
  EXPECT_EQ(found[0].severity, Severity::warning);
  EXPECT_NE(found[0].hint.find("year 写错了"), std::string::npos) << found[0].hint;
}

TEST(RequestCount, WarnsWhenTheColumnContradictsTheDates) {
  const UnitRegister units;
  RequestCount count({ReportYear(2024), calendar(), units, false}, kSilent);
  Request r = request("1", "2024-03-01", "2024-03-10");
  r.says_carried_in = true;
  count.add(r, {});
  r.says_carried_in = false;
  count.add(r, {});
  Diagnostics diagnostics;
  count.report(diagnostics);
  EXPECT_EQ(diagnostics.count(Severity::warning), 1);
  EXPECT_EQ(diagnostics.sorted().at(0).code, "N-03");
}

TEST(RequestCount, LeavesOutUnitsThatDoNotCount) {
  UnitRegister units;
  units.add({"甲局", "垂直管理", {}, "", true, false, "垂直管理", false, 2});
  RequestCount count({ReportYear(2024), calendar(), units, false}, kSilent);
  count.add(request("1", "2024-03-01", "2024-03-10"), {});
  EXPECT_TRUE(count.cube().by_unit().empty());
  Diagnostics diagnostics;
  count.report(diagnostics);
  ASSERT_EQ(diagnostics.sorted().size(), 1U);
  EXPECT_EQ(diagnostics.sorted()[0].code, "N-05");
}

TEST(RequestCount, KeepsCarriedInRecordsOnlyForComparison) {
  const UnitRegister units;
  for (bool keep : {true, false}) {
    RequestCount count({ReportYear(2024), calendar(), units, keep}, kSilent);
    count.add(request("1", "2023-12-20", "2024-01-10"), {});
    count.add(request("2", "2024-01-02", "2024-01-10"), {});
    EXPECT_EQ(count.carried_in().size(), keep ? 1U : 0U);
  }
}

TEST(RequestCount, ReadsTheClockOfEveryRequest) {
  const UnitRegister units;
  RequestCount count({ReportYear(2024), calendar(), units, false}, kSilent);
  count.add(request("1", "2024-03-04", "2024-04-01"), {});  // day 20
  count.add(request("2", "2024-03-04", "2024-04-02"), {});  // day 21
  count.add(request("3", "2024-12-02", nullptr), {});       // day 21 on 30 December
  count.add(request("4", "2024-12-04", "2025-01-20"), {});  // day 19 on 31 December
  const RequestFigures figures = count.figures(false);
  EXPECT_TRUE(figures.has_clock);
  EXPECT_EQ(figures.answered, 2);
  EXPECT_EQ(figures.in_time, 1);
  EXPECT_EQ(figures.overdue, 1);
  EXPECT_EQ(figures.open, 2);
  EXPECT_EQ(figures.overdue_open, 1);
  EXPECT_EQ(figures.days.entries(), (std::vector<DayHistogram::Entry>{{20, 1}, {21, 1}}));
  EXPECT_FALSE(figures.by_outcome.at(0).received.has_value());
  EXPECT_EQ(figures.by_unit.at(0).received, 4);
  Diagnostics diagnostics;
  count.report(diagnostics);
  ASSERT_EQ(diagnostics.sorted().size(), 2U);
  for (const Diagnostic& d : diagnostics.sorted()) EXPECT_EQ(d.code, "K-01");
}

TEST(RequestCount, KeepsTheTenOldestOpenOnes) {
  const UnitRegister units;
  RequestCount count({ReportYear(2024), calendar(), units, false}, kSilent);
  for (int i = 0; i < 15; ++i) {
    const std::string id = std::to_string(100 + (i * 7) % 15);
    const std::string received = "2024-12-" + std::to_string(10 + (i * 7) % 15);
    count.add(request(id.c_str(), received.c_str(), nullptr), {});
  }
  count.add(request("0", "2024-12-24", nullptr), {});
  Request first = request("099", "2024-12-10", nullptr);  // as old as the oldest, smaller number
  count.add(first, {});
  first.unit = "乙局";  // as old, an earlier name
  count.add(first, {});
  const RequestFigures figures = count.figures(false);
  EXPECT_EQ(figures.open, 18);
  std::string ids;
  for (const OldestOpen& each : figures.oldest_open) ids += each.unit + each.id + " ";
  EXPECT_EQ(ids, "乙局099 甲局099 甲局100 甲局101 甲局102 甲局103 甲局104 甲局105 甲局106 甲局107 ");
  EXPECT_EQ(figures.oldest_open[0].days, 15) << "11 to 31 December";
  EXPECT_EQ(figures.oldest_open[0].deadline, parse_date("2025-01-08"));
  EXPECT_FALSE(figures.oldest_open[0].late);
}

TEST(RequestCount, SaysWhichOfTheOldestArePastDue) {
  const UnitRegister units;
  RequestCount count({ReportYear(2024), calendar(), units, false}, kSilent);
  count.add(request("1", "2024-11-21", nullptr), {});
  Request waits = request("2", "2024-11-22", nullptr);
  waits.events.fee_asked = parse_date("2024-11-25");
  count.add(waits, {});
  const auto oldest = count.figures(false).oldest_open;
  ASSERT_EQ(oldest.size(), 2U);
  EXPECT_EQ(oldest[0].deadline, parse_date("2024-12-19"));
  EXPECT_TRUE(oldest[0].late);
  EXPECT_FALSE(oldest[1].deadline.has_value()) << "a fee is awaited";
  EXPECT_FALSE(oldest[1].late);
}

TEST(RequestCount, NamesYearsWithoutAHolidayTableOnce) {
  const UnitRegister units;
  const WorkingDays only_2024({{*parse_date("2024-10-01"), "国庆节", true}});
  RequestCount count({ReportYear(2024), only_2024, units, false}, kSilent);
  for (int i = 0; i < 3; ++i) count.add(request("1", "2021-12-20", "2024-01-10"), {});
  Diagnostics diagnostics;
  count.report(diagnostics);
  std::vector<std::string> messages;
  for (const Diagnostic& d : diagnostics.sorted()) {
    if (d.code == "K-07") messages.push_back(d.message);
  }
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_NE(messages[0].find("2021—2023 年"), std::string::npos) << messages[0];
}

TEST(RequestCount, AYearWithATableIsNotNamed) {
  const UnitRegister units;
  RequestCount count({ReportYear(2024), calendar(), units, false}, kSilent);
  count.add(request("1", "2023-12-20", "2024-01-10"), {});
  Diagnostics diagnostics;
  count.report(diagnostics);
  EXPECT_EQ(diagnostics.sorted().size(), 0U);
}

}  // namespace nianbao
