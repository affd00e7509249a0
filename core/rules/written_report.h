// The finished report as checks look at it: its blocks in order, as text. Whatever packs rewrote, added or
// dropped, this is what will be printed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/document.h"

namespace nianbao {

struct WrittenBlock {
  const char* kind = "";        // heading paragraph item note attachment signature table chart page_break
  int level = 0;                // of a heading
  int line = 0;                 // of the compiler's text; 0 where rules wrote it
  std::string text;             // of a table its caption; of what is longer than kLongestText the beginning
  std::int64_t characters = 0;  // of the whole text, that of cells included, without blanks
};

inline constexpr std::size_t kLongestText = 100'000;  // bytes; rules hold texts in a bounded memory

std::vector<WrittenBlock> written_blocks(const std::vector<Block>& blocks);

}  // namespace nianbao
