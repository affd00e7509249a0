// What all calls of one pack may take together in a run: steps, and processor time as the last resort.
//
// Steps end a pack at the same place everywhere, but there is work that no step counts, such as comparing
// long texts in one instruction. Two limits of time stand behind them: on all of it, and, much closer, on
// what is left when each step is taken to explain three times what it takes on a machine of today. A sound
// pack leaves next to nothing unexplained, so that a machine three times slower does not end it. Times are
// nanoseconds of processor time.
#pragma once

#include <cstdint>

namespace nianbao {

inline constexpr std::int64_t kTimePerStep = 14;       // that a limit in steps allows
inline constexpr std::int64_t kExplainedPerStep = 30;  // a step takes 5 to 10

class WorkAccount {
 public:
  // All calls together; `unexplained` is the time beyond what steps explain.
  void set_limits(std::int64_t steps, std::int64_t unexplained);
  // More steps, for each record that streams by.
  void earn(std::int64_t steps) { earned_ += steps; }
  // The next input stands for itself.
  void start_again();

  // One call took this.
  void take(std::int64_t steps, std::int64_t time);
  // Time outside of calls that the pack is to blame for.
  void take_time(std::int64_t time) { time_taken_ += time; }

  std::int64_t steps_left() const { return steps_ + earned_ - steps_taken_; }
  // What a call may take that has used so many steps until now.
  std::int64_t time_left(std::int64_t steps) const;
  bool is_spent() const { return steps_left() <= 0 || time_left(0) < 0; }

 private:
  std::int64_t steps_ = 0, earned_ = 0, unexplained_ = 0;  // limits
  std::int64_t steps_taken_ = 0, time_taken_ = 0, explained_ = 0;
};

}  // namespace nianbao
