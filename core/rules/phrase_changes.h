// Where a pack's phrases take the place of earlier packs' words: the longest phrase at a place of the text
// wins, so that 全年新收 of a locality takes what 新收 of the national pack would have tied to its figure.
#pragma once

#include <string>
#include <vector>

#include "rules/phrase_book.h"

namespace nianbao {

// One sentence on the phrases of `pack` that hold a word of `earlier`; empty where none does.
std::string phrases_in_words(const std::string& pack, const std::vector<Phrase>& phrases,
                             const WordIndex& earlier);

}  // namespace nianbao
