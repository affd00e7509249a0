#include "intake/ledger_noise.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "intake/ledger_row.h"

namespace nianbao {

namespace {

bool is_blank(const GridCell& cell) {
  return cell.kind == GridKind::blank || cell.text.empty() || trim_cell(cell.text).empty();
}

// Index of the first cell that is not blank; the number of cells when all are.
std::size_t first_filled(const GridRow& row) {
  std::size_t i = 0;
  while (i < row.cells.size() && is_blank(row.cells[i])) ++i;
  return i;
}

// 1, 2, 3 … under the headings: at least three, each one more than the one before.
bool numbers_columns(const GridRow& row, std::size_t first) {
  int expected = 1;
  for (std::size_t i = first; i < row.cells.size(); ++i) {
    if (is_blank(row.cells[i])) continue;
    if (trim_cell(row.cells[i].text) != std::to_string(expected)) return false;
    ++expected;
  }
  return expected > 3;
}

bool is_total(const std::string& key) {
  static constexpr std::array<std::string_view, 4> kTotals = {"合计", "总计", "小计", "共计"};
  return std::any_of(kTotals.begin(), kTotals.end(), [&key](std::string_view word) {
    return key == word || starts_with(key, std::string(word) + ":");
  });
}

bool is_note(const std::string& key) {
  static constexpr std::array<std::string_view, 11> kNotes = {"注:",     "备注:",   "说明:",     "填表说明",
                                                              "填表人:", "填报人:", "填报单位:", "制表人:",
                                                              "审核人:", "负责人:", "联系电话:"};
  return std::any_of(kNotes.begin(), kNotes.end(),
                     [&key](std::string_view word) { return starts_with(key, word); });
}

}  // namespace

bool RowFilter::is_record(const GridRow& row) {
  const std::size_t first = first_filled(row);
  if (first == row.cells.size()) return false;
  const bool is_first = !seen_any_;
  seen_any_ = true;
  if (is_first && numbers_columns(row, first)) return false;
  return !repeats_head(row, first) && !is_total_or_note(row, first);
}

bool RowFilter::repeats_head(const GridRow& row, std::size_t first) const {
  for (const HeadRow& head : head_) {
    if (first >= head.texts.size() || row.cells[first].text.size() < head.texts[first].size()) continue;
    const std::size_t width = std::max(row.cells.size(), head.texts.size());
    bool same = true;
    for (std::size_t i = 0; i < width && same; ++i) {
      const std::string_view left = i < row.cells.size() ? trim_cell(row.cells[i].text) : "";
      const std::string_view right = i < head.texts.size() ? std::string_view(head.texts[i]) : "";
      same = left == right;
    }
    if (same) return true;
  }
  return false;
}

// The key cell is filled by something other than the word at hand.
bool RowFilter::has_key(const GridRow& row, std::size_t first) const {
  const auto key = static_cast<std::size_t>(key_cell_);
  return key_cell_ >= 0 && key != first && key < row.cells.size() && !is_blank(row.cells[key]);
}

bool RowFilter::is_total_or_note(const GridRow& row, std::size_t first) const {
  const std::string_view text = trim_cell(row.cells[first].text);
  if (static_cast<unsigned char>(text.front()) < 0x80 || has_key(row, first)) return false;
  // Only these begin a word of either kind; most rows are decided here.
  static constexpr std::array<std::string_view, 11> kBegins = {"合", "总", "小", "共", "注", "备",
                                                               "说", "填", "制", "审", "负"};
  const bool may_be = std::any_of(kBegins.begin(), kBegins.end(),
                                  [text](std::string_view begin) { return starts_with(text, begin); }) ||
                      starts_with(text, "联");
  if (!may_be) return false;
  const std::string key = name_key(text.substr(0, 60));
  return is_total(key) || is_note(key);
}

}  // namespace nianbao
