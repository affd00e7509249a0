// The table of task_document { … } as a TaskForm. Every fault is a finding at the author's own line: C-01
// with the nearest name for an unknown key, C-02 for a wrong type or value.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "intake/task_document.h"
#include "rules/lua_tree.h"

namespace nianbao {

// Where the table was written.
struct TaskFormSource {
  std::string file;    // as shown
  std::string script;  // its text
  int line = 0;        // of the call
};

std::optional<TaskForm> read_task_form(const LuaTree& table, const TaskFormSource& source,
                                       Diagnostics& diagnostics);

}  // namespace nianbao
