// The rules and the calendar under which a workspace is counted.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "calendar/working_days.h"
#include "reporter/reporter.h"
#include "reporter/workspace.h"
#include "rules/rule_book.h"

namespace nianbao {

// Why there is no such pack, and the nearest or all; empty where there is one.
struct UnknownLocality {
  std::string reason, hint;
};
std::optional<UnknownLocality> unknown_locality(const std::string& id, const std::string& plugins_folder);

// The locality's chain; where its packs are broken the national rules alone, so that the rest is still
// checked. Empty, with C-02, when there is no such locality: then report.toml is wrong.
std::optional<RuleBook> load_rules(const std::string& plugins_folder, const std::string& locality,
                                   Diagnostics& diagnostics);

// What a pack changes of the rules before it in the way a workspace is counted.
struct PackChange {
  std::string sentence;
  Place place;  // of a heading: where the pack says so
};
using PackChanges = std::vector<PackChange>;

// The sentences to print. A heading that its ledger refused, a finding at the pack's line, changes nothing,
// nor does one that no file has: `headings` are the places of those that were found.
std::vector<std::string> sentences_of(const PackChanges& changes, const std::vector<Place>& headings,
                                      const Diagnostics& diagnostics);

// The days off and worked that the packs of the chain list; what a later pack says of a day holds, and is
// said.
WorkingDays calendar_of(const RuleBook& rules, PackChanges& changes, Diagnostics& diagnostics);

// Tells the workspace's ledgers the headings that the packs declare.
void take_fields(const RuleBook& rules, Workspace& workspace, PackChanges& changes);

}  // namespace nianbao
