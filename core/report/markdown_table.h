// Pipe tables: a heading row, a row of dashes, rows of cells. Cells hold text; a blank cell stays blank.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/markdown_inline.h"

namespace nianbao {

// The cells of "| a | b |", as written: a `\|` and a `|` inside {{ … }} do not split.
std::vector<std::string_view> split_table_row(std::string_view line);

// The columns' alignments when `line` is a row of dashes ("| :-- | --: |"); empty otherwise.
std::optional<std::vector<Align>> read_table_rule(std::string_view line);

struct TableText {
  int line = 0;                         // of the heading row; the rule follows it
  std::vector<Align> aligns;            // one per column
  std::vector<std::string_view> lines;  // heading row, then the body rows
};

// A row with too many cells is a finding; the surplus goes into its last cell.
Table build_table(const TableText& text, const std::string& name, MarkupFindings& findings);

}  // namespace nianbao
