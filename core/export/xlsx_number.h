// What of a value a spreadsheet can hold as a number. Its numbers are doubles, shown to 15 digits: a count or
// an amount with more stays text, so that no digit of a published figure changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/document.h"

namespace nianbao {

// Empty for text, a blank, and numbers of more than 15 significant digits.
std::optional<double> exact_number(const CellValue& value);

// "0", "0.00": the scale is kept.
std::string number_format(const CellValue& value);

// The cells of a table by their place.
class CellFinder {
 public:
  explicit CellFinder(const Table& table);
  // Null where a span covers the place or the table has no cell.
  const TableCell* find(int row, int column) const;
  bool contains(const CellRange& range) const;

 private:
  int rows_, columns_;
  std::vector<const TableCell*> cells_;
};

// True when the cells of sum_of, as a spreadsheet adds them, make exactly the cell's own value.
bool sum_holds(const TableCell& total, const CellFinder& cells);

}  // namespace nianbao
