// The year's activities as counts by class, host and month. An activity concerns year Y when it was held in
// Y, or planned for Y and not held in another year before; sums are over those held in Y. One of several
// hosts counts once with each of them, so the hosts' counts do not add up to the whole.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "calendar/report_year.h"
#include "cube/ordered_groups.h"
#include "model/records.h"

namespace nianbao {

inline constexpr const char* kNoHost = "未填主办单位";  // the host of activities whose 主办单位 is blank

struct ActivityCounts {
  std::int64_t planned = 0;              // with a planned day in the year
  std::int64_t held = 0;                 // held in the year, planned or not
  std::int64_t not_held = 0;             // planned for the year and not held by 31 December
  Cell participants, opinions, adopted;  // of those held; blank where no line says
  std::int64_t published_feedback = 0;   // of those held
  std::int64_t adopted_alone = 0;        // of those held: says how many it adopted, not of how many opinions
  bool operator==(const ActivityCounts&) const = default;
};

class ActivityCube {
 public:
  using Groups = std::vector<std::pair<std::string, ActivityCounts>>;

  explicit ActivityCube(ReportYear year) : year_(year) {}
  // False when the activity lies outside the year.
  bool add(const Activity& activity);

  const ActivityCounts& all() const { return all_; }
  // Classes and hosts in the order of the ledger, months ("2024-08") in order of time: of the day it was
  // held, else planned.
  Groups by_class() const { return classes_.all(); }
  Groups by_unit() const { return units_.all(); }
  Groups by_month() const { return {months_.begin(), months_.end()}; }

 private:
  ReportYear year_;
  ActivityCounts all_;
  OrderedGroups<ActivityCounts> classes_, units_;
  std::map<std::string, ActivityCounts> months_;
};

// adopted / opinions in percent with two decimals, half up; empty where one of them is no number, opinions
// are 0 or fewer than what was adopted, or something was adopted of opinions that nobody counted.
std::optional<std::string> adoption_rate(const ActivityCounts& counts);

}  // namespace nianbao
