#include "rules/table_maker.h"

#include <algorithm>

namespace nianbao {

CellValue shown_value(const Cell& cell) {
  if (cell.is_number()) return cell.number;
  if (cell.is_blank()) return std::monostate{};
  return to_text(cell);
}

CellValue shown_value(const Amount& amount) {
  if (amount.is_number()) return amount.value;
  if (amount.is_blank()) return std::monostate{};
  return to_text(amount);
}

void TableMaker::put(Spot spot, CellRole role, Align align, CellValue value) {
  TableCell cell;
  cell.row = spot.row;
  cell.column = spot.column;
  cell.row_span = spot.row_span;
  cell.column_span = spot.column_span;
  cell.role = role;
  cell.align = align;
  cell.value = std::move(value);
  table_.cells.push_back(std::move(cell));
}

void TableMaker::heading(Spot spot, std::string text) {
  put(spot, CellRole::heading, Align::centre, std::move(text));
}

void TableMaker::label(Spot spot, std::string text) {
  put(spot, CellRole::label, Align::left, std::move(text));
}

void TableMaker::figure(Spot spot, const CellValue& value, const std::vector<CellRange>& derivations) {
  put(spot, CellRole::number, Align::centre, value);
  if (!derivations.empty()) derivations_.push_back({table_.cells.size() - 1, derivations});
}

bool TableMaker::adds_up(const CellRange& range, const CellValue& value) const {
  const auto* total = std::get_if<std::int64_t>(&value);
  if (total == nullptr) return false;
  std::int64_t sum = 0;
  int found = 0;
  for (const TableCell& cell : table_.cells) {
    if (cell.row < range.first_row || cell.row > range.last_row) continue;
    if (cell.column < range.first_column || cell.column > range.last_column) continue;
    const auto* addend = std::get_if<std::int64_t>(&cell.value);
    if (addend == nullptr || __builtin_add_overflow(sum, *addend, &sum)) return false;
    ++found;
  }
  const int places = (range.last_row - range.first_row + 1) * (range.last_column - range.first_column + 1);
  return found == places && sum == *total;
}

Table TableMaker::take() {
  for (const Derivation& derivation : derivations_) {
    TableCell& cell = table_.cells[derivation.cell];
    const auto range = std::find_if(derivation.ranges.begin(), derivation.ranges.end(),
                                    [&](const CellRange& r) { return adds_up(r, cell.value); });
    if (range != derivation.ranges.end()) cell.sum_of = {*range};
  }
  derivations_.clear();
  std::stable_sort(table_.cells.begin(), table_.cells.end(), [](const TableCell& a, const TableCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
  return std::move(table_);
}

}  // namespace nianbao
