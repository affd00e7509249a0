// What happened to an application between receipt and closing: the columns that the legal clock reads.
#pragma once

#include "calendar/clock.h"
#include "intake/ledger_row.h"

namespace nianbao {

// Corrections may stand several in a cell (“2024-03-01；2024-04-02”), consultations as periods or as the pair
// 征求意见开始, 征求意见结束. What cannot be read is L-01 at its cell and left out.
void read_events(LedgerRow& row, ClockEvents& events);

}  // namespace nianbao
