// A document as one sequence of lines: paragraphs of text, and rows of table cells. Text dumps, .docx and
// tables (.xlsx, .csv) all become this, and what reads documents of tasks knows no file format.
//
// Invariant: text is valid UTF-8 without control characters other than line breaks inside a cell; lines
// without anything in them are left out, their numbers are missing in the sequence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace nianbao {

struct DocumentCell {
  std::string text;    // its paragraphs, one a line
  std::string merged;  // what a cell merged downwards over this one says; empty elsewhere
};

struct DocumentLine {
  std::int64_t number = 0;  // line of the text, row of the sheet, or paragraph or row of the .docx, from 1
  std::string sheet;        // of a workbook
  bool is_row = false;      // of a table; else a paragraph, the one cell
  std::vector<DocumentCell> cells;

  // The paragraph, or the only filled cell of a row; null for other rows. A sheet has its titles in rows.
  const std::string* only_text() const;
};

// What a document may hold; more is L-10. The longest of the kind has a few hundred lines.
inline constexpr std::size_t kMaxDocumentBytes = 8UL * 1024 * 1024;
inline constexpr std::size_t kMaxDocumentLines = 200000;

// By content; the name must agree. Empty with L-03 (undecodable), L-05 (missing), L-06 (nothing in it), L-07
// (another format), L-08 (encrypted), L-09 (truncated or corrupt), L-10 (over a limit) or L-12 (a folder,
// device or pipe) reported.
std::optional<std::vector<DocumentLine>> read_document_lines(const std::string& path,
                                                             const std::string& shown_name,
                                                             Diagnostics& diagnostics);

}  // namespace nianbao
