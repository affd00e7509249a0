// Puts the cells of an official table where they stand, and gives a total its derivation when it has one.
//
// Invariant: `take` returns the cells in reading order; a derivation (sum_of) is set only where every addend
// is a number and their sum is the value that the cell shows.
#pragma once

#include <string>
#include <vector>

#include "model/cell.h"
#include "report/document.h"

namespace nianbao {

struct Spot {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
};

// How a figure prints: a blank as a blank, 不适用 as "/", what is no count as it stands.
CellValue shown_value(const Cell& cell);
CellValue shown_value(const Amount& amount);

class TableMaker {
 public:
  explicit TableMaker(Table table) : table_(std::move(table)) {}

  void heading(Spot spot, std::string text);
  void label(Spot spot, std::string text);
  // A figure; where one of `derivations` (each a range of this table) adds up to it, that becomes its sum_of.
  void figure(Spot spot, const CellValue& value, const std::vector<CellRange>& derivations = {});
  Table take();

 private:
  bool adds_up(const CellRange& range, const CellValue& value) const;
  void put(Spot spot, CellRole role, Align align, CellValue value);
  Table table_;
  struct Derivation {
    std::size_t cell;
    std::vector<CellRange> ranges;
  };
  std::vector<Derivation> derivations_;
};

}  // namespace nianbao
