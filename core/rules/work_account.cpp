#include "rules/work_account.h"

#include <algorithm>

namespace nianbao {

void WorkAccount::set_limits(std::int64_t steps, std::int64_t unexplained) {
  steps_ = steps;
  unexplained_ = unexplained;
}

void WorkAccount::start_again() {
  earned_ = steps_taken_ = time_taken_ = explained_ = 0;
}

void WorkAccount::take(std::int64_t steps, std::int64_t time) {
  steps_taken_ += steps;
  time_taken_ += time;
  explained_ += steps * kExplainedPerStep;
}

std::int64_t WorkAccount::time_left(std::int64_t steps) const {
  const std::int64_t of_all = (steps_ + earned_) * kTimePerStep - time_taken_;
  const std::int64_t of_unexplained = unexplained_ + explained_ + steps * kExplainedPerStep - time_taken_;
  return std::min(of_all, of_unexplained);
}

}  // namespace nianbao
