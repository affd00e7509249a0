// The records behind a figure, found by reading the ledgers once more: nothing is kept while they are
// counted.
#pragma once

#include "figures/figure_place.h"
#include "reporter/compile.h"
#include "reporter/explain_output.h"

namespace nianbao {

// What both readings need: the workspace, its units and what was counted.
struct ExplainInput {
  const Workspace& workspace;
  const WorkingDays& calendar;
  const Compilation& compilation;
};

// Every record that the figure counts, in the order of its ledger, then the tables that units filed.
void explain_figure(const ExplainInput& input, const FigurePlace& place, ExplainOutput& output);

// "表三 新收 自然人": the figure as people name it.
std::string figure_in_words(const FigurePlace& place);

}  // namespace nianbao
