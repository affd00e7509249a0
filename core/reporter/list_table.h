// A plain list as a neutral table: one row of headings, then rows of values.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "model/cell.h"
#include "report/document.h"

namespace nianbao {

class ListTable {
 public:
  ListTable(std::string name, const std::vector<std::string>& headings);

  void row(std::vector<CellValue> values);
  // A last row: the label, then under every column from `first_column` on the sum of the rows above. A sum is
  // written as derived only where every value above is a count.
  void sum_row(const std::string& label, int first_column);

  Table take() { return std::move(table_); }

 private:
  void add(CellValue value, int row, int column, CellRole role);
  Table table_;
};

CellValue value_of(const Cell& cell);
CellValue value_of(const Amount& amount);

}  // namespace nianbao
