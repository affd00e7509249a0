#include "report/markdown_emphasis.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace nianbao {

namespace {

// Nothing stressed begins with a stop or ends with an opening bracket: 张**、李** are masked names.
constexpr std::u32string_view kClosing = U"、，。；：！？）》〉」』”’】〕］｝…,.;:!?)]}";
constexpr std::u32string_view kOpening = U"（《〈「『“‘【〔［｛([{";

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_blank(char32_t c) {
  return c == 0 || c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x3000;
}

bool is_ascii_punctuation(char32_t c) {
  return (c >= 0x21 && c <= 0x2F) || (c >= 0x3A && c <= 0x40) || (c >= 0x5B && c <= 0x60) ||
         (c >= 0x7B && c <= 0x7E);
}

bool is_ascii_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Both sides of a run: may it be used on the side of `inner`?
bool touches(char32_t inner, char32_t outer) {
  if (is_blank(inner)) return false;
  if (is_ascii_word(inner) && is_ascii_word(outer)) return false;
  return !is_ascii_punctuation(inner) || is_blank(outer) || is_ascii_punctuation(outer) || is_chinese(outer);
}

// Runs that may still open, and for each kind of closer the height below which none fits it.
class Pairing {
 public:
  explicit Pairing(std::vector<InlinePiece>& pieces) : pieces_(pieces), length_(pieces.size()) {
    for (std::size_t i = 0; i < pieces.size(); ++i) length_[i] = pieces[i].stars;
  }

  void run() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].stars == 0) continue;
      while (pieces_[i].can_close && pieces_[i].stars > 0 && close(i)) {
      }
      if (pieces_[i].can_open && pieces_[i].stars > 0) openers_.push_back(i);
    }
  }

 private:
  // Rule of three: a run that could do both pairs only when the lengths do not add up to a multiple of 3.
  bool fits(std::size_t opener, std::size_t closer) const {
    if (!pieces_[opener].can_close && !pieces_[closer].can_open) return true;
    if (length_[opener] % 3 == 0 && length_[closer] % 3 == 0) return true;
    return (length_[opener] + length_[closer]) % 3 != 0;
  }

  bool close(std::size_t closer) {
    std::size_t& bottom = bottoms_[kind(closer)];
    for (std::size_t height = openers_.size(); height > bottom; --height) {
      const std::size_t opener = openers_[height - 1];
      if (!fits(opener, closer)) continue;
      pair(opener, closer);
      const std::size_t kept = height - (pieces_[opener].stars == 0 ? 1 : 0);
      openers_.resize(kept);
      for (std::size_t& other : bottoms_) other = std::min(other, kept);
      return true;
    }
    bottom = openers_.size();
    return false;
  }

  std::size_t kind(std::size_t closer) const {
    return static_cast<std::size_t>(length_[closer] % 3) + (pieces_[closer].can_open ? 3 : 0);
  }

  void pair(std::size_t opener, std::size_t closer) {
    const bool strong = pieces_[opener].stars >= 2 && pieces_[closer].stars >= 2;
    int InlinePiece::*depth = strong ? &InlinePiece::strong : &InlinePiece::emphasis;
    // What is left of the opener stands before the styled text, what is left of the closer behind it.
    pieces_[opener + 1].*depth += 1;
    pieces_[closer].*depth -= 1;
    pieces_[opener].stars -= strong ? 2 : 1;
    pieces_[closer].stars -= strong ? 2 : 1;
  }

  std::vector<InlinePiece>& pieces_;
  std::vector<int> length_;
  std::vector<std::size_t> openers_;
  std::array<std::size_t, 6> bottoms_{};
};

}  // namespace

bool is_chinese(char32_t character) {
  return display_width(character) == 2 || character == U'·';
}

bool may_open_emphasis(char32_t before, char32_t after) {
  return touches(after, before) && !is_one_of(after, kClosing);
}

bool may_close_emphasis(char32_t before, char32_t after) {
  return touches(before, after) && !is_one_of(before, kOpening);
}

void pair_emphasis(std::vector<InlinePiece>& pieces) {
  Pairing(pieces).run();
}

}  // namespace nianbao
