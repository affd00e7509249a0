// The compiler's own paragraphs: the Markdown files of [text], read into blocks.
#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "reporter/compile.h"
#include "reporter/workspace.h"
#include "rules/rule_book.h"

namespace nianbao {

// By section, as written: places {{ }} are not filled in yet, and there are no blocks. A file that cannot be
// read as text is reported (L-03, L-05, L-07) and left out.
std::map<std::string, SectionText> read_section_texts(const Workspace& workspace, Diagnostics& diagnostics);

// Fills in the places with the figures and reads the Markdown into blocks.
void bind_section_texts(Compilation& compilation, Diagnostics& diagnostics);

}  // namespace nianbao
