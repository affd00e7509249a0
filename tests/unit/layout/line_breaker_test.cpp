#include "layout/line_breaker.h"

#include <gtest/gtest.h>

#include "unit/layout/fixed_measure.h"

namespace nianbao {
namespace {

using Lines = std::vector<std::string>;

// Said here once more: a mark dropped from the breaker's own table must show.
constexpr std::u32string_view kClosing = U"，。、；：？！）》〉」』】〕”’…—％℃·～";
constexpr std::u32string_view kOpening = U"（《〈「『【〔“‘￥";

bool starts_badly(const std::string& line) {
  return kClosing.find(to_utf32(line).front()) != std::u32string_view::npos;
}

bool ends_badly(const std::string& line) {
  return kOpening.find(to_utf32(line).back()) != std::u32string_view::npos;
}

TEST(LineBreaker, FillsEachLineOfPlainText) {
  EXPECT_EQ(broken(filler(25), 10), (Lines{filler(10), filler(10), "一二三四五"}));
}

TEST(LineBreaker, GivesNoLineForEmptyText) {
  EXPECT_TRUE(broken("", 10).empty());
  EXPECT_TRUE(broken(" \t\xE3\x80\x80", 10).empty());
}

TEST(LineBreaker, LeavesRoomForTheIndentOfTheFirstLine) {
  EXPECT_EQ(broken(filler(15), 10, Fill::justified, 2000), (Lines{"一二三四五六七八", "九十一二三四五"}));
}

// Each mark at the place where a line of ten would begin with it.
TEST(LineBreaker, StartsNoLineWithAClosingMark) {
  for (const char32_t mark : kClosing) {
    const std::string text = filler(10) + to_utf8(std::u32string(1, mark)) + filler(24);
    for (const std::string& line : broken(text, 10)) EXPECT_FALSE(starts_badly(line)) << line;
  }
}

TEST(LineBreaker, EndsNoLineWithAnOpeningMark) {
  for (const char32_t mark : kOpening) {
    const std::string text = filler(9) + to_utf8(std::u32string(1, mark)) + filler(24);
    for (const std::string& line : broken(text, 10)) EXPECT_FALSE(ends_badly(line)) << line;
  }
}

TEST(LineBreaker, KeepsRowsOfMarksWithTheirNeighbours) {
  const std::string text = filler(8) + "》（《甲乙》），“丙”。" + filler(12);
  for (const std::string& line : broken(text, 10)) {
    EXPECT_FALSE(starts_badly(line)) << line;
    EXPECT_FALSE(ends_badly(line)) << line;
  }
}

TEST(LineBreaker, KeepsNumbersAndWordsWhole) {
  for (const char* word :
       {"1.08%", "12,345", "3985758", "2024-01-24", "information", "A4", "0531-76217000"}) {
    for (int before = 3; before < 12; ++before) {
      const Lines lines = broken(filler(before) + word + filler(15), 10);
      int whole = 0;
      for (const std::string& line : lines) whole += count_of(line, word);
      EXPECT_EQ(whole, 1) << word << " after " << before;
    }
  }
}

TEST(LineBreaker, MayPartANumberFromItsUnit) {
  EXPECT_EQ(broken("一二三四五六七八2024年一二三四", 10), (Lines{"一二三四五六七八2024", "年一二三四"}));
}

TEST(LineBreaker, KeepsDoubledDashAndEllipsisWhole) {
  for (const char* mark : {"——", "……"})
    for (int before = 6; before < 12; ++before) {
      const Lines lines = broken(filler(before) + mark + filler(15), 10);
      int whole = 0;
      for (const std::string& line : lines) whole += count_of(line, mark);
      EXPECT_EQ(whole, 1) << mark << " after " << before;
    }
}

TEST(LineBreaker, BreaksALongAddressBehindItsSigns) {
  const Lines lines = broken("网址：https://www.example.gov.cn/gongkai/nianbao/2024/index.html。", 12);
  ASSERT_GT(lines.size(), 2U);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    EXPECT_NE(std::string("/.：").find(lines[i].back()), std::string::npos) << lines[i];
}

TEST(LineBreaker, BreaksAnEndlessWordAnywhereAndLosesNothing) {
  const std::string word(5000, 'x');
  const Lines lines = broken(word, 28);
  EXPECT_EQ(lines.size(), 90U);  // 5000 / 56, rounded up
  std::string joined;
  for (const std::string& line : lines) joined += line;
  EXPECT_EQ(joined, word);
}

TEST(LineBreaker, AvoidsALastLineOfOneCharacter) {
  const Lines lines = broken(filler(20) + "处。", 10);
  EXPECT_GT(count_characters(lines.back()), 2U);
  EXPECT_EQ(lines.size(), 3U);
}

TEST(LineBreaker, SqueezesMarksToSaveALastLineOfOneCharacter) {
  // 30 characters and a half too many for one line of 30: the closing marks give way instead.
  const std::string text = "甲，乙，丙，丁，戊，己，庚，辛，壬，癸，子丑寅卯辰巳午未申酉。";
  EXPECT_EQ(broken(text, 30).size(), 1U);
}

TEST(LineBreaker, DropsTheBlankAtALineEnd) {
  EXPECT_EQ(broken("word word word", 3), (Lines{"word", "word", "word"}));
}

TEST(LineBreaker, ManagesAColumnOfOneCharacter) {
  EXPECT_EQ(broken("三、办理", 1, Fill::balanced), (Lines{"三", "、", "办", "理"}));
  EXPECT_EQ(broken("结果", 0.5), (Lines{"结", "果"}));
}

TEST(LineBreaker, BalancesCentredText) {
  EXPECT_EQ(broken("行政规范性文件", 6, Fill::balanced), (Lines{"行政规范", "性文件"}));
  EXPECT_EQ(broken("（三）不予公开", 4, Fill::balanced), (Lines{"（三）", "不予公开"}));
}

TEST(LineBreaker, KeepsAPhraseTogether) {
  BreakableText text(style_text("某某市人民政府关于工作的报告", FontRole::title), FixedMeasure());
  text.keep_together(U"人民政府");
  for (const TextLine& line : text.break_lines({5000, 0, Fill::ragged})) {
    EXPECT_NE(line.end, 4U);
    EXPECT_NE(line.end, 5U);
    EXPECT_NE(line.end, 6U);
  }
}

TEST(LineBreaker, KnowsTheWidestPieceThatMustNotBreak) {
  const auto widest = [](const std::string& text) {
    return BreakableText(style_text(text, FontRole::song), FixedMeasure()).widest_piece();
  };
  EXPECT_EQ(widest("一二三"), 1000);
  EXPECT_EQ(widest("甲3985758乙"), 3500);
  EXPECT_EQ(widest("（三）不予公开"), 3000);
  EXPECT_EQ(widest(""), 0);
}

TEST(StyledText, CleansWhatHasNoShape) {
  const auto clean = [](std::string_view text) {
    std::u32string out;
    for (const StyledChar& styled : style_text(text, FontRole::fang).characters) out += styled.character;
    return to_utf8(out);
  };
  EXPECT_EQ(clean("　　甲\xE2\x80\x95\xE2\x80\x95乙　"), "甲——乙");  // U+2015
  EXPECT_EQ(clean("甲\n乙"), "甲乙");
  EXPECT_EQ(clean("GB/T\n 9704"), "GB/T 9704");
  EXPECT_EQ(clean("\xEF\xBB\xBF甲\x01\xE2\x80\x8B乙"), "甲乙");
  EXPECT_EQ(clean("姓名　　电话"), "姓名　　电话");
}

}  // namespace
}  // namespace nianbao
