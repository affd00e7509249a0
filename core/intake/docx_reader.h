// A .docx as lines: its paragraphs and the rows of its tables, in the order of the text. What was deleted or
// moved away under revision marks, the codes of fields, headers, footers and footnotes are no text of the
// document. A table within a cell is text of that cell. Numbers that Word counts by itself stand in front of
// their paragraphs (intake/docx_numbering.h).
#pragma once

#include "intake/document_lines.h"

namespace nianbao {

// Whether the package at `path` holds a text document; false also for what is no package.
bool is_docx(const std::string& path);

// The number of a line is that of the paragraph or of the row of a table, whichever it is, from 1.
std::optional<std::vector<DocumentLine>> read_docx(const std::string& path, const std::string& shown_name,
                                                   Diagnostics& diagnostics);

}  // namespace nianbao
