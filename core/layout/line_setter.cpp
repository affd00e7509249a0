#include "layout/line_setter.h"

#include <algorithm>
#include <cmath>

#include "layout/char_class.h"

namespace nianbao {
namespace {

constexpr double kSame = 1e-6;  // points; rounding

// What is added behind each character of a line, in thousandths of the pitch; the last one's is of no
// account.
std::vector<double> spread(const BreakableText& text, const TextLine& line, const LinePlace& place) {
  const std::size_t count = line.end - line.begin;
  std::vector<double> extra(count, 0);
  if (place.width <= 0) return extra;
  const int slack = place.width - text.width(line.begin, line.end);
  if (slack > 0 && place.stretch) {
    int gaps = 0;
    for (std::size_t i = 0; i + 1 < count; ++i) gaps += text.is_gap(line.begin + i) ? 1 : 0;
    const double each = gaps > 0 ? std::min<double>(kGapStretch, double(slack) / gaps) : 0;
    for (std::size_t i = 0; i + 1 < count; ++i)
      if (text.is_gap(line.begin + i)) extra[i] = each;
  }
  const int over = -slack - text.end_squeeze(line);
  if (over <= 0) return extra;
  int give = 0;
  for (std::size_t i = 0; i + 1 < count; ++i) give += text.squeeze(line.begin + i);
  if (give == 0) return extra;
  const double share = std::min(1.0, double(over) / give);
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const double part = share * text.squeeze(line.begin + i);
    if (part == 0) continue;
    // An opening mark gives way on its left side.
    if (!is_blank_before(text.text().characters[line.begin + i].character))
      extra[i] -= part;
    else if (i > 0)
      extra[i - 1] -= part;
  }
  return extra;
}

class PieceWriter {
 public:
  PieceWriter(const BreakableText& text, const Typesetting& setting) : text_(text), setting_(setting) {}

  void add(std::size_t index, double x, double y) {
    const StyledChar& styled = text_.text().characters[index];
    if (pieces_.empty() || index != last_index_ + 1 || !continues(styled, x)) {
      PlacedText piece;
      piece.x = x;
      piece.y = y;
      piece.role = styled.role;
      piece.size = setting_.size;
      if (styled.link >= 0) piece.link = text_.text().links[static_cast<std::size_t>(styled.link)];
      pieces_.push_back(std::move(piece));
    }
    pieces_.back().text.push_back(styled.character);
    last_ = styled;
    last_index_ = index;
    glyph_end_ = x + text_.advance(index) * setting_.size / 1000;
  }

  std::vector<PlacedText> take() { return std::move(pieces_); }

 private:
  // Whether the character belongs to the last piece; fixes the spacing of a piece at its second character.
  bool continues(const StyledChar& styled, double x) {
    PlacedText& piece = pieces_.back();
    if (styled.role != last_.role || styled.link != last_.link) return false;
    const double spacing = x - glyph_end_;
    // Numbers and words are never spaced as their surroundings are.
    const bool same_kind = is_run_character(styled.character) == is_run_character(last_.character);
    if (!same_kind && std::abs(spacing) > kSame) return false;
    if (piece.text.size() == 1) piece.letter_spacing = std::abs(spacing) < kSame ? 0 : spacing;
    return std::abs(spacing - piece.letter_spacing) < kSame;
  }

  const BreakableText& text_;
  const Typesetting& setting_;
  std::vector<PlacedText> pieces_;
  StyledChar last_;
  std::size_t last_index_ = 0;
  double glyph_end_ = 0;
};

}  // namespace

std::vector<PlacedText> set_line(const BreakableText& text, const TextLine& line, const Typesetting& setting,
                                 const LinePlace& place) {
  const std::vector<double> extra = spread(text, line, place);
  PieceWriter writer(text, setting);
  double units = 0;
  for (std::size_t i = line.begin; i < line.end; ++i) {
    if (!is_blank(text.text().characters[i].character))
      writer.add(i, place.x + units * setting.pitch / 1000, place.y);
    units += text.advance(i) + extra[i - line.begin];
  }
  return writer.take();
}

}  // namespace nianbao
