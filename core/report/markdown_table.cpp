#include "report/markdown_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/markdown_scan.h"

namespace nianbao {

namespace {

// Bounds of a column's weight, in half-width characters.
constexpr int kNarrowest = 4;
constexpr int kWidest = 36;

CellValue cell_value(std::string_view written, int line, MarkupFindings& findings) {
  std::string text = plain_text(read_inline(written, line, findings));
  const std::string_view shown = trim(text);
  if (shown.empty()) return std::monostate{};
  return std::string(shown);
}

void report_surplus(int line, std::size_t found, std::size_t wanted, MarkupFindings& findings) {
  Diagnostic finding;
  finding.code = "C-02";
  finding.message = fmt::format("表格这一行有 {} 格，表头只有 {} 格，多出的并入最后一格。", found, wanted);
  finding.hint = "请补足表头，或者删去多余的竖线；格内要用竖线时写 \\|。";
  finding.place.file = findings.file;
  finding.place.row = line;
  findings.diagnostics.add(std::move(finding));
}

}  // namespace

std::vector<std::string_view> split_table_row(std::string_view line) {
  line = trim(line);
  if (!line.empty() && line.front() == '|') line.remove_prefix(1);
  std::vector<std::string_view> cells;
  std::size_t start = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::size_t place = line[i] == '{' ? end_of_place(line, i) : std::string_view::npos;
    if (place != std::string_view::npos) {
      i = place - 1;
    } else if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '|') {
      cells.push_back(trim(line.substr(start, i - start)));
      start = i + 1;
    }
  }
  if (!trim(line.substr(start)).empty()) cells.push_back(trim(line.substr(start)));
  return cells;
}

std::optional<std::vector<Align>> read_table_rule(std::string_view line) {
  if (line.find('|') == std::string_view::npos || line.find('-') == std::string_view::npos) {
    return std::nullopt;
  }
  std::vector<Align> aligns;
  for (std::string_view cell : split_table_row(line)) {
    const bool left = !cell.empty() && cell.front() == ':';
    if (left) cell.remove_prefix(1);
    const bool right = !cell.empty() && cell.back() == ':';
    if (right) cell.remove_suffix(1);
    if (cell.empty() || cell.find_first_not_of('-') != std::string_view::npos) return std::nullopt;
    aligns.push_back(left == right ? Align::centre : left ? Align::left : Align::right);
  }
  if (aligns.empty()) return std::nullopt;
  return aligns;
}

Table build_table(const TableText& text, const std::string& name, MarkupFindings& findings) {
  Table table;
  table.name = name;
  table.rows = static_cast<int>(text.lines.size());
  table.columns = static_cast<int>(text.aligns.size());
  table.heading_rows = 1;
  table.column_weights.assign(text.aligns.size(), kNarrowest);
  for (int row = 0; row < table.rows; ++row) {
    const std::string_view line = text.lines[static_cast<std::size_t>(row)];
    const int number = text.line + row + (row > 0 ? 1 : 0);
    std::vector<std::string_view> cells = split_table_row(line);
    if (cells.size() > text.aligns.size()) {
      report_surplus(number, cells.size(), text.aligns.size(), findings);
      const std::string_view last = cells[text.aligns.size() - 1];
      const char* end = cells.back().data() + cells.back().size();
      cells[text.aligns.size() - 1] =
          std::string_view(last.data(), static_cast<std::size_t>(end - last.data()));
    }
    cells.resize(text.aligns.size());
    for (int column = 0; column < table.columns; ++column) {
      const auto at = static_cast<std::size_t>(column);
      TableCell cell;
      cell.row = row;
      cell.column = column;
      cell.role = row == 0 ? CellRole::heading : CellRole::text;
      cell.align = row == 0 ? Align::centre : text.aligns[at];
      cell.value = cell_value(cells[at], number, findings);
      const int width = std::min(kWidest, display_width(print_value(cell.value)));
      table.column_weights[at] = std::max(table.column_weights[at], static_cast<double>(width));
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

}  // namespace nianbao
