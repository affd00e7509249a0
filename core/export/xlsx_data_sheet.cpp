#include <xlsxwriter.h>

#include <algorithm>

#include "base/text.h"
#include "export/xlsx_cells.h"
#include "export/xlsx_number.h"
#include "export/xlsx_sheets.h"
#include "export/xlsx_text.h"

namespace nianbao {

namespace {

// Bounds of a column, in half-width characters; longer text wraps.
constexpr int kNarrowest = 6;
constexpr int kWidest = 48;
constexpr int kWidestHeading = 16;
constexpr int kFilterButton = 3;
// The sheet's unit of width is a digit of 11 point type; the cells are set in 10 point.
constexpr double kUnitsPerColumn = 0.97;

CellLook look_of(const TableCell& cell, bool wrap) {
  CellLook look;
  look.type = 20;
  look.border = true;
  look.top = cell.role != CellRole::heading;
  look.wrap = wrap || cell.role == CellRole::heading;
  look.bold = cell.role == CellRole::heading || cell.role == CellRole::label;
  look.shaded = cell.role == CellRole::heading;
  const bool number = exact_number(cell.value).has_value();
  look.align = cell.role == CellRole::heading ? Align::centre : number ? Align::right : Align::left;
  return look;
}

int heading_rows(const Table& table) {
  return std::clamp(table.heading_rows, 0, table.rows);
}

// Half-width columns of each column's widest value.
std::vector<int> wanted_widths(const Table& table) {
  std::vector<int> widths(static_cast<std::size_t>(table.columns), kNarrowest);
  for (const TableCell& cell : table.cells) {
    int width = widest_line(print_value(cell.value)) + 1;
    if (cell.row < table.heading_rows) width = std::min(width + kFilterButton, kWidestHeading);
    int& column = widths[static_cast<std::size_t>(cell.column)];
    column = std::max(column, width);
  }
  return widths;
}

// Rows under the headings that the filter sorts: closing rows of totals stay where they are.
int last_filtered_row(const Table& table, const CellFinder& cells) {
  int last = table.rows - 1;
  while (last >= table.heading_rows) {
    const TableCell* first = cells.find(last, 0);
    if (first == nullptr || first->role != CellRole::label) break;
    --last;
  }
  return last;
}

class DataWriter {
 public:
  DataWriter(const Sheet& sheet, lxw_worksheet* target, StyleBook& styles)
      : sheet_(sheet), target_(target), cells_(target, styles) {}

  std::vector<PlacedTable> write(bool draft) {
    if (draft) cells_.text(row_++, 0, kDraftLine, {.bold = true, .wrap = false, .red = true});
    for (const Table& table : sheet_.tables) {
      if (table.rows <= 0 || table.columns <= 0) continue;
      cover_cells(table);
      if (!placed_.empty()) ++row_;
      write_table(table);
    }
    write_notes();
    worksheet_fit_to_pages(target_, 1, 0);
    cells_.silence_corners(row_, placed_.empty() ? 0 : placed_.front().range.last_column);
    return std::move(placed_);
  }

 private:
  void write_table(const Table& table) {
    const CellFinder finder(table);
    const std::vector<int> widths = wanted_widths(table);
    std::vector<int> columns(widths.size() + 1);
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = static_cast<int>(i);
    for (const TableCell& cell : table.cells) {
      const bool wrap = widths[static_cast<std::size_t>(cell.column)] > kWidest;
      write_cell(cell, look_of(cell, wrap), sum_formula(cell, finder, row_, columns));
    }
    if (placed_.empty()) set_up_list(table, finder, widths);
    placed_.push_back({table.name, {row_, 0, row_ + table.rows - 1, table.columns - 1}});
    row_ += table.rows;
    if (!table.note.empty()) notes_.push_back(table.note);
  }

  // A list has no merged cells: a heading or label over several places stands in each of them.
  void write_cell(const TableCell& cell, const CellLook& look, const std::string& formula) {
    const bool repeated = cell.role == CellRole::heading || cell.role == CellRole::label;
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        const bool first = row == cell.row && column == cell.column;
        const CellRange place{row_ + row, column, row_ + row, column};
        cells_.value(place, first || repeated ? cell.value : CellValue{}, look, first ? formula : "");
      }
    }
  }

  void set_up_list(const Table& table, const CellFinder& finder, const std::vector<int>& widths) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      const double units = std::min(widths[i], kWidest) * kUnitsPerColumn;
      require_written(worksheet_set_column(target_, column, column, units, nullptr));
    }
    const int headings = heading_rows(table);
    if (headings == 0) return;
    const auto end = static_cast<lxw_row_t>(row_ + headings);
    worksheet_freeze_panes(target_, end, 0);
    require_written(worksheet_repeat_rows(target_, static_cast<lxw_row_t>(row_), end - 1));
    const int last = row_ + std::max(last_filtered_row(table, finder), headings - 1);
    require_written(worksheet_autofilter(target_, end - 1, 0, static_cast<lxw_row_t>(last),
                                         static_cast<lxw_col_t>(table.columns - 1)));
  }

  // Below the list, behind an empty row, where no reader of the list looks.
  void write_notes() {
    notes_.insert(notes_.begin(), sheet_.notes.begin(), sheet_.notes.end());
    if (!notes_.empty()) ++row_;
    for (const std::string& note : notes_) cells_.text(row_++, 0, note, {.wrap = false});
  }

  const Sheet& sheet_;
  lxw_worksheet* target_;
  CellWriter cells_;
  int row_ = 0;
  std::vector<PlacedTable> placed_;
  std::vector<std::string> notes_;
};

}  // namespace

std::vector<PlacedTable> write_data_sheet(const Sheet& sheet, bool draft, lxw_worksheet* target,
                                          StyleBook& styles) {
  return DataWriter(sheet, target, styles).write(draft);
}

}  // namespace nianbao
