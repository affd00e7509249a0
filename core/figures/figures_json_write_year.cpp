#include <fmt/format.h>

#include "figures/figures_json_year.h"
#include "figures/json_lines.h"

namespace nianbao {

namespace {

std::string value_of(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : "null";
}

std::string days_text(const DayHistogram& days) {
  std::string histogram;
  for (const auto& [number, count] : days.entries()) {
    histogram += fmt::format("{}\"{}\": {}", histogram.empty() ? "" : ", ", number, count);
  }
  const auto mean = days.mean();
  return fmt::format(R"({{"histogram": {{{}}}, "median": {}, "mean": {}, "p90": {}, "min": {}, "max": {}}})",
                     histogram, value_of(days.median()), mean ? json_quoted(*mean) : "null",
                     value_of(days.percentile(90)), value_of(days.smallest()), value_of(days.largest()));
}

std::string groups_text(const std::vector<TimeFigures>& groups) {
  JsonLines lines('[', ']', "    ");
  for (const TimeFigures& group : groups) {
    lines.item(fmt::format(
        R"({{"key": {}, "received": {}, "closed": {}, "in_time": {}, "overdue": {}, "days": {}}})",
        json_quoted(group.key), value_of(group.received), group.closed, group.in_time, group.overdue,
        days_text(group.days)));
  }
  return lines.text();
}

// A file without the clock keeps the units' counts alone.
std::string plain_units_text(const std::vector<TimeFigures>& groups) {
  JsonLines lines('[', ']', "    ");
  for (const TimeFigures& group : groups) {
    lines.item(fmt::format(R"({{"key": {}, "received": {}, "closed": {}}})", json_quoted(group.key),
                           value_of(group.received), group.closed));
  }
  return lines.text();
}

void add_clock(const RequestFigures& requests, JsonLines& lines) {
  lines.member("days", days_text(requests.days));
  lines.member("by_unit", groups_text(requests.by_unit));
  lines.member("by_month", groups_text(requests.by_month));
  lines.member("by_topic", groups_text(requests.by_topic));
  lines.member("by_channel", groups_text(requests.by_channel));
  lines.member("by_applicant", groups_text(requests.by_applicant));
  lines.member("by_outcome", groups_text(requests.by_outcome));
  JsonLines oldest('[', ']', "    ");
  for (const OldestOpen& request : requests.oldest_open) {
    const std::string deadline = request.deadline ? "\"" + format_iso(*request.deadline) + "\"" : "null";
    oldest.item(fmt::format(
        R"({{"unit": {}, "id": {}, "received": "{}", "days": {}, "deadline": {}, "overdue": {}}})",
        json_quoted(request.unit), json_quoted(request.id), format_iso(request.received), request.days,
        deadline, request.late));
  }
  lines.member("oldest_open", oldest.text());
}

std::string counts_text(const TaskCounts& c) {
  return fmt::format(R"("total": {}, "done": {}, "in_time": {}, "late": {}, "overdue": {}, )"
                     R"("running": {}, "not_started": {}, "standing": {})",
                     c.total, c.done, c.in_time, c.late, c.overdue, c.running, c.not_started, c.standing);
}

std::string counts_text(const ActivityCounts& c) {
  const std::string alone =
      c.adopted_alone > 0 ? fmt::format("\"adopted_alone\": {}, ", c.adopted_alone) : "";
  return fmt::format(R"("planned": {}, "held": {}, "not_held": {}, "participants": {}, "opinions": {}, )"
                     R"("adopted": {}, {}"published_feedback": {})",
                     c.planned, c.held, c.not_held, json_value(c.participants), json_value(c.opinions),
                     json_value(c.adopted), alone, c.published_feedback);
}

template <typename Counts>
std::string list_text(const std::vector<std::pair<std::string, Counts>>& groups) {
  JsonLines lines('[', ']', "    ");
  for (const auto& [key, counts] : groups) {
    lines.item(fmt::format("{{\"key\": {}, {}}}", json_quoted(key), counts_text(counts)));
  }
  return lines.text();
}

}  // namespace

std::string request_figures_text(const RequestFigures& requests) {
  JsonLines lines('{', '}', "  ");
  lines.member("answered", std::to_string(requests.answered));
  if (requests.has_clock) {
    lines.member("in_time", std::to_string(requests.in_time));
    lines.member("overdue", std::to_string(requests.overdue));
  }
  lines.member("open", std::to_string(requests.open));
  if (requests.has_clock) lines.member("overdue_open", std::to_string(requests.overdue_open));
  lines.member("processing_fee", json_value(requests.processing_fee));
  if (requests.has_clock) {
    add_clock(requests, lines);
  } else {
    lines.member("by_unit", plain_units_text(requests.by_unit));
  }
  JsonLines open('[', ']', "    ");
  for (const OpenRequest& request : requests.open_ids) {
    open.item(fmt::format(R"({{"unit": {}, "id": {}}})", json_quoted(request.unit), json_quoted(request.id)));
  }
  lines.member("open_ids", open.text());
  return lines.text();
}

std::string task_figures_text(const TaskFigures& tasks) {
  JsonLines lines('{', '}', "  ");
  const TaskCounts& c = tasks.all;
  for (const auto& [key, value] : {std::pair{"total", c.total},
                                   {"done", c.done},
                                   {"in_time", c.in_time},
                                   {"late", c.late},
                                   {"overdue", c.overdue},
                                   {"running", c.running},
                                   {"not_started", c.not_started},
                                   {"standing", c.standing}}) {
    lines.member(key, std::to_string(value));
  }
  lines.member("by_area", list_text(tasks.by_area));
  lines.member("by_lead", list_text(tasks.by_lead));
  lines.member("by_unit", list_text(tasks.by_unit));
  lines.member("by_month", list_text(tasks.by_month));
  return lines.text();
}

std::string activity_figures_text(const ActivityFigures& activities) {
  JsonLines lines('{', '}', "  ");
  const ActivityCounts& c = activities.all;
  lines.member("planned", std::to_string(c.planned));
  lines.member("held", std::to_string(c.held));
  lines.member("not_held", std::to_string(c.not_held));
  lines.member("participants", json_value(c.participants));
  lines.member("opinions", json_value(c.opinions));
  lines.member("adopted", json_value(c.adopted));
  if (c.adopted_alone > 0) lines.member("adopted_alone", std::to_string(c.adopted_alone));
  lines.member("published_feedback", std::to_string(c.published_feedback));
  lines.member("by_class", list_text(activities.by_class));
  lines.member("by_unit", list_text(activities.by_unit));
  lines.member("by_month", list_text(activities.by_month));
  return lines.text();
}

}  // namespace nianbao
