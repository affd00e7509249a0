// One paragraph into lines, the best way as a whole: every set of breaks has a cost (a loose line, a torn
// address, a last line of one character), and the cheapest is found by dynamic programming. The rules are
// soft in steps so far apart that a lower one never buys a higher one; therefore there is always a result,
// even for 5,000 letters without a break or a cell one character wide.
//
// Widths are in thousandths of the character pitch, so that a text is measured once for every font size.
// Time: characters of the text × characters of a line.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "layout/styled_text.h"

namespace nianbao {

enum class Fill {
  justified,  // body text: stretched and squeezed to the width
  ragged,     // filled, then turned over
  balanced    // as few lines as needed, then as equal as can be: titles, centred cells
};

struct LineShape {
  int width = 0;
  int first_indent = 0;
  Fill fill = Fill::justified;
};

// Characters [begin, end), without the blanks at both ends.
struct TextLine {
  std::size_t begin = 0, end = 0;
};

class BreakableText {
 public:
  BreakableText(StyledText text, const TextMeasure& measure);

  // Holds each occurrence of `phrase` on one line as long as it fits on one.
  void keep_together(std::u32string_view phrase);

  // No lines for an empty text.
  std::vector<TextLine> break_lines(const LineShape& shape) const;

  const StyledText& text() const { return text_; }
  int advance(std::size_t index) const { return widths_[index + 1] - widths_[index]; }
  int width(std::size_t begin, std::size_t end) const { return widths_[end] - widths_[begin]; }
  // The widest piece between two places where a line may end: a column narrower than this breaks rules.
  int widest_piece() const;

  // Whether the space behind the character may be stretched.
  bool is_gap(std::size_t index) const { return gaps_[index + 1] > gaps_[index]; }
  // How much the blank part of a mark may give way within a line, and where the line ends with it.
  int squeeze(std::size_t index) const { return squeezes_[index + 1] - squeezes_[index]; }
  int end_squeeze(const TextLine& line) const;

 private:
  void rate_breaks();
  double line_cost(const TextLine& line, int width, const LineShape& shape) const;
  double break_cost(std::size_t index, Fill fill) const;
  double justified_cost(const TextLine& line, int width) const;
  bool is_stub(const TextLine& line) const;
  std::size_t skip_blank(std::size_t index) const;
  std::size_t trim_blank(std::size_t index) const;

  StyledText text_;
  std::vector<int> widths_;    // sums, one more than characters
  std::vector<int> gaps_;      // sums
  std::vector<int> squeezes_;  // sums
  std::vector<float> breaks_;  // cost of a break before each character
};

// The most that a gap is stretched, in thousandths: at more, programs that read the text see blanks.
inline constexpr int kGapStretch = 95;

}  // namespace nianbao
