// Whether the list of annexes (附件说明) and the annexes of a written report agree. A name that is listed and
// begins no page sends readers to what is not there; one that the list does not have lets its text run on
// under the annex before it. Both are M-02, at the line of the pack that is to be put right.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "report/document.h"
#include "rules/pack_runtime.h"

namespace nianbao {

// A section that a later pack wrote anew.
struct AnnexSection {
  std::string id;
  std::size_t pack = 0;  // that did, by its place in the chain
  Place place;
};

// `order_of`: the place of a pack in the chain.
std::vector<Diagnostic> annex_faults(const std::vector<AnnexCall>& calls,
                                     const std::vector<AnnexSection>& rewritten,
                                     const std::function<std::size_t(const std::string&)>& order_of,
                                     const std::vector<Block>& blocks);

}  // namespace nianbao
