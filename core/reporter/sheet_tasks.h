// How far the tasks of the year have come. 任务 is for people: by area, lead and month, and every task that
// is late or not done, named. The units and the tasks themselves are lists. Absent without a task ledger.
#pragma once

#include <optional>

#include "report/document.h"
#include "reporter/compile.h"

namespace nianbao {

std::optional<Sheet> tasks_sheet(const Compilation& compilation);       // 任务
std::optional<Sheet> unit_tasks_sheet(const Compilation& compilation);  // 分单位任务
std::optional<Sheet> task_list_sheet(const Compilation& compilation);   // 任务明细

}  // namespace nianbao
