#include "rules/official_tables.h"

#include "rules/table_maker.h"

namespace nianbao {

namespace {

// ---- table 二: four bands, each an item of Article 20 with its own column headings
// ------------------------------------------------------------------------------------------------------------
void band(TableMaker& maker, int& row, const char* article, const char* count) {
  maker.heading({row++, 0, 1, 4}, article);
  maker.heading({row, 0}, "信息内容");
  if (count != nullptr) {
    maker.heading({row, 1, 1, 3}, count);
  } else {
    for (int i = 0; i < kDocumentCounts; ++i) {
      maker.heading({row, 1 + i}, form_name(static_cast<DocumentCount>(i)).label);
    }
  }
  ++row;
}

void wide_row(TableMaker& maker, int& row, DisclosureItem item, const CellValue& value) {
  maker.label({row, 0}, form_name(item).label);
  maker.figure({row, 1, 1, 3}, value);
  ++row;
}

void document_rows(TableMaker& maker, int& row, const Table2& values) {
  for (std::size_t kind = 0; kind < values.documents.size(); ++kind) {
    maker.label({row, 0}, form_name(static_cast<DisclosureItem>(kind)).label);
    for (int i = 0; i < kDocumentCounts; ++i) {
      maker.figure({row, 1 + i}, shown_value(values.documents[kind][static_cast<std::size_t>(i)]));
    }
    ++row;
  }
}

// ---- table 三: three label columns, then the seven applicants
// ------------------------------------------------------------------------------------------------------------
constexpr int kLabelColumns = 3;
constexpr int kHeadingRows = 3;
constexpr int kFirstOutcomeRow = kHeadingRows + 2;
constexpr const char* kCorner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

void table3_heading(TableMaker& maker) {
  maker.heading({0, 0, kHeadingRows, kLabelColumns}, kCorner);
  maker.heading({0, kLabelColumns, 1, kTable3Columns}, "申请人情况");
  maker.heading({1, kLabelColumns, 2, 1}, table3_column(0).label);
  maker.heading({1, kLabelColumns + 1, 1, kTotalColumn - 1}, "法人或其他组织");
  maker.heading({1, kLabelColumns + kTotalColumn, 2, 1}, table3_column(kTotalColumn).label);
  for (int column = 1; column < kTotalColumn; ++column) {
    maker.heading({2, kLabelColumns + column}, table3_column(column).label);
  }
}

// The seven figures of one row; `outcomes` is the range of rows that row （七） adds up, or empty.
void table3_figures(TableMaker& maker, int row, const std::array<Cell, kTable3Columns>& cells,
                    const CellRange* outcomes) {
  for (int column = 0; column < kTable3Columns; ++column) {
    const int at = kLabelColumns + column;
    std::vector<CellRange> derivations;
    if (outcomes != nullptr) derivations.push_back({outcomes->first_row, at, outcomes->last_row, at});
    if (column == kTotalColumn) derivations.push_back({row, kLabelColumns, row, at - 1});
    maker.figure({row, at}, shown_value(cells[static_cast<std::size_t>(column)]), derivations);
  }
}

// One group （三）–（六）: its label over its rows, then the rows.
void table3_group(TableMaker& maker, int& row, const Row3Group& group, const Table3& values) {
  if (values.form_2019 && group.first == Row3::other_correction_overdue) {
    maker.label({row, 1, 1, 2}, group.label);
    table3_figures(maker, row++, values.other_2019, nullptr);
    return;
  }
  const int size = static_cast<int>(group.last) - static_cast<int>(group.first) + 1;
  maker.label({row, 1, size, 1}, group.label);
  for (int i = 0; i < size; ++i) {
    const auto leaf = static_cast<Row3>(static_cast<int>(group.first) + i);
    maker.label({row, 2}, form_name(leaf).label);
    table3_figures(maker, row++, values.row(leaf), nullptr);
  }
}

void table3_full_row(TableMaker& maker, int& row, Row3 kind, const Table3& values) {
  maker.label({row, 0, 1, kLabelColumns}, form_name(kind).label);
  table3_figures(maker, row++, values.row(kind), nullptr);
}

void table3_outcomes(TableMaker& maker, int& row, const Table3& values) {
  const int outcome_rows = values.form_2019 ? 20 : 22;  // 三、 with its row （七）
  maker.label({row, 0, outcome_rows, 1}, "三、本年度办理结果");
  for (Row3 kind : {Row3::granted, Row3::partial}) {
    maker.label({row, 1, 1, 2}, form_name(kind).label);
    table3_figures(maker, row++, values.row(kind), nullptr);
  }
  for (const Row3Group& group : table3_groups()) table3_group(maker, row, group, values);
  const CellRange outcomes{kFirstOutcomeRow, 0, row - 1, 0};
  maker.label({row, 1, 1, 2}, form_name(Row3::total).label);
  table3_figures(maker, row++, values.row(Row3::total), &outcomes);
}

// ---- table 四
// ------------------------------------------------------------------------------------------------------------
void table4_heading(TableMaker& maker) {
  maker.heading({0, 0, 1, kTable4Columns}, form_name(CaseKind::review).label);
  maker.heading({0, kTable4Columns, 1, 2 * kTable4Columns}, "行政诉讼");
  for (int kind = 0; kind < kCaseKinds; ++kind) {
    const int first = kind * kTable4Columns;
    if (kind > 0) {
      maker.heading({1, first, 1, kTable4Columns}, form_name(static_cast<CaseKind>(kind)).label);
    }
    for (int column = 0; column < kTable4Columns; ++column) {
      const Spot spot = kind == 0 ? Spot{1, column, 2, 1} : Spot{2, first + column};
      maker.heading(spot, table4_column(column).label);
    }
  }
}

}  // namespace

Table official_table2(const std::optional<Table2>& values) {
  const Table2 table2 = values.value_or(Table2{});
  Table table;
  table.name = "table2";
  table.columns = 4;
  table.keep_whole = true;
  table.column_weights = {4, 3, 3, 3};
  table.rows = 14;
  TableMaker maker(std::move(table));
  int row = 0;
  band(maker, row, "第二十条第（一）项", nullptr);
  document_rows(maker, row, table2);
  band(maker, row, "第二十条第（五）项", "本年处理决定数量");
  wide_row(maker, row, DisclosureItem::licence, shown_value(table2.decisions[0]));
  band(maker, row, "第二十条第（六）项", "本年处理决定数量");
  wide_row(maker, row, DisclosureItem::penalty, shown_value(table2.decisions[1]));
  wide_row(maker, row, DisclosureItem::compulsion, shown_value(table2.decisions[2]));
  band(maker, row, "第二十条第（八）项", "本年收费金额（单位：万元）");
  wide_row(maker, row, DisclosureItem::administrative_charge, shown_value(table2.administrative_charge));
  return maker.take();
}

Table official_table3(const std::optional<Table3>& values) {
  const Table3 table3 = values.value_or(Table3{});
  Table table;
  table.name = "table3";
  table.columns = kLabelColumns + kTable3Columns;
  table.heading_rows = kHeadingRows;
  table.keep_whole = true;
  table.column_weights = {1.7, 2.3, 6.5, 1.55, 1.5, 1.5, 1.5, 1.5, 1.5, 1.55};
  table.rows = kHeadingRows + kTable3Rows - (table3.form_2019 ? 2 : 0);
  TableMaker maker(std::move(table));
  table3_heading(maker);
  int row = kHeadingRows;
  table3_full_row(maker, row, Row3::received, table3);
  table3_full_row(maker, row, Row3::carried_in, table3);
  table3_outcomes(maker, row, table3);
  table3_full_row(maker, row, Row3::carried_out, table3);
  return maker.take();
}

Table official_table4(const std::optional<Table4>& values) {
  const Table4 table4 = values.value_or(Table4{});
  Table table;
  table.name = "table4";
  table.columns = kCaseKinds * kTable4Columns;
  table.heading_rows = kHeadingRows;
  table.keep_whole = true;
  table.column_weights.assign(static_cast<std::size_t>(table.columns), 1.0);
  table.rows = kHeadingRows + 1;
  TableMaker maker(std::move(table));
  table4_heading(maker);
  for (int kind = 0; kind < kCaseKinds; ++kind) {
    const auto& cells = table4.groups[static_cast<std::size_t>(kind)];
    for (int column = 0; column < kTable4Columns; ++column) {
      const int at = kind * kTable4Columns + column;
      std::vector<CellRange> derivations;
      if (column == kTable4Total) derivations.push_back({3, at - kTable4Total, 3, at - 1});
      maker.figure({3, at}, shown_value(cells[static_cast<std::size_t>(column)]), derivations);
    }
  }
  return maker.take();
}

}  // namespace nianbao
