#include "model/unit_register.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace nianbao {

namespace {

// 示例县教育局 -> 教育: without the place in front and the kind of office behind, where two characters are
// left.
std::string own_part(const std::string& key) {
  static constexpr std::array<std::string_view, 3> kPlaces = {"区", "县", "市"};
  static constexpr std::array<std::string_view, 9> kOffices = {
      "街道办事处", "镇人民政府", "乡人民政府", "委员会", "办公室", "中心", "分局", "局", "馆"};
  std::string_view own = key;
  std::size_t begin = std::string_view::npos;
  for (std::string_view place : kPlaces) begin = std::min(begin, own.find(place));
  if (begin != std::string_view::npos) own.remove_prefix(begin + kPlaces[0].size());
  for (std::string_view office : kOffices) {
    if (!ends_with(own, office)) continue;
    own.remove_suffix(office.size());
    break;
  }
  return count_characters(own) < 2 ? key : std::string(own);
}

bool is_misspelt(const std::string& key, const std::string& known) {
  const std::string left = own_part(key);
  const std::string right = own_part(known);
  const auto longest = std::max(count_characters(left), count_characters(right));
  return left == right || edit_distance(left, right) * 3 <= static_cast<int>(longest);
}

// 区发改局 for 区发展改革局: every character, in order.
bool is_short_for(const std::string& key, const std::string& full) {
  static constexpr std::size_t kFewest = 3;
  if (count_characters(key) < kFewest) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i < key.size();) {
    const char32_t wanted = next_code_point(key, i);
    char32_t found = 0;
    while (at < full.size() && found != wanted) found = next_code_point(full, at);
    if (found != wanted) return false;
  }
  return true;
}

}  // namespace

std::optional<std::string> UnitRegister::add(Unit unit) {
  std::optional<std::string> shared;
  const std::size_t index = units_.size();
  auto claim = [&](const std::string& name) {
    const auto [entry, is_new] = by_key_.emplace(name_key(name), index);
    if (is_new) {
      names_.push_back(name);
    } else if (entry->second != index && !shared) {
      shared = name;
    }
  };
  if (!is_whole()) {
    unit.due = unit.zero_report = false;
    unit.counted = true;
    unit.why_not_counted.clear();
  }
  claim(unit.name);
  for (const std::string& alias : unit.aliases) claim(alias);
  units_.push_back(std::move(unit));
  return shared;
}

const Unit* UnitRegister::find(std::string_view name) const {
  const auto entry = by_key_.find(name_key(name));
  return entry == by_key_.end() ? nullptr : &units_[entry->second];
}

void UnitRegister::set_due(std::string_view name, bool due) {
  const auto entry = by_key_.find(name_key(name));
  if (entry != by_key_.end()) units_[entry->second].due = due;
}

bool UnitRegister::counts(std::string_view name) const {
  const Unit* unit = find(name);
  return unit == nullptr || unit->counted;
}

const std::string* UnitRegister::nearest(std::string_view name) const {
  return find_nearest(name, names_);
}

const std::string* UnitRegister::likely_meant(std::string_view name) const {
  const std::string key = name_key(name);
  const std::string* best = nullptr;
  int least = 0;
  for (const std::string& known : names_) {
    const std::string other = name_key(known);
    if (!is_short_for(key, other) && !is_short_for(other, key) && !is_misspelt(key, other)) continue;
    const int distance = edit_distance(key, other);
    if (best != nullptr && distance >= least) continue;
    best = &known;
    least = distance;
  }
  return best;
}

}  // namespace nianbao
