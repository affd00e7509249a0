// What a character may do at the edges of a line: the 避头尾 table of Chinese typesetting, kept here because
// the general line-breaking tables let — · ～ start a line and tear numbers from what belongs to them.
#pragma once

namespace nianbao {

// ，。、）》” … — · ～ and their like: never the first of a line.
bool cannot_start_line(char32_t character);
// （《“ ￥ and their like: never the last of a line.
bool cannot_end_line(char32_t character);
// Closing marks whose right half is blank in Chinese fonts, and opening marks whose left half is: these give
// way when a line is a little too long.
bool is_blank_behind(char32_t character);
bool is_blank_before(char32_t character);

// Letters, digits and the signs between them: characters that stand in numbers, words, addresses; half-wide
// and full-wide.
bool is_run_character(char32_t character);
bool is_digit(char32_t character);
bool is_letter(char32_t character);
// After one of these an overlong run is cut first: / . @ - , _ ; and the signs of an address.
bool is_run_separator(char32_t character);

// Has no shape of its own: controls, joiners, variation selectors, byte-order marks.
bool is_invisible(char32_t character);
// U+0020 and its kin that vanish at the end of a line; the ideographic space is no blank, it has its cell.
bool is_blank(char32_t character);

}  // namespace nianbao
