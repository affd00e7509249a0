// Chooses how a table is set: upright or turned, and the font size, so that every column holds its numbers
// unbroken and a table that must be whole is whole.
#pragma once

#include "layout/flow_unit.h"

namespace nianbao {

// Turns a table that is too wide for an upright page in the smallest type.
void choose_direction(FlowTable& table);

// Sets the table in its direction. `keep_whole`: the font goes down to 7 pt until the table stands within
// `room` (caption and notes included). Where even that is too high, the table is set as one that may be
// parted.
void fit_table(FlowTable& table, bool keep_whole, double room);

// The height that a page has for the rows of this table.
double row_room(const FlowTable& table);

}  // namespace nianbao
