#include "model/unit_register.h"

#include "base/text.h"

namespace nianbao {

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
  claim(unit.name);
  for (const std::string& alias : unit.aliases) claim(alias);
  units_.push_back(std::move(unit));
  return shared;
}

const Unit* UnitRegister::find(std::string_view name) const {
  const auto entry = by_key_.find(name_key(name));
  return entry == by_key_.end() ? nullptr : &units_[entry->second];
}

bool UnitRegister::counts(std::string_view name) const {
  const Unit* unit = find(name);
  return unit == nullptr || unit->counted;
}

const std::string* UnitRegister::nearest(std::string_view name) const {
  return find_nearest(name, names_);
}

}  // namespace nianbao
