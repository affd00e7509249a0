#include "rules/lua_state.h"

#include <cassert>
#include <cstdlib>
#include <ctime>
#include <new>

#include "rules/lua_message.h"

namespace nianbao {

namespace {

constexpr int kHookInterval = 1000;  // instructions between two looks at the budget
constexpr std::size_t kBytesPerStep = 32;
constexpr std::size_t kBytesPerCollectionStep = 2;
constexpr std::size_t kLongestString = std::size_t{1} << 20;
// A last guard for what no step counts, such as comparing megabytes in one instruction. A call that stays
// within its steps takes a small part of it, so no finding of a sound pack depends on it.
constexpr std::int64_t kLongestCall = 10'000;  // milliseconds of processor time

std::int64_t processor_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

}  // namespace

LuaState::LuaState(const LuaLimits& limits) : limits_(limits) {
  lua_ = lua_newstate(allocate, this);
  if (lua_ == nullptr) throw std::bad_alloc();
  *static_cast<LuaState**>(lua_getextraspace(lua_)) = this;
}

LuaState::~LuaState() {
  lua_close(lua_);
}

LuaState& LuaState::of(lua_State* lua) {
  return **static_cast<LuaState**>(lua_getextraspace(lua));
}

void* LuaState::allocate(void* self, void* block, std::size_t old_size, std::size_t new_size) {
  auto* state = static_cast<LuaState*>(self);
  const std::size_t held = block == nullptr ? 0 : old_size;
  if (new_size == 0) {
    std::free(block);
    state->used_ -= held;
    return nullptr;
  }
  if (new_size > held && !state->may_grow(block, old_size, new_size)) return nullptr;
  void* result = std::realloc(block, new_size);
  if (result != nullptr) state->used_ = state->used_ - held + new_size;
  return result;
}

// For a new block `old_size` is the kind of object that it is for.
bool LuaState::may_grow(void* block, std::size_t old_size, std::size_t new_size) {
  if (!metered_) return true;
  const std::size_t held = block == nullptr ? 0 : old_size;
  steps_left_ -= static_cast<std::int64_t>(new_size / kBytesPerStep);
  if (steps_left_ < 0 && !over_budget_) {
    over_budget_ = true;
    remember_place();
  }
  if (over_budget_) return false;
  const bool is_string = block == nullptr && old_size == LUA_TSTRING;
  if (used_ - held + new_size <= limits_.memory && !(is_string && new_size > kLongestString)) return true;
  // Refused, Lua collects all garbage and asks again: near the cap that may go on and on, and costs.
  steps_left_ -= static_cast<std::int64_t>(used_ / kBytesPerCollectionStep);
  remember_place();
  return false;
}

// Of the innermost Lua function that runs. Asks for no memory.
void LuaState::remember_place() {
  lua_Debug info{};
  for (int level = 0; lua_getstack(lua_, level, &info) != 0; ++level) {
    lua_getinfo(lua_, "Sl", &info);
    if (info.currentline <= 0 || info.source[0] != '@') continue;
    failure_.source = info.source + 1;
    failure_.line = info.currentline;
    return;
  }
}

void LuaState::raise_spent() {
  if (!over_budget_) remember_place();
  over_budget_ = true;
  lua_sethook(lua_, on_count, LUA_MASKCOUNT, 1);
  luaL_error(lua_, "budget");
  std::abort();  // luaL_error does not return
}

void LuaState::on_count(lua_State* lua, lua_Debug* /*info*/) {
  LuaState& state = of(lua);
  state.steps_left_ -= kHookInterval;
  const bool late = processor_time() - state.started_ > kLongestCall;
  if (state.steps_left_ < 0 || state.is_spent() || late) state.raise_spent();
}

void LuaState::charge(std::int64_t steps) {
  steps_left_ -= steps;
  if (metered_ && steps_left_ < 0) raise_spent();
}

int LuaState::on_error(lua_State* lua) {
  LuaState& state = of(lua);
  if (state.is_spent() || state.failure_.fault == LuaFault::syntax) return 1;
  state.remember_place();
  state.failure_.message = describe_error_value(lua, -1);
  return 1;
}

void LuaState::note_syntax_error(const char* source) {
  failure_ = {LuaFault::syntax, {}, source, 0};
  failure_.message = describe_error_value(lua_, -1, &failure_.line);
}

LuaFault LuaState::fault_of(int status) const {
  if (over_budget_) return LuaFault::budget;
  if (out_of_memory_ || status == LUA_ERRMEM) return LuaFault::memory;
  return failure_.fault == LuaFault::syntax ? LuaFault::syntax : LuaFault::runtime;
}

bool LuaState::load(const std::string& code, const std::string& source, LuaFailure& failure) {
  const std::string name = "@" + source;
  const int status = luaL_loadbufferx(lua_, code.data(), code.size(), name.c_str(), "t");
  if (status == LUA_OK) return true;
  failure = {status == LUA_ERRMEM ? LuaFault::memory : LuaFault::syntax, {}, source, 0};
  failure.message = describe_error_value(lua_, -1, &failure.line);
  lua_pop(lua_, 1);
  return false;
}

bool LuaState::call(int arguments, int results, LuaFailure& failure) {
  assert(!metered_ && "one call at a time");
  failure_ = {};
  const int handler = lua_gettop(lua_) - arguments;
  lua_pushcfunction(lua_, on_error);
  lua_insert(lua_, handler);
  over_budget_ = out_of_memory_ = false;
  steps_left_ = limits_.steps + granted_;
  started_ = processor_time();
  metered_ = true;
  lua_sethook(lua_, on_count, LUA_MASKCOUNT, kHookInterval);
  const int status = lua_pcall(lua_, arguments, results, handler);
  lua_sethook(lua_, nullptr, 0, 0);
  metered_ = false;
  lua_remove(lua_, handler);
  if (status == LUA_OK && !is_spent()) return true;
  lua_settop(lua_, handler - 1);
  failure = failure_;
  failure.fault = fault_of(status);
  if (failure.fault == LuaFault::runtime && failure.message.empty()) failure.message = "错误处理时又出错";
  return false;
}

}  // namespace nianbao
