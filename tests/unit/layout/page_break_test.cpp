// Where pages end: widows, orphans, headings, signatures, and documents without mercy.
#include <gtest/gtest.h>

#include <cmath>
#include <ctime>

#include "unit/layout/fixed_measure.h"

namespace nianbao {
namespace {

// `lines` one-line paragraphs.
std::vector<Block> lines_of_text(int lines) {
  std::vector<Block> blocks;
  blocks.reserve(static_cast<std::size_t>(lines));
  for (int i = 0; i < lines; ++i) blocks.emplace_back(paragraph("行" + std::to_string(i)));
  return blocks;
}

int body_lines_on(const Page& page) {
  std::set<long> baselines;
  for (const PlacedText& text : page.texts) baselines.insert(std::lround(text.y * 10));
  return static_cast<int>(baselines.size());
}

TEST(PageBreaks, GiveAnEmptyDocumentOneNumberedPage) {
  const PageSet set = lay_out({}, FixedMeasure());
  ASSERT_EQ(set.pages.size(), 1U);
  EXPECT_TRUE(set.pages[0].texts.empty());
  EXPECT_EQ(to_utf8(set.pages[0].number.text), "— 1 —");
}

TEST(PageBreaks, ComeBehindTwentyTwoLines) {
  const PageSet set = pages_of(lines_of_text(50));
  ASSERT_EQ(set.pages.size(), 3U);
  EXPECT_EQ(body_lines_on(set.pages[0]), 22);
  EXPECT_EQ(body_lines_on(set.pages[2]), 6);
}

TEST(PageBreaks, MakeNoBlankPages) {
  EXPECT_EQ(pages_of({PageBreak{}, PageBreak{}, paragraph("甲"), PageBreak{}, PageBreak{}}).pages.size(), 1U);
  EXPECT_EQ(pages_of({PageBreak{}}).pages.size(), 1U);
}

TEST(PageBreaks, LeaveTwoLinesOfAParagraphOnEitherSide) {
  for (int before = 15; before <= 21; ++before)
    for (int lines = 2; lines <= 6; ++lines) {
      std::vector<Block> blocks = lines_of_text(before);
      std::string text;
      for (int i = 0; i < lines; ++i) text += filler(i == 0 ? 26 : 28);
      blocks.emplace_back(paragraph(text));
      const PageSet set = pages_of(blocks);
      const int first = body_lines_on(set.pages[0]) - before;
      const int second = lines - first;
      EXPECT_NE(first, 1) << before << " " << lines;
      EXPECT_NE(second, 1) << before << " " << lines;
    }
}

TEST(PageBreaks, KeepHeadingsWithTheNextTwoLines) {
  for (int before = 16; before <= 22; ++before) {
    std::vector<Block> blocks = lines_of_text(before);
    blocks.emplace_back(Heading{1, "一、甲"});
    blocks.emplace_back(Heading{2, "（一）乙"});
    blocks.emplace_back(paragraph("丙。"));
    blocks.emplace_back(paragraph("丁。"));
    blocks.emplace_back(paragraph("戊。"));
    const PageSet set = pages_of(blocks);
    for (const Page& page : set.pages) {
      const std::string text = text_of(page);
      EXPECT_EQ(count_of(text, "一、甲"), count_of(text, "丁。")) << before;
    }
  }
}

TEST(PageBreaks, KeepALeadInWithTheNextParagraph) {
  Paragraph strong;
  strong.spans = {{"改进措施。", true, false, ""}};
  for (const Paragraph& lead : {strong, paragraph("改进措施如下：")}) {
    std::vector<Block> blocks = lines_of_text(21);
    blocks.emplace_back(lead);
    blocks.emplace_back(paragraph("甲"));
    EXPECT_EQ(body_lines_on(pages_of(blocks).pages[0]), 21);
    blocks.insert(blocks.begin() + 21, paragraph("乙"));  // at the head of the next page anyway
    EXPECT_EQ(body_lines_on(pages_of(blocks).pages[0]), 22);
  }
}

TEST(PageBreaks, PartBoldParagraphsWithoutEnd) {
  Paragraph strong;
  strong.spans = {{"粗", true, false, ""}};
  const PageSet set = pages_of(std::vector<Block>(50, strong));
  EXPECT_EQ(set.pages.size(), 3U);
}

TEST(PageBreaks, LeaveTwoAttachmentsOfAListOnEitherSide) {
  for (int before = 15; before <= 20; ++before) {
    std::vector<Block> blocks = lines_of_text(before);
    for (int i = 0; i < 5; ++i) blocks.emplace_back(paragraph("附件", ParagraphKind::attachment));
    blocks.emplace_back(paragraph("某县人民政府", ParagraphKind::signature));
    const PageSet set = pages_of(blocks);
    ASSERT_EQ(set.pages.size(), 2U);
    const int first = body_lines_on(set.pages[0]) - before;
    EXPECT_TRUE(first == 0 || first == 2 || first == 3) << before << " " << first;
  }
}

TEST(PageBreaks, KeepTheSignatureWithTextBeforeIt) {
  for (int before = 17; before <= 22; ++before) {
    std::vector<Block> blocks = lines_of_text(before);
    blocks.emplace_back(paragraph("特此报告。"));
    blocks.emplace_back(paragraph("某县人民政府", ParagraphKind::signature));
    blocks.emplace_back(paragraph("某日", ParagraphKind::signature));
    const std::string text = text_of(pages_of(blocks).pages.back());
    EXPECT_EQ(count_of(text, "特此报告。"), 1) << before;
    EXPECT_EQ(count_of(text, "某县人民政府"), 1) << before;
    EXPECT_EQ(count_of(text, "某日"), 1) << before;
  }
}

TEST(PageBreaks, SurviveHeadingsWithoutEnd) {
  std::vector<Block> blocks;
  blocks.reserve(500);
  for (int i = 0; i < 500; ++i) blocks.emplace_back(Heading{1 + i % 4, "标题" + std::to_string(i)});
  const PageSet set = pages_of(blocks);
  EXPECT_EQ(set.pages.size(), 23U);  // 500 / 22, rounded up
}

TEST(PageBreaks, LoseNothingOfAParagraphWithoutBreakChances) {
  const PageSet set = pages_of({paragraph(std::string(5000, 'x'))});
  std::size_t letters = 0;
  for (const Page& page : set.pages)
    for (const PlacedText& text : page.texts) letters += text.text.size();
  EXPECT_EQ(letters, 5000U);
  EXPECT_EQ(set.pages.size(), 5U);
}

TEST(PageBreaks, PointBookmarksAtHeadingsAndCaptions) {
  Table table = plain_table(3, 2);
  table.caption = "某表";
  std::vector<Block> blocks = lines_of_text(21);
  blocks.emplace_back(Heading{1, "一、甲"});
  blocks.emplace_back(Heading{2, "（一）乙"});
  blocks.emplace_back(Heading{3, "1.丙"});
  blocks.emplace_back(paragraph("丁。"));
  blocks.emplace_back(table);
  const PageSet set = pages_of(blocks);
  ASSERT_EQ(set.bookmarks.size(), 3U);
  EXPECT_EQ(set.bookmarks[0].title, "一、甲");
  EXPECT_EQ(set.bookmarks[0].level, 1);
  EXPECT_EQ(set.bookmarks[0].page, 1);
  EXPECT_NEAR(set.bookmarks[0].y, 260 * 72 / 25.4, 0.05);
  EXPECT_EQ(set.bookmarks[1].level, 2);
  EXPECT_EQ(set.bookmarks[2].title, "某表");
  EXPECT_EQ(set.bookmarks[2].level, 3);
}

TEST(PageBreaks, StayLinearInLongDocuments) {
  std::vector<Block> blocks;
  for (int i = 0; i < 500; ++i) {
    blocks.emplace_back(Heading{2, "（一）标题"});
    blocks.emplace_back(paragraph(filler(200)));
  }
  const std::clock_t start = std::clock();
  EXPECT_GT(pages_of(blocks).pages.size(), 180U);
  const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
  EXPECT_LT(seconds, 20);  // of the processor; linear work takes less than one, unoptimised
}

}  // namespace
}  // namespace nianbao
