// The small parts of which workbooks are read.
#include <gtest/gtest.h>

#include "intake/xlsx_number.h"
#include "intake/xlsx_reference.h"
#include "intake/xlsx_relations.h"
#include "intake/xlsx_strings.h"
#include "intake/xlsx_styles.h"

namespace nianbao {
namespace {

TEST(XlsxStyles, KnowsDateFormats) {
  for (const char* code :
       {"yyyy-mm-dd", "yyyy/m/d;@", "yyyy\"年\"m\"月\"d\"日\"", "yyyy年m月d日", "[$-804]yyyy\"年\"m\"月\"",
        "[$-F800]dddd, mmmm dd, yyyy", "m\"月\"d\"日\"", "mmm-yy", "d-mmm", "yyyy-m-d h:mm",
        "m/d/yy h:mm AM/PM", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "e\"年\"m\"月\"d\"日\"", "aaaa", "m",
        "[Red]d", "YYYY\\-MM\\-DD"})
    EXPECT_TRUE(is_date_format(code)) << code;
}

TEST(XlsxStyles, TakesNoOtherFormatForADate) {
  for (const char* code : {"General",
                           "GENERAL",
                           "0.00",
                           "#,##0.00",
                           "0.00E+00",
                           "##0.0e-0",
                           "@",
                           "",
                           ";;;",
                           "[h]:mm",
                           "[hh]:mm:ss",
                           "[mm]:ss",
                           "[s]",
                           "h:mm",
                           "hh:mm:ss",
                           "mm:ss.0",
                           "h:mm AM/PM",
                           "上午/下午h\"时\"mm\"分\"",
                           "0\"天\"",
                           "0\"day\"",
                           "#,##0\\ \"d\"",
                           "_(* #,##0_);_(* \\(#,##0\\)",
                           "[$¥-804]#,##0.00",
                           "[Red]0;[Blue]0",
                           "[<=100]0",
                           "\"yyyy\"",
                           "\\y0",
                           "0;yyyy"})
    EXPECT_FALSE(is_date_format(code)) << code;
}

TEST(XlsxStyles, KnowsBuiltInDateFormats) {
  for (const int id : {14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 54, 57, 58})
    EXPECT_TRUE(is_builtin_date_format(id)) << id;
  for (const int id : {0, 1, 13, 18, 19, 20, 21, 23, 32, 33, 34, 35, 37, 45, 46, 47, 49, 55, 56, 59, 163})
    EXPECT_FALSE(is_builtin_date_format(id)) << id;
}

TEST(XlsxReference, ReadsPlaces) {
  EXPECT_EQ(parse_reference("A1")->column, 1);
  EXPECT_EQ(parse_reference("XFD1048576")->column, kMaxGridColumns);
  EXPECT_EQ(parse_reference("$BC$12")->row, 12);
  EXPECT_EQ(parse_reference("bc12")->column, 55);
  EXPECT_EQ(parse_reference("BC")->row, 0);
  EXPECT_EQ(parse_reference("XFE1")->column, kMaxGridColumns + 1);
  for (const char* text : {"", "1", "A0", "A-1", "A1B", "A1 ", "甲1", "A99999999999999999999"})
    EXPECT_FALSE(parse_reference(text)) << text;
}

TEST(XlsxReference, ReadsAreas) {
  const auto area = parse_area("B2:D14");
  ASSERT_TRUE(area);
  EXPECT_EQ(area->first_row, 2);
  EXPECT_EQ(area->last_column, 4);
  EXPECT_TRUE(parse_area("A1"));
  for (const char* text : {"", "A1:", ":B2", "D1:A1", "A2:A1", "A:B", "A1:XFE1", "A1:A1048577"})
    EXPECT_FALSE(parse_area(text)) << text;
}

TEST(XlsxNumber, KeepsAtMostFifteenDigits) {
  std::string scratch;
  const auto text = [&scratch](std::string_view raw) {
    return std::string(plain_number(raw, scratch).value_or("?"));
  };
  EXPECT_EQ(text("0.12345678901234567"), "0.123456789012346");
  EXPECT_EQ(text("1234567890.12345678"), "1234567890.12346");
  EXPECT_EQ(text("0.99999999999999989"), "1");
  EXPECT_EQ(text("96171.600000000006"), "96171.6");
  EXPECT_EQ(text("-1e-7"), "-0.0000001");
  EXPECT_EQ(text("1.5e+3"), "1500");
  EXPECT_EQ(text("+5"), "5");
  for (const char* raw : {"", "-", "1,5", "12a", "1e999", "NaN", "inf", "0x10", "1 2"})
    EXPECT_EQ(text(raw), "?") << raw;
}

TEST(XlsxRelations, ResolvesTargets) {
  EXPECT_EQ(resolve_target("xl/workbook.xml", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
  EXPECT_EQ(resolve_target("xl/workbook.xml", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
  EXPECT_EQ(resolve_target("xl/workbook.xml", "../custom/./a.xml"), "custom/a.xml");
  EXPECT_EQ(resolve_target("", "xl\\workbook.xml"), "xl/workbook.xml");
  EXPECT_EQ(resolve_target("a.xml", "../../../etc/passwd"), "etc/passwd");
}

TEST(XlsxStrings, UnescapesControlCharacters) {
  const auto unescaped = [](std::string text) {
    unescape_spreadsheet_text(text, 0);
    return text;
  };
  EXPECT_EQ(unescaped("a_x000D_\n_x0009_b"), "a\r\n\tb");
  EXPECT_EQ(unescaped("_x005F_x000D_"), "_x000D_");
  EXPECT_EQ(unescaped("_x7532_"), "甲");
  for (const char* text : {"_x", "_x00", "_x00G0_", "a_xylophone", "_xD800_", "_x0000_", "_X000D_"})
    EXPECT_EQ(unescaped(text), text);
}

}  // namespace
}  // namespace nianbao
