// The year's requests, tasks and activities as every output parts and names them: of all, then by unit, month
// and whatever else was counted, each group with the same measures under the same keys and Chinese names. The
// sheets and the long table are made of these, so that they cannot disagree. Keys are those of figures.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "figures/figures.h"
#include "report/document.h"

namespace nianbao {

struct Measure {
  const char* key;    // "in_time", "days.median"
  const char* label;  // "按期"
  CellValue value;
  bool adds_up = false;  // a count: that of all is the sum of those of groups that lie apart
};

// 新收 is left out where it has no meaning.
std::vector<Measure> measures_of(const TimeFigures& figures);
std::vector<Measure> measures_of(const TaskCounts& counts);
std::vector<Measure> measures_of(const ActivityCounts& counts);

struct FigureGroup {
  std::string key;    // "2024-03", "refused.third_party", a name out of the ledger; empty for all
  std::string label;  // "2024年3月", "（三）4保护第三方合法权益"
  std::vector<Measure> measures;
};

// A way of parting: by unit, by month …
struct FigureDivision {
  const char* key;    // "by_unit"
  const char* label;  // "受理单位"
  std::vector<FigureGroup> groups;
};

struct YearPart {
  FigureGroup all;
  std::vector<FigureDivision> divisions;
  const FigureDivision& division(std::string_view key) const;
};

// `requests` must have the clock.
YearPart year_part(const RequestFigures& requests);
YearPart year_part(const TaskFigures& tasks);
YearPart year_part(const ActivityFigures& activities);

// The key of a month, an applicant or an outcome in words; any other is a name already.
std::string group_label(std::string_view division, const std::string& key);

// A percentage or a mean, as the cubes print it.
CellValue decimal_value(const std::optional<std::string>& text);

}  // namespace nianbao
