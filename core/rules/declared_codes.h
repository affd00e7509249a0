// The codes of the checks that a Lua file writes down, read without running it: what is not checked where the
// file does not load. A reading for people; only words are looked at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

// Of `code = "LW-01"`, outside of comments; each once, in order; about a hundred at most.
std::vector<std::string> declared_codes(std::string_view source);

}  // namespace nianbao
