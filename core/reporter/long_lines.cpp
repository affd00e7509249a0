#include "reporter/long_lines.h"

namespace nianbao {

namespace {

const char* state_name(CellState state) {
  switch (state) {
    case CellState::number:
      return "number";
    case CellState::not_applicable:
      return "n/a";
    case CellState::invalid:
      return "invalid";
    case CellState::blank:
      break;
  }
  return "blank";
}

}  // namespace

LongLines::LongLines(const Figures& figures)
    : figures_(figures),
      list_("figures_long", {"year", "issuer", "unit", "table", "row_key", "row_label", "column_key",
                             "column_label", "value", "state"}) {}

void LongLines::begin(const std::string& unit, const char* table) {
  unit_ = unit;
  table_ = table;
}

void LongLines::line(const KeyAndLabel& row, const KeyAndLabel& column, const CellValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  const CellState state = std::holds_alternative<std::monostate>(value) ? CellState::blank
                          : text                                        ? read_cell(*text).state
                                                                        : CellState::number;
  add(row, column, value, state);
}

void LongLines::add(const KeyAndLabel& row, const KeyAndLabel& column, CellValue value, CellState state) {
  list_.row({static_cast<std::int64_t>(figures_.year), figures_.issuer, unit_, table_, row.key, row.label,
             column.key, column.label, std::move(value), std::string(state_name(state))});
}

}  // namespace nianbao
