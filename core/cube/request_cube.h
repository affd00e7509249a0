// Table 三 as counts by unit, row and applicant. Records reach it one by one or already grouped.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "calendar/report_year.h"
#include "model/official_tables.h"
#include "model/records.h"

namespace nianbao {

// The six applicants only: the total column is a sum, never stored.
using RequestCounts = std::array<std::array<std::int64_t, kApplicants>, kTable3Rows>;

// Where one application stands in year Y: rows of table 三 it adds one to.
struct Standing {
  Row3 entry;  // received or carried_in
  Row3 exit;   // its outcome, or carried_out
};
// Empty when it lies outside the year: closed before 1 January or received after 31 December.
std::optional<Standing> standing_in(const ReportYear& year, const Request& request);

class RequestCube {
 public:
  // One record; says where it was counted, empty when it lies outside the year.
  std::optional<Standing> add(const ReportYear& year, const Request& request);
  // Grouped counts: `count` applications of the unit and applicant on this row (never Row3::total).
  void add(const std::string& unit, Applicant applicant, Row3 row, std::int64_t count);

  const std::map<std::string, RequestCounts>& by_unit() const { return units_; }
  RequestCounts sum() const;

 private:
  std::map<std::string, RequestCounts> units_;
};

// With row 总计 and column 总计 added up; every cell a number.
Table3 to_table3(const RequestCounts& counts);

}  // namespace nianbao
