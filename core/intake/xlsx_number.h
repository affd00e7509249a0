// Numbers as a sheet's XML keeps them, in the form in which people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

// The shortest decimal text of the number: "1E+05" gives "100000", "0.10000000000000001" gives "0.1". Whole
// numbers written with digits alone stay digit for digit; all else keeps at most 15 significant digits, as
// spreadsheets show them. The view is `text` itself or lies in `scratch`. Empty when it is no number.
std::optional<std::string_view> plain_number(std::string_view text, std::string& scratch);

std::optional<double> parse_double(std::string_view text);

}  // namespace nianbao
