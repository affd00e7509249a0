// Where the constructs of a Markdown line end. Each looks at most kLongestConstruct bytes ahead, so that no
// text, however odd, costs more than its length.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

inline constexpr std::size_t kLongestConstruct = 2000;

// Line ends inside the text of a paragraph.
inline constexpr char kSoftBreak = '\n';
inline constexpr char kHardBreak = '\v';

bool is_line_break(char c);
bool is_markdown_punctuation(char c);  // what a backslash makes literal

// 0 at the edge of the text.
char32_t character_at(std::string_view text, std::size_t position);
char32_t character_before(std::string_view text, std::size_t position);

// One past the end of what opens at `start`, or npos when nothing of the kind does.
std::size_t end_of_place(std::string_view text, std::size_t start);   // {{ expression }}
std::size_t end_of_html(std::string_view text, std::size_t start);    // <br> </b> <!-- … -->
std::size_t end_of_entity(std::string_view text, std::size_t start);  // &nbsp; &#160;
std::size_t end_of_code(std::string_view text, std::size_t start);    // `…` ``…``

struct LinkTarget {
  std::string url;
  std::size_t end = 0;
};

// (url)  (<url>)  (url "title"): the title is dropped, paper cannot show it.
std::optional<LinkTarget> read_target(std::string_view text, std::size_t start);
// <https://…>  <name@place>
std::optional<LinkTarget> read_address(std::string_view text, std::size_t start);

}  // namespace nianbao
