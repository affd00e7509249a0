// tasks.lua of a locality: how its document of tasks is written. The file is run for this alone; the other
// files of the pack are not.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "intake/task_document.h"

namespace nianbao {

// Of the last pack of the chain that has a tasks.lua; a plain form where none has. Empty with M-01 … M-04,
// C-01 or C-02 reported.
std::optional<TaskForm> load_task_form(const std::string& plugins_folder, const std::string& locality,
                                       Diagnostics& diagnostics);

}  // namespace nianbao
