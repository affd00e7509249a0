#include "rules/pack_runtime.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "rules/foreign_character.h"
#include "rules/frozen.h"
#include "rules/lua_adjust.h"
#include "rules/lua_claims.h"
#include "rules/lua_context.h"
#include "rules/lua_document.h"
#include "rules/lua_fields.h"
#include "rules/lua_figures.h"
#include "rules/lua_format.h"
#include "rules/lua_register.h"
#include "rules/lua_report.h"
#include "rules/lua_tasks.h"
#include "rules/lua_values.h"
#include "rules/sandbox.h"
#include "rules/writing_slips.h"

namespace nianbao {

namespace {

constexpr std::int64_t kStepsPerUnit = 200'000;
constexpr std::int64_t kStepsPerRecord = 500;
constexpr std::int64_t kStepsPerEntry = 5'000;  // a task, an activity, a unit among the year's figures
constexpr std::size_t kBytesPerEntry = 4096;    // of one of them, in a table of the report
constexpr int kMostStops = 3;
constexpr const char* kOthersUnharmed = "其他检查和章节不受影响";
constexpr const char* kEarlierPrinted = "这一章印的是前面规则包的写法，其他检查和章节不受影响";
constexpr std::int64_t kMostCallsWorth = 4;             // all calls of a pack, in budgets of one
constexpr std::int64_t kMostUnexplained = 700'000'000;  // nanoseconds, of all calls without grants

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

std::size_t bytes_for(const RuleInput& input) {
  const std::size_t units = input.unit_tables == nullptr ? 0 : input.unit_tables->size();
  return kBytesPerEntry * (entries_of(input) + units);
}

bool call_base(RuleRun& run) {
  run.has_called_base = true;
  const std::function<bool()> base = std::move(run.base);
  run.base = nullptr;
  return base();
}

// base(): the section as the pack before this one wrote it, on that pack's budget. Once: a loop of it would
// cost the caller nothing. The caller waits with little memory in hand.
int run_base(lua_State* lua) {
  RuleRun* run = PackRuntime::of(lua).current_run();
  if (run != nullptr && run->has_called_base) return luaL_error(lua, "base() 在一章里只能调用一次");
  if (run == nullptr || !run->base) return luaL_error(lua, "这一章节前面没有可用的定义");
  LuaState& state = LuaState::of(lua);
  state.require_rest();
  const std::int64_t before = LuaState::processor_time();
  const bool done = call_base(*run);
  state.forgive(LuaState::processor_time() - before);
  if (!done) return luaL_error(lua, "前面规则包的这一章节运行失败");
  return 0;
}

}  // namespace

PackRuntime::PackRuntime(const Pack& pack, const EarlierPacks& before, const LuaLimits& limits)
    : pack_(pack), before_(before), limits_(limits) {
  open();
  set_limits();
}

PackRuntime& PackRuntime::of(lua_State* lua) {
  return *static_cast<PackRuntime*>(LuaState::of(lua).owner());
}

void PackRuntime::open() {
  lua_ = nullptr;  // first: two of them may be more memory than one run should take
  lua_ = std::make_unique<LuaState>(limits_);
  lua_->set_owner(this);
  lua_->set_account(&account_);
  lua_->set_home(pack_.manifest.id + "/");
  lua_->begin_hosting();
  lua_State* lua = lua_->get();
  push_sandbox(lua);
  open_values(lua);
  let_missing_items_be(lua);
  set_value_functions(lua);
  set_format_functions(lua);
  set_register_functions(lua);
  set_adjust_functions(lua);
  set_field_function(lua);
  set_claim_functions(lua);
  set_task_functions(lua);
  push_form(lua);
  lua_setfield(lua, -2, "form");
  push_environment(lua);
  lua_setfield(lua, LUA_REGISTRYINDEX, kEnvironmentField);
  lua_->end_hosting();
}

// More for a larger input.
void PackRuntime::set_limits() {
  const std::int64_t steps = lua_->step_limit();
  account_.set_limits(kMostCallsWorth * steps, kMostUnexplained / limits_.steps * steps);
}

void PackRuntime::give_up() {
  is_given_up_ = true;
  lua_ = nullptr;
}

void PackRuntime::say_given_up(const std::string& why, Diagnostics& diagnostics) const {
  Diagnostic finding;
  finding.code = "M-03";
  finding.message = fmt::format("规则包 {} {}，其余的检查和章节不再运行", pack_.manifest.id, why);
  finding.hint = "先改正这个规则包；其他规则包不受影响";
  finding.place.file = pack_.shown_folder;
  diagnostics.add(std::move(finding));
}

// After a call that was stopped.
void PackRuntime::stop(const LuaFailure& failure, Diagnostics& diagnostics) {
  if (failure.fault == LuaFault::account) return give_up();
  if (++stops_ >= kMostStops) {
    say_given_up(fmt::format("已中止 {} 次", stops_), diagnostics);
    return give_up();
  }
  Diagnostics already_known;
  const std::size_t handed = lua_->handed();
  registry_ = {};
  context_ = 0;
  for (auto& [key, reader] : readers_) reader.state = LUA_NOREF;  // gone with the interpreter
  open();
  load_files(already_known);
  if (is_given_up_) return say_given_up("中止以后重新载入，合计超出上限", diagnostics);
  lua_->set_handed(handed);
  if (input_ != nullptr) bind_input();
}

// After a call that came to its end: whether others may follow. It was too short to be stopped on a line.
void PackRuntime::require_account(int function, const std::string& what, Diagnostics& diagnostics) {
  if (!account_.is_spent()) return;
  LuaFailure failure;
  failure.fault = LuaFault::account;
  find_definition(function, failure);
  report(failure, what, diagnostics);
  give_up();
}

void PackRuntime::bind(const RuleInput& input, const TextClaims* claims) {
  input_ = &input;
  claims_ = claims;
  if (is_given_up_) return;
  // In a build all calls work for one report; each verified file stands for itself.
  if (input.mode == RuleMode::verify) start_again();
  bind_input();
}

void PackRuntime::start_again() {
  if (is_given_up_) return;
  lua_->set_handed(0);
  account_.start_again();
}

void PackRuntime::bind_input() {
  lua_State* lua = lua_->get();
  lua_->next_generation();
  lua_->grant(steps_for(*input_), bytes_for(*input_));
  set_limits();
  lua_->begin_hosting();
  if (context_ != 0) luaL_unref(lua, LUA_REGISTRYINDEX, context_);
  push_context(lua, *input_, claims_);
  context_ = luaL_ref(lua, LUA_REGISTRYINDEX);
  lua_->end_hosting();
}

bool PackRuntime::run_check(std::size_t index, RuleRun& run) {
  if (index >= registry_.checks.size()) return false;
  if (has_ended(registry_.checks[index].code)) return false;
  const CheckRule rule = registry_.checks[index];  // a copy: a stop rebuilds the registry
  check_ = &rule;
  const bool done =
      call(rule.function, false,
           fmt::format("规则包 {} 的检查 {}（{}）", pack_.manifest.id, rule.code, rule.title), run);
  check_ = nullptr;
  forget_reader(rule.code);
  return done;
}

bool PackRuntime::run_section(std::size_t index, RuleRun& run) {
  if (index >= registry_.sections.size()) return false;
  const SectionRule& rule = registry_.sections[index];
  if (has_ended(section_key(rule.id))) return false;
  const std::string what = fmt::format("规则包 {} 的章节 {}", pack_.manifest.id, rule.id);
  const std::string key = section_key(rule.id);
  section_ = key;
  const bool done = call(rule.function, true, what, run);
  forget_reader(key);
  return done;
}

// Where the function begins.
void PackRuntime::find_definition(int function, LuaFailure& failure) const {
  lua_State* lua = lua_->get();
  lua_Debug info{};
  lua_rawgeti(lua, LUA_REGISTRYINDEX, function);
  lua_getinfo(lua, ">S", &info);
  if (info.source[0] == '@') failure.source = info.source + 1;
  failure.line = info.linedefined;
}

bool PackRuntime::call(int function, bool with_document, const std::string& what, RuleRun& run) {
  if (is_given_up_) return false;
  lua_State* lua = lua_->get();
  const std::size_t handed = lua_->handed();
  lua_settop(lua, 0);
  lua_rawgeti(lua, LUA_REGISTRYINDEX, function);
  if (with_document) push_document(lua);
  lua_rawgeti(lua, LUA_REGISTRYINDEX, context_);
  lua_pushcfunction(lua, with_document ? run_base : report_finding);
  const std::string key = with_document ? section_ : check_->code;
  push_state(key);
  LuaFailure failure;
  run_ = &run;
  bool done = lua_->call(with_document ? 4 : 3, 0, failure);
  run_ = nullptr;
  if (done && !lua_->is_at_rest()) {
    done = false;
    failure.fault = LuaFault::kept;
  }
  if (done) {
    require_account(function, what, *run.diagnostics);
    return true;
  }
  if (failure.source.empty()) find_definition(function, failure);
  if (with_document) lua_->set_handed(handed);  // what the section wrote is taken back
  report(failure, what, *run.diagnostics,
         with_document && run.has_earlier ? kEarlierPrinted : kOthersUnharmed);
  if (!failure.is_stop()) return false;
  forget_reader(key);
  stop(failure, *run.diagnostics);
  if (!is_given_up_) end_readers(what, *run.diagnostics);
  return false;
}

void PackRuntime::note_replaced(const ApiFunction& function, Place place) {
  if (!replaced_.insert(function.name).second) return;
  Diagnostic note;
  note.code = "N-28";
  note.severity = Severity::note;
  note.place = std::move(place);
  note.message =
      fmt::format("规则包 {} 用了“{}”，它还能用，但已有代替它的写法", pack_.manifest.id, function.name);
  note.hint = fmt::format("改用 {}", function.instead);
  notes_.push_back(std::move(note));
}

const std::string* PackRuntime::find_script(const std::string& file) const {
  const auto own = pack_.scripts.find(file);
  if (own != pack_.scripts.end()) return own->second.get();
  const auto earlier = before_.scripts.find(file);
  return earlier == before_.scripts.end() ? nullptr : earlier->second.get();
}

const std::string* PackRuntime::owner_of_word(const std::string& word) const {
  const auto owner = before_.words.find(word);
  return owner == before_.words.end() ? nullptr : &owner->second;
}

// The author's own line; empty where it is not known.
std::string_view PackRuntime::line_of_failure(const LuaFailure& failure) const {
  const std::string home = pack_.manifest.id + "/";
  const bool is_own = starts_with(failure.source, home);
  const std::string* code = find_script(is_own ? failure.source.substr(home.size()) : failure.source);
  return code == nullptr ? std::string_view() : line_of(*code, failure.line);
}

std::string PackRuntime::shown_source(const std::string& chunk) const {
  return pack_.shown_folder.substr(0, pack_.shown_folder.size() - pack_.manifest.id.size()) + chunk;
}

void PackRuntime::report(const LuaFailure& failure, const std::string& subject, Diagnostics& diagnostics,
                         const std::string& consequence) const {
  const bool ends_in_latin = !subject.empty() && static_cast<unsigned char>(subject.back()) < 0x80;
  const std::string what = subject + (ends_in_latin ? " " : "");
  Diagnostic finding;
  finding.place.row = failure.line;
  finding.place.file = failure.source.empty() ? pack_.shown_folder : shown_source(failure.source);
  finding.code = failure.is_stop() ? "M-03" : failure.fault == LuaFault::syntax ? "M-01" : "M-02";
  switch (failure.fault) {
    case LuaFault::syntax:
      finding.message = fmt::format("{}不能载入：{}", what, failure.message);
      finding.hint = "改正这一行的写法；" + consequence;
      break;
    case LuaFault::budget:
      finding.message = fmt::format("{}超出步数上限，已中止", what);
      finding.hint = "多半是没有尽头的循环，或对很长的文字反复处理";
      break;
    case LuaFault::memory:
      finding.message = fmt::format("{}超出内存上限（{} MiB，单个文字 {} KiB），已中止", what,
                                    limits_.memory >> 20, kLongestLuaString >> 10);
      finding.hint = "不要把大量数据攒在表或文字里，也不要没有尽头地递归";
      break;
    case LuaFault::handed:
      finding.message = fmt::format("{}交给程序的内容超出上限（一次 {} MiB，每个规则包 {} MiB），已中止",
                                    what, kMostHandedOver >> 21, kMostHandedOver >> 20);
      finding.hint = "问题、段落、表格和口径说明不要在循环里没有尽头地增加";
      break;
    case LuaFault::kept:
      finding.message = fmt::format("{}运行后留下的数据超出上限（{} MiB），已中止", what, kMostKept >> 20);
      finding.hint = "大量数据放在函数里的 local 变量，不要留在全局变量或外层的表里";
      break;
    case LuaFault::account:
      finding.message = fmt::format(
          "{}运行到这里，规则包 {} 的全部调用合计超出步数或用时上限，已中止；它其余的检查和章节不再运行",
          what, pack_.manifest.id);
      finding.hint = "多半是每次都反复比较、拼接很长的文字；其他规则包不受影响";
      break;
    default:
      finding.message = fmt::format("{}运行失败：{}", what, runtime_slip(failure, line_of_failure(failure)));
      finding.hint = "改正后重新运行；" + consequence;
  }
  if (failure.is_stop() && consequence == kEarlierPrinted) finding.hint += "；" + consequence;
  diagnostics.add(std::move(finding));
}

}  // namespace nianbao
