// `locality list` and `locality coverage`.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "reporter/draft.h"
#include "reporter/locality.h"
#include "rules/adjustments.h"
#include "rules/api_reference.h"

namespace nianbao {

namespace {

// "national → shandong → laiwu".
std::string chain_of(const std::string& id, const std::map<std::string, PackInfo>& packs) {
  std::string chain = id;
  auto pack = packs.find(id);
  for (std::size_t i = 0; i < packs.size() && pack != packs.end() && !pack->second.extends.empty(); ++i) {
    chain = pack->second.extends + " → " + chain;
    pack = packs.find(pack->second.extends);
  }
  return chain;
}

std::string padded(const std::string& text, int width) {
  return text + std::string(static_cast<std::size_t>(std::max(width - display_width(text), 0)) + 2, ' ');
}

// What was changed of the rule: one or several.
std::string state_of(const RuleCoverage& rule) {
  std::vector<std::string> states;
  if (rule.tightened > rule.severity) states.emplace_back("加严");
  if (rule.exceptions > 0) states.emplace_back("有例外");
  if (rule.is_dropped) states = {"不检查"};
  return states.empty() ? "保留" : fmt::format("{}", fmt::join(states, "、"));
}

bool is_changed(const RuleCoverage& rule) {
  return rule.is_dropped || rule.exceptions > 0 || rule.tightened > rule.severity || !rule.remarks.empty();
}

std::string severity_of(const RuleCoverage& rule) {
  std::string words = severity_label(rule.severity);
  if (rule.tightened > rule.severity) words += std::string("→") + severity_label(rule.tightened);
  return words;
}

std::string summary_of(const std::vector<RuleCoverage>& coverage) {
  int tightened = 0;
  int excepted = 0;
  int dropped = 0;
  int kept = 0;
  int all = 0;
  for (const RuleCoverage& rule : coverage) {
    if (rule.pack.empty()) continue;
    const bool is_tightened = !rule.is_dropped && rule.tightened > rule.severity;
    const bool is_excepted = !rule.is_dropped && rule.exceptions > 0;
    all += 1;
    dropped += rule.is_dropped ? 1 : 0;
    tightened += is_tightened ? 1 : 0;
    excepted += is_excepted ? 1 : 0;
    kept += rule.is_dropped || is_tightened || is_excepted ? 0 : 1;
  }
  return fmt::format("{} 条规则：加严 {}，有例外 {}，不检查 {}，保留 {}", all, tightened, excepted, dropped,
                     kept);
}

// The codes of the program itself, which no pack changes, in one line.
std::string own_codes(const std::vector<RuleCoverage>& coverage) {
  std::vector<std::string> codes;
  for (const RuleCoverage& rule : coverage) {
    if (rule.pack.empty()) codes.push_back(rule.code);
  }
  std::sort(codes.begin(), codes.end());
  return fmt::format("另有 {} 条{}：{}", codes.size(), kKeptByHost, fmt::join(codes, " "));
}

// What was changed comes first; each half in the order of codes.
std::vector<RuleCoverage> in_order(std::vector<RuleCoverage> coverage) {
  std::erase_if(coverage, [](const RuleCoverage& rule) { return rule.pack.empty(); });
  std::stable_sort(coverage.begin(), coverage.end(), [](const RuleCoverage& a, const RuleCoverage& b) {
    return std::pair(!is_changed(a), a.code) < std::pair(!is_changed(b), b.code);
  });
  return coverage;
}

}  // namespace

std::string interface_of_packs(bool as_annotations) {
  return as_annotations ? api_as_annotations() : api_as_markdown();
}

LocalityReport list_localities(const Setup& setup) {
  LocalityReport report;
  std::map<std::string, PackInfo> packs;
  for (PackInfo& pack : RuleBook::list(setup.plugins_folder)) packs.emplace(pack.id, std::move(pack));
  for (const auto& [id, pack] : packs) {
    report.lines.push_back(padded(id, 14) + padded(pack.name, 26) + padded(pack.version, 8) +
                           chain_of(id, packs));
  }
  if (packs.empty()) {
    report.outcome = refused(fmt::format("“{}”里没有规则包", setup.plugins_folder));
  }
  return report;
}

LocalityReport cover_locality(const std::string& id, const std::string& today, const Setup& setup) {
  LocalityReport report;
  if (const auto unknown = unknown_locality(id, setup.plugins_folder)) {
    return {refused(unknown->reason + "，" + unknown->hint), {}};
  }
  const auto day = parse_date(today);
  if (!day) {
    return {refused(fmt::format("“{}”不是日期，请写成 2025-01-31 的样子", today)), {}};
  }
  Diagnostics diagnostics;
  const auto rules = RuleBook::load(setup.plugins_folder, id, diagnostics);
  report.outcome = outcome_of(diagnostics);
  if (!rules) {
    report.outcome.status = 2;
    return report;
  }
  const auto coverage = rules->coverage(*day);
  for (const RuleCoverage& rule : in_order(coverage)) {
    report.lines.push_back(padded(rule.code, 6) + padded(rule.pack, 10) + padded(severity_of(rule), 10) +
                           padded(state_of(rule), 6) + rule.title);
    for (const std::string& remark : rule.remarks) report.lines.push_back("        " + remark);
  }
  report.lines.push_back(summary_of(coverage));
  report.lines.push_back(own_codes(coverage));
  return report;
}

}  // namespace nianbao
