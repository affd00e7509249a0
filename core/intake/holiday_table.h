// The holiday table of a pack: holidays.csv with the columns date, name, day_off (1 a day off, 0 a weekend
// day that is worked), as the State Council's yearly notice has them.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/working_days.h"

namespace nianbao {

// Appends the lines of the file. A line that cannot be read is M-01 at its place and left out.
void read_holidays(const std::string& path, const std::string& shown_name, std::vector<Holiday>& table,
                   Diagnostics& diagnostics);

}  // namespace nianbao
