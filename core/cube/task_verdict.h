// How a task stands on a day: the one place that says what is in time, late and overdue.
#pragma once

#include "model/records.h"

namespace nianbao {

enum class TaskVerdict {
  in_time,      // 按期完成
  late,         // 逾期完成
  undated,      // 已完成, but its day or its deadline is not known
  overdue,      // 逾期未完成
  running,      // 进行中, the deadline is not past
  not_started,  // 未开始, the deadline is not past
  standing      // 长期坚持
};
TaskVerdict task_verdict(const Task& task, Date today);
const char* task_verdict_label(TaskVerdict verdict);

}  // namespace nianbao
