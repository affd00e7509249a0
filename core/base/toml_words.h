// What is wrong with a TOML file, in Chinese: the parser says it in English.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// From the parser's description: a key written twice is named, what else is known is said; "这一行的写法不对"
// for the rest.
std::string toml_fault_in_words(std::string_view description);

}  // namespace nianbao
