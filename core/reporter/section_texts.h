// The compiler's own paragraphs: the Markdown files of [text], read into blocks.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "reporter/compile.h"
#include "reporter/workspace.h"
#include "rules/rule_book.h"

namespace nianbao {

// One file, as it was written: places {{ }} are not filled in yet, and there are no blocks. Empty, with L-03,
// L-05 or L-07 reported, when it cannot be read as text.
std::optional<SectionText> read_section_text(const NamedFile& file, Diagnostics& diagnostics);

// The blocks of the text of a section; what is wrong with its Markdown is reported.
std::vector<Block> section_blocks(const std::string& section, const SectionText& text,
                                  Diagnostics& diagnostics);

// Those of [text], by section, as they were written.
std::map<std::string, SectionText> read_section_texts(const Workspace& workspace, Diagnostics& diagnostics);

// Fills in the places with the figures and reads the Markdown into blocks.
void bind_section_texts(Compilation& compilation, Diagnostics& diagnostics);

}  // namespace nianbao
