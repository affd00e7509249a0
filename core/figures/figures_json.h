// figures.json in and out (schema nianbao/figures/1, templates/figures.schema.json).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "figures/figures.h"

namespace nianbao {

// Keys in the order of the schema, two spaces, one row of a table per line, a line feed at the end.
std::string write_figures_json(const Figures& figures);

// Reads what this program or a person wrote. null is blank, "n/a" is 不适用, a number that is no count is
// kept as invalid (V-02); an unknown key is a note N-02. Empty, with errors reported (C-02, place.file and
// line), when the text is no JSON, not of this schema, or a known key holds the wrong type.
std::optional<Figures> read_figures_json(std::string_view text, const std::string& file,
                                         Diagnostics& diagnostics);

}  // namespace nianbao
