// sum{a, b, c} of cells, and the sums of a group's rows, column by column: sum(table3.refused).total. A blank
// or 不适用 counts as 0 only where another addend is a number; else the sum is blank. With last year's
// nothing known among the addends, so is the sum.
#pragma once

#include <lua.hpp>

namespace nianbao {

int sum_values(lua_State* lua);

}  // namespace nianbao
