// What a ledger looks like: its columns by their canonical headings, the other headings under which they go,
// and which of them have to be there. Each ledger_<name>.cpp declares its own shape beside the enum that
// numbers its columns; a column's number is its place in `columns`.
//
// Every heading that the manual names for a ledger is declared, also where nothing is made of it yet: what is
// declared is never called strange.
#pragma once

#include <string>
#include <vector>

namespace nianbao {

struct LedgerColumn {
  std::string heading;                // canonical
  std::vector<std::string> synonyms;  // mean the same, read silently
  std::vector<std::string> doubtful;  // mean something near: read in its place with warning L-04
};

struct LedgerShape {
  std::string key;    // as in [fields.requests]
  std::string title;  // as users call it
  std::vector<LedgerColumn> columns;
  std::vector<std::vector<int>> needed;  // of each group at least one column
  int key_column = 0;                    // names the record: blank, or 合计, in rows that are none
  // Where a cell merged downwards speaks for every row that it covers. In other columns, as in every csv,
  // what is blank stays blank.
  std::vector<int> spread = {};
};

}  // namespace nianbao
