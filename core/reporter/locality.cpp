#include "reporter/locality.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "intake/holiday_table.h"
#include "rules/manifest.h"

namespace nianbao {

std::optional<RuleBook> load_rules(const std::string& plugins_folder, const std::string& locality,
                                   Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const PackInfo& pack : RuleBook::list(plugins_folder)) known.push_back(pack.id);
  const bool is_name =
      locality.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
  const bool has_folder = is_name && std::filesystem::is_directory(plugins_folder + "/" + locality);
  if (std::find(known.begin(), known.end(), locality) == known.end() && !has_folder) {
    const std::string* nearest = find_nearest(locality, known);
    Diagnostic d;
    d.code = "C-02";
    d.place.file = "report.toml";
    d.left = locality;
    d.message = fmt::format("locality：没有“{}”这个规则包", locality);
    d.hint = nearest ? "是不是“" + *nearest + "”？" : fmt::format("可以写：{}", fmt::join(known, "、"));
    diagnostics.add(std::move(d));
    return std::nullopt;
  }
  auto rules = RuleBook::load(plugins_folder, locality, diagnostics);
  if (!rules && locality != "national") rules = RuleBook::load(plugins_folder, "national", diagnostics);
  return rules;
}

bool is_known_locality(const std::string& id, const Setup& setup, Outcome& outcome) {
  std::error_code ignored;
  if (is_pack_id(id) && std::filesystem::is_directory(setup.plugins_folder + "/" + id, ignored)) return true;
  std::vector<std::string> known;
  for (const PackInfo& pack : RuleBook::list(setup.plugins_folder)) known.push_back(pack.id);
  const std::string* nearest = find_nearest(id, known);
  outcome.status = 2;
  outcome.failure = nearest ? fmt::format("没有“{}”这个规则包，是不是“{}”？", id, *nearest)
                            : fmt::format("没有“{}”这个规则包，现有：{}", id, fmt::join(known, "、"));
  return false;
}

WorkingDays calendar_of(const RuleBook& rules, Diagnostics& diagnostics) {
  std::vector<Holiday> table;
  for (const PackInfo& pack : rules.packs()) {
    const std::string path = pack.folder + "/holidays.csv";
    if (!std::filesystem::exists(path)) continue;
    read_holidays(path, "plugins/" + pack.id + "/holidays.csv", table, diagnostics);
  }
  return WorkingDays(table);
}

}  // namespace nianbao
