// The tidy long table, line by line: a figure with everything that is needed to find it again.
#pragma once

#include <string>

#include "figures/figures.h"
#include "reporter/list_table.h"

namespace nianbao {

// The "unit" of what is counted of the whole body.
inline constexpr const char* kWholeBody = "全部";

struct KeyAndLabel {
  std::string key;    // as in figures.json
  std::string label;  // in Chinese
};

class LongLines {
 public:
  explicit LongLines(const Figures& figures);

  // Of what the lines that follow speak.
  void begin(const std::string& unit, const char* table);
  template <typename Figure>  // Cell or Amount
  void line(const KeyAndLabel& row, const KeyAndLabel& column, const Figure& figure) {
    add(row, column, value_of(figure), figure.state);
  }
  // A count, a decimal or a blank; "/" is 不适用.
  void line(const KeyAndLabel& row, const KeyAndLabel& column, const CellValue& value);

  Table take() { return list_.take(); }

 private:
  void add(const KeyAndLabel& row, const KeyAndLabel& column, CellValue value, CellState state);

  const Figures& figures_;
  ListTable list_;
  std::string unit_, table_;
};

// Timeliness, tasks and activities. The lines of a unit bear its name, all others kWholeBody; the key of a
// row is that of the group ("by_month.2024-03"), or "all".
void add_year(LongLines& lines, const Figures& figures);

}  // namespace nianbao
