// CommonMark's pairing of `*` runs: which run opens, which closes, how much of both is used.
#pragma once

#include <array>
#include <string>
#include <vector>

namespace nianbao {

// A piece of a paragraph: text, or a run of `*` (stars > 0) that pairing may use up.
struct InlinePiece {
  std::string text;
  std::string link;
  int stars = 0;  // of the run, those not yet used
  bool can_open = false, can_close = false;
  int strong = 0, emphasis = 0;  // change of depth that takes effect at this piece
};

// Sets the depths; what stays in `stars` is literal.
void pair_emphasis(std::vector<InlinePiece>& pieces);

// Whether a run between these two characters may open or close; 0 stands for the paragraph's edge.
bool may_open_emphasis(char32_t before, char32_t after);
bool may_close_emphasis(char32_t before, char32_t after);

// Chinese characters and the punctuation that stands among them.
bool is_chinese(char32_t character);

}  // namespace nianbao
