// What the legal clock finds fault with (K-01 … K-07), said of the record: warnings, never errors, for the
// report must be true and need not be flattering.
#pragma once

#include <set>
#include <string>

#include "base/diagnostic.h"
#include "calendar/clock.h"
#include "model/records.h"

namespace nianbao {

// K-01 … K-06 of one application whose clock was read on `until`.
void report_clock(const Request& request, const Place& place, const ClockReading& clock, Date until,
                  Diagnostics& diagnostics);

// K-07: years that the count went through and the holiday table does not have; one finding for years in a
// row, for a mistyped date may lie far back.
void report_missing_years(const std::set<int>& years, Diagnostics& diagnostics);

}  // namespace nianbao
