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
  // A last row of figures of the whole, from the second column on. One that adds up is written as derived
  // where every value above is a count or 不适用, and their sum is the figure.
  struct Total {
    CellValue value;
    bool adds_up = false;
  };
  void total_row(const std::string& label, std::vector<Total> totals);

  Table take() { return std::move(table_); }

 private:
  void add(CellValue value, int row, int column, CellRole role);
  bool adds_up_to(const CellValue& total, int column) const;
  Table table_;
};

CellValue value_of(const Cell& cell);
CellValue value_of(const Amount& amount);

}  // namespace nianbao
