// What a locality's pack says of the headings of a ledger: other names for standard columns, and columns of
// its own behind them (model/extra_column.h).
#pragma once

#include <string>
#include <vector>

#include "intake/ledger_row.h"
#include "intake/ledger_shape.h"
#include "intake/ledgers.h"

namespace nianbao {

// The shape under these headings. A heading that is an extra column stands for no standard one. C-02, at the
// pack's line, for a standard heading that the ledger does not have, and for one that is said to be another.
LedgerShape localised(LedgerShape shape, const LedgerSource& source, Diagnostics& diagnostics);

// The extra cells of a row, in the order of `extra`, whose first column is `first`: "2024-03-01", "12", "是",
// "邮寄"; empty for a blank or "/". What cannot be read is L-01 and comes back empty; the row stays in, for
// nothing of the form needs it.
void read_extras(LedgerRow& row, int first, const std::vector<ExtraColumn>& extra,
                 std::vector<std::string>& values);

}  // namespace nianbao
