#include "export/csv_export.h"

#include <algorithm>

namespace nianbao {

namespace {

std::string field(const CellValue& value) {
  std::string text = print_value(value);
  const bool is_text = std::holds_alternative<std::string>(value);
  if (is_text && !text.empty() && std::string("=+-@\t\r").find(text.front()) != std::string::npos)
    text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string write_csv(const Table& table) {
  std::string out = "\xEF\xBB\xBF";
  int row = 0;
  int commas = 0;  // of this row so far; places without a cell stay empty
  const auto go_to_column = [&](int column) {
    out.append(static_cast<std::size_t>(std::max(column - commas, 0)), ',');
    commas = std::max(column, commas);
  };
  const auto go_to_row = [&](int target) {
    for (; row < target; ++row, commas = 0) {
      go_to_column(table.columns - 1);
      out += "\r\n";
    }
  };
  for (const TableCell& cell : table.cells) {
    go_to_row(cell.row);
    go_to_column(cell.column);
    out += field(cell.value);
  }
  go_to_row(table.rows);
  return out;
}

}  // namespace nianbao
