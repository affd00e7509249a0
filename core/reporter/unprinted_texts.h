// The compiler's texts that a pack left out of the report (N-38): what she has written is never lost unsaid.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "rules/rule_book.h"

namespace nianbao {

// A text counts as printed when its first paragraph is. One that N-26 speaks of is known to be left out.
void note_unprinted_texts(const std::map<std::string, SectionText>& texts, const std::vector<Block>& blocks,
                          Diagnostics& diagnostics);

}  // namespace nianbao
