// Shares in percent, exactly: no floating point between two counts and the text that is printed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace nianbao {

// part / whole in percent with two decimals, half up: "94.12", "100.00". Empty unless `whole` is positive and
// `part` is not negative.
std::optional<std::string> percent_text(std::int64_t part, std::int64_t whole);

}  // namespace nianbao
