// A table made ready to be measured: its cells with their text prepared for breaking, spans cut to the table,
// and who owns each place.
//
// Invariant: every place has an owner, 0 … cells for a cell and a number of its own for a place without one;
// two neighbours have a rule between them exactly where their owners differ.
#pragma once

#include <vector>

#include "layout/line_breaker.h"
#include "report/document.h"

namespace nianbao {

// Rows and columns first … last, both within.
struct TableTextCell {
  int first_row = 0, last_row = 0, first_column = 0, last_column = 0;
  CellRole role = CellRole::text;
  Align align = Align::centre;
  std::vector<BreakableText> paragraphs;  // one per line that the cell's writer asked for; none when blank

  int widest_piece() const;
  int natural_width() const;
};

class TableText {
 public:
  TableText(const Table& table, const TextMeasure& measure);

  int rows() const { return rows_; }
  int columns() const { return columns_; }
  int heading_rows() const { return heading_rows_; }
  const std::vector<TableTextCell>& cells() const { return cells_; }
  int owner(int row, int column) const {
    return owners_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                   static_cast<std::size_t>(column)];
  }

  // Relative widths: the table's own, or by the widest content where it gives none.
  const std::vector<double>& weights() const { return weights_; }
  // The least text width of each column that breaks no rule, in thousandths of the font size.
  const std::vector<int>& least_widths() const { return least_widths_; }

 private:
  void take_cells(const Table& table, const TextMeasure& measure);
  void find_owners();
  void find_weights(const Table& table);
  void find_least_widths();

  int rows_, columns_, heading_rows_;
  std::vector<TableTextCell> cells_;
  std::vector<int> owners_;
  std::vector<double> weights_;
  std::vector<int> least_widths_;
};

}  // namespace nianbao
