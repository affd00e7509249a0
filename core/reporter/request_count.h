// Counts the request ledger as it streams by: table 三 by unit, and what last year's and next year's reports
// need.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "calendar/clock.h"
#include "cube/request_cube.h"
#include "cube/time_cube.h"
#include "intake/ledgers.h"
#include "reporter/compile.h"

namespace nianbao {

// What was collected for a closed application: 0 where it was asked for and never paid (逾期不缴费, or
// 收费通知日期 without 缴费日期); empty where the ledger names no fee.
std::optional<Decimal> collected_fee(const Request& request);

class RequestCount {
 public:
  // `keep_carried_in`: last year's open_ids are known, so the carried-in records are kept for comparison.
  struct Setting {
    ReportYear year;
    const WorkingDays& calendar;
    const UnitRegister& units;
    bool keep_carried_in = false;
  };
  RequestCount(const Setting& setting, const Progress& progress)
      : year_(setting.year),
        calendar_(setting.calendar),
        units_(setting.units),
        keep_carried_in_(setting.keep_carried_in),
        progress_(progress) {}

  void add(const Request& request, const Place& place);
  // Notes on what was left out (N-01 outside the year, N-05 not counted), what the dates contradict (N-03
  // 是否 上年结转), and the clock (K-01 … K-07).
  void report(Diagnostics& diagnostics) const;

  const RequestCube& cube() const { return cube_; }
  std::vector<CarriedIn>& carried_in() { return carried_in_; }
  // `has_fee`: the ledger has a column for the fee.
  RequestFigures figures(bool has_fee) const;

 private:
  bool is_counted(const std::string& unit);
  bool is_mostly_outside() const;
  void note_outside(const Request& request, const Place& place);
  void check_carried_in(const Request& request, const Place& place, bool is_carried_in);
  void read_the_clock(const Request& request, const Place& place, const Standing& standing);
  void keep_if_old(const Request& request, const ClockReading& clock);
  void add_fee(const Decimal& fee);

  ReportYear year_;
  const WorkingDays& calendar_;
  const UnitRegister& units_;
  bool keep_carried_in_;
  const Progress& progress_;
  RequestCube cube_;
  TimeCube times_;
  std::int64_t overdue_open_ = 0;
  std::vector<OldestOpen> oldest_;  // at most kOldestOpen, in order
  std::set<int> years_without_table_;
  Decimal fee_;
  bool fee_known_ = false;  // at least one closed request says what was charged
  bool fee_overflow_ = false;
  std::vector<OpenRequest> open_;
  std::vector<CarriedIn> carried_in_;
  // Records outside the year, by file, with the first places; again of those received in a year that is not
  // near.
  struct Outside {
    std::int64_t count = 0, far = 0;
    std::string first, first_far;  // "第 12 行 2024-0017", at most three
  };
  std::map<std::string, Outside> outside_year_;
  std::map<std::string, std::int64_t> not_counted_;  // by unit
  Diagnostics of_records_;
  std::string last_unit_;
  bool last_unit_counts_ = true;
  std::int64_t seen_ = 0;
};

}  // namespace nianbao
