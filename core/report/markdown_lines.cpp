#include "report/markdown_lines.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr int kTabStop = 4;

Line measure(std::string_view raw) {
  Line line;
  std::size_t i = 0;
  for (; i < raw.size() && (raw[i] == ' ' || raw[i] == '\t'); ++i) {
    line.indent += raw[i] == '\t' ? kTabStop - line.indent % kTabStop : 1;
  }
  line.text = raw.substr(i);
  return line;
}

}  // namespace

bool Line::is_blank() const {
  return trim(text).empty();
}

std::vector<Line> split_lines(std::string_view text) {
  if (starts_with(text, "\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<Line> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.size(), text.find_first_of("\r\n"));
    lines.push_back(measure(text.substr(0, end)));
    const bool pair = text.substr(end, 2) == "\r\n";
    text.remove_prefix(std::min(text.size(), end + (pair ? 2 : 1)));
  }
  return lines;
}

std::optional<HeadingLine> read_heading(const Line& line) {
  const std::size_t level = std::min(line.text.size(), line.text.find_first_not_of('#'));
  if (level == 0 || level > 6 || line.indent > 3) return std::nullopt;
  std::string_view rest = line.text.substr(level);
  if (!rest.empty() && rest.front() != ' ' && rest.front() != '\t') return std::nullopt;
  rest = trim(rest);
  const std::size_t last = rest.find_last_not_of('#');
  if (last == std::string_view::npos) return HeadingLine{static_cast<int>(level), {}};
  const bool closed = last + 1 < rest.size() && (rest[last] == ' ' || rest[last] == '\t');
  return HeadingLine{static_cast<int>(level), closed ? trim(rest.substr(0, last)) : rest};
}

bool is_crowded_heading(const Line& line) {
  const std::size_t level = std::min(line.text.size(), line.text.find_first_not_of('#'));
  return level > 0 && level <= 6 && !read_heading(line) && line.text.size() > level;
}

std::optional<ItemStart> read_item_start(std::string_view text) {
  ItemStart item;
  std::size_t i = 0;
  while (i < text.size() && i < 9 && text[i] >= '0' && text[i] <= '9') {
    item.number = item.number * 10 + (text[i++] - '0');
  }
  if (i >= text.size()) return std::nullopt;
  item.ordered = i > 0;
  item.sign = text[i];
  if (std::string_view(item.ordered ? ".)" : "-*+").find(item.sign) == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view rest = text.substr(i + 1);
  if (!rest.empty() && rest.front() != ' ' && rest.front() != '\t') return std::nullopt;
  item.text = measure(rest).text;
  return item;
}

bool is_rule(std::string_view text) {
  text = trim(text);
  if (text.empty() || std::string_view("-*_=").find(text.front()) == std::string_view::npos) return false;
  if (std::count(text.begin(), text.end(), text.front()) < 3) return false;
  return text.find_first_not_of(std::string{text.front(), ' '}) == std::string_view::npos;
}

bool is_set_in(const Line& line) {
  return starts_with(line.text, "\u3000\u3000");
}

bool is_fence(const Line& line) {
  return starts_with(line.text, "```") || starts_with(line.text, "~~~");
}

bool is_quote(const Line& line) {
  return line.indent <= 3 && starts_with(line.text, ">");
}

}  // namespace nianbao
