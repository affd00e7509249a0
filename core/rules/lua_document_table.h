// Tables and charts of a section:
//   doc:table { name = "annex_tasks", caption = "…", note = "…",
//               columns = { { title = "序号", width = 1, align = "centre", merge = true }, … },
//               rows = { { 1, "…", blank, … }, … } }
// One cell per column: a text, a count, an amount, blank or not_applicable. `width` is a weight (1 where
// nothing is said), `align` left, centre or right (numbers right, texts left where nothing is said); in a
// column with `merge` equal neighbours become one cell, as far as the columns left of it that merge do.
// Neighbouring columns of one title share one heading.
//   doc:chart("times" | "days" | "tasks" | "activities")   false when the figures for it are not there
#pragma once

#include <lua.hpp>

namespace nianbao {

int doc_table(lua_State* lua);
int doc_chart(lua_State* lua);

}  // namespace nianbao
