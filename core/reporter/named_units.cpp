#include "reporter/named_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ranges>

#include "base/person_names.h"
#include "base/text.h"
#include "intake/ledgers.h"
#include "model/unit_group.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestShown = 120;     // bytes of a name that is no unit's for sure
constexpr std::size_t kMostShown = 10;         // of such names
constexpr std::size_t kLongestCompared = 300;  // bytes; longer ones are no name
constexpr std::size_t kMostCompared =
    1000;  // likeness is costly, and a ledger may hold nothing but strangers

constexpr const char* kListForm =
    "规则包的 units.csv 用单位名录的标题（单位名称、类别、简称、别名等），写成 UTF-8 或 GB18030 的 "
    "CSV；不要的可以删去";

// Units with records, and hosts of activities.
std::set<std::string> names_in_use(const Compilation& compilation) {
  std::set<std::string> names;
  for (const auto& [unit, tables] : compilation.by_unit) names.insert(unit);
  for (const Activity& activity : compilation.activities) {
    names.insert(activity.units.begin(), activity.units.end());
  }
  return names;
}

// 各部门 as host: which departments these were, nobody knows.
void excuse_members(const UnitGroup& group, UnitRegister& units) {
  std::vector<std::string> members;
  for (const Unit& unit : units.units()) {
    const auto is_of = [&unit](const std::string& kind) { return name_key(kind) == name_key(unit.kind); };
    if (std::any_of(group.kinds.begin(), group.kinds.end(), is_of)) members.push_back(unit.name);
  }
  for (const std::string& name : members) units.set_due(name, false);
}

void tell_due(Compilation& compilation) {
  UnitRegister& units = compilation.units;
  for (const auto& [unit, tables] : compilation.by_unit) units.set_due(unit, true);
  std::size_t compared = 0;
  for (const std::string& name : names_in_use(compilation)) {
    if (units.find(name) != nullptr) continue;
    if (const auto group = parse_unit_group(name)) {
      excuse_members(*group, units);
    } else if (name.size() <= kLongestCompared && compared++ < kMostCompared) {
      if (const std::string* meant = units.likely_meant(name)) units.set_due(*meant, false);
    }
  }
}

void note_unlisted(const Compilation& compilation, Diagnostics& diagnostics) {
  std::vector<std::string> unlisted;
  std::int64_t count = 0;
  for (const auto& [unit, tables] : compilation.by_unit) {
    if (compilation.units.find(unit) != nullptr || ends_with(compilation.figures.issuer, unit)) continue;
    count += 1;
    if (unlisted.size() < kMostShown) unlisted.push_back(without_person(cut_text(unit, kLongestShown), true));
  }
  if (count == 0) return;
  Diagnostic d;
  d.code = "U-01";
  d.severity = Severity::note;
  d.count = count;
  d.message = fmt::format("有 {} 个单位不在规则包的单位名单（{}）里，照原文计入：{}{}", count,
                          compilation.units.list_file(), fmt::join(unlisted, "、"),
                          unlisted.size() < static_cast<std::size_t>(count) ? "等" : "");
  d.hint =
      "名单只有要点文件写到的单位。要核对全部单位，请在 report.toml 的 [ledgers] 里用 units "
      "指定自己的单位名录";
  diagnostics.add(std::move(d));
}

}  // namespace

std::optional<NamedFile> units_file(const std::vector<PackFolder>& chain) {
  for (const PackFolder& pack : std::ranges::reverse_view(chain)) {
    const NamedFile file{pack.folder + "/units.csv", "plugins/" + pack.id + "/units.csv"};
    std::error_code error;
    const auto status = std::filesystem::symlink_status(file.path, error);
    if (std::filesystem::is_regular_file(status)) return file;
    if (std::filesystem::exists(status)) return std::nullopt;  // M-01 is reported
  }
  return std::nullopt;
}

UnitRegister read_named_units(const NamedFile& file, Diagnostics& diagnostics) {
  UnitRegister units(file.shown_name);
  Diagnostics faults;
  read_units(LedgerSource{{{file.path, file.shown_name, ""}}, {}}, units, faults);
  for (Diagnostic& fault : faults.sorted()) {
    if (starts_with(fault.code, "L-")) fault.hint = kListForm;  // what it says is of a body's ledger
    diagnostics.add(std::move(fault));
  }
  return units;
}

void take_units(const RuleBook& rules, Workspace& workspace) {
  if (workspace.ledger("units") != nullptr || workspace.lost_ledgers.count("units") > 0) return;
  std::vector<PackFolder> chain;
  for (const PackInfo& pack : rules.packs()) chain.push_back({pack.id, pack.folder});
  workspace.named_units = units_file(chain);
}

void compare_with_list(Compilation& compilation, Diagnostics& diagnostics) {
  if (compilation.units.is_whole() || compilation.units.empty()) return;
  tell_due(compilation);
  note_unlisted(compilation, diagnostics);
}

}  // namespace nianbao
