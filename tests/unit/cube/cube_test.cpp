#include <gtest/gtest.h>

#include "cube/case_cube.h"
#include "cube/disclosure_cube.h"
#include "cube/request_cube.h"

namespace nianbao {

namespace {

const ReportYear kYear(2024);

Request request(const char* received, const char* closed, Row3 outcome = Row3::granted) {
  Request r;
  r.unit = "甲局";
  r.received = *parse_date(received);
  if (closed) {
    r.closed = parse_date(closed);
    r.outcome = outcome;
  }
  return r;
}

ReviewCase review(const char* accepted, const char* closed, CaseResult result) {
  ReviewCase c;
  c.unit = "甲局";
  c.accepted = parse_date(accepted);
  if (closed) c.closed = parse_date(closed);
  c.result = result;
  return c;
}

}  // namespace

TEST(RequestCube, CountsByLegalDates) {
  RequestCube cube;
  cube.add(kYear, request("2024-01-01", "2024-12-31"));
  cube.add(kYear, request("2023-12-31", "2024-01-01", Row3::partial));
  cube.add(kYear, request("2024-12-31", "2025-01-02"));
  cube.add(kYear, request("2023-11-01", nullptr));
  const Table3 table = to_table3(cube.sum());
  EXPECT_EQ(table.row(Row3::received)[0], Cell::of(2));
  EXPECT_EQ(table.row(Row3::carried_in)[0], Cell::of(2));
  EXPECT_EQ(table.row(Row3::granted)[0], Cell::of(1));
  EXPECT_EQ(table.row(Row3::partial)[0], Cell::of(1));
  EXPECT_EQ(table.row(Row3::total)[kTotalColumn], Cell::of(2));
  EXPECT_EQ(table.row(Row3::carried_out)[0], Cell::of(2));
}

TEST(RequestCube, LeavesOutWhatLiesOutsideTheYear) {
  RequestCube cube;
  EXPECT_FALSE(cube.add(kYear, request("2023-06-01", "2023-12-31")).has_value());
  EXPECT_FALSE(cube.add(kYear, request("2025-01-01", nullptr)).has_value());
  EXPECT_TRUE(cube.by_unit().empty());
}

TEST(RequestCube, RecordsAndGroupedCountsGiveTheSame) {
  RequestCube records;
  RequestCube grouped;
  for (int i = 0; i < 3; ++i) records.add(kYear, request("2024-03-01", "2024-03-09"));
  grouped.add("甲局", Applicant::natural_person, Row3::received, 3);
  grouped.add("甲局", Applicant::natural_person, Row3::granted, 3);
  EXPECT_EQ(records.by_unit(), grouped.by_unit());
}

TEST(RequestCube, NoRequestsAreZerosNotBlanks) {
  EXPECT_EQ(to_table3(RequestCube().sum()).row(Row3::total)[kTotalColumn], Cell::of(0));
}

TEST(CaseCube, CountsTheYearAndWhatWasOpenBefore) {
  CaseCube cube;
  cube.add(kYear, review("2024-02-01", "2024-05-01", CaseResult::upheld));
  cube.add(kYear, review("2023-02-01", "2024-05-01", CaseResult::corrected));
  cube.add(kYear, review("2024-11-01", "2025-02-01", CaseResult::upheld));
  cube.add(kYear, review("2023-02-01", "2023-05-01", CaseResult::upheld));
  cube.add(kYear, review("2025-01-01", nullptr, CaseResult::pending));
  const Table4 table = to_table4(cube.sum());
  EXPECT_EQ(table.groups[0][0], Cell::of(1));
  EXPECT_EQ(table.groups[0][1], Cell::of(1));
  EXPECT_EQ(table.groups[0][3], Cell::of(1)) << "closed after 31 December, so pending on it";
  EXPECT_EQ(table.groups[0][kTable4Total], Cell::of(3));
}

TEST(LatestInstances, TakesTheLatestThatWasAcceptedByTheEndOfTheYear) {
  ReviewCase first = review("2024-02-01", "2024-05-01", CaseResult::corrected);
  first.id = "（2024）1号";
  ReviewCase second = review("2024-06-01", "2024-09-01", CaseResult::upheld);
  second.id = "(2024)1号";
  second.instance_rank = 2;
  ReviewCase third = review("2025-01-08", nullptr, CaseResult::pending);
  third.id = first.id;
  third.instance_rank = 3;
  ReviewCase other = first;
  other.kind = CaseKind::litigation_direct;
  const auto latest = latest_instances(kYear, {third, second, first, other});
  ASSERT_EQ(latest.size(), 2U);
  EXPECT_EQ(latest[0].result, CaseResult::upheld);
  EXPECT_EQ(latest[1].kind, CaseKind::litigation_direct);
}

TEST(CaseCube, DoesNotCountTheReviewBodyAsCoDefendant) {
  ReviewCase c = review("2024-02-01", nullptr, CaseResult::pending);
  c.co_defendant = true;
  EXPECT_FALSE(result_in(kYear, c).has_value());
}

TEST(DisclosureCube, AnItemWithoutALineStaysBlank) {
  DisclosureCube cube;
  Disclosure row;
  row.unit = "甲局";
  row.item = DisclosureItem::licence;
  row.decisions = Cell::of(5);
  cube.add(row);
  cube.add(row);
  const Table2 table = cube.sum();
  EXPECT_EQ(table.decisions[0], Cell::of(10));
  EXPECT_TRUE(table.decisions[1].is_blank());
  EXPECT_TRUE(table.administrative_charge.is_blank());
}

TEST(DisclosureCube, ChargesAddUpExactly) {
  DisclosureCube cube;
  Disclosure row;
  row.item = DisclosureItem::administrative_charge;
  for (const char* amount : {"0.1", "0.2", "24252.011082"}) {
    row.unit = amount;
    row.charge = read_amount(amount);
    cube.add(row);
  }
  EXPECT_EQ(to_text(cube.sum().administrative_charge), "24252.311082");
}

}  // namespace nianbao
