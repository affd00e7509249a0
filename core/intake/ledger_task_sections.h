// Rows between the tasks that only say under which task the rows below stand: "一、…" or "（一）…" in one
// cell, often merged over the whole row. What such a row says is explicit; a blank 一级任务 alone takes over
// nothing.
#pragma once

#include <string>
#include <vector>

#include "intake/ledger_row.h"

namespace nianbao {

class TaskSections {
 public:
  // Whether the row is a section: one cell of the ledger's columns through `last_column` is filled, it is one
  // of `columns`, and its text is numbered like a section.
  bool take(const LedgerRow& row, const std::vector<int>& columns, int last_column);

  // Of the last section rows on this sheet; empty without one.
  const std::string& area() const { return area_; }
  const std::string& part() const { return part_; }

 private:
  std::string file_, sheet_;
  std::string area_, part_;
};

}  // namespace nianbao
