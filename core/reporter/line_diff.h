// What changed between two texts, line by line, as people compare them: "- " was expected, "+ " came out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

// The changed lines in order, by a longest common subsequence; empty for equal texts. At most `most` lines,
// then one that says how many more there are.
std::vector<std::string> changed_lines(std::string_view expected, std::string_view found, std::size_t most);

// The same of a report as text, each run of changes behind the heading ("# …") that it stands under, as
// "  在“四、…”"; headings are not counted among `most`.
std::vector<std::string> changed_lines_under_headings(std::string_view expected, std::string_view found,
                                                      std::size_t most);

}  // namespace nianbao
