// Figures, the official tables and the form as frozen Lua tables, under the names of figures.json.
//
// table3.refused.third_party.natural_person: rows whose key has a dot stand inside their group. In the 2019
// form table3.other is a row; else it is the group of three. A table that is absent is nil.
#pragma once

#include <lua.hpp>

#include "figures/figures.h"
#include "model/records.h"

namespace nianbao {

// `name` is what errors call it: "figures", "previous". `figures` must outlive the interpreter's generation.
void push_figures(lua_State* lua, const Figures& figures, const char* name);

// Fields table2, table3, table4 into the table on top.
void set_tables(lua_State* lua, const std::optional<Table2>& table2, const std::optional<Table3>& table3,
                const std::optional<Table4>& table4);

// The rows and columns of the official form in order: form.table2_documents, form.table2_counts,
// form.table2_items (licence …), form.table3_rows, form.table3_rows_2019, form.table3_groups,
// form.table3_columns, form.table4_groups, form.table4_columns; each item has key and label, rows of table 三
// also brief, path and is_outcome.
void push_form(lua_State* lua);

// A text field of the table on top; the text may hold anything.
void set_text(lua_State* lua, const char* key, const std::string& text);
// A frozen list of texts.
void set_texts(lua_State* lua, const char* key, const std::vector<std::string>& texts);
void set_integer(lua_State* lua, const char* key, std::int64_t value);

}  // namespace nianbao
