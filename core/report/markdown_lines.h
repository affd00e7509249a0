// The lines of a Markdown text and what each begins: a heading, a list item, a rule, a fence, a quote.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace nianbao {

struct Line {
  int indent = 0;         // columns of ASCII blanks and tabs
  std::string_view text;  // behind the indent, with its trailing blanks

  bool is_blank() const;
};

// LF, CRLF and CR all end a line; a BOM is no text.
std::vector<Line> split_lines(std::string_view text);

struct HeadingLine {
  int level = 0;
  std::string_view text;
};

std::optional<HeadingLine> read_heading(const Line& line);
// "#标题" without the blank that a heading needs.
bool is_crowded_heading(const Line& line);

struct ItemStart {
  bool ordered = false;
  char sign = '-';  // - * + . )
  int number = 0;
  std::string_view text;
};

std::optional<ItemStart> read_item_start(std::string_view text);

// "---", "***", "===": a rule or an underline.
bool is_rule(std::string_view text);
// "　　新的一段": typists set a paragraph in by two full-width blanks and leave no empty line before it.
bool is_set_in(const Line& line);
bool is_fence(const Line& line);
bool is_quote(const Line& line);

}  // namespace nianbao
