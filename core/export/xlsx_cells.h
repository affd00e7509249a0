// Values into cells of one worksheet: text is always text, a number is a number only where no digit is lost,
// a blank is a styled blank.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/xlsx_style.h"
#include "report/document.h"

struct lxw_worksheet;

namespace nianbao {

class CellFinder;

// Throws std::runtime_error with a Chinese sentence unless `error` is LXW_NO_ERROR.
void require_written(int error);

class CellWriter {
 public:
  CellWriter(lxw_worksheet* sheet, StyleBook& styles) : sheet_(sheet), styles_(styles) {}

  void text(int row, int column, std::string_view text, const CellLook& look);
  // `formula` ("=SUM(D5:J5)") may be empty; the value is then what stands in the cell, else its cached
  // result.
  void value(const CellRange& range, const CellValue& value, CellLook look, const std::string& formula);
  // Text over the whole range, merged when that is more than one cell.
  void block(const CellRange& range, std::string_view text, const CellLook& look);
  void row_height(int row, double points);

  // Excel marks numbers kept as text and sums of a part of a row with a green corner: says for all cells up
  // to this place that they are meant.
  void silence_corners(int last_row, int last_column);

 private:
  void merge(const CellRange& range, const CellLook& look);

  lxw_worksheet* sheet_;
  StyleBook& styles_;
  bool has_corners_ = false;
};

// The formula of a cell's sum_of when it holds, else empty. `top` is the sheet's row of the table's first
// row, `first` the sheet's column of each table column.
std::string sum_formula(const TableCell& cell, const CellFinder& cells, int top,
                        const std::vector<int>& first);

}  // namespace nianbao
