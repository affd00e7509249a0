// Files of figures that last year's run, a unit or a person wrote.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "figures/figures.h"
#include "reporter/workspace.h"

namespace nianbao {

// The figures that last year's run or a person wrote. Empty with the fault reported.
std::optional<Figures> read_figures_file(const NamedFile& file, Diagnostics& diagnostics);

// Whether `previous` can be last year of `year`; if not, the fault is reported.
bool is_last_year(const Figures& previous, int year, const std::string& file, Diagnostics& diagnostics);

// The whole file, or empty.
std::optional<std::string> read_text_file(const std::string& path);

}  // namespace nianbao
