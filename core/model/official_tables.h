// The three official tables as values: of a body, of one unit, of last year.
#pragma once

#include <array>
#include <functional>
#include <string>

#include "model/cell.h"
#include "model/official_form.h"

namespace nianbao {

struct Table2 {
  std::array<std::array<Cell, kDocumentCounts>, 2> documents;  // 规章, 行政规范性文件
  std::array<Cell, 3> decisions;                               // 行政许可, 行政处罚, 行政强制
  Amount administrative_charge;                                // 万元
  bool operator==(const Table2&) const = default;
};

// The 2019 form has one row 其他处理 in place of the three other.* rows; its cells stand in `other_2019`.
struct Table3 {
  bool form_2019 = false;
  std::array<std::array<Cell, kTable3Columns>, kTable3Rows> rows;
  std::array<Cell, kTable3Columns> other_2019;

  std::array<Cell, kTable3Columns>& row(Row3 r) { return rows[static_cast<std::size_t>(r)]; }
  const std::array<Cell, kTable3Columns>& row(Row3 r) const { return rows[static_cast<std::size_t>(r)]; }
  bool operator==(const Table3&) const = default;
};

struct Table4 {
  std::array<std::array<Cell, kTable4Columns>, kCaseKinds> groups;
  bool operator==(const Table4&) const = default;
};

// Cell by cell, by the rule of add(Cell, Cell).
void add_to(Table2& sum, const Table2& part);
void add_to(Table3& sum, const Table3& part);
void add_to(Table4& sum, const Table4& part);

}  // namespace nianbao
