// Rows of a ledger that are no records: blank rows, totals, notes under the table, the row that numbers the
// columns, and titles or headings that came along when ledgers were pasted together.
#pragma once

#include <vector>

#include "intake/field_map.h"
#include "intake/grid.h"
#include "intake/ledger_headings.h"

namespace nianbao {

class RowFilter {
 public:
  // `head`: the titles and headings of the sheet. `key_cell`: index of the cell that names a record, -1 when
  // the sheet has none. What is handed in must outlive the filter.
  RowFilter(const std::vector<HeadRow>& head, int key_cell) : head_(head), key_cell_(key_cell) {}

  bool is_record(const GridRow& row);

 private:
  bool repeats_head(const GridRow& row, std::size_t first) const;
  bool is_total_or_note(const GridRow& row, std::size_t first) const;
  bool has_key(const GridRow& row, std::size_t first) const;

  const std::vector<HeadRow>& head_;
  int key_cell_;
  bool seen_any_ = false;  // a row that was not blank has been seen
};

}  // namespace nianbao
