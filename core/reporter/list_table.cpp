#include "reporter/list_table.h"

namespace nianbao {

ListTable::ListTable(std::string name, const std::vector<std::string>& headings) {
  table_.name = std::move(name);
  table_.columns = static_cast<int>(headings.size());
  table_.column_weights.assign(headings.size(), 1.0);
  table_.heading_rows = 1;
  table_.rows = 1;
  int column = 0;
  for (const std::string& heading : headings) add(heading, 0, column++, CellRole::heading);
}

void ListTable::add(CellValue value, int row, int column, CellRole role) {
  TableCell cell;
  cell.row = row;
  cell.column = column;
  cell.role = role;
  if (role != CellRole::heading) cell.align = role == CellRole::number ? Align::right : Align::left;
  cell.value = std::move(value);
  table_.cells.push_back(std::move(cell));
}

void ListTable::row(std::vector<CellValue> values) {
  int column = 0;
  for (CellValue& value : values) {
    const bool is_text = std::holds_alternative<std::string>(value);
    add(std::move(value), table_.rows, column++, is_text ? CellRole::text : CellRole::number);
  }
  table_.rows += 1;
}

void ListTable::sum_row(const std::string& label, int first_column) {
  const int last_row = table_.rows - 1;
  const auto columns = static_cast<std::size_t>(table_.columns);
  std::vector<Cell> sums(columns);
  std::vector<Amount> amounts(columns);
  std::vector<bool> all_counts(columns, last_row > 0);
  for (const TableCell& cell : table_.cells) {
    if (cell.row == 0) continue;
    const auto column = static_cast<std::size_t>(cell.column);
    const auto* count = std::get_if<std::int64_t>(&cell.value);
    const auto* amount = std::get_if<Decimal>(&cell.value);
    if (count) sums[column] = nianbao::add(sums[column], Cell::of(*count));
    if (amount) amounts[column] = nianbao::add(amounts[column], Amount::of(*amount));
    if (!count) all_counts[column] = false;
  }
  add(label, table_.rows, 0, CellRole::label);
  for (int column = first_column; column < table_.columns; ++column) {
    const auto at = static_cast<std::size_t>(column);
    add(amounts[at].is_number() ? value_of(amounts[at]) : value_of(sums[at]), table_.rows, column,
        CellRole::number);
    if (all_counts[static_cast<std::size_t>(column)])
      table_.cells.back().sum_of = {{1, column, last_row, column}};
  }
  table_.rows += 1;
}

bool ListTable::adds_up_to(const CellValue& total, int column) const {
  Cell sum;
  for (const TableCell& cell : table_.cells) {
    if (cell.row == 0 || cell.column != column) continue;
    const auto* count = std::get_if<std::int64_t>(&cell.value);
    if (count) sum = nianbao::add(sum, Cell::of(*count));
    if (!count && cell.value != CellValue(to_text(Cell::not_applicable()))) return false;
  }
  return sum.is_number() && total == CellValue(sum.number);
}

void ListTable::total_row(const std::string& label, std::vector<Total> totals) {
  const int last_row = table_.rows - 1;
  add(label, table_.rows, 0, CellRole::label);
  int column = 0;
  for (Total& total : totals) {
    ++column;
    const bool is_derived = total.adds_up && adds_up_to(total.value, column);
    add(std::move(total.value), table_.rows, column, CellRole::number);
    if (is_derived) table_.cells.back().sum_of = {{1, column, last_row, column}};
  }
  table_.rows += 1;
}

CellValue value_of(const Cell& cell) {
  if (cell.is_number()) return cell.number;
  if (cell.is_blank()) return std::monostate{};
  return to_text(cell);
}

CellValue value_of(const Amount& amount) {
  if (amount.is_number()) return amount.value;
  if (amount.is_blank()) return std::monostate{};
  return to_text(amount);
}

}  // namespace nianbao
