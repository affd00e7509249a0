// Tables 二, 三 and 四 against what packs printed: each once, whole and unchanged, in its own section and in
// order, and no table beside it that looks like it and says something else.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "figures/figures.h"
#include "report/document.h"

namespace nianbao {

struct OfficialFault {
  int table = 0;  // 2, 3 or 4
  std::string message, hint;
  std::optional<std::size_t> block;  // of the report that is at fault; none where a table is missing
};

// `is_whole`: every section could be written. Where not, a table that is missing has been explained.
std::vector<OfficialFault> official_faults(const Figures& figures, const std::vector<Block>& blocks,
                                           bool is_whole);

}  // namespace nianbao
