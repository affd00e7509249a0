#include "model/cell.h"

#include <array>
#include <string_view>

#include "base/text.h"

namespace nianbao {

namespace {

bool means_not_applicable(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kWords = {"/", "n/a", "N/A", "不适用"};
  for (std::string_view word : kWords) {
    if (text == word) return true;
  }
  return false;
}

// A decimal without a fraction other than zeros, in the range of a count; negative ones are no counts.
std::optional<std::int64_t> whole_number(std::string_view text) {
  const auto value = Decimal::parse(text);
  if (!value || value->is_negative() || *value > Decimal(9007199254740991)) return std::nullopt;
  std::string digits = value->to_string();
  const std::size_t dot = digits.find('.');
  if (dot != std::string::npos) {
    if (digits.find_first_not_of('0', dot + 1) != std::string::npos) return std::nullopt;
    digits.resize(dot);
  }
  return std::stoll(digits);
}

}  // namespace

Cell read_cell(std::string_view text) {
  const std::string folded = fold_width(trim(text));
  const std::string_view content = trim(folded);
  if (content.empty()) return {};
  if (means_not_applicable(content)) return Cell::not_applicable();
  if (const auto number = whole_number(content)) return Cell::of(*number);
  return Cell::invalid(std::string(content));
}

Amount read_amount(std::string_view text) {
  const std::string folded = fold_width(trim(text));
  const std::string_view content = trim(folded);
  if (content.empty()) return {};
  if (means_not_applicable(content)) return Amount::not_applicable();
  const auto value = Decimal::parse(content);
  if (value && !value->is_negative()) return Amount::of(*value);
  return Amount::invalid(std::string(content));
}

namespace {

// The rule of add() apart from numbers: what wins when at least one side is no number. Null when both are.
template <typename Figure>
const Figure* stronger(const Figure& left, const Figure& right) {
  for (CellState state : {CellState::invalid, CellState::number, CellState::not_applicable}) {
    const bool is_left = left.state == state;
    const bool is_right = right.state == state;
    if (is_left && is_right && state == CellState::number) return nullptr;
    if (is_left) return &left;
    if (is_right) return &right;
  }
  return &left;
}

}  // namespace

Cell add(const Cell& left, const Cell& right) {
  if (const Cell* winner = stronger(left, right)) return *winner;
  return Cell::of(left.number + right.number);
}

Amount add(const Amount& left, const Amount& right) {
  if (const Amount* winner = stronger(left, right)) return *winner;
  const auto sum = left.value.plus(right.value);
  return sum ? Amount::of(*sum) : Amount::invalid(left.value.to_string() + "+" + right.value.to_string());
}

std::string to_text(const Cell& cell) {
  switch (cell.state) {
    case CellState::number:
      return std::to_string(cell.number);
    case CellState::not_applicable:
      return "/";
    case CellState::invalid:
      return cell.raw;
    case CellState::blank:
      break;
  }
  return "";
}

std::string to_text(const Amount& amount) {
  switch (amount.state) {
    case CellState::number:
      return amount.value.to_string();
    case CellState::not_applicable:
      return "/";
    case CellState::invalid:
      return amount.raw;
    case CellState::blank:
      break;
  }
  return "";
}

}  // namespace nianbao
