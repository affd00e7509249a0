// The function `report` that a check calls once for every place where its rule is broken.
#pragma once

#include <lua.hpp>

namespace nianbao {

// report{ message=, hint=, cell=, at=, left=, right=, basis=, severity=, count= }
//   message   what is wrong, with the numbers found
//   cell      the figure by its JSON name: "table3.total.enterprise"
//   at        the place in a file: a `place` of the host or a table with file, sheet, row, column, heading,
//   unit left, right   both sides of a comparison, first-named first basis, severity   where they differ from
//   the check's own
int report_finding(lua_State* lua);

}  // namespace nianbao
