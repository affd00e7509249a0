// Findings as the JSON array of problems.json and of --format json.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace nianbao {

std::string write_findings_json(const std::vector<Diagnostic>& findings);

}  // namespace nianbao
