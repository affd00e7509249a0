#include "cube/task_verdict.h"

namespace nianbao {

TaskVerdict task_verdict(const Task& task, Date today) {
  switch (task.status) {
    case TaskStatus::standing:
      return TaskVerdict::standing;
    case TaskStatus::done:
      if (!task.done_on || !task.deadline) return TaskVerdict::undated;
      return *task.done_on <= *task.deadline ? TaskVerdict::in_time : TaskVerdict::late;
    case TaskStatus::running:
    case TaskStatus::not_started:
      break;
  }
  if (task.deadline && *task.deadline < today) return TaskVerdict::overdue;
  return task.status == TaskStatus::running ? TaskVerdict::running : TaskVerdict::not_started;
}

const char* task_verdict_label(TaskVerdict verdict) {
  switch (verdict) {
    case TaskVerdict::in_time:
      return "按期完成";
    case TaskVerdict::late:
      return "逾期完成";
    case TaskVerdict::undated:
      return "已完成";
    case TaskVerdict::overdue:
      return "逾期未完成";
    case TaskVerdict::running:
      return "进行中";
    case TaskVerdict::not_started:
      return "未开始";
    case TaskVerdict::standing:
      break;
  }
  return "长期坚持";
}

}  // namespace nianbao
