#include "export/xlsx_cells.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <stdexcept>

#include "base/diagnostic.h"
#include "export/xlsx_number.h"
#include "export/xlsx_text.h"

namespace nianbao {

namespace {

// Excel's limits on a formula.
constexpr std::size_t kMostArguments = 255;
constexpr std::size_t kLongestFormula = 8192;
// Cells in text format with more than this show as #### in old versions of Excel.
constexpr std::size_t kLongestTextFormat = 255;

lxw_row_t sheet_row(int row) {
  return static_cast<lxw_row_t>(row);
}
lxw_col_t sheet_column(int column) {
  return static_cast<lxw_col_t>(column);
}

std::string place_name(int row, int column) {
  return column_letters(column + 1) + std::to_string(row + 1);
}

}  // namespace

void require_written(int error) {
  if (error == LXW_NO_ERROR) return;
  throw std::runtime_error(fmt::format("写工作簿时出错：{}。", lxw_strerror(static_cast<lxw_error>(error))));
}

void CellWriter::text(int row, int column, std::string_view text, const CellLook& look) {
  CellLook shown = look;
  if (looks_like_formula(text) && utf16_length(text) <= kLongestTextFormat) shown.number_format = "@";
  // An empty string becomes a styled blank.
  require_written(worksheet_write_string(sheet_, sheet_row(row), sheet_column(column),
                                         cell_text(text).c_str(), styles_.find(shown)));
}

void CellWriter::value(const CellRange& range, const CellValue& value, CellLook look,
                       const std::string& formula) {
  const int row = range.first_row;
  const int column = range.first_column;
  const auto number = exact_number(value);
  const bool is_text = std::holds_alternative<std::string>(value);
  const std::string printed = print_value(value);
  if (number) look.number_format = number_format(value);
  if (!number && !is_text && !printed.empty()) {
    look.number_format = "@";
    has_corners_ = true;
  }
  merge(range, look);
  if (!number) {
    text(row, column, printed, look);
  } else if (formula.empty()) {
    require_written(
        worksheet_write_number(sheet_, sheet_row(row), sheet_column(column), *number, styles_.find(look)));
  } else {
    has_corners_ = true;
    require_written(worksheet_write_formula_num(sheet_, sheet_row(row), sheet_column(column), formula.c_str(),
                                                styles_.find(look), *number));
  }
}

void CellWriter::block(const CellRange& range, std::string_view shown, const CellLook& look) {
  merge(range, look);
  text(range.first_row, range.first_column, shown, look);
}

void CellWriter::row_height(int row, double points) {
  require_written(worksheet_set_row(sheet_, sheet_row(row), points, nullptr));
}

void CellWriter::silence_corners(int last_row, int last_column) {
  if (!has_corners_) return;
  char all[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_rowcol_to_range(all, 0, 0, sheet_row(last_row), sheet_column(last_column));
  for (const int kind : {LXW_IGNORE_NUMBER_STORED_AS_TEXT, LXW_IGNORE_FORMULA_RANGE,
                         LXW_IGNORE_FORMULA_DIFFERS, LXW_IGNORE_EMPTY_CELL_REFERENCE}) {
    require_written(worksheet_ignore_errors(sheet_, static_cast<std::uint8_t>(kind), all));
  }
}

void CellWriter::merge(const CellRange& range, const CellLook& look) {
  if (range.first_row == range.last_row && range.first_column == range.last_column) return;
  require_written(worksheet_merge_range(sheet_, sheet_row(range.first_row), sheet_column(range.first_column),
                                        sheet_row(range.last_row), sheet_column(range.last_column), "",
                                        styles_.find(look)));
}

std::string sum_formula(const TableCell& cell, const CellFinder& cells, int top,
                        const std::vector<int>& first) {
  if (cell.sum_of.empty() || cell.sum_of.size() > kMostArguments || !sum_holds(cell, cells)) return {};
  std::string formula = "=SUM(";
  for (const CellRange& range : cell.sum_of) {
    const std::string from =
        place_name(top + range.first_row, first[static_cast<std::size_t>(range.first_column)]);
    const std::string to =
        place_name(top + range.last_row, first[static_cast<std::size_t>(range.last_column)]);
    if (formula.back() != '(') formula.push_back(',');
    formula += from;
    if (from != to) formula.append(":").append(to);
  }
  formula.push_back(')');
  return formula.size() <= kLongestFormula ? formula : std::string();
}

}  // namespace nianbao
