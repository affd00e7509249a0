// Table 四 as counts by unit, kind and result.
// Population: accepted in the year, or open on 1 January. One case counts once, at its latest instance of 31
// December; 复议共同被告 is not counted (国办公开办函〔2016〕201号).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "calendar/report_year.h"
#include "model/official_tables.h"
#include "model/records.h"

namespace nianbao {

using CaseCounts = std::array<std::array<std::int64_t, kTable4Columns - 1>, kCaseKinds>;

// Of each case (案号, unit and kind) the latest instance that was accepted by 31 December.
std::vector<ReviewCase> latest_instances(const ReportYear& year, const std::vector<ReviewCase>& instances);

// The result on 31 December: a case closed later was still pending. Empty when the case is not counted.
std::optional<CaseResult> result_in(const ReportYear& year, const ReviewCase& review);

class CaseCube {
 public:
  // One case, at its latest instance.
  void add(const ReportYear& year, const ReviewCase& review);
  void add(const std::string& unit, CaseKind kind, CaseResult result, std::int64_t count);
  const std::map<std::string, CaseCounts>& by_unit() const { return units_; }
  CaseCounts sum() const;

 private:
  std::map<std::string, CaseCounts> units_;
};

Table4 to_table4(const CaseCounts& counts);

}  // namespace nianbao
