// What a check or a section is given to look at: `ctx`, a frozen view of RuleInput.
#pragma once

#include <lua.hpp>

#include "rules/rule_book.h"

namespace nianbao {

// Pushes ctx: mode, body, figures, previous, previous_file, carried_in, units, tasks,
// task_day, activities, conventions, document, repeated, has_previous_text, texts, explained. Lists are read
// from `input` when they are looked at, so it must outlive the interpreter's generation.
void push_context(lua_State* lua, const RuleInput& input);

// The keys of [text] in report.toml.
inline constexpr const char* kTextSections[] = {"overview",  "disclosure",  "requests", "management",
                                                "platforms", "supervision", "problems", "other"};

}  // namespace nianbao
