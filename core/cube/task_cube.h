// The year's tasks as counts: of all, by area (一级任务), lead unit, responsible unit and month of the
// deadline. A task of several units counts once with each of them, so the units' counts do not add up to the
// whole; nor do the months', for a task without a day as deadline is in none.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cube/ordered_groups.h"
#include "model/records.h"

namespace nianbao {

inline constexpr const char* kNoArea = "未分类";  // the area of tasks whose 一级任务 is blank

// total = done + running + not_started + standing.
struct TaskCounts {
  std::int64_t total = 0;
  std::int64_t done = 0;
  std::int64_t in_time = 0,
               late = 0;  // of the done: by day of completion; what has no day or deadline is neither
  std::int64_t running = 0;
  std::int64_t not_started = 0;
  std::int64_t standing = 0;  // 长期坚持
  std::int64_t overdue = 0;   // of running and not_started: past the deadline on the report's date
  bool operator==(const TaskCounts&) const = default;
};

class TaskCube {
 public:
  using Groups = std::vector<std::pair<std::string, TaskCounts>>;

  // `today`: the report's date; a task is overdue from the day after its deadline.
  explicit TaskCube(Date today) : today_(today) {}
  void add(const Task& task);

  const TaskCounts& all() const { return all_; }
  // By key in the order of the ledger; months ("2024-12") in order of time.
  Groups by_area() const { return areas_.all(); }
  Groups by_lead() const { return leads_.all(); }
  Groups by_unit() const { return units_.all(); }
  Groups by_month() const { return {months_.begin(), months_.end()}; }

 private:
  Date today_;
  TaskCounts all_;
  OrderedGroups<TaskCounts> areas_, leads_, units_;
  std::map<std::string, TaskCounts> months_;
};

// done / (total − standing) in percent with two decimals, half up: "94.12"; empty when nothing can be done.
std::optional<std::string> completion_rate(const TaskCounts& counts);

}  // namespace nianbao
