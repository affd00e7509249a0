// Names that packs write for figures and units, held against what there is: a misspelt one would cover, name
// or check nothing, and nobody would see it. Each raises at the author's line, with the nearest name.
#pragma once

#include <lua.hpp>

namespace nianbao {

// A figure, or the table, row or group that holds figures (figures/figure_place.h). `what` begins the
// message.
void require_figures(lua_State* lua, const char* what, const char* name);

// The figures of an exception: one cell, or with ".*" behind it one row, one group （三）–（六） of table 三
// or one entry of a group. Nothing that covers a whole table or all entries.
void require_exception_cell(lua_State* lua, const char* name);

// What phrase takes: "table3.received.*", "甲 + 乙 - 丙".
void require_reading(lua_State* lua, const char* what, const char* reading);
// The key of an applicant, or total.
void require_column(lua_State* lua, const char* name);
// "table4.": what names of figures begin with.
void require_beginning(lua_State* lua, const char* name);

}  // namespace nianbao
