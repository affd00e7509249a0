// Working days: Monday to Friday, without statutory days off (元旦 … 国庆节), with the weekend days that
// the State Council's yearly notice turns into working days (调休上班). The table is data of the national
// pack; days of a year that it lacks follow the weekend alone (finding K-07).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "calendar/date_text.h"

namespace nianbao {

// One line of the holiday table.
struct Holiday {
  Date date;
  std::string name;      // 春节
  bool day_off = false;  // false: worked in exchange for a day off
};

class WorkingDays {
 public:
  // `table` in any order; a day listed twice keeps its last line.
  explicit WorkingDays(const std::vector<Holiday>& table = {});

  bool is_working(Date date) const;
  // Working days d with `after` < d <= `through`; 0 when `through` is not later.
  std::int64_t between(Date after, Date through) const;
  // The `count`-th working day after `date`; `date` itself for 0 or less.
  Date nth_after(Date date, std::int64_t count) const;

  // Why the day is not what its weekday says or no working day: "国庆节", "周末", "调休上班"; empty for a
  // plain working day.
  std::string reason(Date date) const;
  // Whether the table has a line of that year.
  bool covers(int year) const { return years_.count(year) > 0; }

 private:
  std::size_t index(Date date) const;  // days since the first day, held inside the range

  std::vector<std::int32_t> through_;                // working days from the first day through each day
  std::unordered_map<std::int32_t, Holiday> table_;  // by days since 1970-01-01
  std::set<int> years_;
};

}  // namespace nianbao
