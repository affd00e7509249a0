#include "cube/day_histogram.h"

#include "base/ratio.h"

namespace nianbao {

void DayHistogram::add(std::int64_t days, std::int64_t count) {
  count_ += count;
  if (days >= kNear) {
    far_[days] += count;
    return;
  }
  const auto index = static_cast<std::size_t>(days);
  if (near_.size() <= index) near_.resize(index + 1);
  near_[index] += count;
}

void DayHistogram::merge(const DayHistogram& other) {
  for (const auto& [days, count] : other.entries()) add(days, count);
}

std::vector<DayHistogram::Entry> DayHistogram::entries() const {
  std::vector<Entry> entries;
  for (std::size_t days = 0; days < near_.size(); ++days) {
    if (near_[days] > 0) entries.emplace_back(static_cast<std::int64_t>(days), near_[days]);
  }
  entries.insert(entries.end(), far_.begin(), far_.end());
  return entries;
}

std::optional<std::int64_t> DayHistogram::percentile(int percent) const {
  const WideInteger rank = (static_cast<WideInteger>(count_) * percent + 99) / 100;
  std::int64_t passed = 0;
  for (const auto& [days, count] : entries()) {
    passed += count;
    if (passed >= rank) return days;
  }
  return std::nullopt;
}

std::optional<std::int64_t> DayHistogram::smallest() const {
  const auto all = entries();
  return all.empty() ? std::nullopt : std::optional(all.front().first);
}

std::optional<std::int64_t> DayHistogram::largest() const {
  const auto all = entries();
  return all.empty() ? std::nullopt : std::optional(all.back().first);
}

std::optional<std::string> DayHistogram::mean() const {
  if (count_ == 0) return std::nullopt;
  WideInteger sum = 0;
  for (const auto& [days, count] : entries()) sum += static_cast<WideInteger>(days) * count;
  return hundredths_text(rounded_ratio(sum, count_, 100));
}

}  // namespace nianbao
