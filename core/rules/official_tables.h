// The three official tables as neutral tables: merged headings and labels letter for letter as in the form of
// 国办公开办函〔2021〕30号 (table 三: 2019 rows where the figures are of the 2019 form), totals with their
// derivation.
#pragma once

#include <optional>

#include "figures/figures.h"
#include "report/document.h"

namespace nianbao {

// A blank prints as a blank, 不适用 as "/". An absent table has its headings and blank cells.
Table official_table2(const std::optional<Table2>& values);
Table official_table3(const std::optional<Table3>& values);
Table official_table4(const std::optional<Table4>& values);

}  // namespace nianbao
