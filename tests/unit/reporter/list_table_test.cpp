#include "reporter/list_table.h"

#include <gtest/gtest.h>

namespace nianbao {

TEST(ListTable, SumsCountsWithTheirDerivation) {
  ListTable list("t", {"单位", "新收", "备注"});
  list.row({"甲局", std::int64_t{3}, "x"});
  list.row({"乙局", std::int64_t{4}, "y"});
  list.sum_row("合计", 1);
  const Table table = list.take();
  EXPECT_EQ(table.rows, 4);
  const TableCell& sum = table.cells[table.cells.size() - 2];
  EXPECT_EQ(std::get<std::int64_t>(sum.value), 7);
  ASSERT_EQ(sum.sum_of.size(), 1U);
  EXPECT_EQ(sum.sum_of[0], (CellRange{1, 1, 2, 1}));
  EXPECT_TRUE(table.cells.back().sum_of.empty()) << "text has no sum";
}

TEST(ListTable, ABlankAboveLeavesTheSumUnderived) {
  ListTable list("t", {"单位", "新收"});
  list.row({"甲局", std::int64_t{3}});
  list.row({"乙局", value_of(Cell{})});
  list.sum_row("合计", 1);
  const Table table = list.take();
  EXPECT_EQ(std::get<std::int64_t>(table.cells.back().value), 3);
  EXPECT_TRUE(table.cells.back().sum_of.empty());
}

TEST(ListTable, KeepsTheFourKindsOfCellApart) {
  EXPECT_EQ(print_value(value_of(Cell::of(0))), "0");
  EXPECT_TRUE(std::holds_alternative<std::monostate>(value_of(Cell{})));
  EXPECT_EQ(print_value(value_of(Cell::not_applicable())), "/");
  EXPECT_EQ(print_value(value_of(Cell::invalid("-3"))), "-3");
}

TEST(ListTable, ATotalIsDerivedOnlyWhereItAddsUp) {
  ListTable list("t", {"单位", "新收", "中位数", "人数"});
  list.row({"甲局", std::int64_t{3}, std::int64_t{5}, std::int64_t{7}});
  list.row({"乙局", std::int64_t{4}, std::int64_t{0}, std::string("/")});
  list.total_row("合计", {{std::int64_t{7}, true}, {std::int64_t{5}, false}, {std::int64_t{8}, true}});
  const Table table = list.take();
  const std::size_t last = table.cells.size();
  EXPECT_EQ(table.cells[last - 4].role, CellRole::label) << "so that a filter leaves it below";
  EXPECT_EQ(table.cells[last - 3].sum_of, (std::vector<CellRange>{{1, 1, 2, 1}}));
  EXPECT_TRUE(table.cells[last - 2].sum_of.empty()) << "a median, though 5 + 0 is 5";
  EXPECT_TRUE(table.cells[last - 1].sum_of.empty()) << "7 is not 8";
}

}  // namespace nianbao
