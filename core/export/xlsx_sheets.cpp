#include "export/xlsx_sheets.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "export/xlsx_cells.h"
#include "export/xlsx_text.h"

namespace nianbao {

namespace {

constexpr std::uint8_t kA4 = 9;
// Inches.
constexpr double kSideMargin = 0.6;
constexpr double kTopMargin = 0.75;
constexpr int kSpareRows = 1000;            // for titles, notes and other tables
constexpr std::size_t kLongestHeader = 60;  // characters of a title in a header

[[noreturn]] void reject(const Table& table, const TableCell& cell, const char* fault) {
  throw std::runtime_error(fmt::format("表“{}”第 {} 行第 {} 列的格{}，不能写成工作簿。", table.name,
                                       cell.row + 1, cell.column + 1, fault));
}

bool is_inside(const Table& table, const TableCell& cell) {
  return cell.row >= 0 && cell.column >= 0 && cell.row_span >= 1 && cell.column_span >= 1 &&
         cell.row_span <= table.rows - cell.row && cell.column_span <= table.columns - cell.column;
}

// "&" opens a code in headers.
std::string header_text(std::string_view text) {
  const std::u32string characters = to_utf32(cell_text(text));
  const std::string shown = to_utf8(std::u32string_view(characters).substr(0, kLongestHeader));
  return replace_all(replace_all(shown, "\n", " "), "&", "&&");
}

}  // namespace

std::vector<bool> cover_cells(const Table& table) {
  if (table.rows > LXW_ROW_MAX - kSpareRows || table.columns > LXW_COL_MAX) {
    throw std::runtime_error(fmt::format("表“{}”有 {} 行 {} 列，超过工作表 {} 行 {} 列的上限。", table.name,
                                         table.rows, table.columns, LXW_ROW_MAX, LXW_COL_MAX));
  }
  const auto columns = static_cast<std::size_t>(std::max(table.columns, 0));
  std::vector<bool> covered(static_cast<std::size_t>(std::max(table.rows, 0)) * columns);
  for (const TableCell& cell : table.cells) {
    if (!is_inside(table, cell)) reject(table, cell, "在表的范围以外");
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        auto place = covered[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column)];
        if (place) reject(table, cell, "与别的格重叠");
        place = true;
      }
    }
  }
  return covered;
}

void set_up_page(const Sheet& sheet, bool draft, lxw_worksheet* target) {
  worksheet_set_paper(target, kA4);
  if (sheet.landscape) {
    worksheet_set_landscape(target);
  } else {
    worksheet_set_portrait(target);
  }
  worksheet_set_margins(target, kSideMargin, kSideMargin, kTopMargin, kTopMargin);
  worksheet_center_horizontally(target);
  // A list has its title only on paper.
  std::string header = sheet.data && !sheet.title.empty() ? "&L" + header_text(sheet.title) : "";
  if (draft) {
    header += "&C&\"宋体,加粗\"&14草稿";
    worksheet_set_tab_color(target, 0xC00000);
  }
  if (!header.empty()) require_written(worksheet_set_header(target, header.c_str()));
  require_written(worksheet_set_footer(target, "&C— &P —"));
}

}  // namespace nianbao
