// The part of a pack's runtime that loads its files: each for itself, so that one that fails takes nothing
// with it.
#include <fmt/format.h>

#include <algorithm>

#include "rules/declared_codes.h"
#include "rules/lua_register.h"
#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

// What a failure leaves undone.
constexpr const char* kWholeFile = "这个文件写的都没有登记，其他文件不受影响";
constexpr const char* kAfterLine = "这个文件这一行以后写的都没有登记，其他文件不受影响";
constexpr const char* kReportFile = "report.lua";
constexpr std::size_t kMostListed = 12;  // codes that a finding names

}  // namespace

void PackRuntime::start(Diagnostics& diagnostics) {
  if (!pack_.is_too_new()) load_files(diagnostics);
}

bool PackRuntime::start_file(const std::string& file, Diagnostics& diagnostics) {
  if (pack_.is_too_new() || pack_.scripts.count(file) == 0) return false;
  const std::int64_t before = diagnostics.count(Severity::error);
  only_file_ = file;
  load_file(file, diagnostics);
  return diagnostics.count(Severity::error) == before;
}

// What a file registered before it failed counts. One that left too much behind does not: the others start
// again without it.
void PackRuntime::load_files(Diagnostics& diagnostics) {
  for (bool again = true; again;) {
    again = false;
    for (const char* file : {"fields.lua", "checks.lua", kReportFile}) {
      if (again || pack_.scripts.count(file) == 0 || broken_files_.count(file) != 0) continue;
      again = !load_file(file, diagnostics);
      if (is_given_up_) {
        has_whole_report_ = has_whole_report_ && pack_.scripts.count(kReportFile) == 0;
        return;
      }
      if (again) broken_files_.insert(file);
    }
    if (!again) break;
    registry_ = {};
    open();
  }
}

// What is not checked because of it is said, too.
void PackRuntime::report_file(const LuaFailure& failure, const std::string& chunk, const std::string& code) {
  std::vector<std::string> missing;
  for (const std::string& declared : declared_codes(code, pack_.manifest.prefix)) {
    const bool is_there = std::any_of(registry_.checks.begin(), registry_.checks.end(),
                                      [&](const CheckRule& rule) { return rule.code == declared; });
    if (!is_there && missing.size() <= kMostListed) missing.push_back(declared);
  }
  const bool is_cut = missing.size() > kMostListed;
  if (is_cut) missing.pop_back();
  std::string consequence = failure.fault == LuaFault::syntax ? kWholeFile : kAfterLine;
  if (!missing.empty()) {
    consequence = fmt::format("这个文件里的 {}{} 没有检查，其他文件不受影响", fmt::join(missing, "、"),
                              is_cut ? " 等" : "");
  }
  const std::string what = fmt::format("规则包 {} 的这个文件", chunk.substr(0, chunk.find('/')));
  report(failure, what, *loading_diagnostics_, consequence);
  if (loading_ == kReportFile) has_whole_report_ = false;
}

void PackRuntime::report_include(const std::string& chunk, const std::string& code) {
  report_file(lua_->last_failure(), chunk, code);
  unloaded_.insert(chunk);
  lua_->forget_error();
}

void PackRuntime::note_include(const std::string& file) {
  const bool is_own = pack_.scripts.count(file) != 0;
  if (loading_ == kReportFile && unloaded_.count(is_own ? pack_.manifest.id + "/" + file : file) != 0)
    has_whole_report_ = false;
}

// False when the file left too much behind.
bool PackRuntime::load_file(const std::string& file, Diagnostics& diagnostics) {
  lua_State* lua = lua_->get();
  LuaFailure failure;
  const std::string source = pack_.manifest.id + "/" + file;
  loading_ = file;
  loading_diagnostics_ = &diagnostics;
  bool loaded = lua_->load(*pack_.scripts.at(file), source, failure);
  if (loaded) {
    lua_getfield(lua, LUA_REGISTRYINDEX, kEnvironmentField);
    lua_setupvalue(lua, -2, 1);
    loaded = lua_->call(0, 0, failure);
  }
  const bool is_at_rest = lua_->is_at_rest();
  if (loaded && !is_at_rest) {
    loaded = false;
    failure = {LuaFault::kept, {}, source, 0};
  }
  if (!loaded) report_file(failure, source, *pack_.scripts.at(file));
  loading_.clear();
  loading_diagnostics_ = nullptr;
  if (failure.fault == LuaFault::account) give_up();
  return is_at_rest;
}

}  // namespace nianbao
