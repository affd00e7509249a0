#include "intake/ledger_row.h"

#include "base/text.h"

namespace nianbao {

namespace {

// Whether a byte may open one of the blanks beyond ASCII: U+00A0, U+2000–200B, U+3000, U+FEFF.
bool may_open_blank(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value == 0xC2 || value == 0xE2 || value == 0xE3 || value == 0xEF;
}

bool is_ascii_blank(char byte) {
  return byte >= 0 && byte <= ' ';
}

}  // namespace

std::string_view trim_cell(std::string_view text) {
  const std::size_t size = text.size();
  if (size == 0) return text;
  const bool begins = is_ascii_blank(text.front()) || may_open_blank(text.front());
  const bool ends = is_ascii_blank(text.back()) || (size >= 2 && may_open_blank(text[size - 2])) ||
                    (size >= 3 && may_open_blank(text[size - 3]));
  return begins || ends ? trim(text) : text;
}

void LedgerRow::move_to(const GridRow& row) {
  row_ = &row;
  place_.row = row.number;
  place_.unit.clear();
  failed_ = false;
  silent_ = false;
  for (const GridCell& cell : row.cells) {
    if (cell.kind == GridKind::error) return report_broken_cells();
  }
}

void LedgerRow::report_broken_cells() {
  for (std::size_t column = 0; column < fields_.cell_of.size(); ++column) {
    const GridCell* found = cell(static_cast<int>(column));
    if (found == nullptr || found->kind != GridKind::error) continue;
    const bool is_uncounted = found->text == kNotCalculated;
    report("L-01", static_cast<int>(column),
           "“" + heading(static_cast<int>(column)) + "”是公式" + (is_uncounted ? "，没有结果（" : "错误（") +
               std::string(found->text) + "）",
           is_uncounted ? "请用 Excel 打开文件保存一次，或者直接填写内容。"
                        : "请在表格里改正公式，或者直接填写内容。");
  }
}

const GridCell* LedgerRow::cell(int column) const {
  const int index = fields_.cell_of[static_cast<std::size_t>(column)];
  if (index < 0 || static_cast<std::size_t>(index) >= row_->cells.size()) return nullptr;
  return &row_->cells[static_cast<std::size_t>(index)];
}

std::string_view LedgerRow::text(int column) const {
  const GridCell* found = cell(column);
  if (found == nullptr || found->kind == GridKind::blank || found->kind == GridKind::error) return {};
  return trim_cell(found->text);
}

GridKind LedgerRow::kind(int column) const {
  const GridCell* found = cell(column);
  return found == nullptr ? GridKind::blank : found->kind;
}

const std::string& LedgerRow::heading(int column) const {
  static const std::string kNone;
  const int index = fields_.cell_of[static_cast<std::size_t>(column)];
  return index < 0 ? kNone : fields_.headings[static_cast<std::size_t>(index)];
}

Place LedgerRow::place(int column) const {
  Place place = place_;
  if (has(column)) {
    place.column = fields_.cell_of[static_cast<std::size_t>(column)] + 1;
    place.heading = heading(column);
  }
  return place;
}

Diagnostic LedgerRow::finding(const char* code, int column, std::string message, std::string hint) const {
  Diagnostic d;
  d.code = code;
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.place = place(column);
  return d;
}

void LedgerRow::report(const char* code, int column, std::string message, std::string hint) {
  failed_ = true;
  if (!silent_) diagnostics_.add(finding(code, column, std::move(message), std::move(hint)));
}

void LedgerRow::give_up(const char* code, std::string message, std::string hint) {
  failed_ = true;
  silent_ = true;
  Diagnostic d;
  d.code = code;
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.place = place_;
  diagnostics_.add(std::move(d));
}

void LedgerRow::warn(const char* code, int column, std::string message, std::string hint) {
  if (silent_) return;
  Diagnostic d = finding(code, column, std::move(message), std::move(hint));
  d.severity = Severity::warning;
  diagnostics_.add(std::move(d));
}

void LedgerRow::note(const char* code, int column, std::string message, std::string hint) {
  if (silent_) return;
  Diagnostic d = finding(code, column, std::move(message), std::move(hint));
  d.severity = Severity::note;
  diagnostics_.add(std::move(d));
}

bool LedgerRow::require(int column) {
  if (!text(column).empty()) return true;
  if (is_broken(column)) return false;
  const bool may_be_merged = !place_.sheet.empty();
  report("R-07", column, "“" + heading(column) + "”没有填",
         may_be_merged ? "这一列每行都要填，请补上；原来是合并单元格的，请取消合并并逐行填写。"
                       : "这一列每行都要填，请补上。");
  return false;
}

}  // namespace nianbao
