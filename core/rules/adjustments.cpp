#include "rules/adjustments.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "rules/place_words.h"

namespace nianbao {

namespace {

// Beyond these no nearest name is looked for: a register may be long, and a pack may hold anything.
constexpr std::size_t kLongestName = 96;  // bytes
constexpr int kMostCompared = 50;

std::string scope_in_words(const Adjustment& exception) {
  const std::string place = place_in_words(exception.cell);
  std::string cell = (place == exception.cell ? " " : "") + place;
  if (exception.unit.empty()) return cell;
  return "“" + exception.unit + "”" + (exception.cell.empty() ? "" : "的" + cell);
}

// "table3.total.*" covers table3.total.enterprise, and table3.total itself.
bool covers_cell(const std::string& pattern, const std::string& cell) {
  if (!ends_with(pattern, ".*")) return pattern == cell;
  const std::string stem = pattern.substr(0, pattern.size() - 2);
  return cell == stem || starts_with(cell, stem + ".");
}

bool covers(const Adjustment& exception, const Diagnostic& finding) {
  if (!exception.cell.empty() && !covers_cell(exception.cell, finding.place.cell)) return false;
  return exception.unit.empty() || exception.unit == finding.place.unit;
}

void excuse(const Adjustment& exception, const Date& today, Diagnostic& finding) {
  if (has_expired(exception, today)) {
    finding.hint += fmt::format("{}规则包 {} 的例外已于{}到期", finding.hint.empty() ? "" : "；",
                                exception.pack, format_chinese(*exception.expires));
    return;
  }
  finding.severity = Severity::note;
  finding.message += fmt::format("（按例外处理：{}；{}批准，到{}为止）", exception.reason, exception.approver,
                                 format_chinese(*exception.expires));
}

}  // namespace

void Adjustments::add(std::vector<Adjustment> of_pack) {
  std::move(of_pack.begin(), of_pack.end(), std::back_inserter(all_));
}

bool Adjustments::is_dropped(const std::string& rule) const {
  return std::any_of(all_.begin(), all_.end(), [&](const Adjustment& a) {
    return a.kind == AdjustmentKind::drop && a.rule == rule && !a.reason.empty();
  });
}

void Adjustments::apply(Diagnostic& finding, const Date& today) const {
  for (const Adjustment& a : all_) {
    if (a.kind == AdjustmentKind::tighten && a.rule == finding.code) {
      finding.severity = std::max(finding.severity, a.severity);
    }
  }
  for (const Adjustment& a : all_) {
    if (a.kind != AdjustmentKind::except || a.rule != finding.code || !covers(a, finding)) continue;
    excuse(a, today, finding);
    if (finding.severity == Severity::note) return;
  }
}

void Adjustments::note_unknown_units(const UnitRegister& units, Diagnostics& diagnostics) const {
  if (units.empty()) return;
  int compared = 0;
  for (const Adjustment& a : all_) {
    const Unit* unit = a.unit.empty() ? nullptr : units.find(a.unit);
    if (a.unit.empty() || (unit != nullptr && unit->name == a.unit)) continue;
    const std::string* nearest = nullptr;
    if (unit != nullptr) {
      nearest = &unit->name;
    } else if (a.unit.size() <= kLongestName && ++compared <= kMostCompared) {
      nearest = units.nearest(a.unit);
    }
    Diagnostic d;
    d.code = "N-29";
    d.severity = Severity::note;
    d.place = a.place;
    d.message = fmt::format("规则包 {} 对 {} 的例外写的单位“{}”不在单位名录里，这个例外没有用处", a.pack,
                            a.rule, a.unit);
    d.hint = nearest != nullptr ? fmt::format("是不是“{}”？照名录写全称", *nearest)
                                : "照单位名录写全称，或者删去这一项";
    diagnostics.add(std::move(d));
  }
}

void Adjustments::report_silent_drops(Diagnostics& diagnostics) const {
  for (const Adjustment& a : all_) {
    if (a.kind != AdjustmentKind::drop || !a.reason.empty()) continue;
    Diagnostic d;
    d.code = "M-05";
    d.place = a.place;
    d.message = fmt::format("规则包 {} 不检查 {}，没有写理由；这条规则照常检查", a.pack, a.rule);
    d.hint = "在 drop 里写 reason（会印在统计口径里），或者删去这一项";
    diagnostics.add(std::move(d));
  }
}

std::vector<std::string> Adjustments::sentences(const Date& today) const {
  std::vector<std::string> sentences;
  for (const Adjustment& adjustment : all_) {
    std::string sentence = in_words(adjustment, today);
    if (!sentence.empty()) sentences.push_back(std::move(sentence));
  }
  return sentences;
}

std::string in_words(const Adjustment& a, const Date& today) {
  const std::string approved = a.approver.empty() ? "" : "，" + a.approver + "批准";
  if (a.kind == AdjustmentKind::drop && !a.reason.empty()) {
    return fmt::format("不检查 {}：{}（规则包 {}{}）。", a.rule, a.reason, a.pack, approved);
  }
  if (a.kind != AdjustmentKind::except) return "";
  const std::string day = format_chinese(*a.expires);
  return fmt::format("{} 有例外，限于{}：{}（规则包 {}{}，{}）。", a.rule, scope_in_words(a), a.reason,
                     a.pack, approved,
                     has_expired(a, today) ? "已于" + day + "到期，不再适用" : "到" + day + "为止");
}

bool has_expired(const Adjustment& exception, const Date& today) {
  return exception.expires && *exception.expires < today;
}

}  // namespace nianbao
