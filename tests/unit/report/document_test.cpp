#include "report/document.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

TEST(PrintValue, KeepsBlankZeroAndNotApplicableApart) {
  EXPECT_EQ(print_value(CellValue{}), "");
  EXPECT_EQ(print_value(CellValue{std::int64_t{0}}), "0");
  EXPECT_EQ(print_value(CellValue{std::string("/")}), "/");
}

TEST(PrintValue, PrintsAmountsWithTheirScale) {
  EXPECT_EQ(print_value(CellValue{*Decimal::parse("4166.241619")}), "4166.241619");
  EXPECT_EQ(print_value(CellValue{*Decimal::parse("0.10")}), "0.10");
  EXPECT_EQ(print_value(CellValue{std::int64_t{-12}}), "-12");
}

TEST(PlainText, JoinsSpansAndDropsStyle) {
  EXPECT_EQ(plain_text({{"全年", false, false, ""}, {"3119", true, false, ""}, {"件", false, true, "x"}}),
            "全年3119件");
  EXPECT_EQ(plain_text({}), "");
}

}  // namespace
}  // namespace nianbao
