// P-01: what would make a person known in what would be published: numbers of persons, and names and
// references of the request ledger. Packs have no say in it.
//
// No finding holds what it found: numbers are masked, names are told by their place in the text and by the
// ledger's row. The ledger is read once more for this, row by row, and nothing of it is kept but the places
// where it was found. A name that may stand there by chance is the warning N-25 (name_finder.h).
#pragma once

#include "base/diagnostic.h"
#include "reporter/compile.h"
#include "reporter/workspace.h"

namespace nianbao {

void check_personal_data(const Workspace& workspace, const Compilation& compilation, const Progress& progress,
                         Diagnostics& diagnostics);

}  // namespace nianbao
