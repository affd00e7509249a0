// The judgement on the headings of one sheet: which of its columns are columns of the ledger, whether all
// that are needed are there (L-02), and what only resembles a known heading (L-04).
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "intake/ledger_headings.h"

namespace nianbao {

struct SheetHead {
  bool fits = false;          // every needed column is there, and none twice
  bool meant = false;         // looks like this ledger, though it may lack a column
  int matched = 0;            // columns of the ledger that were recognised
  std::size_t rows_used = 0;  // head rows down to the last heading; what follows is data
  FieldMap fields;
  std::vector<Diagnostic> findings;
};

// `sheet` names file and sheet. Notes the headings in `names` where the sheet is meant to be this ledger.
SheetHead judge_head(HeadingNames& names, const std::vector<HeadRow>& rows,
                     const std::vector<MergedArea>& merged, const Place& sheet);

}  // namespace nianbao
