#include "calendar/working_days.h"

#include <algorithm>

namespace nianbao {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

// Wide enough for every date that parse_date takes and for deadlines behind the last of them.
constexpr sys_days kFirst{Date{std::chrono::year{1948}, std::chrono::January, std::chrono::day{1}}};
constexpr sys_days kLast{Date{std::chrono::year{2102}, std::chrono::December, std::chrono::day{31}}};
constexpr std::size_t kDays = static_cast<std::size_t>((kLast - kFirst).count()) + 1;

bool is_weekend(sys_days day) {
  const std::chrono::weekday weekday{day};
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

std::int32_t day_number(sys_days day) {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

}  // namespace

WorkingDays::WorkingDays(const std::vector<Holiday>& table) {
  for (const Holiday& holiday : table) {
    table_.insert_or_assign(day_number(sys_days{holiday.date}), holiday);
    years_.insert(static_cast<int>(holiday.date.year()));
  }
  through_.reserve(kDays);
  std::int32_t count = 0;
  for (std::size_t i = 0; i < kDays; ++i) {
    const sys_days day = kFirst + days{static_cast<int>(i)};
    const auto entry = table_.empty() ? table_.end() : table_.find(day_number(day));
    count += (entry == table_.end() ? !is_weekend(day) : !entry->second.day_off) ? 1 : 0;
    through_.push_back(count);
  }
}

std::size_t WorkingDays::index(Date date) const {
  const sys_days day = std::clamp(sys_days{date}, kFirst + days{1}, kLast);
  return static_cast<std::size_t>((day - kFirst).count());
}

bool WorkingDays::is_working(Date date) const {
  const std::size_t i = index(date);
  return through_[i] > through_[i - 1];
}

std::int64_t WorkingDays::between(Date after, Date through) const {
  return std::max(0, through_[index(through)] - through_[index(after)]);
}

Date WorkingDays::nth_after(Date date, std::int64_t count) const {
  if (count <= 0) return date;
  const std::int64_t wanted = through_[index(date)] + count;
  const auto found = std::lower_bound(through_.begin(), through_.end(), wanted);
  const auto offset = std::min<std::ptrdiff_t>(found - through_.begin(), kDays - 1);
  return Date{kFirst + days{static_cast<int>(offset)}};
}

std::string WorkingDays::reason(Date date) const {
  const sys_days day{date};
  const auto entry = table_.find(day_number(day));
  if (entry != table_.end()) return entry->second.day_off ? entry->second.name : "调休上班";
  return is_weekend(day) ? "周末" : "";
}

}  // namespace nianbao
