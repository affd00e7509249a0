// The year's tasks as counts: of all, by area (一级任务), lead unit, responsible unit and month of the deadline.
// A task of several units counts once with each of them, so the units' counts do not add up to the whole.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/records.h"

namespace nianbao {

// total = done + running + not_started + standing.
struct TaskCounts {
  std::int64_t total = 0;
  std::int64_t done = 0;
  std::int64_t in_time = 0, late = 0;  // of the done: by day of completion; what has no day or deadline is neither
  std::int64_t running = 0;
  std::int64_t not_started = 0;
  std::int64_t standing = 0;  // 长期坚持
  std::int64_t overdue = 0;   // of running and not_started: past the deadline on the report's date
  bool operator==(const TaskCounts&) const = default;
};

class TaskCube {
 public:
  // `today`: the report's date, by which a task is past its deadline.
  explicit TaskCube(Date today) : today_(today) {}
  void add(const Task& task);

  const TaskCounts& all() const { return all_; }
  // By key in the order of the ledger; months ("2024-12") in order of time.
  std::vector<std::pair<std::string, TaskCounts>> by_area() const;
  std::vector<std::pair<std::string, TaskCounts>> by_lead() const;
  std::vector<std::pair<std::string, TaskCounts>> by_unit() const;
  std::vector<std::pair<std::string, TaskCounts>> by_month() const;

 private:
  using Groups = std::vector<std::pair<std::string, TaskCounts>>;
  Date today_;
  TaskCounts all_;
  Groups areas_, leads_, units_;
  std::map<std::string, TaskCounts> months_;
};

// done / (total − standing) in percent with two decimals, half up: "94.12"; empty when nothing can be done.
std::optional<std::string> completion_rate(const TaskCounts& counts);

}  // namespace nianbao
