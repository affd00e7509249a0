// Counts by a name out of the ledger, in the order in which the names first came. Names are one however
// spaced, bracketed or wide; shown as first written.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"

namespace nianbao {

template <typename Counts>
class OrderedGroups {
 public:
  // The counts of that name, zeros when it is new. The reference lives until the next call.
  Counts& at(const std::string& name) {
    const auto [place, is_new] = places_.try_emplace(name_key(name), groups_.size());
    if (is_new) groups_.emplace_back(name, Counts{});
    return groups_[place->second].second;
  }

  const std::vector<std::pair<std::string, Counts>>& all() const { return groups_; }

 private:
  std::vector<std::pair<std::string, Counts>> groups_;
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace nianbao
