// One data row of a ledger, asked by column of the ledger, and the place to report its faults. A row with a
// fault is never handed on, but every fault of it is reported.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "intake/field_map.h"
#include "intake/grid.h"

namespace nianbao {

// trim() for the cells of a million rows: one that neither begins nor ends with what may be a blank is taken
// as it is.
std::string_view trim_cell(std::string_view text);

class LedgerRow {
 public:
  // `place` names file and sheet. All must outlive the row.
  LedgerRow(const FieldMap& fields, Place place, Diagnostics& diagnostics)
      : fields_(fields), place_(std::move(place)), diagnostics_(diagnostics) {}

  // The row is reused: `row` lives until the next move_to. Cells with a spreadsheet error are reported
  // (L-01).
  void move_to(const GridRow& row);

  bool has(int column) const { return fields_.has(column); }
  // Trimmed; empty when the cell is blank or broken, or the sheet has no such column.
  std::string_view text(int column) const;
  // The cell holds a spreadsheet error such as #REF!.
  bool is_broken(int column) const { return kind(column) == GridKind::error; }
  bool is_blank(int column) const { return text(column).empty() && !is_broken(column); }
  GridKind kind(int column) const;
  const std::string& heading(int column) const;
  // Of the cell; of the whole row where the ledger lacks the column.
  Place place(int column) const;

  const Place& place() const { return place_; }
  // Whose record it is, for return slips; kept in every finding of this row.
  void set_unit(const std::string& unit) { place_.unit = unit; }

  // An error at a cell of this row, or at the row where the sheet has no such column.
  Diagnostic finding(const char* code, int column, std::string message, std::string hint) const;
  void report(const char* code, int column, std::string message, std::string hint);
  // Findings that leave the row in.
  void warn(const char* code, int column, std::string message, std::string hint);
  void note(const char* code, int column, std::string message, std::string hint);
  // The cell is needed. False when it is blank or broken.
  bool require(int column);
  // What was reported leaves the row in.
  void keep() { failed_ = false; }
  // For a fault that was reported elsewhere.
  void leave_out() { failed_ = true; }
  // An error of the whole row that makes its cells mean nothing: what is found in them is not reported.
  void give_up(const char* code, std::string message, std::string hint);
  bool failed() const { return failed_; }

 private:
  const GridCell* cell(int column) const;
  void report_broken_cells();

  const FieldMap& fields_;
  Place place_;
  Diagnostics& diagnostics_;
  const GridRow* row_ = nullptr;
  bool failed_ = false;
  bool silent_ = false;  // after give_up
};

}  // namespace nianbao
