#include "rules/lua_adjust.h"

#include <vector>

#include "base/host_codes.h"
#include "base/text.h"
#include "rules/api.h"
#include "rules/frozen.h"
#include "rules/lua_names.h"
#include "rules/lua_register.h"
#include "rules/lua_table_argument.h"
#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

constexpr std::size_t kMostAdjustments = 500;

// Copies a text field of the table at 1 into `target`.
void take_text(lua_State* lua, const char* key, bool needed, std::string& target) {
  const char* text = push_text_field(lua, 1, key, needed);
  target = text;
  lua_pop(lua, 1);
  // Blanks of any width are no reason.
  if (name_key(target).empty()) target.clear();
  if (needed && target.empty()) luaL_error(lua, "“%s”不能是空的", key);
}

// Pushes a table whose keys are the codes of the earlier packs, for the nearest name.
void push_codes(lua_State* lua, const PackRuntime& runtime) {
  lua_newtable(lua);
  for (const auto& [code, rule] : runtime.known_rules()) {
    lua_pushboolean(lua, 1);
    lua_setfield(lua, -2, code.c_str());
  }
}

const KnownRule& require_rule(lua_State* lua, const char* function) {
  const PackRuntime& runtime = PackRuntime::of(lua);
  const char* code = push_text_field(lua, 1, "rule", true);
  const auto known = runtime.known_rules().find(code);
  if (known != runtime.known_rules().end()) return known->second;
  for (const CheckRule& own : runtime.registry().checks) {
    if (own.code == code) luaL_error(lua, "%s 是本规则包的规则，直接改它的 check，不用 %s", code, function);
  }
  if (find_host_code(code) != nullptr) luaL_error(lua, "%s %s", code, kKeptByHost);
  push_codes(lua, runtime);
  const int codes = lua_gettop(lua);
  raise_unknown_key(lua, "前面规则包的规则", codes, codes - 1);
}

// Starts an adjustment in the runtime, which outlives an error.
Adjustment& begin(lua_State* lua, AdjustmentKind kind, const char* function, const char* const* fields) {
  require_loading(lua, function);
  check_fields(lua, 1, fields, function);
  PackRuntime& runtime = PackRuntime::of(lua);
  Adjustment& adjustment = runtime.pending_adjustment();
  adjustment = {};
  adjustment.kind = kind;
  adjustment.pack = runtime.pack().manifest.id;
  require_rule(lua, function);
  lua_settop(lua, 1);
  take_text(lua, "rule", true, adjustment.rule);
  adjustment.place = calling_place(lua);
  return adjustment;
}

// Two of them for one rule would contradict each other, or one would be useless; exceptions add up.
void require_first(lua_State* lua, const std::vector<Adjustment>& kept, const Adjustment& adjustment) {
  if (adjustment.kind == AdjustmentKind::except) return;
  for (const Adjustment& a : kept) {
    if (a.kind == AdjustmentKind::except || a.rule != adjustment.rule) continue;
    luaL_error(lua, "%s 在 %s 第 %d 行已经写了 %s：一条规则只写一个 tighten 或 drop", a.rule.c_str(),
               a.place.file.c_str(), static_cast<int>(a.place.row),
               a.kind == AdjustmentKind::drop ? "drop" : "tighten");
  }
}

// Its texts stand in the report, in figures.json and in what it excuses.
int keep(lua_State* lua) {
  PackRuntime& runtime = PackRuntime::of(lua);
  const Adjustment& adjustment = runtime.pending_adjustment();
  std::vector<Adjustment>& kept = runtime.registry().adjustments;
  if (kept.size() >= kMostAdjustments) {
    return luaL_error(lua, "一个规则包的 tighten、exception 和 drop 合起来至多 %d 个",
                      static_cast<int>(kMostAdjustments));
  }
  require_first(lua, kept, adjustment);
  std::size_t bytes = sizeof adjustment + adjustment.place.file.size();
  for (const std::string* text : {&adjustment.pack, &adjustment.rule, &adjustment.cell, &adjustment.unit,
                                  &adjustment.reason, &adjustment.approver}) {
    bytes += text->size();
  }
  LuaState::of(lua).charge_handed(2 * bytes);
  kept.push_back(adjustment);
  return 0;
}

int tighten(lua_State* lua) {
  static constexpr const char* kFields[] = {"rule", "severity", nullptr};
  Adjustment& adjustment = begin(lua, AdjustmentKind::tighten, "tighten", kFields);
  adjustment.severity = severity_field(lua, false);
  const KnownRule& rule = require_rule(lua, "tighten");
  if (adjustment.severity <= rule.severity) {
    return luaL_error(lua, "%s 现在是 %s，tighten 只能加严；个别情况可以不作为问题的，用 exception",
                      adjustment.rule.c_str(), severity_key(rule.severity));
  }
  return keep(lua);
}

// A date but for its year: "2225-12-31".
bool is_far_date(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits == 8 && text.size() == 8) digits = 4;
  return digits >= 4 && digits <= 6 && parse_date("2000" + std::string(text.substr(digits))).has_value();
}

void take_expiry(lua_State* lua, Adjustment& adjustment) {
  const char* text = push_text_field(lua, 1, "expires", true);
  const auto date = parse_date(text);
  if (!date && is_far_date(text)) luaL_error(lua, "expires 的年份超出范围（1949 至 2100），得到“%s”", text);
  if (!date) luaL_error(lua, "expires 应为日期，如 \"2025-12-31\"，得到“%s”", text);
  adjustment.expires = date;
  lua_pop(lua, 1);
}

int exception(lua_State* lua) {
  static constexpr const char* kFields[] = {"rule", "cell", "unit", "reason", "approver", "expires", nullptr};
  Adjustment& adjustment = begin(lua, AdjustmentKind::except, "exception", kFields);
  take_text(lua, "cell", false, adjustment.cell);
  take_text(lua, "unit", false, adjustment.unit);
  if (adjustment.cell.empty() && adjustment.unit.empty()) {
    return luaL_error(lua, "exception 要写对哪个数据（cell）或哪个单位（unit）；整条规则不检查的用 drop");
  }
  if (!adjustment.cell.empty()) require_exception_cell(lua, adjustment.cell.c_str());
  take_text(lua, "reason", true, adjustment.reason);
  take_text(lua, "approver", true, adjustment.approver);
  take_expiry(lua, adjustment);
  return keep(lua);
}

// Without a reason it is kept, too: the chain reports it (M-05) and goes on checking.
int drop(lua_State* lua) {
  static constexpr const char* kFields[] = {"rule", "reason", "approver", nullptr};
  Adjustment& adjustment = begin(lua, AdjustmentKind::drop, "drop", kFields);
  take_text(lua, "reason", false, adjustment.reason);
  take_text(lua, "approver", false, adjustment.approver);
  return keep(lua);
}

}  // namespace

std::span<const ApiFunction> adjust_api() {
  static constexpr ApiFunction kFunctions[] = {
      {"tighten", tighten, "rule: nianbao.tighten", "", "加严前面规则包的一条规则：它的问题至少是这个级别。",
       "没有这条规则；不比现在严"},
      {"exception", exception, "rule: nianbao.exception", "",
       "前面规则包的一条规则对一个数据或一个单位的例外：仍列为提示，写明理由；到期以后自己失效。"
       "印在报告的“统计口径”附件和 figures.json 里。",
       "没有这条规则；没有写 cell 或 unit、理由、批准、到期日；没有这个数；cell 的 .* 包括整张表"},
      {"drop", drop, "rule: nianbao.drop", "",
       "不检查前面规则包的一条规则。理由印在报告的“统计口径”附件和 figures.json 里；没有理由是 "
       "M-05，规则照常检查。",
       "没有这条规则"}};
  return kFunctions;
}

void set_adjust_functions(lua_State* lua) {
  set_api(lua, adjust_api());
}

}  // namespace nianbao
