// The columns and row heights of a form sheet. Tables of different shapes stand one below the other in one
// sheet and print on one page: the sheet's columns are the edges of all its tables, and a table's column may
// span several of them. Excel never fits the height of merged cells, so heights are estimated here.
#pragma once

#include <vector>

#include "report/document.h"

namespace nianbao {

// Type sizes of a form sheet, in half points.
inline constexpr int kTableType = 20;
inline constexpr int kCaptionType = 22;
inline constexpr int kTitleType = 32;

inline constexpr double kTallestRow = 409;  // points; Excel's limit is 409.5

// Where a table's columns stand: column c covers the sheet's columns [first[c], first[c + 1]).
struct TableColumns {
  std::vector<int> first;
};

struct FormGrid {
  std::vector<int> widths;  // pixels
  std::vector<TableColumns> tables;

  int columns() const { return static_cast<int>(widths.size()); }
  int width() const { return width_of(0, columns()); }
  int width_of(int first, int end) const;
};

// At least as wide as an A4 page's type area, so that printing does not blow the sheet up. Every cell must
// lie inside its table.
FormGrid make_form_grid(const Sheet& sheet);

// Pixels of a column that shows `columns` half-width characters of table type.
int pixels_for(int columns);

// Points that a text takes in `width` pixels.
double text_height(std::string_view text, int width, int type);

// Points, one per row of the table.
std::vector<double> row_heights(const Table& table, const FormGrid& grid, const TableColumns& columns);

// The type area of an A4 page at full scale: pixels across, points down.
int page_width(bool landscape);
double page_height(bool landscape);

}  // namespace nianbao
