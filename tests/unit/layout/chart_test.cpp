// Charts on pages: what is drawn and what is not, that nothing touches, that title and picture stay together.
#include "report/chart.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "unit/layout/fixed_measure.h"
#include "unit/layout/golden.h"

namespace nianbao {
namespace {

constexpr double kMillimetre = 72 / 25.4;
constexpr double kSlack = 0.35;  // points; pieces of one line adjoin

std::vector<CellValue> counts(const std::vector<std::int64_t>& values) {
  return {values.begin(), values.end()};
}

Chart chart_of(std::vector<std::string> categories, std::vector<ChartSeries> series,
               ChartKind kind = ChartKind::columns) {
  Chart chart;
  chart.name = "chart";
  chart.title = "图题";
  chart.unit = "件";
  chart.kind = kind;
  chart.categories = std::move(categories);
  chart.series = std::move(series);
  return chart;
}

Chart months() {
  std::vector<std::string> names;
  for (int i = 1; i <= 12; ++i) names.push_back(std::to_string(i) + "月");
  return chart_of(names, {{"", counts({31, 12, 25, 44, 38, 29, 33, 41, 7, 52, 47, 60})}});
}

Chart units(int count, ChartKind kind = ChartKind::bars) {
  Chart chart = chart_of({}, {{"", {}}}, kind);
  for (int i = 0; i < count; ++i) {
    chart.categories.push_back("单位" + std::to_string(i) + "号");
    chart.series[0].values.emplace_back(std::int64_t{i} * 37 % 91);
  }
  return chart;
}

struct Area {
  double left, bottom, right, top;
};

Area area_of(const PlacedText& text) {
  const double width = text_width(FixedMeasure(), text.role, text.size, text.text);
  return {text.x, text.y - 0.12 * text.size, text.x + width, text.y + 0.88 * text.size};
}

bool touch(const Area& a, const Area& b) {
  return a.left < b.right - kSlack && b.left < a.right - kSlack && a.bottom < b.top - kSlack &&
         b.bottom < a.top - kSlack;
}

// No two texts of a page touch, and all of it lies in the type area.
void expect_tidy(const Page& page, const std::string& what) {
  const Area type{28 * kMillimetre, 35 * kMillimetre, 184 * kMillimetre, 260 * kMillimetre};
  const auto is_inside = [&](const Area& area) {
    return area.left > type.left - 0.1 && area.right < type.right + 0.1 && area.bottom > type.bottom - 0.1 &&
           area.top < type.top + 0.1;
  };
  std::vector<Area> areas;
  for (const PlacedText& text : page.texts) {
    areas.push_back(area_of(text));
    const Area& area = areas.back();
    if (!is_inside(area)) ADD_FAILURE() << what << ": outside: " << to_utf8(text.text);
    for (std::size_t k = 0; k + 1 < areas.size(); ++k)
      if (touch(area, areas[k]))
        ADD_FAILURE() << what << ": " << to_utf8(text.text) << " on " << to_utf8(page.texts[k].text);
  }
  for (const PlacedBox& box : page.boxes) {
    const bool is_box = box.width >= 0 && box.height >= 0;
    if (!is_box || !is_inside({box.x, box.y, box.x + box.width, box.y + box.height}))
      ADD_FAILURE() << what << ": box at " << box.x << " " << box.y;
  }
}

void expect_tidy(const Chart& chart, const std::string& what) {
  for (const Page& page : pages_of({chart}).pages) expect_tidy(page, what);
}

// The boxes of one colour.
std::vector<PlacedBox> boxes(const Page& page, Colour colour) {
  std::vector<PlacedBox> found;
  std::copy_if(page.boxes.begin(), page.boxes.end(), std::back_inserter(found),
               [&](const PlacedBox& box) { return box.colour == colour; });
  return found;
}

int texts_that_are(const Page& page, const std::string& text) {
  return static_cast<int>(std::count_if(page.texts.begin(), page.texts.end(), [&](const PlacedText& piece) {
    return to_utf8(piece.text) == text;
  }));
}

std::string dumped(const Chart& chart) {
  return dump(pages_of({chart}));
}

TEST(ColumnChart, StandsAsDrawn) {
  Chart chart = months();
  chart.series[0].values[6] = CellValue{};
  chart.series[0].values[8] = std::int64_t{0};
  expect_golden("column-chart.txt", dumped(chart));
}

TEST(ColumnChart, IsAsHighAsItsValue) {
  const Page page = pages_of({months()}).pages[0];
  const std::vector<PlacedBox> columns = boxes(page, series_colour(0));
  ASSERT_EQ(columns.size(), 12U);
  EXPECT_NEAR(columns[0].height / columns[11].height, 31.0 / 60, 0.001);
  for (const PlacedBox& column : columns) EXPECT_EQ(column.y, columns[0].y);
  EXPECT_GT(columns[11].height, 30 * kMillimetre);
}

TEST(ColumnChart, DrawsNeitherBlankNorTextAndSaysNought) {
  const Chart chart = chart_of({"甲", "乙", "丙", "丁"},
                               {{"", {std::int64_t{2}, CellValue{}, std::int64_t{0}, std::string("/")}}});
  const Page page = pages_of({chart}).pages[0];
  EXPECT_EQ(boxes(page, series_colour(0)).size(), 1U);
  EXPECT_EQ(texts_that_are(page, "0"), 2);  // at the axis and at 丙
  EXPECT_EQ(texts_that_are(page, "/"), 1);
  EXPECT_EQ(texts_that_are(page, "乙"), 1);
}

TEST(ColumnChart, HasStepsOfWholePieces) {
  const Page page = pages_of({chart_of({"甲"}, {{"", counts({2})}})}).pages[0];
  EXPECT_EQ(texts_that_are(page, "1"), 1);
  EXPECT_EQ(count_of(text_of(page), "."), 0);
}

TEST(ColumnChart, OfNoughtsOnlyHasAnAxisAndNoColumn) {
  const Page page = pages_of({chart_of({"甲", "乙"}, {{"", counts({0, 0})}})}).pages[0];
  EXPECT_TRUE(boxes(page, series_colour(0)).empty());
  EXPECT_EQ(texts_that_are(page, "0"), 3);
  EXPECT_EQ(texts_that_are(page, "1"), 1);
  expect_tidy(page, "noughts");
}

TEST(ColumnChart, OfOneCategoryIsNoWall) {
  const Page page = pages_of({chart_of({"政府开放日"}, {{"", counts({7})}})}).pages[0];
  ASSERT_EQ(boxes(page, series_colour(0)).size(), 1U);
  EXPECT_LT(boxes(page, series_colour(0))[0].width, 40);
}

TEST(ColumnChart, HangsNegativeColumnsUnderTheLine) {
  const Page page = pages_of({chart_of({"甲", "乙"}, {{"", counts({-3, 5})}})}).pages[0];
  const std::vector<PlacedBox> columns = boxes(page, series_colour(0));
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_NEAR(columns[0].y + columns[0].height, columns[1].y, 0.001);
  EXPECT_EQ(page.lines[0].y1, columns[1].y);
  expect_tidy(page, "negative");
}

TEST(ColumnChart, SetsSeriesSideBySideWithALegend) {
  Chart chart = chart_of({"甲", "乙"}, {{"今年", counts({3, 4})}, {"去年", counts({1, 2})}});
  const Page page = pages_of({chart}).pages[0];
  const std::vector<PlacedBox> first = boxes(page, series_colour(0));
  const std::vector<PlacedBox> second = boxes(page, series_colour(1));
  ASSERT_EQ(first.size(), 3U);  // with the sample of the legend
  ASSERT_EQ(second.size(), 3U);
  EXPECT_GE(second[1].x, first[1].x + first[1].width);
  EXPECT_EQ(texts_that_are(page, "去年"), 1);
  chart.series.pop_back();
  EXPECT_EQ(texts_that_are(pages_of({chart}).pages[0], "今年"), 0);
}

TEST(ColumnChart, WrapsLongNames) {
  const Chart chart = chart_of({"加快转变政府职能", "优化营商环境", "重点领域信息公开", "政策发布解读回应",
                                "政务公开平台建设", "政务公开保障监督", "行政执法公示"},
                               {{"", counts({1, 2, 3, 4, 5, 6, 7})}});
  const Page page = pages_of({chart}).pages[0];
  EXPECT_EQ(texts_that_are(page, "加快转变"), 1);
  EXPECT_EQ(texts_that_are(page, "政府职能"), 1);
  expect_tidy(page, "long names");
}

TEST(ColumnChart, LiesDownWhereNamesHaveNoRoom) {
  Chart chart = units(30, ChartKind::columns);
  for (std::string& name : chart.categories) name += "及其下属单位和派出机构";
  const Page page = pages_of({chart}).pages[0];
  const std::vector<PlacedBox> bars = boxes(page, series_colour(0));
  ASSERT_EQ(bars.size(), 29U);  // the first is 0
  for (const PlacedBox& bar : bars) EXPECT_EQ(bar.x, bars[0].x);
  expect_tidy(page, "lying columns");
}

TEST(StackedChart, StandsAsDrawn) {
  Chart chart =
      chart_of({"甲", "乙", "丙"},
               {{"按时", counts({31, 12, 0})}, {"超期", counts({2, 9, 4})}, {"未结", counts({0, 7, 0})}});
  chart.stacked = true;
  chart.series[2].values[0] = CellValue{};
  expect_golden("stacked-chart.txt", dumped(chart));
}

TEST(StackedChart, SaysTheSumOnlyOfFigures) {
  Chart chart = chart_of({"甲", "乙"}, {{"一", counts({31, 12})}, {"二", counts({2, 9})}});
  chart.stacked = true;
  EXPECT_EQ(texts_that_are(pages_of({chart}).pages[0], "21"), 1);
  chart.series[1].values[1] = CellValue{};
  const Page page = pages_of({chart}).pages[0];
  EXPECT_EQ(texts_that_are(page, "33"), 1);
  EXPECT_EQ(texts_that_are(page, "12"), 1);  // the part, no sum
}

TEST(StackedChart, AddsAmountsExactly) {
  Chart chart = chart_of({"甲"}, {{"一", {*Decimal::parse("0.1")}}, {"二", {*Decimal::parse("0.20")}}});
  chart.stacked = true;
  EXPECT_EQ(texts_that_are(pages_of({chart}).pages[0], "0.30"), 1);
}

TEST(StackedChart, PutsPartsOnEachOther) {
  Chart chart = chart_of({"甲"}, {{"一", counts({31})}, {"二", counts({20})}});
  chart.stacked = true;
  const Page page = pages_of({chart}).pages[0];
  const PlacedBox lower = boxes(page, series_colour(0)).back();
  const PlacedBox upper = boxes(page, series_colour(1)).back();
  EXPECT_NEAR(lower.y + lower.height, upper.y, 0.001);
  EXPECT_EQ(lower.x, upper.x);
  EXPECT_EQ(piece_of(page, "31").colour, kWhite);  // on dark blue
  EXPECT_EQ(piece_of(page, "51").colour, kBlack);
}

TEST(BarChart, StandsAsDrawn) {
  Chart chart = units(5);
  chart.series[0].values[2] = CellValue{};
  expect_golden("bar-chart.txt", dumped(chart));
}

TEST(BarChart, BeginsWithTheFirstCategory) {
  const Page page = pages_of({units(5)}).pages[0];
  EXPECT_GT(piece_of(page, "单位0号").y, piece_of(page, "单位4号").y);
}

TEST(BarChart, KeepsFortyCategoriesOnOnePage) {
  const PageSet set = pages_of({units(40)});
  ASSERT_EQ(set.pages.size(), 1U);
  expect_tidy(set.pages[0], "forty");
  for (int i = 0; i < 40; ++i)
    EXPECT_EQ(texts_that_are(set.pages[0], "单位" + std::to_string(i) + "号"), 1) << i;
}

TEST(BarChart, GoesOnOnOneScaleWhereAPageIsTooSmall) {
  const PageSet set = pages_of({paragraph("前文。"), units(200), paragraph("后文。")});
  std::string all;
  std::set<long> ends;
  int pictures = 0;
  for (const Page& page : set.pages) {
    all += text_of(page);
    expect_tidy(page, "two hundred");
    if (texts_that_are(page, "100") == 0) continue;
    ++pictures;
    ends.insert(std::lround(piece_of(page, "100").x * 10));
    EXPECT_EQ(count_of(text_of(page), "图题（" + std::to_string(pictures) + "/"), 1);
  }
  EXPECT_GT(pictures, 1);
  EXPECT_EQ(ends.size(), 1U);
  for (int i = 0; i < 200; ++i) EXPECT_EQ(count_of(all, "单位" + std::to_string(i) + "号"), 1) << i;
  EXPECT_EQ(set.bookmarks.size(), 1U);
}

TEST(BarChart, ThinsOutTheStepsOfLongNumbers) {
  Chart chart = units(3);
  chart.series[0].values = {*Decimal::parse("123456789012345678"), std::int64_t{5}, std::int64_t{6}};
  for (std::string& name : chart.categories) name = filler(40);
  expect_tidy(chart, "long numbers");
}

TEST(Charts, SayThatThereIsNothing) {
  const Page page = pages_of({chart_of({"甲"}, {{"", {CellValue{}}}}), Chart{}}).pages[0];
  EXPECT_EQ(texts_that_are(page, "没有数据"), 2);
  EXPECT_TRUE(page.boxes.empty());
}

TEST(Charts, StayWithTheirTitleAndTheirNotes) {
  for (int before = 0; before <= 22; ++before) {
    std::vector<Block> blocks;
    for (int i = 0; i < before; ++i) blocks.emplace_back(paragraph("行。"));
    blocks.emplace_back(months());
    blocks.emplace_back(paragraph("注：说明。", ParagraphKind::note));
    blocks.emplace_back(paragraph("后文。"));
    int pictures = 0;
    for (const Page& page : pages_of(blocks).pages) {
      expect_tidy(page, std::to_string(before));
      const std::string text = text_of(page);
      if (count_of(text, "图题") == 0) {
        EXPECT_TRUE(page.boxes.empty()) << before;
        EXPECT_TRUE(page.lines.empty()) << before;
        continue;
      }
      ++pictures;
      EXPECT_EQ(boxes(page, series_colour(0)).size(), 12U) << before;
      EXPECT_EQ(count_of(text, "注：说明。"), 1) << before;
      EXPECT_EQ(texts_that_are(page, "12月"), 1) << before;
    }
    EXPECT_EQ(pictures, 1) << before;
  }
}

TEST(Charts, KeepTheHeadingAndTheTextAboveThem) {
  for (int before = 5; before <= 22; ++before) {
    std::vector<Block> blocks;
    for (int i = 0; i < before; ++i) blocks.emplace_back(paragraph("行。"));
    blocks.emplace_back(Heading{2, "（一）小标题"});
    blocks.emplace_back(paragraph("见下图。"));
    blocks.emplace_back(months());
    for (const Page& page : pages_of(blocks).pages)
      EXPECT_EQ(count_of(text_of(page), "小标题"), count_of(text_of(page), "图题")) << before;
  }
}

TEST(Charts, TakeNothingWithThemFromAPageThatTheyLeave) {
  // The heading before the chart is taken back to the next page together with the first chart's boxes.
  std::vector<Block> blocks;
  for (int i = 0; i < 9; ++i) blocks.emplace_back(paragraph("行。"));
  blocks.emplace_back(months());
  blocks.emplace_back(Heading{1, "标题"});
  blocks.emplace_back(months());
  const PageSet set = pages_of(blocks);
  ASSERT_EQ(set.pages.size(), 2U);
  for (const Page& page : set.pages) EXPECT_EQ(boxes(page, series_colour(0)).size(), 12U);
}

TEST(Charts, ShortenAnEndlessNameWithASign) {
  Chart chart = chart_of({filler(5000), "乙"}, {{filler(5000), counts({1, 2})}, {"二", counts({1, 2})}});
  chart.unit = filler(5000);
  const Page page = pages_of({chart}).pages[0];
  EXPECT_EQ(count_of(text_of(page), "……"), 3);
  expect_tidy(page, "endless");
}

// Names of all lengths, any number of categories and series: nothing touches, nothing is lost.
TEST(Charts, AreTidyWhateverTheyHold) {
  for (const ChartKind kind : {ChartKind::columns, ChartKind::bars}) {
    for (const bool stacked : {false, true}) {
      for (const int series : {1, 2, 12}) {
        for (const int categories : {1, 2, 7, 31, 70}) {
          for (const int length : {0, 1, 4, 9, 30}) {
            Chart chart = chart_of({}, {}, kind);
            chart.stacked = stacked;
            for (int i = 0; i < categories; ++i)
              chart.categories.push_back(length == 4 ? "Q" + std::to_string(i) : filler(length));
            for (int s = 0; s < series; ++s) {
              chart.series.push_back({filler(s * length / 4 + 1), {}});
              for (int i = 0; i < categories; ++i) {
                const std::int64_t value = std::int64_t{(i * 7 + s * 13) % 23} * (length == 9 ? 99999 : 1);
                chart.series.back().values.emplace_back(length == 1 && i % 3 == 0 ? -value : value);
              }
            }
            expect_tidy(chart, std::to_string(int(kind)) + (stacked ? " stacked " : " ") +
                                   std::to_string(series) + " " + std::to_string(categories) + " " +
                                   std::to_string(length));
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace nianbao
