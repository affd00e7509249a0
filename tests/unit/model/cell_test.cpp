#include "model/cell.h"

#include <gtest/gtest.h>

#include "model/official_tables.h"

namespace nianbao {

TEST(ReadCell, KeepsZeroBlankAndNotApplicableApart) {
  EXPECT_EQ(read_cell("0"), Cell::of(0));
  EXPECT_TRUE(read_cell(" 　").is_blank());
  EXPECT_EQ(read_cell("/"), Cell::not_applicable());
  EXPECT_EQ(read_cell("／"), Cell::not_applicable());
  EXPECT_EQ(read_cell("不适用"), Cell::not_applicable());
}

TEST(ReadCell, ReadsCountsAsPeopleWriteThem) {
  EXPECT_EQ(read_cell("１２"), Cell::of(12));
  EXPECT_EQ(read_cell("1,234"), Cell::of(1234));
  EXPECT_EQ(read_cell("3.0"), Cell::of(3));
}

TEST(ReadCell, KeepsWhatIsNoCount) {
  for (const char* text : {"-3", "2.5", "三", "12件", "9007199254740992", "-"}) {
    EXPECT_EQ(read_cell(text), Cell::invalid(text)) << text;
  }
}

TEST(ReadAmount, KeepsThePlaces) {
  EXPECT_EQ(to_text(read_amount("0.50")), "0.50");
  EXPECT_EQ(read_amount("-1").state, CellState::invalid);
}

TEST(AddCells, BlankIsNotZero) {
  EXPECT_EQ(add(Cell{}, Cell{}), Cell{});
  EXPECT_EQ(add(Cell::of(2), Cell{}), Cell::of(2));
  EXPECT_EQ(add(Cell::not_applicable(), Cell{}), Cell::not_applicable());
  EXPECT_EQ(add(Cell::not_applicable(), Cell::of(0)), Cell::of(0));
  EXPECT_EQ(add(Cell::of(2), Cell::invalid("x")), Cell::invalid("x"));
}

TEST(AddTables, AddsCellByCell) {
  Table3 sum;
  Table3 part;
  part.row(Row3::granted)[0] = Cell::of(3);
  add_to(sum, part);
  add_to(sum, part);
  EXPECT_EQ(sum.row(Row3::granted)[0], Cell::of(6));
  EXPECT_TRUE(sum.row(Row3::granted)[1].is_blank());
}

}  // namespace nianbao
