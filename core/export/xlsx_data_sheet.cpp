#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "export/xlsx_cells.h"
#include "export/xlsx_grid.h"
#include "export/xlsx_number.h"
#include "export/xlsx_sheets.h"
#include "export/xlsx_text.h"
#include "report/chart.h"

namespace nianbao {

namespace {

// Bounds of a column, in half-width characters; longer text wraps.
constexpr int kNarrowest = 5;
constexpr int kWidest = 40;
constexpr int kWidestHeading = 11;
constexpr int kFilterButton = 3;
constexpr int kStandardWidth = 8;  // of a column that nobody set
// A list is printed on one page's width down to this scale, then on several.
constexpr double kSmallestScale = 0.55;

CellLook look_of(const TableCell& cell, bool top) {
  CellLook look;
  look.type = kTableType;
  look.border = true;
  look.top = top && cell.role != CellRole::heading;
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
  for (int& width : widths) width = std::min(width, kWidest);
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
  DataWriter(const Sheet& sheet, const SheetTarget& target, StyleBook& styles)
      : sheet_(sheet), book_(target), target_(target.sheet), cells_(target.sheet, styles) {}

  std::vector<PlacedTable> write(bool draft) {
    if (draft) cells_.text(row_++, 0, kDraftLine, {.bold = true, .wrap = false, .red = true});
    for (const Table& table : sheet_.tables) {
      cover_cells(table);
      if (table.rows <= 0 || table.columns <= 0) continue;
      if (!placed_.empty()) ++row_;
      write_table(table);
    }
    write_notes();
    for (const Chart& chart : sheet_.charts) write_chart(chart);
    worksheet_fit_to_pages(target_, static_cast<std::uint16_t>(std::max(pages_, 1)), 0);
    cells_.silence_corners(row_, placed_.empty() ? 0 : placed_.front().range.last_column);
    return std::move(placed_);
  }

 private:
  void write_table(const Table& table) {
    const CellFinder finder(table);
    const std::vector<int> widths = wanted_widths(table);
    write_cells(table, finder, widths);
    if (placed_.empty()) set_up_list(table, finder, widths);
    close_table(table);
    if (!table.note.empty()) notes_.push_back(table.note);
  }

  void write_cells(const Table& table, const CellFinder& finder, const std::vector<int>& widths) {
    const std::vector<int> columns = columns_of(table);
    const bool wraps = set_heights(table, widths);
    for (const TableCell& cell : table.cells) {
      write_cell(cell, look_of(cell, wraps), sum_formula(cell, finder, row_, columns));
    }
  }

  static std::vector<int> columns_of(const Table& table) {
    std::vector<int> columns(static_cast<std::size_t>(table.columns) + 1);
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
  }

  void close_table(const Table& table) {
    placed_.push_back({table.name, {row_, 0, row_ + table.rows - 1, table.columns - 1}});
    row_ += table.rows;
  }

  // In the columns of the list, whose widths they take.
  void write_chart(const Chart& chart) {
    const Table table = chart_table(chart);
    cover_cells(table);
    if (row_ > 0) ++row_;
    const std::string remark = no_picture(chart);
    const ChartSpot spot{row_, 0, page_width(sheet_.landscape)};
    const int rows = remark.empty() ? chart_rows(chart) : 0;
    for (int i = 0; i < rows; ++i) cells_.row_height(row_++, kChartRow);
    cells_.text(row_++, 0, remark.empty() ? table.caption : table.caption + "（" + remark + "）",
                {.bold = true, .wrap = false});
    std::vector<int> widths = list_widths_;
    widths.resize(static_cast<std::size_t>(table.columns), kStandardWidth);
    write_cells(table, CellFinder(table), widths);
    const int top = row_;
    close_table(table);
    insert_chart(book_, chart, {top, columns_of(table)}, spot);
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

  // Rows with wrapped text; not every program finds their height by itself. True when the body has any.
  bool set_heights(const Table& table, const std::vector<int>& widths) {
    std::map<int, double> heights;
    for (const TableCell& cell : table.cells) {
      const auto* text = std::get_if<std::string>(&cell.value);
      if (text == nullptr) continue;
      const int width = widths[static_cast<std::size_t>(cell.column)];
      if (widest_line(*text) <= width && text->find('\n') == std::string::npos) continue;
      double& height = heights[cell.row];
      height = std::max(height, text_height(*text, pixels_for(width), kTableType));
    }
    for (const auto& [row, height] : heights) cells_.row_height(row_ + row, std::min(height, kTallestRow));
    return !heights.empty() && heights.rbegin()->first >= table.heading_rows;
  }

  void set_up_list(const Table& table, const CellFinder& finder, const std::vector<int>& widths) {
    list_widths_ = widths;
    int total = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      const int pixels = pixels_for(widths[i]);
      total += pixels;
      require_written(
          worksheet_set_column_pixels(target_, column, column, static_cast<std::uint32_t>(pixels), nullptr));
    }
    const int page = page_width(sheet_.landscape);
    pages_ = static_cast<int>(std::ceil(total * kSmallestScale / page));
    const bool wide = total > page && table.columns > 1;
    if (pages_ > 1) require_written(worksheet_repeat_columns(target_, 0, 0));
    const int headings = heading_rows(table);
    if (headings == 0) return;
    const auto end = static_cast<lxw_row_t>(row_ + headings);
    worksheet_freeze_panes(target_, end, wide ? 1 : 0);
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
  SheetTarget book_;
  lxw_worksheet* target_;
  CellWriter cells_;
  int row_ = 0;
  int pages_ = 1;  // across
  std::vector<int> list_widths_;
  std::vector<PlacedTable> placed_;
  std::vector<std::string> notes_;
};

}  // namespace

std::vector<PlacedTable> write_data_sheet(const Sheet& sheet, bool draft, const SheetTarget& target,
                                          StyleBook& styles) {
  return DataWriter(sheet, target, styles).write(draft);
}

}  // namespace nianbao
