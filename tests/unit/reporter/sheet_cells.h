// Reads a sheet as its reader sees it: what stands in the row that a name heads, under a heading.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "report/document.h"

namespace nianbao {

inline const Table* find_table(const Sheet& sheet, const std::string& name) {
  for (const Table& table : sheet.tables) {
    if (table.name == name) return &table;
  }
  return nullptr;
}

// A failure and an empty table when the sheet or the table is not there.
inline Table table_of(const std::optional<Sheet>& sheet, const char* name) {
  const Table* table = sheet ? find_table(*sheet, name) : nullptr;
  EXPECT_NE(table, nullptr) << name;
  return table ? *table : Table();
}

inline const TableCell* find_cell(const Table& table, int row, int column) {
  for (const TableCell& cell : table.cells) {
    if (cell.row == row && cell.column == column) return &cell;
  }
  return nullptr;
}

// The printed texts of a row, "" for a blank.
inline std::vector<std::string> row_of(const Table& table, int row) {
  std::vector<std::string> texts(static_cast<std::size_t>(table.columns));
  for (const TableCell& cell : table.cells) {
    if (cell.row == row) texts[static_cast<std::size_t>(cell.column)] = print_value(cell.value);
  }
  return texts;
}

inline int find_row(const Table& table, const std::string& name) {
  for (int row = table.heading_rows; row < table.rows; ++row) {
    if (row_of(table, row).front() == name) return row;
  }
  return -1;
}

// The row that `name` heads; a failure when there is none.
inline std::vector<std::string> row_named(const Table& table, const std::string& name) {
  const int row = find_row(table, name);
  EXPECT_GE(row, 0) << "no row " << name << " in " << table.name;
  return row < 0 ? std::vector<std::string>() : row_of(table, row);
}

using Texts = std::vector<std::string>;

}  // namespace nianbao
