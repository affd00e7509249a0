#include "intake/ledger_unit_lists.h"

namespace nianbao {

void CountedNotes::add(Diagnostic note) {
  const std::string key = note.code + '\n' + note.message;
  const auto entry = notes_.find(key);
  if (entry != notes_.end()) {
    entry->second.count += 1;
  } else if (notes_.size() < kMost) {
    notes_.emplace(key, std::move(note));
  } else if (const auto [rest, is_new] = rest_.try_emplace(note.code, std::move(note)); is_new) {
    rest->second.message = "同样的问题还有（这里只写一处）：" + rest->second.message;
  } else {
    rest->second.count += 1;
  }
}

void CountedNotes::report(Diagnostics& diagnostics) const {
  for (const auto& [key, note] : notes_) diagnostics.add(note);
  for (const auto& [code, note] : rest_) diagnostics.add(note);
}

UnitListReader::UnitListReader(const UnitRegister& units, CountedNotes& notes)
    : units_(units), notes_(notes), nearest_(nearest_of(units)), unlisted_(units) {}

std::vector<std::string> UnitListReader::read(LedgerRow& row, int column) {
  const std::string_view text = row.text(column);
  if (text.empty() || is_not_applicable(text)) return {};
  const UnitList& list =
      memory_.get(text, [this](std::string_view cell) { return read_unit_list(cell, units_); });
  for (const std::string& name : list.unknown) {
    if (!units_.is_whole()) {
      unlisted_.warn(row, column, name, nearest_(name));
      continue;
    }
    row.report("U-01", column, "单位名录里没有" + in_quotes(name),
               nearest_hint(nearest_(name)) +
                   "请改用名录里的名称，或者在名录里补上这个单位或别名；"
                   "几个单位之间用顿号或换行隔开。");
  }
  for (const std::string& group : list.open) {
    Diagnostic note =
        row.finding("N-16", column, in_quotes(group) + "不能落到具体单位，只保留原文",
                    "要分单位统计的，请写出单位名称；“各镇街”“各部门单位”等按单位名录的类别展开，"
                    "名录里没有那一类单位的展不开。");
    note.severity = Severity::note;
    notes_.add(std::move(note));
  }
  return list.names;
}

}  // namespace nianbao
