// P-01: what would make a person known in what would be published: numbers of persons, and names and
// references of the request ledger. Packs have no say in it.
//
// No finding holds what it found: numbers are masked, names are told by their place in the text and by the
// ledger's row. The ledger is read once more for this, row by row, and nothing of it is kept but the places
// where it was found. A name that may stand there by chance is the warning N-25 (name_finder.h).
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "reporter/compile.h"
#include "reporter/workspace.h"

namespace nianbao {

// The names and references that were found for certain: no other finding may quote them.
std::vector<std::string> check_personal_data(const Workspace& workspace, const Compilation& compilation,
                                             const Progress& progress, Diagnostics& diagnostics);

// The same for what the written report prints of the ledger of reviews.
std::vector<std::string> check_printed_reasons(const Workspace& workspace, const Compilation& compilation,
                                               const Progress& progress, Diagnostics& diagnostics);

// Once every finding is made: names and references of the ledger that a finding quotes, out of a wrong column
// or a place in a text, become ***.
void conceal_applicants(const Workspace& workspace, const Compilation& compilation, const Progress& progress,
                        Diagnostics& diagnostics);

inline constexpr const char* kConcealedGroup = "（姓名已隐去）";
// Groups of applications that bear one of the names become one group without.
void conceal_groups(const std::vector<std::string>& names, Figures& figures);

}  // namespace nianbao
