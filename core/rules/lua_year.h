// What figures hold besides the official tables, as frozen Lua tables under the names of figures.json:
// requests, tasks, activities.
//
// `requests.received` is 本年新收 of the applications with records, nil where it is not known.
// `days` has count, median, p90, min, max (whole numbers) and mean (exact); nil where nothing was closed.
// Rates are exact amounts in percent, nil where they have no meaning.
#pragma once

#include <lua.hpp>

#include "figures/figures.h"

namespace nianbao {

// Fields requests, tasks, activities into the table on top; nil for a part whose source was not given.
void set_year(lua_State* lua, const Figures& figures);

}  // namespace nianbao
