// The codes of the checks that a Lua file writes down, read without running it: what is not checked where the
// file does not load. A reading for people; only words are looked at, so that a file that does not compile
// is read, too. A code that a declaration names by mistake (tighten { code = … }) is no check of the file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

// Of `check { code = "LW-01" … }` and `asks.once { code = … }`, outside of comments, that begin with the
// pack's `prefix` and a hyphen (any, where it is empty); each once, in order; about a hundred at most.
std::vector<std::string> declared_codes(std::string_view source, std::string_view prefix);

}  // namespace nianbao
