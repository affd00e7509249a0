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

// False after its last day: the finding stays what it is.
bool excuse(const Adjustment& exception, const Date& today, Diagnostic& finding) {
  if (has_expired(exception, today)) {
    finding.hint += fmt::format("{}规则包 {} 的例外已于{}到期", finding.hint.empty() ? "" : "；",
                                exception.pack, format_chinese(*exception.expires));
    return false;
  }
  finding.severity = Severity::note;
  finding.message += fmt::format("（按例外处理：{}；{}批准，到{}为止）", exception.reason, exception.approver,
                                 format_chinese(*exception.expires));
  return true;
}

// Whether the register knows the unit by another name, or not at all: then that is said.
bool names_no_unit(const Adjustment& exception, const UnitRegister& units) {
  if (exception.unit.empty() || units.empty()) return false;
  const Unit* unit = units.find(exception.unit);
  return unit == nullptr || unit->name != exception.unit;
}

// `other`: where the first finding stands that the exception does not cover.
std::string hint_for_unused(const std::string& rule, const std::optional<Place>& other) {
  if (!other) return "不再需要的删去这一项；还要留着的不用改";
  if (other->cell.empty() && other->unit.empty()) {
    return fmt::format("{} 的问题没有写是哪个数据、哪个单位，不能有例外；删去这一项，不检查的写 drop", rule);
  }
  std::string written;
  if (!other->cell.empty()) written += fmt::format("cell = \"{}\"", other->cell);
  if (!other->unit.empty())
    written += fmt::format("{}unit = \"{}\"", written.empty() ? "" : "，", other->unit);
  return fmt::format("{} 的问题写的是 {}：要的是它就照这样写，不是就删去这一项", rule, written);
}

}  // namespace

void Adjustments::add(std::vector<Adjustment> of_pack) {
  std::move(of_pack.begin(), of_pack.end(), std::back_inserter(all_));
  uses_.resize(all_.size());
}

bool Adjustments::is_dropped(const std::string& rule) const {
  return std::any_of(all_.begin(), all_.end(), [&](const Adjustment& a) {
    return a.kind == AdjustmentKind::drop && a.rule == rule && !a.reason.empty();
  });
}

void Adjustments::apply(Diagnostic& finding, const Date& today) {
  for (const Adjustment& a : all_) {
    if (a.kind == AdjustmentKind::tighten && a.rule == finding.code) {
      finding.severity = std::max(finding.severity, a.severity);
    }
  }
  bool is_excused = false;  // once is enough, but the others are in use as well
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const Adjustment& a = all_[i];
    if (a.kind != AdjustmentKind::except || a.rule != finding.code) continue;
    Use& use = uses_[i];
    if (!covers(a, finding)) {
      if (!use.other) use.other = finding.place;
      continue;
    }
    use.matched = true;
    is_excused = is_excused || excuse(a, today, finding);
    use.excused = use.excused || !has_expired(a, today);
  }
}

bool Adjustments::has_unused() const {
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (all_[i].kind == AdjustmentKind::except && !uses_[i].excused) return true;
  }
  return false;
}

void Adjustments::note_unused(const UnitRegister* units, Diagnostics& diagnostics) const {
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const Adjustment& a = all_[i];
    if (a.kind != AdjustmentKind::except || uses_[i].matched) continue;
    if (units != nullptr && names_no_unit(a, *units)) continue;
    Diagnostic d;
    d.code = "N-29";
    d.severity = Severity::note;
    d.place = a.place;
    d.message = fmt::format("规则包 {} 对 {} 的例外（限于{}）本次没有用到，报告里不印", a.pack, a.rule,
                            scope_in_words(a));
    d.hint = hint_for_unused(a.rule, uses_[i].other);
    diagnostics.add(std::move(d));
  }
}

void Adjustments::note_unknown_units(const UnitRegister& units, Diagnostics& diagnostics) const {
  if (units.empty() || !units.is_whole()) return;
  int compared = 0;
  for (const Adjustment& a : all_) {
    if (!names_no_unit(a, units)) continue;
    const Unit* unit = units.find(a.unit);
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
  return say(today, false);
}

std::vector<std::string> Adjustments::sentences_in_use(const Date& today) const {
  return say(today, true);
}

std::vector<std::string> Adjustments::say(const Date& today, bool only_in_use) const {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (only_in_use && all_[i].kind == AdjustmentKind::except && !uses_[i].excused) continue;
    std::string sentence = in_words(all_[i], today);
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
