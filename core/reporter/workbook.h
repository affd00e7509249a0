// The sheets of the workbook as neutral tables: the official tables, units × rows, the tidy long list with
// its codebook, problems and provenance.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "report/document.h"
#include "reporter/compile.h"

namespace nianbao {

std::vector<Sheet> workbook_sheets(const Compilation& compilation, const std::vector<Diagnostic>& findings);

// The units that have figures, in the order of the register; those it does not know follow by name.
std::vector<std::pair<std::string, UnitTablesOfYear>> units_in_order(const Compilation& compilation);

// One line per figure: year, issuer, unit, table, row, column, value, state. The csv export is this table.
Table long_table(const Compilation& compilation);

}  // namespace nianbao
