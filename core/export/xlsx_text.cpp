#include "export/xlsx_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kControlPictures = 0x2400;
constexpr std::size_t kRemark = 60;  // room for the remark on a text that is too long
constexpr std::size_t kLongestDefinedName = 100;

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

// "_x0041_" at `start`, which Excel would show as "A".
bool is_escape(std::string_view text, std::size_t start) {
  return text.substr(start, 2) == "_x" && text.size() >= start + 7 && text[start + 6] == '_' &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(start) + 2,
                     text.begin() + static_cast<std::ptrdiff_t>(start) + 6, is_hex);
}

char32_t visible(char32_t c) {
  if (c == '\n' || c == '\t') return c;
  if (c < ' ') return kControlPictures + c;
  if (c == 0x7F) return kControlPictures + 0x21;
  return c == 0xFFFE || c == 0xFFFF ? kReplacement : c;
}

std::string cleaned(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\r') {
      out.push_back('\n');
      i += text.substr(i, 2) == "\r\n" ? 2 : 1;
    } else {
      append_utf8(out, visible(next_code_point(text, i)));
    }
  }
  return out;
}

std::size_t units(char32_t c) {
  return c > 0xFFFF ? 2 : 1;
}

// The longest head of at most `limit` UTF-16 units.
std::string_view head(std::string_view text, std::size_t limit) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    length += units(next_code_point(text, i));
    if (length > limit) return text.substr(0, start);
  }
  return text;
}

std::string shortened(const std::string& text) {
  const std::string_view kept = head(text, kLongestCell - kRemark);
  const std::size_t lost = count_characters(std::string_view(text).substr(kept.size()));
  return fmt::format("{}……（本格超过 {} 字的上限，后面 {} 字没有写入）", kept, kLongestCell, lost);
}

std::string escaped(const std::string& text) {
  if (text.find("_x") == std::string::npos) return text;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += is_escape(text, i) ? "_x005F_" : std::string(1, text[i]);
  }
  return out;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0x3000;
}

// Calls `take(width, is_space)` for every unbreakable part of a line.
template <typename Take>
void for_each_word(std::string_view line, Take take) {
  int word = 0;
  for (std::size_t i = 0; i < line.size();) {
    const char32_t c = next_code_point(line, i);
    const int width = display_width(c);
    if (width < 2 && !is_space(c)) {
      word += width;
      continue;
    }
    if (word > 0) take(word, false);
    word = 0;
    take(width, is_space(c));
  }
  if (word > 0) take(word, false);
}

int lines_of(std::string_view line, double width) {
  int lines = 1;
  double used = 0;
  for_each_word(line, [&](int word, bool space) {
    if (used + word <= width || space) {
      used += word;
      return;
    }
    if (used > 0) ++lines;
    used = word;
    while (used > width) {
      used -= width;
      ++lines;
    }
  });
  return lines;
}

std::string usable_name(const std::string& name) {
  std::string out = cleaned(name);
  for (char& c : out) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  for (const char* forbidden : {"[", "]", ":", "*", "?", "/", "\\"}) out = replace_all(out, forbidden, "_");
  out = std::string(trim(head(trim(out), kLongestSheetName)));
  if (!out.empty() && out.front() == '\'') out.front() = '_';
  if (!out.empty() && out.back() == '\'') out.back() = '_';
  if (out.empty()) return "工作表";
  return small_letters(out) == "history" ? out + "_" : out;  // Excel keeps this name for itself
}

}  // namespace

std::string cell_text(std::string_view text) {
  std::string out = cleaned(text);
  if (utf16_length(out) > kLongestCell) out = shortened(out);
  return escaped(out);
}

bool looks_like_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size();) length += units(next_code_point(text, i));
  return length;
}

int wrapped_lines(std::string_view text, double width) {
  int lines = 0;
  for (const std::string_view line : split(text, '\n')) lines += lines_of(line, std::max(width, 2.0));
  return std::max(lines, 1);
}

int widest_line(std::string_view text) {
  int widest = 0;
  for (const std::string_view line : split(text, '\n')) widest = std::max(widest, display_width(line));
  return widest;
}

int widest_word(std::string_view text) {
  int widest = 0;
  for (const std::string_view line : split(text, '\n')) {
    for_each_word(line, [&](int width, bool) { widest = std::max(widest, width); });
  }
  return widest;
}

std::vector<std::string> sheet_names(const std::vector<Sheet>& sheets) {
  std::vector<std::string> names;
  std::vector<std::string> taken;
  for (const Sheet& sheet : sheets) {
    const std::string wanted = usable_name(sheet.name);
    std::string name = wanted;
    for (int copy = 2; std::find(taken.begin(), taken.end(), small_letters(name)) != taken.end(); ++copy) {
      const std::string tail = fmt::format("({})", copy);
      name = std::string(head(wanted, kLongestSheetName - tail.size())) + tail;
    }
    taken.push_back(small_letters(name));
    names.push_back(name);
  }
  return names;
}

std::string quoted_sheet(const std::string& name) {
  return "'" + replace_all(name, "'", "''") + "'";
}

std::string defined_name(std::string_view table) {
  std::string out;
  for (const char c : table) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!digit && !letter && (out.empty() || out.back() == '_')) continue;
    if (digit && out.empty()) out = "T";
    if (digit && out.back() != '_' && (out.back() < '0' || out.back() > '9')) out.push_back('_');
    out.push_back(digit || letter ? c : '_');
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  if (out.size() < 2) return {};  // R and C are cells too
  if (out.front() >= 'a') out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out.substr(0, kLongestDefinedName);
}

}  // namespace nianbao
