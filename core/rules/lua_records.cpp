#include "rules/lua_records.h"

#include "cube/task_verdict.h"
#include "rules/frozen.h"
#include "rules/lua_figures.h"
#include "rules/lua_values.h"

namespace nianbao {

namespace {

void set_count(lua_State* lua, const char* key, const Cell& cell) {
  push_cell(lua, cell);
  lua_setfield(lua, -2, key);
}

void push_task(lua_State* lua, const void* data, std::size_t index) {
  const auto& input = *static_cast<const RuleInput*>(data);
  const Task& task = (*input.tasks)[index];
  lua_newtable(lua);
  set_text(lua, "number", task.number);
  set_text(lua, "area", task.area);
  set_text(lua, "part", task.part);
  set_text(lua, "text", task.text);
  set_texts(lua, "leads", task.leads);
  set_texts(lua, "units", task.units);
  set_text(lua, "leads_text", task.leads_text);
  set_text(lua, "units_text", task.units_text);
  set_text(lua, "deadline_text", task.deadline_text);
  set_day(lua, "deadline", task.deadline);
  set_text(lua, "status", task_status_label(task.status));
  set_text(lua, "verdict", task_verdict_label(task_verdict(task, input.task_day)));
  set_day(lua, "done_on", task.done_on);
  set_text(lua, "evidence", task.evidence);
  set_text(lua, "remark", task.remark);
  freeze(lua, "task");
}

void push_activity(lua_State* lua, const void* data, std::size_t index) {
  const Activity& activity = (*static_cast<const RuleInput*>(data)->activities)[index];
  lua_newtable(lua);
  set_text(lua, "name", activity.name);
  set_text(lua, "class", activity.kind);
  set_texts(lua, "units", activity.units);
  set_text(lua, "units_text", activity.units_text);
  set_day(lua, "planned", activity.planned);
  set_text(lua, "planned_text", activity.planned_text);
  set_day(lua, "held", activity.held);
  set_day(lua, "ended", activity.ended);
  set_text(lua, "form", activity.form);
  set_text(lua, "interaction", activity.interaction);
  set_count(lua, "participants", activity.participants);
  set_count(lua, "opinions", activity.opinions);
  set_count(lua, "adopted", activity.adopted);
  if (activity.feedback_published) {
    lua_pushboolean(lua, *activity.feedback_published ? 1 : 0);
    lua_setfield(lua, -2, "feedback");
  } else {
    set_absent(lua, "feedback");
  }
  freeze(lua, "activity");
}

void push_review(lua_State* lua, const void* data, std::size_t index) {
  const ReviewCase& review = (*static_cast<const RuleInput*>(data)->reviews)[index];
  lua_newtable(lua);
  set_text(lua, "id", review.id);
  set_text(lua, "unit", review.unit);
  set_text(lua, "kind", form_name(review.kind).key);
  set_text(lua, "result", table4_column(static_cast<int>(review.result)).key);
  set_day(lua, "accepted", review.accepted);
  set_day(lua, "closed", review.closed);
  set_text(lua, "reason", review.reason);
  freeze(lua, "review");
}

void push_unit(lua_State* lua, const void* data, std::size_t index) {
  const Unit& unit = static_cast<const RuleInput*>(data)->units->units()[index];
  lua_newtable(lua);
  set_text(lua, "name", unit.name);
  set_text(lua, "kind", unit.kind);
  set_flag(lua, "due", unit.due);
  set_flag(lua, "counted", unit.counted);
  set_flag(lua, "zero_report", unit.zero_report);
  freeze(lua, "unit");
}

void push_unit_figures(lua_State* lua, const void* data, std::size_t index) {
  const UnitFigures& figures = static_cast<const RuleInput*>(data)->by_unit[index];
  lua_newtable(lua);
  set_text(lua, "unit", figures.unit);
  set_tables(lua, figures.table2, figures.table3, figures.table4);
  freeze(lua, "by_unit");
}

}  // namespace

void set_day(lua_State* lua, const char* key, const std::optional<Date>& date) {
  if (!date) return set_absent(lua, key);
  set_text(lua, key, format_iso(*date));
}

void set_flag(lua_State* lua, const char* key, bool flag) {
  lua_pushboolean(lua, flag ? 1 : 0);
  lua_setfield(lua, -2, key);
}

void set_place(lua_State* lua, const Place& place) {
  lua_newtable(lua);
  set_text(lua, "file", place.file);
  set_text(lua, "sheet", place.sheet);
  set_integer(lua, "row", place.row);
  set_integer(lua, "column", place.column);
  set_text(lua, "heading", place.heading);
  set_text(lua, "unit", place.unit);
  freeze(lua, "place");
  lua_setfield(lua, -2, "place");
}

void set_records(lua_State* lua, const RuleInput& input) {
  const std::size_t units = input.units == nullptr ? 0 : input.units->units().size();
  push_lazy_list(lua, {&input, units, push_unit}, "register");
  lua_setfield(lua, -2, "register");
  set_flag(lua, "register_is_whole",
           input.units != nullptr && !input.units->empty() && input.units->is_whole());
  push_lazy_list(lua, {&input, input.by_unit.size(), push_unit_figures}, "by_unit");
  lua_setfield(lua, -2, "by_unit");
  for (const char* key : {"tasks", "task_day", "activities", "reviews"}) set_absent(lua, key);
  if (input.tasks != nullptr) {
    push_lazy_list(lua, {&input, input.tasks->size(), push_task}, "tasks");
    lua_setfield(lua, -2, "tasks");
    set_text(lua, "task_day", format_iso(input.task_day));
  }
  if (input.activities != nullptr) {
    push_lazy_list(lua, {&input, input.activities->size(), push_activity}, "activities");
    lua_setfield(lua, -2, "activities");
  }
  if (input.reviews != nullptr) {
    push_lazy_list(lua, {&input, input.reviews->size(), push_review}, "reviews");
    lua_setfield(lua, -2, "reviews");
  }
}

}  // namespace nianbao
