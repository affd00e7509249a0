#include "reporter/request_count.h"

#include <gtest/gtest.h>

namespace nianbao {

namespace {

const Progress kSilent = [](const std::string&, std::int64_t) {};

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
  RequestCount count(ReportYear(2024), units, false, kSilent);
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
  RequestCount count(ReportYear(2024), units, false, kSilent);
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
  RequestCount count(ReportYear(2024), units, false, kSilent);
  Request r = request("1", "2024-03-01", "2024-03-10");
  count.add(r, {});
  EXPECT_TRUE(count.figures(true).processing_fee.is_blank());
  r.processing_fee = Decimal(0);
  count.add(r, {});
  EXPECT_EQ(to_text(count.figures(true).processing_fee), "0");
}

TEST(RequestCount, NotesWhatLiesOutsideTheYearOncePerFile) {
  const UnitRegister units;
  RequestCount count(ReportYear(2024), units, false, kSilent);
  Place place;
  place.file = "data/requests.csv";
  count.add(request("1", "2022-03-01", "2022-03-10"), place);
  count.add(request("2", "2025-03-01", nullptr), place);
  Diagnostics diagnostics;
  count.report(diagnostics);
  const auto found = diagnostics.sorted();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "N-01");
  EXPECT_EQ(found[0].count, 2);
}

TEST(RequestCount, WarnsWhenTheColumnContradictsTheDates) {
  const UnitRegister units;
  RequestCount count(ReportYear(2024), units, false, kSilent);
  Request r = request("1", "2024-03-01", "2024-03-10");
  r.says_carried_in = true;
  count.add(r, {});
  r.says_carried_in = false;
  count.add(r, {});
  Diagnostics diagnostics;
  count.report(diagnostics);
  EXPECT_EQ(diagnostics.count(Severity::warning), 1);
}

TEST(RequestCount, LeavesOutUnitsThatDoNotCount) {
  UnitRegister units;
  units.add({"甲局", "垂直管理", {}, "", true, false, "垂直管理", false, 2});
  RequestCount count(ReportYear(2024), units, false, kSilent);
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
    RequestCount count(ReportYear(2024), units, keep, kSilent);
    count.add(request("1", "2023-12-20", "2024-01-10"), {});
    count.add(request("2", "2024-01-02", "2024-01-10"), {});
    EXPECT_EQ(count.carried_in().size(), keep ? 1U : 0U);
  }
}

}  // namespace nianbao
