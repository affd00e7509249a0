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

}  // namespace nianbao
