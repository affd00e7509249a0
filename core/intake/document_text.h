// A text dump as lines. A line that begins with a tab begins a cell; a blank line before it begins a new row
// of the table. Lines without a tab are paragraphs, unless the next cell follows on them without a blank
// line: then they are further paragraphs of the cell before (several units, one below the other).
#pragma once

#include "intake/document_lines.h"

namespace nianbao {

std::optional<std::vector<DocumentLine>> read_text_document(const std::string& path,
                                                            const std::string& shown_name,
                                                            Diagnostics& diagnostics);

}  // namespace nianbao
