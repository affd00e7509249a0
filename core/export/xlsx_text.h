// Text as a workbook can hold it. XML 1.0 has no control characters, Excel decodes "_x0041_" inside strings
// and holds 32,767 UTF-16 units in a cell: text that meets these limits is changed visibly, never silently.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/document.h"

namespace nianbao {

inline constexpr std::size_t kLongestCell = 32767;    // UTF-16 units
inline constexpr std::size_t kLongestSheetName = 31;  // UTF-16 units

// Control characters become their pictures (␀ …), broken UTF-8 U+FFFD, CR and CRLF a line feed. What is too
// long ends with a remark that says how many characters are missing.
std::string cell_text(std::string_view text);

// A reader who edits such a cell, or a program that exports it, could take it for a formula.
bool looks_like_formula(std::string_view text);

std::size_t utf16_length(std::string_view text);

// Lines that the text takes in `width` half-width columns: Chinese breaks anywhere, Latin words stay whole.
int wrapped_lines(std::string_view text, double width);
// Half-width columns of the widest line, and of the widest part that cannot be broken.
int widest_line(std::string_view text);
int widest_word(std::string_view text);

// One valid name per sheet, each different without regard to case: forbidden characters are replaced, long
// names cut, repeated ones numbered.
std::vector<std::string> sheet_names(const std::vector<Sheet>& sheets);
// 'name' as formulas and defined names write it.
std::string quoted_sheet(const std::string& name);

// "table3" -> "Table_3": a name that no spreadsheet takes for a cell. Empty when nothing of it can be used.
std::string defined_name(std::string_view table);

}  // namespace nianbao
