// What was opened to the public. 活动 is for people: by class, month and host, and every activity that was
// planned and not held, named. The activities themselves are a list. Absent without an activity ledger.
#pragma once

#include <optional>

#include "report/document.h"
#include "reporter/compile.h"

namespace nianbao {

std::optional<Sheet> activities_sheet(const Compilation& compilation);       // 活动
std::optional<Sheet> unit_activities_sheet(const Compilation& compilation);  // 分单位活动
std::optional<Sheet> activity_list_sheet(const Compilation& compilation);    // 活动明细

}  // namespace nianbao
