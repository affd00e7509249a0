// 单位自报表: tables 二, 三 and 四 of units that keep no case records, one cell a row (单位, 表, 行, 列, 值).
// The values are taken as filed; rules check them like a published report.
#include <map>

#include "base/text.h"
#include "intake/ledger_readers.h"
#include "intake/ledger_table_cell.h"
#include "intake/ledger_values.h"

namespace nianbao {

namespace {

struct Column {
  enum Number : int { unit, table, row, column, value };
};

const LedgerShape& unit_tables_shape() {
  static const LedgerShape kShape = {
      "unit_tables",
      "单位自报表",
      {{"单位", {}, {}}, {"表", {}, {}}, {"行", {}, {}}, {"列", {}, {}}, {"值", {}, {}}},
      {{Column::unit}, {Column::table}, {Column::row}, {Column::column}, {Column::value}},
      Column::unit};
  return kShape;
}

struct CellName {
  OfficialTable table = OfficialTable::table2;
  int row = 0;
  int column = 0;
};

class UnitTablesBuilder {
 public:
  UnitTablesBuilder(const UnitRegister& units, std::vector<UnitTables>& tables)
      : units_(units), tables_(tables) {}

  void build(LedgerRow& row) {
    const UnitFinder::Found* found = units_.read(row, Column::unit);
    const std::string unit = found == nullptr ? "" : found->name;
    const auto cell = read_name(row);
    if (row.failed() || !cell) return;
    if (is_filed_before(row, unit, *cell)) return;
    UnitTables& tables = tables_of(unit, row.place());
    tables.places[table_cell_name(cell->table, cell->row, cell->column)] = row.place(Column::value);
    switch (cell->table) {
      case OfficialTable::table2:
        return store_in(tables.table2 ? *tables.table2 : tables.table2.emplace(), row, *cell);
      case OfficialTable::table3:
        return store_in(tables.table3 ? *tables.table3 : tables.table3.emplace(), row, *cell);
      case OfficialTable::table4:
        return store_in(tables.table4 ? *tables.table4 : tables.table4.emplace(), row, *cell);
    }
  }

  // A unit cannot file both the one row 其他处理 of 2019 and the three of 2021.
  void check_forms(Diagnostics& diagnostics) const {
    for (const UnitTables& tables : tables_) {
      if (!tables.table3 || !tables.table3->form_2019 || !has_rows_2021(*tables.table3)) continue;
      Diagnostic d;
      d.code = "L-01";
      d.message = in_quotes(tables.unit) + "的表三既有 2019 年版的一行“其他处理”，又有 2021 年版（六）的三行";
      d.hint = "只能用一种表式：请删去“其他处理”一行，把数填到（六）1、2、3。";
      d.place = tables.place;
      diagnostics.add(std::move(d));
    }
  }

 private:
  std::optional<CellName> read_name(LedgerRow& row) {
    if (!row.require(Column::table)) return std::nullopt;
    const auto table = find_official_table(row.text(Column::table));
    if (!table) {
      row.report("L-01", Column::table, "表" + in_quotes(row.text(Column::table)) + "不是表二、表三或表四",
                 "请填：表二、表三、表四。");
    }
    if (!row.require(Column::row) || !table) return std::nullopt;
    const auto line = find_table_row(*table, row.text(Column::row));
    if (!line) {
      report_unknown(row, Column::row, table_row_labels(*table));
      return std::nullopt;
    }
    const std::string_view text = row.text(Column::column);
    const auto column = row.is_broken(Column::column) ? std::nullopt : find_table_column(*table, *line, text);
    if (!column) {
      if (row.require(Column::column))
        report_unknown(row, Column::column, table_column_labels(*table, *line));
      return std::nullopt;
    }
    return CellName{*table, *line, *column};
  }

  static void report_unknown(LedgerRow& row, int column, const std::vector<std::string>& labels) {
    const std::string_view text = row.text(column);
    row.report("L-01", column,
               in_quotes(row.text(Column::table)) + "里没有" + row.heading(column) + in_quotes(text),
               nearest_hint(find_like(text, labels)) + "可以填：" + listed(labels) + "。");
  }

  bool is_filed_before(LedgerRow& row, const std::string& unit, const CellName& cell) {
    const bool is_charge = cell.table == OfficialTable::table2 && is_charge_row(cell.row);
    const int column = is_charge ? 0 : cell.column;
    const std::string key = unit + '\n' + std::to_string(static_cast<int>(cell.table)) + '\n' +
                            std::to_string(cell.row) + '\n' + std::to_string(column);
    const auto [entry, is_new] = filed_.emplace(key, row.place());
    if (is_new) return false;
    row.report("R-04", Column::row,
               in_quotes(unit) + "的" + in_quotes(row.text(Column::table)) +
                   in_quotes(row.text(Column::row)) + in_quotes(row.text(Column::column)) + "重复，" +
                   place_text(entry->second, row.place()) + "已经填报",
               "一个格只填一次，请删去一行。");
    return true;
  }

  UnitTables& tables_of(const std::string& unit, const Place& place) {
    const auto [entry, is_new] = index_.emplace(unit, tables_.size());
    if (is_new) {
      tables_.emplace_back();
      tables_.back().unit = unit;
      tables_.back().place = place;
    }
    return tables_[entry->second];
  }

  static void store_in(Table2& table, const LedgerRow& row, const CellName& cell) {
    const std::string_view text = row.text(Column::value);
    const auto line = static_cast<std::size_t>(cell.row);
    if (is_document_row(cell.row)) {
      table.documents[line][static_cast<std::size_t>(cell.column)] = read_cell(text);
    } else if (is_charge_row(cell.row)) {
      table.administrative_charge = read_amount(text);
      if (cell.column == kYuanColumn && table.administrative_charge.is_number()) {
        table.administrative_charge.value = table.administrative_charge.value.shifted(4);
      }
    } else {
      table.decisions[line - table.documents.size()] = read_cell(text);
    }
  }

  static void store_in(Table3& table, const LedgerRow& row, const CellName& cell) {
    const Cell value = read_cell(row.text(Column::value));
    const auto column = static_cast<std::size_t>(cell.column);
    if (cell.row == kRow2019) {
      // A blank is the heading of the three rows, not a row of the 2019 form.
      table.form_2019 = table.form_2019 || !value.is_blank();
      table.other_2019[column] = value;
    } else {
      table.rows[static_cast<std::size_t>(cell.row)][column] = value;
    }
  }

  static void store_in(Table4& table, const LedgerRow& row, const CellName& cell) {
    table.groups[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)] =
        read_cell(row.text(Column::value));
  }

  static bool has_rows_2021(const Table3& table) {
    for (Row3 row : {Row3::other_correction_overdue, Row3::other_fee_overdue, Row3::other_other}) {
      for (const Cell& cell : table.row(row)) {
        if (!cell.is_blank()) return true;
      }
    }
    return false;
  }

  UnitFinder units_;
  std::vector<UnitTables>& tables_;
  std::map<std::string, std::size_t> index_;
  std::map<std::string, Place> filed_;
};

}  // namespace

LedgerOutcome read_unit_tables(const LedgerInput& input, const UnitRegister& units,
                               std::vector<UnitTables>& tables) {
  UnitTablesBuilder builder(units, tables);
  LedgerOutcome outcome =
      scan_ledger(input, unit_tables_shape(), [&builder](LedgerRow& row) { builder.build(row); });
  builder.check_forms(input.diagnostics);
  return outcome;
}

}  // namespace nianbao
