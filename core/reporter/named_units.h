// The list of names of a pack (units.csv: how the document of the place names its units), where the body has
// no register of its own. What it may be used for stands in model/unit_register.h; nothing here changes a
// figure but that one unit under two names is counted under one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/unit_register.h"
#include "reporter/compile.h"
#include "reporter/workspace.h"
#include "rules/rule_book.h"

namespace nianbao {

// A pack by its id, and where it is.
struct PackFolder {
  std::string id, folder;
};
// The file of the last pack of the chain that has one; what is no regular file is not read (M-01 of the
// chain).
std::optional<NamedFile> units_file(const std::vector<PackFolder>& chain);
UnitRegister read_named_units(const NamedFile& file, Diagnostics& diagnostics);

// Tells the workspace where the packs name the units; nothing where the body has a register of its own.
void take_units(const RuleBook& rules, Workspace& workspace);

// When everything is counted: which units of the list are due, and, in one note, which units it lacks. Due is
// who has records, unless more may stand under another name: a likely misspelling, or 各部门 as host.
void compare_with_list(Compilation& compilation, Diagnostics& diagnostics);

}  // namespace nianbao
