// Why a place {{ }} in a text cannot be evaluated, in words of who writes it: she types Chinese punctuation,
// leaves out brackets and quotation marks, and knows no Lua.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

struct PlaceFault {
  std::string reason;
  std::string hint;
};

// What its characters alone show: full-width signs, brackets and quotation marks that do not pair, dates and
// Chinese words without quotation marks. Empty where they show nothing.
std::optional<PlaceFault> find_writing_fault(std::string_view expression);

// The failure of its evaluation: `message` as Lua or a function gave it.
PlaceFault explain_failure(std::string_view expression, std::string message);

// "share(部分, 总数, 位数)"; empty for what is no function of places.
std::string_view usage_of(std::string_view function);

}  // namespace nianbao
