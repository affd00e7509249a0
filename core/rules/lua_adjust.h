// How a pack's files change the rules before them: tighten, exception, drop (adjustments.h). Only rules of
// earlier packs; its own a pack changes where it writes them.
//   tighten { rule = "X-03", severity = "error" }
//   exception { rule = "T3-04", cell = "table3", reason = "…", approver = "…", expires = "2025-12-31" }
//   drop { rule = "X-07", reason = "…", approver = "…" }
#pragma once

#include <lua.hpp>

namespace nianbao {

// Into the table on top.
void set_adjust_functions(lua_State* lua);

}  // namespace nianbao
