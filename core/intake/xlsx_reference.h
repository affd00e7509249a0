// Places and numbers as the XML of a sheet writes them: "BC12", "A1:D2", "17".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "intake/grid.h"

namespace nianbao {

// Digits alone, up to 18 of them.
std::optional<std::int64_t> parse_index(std::string_view text);

struct XlsxReference {
  std::int64_t row = 0;  // 0: not given
  int column = 0;        // 0: not given; kMaxGridColumns + 1: beyond the last
};

// "BC12", "$BC$12", "BC". Empty when it is none of these.
std::optional<XlsxReference> parse_reference(std::string_view text);

// "A1:D2". Empty unless both corners lie in the sheet, in order.
std::optional<MergedArea> parse_area(std::string_view text);

}  // namespace nianbao
