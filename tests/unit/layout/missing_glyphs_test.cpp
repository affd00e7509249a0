#include <gtest/gtest.h>

#include "unit/layout/fixed_measure.h"

namespace nianbao {
namespace {

std::vector<std::string> places(const Document& document) {
  std::vector<std::string> found;
  for (const MissingGlyph& glyph : find_missing_glyphs(document, FixedMeasure(U"囍𬭚")))
    found.push_back(to_utf8(std::u32string(1, glyph.character)) + " " + glyph.place + " " +
                    std::to_string(glyph.count));
  return found;
}

using Places = std::vector<std::string>;

TEST(MissingGlyphs, AreNoneWhereAllCanBeShown) {
  Document document =
      document_of({Heading{1, "一、总体情况"}, paragraph("正文 甲\t乙。"), plain_table(3, 3)});
  document.title = "某报告";
  EXPECT_TRUE(places(document).empty());
}

TEST(MissingGlyphs, SayWhereTheyStand) {
  Table table = plain_table(2, 2);
  table.name = "table3";
  table.caption = "囍表";
  table.note = "囍注";
  table.cells.back().value = std::string("囍\n囍");
  Paragraph item = paragraph("甲", ParagraphKind::list_item);
  item.marker = "囍";
  item.spans.push_back({"𬭚", true, false, {}});
  Document document =
      document_of({paragraph("囍字头。"), Heading{1, "五、存在囍问题"}, paragraph("甲。"), item, table,
                   paragraph("囍注", ParagraphKind::note), paragraph("囍县", ParagraphKind::signature)});
  document.title = "囍囍";
  EXPECT_EQ(places(document), (Places{"囍 标题 2", "囍 正文开头第 1 段 1", "囍 小标题“五、存在囍问题” 1",
                                      "囍 “五、存在囍问题”第 2 段 1", "𬭚 “五、存在囍问题”第 2 段 1",
                                      "囍 表三 表题 1", "囍 表三 第 2 行第 2 列 2", "囍 表三 表注 1",
                                      "囍 “五、存在囍问题”第 3 段 1", "囍 落款 1"}));
}

TEST(MissingGlyphs, NameATableByItsCaptionOrNumber) {
  Table first = plain_table(1, 1);
  first.cells[0].value = std::string("囍");
  Table second = first;
  second.caption = "各单位情况";
  EXPECT_EQ(places(document_of({first, second})),
            (Places{"囍 第 1 个表 第 1 行第 1 列 1", "囍 表“各单位情况” 第 1 行第 1 列 1"}));
}

TEST(MissingGlyphs, AreFoundInCharts) {
  Chart chart;
  chart.title = "囍图";
  chart.unit = "囍";
  chart.categories = {"甲", "囍县"};
  chart.series = {{"今年", {std::int64_t{1}, std::string("囍")}}, {"囍年", {}}};
  EXPECT_EQ(places(document_of({chart})),
            (Places{"囍 图“囍图” 图题 1", "囍 图“囍图” 单位 1", "囍 图“囍图” 分类 2 1", "囍 图“囍图” 数值 1",
                    "囍 图“囍图” 图例 2 1"}));
  chart.title.clear();
  chart.series.pop_back();
  chart.series[0].name = "囍";  // alone, it is not printed
  chart.categories.clear();
  chart.unit.clear();
  EXPECT_EQ(places(document_of({Chart{}, chart})), (Places{"囍 第 2 个图 数值 1"}));
}

TEST(MissingGlyphs, AreFoundInTheDigitsOfAnAxis) {
  Chart chart;
  chart.title = "图";
  chart.series = {{"", {std::int64_t{1}}}};
  const std::vector<MissingGlyph> found = find_missing_glyphs(document_of({chart}), FixedMeasure(U"5"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].place, "图“图” 坐标轴");
}

}  // namespace
}  // namespace nianbao
