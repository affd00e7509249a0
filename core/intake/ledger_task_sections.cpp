#include "intake/ledger_task_sections.h"

#include <algorithm>

#include "base/text.h"

namespace nianbao {

namespace {

// 1 for "一、…", 2 for "（一）…", 0 for anything else.
int section_level(std::string_view text) {
  static constexpr std::u32string_view kDigits = U"一二三四五六七八九十";
  const std::u32string key = to_utf32(name_key(text.substr(0, 40)));
  const std::size_t begin = !key.empty() && key.front() == U'(' ? 1 : 0;
  std::size_t end = begin;
  while (end < key.size() && kDigits.find(key[end]) != std::u32string_view::npos) ++end;
  if (end == begin || end >= key.size()) return 0;
  if (begin == 0) return key[end] == U'、' ? 1 : 0;
  return key[end] == U')' ? 2 : 0;
}

}  // namespace

bool TaskSections::take(const LedgerRow& row, const std::vector<int>& columns, int last_column) {
  if (row.place().file != file_ || row.place().sheet != sheet_) {
    file_ = row.place().file;
    sheet_ = row.place().sheet;
    area_.clear();
    part_.clear();
  }
  int filled = -1;
  for (int column = 0; column <= last_column; ++column) {
    if (row.is_blank(column)) continue;
    if (filled >= 0) return false;
    filled = column;
  }
  if (std::find(columns.begin(), columns.end(), filled) == columns.end()) return false;
  const std::string_view text = row.text(filled);
  const int level = section_level(text);
  if (level == 0) return false;
  if (level == 1) area_ = text;
  part_ = level == 1 ? "" : std::string(text);
  return true;
}

}  // namespace nianbao
