#include "base/text.h"

#include <gtest/gtest.h>

namespace nianbao {

TEST(Utf8, AcceptsWellFormedText) {
  EXPECT_TRUE(is_valid_utf8(""));
  EXPECT_TRUE(is_valid_utf8("年报 𬭚"));
}

TEST(Utf8, RefusesOverlongSurrogateAndTruncatedSequences) {
  EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_valid_utf8("\xE5\xB9"));
  EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));
  EXPECT_FALSE(is_valid_utf8("\xFF"));
}

TEST(Utf8, DecodesBrokenBytesOneByOne) {
  EXPECT_EQ(to_utf32("a\xFF\xE5"
                     "b"),
            U"a\xFFFD\xFFFD"
            U"b");
}

TEST(Utf8, RoundTripsBeyondTheBasicPlane) {
  EXPECT_EQ(to_utf8(to_utf32("赟𬭚a")), "赟𬭚a");
}

TEST(Utf8, CountsCharacters) {
  EXPECT_EQ(count_characters("年报2024𬭚"), 7U);
}

TEST(DisplayWidth, CountsChineseAsTwo) {
  EXPECT_EQ(display_width("年a"), 3);
  EXPECT_EQ(display_width("（一）"), 6);
  EXPECT_EQ(display_width("“三安全”"), 10);
}

TEST(Trim, TakesAsciiAndIdeographicBlanks) {
  EXPECT_EQ(trim(" \t　 甲 乙\xC2\xA0\xEF\xBB\xBF\r\n"), "甲 乙");
  EXPECT_EQ(trim("　　"), "");
}

TEST(FoldWidth, MakesDigitsAndBlanksHalfWidth) {
  EXPECT_EQ(fold_width("２０２４－０１　（一）"), "2024-01 (一)");
}

TEST(NameKey, ComparesNamesHoweverTyped) {
  EXPECT_EQ(name_key("发展和改革局（粮食局）"), name_key(" 发展和改革局 (粮食局) "));
  EXPECT_EQ(name_key("危及“三安全一稳定”"), name_key("危及\"三安全一稳定\""));
  EXPECT_NE(name_key("教育局"), name_key("教育厅"));
}

TEST(EditDistance, CountsSwapsOfNeighboursAsOne) {
  EXPECT_EQ(edit_distance("自然人", "自燃人"), 1);
  EXPECT_EQ(edit_distance("ab", "ba"), 1);
  EXPECT_EQ(edit_distance("", "三字经"), 3);
}

TEST(FindNearest, FindsTypingErrorsAndShortenedNames) {
  const std::vector<std::string> names = {"区教育和体育局", "区财政局", "区民政局"};
  ASSERT_NE(find_nearest("区财正局", names), nullptr);
  EXPECT_EQ(*find_nearest("区财正局", names), "区财政局");
  EXPECT_EQ(*find_nearest("财政局", names), "区财政局");
}

TEST(FindNearest, OfTwoThatContainOrResembleTheNearerInWriting) {
  EXPECT_EQ(*find_nearest("overview.reqests", {"overview", "overview.requests"}), "overview.requests");
  EXPECT_EQ(*find_nearest("overview.request", {"overview", "overview.requests"}), "overview.requests");
}

TEST(FindNearest, FindsNothingWhenNothingIsAlike) {
  EXPECT_EQ(find_nearest("水利局", {"自然资源和规划分局", "公安"}), nullptr);
  EXPECT_EQ(find_nearest("甲", {}), nullptr);
}

TEST(Split, KeepsEmptyParts) {
  EXPECT_EQ(split("a,,b", ','), (std::vector<std::string_view>{"a", "", "b"}));
  EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
}

TEST(CutText, KeepsWholeCharacters) {
  EXPECT_EQ(cut_text("事项", 6), "事项");
  EXPECT_EQ(cut_text("事项甲", 8), "事…");
  EXPECT_EQ(cut_text("abcdef", 5), "ab…");
  EXPECT_EQ(cut_text("", 4), "");
}

}  // namespace nianbao
