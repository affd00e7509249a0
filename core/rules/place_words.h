// Cells of the official tables as the report's annex calls them: what exceptions are for is read by people.
#pragma once

#include <string>

namespace nianbao {

// "table3.total.*" -> 表三“（七）总计”各列; "table2.licence" -> 表二“行政许可”. A place outside of the
// tables, and one that is none, comes back as it is.
std::string place_in_words(const std::string& cell);

}  // namespace nianbao
