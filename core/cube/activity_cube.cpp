#include "cube/activity_cube.h"

#include "cube/percent.h"

namespace nianbao {

namespace {

// What an activity means for the year.
struct Part {
  bool planned = false;  // for the year
  bool held = false;     // in the year
};

void count(ActivityCounts& counts, const Activity& activity, Part part) {
  counts.planned += part.planned ? 1 : 0;
  if (!part.held) {
    counts.not_held += 1;
    return;
  }
  counts.held += 1;
  counts.participants = add(counts.participants, activity.participants);
  counts.opinions = add(counts.opinions, activity.opinions);
  counts.adopted = add(counts.adopted, activity.adopted);
  counts.adopted_alone += activity.adopted.is_number() && !activity.opinions.is_number() ? 1 : 0;
  counts.published_feedback += activity.feedback_published.value_or(false) ? 1 : 0;
}

}  // namespace

bool ActivityCube::add(const Activity& activity) {
  const Part part = {activity.planned && year_.contains(*activity.planned),
                     activity.held && year_.contains(*activity.held)};
  const bool held_before = activity.held && year_.is_before(*activity.held);
  if (!part.held && (!part.planned || held_before)) return false;
  count(all_, activity, part);
  count(classes_.at(activity.kind), activity, part);
  if (activity.units.empty()) count(units_.at(kNoHost), activity, part);
  for (const std::string& unit : activity.units) count(units_.at(unit), activity, part);
  const Date day = part.held ? *activity.held : *activity.planned;
  count(months_[format_iso(day).substr(0, 7)], activity, part);
  return true;
}

std::optional<std::string> adoption_rate(const ActivityCounts& counts) {
  if (!counts.adopted.is_number() || !counts.opinions.is_number()) return std::nullopt;
  if (counts.adopted_alone > 0 || counts.adopted.number > counts.opinions.number) return std::nullopt;
  return percent_text(counts.adopted.number, counts.opinions.number);
}

}  // namespace nianbao
