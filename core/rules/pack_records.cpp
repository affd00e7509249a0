// The part of a pack's runtime that hands it the records of the request ledger.
#include <fmt/format.h>

#include <algorithm>

#include "rules/lua_report.h"
#include "rules/lua_requests.h"
#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

constexpr std::int64_t kStepsPerStreamed = 2000;  // a record, for all that read it in one pack
constexpr std::int64_t kStepsPerHanding = 200;    // of it to one check or section: what no instruction counts
constexpr std::int64_t kRecordsPerRest = 4096;    // between two looks at what the pack keeps

}  // namespace

std::string PackRuntime::section_key(const std::string& id) {
  return "section " + id;
}

bool PackRuntime::reads_records(RecordPhase phase) const {
  const auto reads = [](const auto& rule) { return rule.each != 0; };
  return phase == RecordPhase::checks
             ? std::any_of(registry_.checks.begin(), registry_.checks.end(), reads)
             : std::any_of(registry_.sections.begin(), registry_.sections.end(), reads);
}

void PackRuntime::begin_records(RecordPhase phase) {
  while (!readers_.empty()) forget_reader(readers_.begin()->first);
  records_taken_ = record_steps_ = 0;
  if (is_given_up_) return;
  const std::string& id = pack_.manifest.id;
  if (phase == RecordPhase::checks) {
    for (const CheckRule& rule : registry_.checks) {
      if (rule.each == 0) continue;
      readers_[rule.code] = {rule.each, 0, false,
                             fmt::format("规则包 {} 的检查 {}（{}）", id, rule.code, rule.title), rule};
    }
  } else {
    for (const SectionRule& rule : registry_.sections) {
      if (rule.each == 0) continue;
      readers_[section_key(rule.id)] = {
          rule.each, 0, false, fmt::format("规则包 {} 的章节 {}", id, rule.id), {}};
    }
  }
  lua_->begin_hosting();
  for (auto& [key, reader] : readers_) {
    lua_newtable(lua_->get());
    reader.state = luaL_ref(lua_->get(), LUA_REGISTRYINDEX);
  }
  lua_->end_hosting();
}

void PackRuntime::take_record(const RequestRecord& record, RuleRun& run) {
  if (records_taken_ == 0 && run.adjustments != nullptr)
    std::erase_if(readers_, [&](const auto& reader) { return run.adjustments->is_dropped(reader.first); });
  records_taken_ += 1;
  account_.earn(kStepsPerStreamed);
  for (auto& [key, reader] : readers_) {
    if (reader.has_ended || is_given_up_) continue;
    check_ = reader.check.code.empty() ? nullptr : &reader.check;
    call_each(reader, record, run);
    check_ = nullptr;
  }
}

// A budget for one record, and one for the whole ledger beside it.
void PackRuntime::call_each(RecordReader& reader, const RequestRecord& record, RuleRun& run) {
  lua_State* lua = lua_->get();
  lua_settop(lua, 0);
  lua_rawgeti(lua, LUA_REGISTRYINDEX, reader.each);
  push_request(lua, record, run.input->request_extra);
  lua_rawgeti(lua, LUA_REGISTRYINDEX, reader.state);
  lua_pushcfunction(lua, report_finding);
  LuaFailure failure;
  run_ = &run;
  bool done = lua_->call(3, 0, failure);
  run_ = nullptr;
  record_steps_ += lua_->steps_used() + kStepsPerHanding;
  account_.take(kStepsPerHanding, 0);
  if (done && record_steps_ > lua_->step_limit() + kStepsPerStreamed * records_taken_) {
    done = false;
    failure.fault = LuaFault::budget;
  }
  if (done && records_taken_ % kRecordsPerRest == 0 && !lua_->is_at_rest()) {
    done = false;
    failure.fault = LuaFault::kept;
  }
  if (done) return require_account(reader.each, reader.what + "读记录时", *run.diagnostics);
  reader.has_ended = true;
  if (failure.source.empty()) find_definition(reader.each, failure);
  report(failure, reader.what + "读记录时", *run.diagnostics);
  if (!failure.is_stop()) return;
  stop(failure, *run.diagnostics);
  if (!is_given_up_) end_readers(reader.what, *run.diagnostics);
}

bool PackRuntime::has_ended(const std::string& key) const {
  const auto reader = readers_.find(key);
  return reader != readers_.end() && reader->second.has_ended;
}

void PackRuntime::push_state(const std::string& key) {
  const auto reader = readers_.find(key);
  if (reader == readers_.end()) {
    lua_pushnil(lua_->get());
  } else {
    lua_rawgeti(lua_->get(), LUA_REGISTRYINDEX, reader->second.state);
  }
}

// Its check or section has run: what it gathered is not needed any more.
void PackRuntime::forget_reader(const std::string& key) {
  const auto reader = readers_.find(key);
  if (reader == readers_.end()) return;
  if (!is_given_up_) luaL_unref(lua_->get(), LUA_REGISTRYINDEX, reader->second.state);
  readers_.erase(reader);
}

// A stop loses what the others of the pack had gathered.
void PackRuntime::end_readers(const std::string& stopped, Diagnostics& diagnostics) {
  for (auto& [key, reader] : readers_) {
    if (reader.has_ended) continue;
    reader.has_ended = true;
    Diagnostic finding;
    finding.code = "M-03";
    finding.message =
        fmt::format("{}没有运行到底：{}中止时，它从记录里得到的结果也没有了", reader.what, stopped);
    finding.hint = "先改正被中止的一个";
    finding.place.file = pack_.shown_folder;
    diagnostics.add(std::move(finding));
  }
}

}  // namespace nianbao
