#include "export/csv_export.h"

#include <vector>

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
  std::vector<std::vector<std::string>> grid(
      static_cast<std::size_t>(table.rows),
      std::vector<std::string>(static_cast<std::size_t>(table.columns)));
  for (const TableCell& cell : table.cells) {
    grid[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)] = field(cell.value);
  }
  std::string out = "\xEF\xBB\xBF";
  for (const auto& row : grid) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + row[i];
    out += "\r\n";
  }
  return out;
}

}  // namespace nianbao
