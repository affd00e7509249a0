#include "rules/lua_state.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <new>
#include <string_view>

#include "rules/foreign_character.h"
#include "rules/lua_message.h"
#include "rules/writing_slips.h"

namespace nianbao {

namespace {

constexpr int kHookInterval = 50;  // instructions between two looks at the budget
constexpr std::size_t kBytesPerStep = 32;
constexpr std::size_t kBytesPerCollectionStep = 2;
constexpr std::size_t kLargeBlock = std::size_t{64} << 10;
constexpr std::size_t kSourcePiece = 256;         // bytes compiled between two looks at the budget
constexpr std::int64_t kStepsPerSourceByte = 16;  // a call's budget compiles three million bytes
constexpr std::size_t kBytesPerTextStep = 8;      // of a new text: copied here, read again where it is a key
constexpr std::int64_t kStepsPerCall = kHookInterval / 2;  // that the last look did not see
constexpr std::int64_t kUnexplainedOfCall = 300'000'000;   // of one call: time that its steps do not explain
constexpr std::int64_t kShortEnoughForWall = 1'000'000;

std::int64_t nanoseconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

// What a block takes of the process: the allocator's head, and round.
std::size_t block_size(std::size_t size) {
  return (size + 23) & ~std::size_t{15};
}

}  // namespace

// A source on its way to the compiler.
struct LuaState::Source {
  std::string_view rest;
  int line = 1;  // of the piece under way
  int breaks = 0;
};

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

std::int64_t LuaState::processor_time() {
  return nanoseconds(CLOCK_THREAD_CPUTIME_ID);
}

// ---- memory
// ------------------------------------------------------------------------------------------------------------
void* LuaState::allocate(void* self, void* block, std::size_t old_size, std::size_t new_size) {
  auto* state = static_cast<LuaState*>(self);
  const std::size_t held = block == nullptr ? 0 : block_size(old_size);
  if (new_size == 0) {
    std::free(block);
    state->used_ -= held;
    return nullptr;
  }
  const bool grows = block == nullptr || new_size > old_size;
  if (grows && !state->may_grow(block, old_size, new_size)) return nullptr;
  void* result = std::realloc(block, new_size);
  if (result != nullptr) state->used_ = state->used_ - held + block_size(new_size);
  return result;
}

// For a new block `old_size` is the kind of object that it is for. Steps spent here are noticed at the next
// look: refusing memory would only make Lua collect garbage first. But a large table whose keys fall on one
// place takes as long to grow as it took to fill, in one instruction.
bool LuaState::may_grow(void* block, std::size_t old_size, std::size_t new_size) {
  if (!metered_) return true;
  const bool is_string = block == nullptr && old_size == LUA_TSTRING;
  steps_left_ -= static_cast<std::int64_t>(new_size / (is_string ? kBytesPerTextStep : kBytesPerStep));
  // A large block may be copied while it grows: both are there for a moment.
  const std::size_t gone = block == nullptr || new_size > kLargeBlock ? 0 : block_size(old_size);
  if (new_size > kLargeBlock && !is_string && is_late(time_allowed() / 2)) {
    if (!is_spent()) remember_place();
    spent_ = limit_reached();
    return false;
  }
  const bool fits = used_ - gone + block_size(new_size) <= limits_.memory;
  if (fits && !(is_string && new_size > kLongestLuaString)) return true;
  // Refused, Lua collects all garbage and asks again: near the cap that may go on and on, and costs.
  steps_left_ -= static_cast<std::int64_t>(used_ / kBytesPerCollectionStep);
  remember_place();
  return false;
}

void LuaState::mark_out_of_memory() {
  if (spent_ == LuaFault::none) spent_ = LuaFault::memory;
}

void LuaState::begin_hosting() {
  lua_gc(lua_, LUA_GCCOLLECT);
  hosting_from_ = used_;
}

void LuaState::end_hosting() {
  lua_gc(lua_, LUA_GCCOLLECT);
  at_rest_ = at_rest_ + used_ - hosting_from_;
}

bool LuaState::is_at_rest() {
  if (used_ <= at_rest_ + kMostKept) return true;
  const std::int64_t before = processor_time();
  lua_gc(lua_, LUA_GCCOLLECT);
  if (account_ != nullptr && !metered_) account_->take_time(processor_time() - before);
  return used_ <= at_rest_ + kMostKept;
}

void LuaState::require_rest() {
  if (!is_at_rest()) raise_spent(LuaFault::kept);
}

// ---- budget
// ------------------------------------------------------------------------------------------------------------
// Of the innermost Lua function that runs, where possible of one of the home's files. Asks for no memory.
void LuaState::remember_place() {
  lua_Debug info{};
  bool has_place = false;
  for (int level = 0; lua_getstack(lua_, level, &info) != 0; ++level) {
    lua_getinfo(lua_, "Sl", &info);
    if (info.currentline <= 0 || info.source[0] != '@') continue;
    const bool is_home = std::strncmp(info.source + 1, home_.c_str(), home_.size()) == 0;
    if (!is_home && has_place) continue;
    failure_.source = info.source + 1;
    failure_.line = info.currentline;
    has_place = true;
    if (is_home) return;
  }
}

// As an error of memory: that runs no message handler, which inside of a hook nothing could end. Its text is
// there from the start, so that this asks for no memory.
void LuaState::raise_spent(LuaFault fault) {
  if (!is_spent()) {
    remember_place();
    spent_ = fault;
  }
  lua_sethook(lua_, on_count, LUA_MASKCOUNT, 1);
  lua_pushliteral(lua_, "not enough memory");
  lua_error(lua_);
  std::abort();  // lua_error does not return
}

// More the more steps were used.
std::int64_t LuaState::time_of_call() const {
  return std::min(std::max(kUnexplainedOfCall, allotted_ * kTimePerStep),
                  kUnexplainedOfCall + steps_used() * kExplainedPerStep);
}

// The running call, by its own limit and by that of all calls.
std::int64_t LuaState::time_allowed() const {
  return account_ == nullptr ? time_of_call() : std::min(time_of_call(), account_->time_left(steps_used()));
}

// A thread cannot have worked longer than time has passed, and asking how long it worked is a system call.
bool LuaState::is_late(std::int64_t allowed) const {
  if (nanoseconds(CLOCK_MONOTONIC_COARSE) - coarse_started_ < allowed) return false;
  return processor_time() - started_ > allowed;
}

// Of the call that ends. In so short a time nothing else ran on the processor.
std::int64_t LuaState::time_taken() const {
  const std::int64_t passed = nanoseconds(CLOCK_MONOTONIC) - wall_started_;
  return passed < kShortEnoughForWall ? passed : processor_time() - started_;
}

void LuaState::forgive(std::int64_t nanoseconds) {
  started_ += nanoseconds;
  wall_started_ += nanoseconds;
}

// Whose limit it is that the running call has come to: its own, or that of all calls.
LuaFault LuaState::limit_reached() const {
  if (account_ == nullptr) return LuaFault::budget;
  const bool is_account = steps_left_ < 0 ? steps_used() >= account_->steps_left()
                                          : account_->time_left(steps_used()) < time_of_call();
  return is_account ? LuaFault::account : LuaFault::budget;
}

void LuaState::on_count(lua_State* lua, lua_Debug* /*info*/) {
  LuaState& state = of(lua);
  state.charge(kHookInterval);
  if (state.is_spent()) state.raise_spent(state.spent_);
}

void LuaState::charge(std::int64_t steps) {
  steps_left_ -= steps;
  if (metered_ && (steps_left_ < 0 || is_late(time_allowed()))) raise_spent(limit_reached());
}

void LuaState::charge_handed(std::size_t bytes) {
  handed_ += bytes;
  const std::size_t most = kMostHandedOver + earned_;
  if (metered_ && (handed_ > most || handed_ - handed_before_ > most / 2)) raise_spent(LuaFault::handed);
}

void LuaState::grant(std::int64_t steps, std::size_t bytes) {
  granted_ = steps;
  earned_ = bytes;
}

void LuaState::begin() {
  assert(!metered_ && "one call at a time");
  failure_ = {};
  spent_ = LuaFault::none;
  allotted_ = step_limit();
  if (account_ != nullptr) allotted_ = std::min(allotted_, std::max<std::int64_t>(account_->steps_left(), 0));
  steps_left_ = allotted_ - kStepsPerCall;
  handed_before_ = handed_;
  started_ = processor_time();
  wall_started_ = nanoseconds(CLOCK_MONOTONIC);
  coarse_started_ = nanoseconds(CLOCK_MONOTONIC_COARSE);
  metered_ = true;
  lua_sethook(lua_, on_count, LUA_MASKCOUNT, kHookInterval);
}

void LuaState::end() {
  lua_sethook(lua_, nullptr, 0, 0);
  metered_ = false;
  if (account_ != nullptr) account_->take(steps_used(), time_taken());
}

// ---- loading
// ------------------------------------------------------------------------------------------------------------
// Piece by piece, each of which costs: some sources take the compiler time by the square of their length.
const char* LuaState::read_source(lua_State* lua, void* data, std::size_t* size) {
  auto* source = static_cast<Source*>(data);
  const std::string_view piece = source->rest.substr(0, kSourcePiece);
  source->line += source->breaks;
  source->breaks = static_cast<int>(std::count(piece.begin(), piece.end(), '\n'));
  of(lua).charge(static_cast<std::int64_t>(piece.size()) * kStepsPerSourceByte);
  source->rest.remove_prefix(piece.size());
  *size = piece.size();
  return piece.empty() ? nullptr : piece.data();
}

// Leaves the function, or the error value, on the stack. What is wrong stands in failure_. The name of a
// chunk is "@" and its source.
int LuaState::compile(const std::string& code, const char* chunk) {
  Source reading{code};
  const int status = lua_load(lua_, read_source, &reading, chunk, "t");
  if (status == LUA_OK) return status;
  if (status == LUA_ERRMEM) mark_out_of_memory();
  failure_ = {is_spent() ? spent_ : LuaFault::syntax, {}, chunk + 1, reading.line};
  if (is_spent()) return status;
  failure_.message = describe_error_value(lua_, -1, &failure_.line);
  const char* english = lua_type(lua_, -1) == LUA_TSTRING ? lua_tostring(lua_, -1) : "";
  std::string slip = syntax_slip(code, failure_.line, english);
  if (slip.empty()) slip = foreign_character(line_of(code, failure_.line));
  if (!slip.empty()) failure_.message = slip;
  return status;
}

bool LuaState::load(const std::string& code, const std::string& source, LuaFailure& failure) {
  const std::string chunk = "@" + source;
  begin();
  const int status = compile(code, chunk.c_str());
  end();
  if (status == LUA_OK) return true;
  failure = failure_;
  lua_pop(lua_, 1);
  return false;
}

// ---- calling
// ------------------------------------------------------------------------------------------------------------
int LuaState::on_error(lua_State* lua) {
  LuaState& state = of(lua);
  if (state.is_spent() || state.failure_.fault == LuaFault::syntax) return 1;
  state.remember_place();
  state.failure_.message = describe_error_value(lua, -1);
  return 1;
}

bool LuaState::include(const std::string& code, const char* chunk, int environment) {
  const int base = lua_gettop(lua_);
  environment = lua_absindex(lua_, environment);
  forget_error();
  lua_pushcfunction(lua_, on_error);
  int status = compile(code, chunk);
  if (status == LUA_OK) {
    lua_pushvalue(lua_, environment);
    lua_setupvalue(lua_, -2, 1);
    status = lua_pcall(lua_, 0, 1, base + 1);
    if (status == LUA_ERRMEM) mark_out_of_memory();
    if (status != LUA_OK && failure_.fault == LuaFault::none) failure_.fault = LuaFault::runtime;
  }
  if (is_spent()) lua_error(lua_);
  lua_remove(lua_, base + 1);
  if (status != LUA_OK) lua_settop(lua_, base);
  return status == LUA_OK;
}

LuaFault LuaState::fault_of(int status) const {
  if (is_spent()) return spent_;
  if (status == LUA_ERRMEM) return steps_left_ < 0 ? limit_reached() : LuaFault::memory;
  return failure_.fault == LuaFault::syntax ? LuaFault::syntax : LuaFault::runtime;
}

bool LuaState::call(int arguments, int results, LuaFailure& failure) {
  const int handler = lua_gettop(lua_) - arguments;
  lua_pushcfunction(lua_, on_error);
  lua_insert(lua_, handler);
  begin();
  const int status = lua_pcall(lua_, arguments, results, handler);
  const LuaFault fault = status == LUA_OK ? spent_ : fault_of(status);
  end();
  lua_remove(lua_, handler);
  if (fault == LuaFault::none) return true;
  lua_settop(lua_, handler - 1);
  failure = failure_;
  failure.fault = fault;
  if (failure.fault == LuaFault::runtime && failure.message.empty()) failure.message = "错误处理时又出错";
  return false;
}

}  // namespace nianbao
