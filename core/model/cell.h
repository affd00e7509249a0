// One figure of the official form. 0, blank, "/" (不适用) and something that is no count are four different
// things, from intake to output.
#pragma once

#include <cstdint>
#include <string>

#include "base/decimal.h"

namespace nianbao {

enum class CellState { blank, number, not_applicable, invalid };

// A count. `invalid` keeps what stood there ("-3", "2.5", "三") for finding V-02.
struct Cell {
  CellState state = CellState::blank;
  std::int64_t number = 0;
  std::string raw;  // only for invalid

  static Cell of(std::int64_t value) { return {CellState::number, value, {}}; }
  static Cell not_applicable() { return {CellState::not_applicable, 0, {}}; }
  static Cell invalid(std::string text) { return {CellState::invalid, 0, std::move(text)}; }
  bool is_number() const { return state == CellState::number; }
  bool is_blank() const { return state == CellState::blank; }
  bool operator==(const Cell&) const = default;
};

// An amount of money in the unit of its row (行政事业性收费: 万元; 信息处理费: 元).
struct Amount {
  CellState state = CellState::blank;
  Decimal value;
  std::string raw;

  static Amount of(Decimal value) { return {CellState::number, value, {}}; }
  static Amount not_applicable() { return {CellState::not_applicable, {}, {}}; }
  static Amount invalid(std::string text) { return {CellState::invalid, {}, std::move(text)}; }
  bool is_number() const { return state == CellState::number; }
  bool is_blank() const { return state == CellState::blank; }
  bool operator==(const Amount&) const = default;
};

// Reads what stands in a cell: "", "/" "／" "不适用", or a whole number ("1,234", "１２", "3.0"); else
// invalid.
Cell read_cell(std::string_view text);
Amount read_amount(std::string_view text);

// Sum of parts: a number and a blank give the number; blanks alone stay blank; 不适用 alone stays 不适用.
// An invalid part makes the sum invalid. Amounts overflow to invalid.
Cell add(const Cell& left, const Cell& right);
Amount add(const Amount& left, const Amount& right);

// "12", "", "/" or the raw text.
std::string to_text(const Cell& cell);
std::string to_text(const Amount& amount);

}  // namespace nianbao
