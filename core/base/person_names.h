// What the characters of a name say by themselves: surnames, and words of everyday prose that are somebody's
// name, too. Whether a text is a person's name nobody can tell for certain; what is asked here is whether it
// may be one.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

bool is_chinese_character(char32_t c);

// Surnames of one character that scarcely stand in prose as anything else (王), and those that mostly do
// (于).
std::u32string_view plain_surnames();
std::u32string_view common_surnames();

// Two characters: 安全, 文明.
bool is_everyday_word(std::u32string_view word);

// 2 to 4 Chinese characters beginning with a surname, and no word of everyday prose or name of a body.
bool may_be_person_name(std::u32string_view text);

// A cell that is quoted, with what may be a person's name or the identifier of a person as its first
// character and stars: 王**. `with_identifiers` false leaves those, for columns that hold numbers of files.
std::string without_person(std::string_view text, bool with_identifiers);

}  // namespace nianbao
