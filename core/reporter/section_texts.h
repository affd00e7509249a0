// The compiler's own paragraphs: the Markdown files of [text], read into blocks.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "reporter/workspace.h"
#include "rules/rule_book.h"

namespace nianbao {

// One file, as the text of `section`. What cannot be read as text goes to `diagnostics`, what is wrong with
// its Markdown to `of_markup`.
std::optional<SectionText> read_section_text(const NamedFile& file, const std::string& section,
                                             Diagnostics& diagnostics, Diagnostics& of_markup);

// By section. A file that cannot be read as text is reported (L-03, L-05, L-07) and left out.
std::map<std::string, SectionText> read_section_texts(const Workspace& workspace, Diagnostics& diagnostics);

}  // namespace nianbao
