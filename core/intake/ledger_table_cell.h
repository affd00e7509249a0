// Names of a cell of tables 二, 三 and 四, as a unit writes them in its own tables: 表, 行 and 列 by printed
// label, short label, numeral path or figures.json key.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/official_tables.h"

namespace nianbao {

enum class OfficialTable : std::uint8_t { table2, table3, table4 };

// "表二", "2", "table2", "表二 主动公开政府信息情况" …
std::optional<OfficialTable> find_official_table(std::string_view text);

// Row numbers: DisclosureItem, Row3, CaseKind; kRow2019 is 其他处理 as the one row of the 2019 form.
inline constexpr int kRow2019 = kTable3Rows;
std::optional<int> find_table_row(OfficialTable table, std::string_view text);
const std::vector<std::string>& table_row_labels(OfficialTable table);

// Column numbers: DocumentCount, table3_column, table4_column. Rows of table 二 with one figure have column
// 0, and need no name for it; kYuanColumn is that figure in 元.
inline constexpr int kYuanColumn = 1;
std::optional<int> find_table_column(OfficialTable table, int row, std::string_view text);
std::vector<std::string> table_column_labels(OfficialTable table, int row);

// "table3.refused.third_party.enterprise", its name in figures.json.
std::string table_cell_name(OfficialTable table, int row, int column);

inline bool is_document_row(int row) {
  return row <= static_cast<int>(DisclosureItem::normative_document);
}
inline bool is_charge_row(int row) {
  return row == static_cast<int>(DisclosureItem::administrative_charge);
}

}  // namespace nianbao
