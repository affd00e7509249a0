// The two kinds of sheets. A form is for people and paper: title, notes, tables with merged cells, set up to
// print on A4. A data sheet is for programs: a plain list from A1 with frozen headings and a filter, nothing
// merged. Only a draft puts a line above it.
#pragma once

#include <string>
#include <vector>

#include "export/xlsx_chart.h"
#include "export/xlsx_style.h"
#include "report/document.h"

struct lxw_worksheet;

namespace nianbao {

// Where a table came to stand, for its defined name. Counted from 0 in the sheet.
struct PlacedTable {
  std::string name;
  CellRange range;
};

inline constexpr const char* kDraftLine = "草稿：数据还有错误没有改正，不得对外公布";

// Whether each place of the table, row by row, has a cell or lies under one. Throws std::runtime_error when a
// cell lies outside its table or over another one.
std::vector<bool> cover_cells(const Table& table);

// Charts stand below the tables, each with its own data under it. On a data sheet, too: beside the list, a
// filter would hide rows of the data and with them bars of the chart.
std::vector<PlacedTable> write_form_sheet(const Sheet& sheet, bool draft, const SheetTarget& target,
                                          StyleBook& styles);
std::vector<PlacedTable> write_data_sheet(const Sheet& sheet, bool draft, const SheetTarget& target,
                                          StyleBook& styles);

// Paper, margins, header and footer.
void set_up_page(const Sheet& sheet, bool draft, lxw_worksheet* target);

}  // namespace nianbao
