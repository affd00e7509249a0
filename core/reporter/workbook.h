// The sheets of the workbook as neutral tables: the official tables, units × rows, the tidy long list with
// its codebook, problems and provenance.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "report/document.h"
#include "reporter/compile.h"

namespace nianbao {

std::vector<Sheet> workbook_sheets(const Compilation& compilation, const std::vector<Diagnostic>& findings);

// One line per figure: year, issuer, unit, table, row, column, value, state. The csv export is this table.
Table long_table(const Compilation& compilation);

}  // namespace nianbao
