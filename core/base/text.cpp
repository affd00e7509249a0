#include "base/text.h"

#include <algorithm>
#include <array>

namespace nianbao {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Length of the sequence that `lead` opens, 0 when it opens none.
int sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool is_allowed(char32_t code_point, int length) {
  static constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  if (code_point < kSmallest[static_cast<std::size_t>(length)] || code_point > 0x10FFFF) return false;
  return code_point < 0xD800 || code_point > 0xDFFF;
}

// The code point at `position` and its length; length 0 when the sequence is broken.
std::pair<char32_t, int> decode(std::string_view text, std::size_t position) {
  const auto lead = static_cast<unsigned char>(text[position]);
  const int length = sequence_length(lead);
  if (length == 1) return {lead, 1};
  if (length == 0 || position + static_cast<std::size_t>(length) > text.size()) return {kReplacement, 0};
  char32_t code_point = lead & (0x7FU >> length);
  for (int i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[position + static_cast<std::size_t>(i)]);
    if ((next & 0xC0U) != 0x80U) return {kReplacement, 0};
    code_point = (code_point << 6U) | (next & 0x3FU);
  }
  if (!is_allowed(code_point, length)) return {kReplacement, 0};
  return {code_point, length};
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x3000 || c == 0xFEFF ||
         (c >= 0x2000 && c <= 0x200B);
}

struct Block {
  char32_t first, last;
};

bool in_blocks(char32_t c, const Block* begin, const Block* end) {
  return std::any_of(begin, end, [c](const Block& b) { return c >= b.first && c <= b.last; });
}

constexpr Block kWide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF}, {0x3400, 0x4DBF},
                           {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
                           {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F},
                           {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}, {0x2014, 0x2014}, {0x2018, 0x2019},
                           {0x201C, 0x201D},   {0x2026, 0x2026},   {0x2103, 0x2103}, {0x2460, 0x24FF}};
constexpr Block kCombining[] = {
    {0x0300, 0x036F}, {0x200B, 0x200F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF}};

// Brackets, quotes, dots and dashes that people type in several shapes.
char32_t one_shape(char32_t c) {
  switch (c) {
    case U'〔':
    case U'【':
    case U'［':
    case U'[':
      return '(';
    case U'〕':
    case U'】':
    case U'］':
    case U']':
      return ')';
    case U'“':
    case U'”':
    case U'„':
    case U'＂':
      return '"';
    case U'‘':
    case U'’':
      return '\'';
    case U'•':
    case U'‧':
    case U'・':
    case U'⋅':
      return U'·';
    case U'—':
    case U'–':
    case U'―':
    case U'－':
      return '-';
    default:
      return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}

char32_t half_width(char32_t c) {
  if (c == 0x3000) return ' ';
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const int length = decode(text, i).second;
    if (length == 0) return false;
    i += static_cast<std::size_t>(length);
  }
  return true;
}

char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto [code_point, length] = decode(text, position);
  position += length == 0 ? 1 : static_cast<std::size_t>(length);
  return code_point;
}

void append_utf8(std::string& out, char32_t c) {
  auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6U));
    put(0x80 | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12U));
    put(0x80 | ((c >> 6U) & 0x3FU));
    put(0x80 | (c & 0x3FU));
  } else {
    put(0xF0 | (c >> 18U));
    put(0x80 | ((c >> 12U) & 0x3FU));
    put(0x80 | ((c >> 6U) & 0x3FU));
    put(0x80 | (c & 0x3FU));
  }
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) out.push_back(next_code_point(text, i));
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (char32_t c : text) append_utf8(out, c);
  return out;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) next_code_point(text, i);
  return count;
}

int display_width(char32_t c) {
  if (c < 0x300) return 1;
  if (in_blocks(c, std::begin(kCombining), std::end(kCombining))) return 0;
  return in_blocks(c, std::begin(kWide), std::end(kWide)) ? 2 : 1;
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t i = 0; i < text.size();) width += display_width(next_code_point(text, i));
  return width;
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!is_space(next_code_point(text, next))) break;
    begin = next;
  }
  std::size_t end = begin;
  for (std::size_t i = begin; i < text.size();) {
    if (!is_space(next_code_point(text, i))) end = i;
  }
  return text.substr(begin, end - begin);
}

std::string fold_width(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) append_utf8(out, half_width(next_code_point(text, i)));
  return out;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (!is_space(next_code_point(text, i))) out.append(text.substr(begin, i - begin));
  }
  return out;
}

std::string small_letters(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool opens_bracket(char32_t code_point) {
  static constexpr std::u32string_view kSigns = U"(（〈<《【[［〔";
  return kSigns.find(code_point) != std::u32string_view::npos;
}
bool closes_bracket(char32_t code_point) {
  static constexpr std::u32string_view kSigns = U")）〉>》】]］〕";
  return kSigns.find(code_point) != std::u32string_view::npos;
}

std::string name_key(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = name_character(next_code_point(text, i));
    if (c != 0) append_utf8(out, c);
  }
  return out;
}

char32_t name_character(char32_t c) {
  return is_space(c) || is_zero_width(c) ? 0 : one_shape(half_width(c));
}

bool is_zero_width(char32_t c) {
  return c == 0xAD || c == 0xFEFF || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xE0100 && c <= 0xE01EF);
}

int edit_distance(std::string_view left, std::string_view right) {
  const std::u32string a = to_utf32(left);
  const std::u32string b = to_utf32(right);
  // Three rows of the optimal string alignment table.
  std::vector<int> before(b.size() + 1);
  std::vector<int> last(b.size() + 1);
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

const std::string* find_nearest(std::string_view text, const std::vector<std::string>& candidates) {
  const std::string key = name_key(text);
  const auto length = static_cast<int>(count_characters(key));
  const std::string* best = nullptr;
  std::pair<int, int> best_distance;  // likeness first, then what was typed
  for (const std::string& candidate : candidates) {
    const std::string other = name_key(candidate);
    const auto other_length = static_cast<int>(count_characters(other));
    const int longest = std::max(length, other_length);
    // One contained in the other is alike however much was left out, if two characters are shared that are
    // not just Latin letters.
    const bool contained = std::min(length, other_length) >= 2 && std::min(key.size(), other.size()) >= 4 &&
                           (key.find(other) != std::string::npos || other.find(key) != std::string::npos);
    const int typed = edit_distance(key, other);
    if (!contained && typed * 3 > longest) continue;
    const std::pair distance(key == other ? 0 : contained ? 1 : typed, typed);
    if (best == nullptr || distance < best_distance) {
      best = &candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string cut_text(std::string_view text, std::size_t most) {
  static constexpr std::string_view kEllipsis = "…";
  if (text.size() <= most) return std::string(text);
  std::size_t end = most - kEllipsis.size();
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)).append(kEllipsis);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string_view::npos;
       end = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

bool starts_with(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace nianbao
