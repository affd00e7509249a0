#include "reporter/text_paragraphs.h"

#include <gtest/gtest.h>

#include "report/markdown.h"
#include "unit/reporter/temp_folder.h"

namespace nianbao {

namespace {

const std::string kLong =
    "全市各级行政机关围绕年度工作要点，及时公开履职信息，共有12个栏目更新。";  // 35 characters

std::map<std::string, SectionText> texts(const std::string& markdown) {
  Diagnostics ignored;
  return {{"platforms",
           {"text/platforms.md", markdown, read_markdown(markdown, 3, "text/platforms.md", ignored)}}};
}

// Lines of this year's text that last year's folder has, too.
std::string repeated(const std::string& this_year, const std::string& last_year) {
  const TempFolder folder;
  folder.write("previous/a.md", last_year);
  Workspace workspace;
  workspace.previous_texts = {{folder.path("previous/a.md"), "previous/a.md"}};
  Diagnostics diagnostics;
  const auto previous = read_previous_paragraphs(workspace, nullptr, diagnostics);
  std::string lines;
  for (const RepeatedParagraph& each : repeated_paragraphs(written_paragraphs(texts(this_year)), previous)) {
    lines += each.section + ":" + each.file + ":" + std::to_string(each.line) + " ";
  }
  return lines;
}

}  // namespace

TEST(TextParagraphs, FindsWhatStoodInLastYearsFolder) {
  EXPECT_EQ(repeated("新的一段。\n\n" + kLong + "\n", "# 标题\n\n" + kLong + "\n"),
            "platforms:text/platforms.md:3 ");
}

TEST(TextParagraphs, MarksBlanksAndWidthMakeNoDifference) {
  EXPECT_EQ(
      repeated("**全市**各级行政机关围绕年度工作要点，及时公开\n履职信息，共有 １２ 个栏目更新。", kLong),
      "platforms:text/platforms.md:1 ");
}

TEST(TextParagraphs, OtherNumbersMakeAnotherParagraph) {
  EXPECT_EQ(repeated("全市各级行政机关围绕年度工作要点，及时公开履职信息，共有13个栏目更新。", kLong), "");
}

TEST(TextParagraphs, PhrasesMayReturn) {
  EXPECT_EQ(repeated("没有其他需要报告的事项。", "没有其他需要报告的事项。"), "");
}

TEST(TextParagraphs, PlacesOfLastYearAreNotComparedAsWritten) {
  const std::string bound = kLong + "其中新增{{ n(table3.total.total) }}个。";
  EXPECT_EQ(repeated(bound, bound), "");
}

TEST(TextParagraphs, FiguresRememberTheParagraphsForNextYear) {
  Figures last_year;
  last_year.text.emplace();
  for (const WrittenParagraph& each : written_paragraphs(texts(kLong + "\n\n短。"))) {
    last_year.text->push_back({each.section, each.sha256});
  }
  EXPECT_EQ(last_year.text->size(), 2U);
  Diagnostics diagnostics;
  const auto previous = read_previous_paragraphs({}, &last_year, diagnostics);
  const auto found = repeated_paragraphs(written_paragraphs(texts("短。\n\n" + kLong)), previous);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].line, 3);
  EXPECT_TRUE(diagnostics.sorted().empty());
}

TEST(TextParagraphs, LastYearsMarkupIsNobodysFaultNow) {
  const TempFolder folder;
  folder.write("a.md", "<b>" + kLong + "</b>");
  folder.write("b.md", "\xFF\xFE");
  Workspace workspace;
  workspace.previous_texts = {{folder.path("a.md"), "a.md"}, {folder.path("b.md"), "b.md"}};
  Diagnostics diagnostics;
  read_previous_paragraphs(workspace, nullptr, diagnostics);
  ASSERT_EQ(diagnostics.sorted().size(), 1U) << "but what is no text is";
  EXPECT_EQ(diagnostics.sorted()[0].code, "L-03");
  EXPECT_EQ(diagnostics.sorted()[0].place.file, "b.md");
}

}  // namespace nianbao
