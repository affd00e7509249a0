#include "export/csv_export.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

const std::string kBom = "\xEF\xBB\xBF";

TableCell cell(int row, int column, CellValue value) {
  TableCell cell;
  cell.row = row;
  cell.column = column;
  cell.value = std::move(value);
  return cell;
}

Table table_of(int rows, int columns, std::vector<TableCell> cells) {
  Table table;
  table.rows = rows;
  table.columns = columns;
  table.cells = std::move(cells);
  return table;
}

TEST(CsvExport, WritesAFieldForEveryPlaceOfEveryRow) {
  const Table table = table_of(
      4, 3,
      {cell(0, 0, std::string("单位")), cell(0, 1, std::string("件数")), cell(0, 2, std::string("备注")),
       cell(1, 1, std::int64_t{12}), cell(3, 2, std::string("末格"))});
  EXPECT_EQ(write_csv(table), kBom + "单位,件数,备注\r\n,12,\r\n,,\r\n,,末格\r\n");
}

TEST(CsvExport, KeepsBlankZeroAndNotApplicableApart) {
  const Table table = table_of(
      1, 3, {cell(0, 0, std::monostate{}), cell(0, 1, std::int64_t{0}), cell(0, 2, std::string("/"))});
  EXPECT_EQ(write_csv(table), kBom + ",0,/\r\n");
}

TEST(CsvExport, QuotesWhatWouldBreakARowAndDisarmsFormulas) {
  const Table table = table_of(1, 4,
                               {cell(0, 0, std::string("甲,乙")), cell(0, 1, std::string("说\"好\"")),
                                cell(0, 2, std::string("上\n下")), cell(0, 3, std::string("=1+1"))});
  EXPECT_EQ(write_csv(table), kBom + "\"甲,乙\",\"说\"\"好\"\"\",\"上\n下\",'=1+1\r\n");
}

TEST(CsvExport, WritesASingleColumnWithoutCommas) {
  EXPECT_EQ(write_csv(table_of(3, 1, {cell(0, 0, std::string("甲")), cell(2, 0, std::string("乙"))})),
            kBom + "甲\r\n\r\n乙\r\n");
}

}  // namespace
}  // namespace nianbao
