// UTF-8 text: decoding, width, folding and likeness. All strings inside the program are valid UTF-8;
// intake is where that is made true.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

bool is_valid_utf8(std::string_view text);

// The code point at `position`, which moves past it. A broken sequence yields U+FFFD and moves by one byte.
char32_t next_code_point(std::string_view text, std::size_t& position);
void append_utf8(std::string& out, char32_t code_point);
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

// Characters, not bytes.
std::size_t count_characters(std::string_view text);

// Columns in a fixed-width font: 2 for wide and full-width characters, 0 for combining marks, else 1.
int display_width(char32_t code_point);
int display_width(std::string_view text);

// Without white space at both ends: ASCII blanks, U+00A0, U+3000, U+FEFF.
std::string_view trim(std::string_view text);

// Full-width ASCII and the ideographic space become their half-width twins: "２０２４　年" -> "2024 年".
std::string fold_width(std::string_view text);

// Without any white space: ASCII blanks, U+00A0, U+2000–200B, U+3000, U+FEFF.
std::string without_blanks(std::string_view text);

// ASCII letters small, all else as it is.
std::string small_letters(std::string text);

// An opening or a closing bracket of any kind and width that parts of names stand in: ( （ 〈 《 【 [ …
bool opens_bracket(char32_t code_point);
bool closes_bracket(char32_t code_point);

// The form in which names and headings are compared: width folded, all white space removed, brackets and
// the middle dot in one shape, ASCII letters small.
std::string name_key(std::string_view text);
// One character of it; 0 for white space and what is_zero_width.
char32_t name_character(char32_t code_point);

// Takes no room on paper: zero-width blanks and joiners, soft hyphens, marks of direction, variation
// selectors.
bool is_zero_width(char32_t code_point);

// Steps of insertion, deletion, replacement or swap of neighbours between two texts, in characters.
int edit_distance(std::string_view left, std::string_view right);

// The candidate most like `text`, or null when none is alike (more than a third of its characters differ).
const std::string* find_nearest(std::string_view text, const std::vector<std::string>& candidates);

// At most that many bytes (4 or more), cut between characters and ended with … where something was cut.
std::string cut_text(std::string_view text, std::size_t most);

std::vector<std::string_view> split(std::string_view text, char separator);
bool starts_with(std::string_view text, std::string_view head);
bool ends_with(std::string_view text, std::string_view tail);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

}  // namespace nianbao
