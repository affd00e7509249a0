#include "layout/line_breaker.h"

#include <algorithm>
#include <limits>

#include "layout/char_class.h"

namespace nianbao {
namespace {

// The steps of the rules, dearest last. A line costs 0 … kLoosestLine by its looseness.
constexpr double kInsideWord = 12;        // 公|开 in a cell or title, where there is a mark to break behind
constexpr float kBesideNumber = 15;       // 20|条
constexpr float kAfterOrdinal = 60;       // 第|20
constexpr double kStub = 400;             // a last line of one character
constexpr float kBehindSlash = 400;       // a.gov.cn/|gk: cheaper than a very loose line
constexpr float kInsideAddress = 700;     // www.a.|gov.cn
constexpr double kLoosestLine = 8000;     // the dearest that looseness gets
constexpr float kInsidePhrase = 5000;     // keep_together
constexpr float kBehindSeparator = 1e4F;  // 1,234,|567
constexpr float kInsideRun = 3e4F;        // inform|ation
constexpr float kForbidden = 1e5F;        // a mark where it must not stand
constexpr double kOverflow = 1e6;         // one character wider than the line
constexpr double kLine = 1000;            // each line where their number counts

constexpr std::size_t kLongestLine = 2000;  // characters; bounds the work on characters without width
constexpr std::size_t kLongAddress = 12;    // a run longer than this may be an address
constexpr int kFullWidth = 900;             // an advance from here on is a whole cell
constexpr int kStubWidth = 1000;

constexpr int kNarrow = 6000;  // in a cell up to this wide a last line may be of one character

double square(double value) {
  return value * value;
}

double ragged_edge(int width) {
  const double characters = double(width) / 1000;
  return 100 * characters + 10 * square(characters);
}

bool is_mark(char32_t character) {
  return is_blank_behind(character) || is_blank_before(character);
}

bool is_address(const std::vector<StyledChar>& characters, std::size_t begin, std::size_t end) {
  if (end - begin <= kLongAddress) return false;
  bool letter = false;
  bool separator = false;
  for (std::size_t i = begin; i < end; ++i) {
    const char32_t character = characters[i].character;
    letter = letter || is_letter(character);
    separator = separator || character == '/' || character == '@' || character == '.';
  }
  return letter && separator;
}

// The cost of a break between two characters that are not of one run.
float rate_break(char32_t before, char32_t after) {
  if (is_blank(after)) return kForbidden;
  if (cannot_start_line(after)) return kForbidden;
  if (is_blank(before)) return 0;
  if (cannot_end_line(before)) return kForbidden;
  if (before == U'第' && is_digit(after)) return kAfterOrdinal;
  if (is_digit(before)) return kBesideNumber;
  return 0;
}

// The cost of a break before characters[k] inside a run.
float rate_run_break(const std::vector<StyledChar>& characters, std::size_t k, bool address) {
  const char32_t before = characters[k - 1].character;
  if (!is_run_separator(before) || is_run_separator(characters[k].character)) return kInsideRun;
  const bool doubled = k > 1 && characters[k - 2].character == before;  // https://|www
  if (!address || doubled) return kBehindSeparator;
  return before == '/' ? kBehindSlash : kInsideAddress;
}

int squeeze_of(char32_t before, char32_t character, char32_t after, int advance) {
  if (advance < kFullWidth) return 0;
  if (is_blank_behind(character)) return is_mark(after) ? advance / 2 : advance / 5;
  if (is_blank_before(character)) return is_blank_before(before) ? advance / 2 : advance / 5;
  return 0;
}

bool joins(char32_t left, char32_t right) {
  if (is_run_character(left) && is_run_character(right)) return true;
  return left == right && (left == 0x2014 || left == 0x2026);
}

}  // namespace

BreakableText::BreakableText(StyledText text, const TextMeasure& measure) : text_(std::move(text)) {
  const auto& characters = text_.characters;
  const std::size_t count = characters.size();
  widths_.reserve(count + 1);
  gaps_.reserve(count + 1);
  squeezes_.reserve(count + 1);
  widths_.push_back(0);
  gaps_.push_back(0);
  squeezes_.push_back(0);
  for (std::size_t i = 0; i < count; ++i) {
    const char32_t character = characters[i].character;
    const char32_t before = i > 0 ? characters[i - 1].character : 0;
    const char32_t after = i + 1 < count ? characters[i + 1].character : 0;
    const int advance = std::max(0, measure.advance(characters[i].role, character));
    widths_.push_back(widths_.back() + advance);
    gaps_.push_back(gaps_.back() + (joins(character, after) ? 0 : 1));
    squeezes_.push_back(squeezes_.back() + squeeze_of(before, character, after, advance));
  }
  rate_breaks();
}

void BreakableText::rate_breaks() {
  const auto& characters = text_.characters;
  const std::size_t count = characters.size();
  breaks_.assign(count + 1, 0);
  std::size_t i = 0;
  while (i < count) {
    std::size_t end = i + 1;
    if (is_run_character(characters[i].character)) {
      while (end < count && is_run_character(characters[end].character)) ++end;
      const bool address = is_address(characters, i, end);
      for (std::size_t k = i + 1; k < end; ++k) breaks_[k] = rate_run_break(characters, k, address);
    }
    if (end < count) {
      const char32_t before = characters[end - 1].character;
      const char32_t after = characters[end].character;
      breaks_[end] = joins(before, after) ? kForbidden : rate_break(before, after);
    }
    i = end;
  }
}

void BreakableText::keep_together(std::u32string_view phrase) {
  const auto& characters = text_.characters;
  const auto same = [](const StyledChar& styled, char32_t character) {
    return styled.character == character;
  };
  auto from = characters.begin();
  while (true) {
    const auto found = std::search(from, characters.end(), phrase.begin(), phrase.end(), same);
    if (found == characters.end() || phrase.empty()) return;
    const auto first = static_cast<std::size_t>(found - characters.begin());
    for (std::size_t k = 1; k < phrase.size(); ++k)
      breaks_[first + k] = std::max(breaks_[first + k], kInsidePhrase);
    from = found + static_cast<std::ptrdiff_t>(phrase.size());
  }
}

std::size_t BreakableText::skip_blank(std::size_t index) const {
  const auto& characters = text_.characters;
  return index > 0 && index < characters.size() && is_blank(characters[index].character) ? index + 1 : index;
}

std::size_t BreakableText::trim_blank(std::size_t index) const {
  return index > 0 && is_blank(text_.characters[index - 1].character) ? index - 1 : index;
}

int BreakableText::end_squeeze(const TextLine& line) const {
  if (line.begin >= line.end) return 0;
  const std::size_t last = line.end - 1;
  const int width = advance(last);
  return width >= kFullWidth && is_blank_behind(text_.characters[last].character) ? width / 2 : 0;
}

int BreakableText::widest_piece() const {
  int widest = 0;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= text_.characters.size(); ++i) {
    if (i < text_.characters.size() && breaks_[i] > kInsideAddress) continue;
    widest = std::max(widest, width(begin, trim_blank(i)));
    begin = i;
  }
  return widest;
}

bool BreakableText::is_stub(const TextLine& line) const {
  if (line.begin == 0) return false;
  int width = 0;
  for (std::size_t i = line.begin; i < line.end; ++i)
    if (!cannot_start_line(text_.characters[i].character)) width += advance(i);
  return width <= kStubWidth;
}

double BreakableText::justified_cost(const TextLine& line, int available) const {
  const int over = width(line.begin, line.end) - available;
  if (over > 0) {
    const int inner = std::max(0, over - end_squeeze(line));
    const int give = squeezes_[line.end - 1] - squeezes_[line.begin];
    if (inner > give) return kOverflow;
    return 10 + (inner > 0 ? 60 * square(double(inner) / give) : 0);
  }
  if (line.end == text_.characters.size()) return is_stub(line) ? kStub : 0;
  const int gaps = gaps_[line.end - 1] - gaps_[line.begin];
  const int stretch = std::min(-over, gaps * kGapStretch);
  if (stretch == 0) return std::min(kLoosestLine, ragged_edge(-over));
  // What the gaps cannot take up is left open at the right edge.
  const double stretched = 100 * square(double(stretch) / (double(gaps) * kGapStretch));
  return std::min(kLoosestLine, stretched + ragged_edge(-over - stretch));
}

double BreakableText::line_cost(const TextLine& line, int available, const LineShape& shape) const {
  if (shape.fill == Fill::justified) return justified_cost(line, available);
  const int slack = available - width(line.begin, line.end);
  if (slack < 0) return kOverflow;
  const double weight = shape.fill == Fill::ragged && available > kNarrow ? 300 : 100;
  const double looseness = weight * square(double(slack) / available);
  const bool last = line.end == text_.characters.size();
  if (shape.fill == Fill::ragged && last) return kLine + (available > kNarrow && is_stub(line) ? 50 : 0);
  return kLine + looseness;
}

double BreakableText::break_cost(std::size_t index, Fill fill) const {
  const char32_t before = text_.characters[index - 1].character;
  const bool behind_mark = cannot_start_line(before) || is_blank(before);
  return breaks_[index] + (fill == Fill::justified || behind_mark ? 0 : kInsideWord);
}

std::vector<TextLine> BreakableText::break_lines(const LineShape& shape) const {
  const std::size_t count = text_.characters.size();
  if (count == 0) return {};
  if (width(0, count) <= shape.width - shape.first_indent) return {{0, count}};
  std::vector<double> best(count + 1, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> from(count + 1, 0);
  best[0] = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = skip_blank(i);
    const int available = std::max(1, shape.width - (i == 0 ? shape.first_indent : 0));
    const std::size_t limit = std::min(count, i + kLongestLine);
    for (std::size_t j = begin + 1; j <= limit; ++j) {
      const TextLine line{begin, trim_blank(j)};
      if (line.end <= line.begin) continue;
      const double cost = line_cost(line, available, shape);
      const bool too_long = cost >= kOverflow;
      if (too_long && j > begin + 1) break;
      const double total = best[i] + cost + (j < count ? break_cost(j, shape.fill) : 0);
      // Of equal ways the one with the longer first lines.
      if (total <= best[j]) {
        best[j] = total;
        from[j] = i;
      }
      if (too_long) break;
    }
  }
  std::vector<TextLine> lines;
  for (std::size_t end = count; end > 0; end = from[end])
    lines.push_back({skip_blank(from[end]), trim_blank(end)});
  std::reverse(lines.begin(), lines.end());
  return lines;
}

}  // namespace nianbao
