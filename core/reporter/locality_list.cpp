// `locality list` and `locality coverage`.
#include <fmt/format.h>

#include <algorithm>
#include <map>

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

std::string state_of(const RuleCoverage& rule) {
  if (rule.pack.empty()) return "保留";
  if (rule.is_dropped) return "不检查";
  if (rule.exceptions > 0) return "有例外";
  return rule.tightened > rule.severity ? "加严" : "保留";
}

std::string severity_of(const RuleCoverage& rule) {
  std::string words = severity_label(rule.severity);
  if (rule.tightened > rule.severity) words += std::string("→") + severity_label(rule.tightened);
  return words;
}

std::string summary_of(const std::vector<RuleCoverage>& coverage) {
  std::map<std::string, int> counts;
  std::size_t own = 0;
  for (const RuleCoverage& rule : coverage) {
    counts[state_of(rule)] += 1;
    own += rule.pack.empty() ? 1 : 0;
  }
  return fmt::format("{} 条规则：保留 {}（其中 {} 条{}），加严 {}，有例外 {}，不检查 {}", coverage.size(),
                     counts["保留"], own, kKeptByHost, counts["加严"], counts["有例外"], counts["不检查"]);
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
  for (const RuleCoverage& rule : coverage) {
    const bool is_own = rule.pack.empty();
    report.lines.push_back(padded(rule.code, 6) + padded(is_own ? "程序" : rule.pack, 10) +
                           padded(severity_of(rule), 10) + padded(state_of(rule), 6) + rule.title +
                           (is_own ? std::string("（") + kKeptByHost + "）" : ""));
    for (const std::string& remark : rule.remarks) report.lines.push_back("        " + remark);
  }
  report.lines.push_back(summary_of(coverage));
  return report;
}

}  // namespace nianbao
