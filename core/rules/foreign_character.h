// The commonest slip of those who write packs: Chinese punctuation, digits or names in code.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// What to write instead of a sign that a Chinese keyboard types full-width; 0 for any other character.
char half_width_of(char32_t c);

// What is wrong with the first character outside ASCII in `line` that stands in no text and no comment, and
// what to write instead; empty when there is none.
std::string foreign_character(std::string_view line);

// The line of `code`, from 1.
std::string_view line_of(std::string_view code, int line);

}  // namespace nianbao
