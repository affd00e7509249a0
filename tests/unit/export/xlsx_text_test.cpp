#include "export/xlsx_text.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace nianbao {
namespace {

TEST(CellText, KeepsOrdinaryText) {
  EXPECT_EQ(cell_text("=1+1 <甲&乙>\"\t生僻𬭚"), "=1+1 <甲&乙>\"\t生僻𬭚");
  EXPECT_EQ(cell_text(""), "");
}

TEST(CellText, MakesControlCharactersVisible) {
  EXPECT_EQ(cell_text("甲\x07乙\x1B丙\x7F"), "甲␇乙␛丙␡");
  EXPECT_EQ(cell_text("甲\r\n乙\r丙\n丁"), "甲\n乙\n丙\n丁");
  EXPECT_EQ(cell_text(std::string_view("甲\0乙", 7)), "甲␀乙");
  EXPECT_EQ(cell_text("\uFFFE\uFFFF"), "\uFFFD\uFFFD");
}

TEST(CellText, RepairsBrokenUtf8) {
  EXPECT_EQ(cell_text("坏\xFF字"), "坏\uFFFD字");
}

TEST(CellText, ProtectsWhatExcelWouldDecode) {
  EXPECT_EQ(cell_text("_x0041_"), "_x005F_x0041_");
  EXPECT_EQ(cell_text("_x00g1_ a_x b"), "_x00g1_ a_x b");
}

TEST(CellText, CutsTooLongTextWithARemark) {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "公";
  const std::string cut = cell_text(text);
  EXPECT_LE(utf16_length(cut), kLongestCell);
  EXPECT_TRUE(ends_with(cut, "字没有写入）"));
  const std::size_t kept = kLongestCell - 60;
  EXPECT_NE(cut.find(std::to_string(40000 - kept)), std::string::npos);
}

TEST(CellText, CountsAstralCharactersTwice) {
  EXPECT_EQ(utf16_length("公𬭚a"), 4U);
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "𬭚";
  EXPECT_LE(utf16_length(cell_text(text)), kLongestCell);
}

TEST(LooksLikeFormula, SeesLeadingSigns) {
  for (const char* text : {"=1+1", "+86", "-3", "@x"}) EXPECT_TRUE(looks_like_formula(text)) << text;
  for (const char* text : {"", "1=1", "甲=乙", " =1"}) EXPECT_FALSE(looks_like_formula(text)) << text;
}

TEST(WrappedLines, BreaksChineseAnywhereAndLatinAtBlanks) {
  EXPECT_EQ(wrapped_lines("", 10), 1);
  EXPECT_EQ(wrapped_lines("政府信息公开", 12), 1);
  EXPECT_EQ(wrapped_lines("政府信息公开", 10), 2);
  EXPECT_EQ(wrapped_lines("open government data", 15), 2);
  EXPECT_EQ(wrapped_lines("abcdefghijklmnopqrst", 5), 4);
  EXPECT_EQ(wrapped_lines("甲\n乙\n", 10), 3);
}

TEST(WidestWord, IsOneCharacterInChineseAndAWordInLatin) {
  EXPECT_EQ(widest_word("政府信息"), 2);
  EXPECT_EQ(widest_word("见 http://a.cn 页"), 11);
  EXPECT_EQ(widest_line("政府\n信息公开"), 8);
}

std::vector<std::string> names_of(const std::vector<std::string>& wanted) {
  std::vector<Sheet> sheets;
  for (const std::string& name : wanted) {
    sheets.emplace_back();
    sheets.back().name = name;
  }
  return sheet_names(sheets);
}

TEST(SheetNames, ReplacesWhatExcelForbids) {
  EXPECT_EQ(names_of({"a[b]:*?/\\c", "'甲'", "", "History", " 甲\n乙 "}),
            (std::vector<std::string>{"a_b______c", "_甲_", "工作表", "History_", "甲 乙"}));
}

TEST(SheetNames, CutsAndNumbersSoThatAllDiffer) {
  std::string twenty;
  for (int i = 0; i < 40; ++i) twenty += "表";
  const auto names = names_of({twenty, twenty, "ABC", "abc", "abc"});
  EXPECT_EQ(count_characters(names[0]), 31U);
  EXPECT_EQ(count_characters(names[1]), 31U);
  EXPECT_TRUE(ends_with(names[1], "(2)"));
  EXPECT_EQ(names[3], "abc(2)");
  EXPECT_EQ(names[4], "abc(3)");
}

TEST(QuotedSheet, DoublesApostrophes) {
  EXPECT_EQ(quoted_sheet("a'b"), "'a''b'");
}

TEST(DefinedName, IsNeverACell) {
  EXPECT_EQ(defined_name("table3"), "Table_3");
  EXPECT_EQ(defined_name("T3"), "T_3");
  EXPECT_EQ(defined_name("units_table3"), "Units_table_3");
  EXPECT_EQ(defined_name("2024"), "T_2024");
  EXPECT_EQ(defined_name("text/overview.md#1"), "Text_overview_md_1");
  EXPECT_EQ(defined_name("r"), "");
  EXPECT_EQ(defined_name("表三"), "");
}

}  // namespace
}  // namespace nianbao
