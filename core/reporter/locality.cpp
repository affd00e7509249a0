#include "reporter/locality.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/text.h"
#include "intake/holiday_table.h"
#include "rules/manifest.h"

namespace nianbao {

std::optional<UnknownLocality> unknown_locality(const std::string& id, const std::string& plugins_folder) {
  std::error_code ignored;
  if (is_pack_id(id) && std::filesystem::is_directory(plugins_folder + "/" + id, ignored))
    return std::nullopt;
  std::vector<std::string> known;
  for (const PackInfo& pack : RuleBook::list(plugins_folder)) known.push_back(pack.id);
  const std::string* nearest = find_nearest(id, known);
  return UnknownLocality{fmt::format("没有“{}”这个规则包", id),
                         nearest != nullptr ? fmt::format("是不是“{}”？", *nearest)
                                            : fmt::format("可以写：{}", fmt::join(known, "、"))};
}

std::optional<RuleBook> load_rules(const std::string& plugins_folder, const std::string& locality,
                                   Diagnostics& diagnostics) {
  if (auto unknown = unknown_locality(locality, plugins_folder)) {
    Diagnostic d;
    d.code = "C-02";
    d.place.file = "report.toml";
    d.left = locality;
    d.message = "locality：" + unknown->reason;
    d.hint = std::move(unknown->hint);
    diagnostics.add(std::move(d));
    return std::nullopt;
  }
  auto rules = RuleBook::load(plugins_folder, locality, diagnostics);
  if (!rules && locality != "national") rules = RuleBook::load(plugins_folder, "national", diagnostics);
  return rules;
}

void take_fields(const RuleBook& rules, Workspace& workspace) {
  for (const PackField& field : rules.fields()) {
    const auto ledger = workspace.ledgers.find(field.ledger);
    if (ledger == workspace.ledgers.end()) continue;
    if (field.means.empty()) {
      ledger->second.extra.push_back(field.extra);
    } else {
      ledger->second.headings.push_back({field.extra.heading, field.means, field.extra.place});
    }
  }
}

WorkingDays calendar_of(const RuleBook& rules, Diagnostics& diagnostics) {
  std::vector<Holiday> table;
  for (const PackInfo& pack : rules.packs()) {
    const std::string path = pack.folder + "/holidays.csv";
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(path)))
      continue;  // M-01 is reported
    read_holidays(path, "plugins/" + pack.id + "/holidays.csv", table, diagnostics);
  }
  return WorkingDays(table);
}

}  // namespace nianbao
