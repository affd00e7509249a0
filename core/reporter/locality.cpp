#include "reporter/locality.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/text.h"
#include "intake/holiday_table.h"
#include "rules/manifest.h"

namespace nianbao {

namespace {

constexpr std::size_t kMostDaysNamed = 12;

// A ledger as the manual calls it.
const char* title_of(const std::string& ledger) {
  static const std::map<std::string, const char*> kTitles = {
      {"requests", "依申请公开台账"}, {"unit_tables", "单位报表"},
      {"reviews", "复议诉讼台账"},    {"disclosures", "主动公开台账"},
      {"tasks", "任务台账"},          {"activities", "公开活动台账"},
      {"units", "单位名录"}};
  const auto title = kTitles.find(ledger);
  return title == kTitles.end() ? ledger.c_str() : title->second;
}

// The days that the pack makes working days or days off against the packs before it; empty where there are
// none.
std::string holidays_in_words(const std::string& pack, std::vector<Holiday> own, const WorkingDays& before) {
  std::erase_if(own, [&](const Holiday& day) { return before.is_working(day.date) == !day.day_off; });
  std::sort(own.begin(), own.end(), [](const Holiday& a, const Holiday& b) { return a.date < b.date; });
  if (own.empty()) return "";
  std::vector<std::string> named;
  for (std::size_t i = 0; i < std::min(own.size(), kMostDaysNamed); ++i) {
    named.push_back(format_chinese(own[i].date) + (own[i].day_off ? "放假" : "上班"));
  }
  return fmt::format("工作日：规则包 {} 与前面规则包的放假安排不同的有{}天：{}{}。", pack, own.size(),
                     fmt::join(named, "、"), own.size() > kMostDaysNamed ? "等" : "");
}

}  // namespace

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

std::vector<std::string> sentences_of(const PackChanges& changes, const std::vector<Place>& headings,
                                      const Diagnostics& diagnostics) {
  const std::vector<Diagnostic> findings = diagnostics.sorted();
  std::vector<std::string> sentences;
  for (const PackChange& change : changes) {
    const auto is_here = [&](const Place& place) {
      return place.row > 0 && place.row == change.place.row && place.file == change.place.file;
    };
    const bool is_refused = std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& d) {
      return d.code == "C-02" && is_here(d.place);
    });
    const bool is_there = change.place.row == 0 || std::any_of(headings.begin(), headings.end(), is_here);
    if (is_there && !is_refused) sentences.push_back(change.sentence);
  }
  return sentences;
}

void take_fields(const RuleBook& rules, Workspace& workspace, PackChanges& changes) {
  for (const PackField& field : rules.fields()) {
    const auto ledger = workspace.ledgers.find(field.ledger);
    if (ledger == workspace.ledgers.end()) continue;
    if (field.means.empty()) {
      ledger->second.extra.push_back(field.extra);
    } else {
      ledger->second.headings.push_back({field.extra.heading, field.means, field.extra.place});
      changes.push_back({fmt::format("{}的“{}”一列读作“{}”（规则包 {}）。", title_of(field.ledger),
                                     field.extra.heading, field.means, field.pack),
                         field.extra.place});
    }
  }
}

WorkingDays calendar_of(const RuleBook& rules, PackChanges& changes, Diagnostics& diagnostics) {
  std::vector<Holiday> table;
  for (const PackInfo& pack : rules.packs()) {
    const std::string path = pack.folder + "/holidays.csv";
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(path)))
      continue;  // M-01 is reported
    std::vector<Holiday> own;
    read_holidays(path, "plugins/" + pack.id + "/holidays.csv", own, diagnostics);
    std::string sentence = table.empty() ? "" : holidays_in_words(pack.id, own, WorkingDays(table));
    if (!sentence.empty()) changes.push_back({std::move(sentence), {}});
    table.insert(table.end(), own.begin(), own.end());
  }
  return WorkingDays(table);
}

}  // namespace nianbao
