#include "export/xlsx_number.h"

#include <gtest/gtest.h>

#include "xlsx_test_support.h"

namespace nianbao {
namespace {

CellValue amount(const char* text) {
  return *Decimal::parse(text);
}

TEST(ExactNumber, TakesWhatSpreadsheetsShowWhole) {
  EXPECT_EQ(exact_number(std::int64_t{3119}), 3119.0);
  EXPECT_EQ(exact_number(std::int64_t{-999999999999999}), -999999999999999.0);
  EXPECT_EQ(exact_number(amount("4166.241619")), 4166.241619);
  EXPECT_EQ(exact_number(amount("0.10")), 0.1);
  EXPECT_EQ(exact_number(amount("100000000000000.00")), 1e14);
  EXPECT_EQ(exact_number(amount("-0.000000000001")), -1e-12);
}

TEST(ExactNumber, RefusesWhatWouldLoseDigits) {
  EXPECT_FALSE(exact_number(std::int64_t{9007199254740993}));
  EXPECT_FALSE(exact_number(std::int64_t{1234567890123456}));
  EXPECT_FALSE(exact_number(amount("12345678901234.56")));
  EXPECT_FALSE(exact_number(std::string("12")));
  EXPECT_FALSE(exact_number(CellValue{}));
}

TEST(NumberFormat, KeepsTheScale) {
  EXPECT_EQ(number_format(std::int64_t{5}), "0");
  EXPECT_EQ(number_format(amount("96171.6")), "0.0");
  EXPECT_EQ(number_format(amount("0.1000")), "0.0000");
  EXPECT_EQ(number_format(amount("7545")), "0");
}

bool holds(const Table& table, const TableCell& total) {
  return sum_holds(total, CellFinder(table));
}

TEST(SumHolds, OnlyWhereTheCellsMakeTheValue) {
  const Table form = make_form();
  for (const TableCell& cell : form.cells) {
    if (cell.sum_of.empty()) continue;
    EXPECT_TRUE(holds(form, cell));
    TableCell wrong = cell;
    wrong.value = std::get<std::int64_t>(cell.value) + 1;
    EXPECT_FALSE(holds(form, wrong));
  }
}

TEST(SumHolds, CountsBlanksAndTextAsNothing) {
  Table table = make_list("t", {{std::int64_t{1}}, {CellValue{}}, {std::string("/")}, {amount("2.50")}});
  TableCell total = make_cell(5, 0, CellRole::number, amount("3.50"));
  total.sum_of = {{1, 0, 4, 0}};
  EXPECT_TRUE(holds(table, total));
  total.sum_of = {{1, 0, 9, 0}};
  EXPECT_FALSE(holds(table, total)) << "beyond the table";
  total.sum_of = {{1, 0, 4, 0}};
  table.cells[1].value = std::int64_t{9007199254740993};
  total.value = *Decimal::parse("9007199254740995.50");
  EXPECT_FALSE(holds(table, total)) << "an addend that stands there as text";
}

}  // namespace
}  // namespace nianbao
