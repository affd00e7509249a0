#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "export/xlsx_cells.h"
#include "export/xlsx_grid.h"
#include "export/xlsx_number.h"
#include "export/xlsx_sheets.h"
#include "export/xlsx_text.h"
#include "report/chart.h"

namespace nianbao {

namespace {

constexpr double kGap = 12;       // points between two tables
constexpr double kSmallGap = 12;  // of a caption or a note
constexpr double kTallestBlock = 300;
constexpr double kRoomiest = 1.3;
constexpr double kFilledPage = 0.94;
constexpr double kTallestFrozen = 200;
constexpr std::size_t kMostBreaks = 1000;  // Excel allows 1,023

CellLook look_of(const TableCell& cell) {
  CellLook look;
  look.border = true;
  look.align = cell.align;
  look.bold = cell.role == CellRole::heading;
  return look;
}

std::vector<std::vector<bool>> cover_tables(const Sheet& sheet) {
  std::vector<std::vector<bool>> covered;
  covered.reserve(sheet.tables.size());
  for (const Table& table : sheet.tables) covered.push_back(cover_cells(table));
  return covered;
}

// The data of its charts as further tables: all stand on one grid of columns.
Sheet with_chart_tables(const Sheet& sheet) {
  Sheet whole = sheet;
  for (const Chart& chart : sheet.charts) whole.tables.push_back(chart_table(chart));
  return whole;
}

// Writes from the top row down. The last tables of the sheet are the data of its charts.
class FormWriter {
 public:
  FormWriter(const Sheet& sheet, const SheetTarget& target, StyleBook& styles)
      : sheet_(sheet),
        own_tables_(sheet.tables.size() - sheet.charts.size()),
        book_(target),
        target_(target.sheet),
        cells_(target.sheet, styles),
        covered_(cover_tables(sheet)),
        grid_(make_form_grid(sheet)) {}

  std::vector<PlacedTable> write(bool draft) {
    for (int column = 0; column < grid_.columns(); ++column) {
      const auto at = static_cast<lxw_col_t>(column);
      const auto pixels = static_cast<std::uint32_t>(grid_.widths[at]);
      require_written(worksheet_set_column_pixels(target_, at, at, pixels, nullptr));
    }
    if (draft) block(kDraftLine, {.type = kCaptionType, .bold = true, .red = true, .align = Align::centre});
    block(sheet_.title, {.type = kTitleType, .bold = true, .align = Align::centre});
    for (const std::string& note : sheet_.notes) block(note, {.type = kTableType});
    for (std::size_t i = 0; i < own_tables_; ++i) write_table(i);
    const bool over_pages = height_ > page_height(sheet_.landscape);
    for (std::size_t i = 0; i < sheet_.charts.size(); ++i) write_chart(i);
    finish(over_pages || sheet_.charts.empty());
    return std::move(placed_);
  }

 private:
  // Text over the width of the sheet; a long one takes several rows, because no row may be taller than 409
  // points.
  void block(const std::string& text, const CellLook& look) {
    if (text.empty()) return;
    const double height = text_height(text, grid_.width(), look.type);
    const int rows = static_cast<int>(height / kTallestBlock) + 1;
    cells_.block({row_, 0, row_ + rows - 1, grid_.columns() - 1}, text, look);
    for (int i = 0; i < rows; ++i) next_row(height / rows + (look.type == kTitleType ? 8 : 0));
  }

  void next_row(double height) {
    cells_.row_height(row_, height);
    height_ += height;
    ++row_;
  }

  void write_table(std::size_t index) {
    const Table& table = sheet_.tables[index];
    if (table.rows <= 0 || table.columns <= 0) return;
    const TableColumns& columns = grid_.tables[index];
    std::vector<double> heights = row_heights(table, grid_, columns);
    if (is_alone() && table.keep_whole) fill_page(heights);
    const bool is_own = index < own_tables_;
    if (is_own && row_ > 0 && !placed_.empty()) next_row(kGap);
    if (is_own && table.keep_whole)
      break_page_before(std::accumulate(heights.begin(), heights.end(), 2.0 * kSmallGap));
    block(table.caption, {.type = kCaptionType, .bold = true, .align = Align::centre});
    const int top = row_;
    write_cells(table, covered_[index], columns.first);
    for (const double height : heights) next_row(height);
    placed_.push_back({table.name, {top, 0, row_ - 1, grid_.columns() - 1}});
    block(table.note, {.type = kTableType - 2});
  }

  // The picture, then its data, on one page where one page holds both.
  void write_chart(std::size_t index) {
    const Chart& chart = sheet_.charts[index];
    const std::size_t table = own_tables_ + index;
    const std::vector<double> heights = row_heights(sheet_.tables[table], grid_, grid_.tables[table]);
    const int rows = no_picture(chart).empty() ? chart_rows(chart) : 0;
    const double picture = rows * kChartRow;
    const double both = std::accumulate(heights.begin(), heights.end(), picture + 3.0 * kSmallGap);
    if (!placed_.empty()) next_row(kGap);
    break_page_before(both <= page_height(sheet_.landscape) ? both : picture + 3.0 * kSmallGap);
    const ChartSpot spot{row_, 0, std::min(grid_.width(), page_width(sheet_.landscape))};
    for (int i = 0; i < rows; ++i) next_row(kChartRow);
    if (rows == 0) block(no_picture(chart), {.type = kTableType, .align = Align::centre});
    write_table(table);
    const std::vector<int>& columns = grid_.tables[table].first;
    insert_chart(book_, chart, {row_ - sheet_.tables[table].rows, columns}, spot);
  }

  void write_cells(const Table& table, const std::vector<bool>& covered, const std::vector<int>& first) {
    const CellFinder finder(table);
    write_uncovered(table, covered, first);
    for (const TableCell& cell : table.cells) {
      const auto column = static_cast<std::size_t>(cell.column);
      const auto end = column + static_cast<std::size_t>(cell.column_span);
      const CellRange range{row_ + cell.row, first[column], row_ + cell.row + cell.row_span - 1,
                            first[end] - 1};
      cells_.value(range, cell.value, look_of(cell), sum_formula(cell, finder, row_, first));
    }
  }

  bool is_alone() const { return sheet_.tables.size() == 1 && own_tables_ == 1; }

  // A table that has a page to itself uses it: taller rows, up to kRoomiest times.
  void fill_page(std::vector<double>& heights) const {
    const double has = std::accumulate(heights.begin(), heights.end(), 0.0);
    const double room = page_height(sheet_.landscape) * kFilledPage - height_;
    const double factor = std::clamp(room / has, 1.0, kRoomiest);
    for (double& height : heights) height = std::min(std::round(height * factor * 4) / 4, kTallestRow);
  }

  // Places without a cell are blanks with a border, so that the table has no holes.
  void write_uncovered(const Table& table, const std::vector<bool>& covered, const std::vector<int>& first) {
    auto place = covered.begin();
    for (int row = 0; row < table.rows; ++row) {
      for (int column = 0; column < table.columns; ++column) {
        if (*place++) continue;
        const auto at = static_cast<std::size_t>(column);
        cells_.block({row_ + row, first[at], row_ + row, first[at + 1] - 1}, "", {.border = true});
      }
    }
  }

  // What must stay whole starts a new page when the rest of this one is too small.
  void break_page_before(double height) {
    const double page = page_height(sheet_.landscape);
    const bool fits = height_ - page_top_ + height <= page;
    if (placed_.empty() || fits || breaks_.size() >= kMostBreaks) return;
    breaks_.push_back(static_cast<lxw_row_t>(row_));
    page_top_ = height_;
  }

  // `repeats`: the headings of a single table, on every page. Over a chart they would be out of place.
  void finish(bool repeats) {
    if (!breaks_.empty()) {
      breaks_.push_back(0);  // ends the list
      require_written(worksheet_set_h_pagebreaks(target_, breaks_.data()));
    }
    const Table* only =
        own_tables_ == 1 && placed_.size() == sheet_.tables.size() ? &sheet_.tables.front() : nullptr;
    worksheet_fit_to_pages(target_, 1, is_alone() && only && only->keep_whole ? 1 : 0);
    worksheet_gridlines(target_, LXW_HIDE_ALL_GRIDLINES);
    if (only && only->heading_rows > 0) set_headings(*only, repeats);
    cells_.silence_corners(row_, grid_.columns());
  }

  void set_headings(const Table& table, bool repeats) {
    const int top = placed_.front().range.first_row;
    const int end = top + std::min(table.heading_rows, table.rows);
    if (repeats)
      require_written(
          worksheet_repeat_rows(target_, static_cast<lxw_row_t>(top), static_cast<lxw_row_t>(end - 1)));
    const std::vector<double> heights = row_heights(table, grid_, grid_.tables.front());
    const double frozen = std::accumulate(heights.begin(), heights.begin() + (end - top), 0.0) + 20.0 * top;
    if (frozen <= kTallestFrozen) worksheet_freeze_panes(target_, static_cast<lxw_row_t>(end), 0);
  }

  const Sheet& sheet_;
  std::size_t own_tables_;
  SheetTarget book_;
  lxw_worksheet* target_;
  CellWriter cells_;
  std::vector<std::vector<bool>> covered_;  // by table; made before the grid, which trusts the cells
  FormGrid grid_;
  int row_ = 0;
  double height_ = 0;    // of the rows above row_
  double page_top_ = 0;  // of the page that row_ is on
  std::vector<lxw_row_t> breaks_;
  std::vector<PlacedTable> placed_;
};

}  // namespace

std::vector<PlacedTable> write_form_sheet(const Sheet& sheet, bool draft, const SheetTarget& target,
                                          StyleBook& styles) {
  const Sheet whole = with_chart_tables(sheet);
  return FormWriter(whole, target, styles).write(draft);
}

}  // namespace nianbao
