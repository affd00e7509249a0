#include "reporter/long_lines.h"
#include "reporter/workbook.h"

namespace nianbao {

namespace {

KeyAndLabel named(const FormName& name) {
  return {name.key, name.label};
}

// The official tables of one unit, or of the whole.
class OfficialLines {
 public:
  explicit OfficialLines(LongLines& lines) : lines_(lines) {}

  void add(const std::string& unit, const Table2& table) {
    lines_.begin(unit, "table2");
    for (std::size_t item = 0; item < table.documents.size(); ++item) {
      for (std::size_t count = 0; count < kDocumentCounts; ++count) {
        line(form_name(static_cast<DisclosureItem>(item)), form_name(static_cast<DocumentCount>(count)),
             table.documents[item][count]);
      }
    }
    static constexpr FormName kDecisions = {"decisions", "本年处理决定数量"};
    for (std::size_t i = 0; i < table.decisions.size(); ++i) {
      line(form_name(static_cast<DisclosureItem>(i + 2)), kDecisions, table.decisions[i]);
    }
    static constexpr FormName kCharge = {"charge_wanyuan", "本年收费金额（单位：万元）"};
    line(form_name(DisclosureItem::administrative_charge), kCharge, table.administrative_charge);
  }

  void add(const std::string& unit, const Table3& table) {
    lines_.begin(unit, "table3");
    for (int i = 0; i < kTable3Rows; ++i) {
      const Row3 row = static_cast<Row3>(i);
      const bool split_row = row >= Row3::other_correction_overdue && row <= Row3::other_other;
      if (table.form_2019 && split_row) continue;
      if (table.form_2019 && row == Row3::total) lines({"other", "（六）其他处理"}, table.other_2019);
      lines({form_name(row).key, form_name(row).label}, table.row(row));
    }
  }

  void add(const std::string& unit, const Table4& table) {
    lines_.begin(unit, "table4");
    for (std::size_t kind = 0; kind < table.groups.size(); ++kind) {
      for (int column = 0; column < kTable4Columns; ++column) {
        line(form_name(static_cast<CaseKind>(kind)), table4_column(column),
             table.groups[kind][static_cast<std::size_t>(column)]);
      }
    }
  }

 private:
  void lines(const FormName& row, const std::array<Cell, kTable3Columns>& cells) {
    for (int column = 0; column < kTable3Columns; ++column) {
      line(row, table3_column(column), cells[static_cast<std::size_t>(column)]);
    }
  }

  template <typename Figure>
  void line(const FormName& row, const FormName& column, const Figure& figure) {
    lines_.line(named(row), named(column), figure);
  }

  LongLines& lines_;
};

}  // namespace

std::vector<std::pair<std::string, UnitTablesOfYear>> units_in_order(const Compilation& compilation) {
  std::vector<std::pair<std::string, UnitTablesOfYear>> units;
  for (const Unit& unit : compilation.units.units()) {
    const auto entry = compilation.by_unit.find(unit.name);
    if (entry != compilation.by_unit.end()) units.emplace_back(*entry);
  }
  for (const auto& entry : compilation.by_unit) {
    if (compilation.units.find(entry.first) == nullptr) units.emplace_back(entry);
  }
  return units;
}

Table long_table(const Compilation& compilation) {
  const Figures& figures = compilation.figures;
  LongLines lines(figures);
  OfficialLines table(lines);
  if (figures.table2) table.add(kWholeBody, *figures.table2);
  if (figures.table3) table.add(kWholeBody, *figures.table3);
  if (figures.table4) table.add(kWholeBody, *figures.table4);
  for (const auto& [unit, tables] : units_in_order(compilation)) {
    if (tables.table2) table.add(unit, *tables.table2);
    if (tables.table3) table.add(unit, *tables.table3);
    if (tables.table4) table.add(unit, *tables.table4);
  }
  add_year(lines, figures);
  return lines.take();
}

}  // namespace nianbao
