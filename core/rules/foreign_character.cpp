#include "rules/foreign_character.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::pair<char32_t, char> kSigns[] = {{U'“', '"'},  {U'”', '"'},  {U'‘', '\''}, {U'’', '\''},
                                                {U'、', ','}, {U'。', '.'}, {U'【', '['}, {U'】', ']'},
                                                {U'×', '*'},  {U'÷', '/'}};

std::string sentence_for(char32_t c) {
  if (c == 0x3000) return "有全角的空格，要用半角的";
  const std::string shown = to_utf8(std::u32string(1, c));
  if (const char half = half_width_of(c)) {
    return fmt::format("“{}”是全角的，这里要写半角的 {}", shown, half);
  }
  return fmt::format("“{}”不在引号里：文字要放进引号，名称只用英文字母、数字和下划线", shown);
}

}  // namespace

char half_width_of(char32_t c) {
  if (c > 0xFF00 && c < 0xFF5F) return static_cast<char>(c - 0xFEE0);
  for (const auto& [sign, half] : kSigns) {
    if (sign == c) return half;
  }
  return 0;
}

std::string foreign_character(std::string_view line) {
  char quote = 0;
  for (std::size_t i = 0; i < line.size();) {
    const char c = line[i];
    if (quote != 0) {
      if (c == '\\') ++i;
      if (c == quote) quote = 0;
      ++i;
    } else if (c == '"' || c == '\'') {
      quote = c;
      ++i;
    } else if (line.substr(i, 2) == "--") {
      return "";
    } else if (static_cast<unsigned char>(c) < 0x80) {
      ++i;
    } else {
      return sentence_for(next_code_point(line, i));
    }
  }
  return "";
}

std::string_view line_of(std::string_view code, int line) {
  for (int i = 1; i < line; ++i) {
    const std::size_t end = code.find('\n');
    if (end == std::string_view::npos) return {};
    code.remove_prefix(end + 1);
  }
  return code.substr(0, code.find('\n'));
}

}  // namespace nianbao
