// Whether the dates of one application can be true together (N-20). The clock counts on with what is written,
// so that a forgotten or mistyped date shows only as a wrong limit: these warnings name it at its cell.
//
// Invariant: at most one warning a row and column. A ledger without a column says nothing of it; a cell that
// could not be read was reported already and proves nothing.
#pragma once

#include <optional>

#include "calendar/clock.h"
#include "intake/ledger_row.h"
#include "model/official_form.h"

namespace nianbao {

// When the application came and how it ended.
struct RequestSpan {
  Date received;
  std::optional<Date> closed;
  int closing_column = 0;  // 答复日期 or 办结日期, whichever counts
  std::optional<Row3> outcome;
};

void warn_of_order(LedgerRow& row, const RequestSpan& span, const ClockEvents& events);

}  // namespace nianbao
