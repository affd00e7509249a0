// One Lua interpreter with a memory cap and a budget of steps. Nothing else in the program opens one.
//
// A step is a Lua instruction, 32 bytes of memory asked for, or what a library function charges for work that
// the instruction counter does not see. Once the budget is spent every further instruction fails, so that no
// pcall can swallow it. Steps are the same on every machine and come first. The clock only ends what no step
// can count, such as comparing long strings in one instruction: the largest calls of the national pack take a
// fiftieth of their steps at most, so that no finding of a sound pack depends on it. Many short calls are
// counted together where the interpreter has an account (work_account.h).
// Lua raises errors with longjmp: no function that Lua calls may hold an object with a destructor across a
// Lua call that can raise. Such objects live in the LuaState or its owner.
#pragma once

#include <cstddef>
#include <cstdint>
#include <lua.hpp>
#include <string>

#include "rules/work_account.h"

namespace nianbao {

struct LuaLimits {
  std::size_t memory = std::size_t{48} << 20;  // bytes
  std::int64_t steps = 50'000'000;             // per call; about half a second
};

inline constexpr std::size_t kLongestLuaString = std::size_t{256} << 10;  // bytes
inline constexpr std::size_t kMostHandedOver = std::size_t{8} << 20;      // bytes, beside what is earned
inline constexpr std::size_t kMostKept = std::size_t{8} << 20;            // bytes, from one call to the next

// budget: steps or time; memory: Lua's own, or one text; handed: what went to the host; kept: what a call
// left behind; account: steps or time of all calls together.
enum class LuaFault { none, syntax, runtime, budget, memory, handed, kept, account };

// Why a load or a call failed, and where in the author's file.
struct LuaFailure {
  LuaFault fault = LuaFault::none;
  std::string message;  // Chinese
  std::string source;   // chunk name; empty when not known
  int line = 0;

  // A limit ended it; the interpreter may be left in any condition.
  bool is_stop() const { return fault >= LuaFault::budget; }
};

class LuaState {
 public:
  explicit LuaState(const LuaLimits& limits);
  ~LuaState();
  LuaState(const LuaState&) = delete;
  LuaState& operator=(const LuaState&) = delete;

  lua_State* get() const { return lua_; }
  static LuaState& of(lua_State* lua);

  // Compiles `code` under the name `source` with a budget of its own and leaves the function on the stack.
  // Text only, no bytecode.
  bool load(const std::string& code, const std::string& source, LuaFailure& failure);
  // Compiles and runs a file inside of a call and on its budget, `chunk` being "@" and the source,
  // `environment` where its globals are on the stack. Leaves its one result; false, with nothing left, where
  // it failed: why is in last_failure(). A limit that is reached is raised.
  bool include(const std::string& code, const char* chunk, int environment);
  const LuaFailure& last_failure() const { return failure_; }
  // Steps and bytes handed over beyond the limits that a large input earns; counts from the next call.
  void grant(std::int64_t steps, std::size_t bytes);
  // Calls the function under its `arguments` with a fresh budget. On failure nothing is left on the stack.
  bool call(int arguments, int results, LuaFailure& failure);

  // Takes steps for work inside a library function; raises a Lua error when the budget is spent.
  void charge(std::int64_t steps);
  std::int64_t steps_left() const { return steps_left_; }
  // What one call may use, and what the last one did.
  std::int64_t step_limit() const { return limits_.steps + granted_; }
  std::int64_t steps_used() const { return allotted_ - (steps_left_ < 0 ? 0 : steps_left_); }
  // Counts every call and load from now on; must outlive the interpreter.
  void set_account(WorkAccount* account) { account_ = account; }

  // Takes bytes that the host will keep from the account of what this interpreter may hand over; raises a Lua
  // error when it is overdrawn. The account goes on from call to call, and one call takes half of it at most:
  // it leaves something to the others.
  void charge_handed(std::size_t bytes);
  std::size_t handed() const { return handed_; }
  void set_handed(std::size_t bytes) { handed_ = bytes; }

  // Around what the host puts in or takes out between calls: that is not counted as kept.
  void begin_hosting();
  void end_hosting();
  // Whether the interpreter holds no more than it may from call to call; collects garbage first.
  bool is_at_rest();
  // The same inside of a call; raises.
  void require_rest();
  // Time that another interpreter took while this one waited.
  void forgive(std::int64_t nanoseconds);
  static std::int64_t processor_time();  // of this thread, nanoseconds
  // The budget or the memory of the running call is spent: its error must not be caught.
  bool is_spent() const { return spent_ != LuaFault::none; }
  void mark_out_of_memory();
  // The error was caught: what was noted of it says nothing of the next one.
  void forget_error() { failure_ = {}; }

  // What chunks of the author's own begin with ("laiwu/"): a fault in a file that they share is told at the
  // line that called it. Empty: every chunk is.
  void set_home(std::string home) { home_ = std::move(home); }

  // Whoever drives this interpreter; the functions it gives to Lua find it here.
  void set_owner(void* owner) { owner_ = owner; }
  void* owner() const { return owner_; }

  // Values that hold pointers into the run's input carry the generation they were made in.
  int generation() const { return generation_; }
  void next_generation() { ++generation_; }

 private:
  struct Source;
  static void* allocate(void* self, void* block, std::size_t old_size, std::size_t new_size);
  static void on_count(lua_State* lua, lua_Debug* info);
  static int on_error(lua_State* lua);
  static const char* read_source(lua_State* lua, void* data, std::size_t* size);
  bool may_grow(void* block, std::size_t old_size, std::size_t new_size);
  int compile(const std::string& code, const char* chunk);
  void begin();
  void end();
  std::int64_t time_of_call() const;
  std::int64_t time_allowed() const;
  std::int64_t time_taken() const;
  bool is_late(std::int64_t allowed) const;
  LuaFault limit_reached() const;
  void remember_place();
  LuaFault fault_of(int status) const;
  [[noreturn]] void raise_spent(LuaFault fault);

  LuaLimits limits_;
  lua_State* lua_ = nullptr;
  std::size_t used_ = 0;     // as the system's allocator rounds it
  std::size_t at_rest_ = 0;  // what the host put in
  std::size_t hosting_from_ = 0;
  std::size_t handed_ = 0;
  std::size_t handed_before_ = 0;  // the running call
  std::size_t earned_ = 0;         // bytes handed over beyond the limit
  std::int64_t granted_ = 0;
  std::int64_t allotted_ = 0;  // steps of the running call
  std::int64_t steps_left_ = 0;
  std::int64_t started_ = 0;         // processor time
  std::int64_t wall_started_ = 0;    // clocks that are cheaper to ask, and never behind the other:
  std::int64_t coarse_started_ = 0;  // to a few milliseconds
  WorkAccount* account_ = nullptr;
  bool metered_ = false;
  LuaFault spent_ = LuaFault::none;
  int generation_ = 0;
  void* owner_ = nullptr;
  std::string home_;
  LuaFailure failure_;  // filled while the stack of the error still stands
};

}  // namespace nianbao
