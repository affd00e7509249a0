#include "rules/lua_document_table.h"

#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "rules/lua_document.h"
#include "rules/lua_message.h"
#include "rules/lua_register.h"
#include "rules/lua_table_argument.h"
#include "rules/lua_values.h"
#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

constexpr lua_Integer kMostColumns = 40;
constexpr lua_Integer kMostRows = 5000;
constexpr int kKeptWholeRows = 12;  // a short table is not parted by a page's end
constexpr std::int64_t kStepsPerCell = 300;
constexpr std::size_t kBytesOfChart = 10'000;

struct Column {
  bool is_aligned = false;  // the pack says how
  Align align = Align::left;
  bool merges = false;
};

// Plain data: an error in Lua jumps over destructors. What needs one, the table itself, is held by the pack's
// runtime until it is whole.
struct Columns {
  Column list[kMostColumns];
  int count = 0;
};

void push_field(lua_State* lua, int index, const char* key) {
  index = lua_absindex(lua, index);
  lua_pushstring(lua, key);
  lua_rawget(lua, index);
}

// A list field of the table at `index`, pushed; its length.
lua_Integer push_list(lua_State* lua, int index, const char* key, lua_Integer most) {
  push_field(lua, index, key);
  if (!lua_istable(lua, -1)) luaL_error(lua, "doc:table 的 %s 应为列表", key);
  const auto size = static_cast<lua_Integer>(lua_rawlen(lua, -1));
  if (size == 0 && std::strcmp(key, "columns") == 0) luaL_error(lua, "doc:table 至少要有一列");
  if (size > most) luaL_error(lua, "doc:table 的 %s 最多 %d 个", key, static_cast<int>(most));
  return size;
}

// What is copied out of Lua's memory is paid for first.
void copy_text(lua_State* lua, std::string_view text, std::string& target) {
  LuaState::of(lua).charge(static_cast<std::int64_t>(text.size()));
  LuaState::of(lua).charge_handed(text.size());
  target = text;
}

void copy_field(lua_State* lua, int index, const char* key, bool needed, std::string& target) {
  copy_text(lua, push_text_field(lua, index, key, needed), target);
  lua_pop(lua, 1);
}

// Which of the `names` the value is; raises for any other, `what` saying of what.
int option_of(lua_State* lua, int index, const char* what, const char* const* names) {
  const char* text = lua_type(lua, index) == LUA_TSTRING ? lua_tostring(lua, index) : nullptr;
  for (int i = 0; text != nullptr && names[i] != nullptr; ++i) {
    if (std::strcmp(names[i], text) == 0) return i;
  }
  const char* found = text != nullptr ? text : chinese_type(lua, index);
  push_choices(lua, names, nullptr);
  return luaL_error(lua, "%s应为 %s 之一，得到“%s”", what, lua_tostring(lua, -1), found);
}

void read_align(lua_State* lua, Column& column) {
  push_field(lua, -1, "align");
  if (!lua_isnil(lua, -1)) {
    static constexpr const char* kNames[] = {"left", "centre", "right", nullptr};
    column.align = static_cast<Align>(option_of(lua, -1, "doc:table 的 align ", kNames));
    column.is_aligned = true;
  }
  lua_pop(lua, 1);
}

// The weight of a column on top of the stack, 1 where nothing is said.
double read_width(lua_State* lua) {
  push_field(lua, -1, "width");
  const bool is_said = !lua_isnil(lua, -1);
  const double width = !is_said ? 1 : lua_type(lua, -1) == LUA_TNUMBER ? lua_tonumber(lua, -1) : 0;
  if (!(width > 0 && width <= 1000)) {
    const char* found = lua_type(lua, -1) == LUA_TNUMBER ? lua_tostring(lua, -1) : chinese_type(lua, -1);
    luaL_error(lua, "doc:table 的列宽应大于 0、不超过 1000，得到 %s", found);
  }
  lua_pop(lua, 1);
  return width;
}

void read_column(lua_State* lua, Table& table, Column& column) {
  static constexpr const char* kFields[] = {"title", "width", "align", "merge", nullptr};
  if (!lua_istable(lua, -1)) {
    luaL_error(lua, "doc:table 的一列应为一个表，如 { title = \"序号\", width = 1 }，得到%s",
               chinese_type(lua, -1));
  }
  check_fields(lua, -1, kFields, "doc:table 的列");
  read_align(lua, column);
  push_field(lua, -1, "merge");
  column.merges = lua_toboolean(lua, -1) != 0;
  lua_pop(lua, 1);
  table.column_weights.push_back(read_width(lua));
  TableCell& heading = table.cells.emplace_back();
  heading.column = static_cast<int>(table.column_weights.size()) - 1;
  heading.role = CellRole::heading;
  copy_field(lua, -1, "title", true, heading.value.emplace<std::string>());
}

void read_columns(lua_State* lua, int spec, Table& table, Columns& columns) {
  const lua_Integer count = push_list(lua, spec, "columns", kMostColumns);
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, -1, i);
    read_column(lua, table, columns.list[i - 1]);
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  columns.count = static_cast<int>(count);
  table.columns = columns.count;
  table.rows = table.heading_rows = 1;
}

// Where the value on top goes: a new cell, or the one above that says the same.
void read_cell_value(lua_State* lua, TableCell& cell, const Column& column) {
  if (lua_type(lua, -1) == LUA_TSTRING) {
    copy_text(lua, document_text(lua, -1), cell.value.emplace<std::string>());
  } else if (!find_cell_value(lua, -1, cell.value)) {
    if (lua_type(lua, -1) == LUA_TNUMBER) {
      luaL_error(lua, "doc:table 的第 %d 行第 %d 格%s", cell.row, cell.column + 1,
                 fraction_fault(lua_tonumber(lua, -1)).text);
    }
    luaL_error(lua, "doc:table 的第 %d 行第 %d 格应为文字、数、blank 或 not_applicable，得到%s", cell.row,
               cell.column + 1, chinese_type(lua, -1));
  }
  const bool is_number =
      std::holds_alternative<std::int64_t>(cell.value) || std::holds_alternative<Decimal>(cell.value);
  cell.role = is_number ? CellRole::number : CellRole::text;
  cell.align = column.is_aligned ? column.align : is_number ? Align::right : Align::left;
}

// The first cell that the row on top lacks: a nil among the others, or behind them.
void refuse_nil_cell(lua_State* lua, int row, int columns) {
  for (int i = 1; i <= columns; ++i) {
    const bool is_nil = lua_rawgeti(lua, -1, i) == LUA_TNIL;
    lua_pop(lua, 1);
    if (is_nil)
      luaL_error(lua, "doc:table 的第 %d 行应有 %d 格，第 %d 格是 nil 或没有写：没有数据的写 blank", row,
                 columns, i);
  }
}

void read_row(lua_State* lua, Table& table, const Columns& columns) {
  if (!lua_istable(lua, -1))
    luaL_error(lua, "doc:table 的第 %d 行应为 %d 格的列表，得到%s", table.rows, columns.count,
               chinese_type(lua, -1));
  refuse_nil_cell(lua, table.rows, columns.count);
  const auto size = static_cast<int>(lua_rawlen(lua, -1));
  if (size != columns.count)
    luaL_error(lua, "doc:table 的第 %d 行有 %d 格，应有 %d 格", table.rows, size, columns.count);
  for (int i = 0; i < columns.count; ++i) {
    LuaState::of(lua).charge(kStepsPerCell);
    lua_rawgeti(lua, -1, i + 1);
    TableCell& cell = table.cells.emplace_back();
    cell.row = table.rows;
    cell.column = i;
    read_cell_value(lua, cell, columns.list[i]);
    lua_pop(lua, 1);
  }
  table.rows += 1;
}

// Cells of merging columns that say the same as the one above, as far as the columns before them do, become
// one with it. Cells stand row by row, all columns of each.
void merge_equal_cells(Table& table, const Columns& columns) {
  const auto width = static_cast<std::size_t>(columns.count);
  std::vector<bool> is_gone(table.cells.size());
  std::vector<std::size_t> heads(width);
  for (std::size_t row = 1; row < table.cells.size() / width; ++row) {
    bool same = row > 1;
    for (std::size_t column = 0; column < width; ++column) {
      const std::size_t i = row * width + column;
      if (!columns.list[column].merges) continue;
      same = same && table.cells[i].value == table.cells[heads[column]].value &&
             !std::holds_alternative<std::monostate>(table.cells[i].value);
      is_gone[i] = same;
      if (same) {
        table.cells[heads[column]].row_span += 1;
      } else {
        heads[column] = i;
      }
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    if (is_gone[i]) continue;
    if (kept != i) table.cells[kept] = std::move(table.cells[i]);
    ++kept;
  }
  table.cells.resize(kept);
}

// Neighbouring columns of one title share one heading, as the two levels of 工作任务 do.
void merge_equal_headings(Table& table) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    TableCell& cell = table.cells[i];
    const bool joins = cell.row == 0 && cell.column > 0 && cell.value == table.cells[kept - 1].value &&
                       cell.value != CellValue(std::string());
    if (joins) {
      table.cells[kept - 1].column_span += 1;
      continue;
    }
    if (kept != i) table.cells[kept] = std::move(cell);
    ++kept;
  }
  table.cells.resize(kept);
}

}  // namespace

int doc_table(lua_State* lua) {
  static constexpr const char* kFields[] = {"name", "caption", "note", "columns", "rows", nullptr};
  RuleRun& run = document_run(lua);
  check_fields(lua, 2, kFields, "doc:table");
  Table& table = PackRuntime::of(lua).pending_table();
  table = {};
  copy_field(lua, 2, "name", false, table.name);
  copy_field(lua, 2, "caption", false, table.caption);
  copy_field(lua, 2, "note", false, table.note);
  Columns columns;
  read_columns(lua, 2, table, columns);
  const lua_Integer rows = push_list(lua, 2, "rows", kMostRows);
  const auto cells = static_cast<std::size_t>((rows + 1) * columns.count);
  LuaState::of(lua).charge_handed(cells * sizeof(TableCell));
  table.cells.reserve(cells);
  for (lua_Integer i = 1; i <= rows; ++i) {
    lua_rawgeti(lua, -1, i);
    read_row(lua, table, columns);
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  table.keep_whole = table.rows <= kKeptWholeRows;
  merge_equal_cells(table, columns);
  merge_equal_headings(table);
  charge_block(lua, 0);
  run.blocks->emplace_back(std::move(table));
  table = {};
  return 0;
}

int doc_chart(lua_State* lua) {
  RuleRun& run = document_run(lua);
  static constexpr const char* kNames[] = {"times", "days", "tasks", "activities", nullptr};
  const char* name = kNames[option_of(lua, 2, "doc:chart 的名称", kNames)];
  charge_block(lua, kBytesOfChart);
  const auto chart = run.input->charts.find(name);
  const bool found = chart != run.input->charts.end();
  if (found) run.blocks->emplace_back(chart->second);
  lua_pushboolean(lua, found ? 1 : 0);
  return 1;
}

}  // namespace nianbao
