#include "rules/foreign_character.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::array<std::pair<char32_t, const char*>, 16> kMarks = {{{U'，', ","},
                                                                      {U'。', "."},
                                                                      {U'；', ";"},
                                                                      {U'：', ":"},
                                                                      {U'（', "("},
                                                                      {U'）', ")"},
                                                                      {U'｛', "{"},
                                                                      {U'｝', "}"},
                                                                      {U'＝', "="},
                                                                      {U'“', "\""},
                                                                      {U'”', "\""},
                                                                      {U'‘', "'"},
                                                                      {U'’', "'"},
                                                                      {U'【', "["},
                                                                      {U'】', "]"},
                                                                      {U'、', ","}}};

std::string sentence_for(char32_t c) {
  const std::string shown = to_utf8(std::u32string(1, c));
  if (c == 0x3000) return "代码里有全角的空格，要用半角的";
  for (const auto& [mark, half] : kMarks) {
    if (mark == c) return fmt::format("“{}”是中文标点，代码里要写英文的 {}", shown, half);
  }
  if (c >= 0xFF01 && c <= 0xFF5E) {
    return fmt::format("“{}”是全角字符，代码里要写半角的 {}", shown, static_cast<char>(c - 0xFEE0));
  }
  return fmt::format("“{}”不在引号里：文字要放进引号，名称只用英文字母、数字和下划线", shown);
}

}  // namespace

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
