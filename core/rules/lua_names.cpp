#include "rules/lua_names.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "base/text.h"
#include "figures/figure_place.h"
#include "model/official_form.h"
#include "rules/lua_state.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestName = 96;           // bytes; what is longer resembles nothing
constexpr std::int64_t kStepsToCompare = 400'000;  // the nearest of some hundred names

using Buffer = char[256];

void copy(std::string_view text, Buffer& out) {
  std::snprintf(out, sizeof out, "%.*s", static_cast<int>(std::min(text.size(), kLongestName)), text.data());
}

// ---- questions: they hold strings and call nothing that raises
// ------------------------------------------------------------------------------------------------------------
void find_similar(const char* name, Buffer& out) {
  out[0] = '\0';
  if (std::strlen(name) <= kLongestName) copy(nearest_figures(name), out);
}

// "table3.total.*", "table3.refused.*", "requests.by_unit.某局.*".
bool covers_one_place(std::string_view stem) {
  const bool is_of_form = starts_with(stem, "table");
  return std::count(stem.begin(), stem.end(), '.') >= (is_of_form ? 1 : 2) && names_figures(stem);
}

bool is_row_of_applicants(std::string_view stem) {
  return starts_with(stem, "table3.") && find_figure_place(std::string(stem) + ".total").has_value();
}

// Cuts the next name off a reading, by the marks that prose_counts knows.
std::string_view next_name(std::string_view& reading) {
  const std::size_t plus = reading.find('+'), minus = reading.find(" - ");
  const std::size_t end = std::min(plus, minus);
  const std::string_view name = trim(reading.substr(0, end));
  reading.remove_prefix(end == std::string_view::npos ? reading.size() : end + (end == plus ? 1 : 3));
  return name;
}

// The first name of the reading that is no figure, into `out`; empty where all are.
void find_unknown(const char* reading, Buffer& out) {
  out[0] = '\0';
  std::string_view rest = reading;
  do {
    const std::string_view name = next_name(rest);
    const bool has_star = ends_with(name, ".*");
    const bool is_known = has_star ? is_row_of_applicants(name.substr(0, name.size() - 2))
                                   : find_figure_place(name).has_value() || name == "requests.received";
    if (!is_known) return name.empty() ? copy("（空）", out) : copy(name, out);
  } while (!rest.empty());
}

bool is_column(std::string_view name) {
  for (int i = 0; i < kTable3Columns; ++i) {
    if (name == table3_column(i).key) return true;
  }
  return false;
}

[[noreturn]] void refuse(lua_State* lua, const char* what, const char* name) {
  Buffer nearest;
  LuaState::of(lua).charge(kStepsToCompare);
  find_similar(name, nearest);
  if (nearest[0] != '\0') luaL_error(lua, "%s：没有“%s”这个数，是不是“%s”？", what, name, nearest);
  luaL_error(lua, "%s：没有“%s”这个数；名称与 figures.json 相同", what, name);
  std::abort();  // luaL_error does not return
}

}  // namespace

void require_figures(lua_State* lua, const char* what, const char* name) {
  if (!names_figures(name)) refuse(lua, what, name);
}

void require_exception_cell(lua_State* lua, const char* name) {
  if (names_figures(name)) return;
  const std::string_view text = name;
  const std::string_view stem = ends_with(text, ".*") ? text.substr(0, text.size() - 2) : text;
  const bool has_star = stem.find('*') != std::string_view::npos;
  if (stem.size() != text.size() && !has_star && covers_one_place(stem)) return;
  if (has_star || stem.empty() || names_figures(stem)) {
    luaL_error(lua,
               "exception 的 cell“%s”包括的太多：写一格的名称，或者一行、一类、一个单位后面加 .*，如 "
               "table3.total.*；整条规则不检查的用 drop",
               name);
  }
  refuse(lua, "exception 的 cell", name);
}

void require_reading(lua_State* lua, const char* what, const char* reading) {
  Buffer unknown;
  find_unknown(reading, unknown);
  if (unknown[0] != '\0') refuse(lua, what, unknown);
}

void require_column(lua_State* lua, const char* name) {
  if (!is_column(name))
    luaL_error(lua, "phrase 的 column：没有“%s”这一列，列见 form.table3_columns 的 key", name);
}

void require_beginning(lua_State* lua, const char* name) {
  std::string_view text = name;
  if (ends_with(text, ".")) text.remove_suffix(1);
  if (!names_figures(text)) refuse(lua, "phrase 的 goes_on", name);
}

}  // namespace nianbao
