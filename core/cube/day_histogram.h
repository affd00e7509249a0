// How many cases took how many days. Histograms add up exactly, so that the median of a county comes from
// those of its units; median and percentiles are by nearest rank, hence always a number of days that
// occurred.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nianbao {

class DayHistogram {
 public:
  using Entry = std::pair<std::int64_t, std::int64_t>;  // days, cases

  // `days` is 0 or more, `count` is positive.
  void add(std::int64_t days, std::int64_t count = 1);
  void merge(const DayHistogram& other);

  std::int64_t count() const { return count_; }
  // By days; no case is no entry.
  std::vector<Entry> entries() const;

  // The value at rank ceil(count × percent / 100), from 1. Empty for no case.
  std::optional<std::int64_t> percentile(int percent) const;
  std::optional<std::int64_t> median() const { return percentile(50); }
  std::optional<std::int64_t> smallest() const;
  std::optional<std::int64_t> largest() const;
  // Two decimals, half up: "9.41". Empty for no case.
  std::optional<std::string> mean() const;

  bool operator==(const DayHistogram& other) const { return entries() == other.entries(); }

 private:
  static constexpr std::int64_t kNear = 128;
  std::vector<std::int64_t> near_;            // up to kNear days, grown when met
  std::map<std::int64_t, std::int64_t> far_;  // the rest
  std::int64_t count_ = 0;
};

}  // namespace nianbao
