// Where text stands: the type area, its grid, indents, signature and page numbers.
#include <gtest/gtest.h>

#include <cmath>

#include "unit/layout/fixed_measure.h"
#include "unit/layout/golden.h"

namespace nianbao {
namespace {

constexpr double kMillimetre = 72 / 25.4;
constexpr double kLeft = 28 * kMillimetre;
constexpr double kRight = 184 * kMillimetre;
constexpr double kTop = 260 * kMillimetre;  // above the lower edge of the sheet
constexpr double kPitch = 225 * kMillimetre / 22;
constexpr double kCell = 156 * kMillimetre / 28;

// The grid line of a 16 pt baseline, from 0; a fraction when it is on none.
double grid_line(double baseline) {
  return (kTop - baseline - kPitch / 2 - 0.38 * 16) / kPitch;
}

bool is_on_grid(double baseline) {
  const double line = grid_line(baseline);
  return std::abs(line - std::round(line)) < 0.001;
}

TEST(Grid, HoldsTwentyTwoLinesOfTwentyEightCharacters) {
  const PageSet set = pages_of({paragraph(filler(28 * 22 - 2 + 28 * 2))});
  ASSERT_EQ(set.pages.size(), 2U);
  const auto& texts = set.pages[0].texts;
  ASSERT_EQ(texts.size(), 22U);
  EXPECT_EQ(texts[0].text.size(), 26U);
  EXPECT_EQ(texts[1].text.size(), 28U);
  EXPECT_NEAR(texts[0].x, kLeft + 2 * kCell, 0.01);
  EXPECT_NEAR(texts[1].x, kLeft, 0.01);
  EXPECT_NEAR(texts[1].letter_spacing, kCell - 16, 0.001);
  EXPECT_NEAR(grid_line(texts[0].y), 0, 0.001);
  EXPECT_NEAR(grid_line(texts[21].y), 21, 0.001);
}

TEST(Grid, HoldsEveryLineOfBodyTextEvenBehindTablesAndNotes) {
  Table table = plain_table(4, 3);
  table.note = "注：" + filler(60);
  const PageSet set = pages_of({paragraph(filler(100)), table, paragraph("甲" + filler(50)),
                                paragraph("小字。", ParagraphKind::note), paragraph("乙" + filler(50)),
                                Heading{1, "一、标题"}});
  for (const PlacedText& text : set.pages[0].texts) {
    if (text.size == 16) {
      EXPECT_TRUE(is_on_grid(text.y)) << to_utf8(text.text);
    }
  }
}

TEST(Grid, JustifiesAllLinesButTheLast) {
  const PageSet set = pages_of({paragraph(filler(17) + "1.5" + filler(30))});
  const auto& texts = set.pages[0].texts;
  double right = 0;
  for (const PlacedText& text : texts)
    if (text.y == texts.front().y) {
      const double width = text_width(FixedMeasure(), text.role, text.size, text.text, text.letter_spacing);
      right = std::max(right, text.x + width - text.letter_spacing);
    }
  EXPECT_NEAR(right, kRight, 0.5);
  EXPECT_LT(texts.back().x, kRight - 10 * kCell);
}

TEST(Grid, LeavesAVeryLooseLineRagged) {
  const PageSet set = pages_of({paragraph("甲乙丙丁" + std::string(50, 'x') + filler(10))});
  const auto& first = set.pages[0].texts.front();
  EXPECT_EQ(to_utf8(first.text), "甲乙丙丁");
  EXPECT_LT(first.letter_spacing, 0.1 * first.size);
}

TEST(Grid, StretchesNoNumber) {
  const PageSet set = pages_of({paragraph(filler(16) + "12345678901" + filler(34))});
  const PlacedText number = piece_of(set.pages[0], "12345678901");
  ASSERT_GE(number.x, 0);
  EXPECT_LE(number.letter_spacing, 0);
}

TEST(Grid, SetsHeadingsByLevel) {
  const PageSet set =
      pages_of({Heading{1, "一、甲"}, Heading{2, "（一）乙"}, Heading{3, "1.丙"}, Heading{4, "（1）丁"}});
  const std::vector<FontRole> wanted = {FontRole::hei, FontRole::kai, FontRole::fang_bold, FontRole::fang};
  std::vector<FontRole> found;
  for (const PlacedText& text : set.pages[0].texts)
    if (std::abs(text.x - kLeft - 2 * kCell) < 0.01) found.push_back(text.role);
  EXPECT_EQ(found, wanted);
}

TEST(Grid, BreaksTheTitleAtASensiblePlace) {
  Document document = document_of({paragraph("正文。")});
  document.title = "济南市莱芜区人民政府2024年政府信息公开工作年度报告";
  const PageSet set = lay_out(document, FixedMeasure());
  const PlacedText second = piece_of(set.pages[0], "政府信息公开工作年度报告");
  ASSERT_GE(second.x, 0);
  EXPECT_EQ(second.role, FontRole::title);
  EXPECT_EQ(second.size, 22);
  EXPECT_NEAR(second.x + 6 * 22, (kLeft + kRight) / 2, 0.01);
  // Two lines of title, a blank one, then the body.
  EXPECT_NEAR(grid_line(piece_of(set.pages[0], "正文。").y), 3, 0.001);
}

TEST(Grid, KeepsTheReportsNameWholeInLongTitles) {
  for (int length = 1; length < 60; ++length) {
    Document document;
    document.title = filler(length) + "2024年政府信息公开工作年度报告";
    const std::string text = dump(lay_out(document, FixedMeasure()));
    EXPECT_EQ(count_of(text, "政府信息公开工作年度报告"), 1) << length;
  }
}

TEST(Grid, CentresTheIssuerOverTheDate) {
  const PageSet set = pages_of({paragraph("正文。"), paragraph("某县人民政府", ParagraphKind::signature),
                                paragraph("二〇二五年一月二十四日", ParagraphKind::signature)});
  const PlacedText issuer = piece_of(set.pages[0], "某县人民政府");
  const PlacedText date = piece_of(set.pages[0], "二〇二五年一月二十四日");
  EXPECT_NEAR(date.x + 11 * kCell, kRight - 4 * kCell, 0.01);
  EXPECT_NEAR(issuer.x + 3 * kCell, date.x + 5.5 * kCell, 0.01);
  EXPECT_NEAR(grid_line(issuer.y), 2, 0.001);
}

TEST(Grid, MovesALongIssuerIntoTheTypeArea) {
  const std::string issuer = filler(24);
  const PageSet set = pages_of(
      {paragraph(issuer, ParagraphKind::signature), paragraph("某年某月某日", ParagraphKind::signature)});
  const PlacedText piece = piece_of(set.pages[0], issuer);
  EXPECT_NEAR(piece.x + 24 * kCell, kRight, 0.01);
  EXPECT_NEAR(piece_of(set.pages[0], "某年某月某日").x + 3 * kCell, piece.x + 12 * kCell, 0.01);
}

TEST(Grid, NumbersOddPagesRightAndEvenPagesLeft) {
  const PageSet set = pages_of({paragraph("甲。"), PageBreak{}, paragraph("乙。")});
  ASSERT_EQ(set.pages.size(), 2U);
  const PlacedText& odd = set.pages[0].number;
  const PlacedText& even = set.pages[1].number;
  EXPECT_EQ(to_utf8(odd.text), "— 1 —");
  EXPECT_EQ(to_utf8(even.text), "— 2 —");
  EXPECT_EQ(odd.role, FontRole::song);
  EXPECT_EQ(odd.size, 14);
  EXPECT_NEAR(odd.x + 14 * 3.5, kRight - 14, 0.01);
  EXPECT_NEAR(even.x, kLeft + 14, 0.01);
  EXPECT_NEAR(odd.y + 0.38 * 14, (35 - 7) * kMillimetre, 0.1);
}

TEST(Grid, MarksStrongTextEmphasisAndLinks) {
  Paragraph item = paragraph("甲", ParagraphKind::list_item);
  item.marker = "1.";
  item.spans.push_back({"乙", true, false, {}});
  item.spans.push_back({"丙", false, true, {}});
  item.spans.push_back({"丁", false, false, "https://example.gov.cn/"});
  const PageSet set = pages_of({item});
  expect_golden("spans.txt", dump(set));
}

TEST(Grid, ShowsAWholeShortReport) {
  Document document = document_of({paragraph("本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）"
                                             "编制，统计期限为2024年1月1日至12月31日。"),
                                   Heading{1, "一、总体情况"}, Heading{2, "（一）主动公开"},
                                   paragraph("全年主动公开政府信息12,345条，同比增长1.08%；网址：https://"
                                             "www.example.gov.cn/gongkai/nianbao/。"),
                                   plain_table(3, 3), paragraph("某县人民政府", ParagraphKind::signature),
                                   paragraph("2025年1月24日", ParagraphKind::signature)});
  document.title = "某县人民政府2024年政府信息公开工作年度报告";
  document.draft = true;
  expect_golden("short-report.txt", dump(lay_out(document, FixedMeasure())));
}

}  // namespace
}  // namespace nianbao
