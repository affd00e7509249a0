// The Markdown that compilers write: headings, paragraphs, lists, emphasis, tables, links (a subset of
// CommonMark).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "report/document.h"

namespace nianbao {

// `top_level` is the document level of a "#" heading (a section's text starts at 2, under 一、).
// A hard line break begins a new paragraph, as does a line set in by two full-width blanks; a soft one is
// gone between Chinese characters. Raw HTML, images and code fences are not taken: each is a finding C-02 at
// its line, and the text stands as written.
std::vector<Block> read_markdown(std::string_view text, int top_level, const std::string& file,
                                 Diagnostics& diagnostics);

}  // namespace nianbao
