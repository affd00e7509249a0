#include "rules/lua_report.h"

#include <cstring>

#include "base/text.h"
#include "rules/frozen.h"
#include "rules/lua_names.h"
#include "rules/lua_register.h"
#include "rules/lua_table_argument.h"
#include "rules/lua_values.h"
#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

constexpr std::int64_t kStepsPerFinding = 1000;
constexpr const char* kFields[] = {"message", "hint",  "cell",     "at",    "left",
                                   "right",   "basis", "severity", "count", nullptr};

std::string text_field(lua_State* lua, const char* key, bool needed) {
  refuse_raw_fraction(lua, push_text_field(lua, 1, key, needed));
  std::string text = lua_isnil(lua, -1) ? "" : lua_tostring(lua, -1);
  lua_pop(lua, 1);
  return text;
}

// A text field of the place on top; the fields of host tables are looked up by their own rules.
void read_place_text(lua_State* lua, const char* key, std::string& out) {
  const int type = lua_getfield(lua, -1, key);
  if (type != LUA_TNIL && type != LUA_TSTRING) luaL_error(lua, "at.%s 应为文字", key);
  if (type == LUA_TSTRING) {
    std::size_t size = 0;
    const char* text = lua_tolstring(lua, -1, &size);
    LuaState::of(lua).charge(static_cast<std::int64_t>(size / 4));
    if (!is_valid_utf8({text, size})) luaL_error(lua, "at.%s 不是有效的 UTF-8", key);
    out.assign(text, size);
  }
  lua_pop(lua, 1);
}

std::int64_t read_place_number(lua_State* lua, const char* key) {
  const int type = lua_getfield(lua, -1, key);
  if (type != LUA_TNIL && lua_isinteger(lua, -1) == 0) luaL_error(lua, "at.%s 应为整数", key);
  const std::int64_t value = type == LUA_TNIL ? 0 : lua_tointeger(lua, -1);
  lua_pop(lua, 1);
  return value;
}

void read_place(lua_State* lua, Place& place) {
  lua_pushliteral(lua, "at");
  if (lua_rawget(lua, 1) != LUA_TNIL) {
    read_place_text(lua, "file", place.file);
    read_place_text(lua, "sheet", place.sheet);
    read_place_text(lua, "heading", place.heading);
    read_place_text(lua, "unit", place.unit);
    place.row = read_place_number(lua, "row");
    place.column = static_cast<int>(read_place_number(lua, "column"));
  }
  lua_pop(lua, 1);
}

// Of the cells of that name, or that row, group or table, the one that stands first in the file.
const Place* first_of(const UnitTables& tables, const std::string& name) {
  const Place* first = nullptr;
  for (auto at = tables.places.lower_bound(name); at != tables.places.end(); ++at) {
    if (!starts_with(at->first, name)) break;
    if (at->first.size() > name.size() && at->first[name.size()] != '.') continue;
    if (first == nullptr || at->second.row < first->row) first = &at->second;
  }
  return first;
}

// A figure of a unit's own tables stands where its file has it; one of a whole row or table, where that
// begins.
void place_unit_figure(const RuleInput& input, Place& place) {
  if (place.unit.empty() || place.cell.empty() || input.unit_tables == nullptr) return;
  for (const UnitTables& tables : *input.unit_tables) {
    if (tables.unit != place.unit || tables.place.row != place.row) continue;
    const Place* first = first_of(tables, place.cell);
    const bool is_there = first != nullptr;
    if (!is_there) first = first_of(tables, place.cell.substr(0, place.cell.find('.')));
    if (first == nullptr) return;
    std::string cell = std::move(place.cell);
    place = *first;
    place.cell = std::move(cell);
    place.unit = tables.unit;
    if (is_there) return;
    place.column = 0;  // the row is missing: only where its table begins
    return place.heading.clear();
  }
}

// A side of the comparison: a number, an amount, a blank or a text.
void read_side(lua_State* lua, const char* key, std::optional<std::string>& side) {
  lua_pushstring(lua, key);
  if (lua_rawget(lua, 1) != LUA_TNIL) {
    if (lua_type(lua, -1) == LUA_TNUMBER && lua_isinteger(lua, -1) == 0) refuse_fraction(lua, -1);
    push_printed(lua, -1);
    std::size_t size = 0;
    const char* text = lua_tolstring(lua, -1, &size);
    refuse_raw_fraction(lua, text);
    LuaState::of(lua).charge(static_cast<std::int64_t>(size / 4));
    if (!is_valid_utf8({text, size})) luaL_error(lua, "“%s”不是有效的 UTF-8", key);
    side.emplace(text, size);
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
}

void read_severity(lua_State* lua, Severity& severity) {
  const char* text = push_text_field(lua, 1, "severity", false);
  if (*text != '\0') {
    bool known = false;
    for (Severity candidate : {Severity::note, Severity::warning, Severity::error}) {
      if (std::strcmp(text, severity_key(candidate)) != 0) continue;
      severity = candidate;
      known = true;
    }
    if (!known) luaL_error(lua, "severity 应为 \"error\"、\"warning\" 或 \"note\"，得到“%s”", text);
  }
  lua_pop(lua, 1);
}

void read_count(lua_State* lua, std::int64_t& count) {
  lua_pushliteral(lua, "count");
  if (lua_rawget(lua, 1) != LUA_TNIL) {
    if (lua_isinteger(lua, -1) == 0 || lua_tointeger(lua, -1) < 1) luaL_error(lua, "count 应为从 1 起的整数");
    count = lua_tointeger(lua, -1);
  }
  lua_pop(lua, 1);
}

std::size_t size_of(const Diagnostic& finding) {
  std::size_t bytes = sizeof finding;
  for (const std::string* text :
       {&finding.message, &finding.hint, &finding.basis, &finding.place.file, &finding.place.sheet,
        &finding.place.heading, &finding.place.unit, &finding.place.cell}) {
    bytes += text->size();
  }
  for (const auto* side : {&finding.left, &finding.right}) bytes += side->has_value() ? (*side)->size() : 0;
  return bytes;
}

}  // namespace

int report_finding(lua_State* lua) {
  PackRuntime& runtime = PackRuntime::of(lua);
  const CheckRule* check = runtime.current_check();
  if (check == nullptr) return luaL_error(lua, "report 只能在检查运行时调用");
  check_fields(lua, 1, kFields, "report");
  Diagnostic& finding = runtime.pending_finding();
  finding = {};
  finding.code = check->code;
  finding.severity = check->severity;
  finding.message = text_field(lua, "message", true);
  if (trim(finding.message).empty()) return luaL_error(lua, "message 是空的：写明错在哪里");
  finding.hint = text_field(lua, "hint", false);
  finding.place.cell = text_field(lua, "cell", false);
  if (!finding.place.cell.empty()) require_figures(lua, "report 的 cell", finding.place.cell.c_str());
  finding.basis = text_field(lua, "basis", false);
  if (finding.basis.empty()) finding.basis = check->basis;
  read_severity(lua, finding.severity);
  read_place(lua, finding.place);
  read_side(lua, "left", finding.left);
  read_side(lua, "right", finding.right);
  read_count(lua, finding.count);
  // A finding leaves Lua's memory: it costs steps, so that no loop fills the host's.
  const std::size_t bytes = finding.message.size() + finding.hint.size() + finding.basis.size();
  LuaState::of(lua).charge(kStepsPerFinding + static_cast<std::int64_t>(bytes));
  const RuleRun& run = *runtime.current_run();
  place_unit_figure(*run.input, finding.place);
  if (run.adjustments != nullptr) run.adjustments->apply(finding, report_day(*run.input));
  const bool is_kept = run.diagnostics->add(finding);
  if (is_kept) LuaState::of(lua).charge_handed(2 * size_of(finding));  // writers take another copy
  return 0;
}

}  // namespace nianbao
