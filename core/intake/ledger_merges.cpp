#include "intake/ledger_merges.h"

#include <algorithm>

namespace nianbao {

MergedColumns::MergedColumns(const FieldMap& fields, const std::vector<int>& spread,
                             const std::vector<MergedArea>& areas) {
  for (int column : spread) {
    const int index = fields.cell_of[static_cast<std::size_t>(column)];
    if (index < 0) continue;
    for (const MergedArea& area : areas) {
      if (area.first_column != index + 1 || area.last_row <= area.first_row) continue;
      areas_[static_cast<std::size_t>(index)].push_back({area.first_row, area.last_row, {}, {}});
    }
  }
  for (auto& [index, list] : areas_) {
    std::sort(list.begin(), list.end(),
              [](const Area& a, const Area& b) { return a.first_row > b.first_row; });
  }
}

const GridRow& MergedColumns::fill(const GridRow& row) {
  filled_.number = row.number;
  filled_.cells = row.cells;
  for (auto& [index, list] : areas_) {
    while (!list.empty() && list.back().last_row < row.number) list.pop_back();
    if (list.empty() || row.number < list.back().first_row) continue;
    Area& area = list.back();
    if (filled_.cells.size() <= index) filled_.cells.resize(index + 1);
    GridCell& cell = filled_.cells[index];
    if (row.number == area.first_row) {
      area.kind = cell.kind;
      area.text = cell.text;
    } else if (cell.kind == GridKind::blank) {
      cell = {area.kind, area.text};
    }
  }
  return filled_;
}

}  // namespace nianbao
