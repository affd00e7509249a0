// A report of ordinary size for benchmarks: six sections, thirty paragraphs, and a table of the size of table
// 三.
#pragma once

#include <fmt/format.h>

#include "report/document.h"

namespace nianbao {

inline std::string report_sentence() {
  return "2024年，全市各级行政机关新收政府信息公开申请3119件，上年结转34件；办理答复3050件，结转下年度继续办"
         "理103件。申请人"
         "以自然人为主，反映的事项集中在征地拆迁、国土空间规划、“社会保障”等领域，详见https://"
         "www.example.com/zwgk/。";
}

inline Table wide_table(int rows) {
  Table table;
  table.name = "table3";
  table.rows = rows;
  table.columns = 9;
  table.heading_rows = 1;
  table.column_weights = {3, 4, 1, 1, 1, 1, 1, 1, 1};
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < table.columns; ++column) {
      TableCell cell;
      cell.row = row;
      cell.column = column;
      cell.role = row == 0 ? CellRole::heading : column < 2 ? CellRole::label : CellRole::number;
      cell.value = row == 0     ? CellValue("社会公益组织")
                   : column < 2 ? CellValue("要求行政机关确认或重新出具已获取信息")
                                : CellValue(std::int64_t{row} * 131 + column);
      if (row > 0 && column == 8) cell.sum_of = {{row, 2, row, 7}};
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

inline Document make_document() {
  Document document;
  document.title = "示例市人民政府2024年政府信息公开工作年度报告";
  document.issuer = "示例市人民政府";
  document.year = 2024;
  document.date = "2025-03-05";
  for (const char* numeral : {"一", "二", "三", "四", "五", "六"}) {
    document.blocks.push_back(Heading{1, fmt::format("{}、主动公开政府信息情况", numeral)});
    for (int i = 0; i < 5; ++i) {
      document.blocks.push_back(
          Paragraph{ParagraphKind::body, {{.text = report_sentence(), .link = {}}}, {}});
    }
  }
  document.blocks.push_back(wide_table(28));
  return document;
}

}  // namespace nianbao
