#include "export/xlsx_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace nianbao {

namespace {

constexpr std::size_t kExactDigits = 15;

// Digits between the first and the last that is not 0.
std::size_t significant_digits(const std::string& number) {
  std::string digits;
  std::copy_if(number.begin(), number.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string::npos ? 0 : digits.find_last_not_of('0') - first + 1;
}

int scale_of(const CellValue& value) {
  const auto* amount = std::get_if<Decimal>(&value);
  return amount ? amount->scale() : 0;
}

// Empty for text; a blank counts as nothing.
std::optional<Decimal> addend(const CellValue& value) {
  if (const auto* count = std::get_if<std::int64_t>(&value)) return Decimal(*count);
  if (const auto* amount = std::get_if<Decimal>(&value)) return *amount;
  return std::nullopt;
}

}  // namespace

std::optional<double> exact_number(const CellValue& value) {
  if (!addend(value)) return std::nullopt;
  const std::string text = print_value(value);
  if (significant_digits(text) > kExactDigits) return std::nullopt;
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  if (fmt::format("{:.{}f}", number, scale_of(value)) != text) return std::nullopt;
  return number;
}

std::string number_format(const CellValue& value) {
  const int scale = scale_of(value);
  return scale == 0 ? "0" : "0." + std::string(static_cast<std::size_t>(scale), '0');
}

CellFinder::CellFinder(const Table& table) : rows_(table.rows), columns_(table.columns) {
  cells_.assign(static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns), nullptr);
  for (const TableCell& cell : table.cells) {
    cells_[static_cast<std::size_t>(cell.row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(cell.column)] = &cell;
  }
}

const TableCell* CellFinder::find(int row, int column) const {
  if (row < 0 || column < 0 || column >= columns_) return nullptr;
  const std::size_t at =
      static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
  return at < cells_.size() ? cells_[at] : nullptr;
}

bool CellFinder::contains(const CellRange& range) const {
  return range.first_row >= 0 && range.first_row <= range.last_row && range.last_row < rows_ &&
         range.first_column >= 0 && range.first_column <= range.last_column && range.last_column < columns_;
}

bool sum_holds(const TableCell& total, const CellFinder& cells) {
  Decimal sum;
  for (const CellRange& range : total.sum_of) {
    if (!cells.contains(range)) return false;
    for (int row = range.first_row; row <= range.last_row; ++row) {
      for (int column = range.first_column; column <= range.last_column; ++column) {
        const TableCell* cell = cells.find(row, column);
        const auto value = cell ? addend(cell->value) : std::nullopt;
        if (!value) continue;
        if (cell == &total || !exact_number(cell->value)) return false;
        const auto next = sum.plus(*value);
        if (!next) return false;
        sum = *next;
      }
    }
  }
  const auto value = addend(total.value);
  return value && *value == sum;
}

}  // namespace nianbao
