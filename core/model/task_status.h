// How far a task of the year has come, as the ledger says it.
#pragma once

#include <optional>
#include <string_view>

namespace nianbao {

enum class TaskStatus { not_started, running, done, standing };
inline constexpr int kTaskStatuses = 4;

const char* task_status_label(TaskStatus status);  // 未开始 进行中 已完成 长期坚持

// By label or by another word that means exactly the same (完成, 推进中); empty for what leaves it open
// (未完成, 基本完成).
std::optional<TaskStatus> find_task_status(std::string_view text);

}  // namespace nianbao
