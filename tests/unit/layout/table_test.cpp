// Tables on pages: widths, spans, rules, repeated headings, page breaks, turned pages.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ctime>

#include "unit/layout/fixed_measure.h"
#include "unit/layout/golden.h"

namespace nianbao {
namespace {

constexpr double kMillimetre = 72 / 25.4;

std::vector<Block> with_lines_before(int lines, const Table& table) {
  std::vector<Block> blocks;
  blocks.reserve(static_cast<std::size_t>(lines) + 1);
  for (int i = 0; i < lines; ++i) blocks.emplace_back(paragraph("行。"));
  blocks.emplace_back(table);
  return blocks;
}

int ruled_down(const Page& page) {
  return static_cast<int>(std::count_if(page.lines.begin(), page.lines.end(),
                                        [](const PlacedLine& line) { return line.x1 == line.x2; }));
}

// Whether all text and rules of a page lie in its type area.
bool is_inside(const Page& page) {
  const double right = (page.rotated ? 260 : 184) * kMillimetre;
  const double left = (page.rotated ? 35 : 28) * kMillimetre;
  const double bottom = (page.rotated ? 26 : 35) * kMillimetre;
  const double top = (page.rotated ? 182 : 260) * kMillimetre;
  const auto in = [&](double x, double y) {
    return x > left - 0.1 && x < right + 0.1 && y > bottom - 0.1 && y < top + 0.1;
  };
  for (const PlacedLine& line : page.lines)
    if (!in(line.x1, line.y1) || !in(line.x2, line.y2)) return false;
  return std::all_of(page.texts.begin(), page.texts.end(),
                     [&](const PlacedText& text) { return in(text.x, text.y); });
}

TEST(TableLayout, RulesEveryCellOnce) {
  const PageSet set = pages_of({plain_table(3, 4)});
  EXPECT_EQ(set.pages[0].lines.size(), 4U + 5U);
  expect_golden("plain-table.txt", dump(set));
}

TEST(TableLayout, RulesAroundSpans) {
  Table table = plain_table(4, 4);
  table.cells.clear();
  table.cells = {cell(0, 0, "角", 2, 2),   cell(0, 2, "横跨", 1, 2), cell(1, 2, "三"), cell(1, 3, "四"),
                 cell(2, 0, "纵跨", 2, 1), cell(2, 1, "甲"),         cell(2, 2, "1"),  cell(2, 3, "2"),
                 cell(3, 1, "乙"),         cell(3, 2, "3")};
  expect_golden("spans-table.txt", dump(pages_of({table})));
}

TEST(TableLayout, SharesTheWidthByWeight) {
  Table table = plain_table(2, 3);
  table.column_weights = {1, 2, 1};
  const PageSet set = pages_of({table});
  std::set<long> edges;
  for (const PlacedLine& line : set.pages[0].lines)
    if (line.x1 == line.x2) edges.insert(std::lround((line.x1 / kMillimetre - 28) * 4 / 156));
  EXPECT_EQ(edges, (std::set<long>{0, 1, 3, 4}));
}

TEST(TableLayout, WidensAColumnForItsNumber) {
  Table table = plain_table(2, 3);
  table.column_weights = {1, 30, 30};
  table.cells[3].value = std::int64_t{123456789};
  EXPECT_GE(piece_of(pages_of({table}).pages[0], "123456789").x, 0);
}

TEST(TableLayout, TakesWidthsFromContentWithoutWeights) {
  Table table = plain_table(2, 2);
  table.column_weights.clear();
  table.cells[2].value = filler(30);
  const PageSet set = pages_of({table});
  EXPECT_TRUE(is_inside(set.pages[0]));
  double middle = 0;
  for (const PlacedLine& line : set.pages[0].lines)
    if (line.x1 == line.x2 && line.x1 > 100 && line.x1 < 500) middle = line.x1;
  EXPECT_GT(middle, 300);
}

TEST(TableLayout, RunsANarrowMergedLabelDownItsCell) {
  Table table = plain_table(22, 2);
  table.heading_rows = 0;
  table.cells.clear();
  table.column_weights = {1, 20};
  table.cells.push_back(cell(0, 0, "三、本年度办理结果", 22, 1));
  for (int r = 0; r < 22; ++r) table.cells.push_back(cell(r, 1, "行"));
  const Page page = pages_of({table}).pages[0];
  std::vector<std::string> label;
  for (const PlacedText& text : page.texts)
    if (text.x < 110) label.push_back(to_utf8(text.text));
  EXPECT_EQ(label, (std::vector<std::string>{"三、", "本年", "度办", "理结", "果"}));
}

TEST(TableLayout, RaisesRowsForASpanningText) {
  Table table = plain_table(3, 2);
  table.heading_rows = 0;
  table.cells = {cell(0, 0, "甲\n乙\n丙\n丁\n戊\n己\n庚\n辛", 2, 1), cell(0, 1, "1"), cell(1, 1, "2"),
                 cell(2, 0, "3"), cell(2, 1, "4")};
  const Page page = pages_of({table}).pages[0];
  const double needed = 8 * 1.25 * 10.5;
  const double height = piece_of(page, "1").y - piece_of(page, "2").y;
  EXPECT_NEAR(height, needed / 2 + 4, 0.1);
}

TEST(TableBreaks, RepeatHeadingsAndLoseNoRow) {
  const PageSet set = pages_of({plain_table(301, 5)});
  EXPECT_GT(set.pages.size(), 8U);
  std::string all;
  for (const Page& page : set.pages) {
    EXPECT_EQ(count_of(text_of(page), "栏0"), 1);
    EXPECT_TRUE(is_inside(page));
    all += dump({{page}, {}, false});
  }
  for (int r = 1; r <= 300; ++r) EXPECT_EQ(count_of(all, "|" + std::to_string(r) + ".3|"), 1) << r;
}

TEST(TableBreaks, MoveAWholeTableAndNoTextBeforeIt) {
  Table table = plain_table(20, 3);
  table.keep_whole = true;
  table.caption = "表题";
  std::vector<Block> blocks = with_lines_before(10, table);
  blocks.emplace_back(paragraph("后文。"));
  const PageSet set = pages_of(blocks);
  ASSERT_EQ(set.pages.size(), 2U);
  EXPECT_EQ(count_of(text_of(set.pages[0]), "后文"), 0);
  EXPECT_EQ(count_of(text_of(set.pages[0]), "表题"), 0);
  EXPECT_TRUE(set.pages[0].lines.empty());
}

TEST(TableBreaks, ShrinkAWholeTableTogetherWithItsHeading) {
  Table table = plain_table(40, 4);
  table.keep_whole = true;
  const PageSet set =
      pages_of({paragraph(filler(200)), Heading{1, "三、收到和处理政府信息公开申请情况"}, table});
  ASSERT_EQ(set.pages.size(), 2U);
  EXPECT_EQ(count_of(text_of(set.pages[1]), "三、收到"), 1);
  EXPECT_TRUE(is_inside(set.pages[1]));
  const double size = piece_of(set.pages[1], "39.3").size;
  EXPECT_GE(size, 7);
  EXPECT_LT(size, 10.5);
}

TEST(TableBreaks, PartATableThatCannotBeWhole) {
  Table table = plain_table(200, 4);
  table.keep_whole = true;
  const PageSet set = pages_of({Heading{1, "标题"}, table});
  EXPECT_GT(set.pages.size(), 4U);
  EXPECT_GE(piece_of(set.pages[0], "1.1").x, 0);  // the heading is not left alone
  EXPECT_EQ(piece_of(set.pages[0], "1.1").size, 10.5);
}

TEST(TableBreaks, KeepCaptionHeadingAndFirstRowsTogether) {
  Table table = plain_table(60, 3);
  table.caption = "表题";
  for (int before = 15; before <= 22; ++before) {
    const PageSet set = pages_of(with_lines_before(before, table));
    for (const Page& page : set.pages) {
      const std::string text = text_of(page);
      if (count_of(text, "表题") == 0) continue;
      EXPECT_EQ(count_of(text, "栏0"), 1) << before;
      EXPECT_GE(count_of(text, "2.0"), 1) << before;
      EXPECT_GE(count_of(text, "行。"), 1) << before;  // the table stays with the text above it
    }
  }
}

TEST(TableBreaks, PrintTheLabelOfAPartedSpanAgain) {
  Table table = plain_table(61, 2);
  table.cells.clear();
  table.cells = {cell(0, 0, "栏甲"), cell(0, 1, "栏乙"), cell(1, 0, "全部单位", 60, 1)};
  for (int r = 1; r <= 60; ++r) table.cells.push_back(cell(r, 1, "第" + std::to_string(r) + "行"));
  const PageSet set = pages_of({table});
  ASSERT_EQ(set.pages.size(), 3U);
  for (const Page& page : set.pages) {
    EXPECT_EQ(count_of(text_of(page), "全部单位"), 1);
    EXPECT_EQ(ruled_down(page), 3);
  }
}

TEST(TableBreaks, PreferTheEdgeOfASpan) {
  Table table = plain_table(61, 2);
  table.cells = {cell(0, 0, "栏甲"), cell(0, 1, "栏乙")};
  for (int group = 0; group < 12; ++group)
    table.cells.push_back(cell(1 + group * 5, 0, "组" + std::to_string(group) + "。", 5, 1));
  for (int r = 1; r <= 60; ++r) table.cells.push_back(cell(r, 1, "行"));
  std::string all;
  for (const Page& page : pages_of({table}).pages) all += text_of(page);
  EXPECT_EQ(count_of(all, "组"), 12);  // no label twice: no span was parted
}

TEST(TableBreaks, LeaveNoPartTooLowForItsLabel) {
  Table table = plain_table(106, 2);
  table.cells = {cell(0, 0, "栏甲"), cell(0, 1, "栏乙")};
  for (int group = 0; group < 7; ++group)
    table.cells.push_back(cell(1 + group * 15, 0, "子\n丑\n寅\n卯", 15, 1));
  for (int r = 1; r < 106; ++r) table.cells.push_back(cell(r, 1, "行"));
  for (const Page& page : pages_of({table}).pages) {
    const auto parts = std::count_if(page.lines.begin(), page.lines.end(), [](const PlacedLine& line) {
      return line.y1 == line.y2 && line.x1 < 28 * kMillimetre + 0.1;
    });
    EXPECT_EQ(count_of(text_of(page), "卯"), parts - 2);  // without the rules over and under the heading
  }
}

TEST(TableBreaks, CutOnlyARowTallerThanAPage) {
  Table table = plain_table(3, 2);
  table.cells[3].value = filler(4000);
  const PageSet set = pages_of({paragraph("前文。"), table});
  EXPECT_GT(set.pages.size(), 2U);
  std::size_t characters = 0;
  for (const Page& page : set.pages) {
    EXPECT_TRUE(is_inside(page));
    EXPECT_EQ(count_of(text_of(page), "栏0"), 1);
    for (const PlacedText& text : page.texts)
      if (text.text.size() > 5) characters += text.text.size();
    EXPECT_EQ(ruled_down(page), 3);
  }
  EXPECT_NEAR(double(characters), 4000, 5);  // the last line may be a short one
  EXPECT_EQ(count_of(text_of(set.pages.back()), "2.1"), 1);
}

TEST(TableBreaks, RunALongSpanningTextOnOverPages) {
  Table table = plain_table(80, 2);
  table.cells = {cell(0, 0, "栏甲"), cell(0, 1, "栏乙"), cell(1, 0, filler(3000), 79, 1)};
  for (int r = 1; r < 80; ++r) table.cells.push_back(cell(r, 1, "行"));
  std::size_t characters = 0;
  for (const Page& page : pages_of({table}).pages) {
    EXPECT_TRUE(is_inside(page));
    double above = 1000;
    for (const PlacedText& text : page.texts) {
      if (text.text.size() <= 5) continue;
      characters += text.text.size();
      EXPECT_GT(above - text.y, 13);  // no line is squeezed
      above = text.y;
    }
  }
  EXPECT_NEAR(double(characters), 3000, 5);
}

TEST(TableBreaks, KeepTheNoteWithTheLastRow) {
  Table table = plain_table(2, 2);
  table.note = "注：说明。";
  for (int rows = 22; rows < 32; ++rows) {
    Table longer = plain_table(rows, 2);
    longer.note = table.note;
    const std::string text = text_of(pages_of({longer}).pages.back());
    EXPECT_EQ(count_of(text, "注：说明。"), 1) << rows;
    EXPECT_EQ(count_of(text, std::to_string(rows - 1) + ".1"), 1) << rows;
  }
}

TEST(TurnedPages, HoldATableTooWideForAnUprightOne) {
  Table table = plain_table(4, 34);
  table.caption = "宽表";
  for (TableCell& cell : table.cells)
    if (cell.row > 0) cell.value = std::string("1234");
  const PageSet set = pages_of({Heading{1, "一、标题"}, table, paragraph("后文。")});
  ASSERT_EQ(set.pages.size(), 3U);
  EXPECT_FALSE(set.pages[0].rotated);
  EXPECT_TRUE(set.pages[1].rotated);
  EXPECT_FALSE(set.pages[2].rotated);
  EXPECT_TRUE(is_inside(set.pages[1]));
  EXPECT_EQ(count_of(text_of(set.pages[1]), "1234"), 3 * 34);
  EXPECT_GE(piece_of(set.pages[1], "1234").size, 7);
  EXPECT_EQ(set.bookmarks.back().page, 1);
  EXPECT_NEAR(set.bookmarks.back().y, set.pages[1].height, 0.01);
  // The number stands as on every page.
  EXPECT_NEAR(set.pages[1].number.x, 28 * kMillimetre + 14, 0.01);
}

TEST(TurnedPages, BreakNumbersOnlyWhereNothingElseHelps) {
  Table table = plain_table(2, 100);
  for (TableCell& cell : table.cells) cell.value = std::string("123456");
  const PageSet set = pages_of({table});
  EXPECT_TRUE(set.pages[0].rotated);
  EXPECT_TRUE(is_inside(set.pages[0]));
}

TEST(Tables, SurviveOddShapes) {
  Table none;
  Table headings = plain_table(3, 2);
  headings.heading_rows = 3;
  Table tall_heading = plain_table(3, 1);
  tall_heading.cells[0].value = filler(5000);
  Table outside = plain_table(2, 2);
  outside.cells.push_back(cell(1, 1, "外", 9, 9));
  outside.cells.push_back(cell(7, 7, "远"));
  const PageSet set = pages_of({none, headings, tall_heading, outside, paragraph("后文。")});
  for (const Page& page : set.pages) EXPECT_TRUE(is_inside(page));
  EXPECT_EQ(count_of(text_of(set.pages.back()), "后文。"), 1);
}

TEST(Tables, SurviveHugeSpansAndManyRowsInTime) {
  Table table = plain_table(20000, 4);
  table.cells.clear();
  table.heading_rows = 1;
  table.cells.push_back(cell(0, 0, "栏", 1, 4));
  table.cells.push_back(cell(1, 0, "全部", 19999, 1));
  for (int r = 1; r < 20000; ++r)
    for (int c = 1; c < 4; ++c) table.cells.push_back(cell(r, c, std::to_string(r)));
  const std::clock_t start = std::clock();
  const PageSet set = pages_of({table});
  const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
  EXPECT_GT(set.pages.size(), 600U);
  for (const Page& page : set.pages) EXPECT_EQ(count_of(text_of(page), "全部"), 1);
  EXPECT_LT(seconds, 20);  // of the processor; linear work takes less than one, unoptimised
}

}  // namespace
}  // namespace nianbao
