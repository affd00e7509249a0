// One Lua interpreter with a memory cap and a budget of steps. Nothing else in the program opens one.
//
// A step is a Lua instruction, 32 bytes of memory asked for, or what a library function charges for work that
// the instruction counter does not see. Once the budget is spent every further instruction and every request
// for memory fails, so that no pcall can swallow it.
// Lua raises errors with longjmp: no function that Lua calls may hold an object with a destructor across a
// Lua call that can raise. Such objects live in the LuaState or its owner.
#pragma once

#include <cstddef>
#include <cstdint>
#include <lua.hpp>
#include <string>

namespace nianbao {

struct LuaLimits {
  std::size_t memory = std::size_t{48} << 20;  // bytes
  std::int64_t steps = 50'000'000;             // per call; about half a second
};

enum class LuaFault { none, syntax, runtime, budget, memory };

// Why a load or a call failed, and where in the author's file.
struct LuaFailure {
  LuaFault fault = LuaFault::none;
  std::string message;  // Chinese
  std::string source;   // chunk name; empty when not known
  int line = 0;
};

class LuaState {
 public:
  explicit LuaState(const LuaLimits& limits);
  ~LuaState();
  LuaState(const LuaState&) = delete;
  LuaState& operator=(const LuaState&) = delete;

  lua_State* get() const { return lua_; }
  static LuaState& of(lua_State* lua);

  // Compiles `code` under the name `source` and leaves the function on the stack. Text only, no bytecode.
  bool load(const std::string& code, const std::string& source, LuaFailure& failure);
  // Steps beyond the limit that a large input earns; counts from the next call.
  void grant(std::int64_t steps) { granted_ = steps; }
  // Calls the function under its `arguments` with a fresh budget. On failure nothing is left on the stack.
  bool call(int arguments, int results, LuaFailure& failure);

  // Takes steps for work inside a library function; raises a Lua error when the budget is spent.
  void charge(std::int64_t steps);
  std::int64_t steps_left() const { return steps_left_; }
  // The budget or the memory of the running call is spent: its error must not be caught.
  bool is_spent() const { return over_budget_ || out_of_memory_; }
  void mark_out_of_memory() { out_of_memory_ = true; }

  // The error about to be raised, its message on top of the stack, is one of syntax in that file.
  void note_syntax_error(const char* source);

  // Whoever drives this interpreter; the functions it gives to Lua find it here.
  void set_owner(void* owner) { owner_ = owner; }
  void* owner() const { return owner_; }

  // Values that hold pointers into the run's input carry the generation they were made in.
  int generation() const { return generation_; }
  void next_generation() { ++generation_; }

 private:
  static void* allocate(void* self, void* block, std::size_t old_size, std::size_t new_size);
  static void on_count(lua_State* lua, lua_Debug* info);
  static int on_error(lua_State* lua);
  bool may_grow(void* block, std::size_t old_size, std::size_t new_size);
  void remember_place();
  LuaFault fault_of(int status) const;
  [[noreturn]] void raise_spent();

  LuaLimits limits_;
  lua_State* lua_ = nullptr;
  std::size_t used_ = 0;
  std::int64_t granted_ = 0;
  std::int64_t steps_left_ = 0;
  std::int64_t started_ = 0;  // processor time, milliseconds
  bool metered_ = false;
  bool over_budget_ = false;
  bool out_of_memory_ = false;
  int generation_ = 0;
  void* owner_ = nullptr;
  LuaFailure failure_;  // filled while the stack of the error still stands
};

}  // namespace nianbao
