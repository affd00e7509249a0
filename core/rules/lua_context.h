// What a check or a section is given to look at: `ctx`, a frozen view of RuleInput.
#pragma once

#include <lua.hpp>

#include "rules/lua_claims.h"
#include "rules/rule_book.h"

namespace nianbao {

// Pushes ctx: mode, body, figures, previous, previous_file, carried_in, units, register, by_unit, tasks,
// task_day, activities, conventions, claims, document, repeated, has_previous_text, texts, explained. Lists
// are read from `input` and `claims` when they are looked at, so both must outlive the interpreter's
// generation.
void push_context(lua_State* lua, const RuleInput& input, const TextClaims* claims);

// The keys of [text] in report.toml.
inline constexpr const char* kTextSections[] = {"overview",  "disclosure",  "requests", "management",
                                                "platforms", "supervision", "problems", "other"};

}  // namespace nianbao
