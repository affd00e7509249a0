// The charts of the year as values: report and workbook show the same ones. Empty where the figures say
// nothing that could be drawn.
#pragma once

#include <optional>

#include "figures/figures.h"
#include "report/document.h"

namespace nianbao {

// Applications closed in each month, in time and late.
std::optional<Chart> times_chart(const Figures& figures);
// Applications by working days until they were closed, five days together.
std::optional<Chart> days_chart(const Figures& figures);
// Tasks by area and how they stand; the parts of a bar add up to the tasks of the area.
std::optional<Chart> tasks_chart(const Figures& figures);
// Activities planned and held, by class.
std::optional<Chart> activities_chart(const Figures& figures);

}  // namespace nianbao
