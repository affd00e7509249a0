#include "model/task_status.h"

#include <array>
#include <string>

#include "base/text.h"

namespace nianbao {

namespace {

struct StatusWord {
  std::string_view word;
  TaskStatus status;
};
constexpr std::array<StatusWord, 20> kWords = {
    {{"未开始", TaskStatus::not_started}, {"尚未开始", TaskStatus::not_started},
     {"未启动", TaskStatus::not_started}, {"尚未启动", TaskStatus::not_started},
     {"未开展", TaskStatus::not_started}, {"进行中", TaskStatus::running},
     {"正在进行", TaskStatus::running},   {"推进中", TaskStatus::running},
     {"正在推进", TaskStatus::running},   {"办理中", TaskStatus::running},
     {"正在办理", TaskStatus::running},   {"已完成", TaskStatus::done},
     {"完成", TaskStatus::done},          {"全部完成", TaskStatus::done},
     {"已办结", TaskStatus::done},        {"长期坚持", TaskStatus::standing},
     {"长期", TaskStatus::standing},      {"长期推进", TaskStatus::standing},
     {"持续推进", TaskStatus::standing},  {"常态化推进", TaskStatus::standing}}};

}  // namespace

const char* task_status_label(TaskStatus status) {
  switch (status) {
    case TaskStatus::not_started:
      return "未开始";
    case TaskStatus::running:
      return "进行中";
    case TaskStatus::done:
      return "已完成";
    case TaskStatus::standing:
      break;
  }
  return "长期坚持";
}

std::optional<TaskStatus> find_task_status(std::string_view text) {
  const std::string key = name_key(text);
  for (const StatusWord& word : kWords) {
    if (key == word.word) return word.status;
  }
  return std::nullopt;
}

}  // namespace nianbao
