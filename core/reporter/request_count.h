// Counts the request ledger as it streams by: table 三 by unit, and what last year's and next year's reports
// need.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cube/request_cube.h"
#include "intake/ledgers.h"
#include "reporter/compile.h"

namespace nianbao {

class RequestCount {
 public:
  // `keep_carried_in`: last year's open_ids are known, so the carried-in records are kept for comparison.
  RequestCount(ReportYear year, const UnitRegister& units, bool keep_carried_in, const Progress& progress)
      : year_(year), units_(units), keep_carried_in_(keep_carried_in), progress_(progress) {}

  void add(const Request& request, const Place& place);
  // Notes on what was left out: N-01 outside the year, N-03 是否上年结转 that the dates contradict, N-05 not
  // counted.
  void report(Diagnostics& diagnostics) const;

  const RequestCube& cube() const { return cube_; }
  std::vector<CarriedIn>& carried_in() { return carried_in_; }
  // `has_fee`: the ledger has a column for the fee.
  RequestFigures figures(bool has_fee) const;

 private:
  ReportYear year_;
  const UnitRegister& units_;
  bool keep_carried_in_;
  const Progress& progress_;
  RequestCube cube_;
  Decimal fee_;
  bool fee_known_ = false;  // at least one closed request says what was charged
  bool fee_overflow_ = false;
  std::vector<OpenRequest> open_;
  std::vector<CarriedIn> carried_in_;
  // Records outside the year, by file; of those received in a year that is not near, the first places.
  struct Outside {
    std::int64_t count = 0, far = 0;
    std::string first_far;  // "第 12 行 2024-0017"
  };
  std::map<std::string, Outside> outside_year_;
  std::map<std::string, std::int64_t> not_counted_;  // by unit
  Diagnostics contradictions_;
  std::string last_unit_;
  bool last_unit_counts_ = true;
  std::int64_t seen_ = 0;
};

}  // namespace nianbao
