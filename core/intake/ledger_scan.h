// Streams the data rows of a ledger's files, in order: opens each file, finds the sheets that are this
// ledger, skips what is no record (titles, blank rows, totals, notes, headings pasted again) and hands on the
// rest.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "intake/grid.h"
#include "intake/ledger_row.h"
#include "intake/ledger_shape.h"
#include "intake/ledgers.h"
#include "model/unit_register.h"

namespace nianbao {

// How a file of a ledger becomes sheets; tests put sheets of their own in its place.
using GridOpener = std::function<std::vector<std::unique_ptr<GridReader>>(const LedgerFile&, Diagnostics&)>;

// The named sheet, or every visible one.
std::vector<std::unique_ptr<GridReader>> open_ledger_file(const LedgerFile& file, Diagnostics& diagnostics);

struct LedgerInput {
  const LedgerSource& source;
  Diagnostics& diagnostics;
  GridOpener open = open_ledger_file;
};

using RowTaker = std::function<void(LedgerRow&)>;

// Rows that failed in `take` count as left out.
LedgerOutcome scan_ledger(const LedgerInput& input, const LedgerShape& shape, const RowTaker& take);

}  // namespace nianbao
