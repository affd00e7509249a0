// What a chain of packs changes of the rules before it is printed, whatever the packs print: exceptions,
// dropped rules, other headings, days and words. Where the annex on methods leaves a sentence out, the host
// prints it.
#pragma once

#include <string>
#include <vector>

#include "report/document.h"

namespace nianbao {

// The sentences that no paragraph or table of the report holds, in their order.
std::vector<std::string> unprinted(const std::vector<std::string>& sentences,
                                   const std::vector<Block>& blocks);

// A page of its own at the end, with the sentences as a numbered list.
void append_methods(const std::vector<std::string>& sentences, std::vector<Block>& blocks);

}  // namespace nianbao
