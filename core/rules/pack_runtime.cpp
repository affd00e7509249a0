#include "rules/pack_runtime.h"

#include <fmt/format.h>

#include "rules/frozen.h"
#include "rules/lua_adjust.h"
#include "rules/lua_claims.h"
#include "rules/lua_context.h"
#include "rules/lua_document.h"
#include "rules/lua_figures.h"
#include "rules/lua_format.h"
#include "rules/lua_register.h"
#include "rules/lua_report.h"
#include "rules/lua_values.h"
#include "rules/sandbox.h"

namespace nianbao {

namespace {

constexpr std::int64_t kStepsPerUnit = 200'000;
constexpr std::int64_t kStepsPerRecord = 500;
constexpr std::int64_t kStepsPerEntry = 5'000;  // a task, an activity, a unit among the year's figures

// Tasks, activities and groups of requests, each looked at a few times by one section.
std::size_t entries_of(const RuleInput& input) {
  std::size_t entries = input.tasks == nullptr ? 0 : input.tasks->size();
  if (input.activities != nullptr) entries += input.activities->size();
  for (const Figures* figures : {input.figures, input.previous}) {
    if (figures != nullptr && figures->requests) entries += figures->requests->by_unit.size();
  }
  return entries;
}

// What one call may need more of when the input is large: checks look at each unit and each record once.
std::int64_t steps_for(const RuleInput& input) {
  std::size_t records = input.carried_in.size();
  if (input.previous != nullptr && input.previous->requests)
    records += input.previous->requests->open_ids.size();
  const std::size_t units = input.unit_tables == nullptr ? 0 : input.unit_tables->size();
  return kStepsPerUnit * static_cast<std::int64_t>(units) +
         kStepsPerRecord * static_cast<std::int64_t>(records) +
         kStepsPerEntry * static_cast<std::int64_t>(entries_of(input));
}

// base(): the section as the pack before this one wrote it.
int run_base(lua_State* lua) {
  RuleRun* run = PackRuntime::of(lua).current_run();
  if (run == nullptr || !run->base) return luaL_error(lua, "这一章节前面没有可用的定义");
  if (!run->base()) return luaL_error(lua, "前面规则包的这一章节运行失败");
  return 0;
}

}  // namespace

PackRuntime::PackRuntime(const Pack& pack, const KnownRules& known_rules, const LuaLimits& limits)
    : pack_(pack), known_rules_(known_rules), limits_(limits) {
  open();
}

PackRuntime& PackRuntime::of(lua_State* lua) {
  return *static_cast<PackRuntime*>(LuaState::of(lua).owner());
}

void PackRuntime::open() {
  lua_ = std::make_unique<LuaState>(limits_);
  lua_->set_owner(this);
  lua_State* lua = lua_->get();
  push_sandbox(lua);
  open_values(lua);
  set_value_functions(lua);
  set_format_functions(lua);
  set_register_functions(lua);
  set_adjust_functions(lua);
  set_claim_functions(lua);
  push_form(lua);
  lua_setfield(lua, -2, "form");
  push_environment(lua);
  lua_setfield(lua, LUA_REGISTRYINDEX, kEnvironmentField);
}

void PackRuntime::start(Diagnostics& diagnostics) {
  if (pack_.is_too_new()) return;
  for (const char* file : {"checks.lua", "report.lua"}) {
    if (pack_.scripts.count(file) != 0) load_file(file, diagnostics);
  }
}

void PackRuntime::load_file(const std::string& file, Diagnostics& diagnostics) {
  lua_State* lua = lua_->get();
  LuaFailure failure;
  const std::string what = fmt::format("规则包 {} 的 {}", pack_.manifest.id, file);
  loading_ = true;
  bool loaded = lua_->load(pack_.scripts.at(file), pack_.manifest.id + "/" + file, failure);
  if (loaded) {
    lua_getfield(lua, LUA_REGISTRYINDEX, kEnvironmentField);
    lua_setupvalue(lua, -2, 1);
    loaded = lua_->call(0, 0, failure);
  }
  loading_ = false;
  if (!loaded) report(failure, what, diagnostics);
}

void PackRuntime::restart() {
  Diagnostics already_known;
  registry_ = {};
  context_ = 0;
  open();
  start(already_known);
  if (input_ != nullptr) bind(*input_, claims_);
}

void PackRuntime::bind(const RuleInput& input, const TextClaims* claims) {
  lua_State* lua = lua_->get();
  input_ = &input;
  claims_ = claims;
  lua_->next_generation();
  lua_->grant(steps_for(input));
  if (context_ != 0) luaL_unref(lua, LUA_REGISTRYINDEX, context_);
  push_context(lua, input, claims);
  context_ = luaL_ref(lua, LUA_REGISTRYINDEX);
}

bool PackRuntime::run_check(std::size_t index, RuleRun& run) {
  if (index >= registry_.checks.size()) return false;
  const CheckRule rule = registry_.checks[index];  // a copy: a restart rebuilds the registry
  check_ = &rule;
  const bool done =
      call(rule.function, false,
           fmt::format("规则包 {} 的检查 {}（{}）", pack_.manifest.id, rule.code, rule.title), run);
  check_ = nullptr;
  return done;
}

bool PackRuntime::run_section(std::size_t index, RuleRun& run) {
  if (index >= registry_.sections.size()) return false;
  const SectionRule& rule = registry_.sections[index];
  const std::string what = fmt::format("规则包 {} 的章节 {}", pack_.manifest.id, rule.id);
  return call(rule.function, true, what, run);
}

bool PackRuntime::call(int function, bool with_document, const std::string& what, RuleRun& run) {
  lua_State* lua = lua_->get();
  lua_settop(lua, 0);
  lua_rawgeti(lua, LUA_REGISTRYINDEX, function);
  if (with_document) push_document(lua);
  lua_rawgeti(lua, LUA_REGISTRYINDEX, context_);
  lua_pushcfunction(lua, with_document ? run_base : report_finding);
  LuaFailure failure;
  run_ = &run;
  const bool done = lua_->call(with_document ? 3 : 2, 0, failure);
  run_ = nullptr;
  if (done) return true;
  report(failure, what, *run.diagnostics);
  if (failure.fault == LuaFault::budget || failure.fault == LuaFault::memory) restart();
  return false;
}

void PackRuntime::report(const LuaFailure& failure, const std::string& what, Diagnostics& diagnostics) const {
  Diagnostic finding;
  finding.place.row = failure.line;
  // A chunk is named "id/file.lua".
  const std::string file = failure.source.substr(failure.source.find('/') + 1);
  finding.place.file = pack_.shown_folder + (failure.source.empty() ? "" : "/" + file);
  switch (failure.fault) {
    case LuaFault::syntax:
      finding.code = "M-01";
      finding.message = fmt::format("{}不能载入：{}", what, failure.message);
      finding.hint = "改正这一行的写法";
      break;
    case LuaFault::budget:
      finding.code = "M-03";
      finding.message = fmt::format("{}超出步数上限，已中止", what);
      finding.hint = "多半是没有尽头的循环，或对很长的文字反复处理";
      break;
    case LuaFault::memory:
      finding.code = "M-03";
      finding.message =
          fmt::format("{}超出内存上限（{} MiB，单个文字 1 MiB），已中止", what, limits_.memory >> 20);
      finding.hint = "不要把大量数据攒在表或文字里，也不要没有尽头地递归";
      break;
    default:
      finding.code = "M-02";
      finding.message = fmt::format("{}运行失败：{}", what, failure.message);
      finding.hint = "改正后重新运行；其他检查和章节不受影响";
  }
  diagnostics.add(std::move(finding));
}

}  // namespace nianbao
