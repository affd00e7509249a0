#include "rules/lua_year.h"

#include <cstring>

#include "rules/frozen.h"
#include "rules/lua_figures.h"
#include "rules/lua_values.h"

namespace nianbao {

namespace {

void set_number(lua_State* lua, const char* key, const std::optional<std::int64_t>& number) {
  if (number) {
    set_integer(lua, key, *number);
  } else {
    set_absent(lua, key);
  }
}

// A number with decimals, exact.
void set_decimal(lua_State* lua, const char* key, const std::optional<std::string>& text) {
  const auto value = text ? Decimal::parse(*text) : std::nullopt;
  if (!value) return set_absent(lua, key);
  push_amount(lua, Amount::of(*value));
  lua_setfield(lua, -2, key);
}

template <typename Items>
void set_items(lua_State* lua, const char* key, const Items& items,
               void (*push)(lua_State*, const void*, std::size_t), bool (*may_lack)(const char*) = nullptr) {
  push_lazy_list(lua, {&items, items.size(), push, may_lack}, key);
  lua_setfield(lua, -2, key);
}

// Units, topics, classes: the data may have any name, and need not have this one.
bool is_any_name(const char*) {
  return true;
}

bool is_applicant_key(const char* key) {
  for (int i = 0; i < kApplicants; ++i) {
    if (std::strcmp(table3_column(i).key, key) == 0) return true;
  }
  return false;
}

bool is_outcome_key(const char* key) {
  for (int i = 0; i < kTable3Rows; ++i) {
    const Row3 row = static_cast<Row3>(i);
    if (is_outcome(row) && std::strcmp(form_name(row).key, key) == 0) return true;
  }
  return false;
}

void set_days(lua_State* lua, const DayHistogram& days) {
  lua_newtable(lua);
  set_integer(lua, "count", days.count());
  set_number(lua, "median", days.median());
  set_number(lua, "p90", days.percentile(90));
  set_number(lua, "min", days.smallest());
  set_number(lua, "max", days.largest());
  set_decimal(lua, "mean", days.mean());
  freeze(lua, "days");
  lua_setfield(lua, -2, "days");
}

void push_time(lua_State* lua, const void* data, std::size_t index) {
  const TimeFigures& group = (*static_cast<const std::vector<TimeFigures>*>(data))[index];
  lua_newtable(lua);
  set_text(lua, "key", group.key);
  set_number(lua, "received", group.received);
  set_integer(lua, "closed", group.closed);
  set_integer(lua, "in_time", group.in_time);
  set_integer(lua, "overdue", group.overdue);
  set_days(lua, group.days);
  freeze(lua, "group");
}

void push_open(lua_State* lua, const void* data, std::size_t index) {
  const OpenRequest& request = (*static_cast<const std::vector<OpenRequest>*>(data))[index];
  lua_newtable(lua);
  set_text(lua, "unit", request.unit);
  set_text(lua, "id", request.id);
  freeze(lua, "open_ids");
}

void push_oldest(lua_State* lua, const void* data, std::size_t index) {
  const OldestOpen& request = (*static_cast<const std::vector<OldestOpen>*>(data))[index];
  lua_newtable(lua);
  set_text(lua, "unit", request.unit);
  set_text(lua, "id", request.id);
  set_text(lua, "received", format_iso(request.received));
  set_integer(lua, "days", request.days);
  if (request.deadline) {
    set_text(lua, "deadline", format_iso(*request.deadline));
  } else {
    set_absent(lua, "deadline");
  }
  lua_pushboolean(lua, request.late ? 1 : 0);
  lua_setfield(lua, -2, "overdue");
  freeze(lua, "oldest_open");
}

void set_clock(lua_State* lua, const RequestFigures& requests) {
  if (!requests.has_clock) {
    for (const char* key : {"in_time", "overdue", "overdue_open", "days"}) set_absent(lua, key);
    return;
  }
  set_integer(lua, "in_time", requests.in_time);
  set_integer(lua, "overdue", requests.overdue);
  set_integer(lua, "overdue_open", requests.overdue_open);
  set_days(lua, requests.days);
}

void push_requests(lua_State* lua, const Figures& figures) {
  const RequestFigures& requests = *figures.requests;
  lua_newtable(lua);
  set_number(lua, "received", received_of(figures));
  set_integer(lua, "answered", requests.answered);
  set_integer(lua, "open", requests.open);
  push_amount(lua, requests.processing_fee);
  lua_setfield(lua, -2, "processing_fee");
  set_clock(lua, requests);
  set_items(lua, "by_unit", requests.by_unit, push_time, is_any_name);
  set_items(lua, "by_month", requests.by_month, push_time, is_any_name);
  set_items(lua, "by_topic", requests.by_topic, push_time, is_any_name);
  set_items(lua, "by_channel", requests.by_channel, push_time, is_any_name);
  set_items(lua, "by_applicant", requests.by_applicant, push_time, is_applicant_key);
  set_items(lua, "by_outcome", requests.by_outcome, push_time, is_outcome_key);
  set_items(lua, "oldest_open", requests.oldest_open, push_oldest);
  set_items(lua, "open_ids", requests.open_ids, push_open);
  freeze(lua, "requests");
}

void set_counts(lua_State* lua, const TaskCounts& counts) {
  set_integer(lua, "total", counts.total);
  set_integer(lua, "done", counts.done);
  set_integer(lua, "in_time", counts.in_time);
  set_integer(lua, "late", counts.late);
  set_integer(lua, "overdue", counts.overdue);
  set_integer(lua, "running", counts.running);
  set_integer(lua, "not_started", counts.not_started);
  set_integer(lua, "standing", counts.standing);
  set_decimal(lua, "rate", completion_rate(counts));
}

void set_counts(lua_State* lua, const ActivityCounts& counts) {
  set_integer(lua, "planned", counts.planned);
  set_integer(lua, "held", counts.held);
  set_integer(lua, "not_held", counts.not_held);
  for (const auto& [key, cell] : {std::pair{"participants", &counts.participants},
                                  {"opinions", &counts.opinions},
                                  {"adopted", &counts.adopted}}) {
    push_cell(lua, *cell);
    lua_setfield(lua, -2, key);
  }
  set_integer(lua, "published_feedback", counts.published_feedback);
  set_decimal(lua, "adoption_rate", adoption_rate(counts));
}

template <typename Counts>
void push_counts(lua_State* lua, const void* data, std::size_t index) {
  const auto& [key, counts] = (*static_cast<const std::vector<std::pair<std::string, Counts>>*>(data))[index];
  lua_newtable(lua);
  set_text(lua, "key", key);
  set_counts(lua, counts);
  freeze(lua, "group");
}

void push_tasks(lua_State* lua, const TaskFigures& tasks) {
  lua_newtable(lua);
  set_counts(lua, tasks.all);
  set_items(lua, "by_area", tasks.by_area, push_counts<TaskCounts>, is_any_name);
  set_items(lua, "by_lead", tasks.by_lead, push_counts<TaskCounts>, is_any_name);
  set_items(lua, "by_unit", tasks.by_unit, push_counts<TaskCounts>, is_any_name);
  set_items(lua, "by_month", tasks.by_month, push_counts<TaskCounts>, is_any_name);
  freeze(lua, "tasks");
}

void push_activities(lua_State* lua, const ActivityFigures& activities) {
  lua_newtable(lua);
  set_counts(lua, activities.all);
  set_items(lua, "by_class", activities.by_class, push_counts<ActivityCounts>, is_any_name);
  set_items(lua, "by_unit", activities.by_unit, push_counts<ActivityCounts>, is_any_name);
  set_items(lua, "by_month", activities.by_month, push_counts<ActivityCounts>, is_any_name);
  freeze(lua, "activities");
}

}  // namespace

void set_year(lua_State* lua, const Figures& figures) {
  for (const char* key : {"requests", "tasks", "activities"}) set_absent(lua, key);
  if (figures.requests) {
    push_requests(lua, figures);
    lua_setfield(lua, -2, "requests");
  }
  if (figures.tasks) {
    push_tasks(lua, *figures.tasks);
    lua_setfield(lua, -2, "tasks");
  }
  if (figures.activities) {
    push_activities(lua, *figures.activities);
    lua_setfield(lua, -2, "activities");
  }
}

}  // namespace nianbao
