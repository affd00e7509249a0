#include "report/chart.h"

#include <gtest/gtest.h>

#include <cmath>

#include "report/colour.h"

namespace nianbao {
namespace {

Chart two_series() {
  Chart chart;
  chart.title = "各月情况";
  chart.unit = "件";
  chart.categories = {"1月", "2月"};
  chart.series = {{"收到", {std::int64_t{3}, std::int64_t{0}, std::int64_t{5}}}, {"", {CellValue{}}}};
  return chart;
}

TEST(Chart, HasAPlaceForEveryValueAndEveryName) {
  const Chart chart = two_series();
  EXPECT_EQ(category_count(chart), 3U);
  EXPECT_EQ(category_name(chart, 1), "2月");
  EXPECT_EQ(category_name(chart, 2), "");
  EXPECT_EQ(chart_value(chart.series[1], 2), CellValue{});
  EXPECT_EQ(category_count(Chart{}), 0U);
}

TEST(Chart, NamesASeriesOnlyAmongOthers) {
  Chart chart = two_series();
  EXPECT_EQ(series_name(chart, 1), "系列2");
  chart.series.erase(chart.series.begin());
  EXPECT_EQ(series_name(chart, 0), "");
}

TEST(Chart, TakesNeitherABlankNorATextForAFigure) {
  EXPECT_EQ(bar_length(std::int64_t{0}), 0.0);
  EXPECT_EQ(bar_length(*Decimal::parse("2.50")), 2.5);
  EXPECT_EQ(bar_length(CellValue{}), std::nullopt);
  EXPECT_EQ(bar_length(std::string("/")), std::nullopt);
}

TEST(Chart, IsWholeWithoutFractions) {
  Chart chart = two_series();
  EXPECT_TRUE(is_whole(chart));
  chart.series[1].values[0] = *Decimal::parse("7");
  EXPECT_TRUE(is_whole(chart));
  chart.series[1].values[0] = *Decimal::parse("7.0");
  EXPECT_FALSE(is_whole(chart));
}

TEST(Chart, SaysWhyThereIsNoPicture) {
  Chart chart = two_series();
  EXPECT_EQ(no_picture(chart), "");
  chart.series[0].values = {std::string("/"), CellValue{}};
  EXPECT_EQ(no_picture(chart), "没有数据");
  EXPECT_EQ(no_picture(Chart{}), "没有数据");
  chart.series.assign(kMostSeries + 1, {"甲", {std::int64_t{1}}});
  EXPECT_EQ(no_picture(chart), "共 13 组数据，超过 12 组，不作图");
  chart.series = {{"", std::vector<CellValue>(kMostCategories + 1, std::int64_t{1})}};
  EXPECT_EQ(no_picture(chart), "共 1001 项，超过 1000 项，不作图");
}

TEST(Chart, IsDescribedInWords) {
  Chart chart = two_series();
  chart.series[0].values.pop_back();
  EXPECT_EQ(describe_chart(chart), "柱形图“各月情况”，单位：件，2 项，从1月到2月，2 组：收到、系列2。");
  chart.kind = ChartKind::bars;
  chart.stacked = true;
  chart.unit.clear();
  chart.series.pop_back();
  chart.categories.clear();
  EXPECT_EQ(describe_chart(chart), "堆积条形图“各月情况”，2 项。");
}

// As a grey printer sees it, 0 … 255.
double lightness(Colour colour) {
  return 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue;
}

TEST(SeriesColour, DiffersInGreyFromItsNeighbours) {
  for (std::size_t i = 1; i < kMostSeries; ++i) {
    EXPECT_GT(std::abs(lightness(series_colour(i)) - lightness(series_colour(i - 1))), 15) << i;
    for (std::size_t k = 0; k < i; ++k) EXPECT_NE(series_colour(i), series_colour(k)) << i << " " << k;
  }
}

TEST(SeriesColour, OfTheFirstSixAreSixGreys) {
  for (std::size_t i = 0; i < 6; ++i)
    for (std::size_t k = 0; k < i; ++k)
      EXPECT_GT(std::abs(lightness(series_colour(i)) - lightness(series_colour(k))), 15) << i << " " << k;
}

TEST(SeriesColour, IsDarkWhereWhiteReadsBetter) {
  EXPECT_TRUE(is_dark(series_colour(0)));
  EXPECT_FALSE(is_dark(series_colour(1)));
  EXPECT_TRUE(is_dark(kBlack));
  EXPECT_FALSE(is_dark(kWhite));
}

}  // namespace
}  // namespace nianbao
