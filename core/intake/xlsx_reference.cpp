#include "intake/xlsx_reference.h"

#include <charconv>

namespace nianbao {

namespace {
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
}  // namespace

std::optional<std::int64_t> parse_index(std::string_view text) {
  if (text.empty() || text.size() > 18 || !is_digit(text.front())) return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<XlsxReference> parse_reference(std::string_view text) {
  XlsxReference reference;
  std::size_t i = text.substr(0, 1) == "$" ? 1 : 0;
  for (; i < text.size(); ++i) {
    const char letter = text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
    if (letter < 'A' || letter > 'Z') break;
    if (reference.column <= kMaxGridColumns) reference.column = reference.column * 26 + (letter - 'A' + 1);
  }
  if (reference.column == 0) return std::nullopt;
  if (reference.column > kMaxGridColumns) reference.column = kMaxGridColumns + 1;
  if (i < text.size() && text[i] == '$') ++i;
  if (i == text.size()) return reference;
  const std::optional<std::int64_t> row = parse_index(text.substr(i));
  if (!row || *row == 0) return std::nullopt;
  reference.row = *row;
  return reference;
}

std::optional<MergedArea> parse_area(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto first = parse_reference(text.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : parse_reference(text.substr(colon + 1));
  if (!first || !last || first->row == 0 || last->row < first->row || last->column < first->column)
    return std::nullopt;
  if (last->row > kMaxSheetRows || last->column > kMaxGridColumns) return std::nullopt;
  return MergedArea{first->row, last->row, first->column, last->column};
}

}  // namespace nianbao
