#include "cube/task_cube.h"

#include "cube/percent.h"

namespace nianbao {

namespace {

void count_done(TaskCounts& counts, const Task& task) {
  counts.done += 1;
  if (!task.done_on || !task.deadline) return;
  (*task.done_on <= *task.deadline ? counts.in_time : counts.late) += 1;
}

void count(TaskCounts& counts, const Task& task, Date today) {
  counts.total += 1;
  switch (task.status) {
    case TaskStatus::done:
      return count_done(counts, task);
    case TaskStatus::standing:
      counts.standing += 1;
      return;
    case TaskStatus::running:
      counts.running += 1;
      break;
    case TaskStatus::not_started:
      counts.not_started += 1;
      break;
  }
  if (task.deadline && *task.deadline < today) counts.overdue += 1;
}

}  // namespace

void TaskCube::add(const Task& task) {
  count(all_, task, today_);
  count(areas_.at(task.area.empty() ? kNoArea : task.area), task, today_);
  for (const std::string& lead : task.leads) count(leads_.at(lead), task, today_);
  for (const std::string& unit : task.units) count(units_.at(unit), task, today_);
  if (task.deadline) count(months_[format_iso(*task.deadline).substr(0, 7)], task, today_);
}

const char* task_verdict(const Task& task, Date today) {
  TaskCounts counts;
  count(counts, task, today);
  if (counts.in_time > 0) return "按期完成";
  if (counts.late > 0) return "逾期完成";
  return counts.overdue > 0 ? "逾期未完成" : task_status_label(task.status);
}

std::optional<std::string> completion_rate(const TaskCounts& counts) {
  return percent_text(counts.done, counts.total - counts.standing);
}

}  // namespace nianbao
