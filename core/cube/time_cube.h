// How long the closed applications took, by unit, month, topic, channel, applicant and outcome. Population:
// requests closed in the year; 新收 stands beside it.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cube/day_histogram.h"
#include "cube/request_cube.h"

namespace nianbao {

enum class TimeDimension { unit, month, topic, channel, applicant, outcome };
inline constexpr int kTimeDimensions = 6;

struct TimeGroup {
  std::int64_t received = 0;  // 本年新收; by month: of that month; by outcome: 0
  std::int64_t closed = 0, in_time = 0, overdue = 0;
  DayHistogram days;
};

// Free text gives at most this many groups; what comes later is counted under kOtherGroups, so that a ledger
// of a million different topics stays small.
inline constexpr std::size_t kMostGroups = 2000;
inline constexpr const char* kOtherGroups = "（其余）";
inline constexpr const char* kNoGroup = "（未填）";
// Under which free text is counted: texts longer than this are one as far as they begin alike.
inline constexpr std::size_t kLongestGroup = 300;  // bytes
std::string group_name(const std::string& text);

class TimeCube {
 public:
  using Groups = std::vector<std::pair<std::string, TimeGroup>>;

  // A request that stands in the year, and its clock read on the day of closing; null for an open one.
  void add(const Request& request, const Standing& standing, const ClockReading* clock);

  const TimeGroup& all() const { return all_; }
  // Units, topics and channels by name, months in order of time ("2024-03"), applicants and outcomes in the
  // order of the form (by key: "natural_person", "refused.third_party"); empty groups are left out.
  Groups by(TimeDimension dimension) const;

 private:
  struct Texts {  // groups by free text
    std::size_t most = kMostGroups;
    std::unordered_map<std::string, TimeGroup> groups = {};
    TimeGroup& at(const std::string& text);
  };
  static Groups sorted(const Texts& texts);
  static void count_closed(TimeGroup& group, const ClockReading& clock);

  TimeGroup all_;
  Texts units_{std::numeric_limits<std::size_t>::max()};  // as many as table 三 has
  Texts topics_, channels_;
  std::array<TimeGroup, 12> months_;
  int year_ = 0;
  std::array<TimeGroup, kApplicants> applicants_;
  std::array<TimeGroup, kTable3Rows> outcomes_;
};

}  // namespace nianbao
