// Cells that list units (牵头部门, 责任单位, 主办单位), and notes that many rows would repeat: each is said
// once, where it is met first, with the number of rows.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "intake/ledger_row.h"
#include "intake/ledger_values.h"
#include "model/unit_list.h"

namespace nianbao {

class CountedNotes {
 public:
  // The first of one code and message is kept with its place, the others are counted.
  void add(Diagnostic note);
  // In the order of code and message.
  void report(Diagnostics& diagnostics) const;

 private:
  static constexpr std::size_t kMost = 1000;  // of one run; what comes beyond is counted by code
  std::map<std::string, Diagnostic> notes_;
  std::map<std::string, Diagnostic> rest_;  // by code: the first beyond kMost
};

class UnitListReader {
 public:
  // Both must outlive the reader.
  UnitListReader(const UnitRegister& units, CountedNotes& notes);

  // The members, each once; empty for a blank cell and for "/". Reports U-01 for every unknown name (by a
  // list of names only for those like one of it), and N-16 for a group without known members.
  std::vector<std::string> read(LedgerRow& row, int column);

 private:
  const UnitRegister& units_;
  CountedNotes& notes_;
  NearestWord nearest_;
  UnlistedUnits unlisted_;
  TextMemory<UnitList> memory_;
};

}  // namespace nianbao
