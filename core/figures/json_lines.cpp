#include "figures/json_lines.h"

#include <Poco/JSONString.h>

namespace nianbao {

std::string json_quoted(const std::string& text) {
  return Poco::toJSON(text, Poco::JSON_WRAP_STRINGS);
}

std::string json_value(const Cell& cell) {
  if (cell.is_number()) return std::to_string(cell.number);
  if (cell.is_blank()) return "null";
  return cell.state == CellState::not_applicable ? "\"n/a\"" : json_quoted(cell.raw);
}

std::string json_value(const Amount& amount) {
  if (amount.is_number()) return json_quoted(amount.value.to_string());
  if (amount.is_blank()) return "null";
  return amount.state == CellState::not_applicable ? "\"n/a\"" : json_quoted(amount.raw);
}

}  // namespace nianbao
