#include "report/markdown_scan.h"

#include <algorithm>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestName = 10;  // of an entity

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9');
}

// As text.find, within reach of `start`.
std::size_t find_near(std::string_view text, std::string_view what, std::size_t start) {
  if (start > text.size()) return kNone;
  const std::size_t found = text.substr(start, kLongestConstruct).find(what);
  return found == kNone ? kNone : start + found;
}

std::size_t skip_blanks(std::string_view text, std::size_t i) {
  while (i < text.size() && (text[i] == ' ' || text[i] == '\t' || is_line_break(text[i]))) ++i;
  return i;
}

// The end of a bare URL: brackets in it are balanced, a place {{ … }} may hold blanks.
std::size_t end_of_url(std::string_view text, std::size_t i) {
  int depth = 0;
  while (i < text.size() && static_cast<unsigned char>(text[i]) > ' ') {
    const std::size_t place = end_of_place(text, i);
    if (place != kNone) {
      i = place;
      continue;
    }
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && depth-- == 0) break;
    i += text[i] == '\\' && i + 1 < text.size() && is_markdown_punctuation(text[i + 1]) ? 2 : 1;
  }
  return i;
}

std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && is_markdown_punctuation(text[i + 1])) ++i;
    out.push_back(text[i]);
  }
  return out;
}

}  // namespace

bool is_line_break(char c) {
  return c == kSoftBreak || c == kHardBreak;
}

bool is_markdown_punctuation(char c) {
  return (c >= 0x21 && c <= 0x2F) || (c >= 0x3A && c <= 0x40) || (c >= 0x5B && c <= 0x60) ||
         (c >= 0x7B && c <= 0x7E);
}

char32_t character_at(std::string_view text, std::size_t position) {
  return position < text.size() ? next_code_point(text, position) : 0;
}

char32_t character_before(std::string_view text, std::size_t position) {
  if (position == 0) return 0;
  std::size_t start = position - 1;
  while (start > 0 && position - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
    --start;
  }
  return next_code_point(text, start);
}

std::size_t end_of_place(std::string_view text, std::size_t start) {
  if (text.substr(start, 2) != "{{") return kNone;
  const std::size_t end = find_near(text, "}}", start + 2);
  return end == kNone ? kNone : end + 2;
}

std::size_t end_of_html(std::string_view text, std::size_t start) {
  if (text.substr(start, 4) == "<!--") {
    const std::size_t end = find_near(text, "-->", start + 4);
    return end == kNone ? start + 4 : end + 3;
  }
  std::size_t i = start + 1;
  if (i < text.size() && text[i] == '/') ++i;
  if (i >= text.size() || !is_letter(text[i])) return kNone;
  while (i < text.size() && (is_name_character(text[i]) || text[i] == '-')) ++i;
  if (i >= text.size() || std::string_view(" \t\n\v/>").find(text[i]) == kNone) return kNone;
  const std::size_t end = find_near(text, ">", i);
  return end == kNone ? kNone : end + 1;
}

std::size_t end_of_entity(std::string_view text, std::size_t start) {
  std::size_t i = start + 1;
  if (i < text.size() && text[i] == '#') ++i;
  const std::size_t name = i;
  while (i < text.size() && i - name < kLongestName && is_name_character(text[i])) ++i;
  return i > name && i < text.size() && text[i] == ';' ? i + 1 : kNone;
}

std::size_t end_of_code(std::string_view text, std::size_t start) {
  std::size_t inside = text.find_first_not_of('`', start);
  if (inside == kNone) return kNone;
  const std::size_t length = inside - start;
  while (inside < text.size() && inside - start < kLongestConstruct) {
    const std::size_t run = find_near(text, "`", inside);
    if (run == kNone) return kNone;
    inside = std::min(text.size(), text.find_first_not_of('`', run));
    if (inside - run == length) return inside;
  }
  return kNone;
}

std::optional<LinkTarget> read_target(std::string_view text, std::size_t start) {
  if (start >= text.size() || text[start] != '(') return std::nullopt;
  text = text.substr(0, start + kLongestConstruct);
  std::size_t i = skip_blanks(text, start + 1);
  std::string_view url;
  if (i < text.size() && text[i] == '<') {
    const std::size_t end = text.find_first_of(">\n\v", i);
    if (end == kNone || text[end] != '>') return std::nullopt;
    url = text.substr(i + 1, end - i - 1);
    i = end + 1;
  } else {
    const std::size_t end = end_of_url(text, i);
    url = text.substr(i, end - i);
    i = end;
  }
  i = skip_blanks(text, i);
  if (i < text.size() && (text[i] == '"' || text[i] == '\'')) {
    const std::size_t end = text.find(text[i], i + 1);
    if (end == kNone) return std::nullopt;
    i = skip_blanks(text, end + 1);
  }
  if (i >= text.size() || text[i] != ')') return std::nullopt;
  return LinkTarget{without_escapes(url), i + 1};
}

std::optional<LinkTarget> read_address(std::string_view text, std::size_t start) {
  const std::size_t end = text.substr(0, start + kLongestConstruct).find_first_of("> \t\n\v<", start + 1);
  if (end == kNone || text[end] != '>') return std::nullopt;
  const std::string address(text.substr(start + 1, end - start - 1));
  if (starts_with(address, "http://") || starts_with(address, "https://")) {
    return LinkTarget{address, end + 1};
  }
  const std::size_t sign = address.find('@');
  const bool mail = sign != kNone && sign > 0 && sign + 1 < address.size() && address.find('/') == kNone;
  if (!mail) return std::nullopt;
  return LinkTarget{"mailto:" + address, end + 1};
}

}  // namespace nianbao
