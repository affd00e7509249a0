// A report on its way: the workspace compiled, checked by the rules, and told as a neutral document.
// Everything that can be wrong is known when this is done; writing it adds no finding.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "export/pdf_export.h"
#include "report/document.h"
#include "reporter/compile.h"
#include "reporter/reporter.h"

namespace nianbao {

struct DraftReport {
  Workspace workspace;
  Compilation compilation;
  Document document;  // without sheets: these show the findings
  std::unique_ptr<FontSet> fonts;
};

// `with_hashes`: inputs are hashed for provenance. Empty when report.toml or the packs' chain stop the run.
std::optional<DraftReport> draft_report(const std::string& folder, bool with_hashes, const Setup& setup,
                                        Diagnostics& diagnostics);

// Findings, counts and status of a run that came to its end.
Outcome outcome_of(const Diagnostics& diagnostics);
// Of a run that did not begin: status 2, and the sentence that says why.
Outcome refused(std::string why);

}  // namespace nianbao
