#include "rules/lua_figures.h"

#include <cstring>

#include "rules/frozen.h"
#include "rules/lua_values.h"
#include "rules/lua_year.h"

namespace nianbao {

namespace {

// ---- figures
// ------------------------------------------------------------------------------------------------------------
void set_cell(lua_State* lua, const char* key, const Cell& cell) {
  push_cell(lua, cell);
  lua_setfield(lua, -2, key);
}

void push_table2(lua_State* lua, const Table2& values) {
  lua_newtable(lua);
  for (std::size_t kind = 0; kind < values.documents.size(); ++kind) {
    lua_newtable(lua);
    for (int count = 0; count < kDocumentCounts; ++count) {
      set_cell(lua, form_name(static_cast<DocumentCount>(count)).key,
               values.documents[kind][static_cast<std::size_t>(count)]);
    }
    const char* key = form_name(static_cast<DisclosureItem>(kind)).key;
    freeze(lua, key);
    lua_setfield(lua, -2, key);
  }
  for (std::size_t i = 0; i < values.decisions.size(); ++i) {
    set_cell(lua, form_name(static_cast<DisclosureItem>(i + 2)).key, values.decisions[i]);
  }
  push_amount(lua, values.administrative_charge);
  lua_setfield(lua, -2, form_name(DisclosureItem::administrative_charge).key);
  freeze(lua, "table2");
}

void push_row3(lua_State* lua, const std::array<Cell, kTable3Columns>& cells, const char* key) {
  lua_newtable(lua);
  for (int column = 0; column < kTable3Columns; ++column) {
    set_cell(lua, table3_column(column).key, cells[static_cast<std::size_t>(column)]);
  }
  freeze(lua, key);
}

void set_group3(lua_State* lua, const Table3& values, const Row3Group& group) {
  const bool is_other = group.first == Row3::other_correction_overdue;
  if (is_other && values.form_2019) {
    push_row3(lua, values.other_2019, "other");
    lua_setfield(lua, -2, "other");
    return;
  }
  lua_newtable(lua);
  for (int row = static_cast<int>(group.first); row <= static_cast<int>(group.last); ++row) {
    const char* key = form_name(static_cast<Row3>(row)).key;
    push_row3(lua, values.row(static_cast<Row3>(row)), key);
    lua_setfield(lua, -2, std::strchr(key, '.') + 1);
  }
  freeze(lua, group.key);
  lua_setfield(lua, -2, group.key);
}

void push_table3(lua_State* lua, const Table3& values) {
  lua_newtable(lua);
  set_integer(lua, "form", values.form_2019 ? 2019 : 2021);
  for (Row3 row :
       {Row3::received, Row3::carried_in, Row3::granted, Row3::partial, Row3::total, Row3::carried_out}) {
    push_row3(lua, values.row(row), form_name(row).key);
    lua_setfield(lua, -2, form_name(row).key);
  }
  for (const Row3Group& group : table3_groups()) set_group3(lua, values, group);
  freeze(lua, "table3");
}

void push_table4(lua_State* lua, const Table4& values) {
  lua_newtable(lua);
  for (int kind = 0; kind < kCaseKinds; ++kind) {
    const char* key = form_name(static_cast<CaseKind>(kind)).key;
    lua_newtable(lua);
    for (int column = 0; column < kTable4Columns; ++column) {
      set_cell(lua, table4_column(column).key,
               values.groups[static_cast<std::size_t>(kind)][static_cast<std::size_t>(column)]);
    }
    freeze(lua, key);
    lua_setfield(lua, -2, key);
  }
  freeze(lua, "table4");
}

// ---- the form
// ------------------------------------------------------------------------------------------------------------
void append_name(lua_State* lua, const FormName& name) {
  lua_newtable(lua);
  lua_pushstring(lua, name.key);
  lua_setfield(lua, -2, "key");
  lua_pushstring(lua, name.label);
  lua_setfield(lua, -2, "label");
  freeze(lua, name.key);
  lua_rawseti(lua, -2, static_cast<lua_Integer>(lua_rawlen(lua, -2)) + 1);
}

void finish_list(lua_State* lua, const char* name) {
  freeze(lua, name);
  lua_setfield(lua, -2, name);
}

void append_row3(lua_State* lua, const Row3Name& name, bool outcome) {
  lua_newtable(lua);
  lua_pushstring(lua, name.key);
  lua_setfield(lua, -2, "key");
  lua_pushstring(lua, name.label);
  lua_setfield(lua, -2, "label");
  lua_pushstring(lua, name.brief);
  lua_setfield(lua, -2, "brief");
  lua_pushstring(lua, name.path);
  lua_setfield(lua, -2, "path");
  lua_pushboolean(lua, outcome ? 1 : 0);
  lua_setfield(lua, -2, "is_outcome");
  freeze(lua, name.key);
  lua_rawseti(lua, -2, static_cast<lua_Integer>(lua_rawlen(lua, -2)) + 1);
}

void set_rows3(lua_State* lua, bool form_2019) {
  lua_newtable(lua);
  for (int i = 0; i < kTable3Rows; ++i) {
    const Row3 row = static_cast<Row3>(i);
    if (form_2019 && (row == Row3::other_fee_overdue || row == Row3::other_other)) continue;
    if (form_2019 && row == Row3::other_correction_overdue) {
      append_row3(lua, {"other", "（六）其他处理", "（六）", "其他处理"}, true);
    } else {
      append_row3(lua, form_name(row), is_outcome(row));
    }
  }
  finish_list(lua, form_2019 ? "table3_rows_2019" : "table3_rows");
}

void set_groups3(lua_State* lua) {
  lua_newtable(lua);
  for (const Row3Group& group : table3_groups()) append_name(lua, {group.key, group.label});
  finish_list(lua, "table3_groups");
}

void set_names2(lua_State* lua) {
  lua_newtable(lua);
  append_name(lua, form_name(DisclosureItem::regulation));
  append_name(lua, form_name(DisclosureItem::normative_document));
  finish_list(lua, "table2_documents");
  lua_newtable(lua);
  for (int i = 0; i < kDocumentCounts; ++i) append_name(lua, form_name(static_cast<DocumentCount>(i)));
  finish_list(lua, "table2_counts");
  lua_newtable(lua);
  for (int i = 2; i < kDisclosureItems; ++i) append_name(lua, form_name(static_cast<DisclosureItem>(i)));
  finish_list(lua, "table2_items");
}

void set_columns(lua_State* lua) {
  lua_newtable(lua);
  for (int i = 0; i < kTable3Columns; ++i) append_name(lua, table3_column(i));
  finish_list(lua, "table3_columns");
  lua_newtable(lua);
  for (int i = 0; i < kCaseKinds; ++i) append_name(lua, form_name(static_cast<CaseKind>(i)));
  finish_list(lua, "table4_groups");
  lua_newtable(lua);
  for (int i = 0; i < kTable4Columns; ++i) append_name(lua, table4_column(i));
  finish_list(lua, "table4_columns");
}

}  // namespace

void set_text(lua_State* lua, const char* key, const std::string& text) {
  lua_pushlstring(lua, text.data(), text.size());
  lua_setfield(lua, -2, key);
}

void set_texts(lua_State* lua, const char* key, const std::vector<std::string>& texts) {
  lua_newtable(lua);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    lua_pushlstring(lua, texts[i].data(), texts[i].size());
    lua_rawseti(lua, -2, static_cast<lua_Integer>(i) + 1);
  }
  freeze(lua, key);
  lua_setfield(lua, -2, key);
}

void set_integer(lua_State* lua, const char* key, std::int64_t value) {
  lua_pushinteger(lua, value);
  lua_setfield(lua, -2, key);
}

void set_tables(lua_State* lua, const std::optional<Table2>& table2, const std::optional<Table3>& table3,
                const std::optional<Table4>& table4) {
  for (const char* key : {"table2", "table3", "table4"}) set_absent(lua, key);
  if (table2) {
    push_table2(lua, *table2);
    lua_setfield(lua, -2, "table2");
  }
  if (table3) {
    push_table3(lua, *table3);
    lua_setfield(lua, -2, "table3");
  }
  if (table4) {
    push_table4(lua, *table4);
    lua_setfield(lua, -2, "table4");
  }
}

void push_figures(lua_State* lua, const Figures& figures, const char* name) {
  lua_newtable(lua);
  set_integer(lua, "year", figures.year);
  set_text(lua, "issuer", figures.issuer);
  set_text(lua, "body", figures.body);
  set_text(lua, "level", figures.level);
  set_text(lua, "scope", figures.scope);
  set_text(lua, "locality", figures.locality);
  set_tables(lua, figures.table2, figures.table3, figures.table4);
  set_year(lua, figures);
  freeze(lua, name);
}

void push_form(lua_State* lua) {
  lua_newtable(lua);
  set_names2(lua);
  set_rows3(lua, false);
  set_rows3(lua, true);
  set_groups3(lua);
  set_columns(lua);
  freeze(lua, "form");
}

}  // namespace nianbao
