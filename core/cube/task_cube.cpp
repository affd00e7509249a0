#include "cube/task_cube.h"

#include "cube/percent.h"
#include "cube/task_verdict.h"

namespace nianbao {

namespace {

void count(TaskCounts& counts, const Task& task, Date today) {
  const TaskVerdict verdict = task_verdict(task, today);
  counts.total += 1;
  counts.done += task.status == TaskStatus::done ? 1 : 0;
  counts.running += task.status == TaskStatus::running ? 1 : 0;
  counts.not_started += task.status == TaskStatus::not_started ? 1 : 0;
  counts.standing += task.status == TaskStatus::standing ? 1 : 0;
  counts.in_time += verdict == TaskVerdict::in_time ? 1 : 0;
  counts.late += verdict == TaskVerdict::late ? 1 : 0;
  counts.overdue += verdict == TaskVerdict::overdue ? 1 : 0;
}

}  // namespace

void TaskCube::add(const Task& task) {
  count(all_, task, today_);
  count(areas_.at(task.area.empty() ? kNoArea : task.area), task, today_);
  for (const std::string& lead : task.leads) count(leads_.at(lead), task, today_);
  for (const std::string& unit : task.units) count(units_.at(unit), task, today_);
  if (task.deadline) count(months_[format_iso(*task.deadline).substr(0, 7)], task, today_);
}

std::optional<std::string> completion_rate(const TaskCounts& counts) {
  return percent_text(counts.done, counts.total - counts.standing);
}

}  // namespace nianbao
