// task_document { … }: how a locality's document of tasks is written, as tasks.lua declares it. The function
// only keeps the table; it is read after the file has run (rules/task_form_reader.h), by code that may hold
// objects with destructors.
#pragma once

#include <lua.hpp>

namespace nianbao {

// task_document: into the table on top.
void set_task_functions(lua_State* lua);

}  // namespace nianbao
