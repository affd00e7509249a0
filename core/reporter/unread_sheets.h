// The sheets of workbooks that no ledger of the run has read (N-19), which nothing else would tell: one
// workbook may hold several ledgers, so that only the end of the reading shows which are left.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "intake/ledgers.h"

namespace nianbao {

class UnreadSheets {
 public:
  void add(const LedgerOutcome& outcome);
  void report(Diagnostics& diagnostics) const;

 private:
  using Sheet = std::pair<std::string, std::string>;  // file, sheet

  std::set<Sheet> read_, others_;
};

}  // namespace nianbao
