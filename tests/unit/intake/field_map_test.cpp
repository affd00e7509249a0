#include "intake/field_map.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "intake/ledger_row.h"
#include "intake/ledger_values.h"

namespace nianbao {
namespace {

TEST(HeadingKey, DropsMarksAndRemarksButNoUnitOfMoney) {
  EXPECT_EQ(heading_key("*收到 日期（必填）"), heading_key("收到日期"));
  EXPECT_EQ(heading_key("收费金额（万元）"), heading_key("收费金额(万元)"));
  EXPECT_NE(heading_key("收费金额（万元）"), heading_key("收费金额（元）"));
  EXPECT_NE(heading_key("信息处理费（万元）"), heading_key("信息处理费"));
  EXPECT_NE(heading_key("答复日期（拟）"), heading_key("答复日期"));
  EXPECT_EQ(heading_key("（必填）"), "(必填)");
}

TEST(TrimCell, AgreesWithEveryKindOfBlank) {
  EXPECT_EQ(trim_cell("　自然人 "), "自然人");
  EXPECT_EQ(trim_cell("\xC2\xA0 1\t"), "1");
  EXPECT_EQ(trim_cell("\xE2\x80\x8B"
                      "甲\xEF\xBB\xBF"),
            "甲");
  EXPECT_EQ(trim_cell("“三安全”"), "“三安全”");
  EXPECT_EQ(trim_cell(" "), "");
  EXPECT_EQ(trim_cell(""), "");
  EXPECT_EQ(trim_cell("中"), "中");
}

TEST(LedgerDate, ReadsTheFormsOfOfficesAndNoOther) {
  for (const char* text : {"2024-03-01", "2024/3/1", "2024.3.1", "2024年3月1日", "20240301", "45352"}) {
    const auto date = parse_ledger_date(GridKind::text, text);
    ASSERT_TRUE(date.has_value()) << text;
    EXPECT_EQ(format_iso(*date), "2024-03-01") << text;
  }
  for (const char* text :
       {"2024-02-30", "2024-13-01", "2024-3", "三月一日", "1899-01-01", "453521", "45352.5", "-1"}) {
    EXPECT_FALSE(parse_ledger_date(GridKind::text, text).has_value()) << text;
  }
  EXPECT_TRUE(parse_ledger_date(GridKind::number, "45352.5").has_value());
}

TEST(Quoted, IsOneShortLine) {
  EXPECT_EQ(in_quotes("甲\n乙"), "“甲 乙”");
  EXPECT_EQ(count_characters(in_quotes(std::string(500, 'x'))), 43U);
}

TEST(TextMemory, ForgetsRatherThanGrows) {
  TextMemory<std::string> memory;
  int made = 0;
  auto make = [&made](std::string_view text) {
    ++made;
    return std::string(text);
  };
  for (int i = 0; i < 100000; ++i) EXPECT_EQ(memory.get(std::to_string(i), make), std::to_string(i));
  EXPECT_EQ(memory.get("99999", make), "99999");
  EXPECT_EQ(made, 100000);
}

}  // namespace
}  // namespace nianbao
