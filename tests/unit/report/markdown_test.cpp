#include "report/markdown.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/text.h"

namespace nianbao {
namespace {

std::string dump_span(const Span& span) {
  std::string text = replace_all(span.text, "\n", "⏎");
  if (span.emphasis) text = "<i>" + text + "</i>";
  if (span.strong) text = "<b>" + text + "</b>";
  return span.link.empty() ? text : "[" + text + "](" + span.link + ")";
}

struct Dump {
  std::string operator()(const Heading& h) const { return fmt::format("H{} {}", h.level, h.text); }
  std::string operator()(const Paragraph& p) const {
    std::string text = p.kind == ParagraphKind::list_item ? "L[" + p.marker + "] " : "P ";
    for (const Span& span : p.spans) text += dump_span(span);
    return text;
  }
  std::string operator()(const Table& t) const {
    std::string text = fmt::format("T{}x{}", t.rows, t.columns);
    for (const TableCell& cell : t.cells) {
      const bool blank = std::holds_alternative<std::monostate>(cell.value);
      text += (cell.column == 0 ? " / " : "; ") + (blank ? "∅" : print_value(cell.value));
    }
    return text;
  }
  std::string operator()(const Chart& c) const { return "C " + c.title; }
  std::string operator()(const PageBreak&) const { return "--"; }
};

class Markdown : public ::testing::Test {
 protected:
  // One line per block.
  std::string read(std::string_view text, int top_level = 2) {
    std::string out;
    for (const Block& block : read_markdown(text, top_level, "text/overview.md", diagnostics_)) {
      out += (out.empty() ? "" : "\n") + std::visit(Dump{}, block);
    }
    return out;
  }

  // "3 7": the lines on which headings and paragraphs begin; tables have none.
  std::string lines(std::string_view text) {
    std::string out;
    for (const Block& block : read_markdown(text, 2, "text/overview.md", diagnostics_)) {
      int line = -1;
      if (const auto* heading = std::get_if<Heading>(&block)) line = heading->line;
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) line = paragraph->line;
      out += fmt::format("{}{}", out.empty() ? "" : " ", line);
    }
    return out;
  }

  std::string findings() const {
    std::string out;
    for (const Diagnostic& d : diagnostics_.sorted()) {
      out += fmt::format("{}{}:{}", out.empty() ? "" : " ", d.code, d.place.row);
      EXPECT_EQ(d.severity, Severity::error);
      EXPECT_EQ(d.place.file, "text/overview.md");
      EXPECT_FALSE(d.message.empty());
    }
    return out;
  }

  Diagnostics diagnostics_;
};

TEST_F(Markdown, ShiftsHeadingsAndClampsThemToFour) {
  EXPECT_EQ(read("# 甲\n## 乙 ##\n### 丙\n#### 丁\n", 2), "H2 甲\nH3 乙\nH4 丙\nH4 丁");
  EXPECT_EQ(read("# **甲**和[乙](u)", 1), "H1 甲和乙");
  EXPECT_EQ(findings(), "");
}

TEST_F(Markdown, EmptyTextHasNoBlocks) {
  EXPECT_EQ(read(""), "");
  EXPECT_EQ(read("\n \r\n　\n"), "");
  EXPECT_EQ(read("\xEF\xBB\xBF"), "");
}

TEST_F(Markdown, SoftBreakJoinsChineseAndSpacesLatin) {
  EXPECT_EQ(read("收到申请\n3119件"), "P 收到申请3119件");
  EXPECT_EQ(read("open\ngovernment"), "P open government");
  EXPECT_EQ(read("**重点**\n工作"), "P <b>重点</b>工作");
  EXPECT_EQ(read("使用 Excel\n表格"), "P 使用 Excel表格");
}

TEST_F(Markdown, HardBreakBeginsAParagraph) {
  EXPECT_EQ(read("甲  \n乙"), "P 甲\nP 乙");
  EXPECT_EQ(read("甲\\\n乙"), "P 甲\nP 乙");
  EXPECT_EQ(read("- **甲  \n乙**丙"), "L[·] <b>甲</b>\nL[] <b>乙</b>丙");
  EXPECT_EQ(read("甲\\"), "P 甲\\");
  EXPECT_EQ(read("甲  "), "P 甲");
}

TEST_F(Markdown, TakesEveryLineEndAndBom) {
  EXPECT_EQ(read("\xEF\xBB\xBF# 甲\r\n\r\n乙\r\n丙\r\r丁"), "H2 甲\nP 乙丙\nP 丁");
}

TEST_F(Markdown, ParagraphSetInByFullWidthBlanksStandsAlone) {
  EXPECT_EQ(read("　　第一段。\n续行。\n　　第二段。"), "P 第一段。续行。\nP 第二段。");
}

TEST_F(Markdown, StrongAndEmphasisBesideChinesePunctuation) {
  EXPECT_EQ(read("“**重点**工作”"), "P “<b>重点</b>工作”");
  EXPECT_EQ(read("推进**“重点”**工作"), "P 推进<b>“重点”</b>工作");
  EXPECT_EQ(read("**要求：**按时公开"), "P <b>要求：</b>按时公开");
  EXPECT_EQ(read("按*（试行）*执行"), "P 按<i>（试行）</i>执行");
  EXPECT_EQ(read("**“甲”**和**“乙”**"), "P <b>“甲”</b>和<b>“乙”</b>");
  EXPECT_EQ(read("**2024**年"), "P <b>2024</b>年");
  EXPECT_EQ(read("工作**(重点)**推进"), "P 工作<b>(重点)</b>推进");
}

TEST_F(Markdown, NestsEmphasis) {
  EXPECT_EQ(read("***甲***"), "P <b><i>甲</i></b>");
  EXPECT_EQ(read("**甲*乙*丙**"), "P <b>甲</b><b><i>乙</i></b><b>丙</b>");
  EXPECT_EQ(read("*甲**乙**丙*"), "P <i>甲</i><b><i>乙</i></b><i>丙</i>");
}

TEST_F(Markdown, LeavesStarsThatPairWithNothing) {
  EXPECT_EQ(read("3 * 4 * 5"), "P 3 * 4 * 5");
  EXPECT_EQ(read("身份证370***1234和371***5678"), "P 身份证370***1234和371***5678");
  EXPECT_EQ(read("张**、李**"), "P 张**、李**");
  EXPECT_EQ(read("**未完"), "P **未完");
  EXPECT_EQ(read("经费____元（____）和（____）"), "P 经费____元（____）和（____）");
}

TEST_F(Markdown, ReadsLinks) {
  EXPECT_EQ(read("见[年报**全文**](http://a.gov.cn/x_(1).html \"标题\")。"),
            "P 见[年报](http://a.gov.cn/x_(1).html)[<b>全文</b>](http://a.gov.cn/x_(1).html)。");
  EXPECT_EQ(read("<https://a.gov.cn/> <xx@a.gov.cn>"),
            "P [https://a.gov.cn/](https://a.gov.cn/) [xx@a.gov.cn](mailto:xx@a.gov.cn)");
  EXPECT_EQ(read("[2024]号 [甲]（乙） [丙](丁"), "P [2024]号 [甲]（乙） [丙](丁");
  EXPECT_EQ(read("**[甲](u)**"), "P [<b>甲</b>](u)");
  EXPECT_EQ(findings(), "");
}

TEST_F(Markdown, PlacesStayLiteral) {
  EXPECT_EQ(read("收到{{ n(table3[\"a*b*c\"]) < 3 and `x` | f }}件"),
            "P 收到{{ n(table3[\"a*b*c\"]) < 3 and `x` | f }}件");
  EXPECT_EQ(read("**{{ a }}**件"), "P <b>{{ a }}</b>件");
  EXPECT_EQ(read("{{ 未完 *甲*"), "P {{ 未完 <i>甲</i>");
  EXPECT_EQ(read("[甲](http://x/{{ a b }})"), "P [甲](http://x/{{ a b }})");
  EXPECT_EQ(findings(), "");
}

TEST_F(Markdown, BackslashMakesPunctuationLiteral) {
  EXPECT_EQ(read("\\*甲\\* \\[乙](u) C:\\甲 \\\\"), "P *甲* [乙](u) C:\\甲 \\");
  EXPECT_EQ(read("\\# 甲"), "P # 甲");
  EXPECT_EQ(read("1\\. 甲"), "P 1. 甲");
}

TEST_F(Markdown, ReadsListsNestedOneLevel) {
  EXPECT_EQ(read("- 甲\n- 乙\n  续\n  - 丙\n  - 丁\n- 戊"),
            "L[·] 甲\nL[·] 乙续\nL[　–] 丙\nL[　–] 丁\nL[·] 戊");
  EXPECT_EQ(read("3. 甲\n4. 乙\n   1) 丙\n   1) 丁\n\n8. 戊\n\n段落"),
            "L[3.] 甲\nL[4.] 乙\nL[　（1）] 丙\nL[　（2）] 丁\nL[5.] 戊\nP 段落");
  EXPECT_EQ(read("  1. 甲\n  2. 乙"), "L[1.] 甲\nL[2.] 乙");
  EXPECT_EQ(read("- 甲\n\n  第二段\n- 乙"), "L[·] 甲\nL[] 第二段\nL[·] 乙");
  EXPECT_EQ(findings(), "");
}

TEST_F(Markdown, ThirdListLevelIsAFinding) {
  EXPECT_EQ(read("- 甲\n  - 乙\n    - 丙\n  - 丁"), "L[·] 甲\nL[　–] 乙\nL[　–] 丙\nL[　–] 丁");
  EXPECT_EQ(findings(), "C-02:3");
}

TEST_F(Markdown, YearAtLineStartIsNoListInsideParagraph) {
  EXPECT_EQ(read("成立于\n2024. 其后"), "P 成立于2024. 其后");
  EXPECT_EQ(read("包括：\n- 甲\n- 乙"), "P 包括：\nL[·] 甲\nL[·] 乙");
}

TEST_F(Markdown, ReadsTables) {
  EXPECT_EQ(read("| 渠道 | 条数 |\n|:--|--:|\n| 网站 | **12** |\n| 公报 | |\n后文"),
            "T3x2 / 渠道; 条数 / 网站; 12 / 公报; ∅\nP 后文");
  EXPECT_EQ(read("甲|乙\n-|-\n{{ a | b }}|c\\|d"), "T2x2 / 甲; 乙 / {{ a | b }}; c|d");
  EXPECT_EQ(read("前文\n| 甲 |\n|---|\n| / |"), "P 前文\nT2x1 / 甲 / /");
  EXPECT_EQ(findings(), "");
}

TEST_F(Markdown, TableKeepsAlignmentHeadingAndUniqueName) {
  const auto blocks =
      read_markdown("|甲|乙|丙|\n|:-|:-:|-:|\n|1|2|3|\n\n|丁|\n|-|\n", 2, "text/overview.md", diagnostics_);
  ASSERT_EQ(blocks.size(), 2U);
  const Table& table = std::get<Table>(blocks[0]);
  EXPECT_EQ(table.heading_rows, 1);
  EXPECT_EQ(table.cells[0].role, CellRole::heading);
  EXPECT_EQ(table.cells[3].align, Align::left);
  EXPECT_EQ(table.cells[4].align, Align::centre);
  EXPECT_EQ(table.cells[5].align, Align::right);
  EXPECT_EQ(table.column_weights.size(), 3U);
  EXPECT_NE(table.name, std::get<Table>(blocks[1]).name);
}

TEST_F(Markdown, SurplusCellsAreKeptAndReported) {
  EXPECT_EQ(read("|甲|乙|\n|-|-|\n|1|2|3|"), "T2x2 / 甲; 乙 / 1; 2|3");
  EXPECT_EQ(findings(), "C-02:3");
}

TEST_F(Markdown, UnsupportedMarkupStaysAsWrittenAndIsReported) {
  EXPECT_EQ(read("甲\n乙<br/>丙\n<b>丁</b>"), "P 甲乙<br/>丙<b>丁</b>");
  EXPECT_EQ(findings(), "C-02:2 C-02:3 C-02:3");
}

TEST_F(Markdown, ReportsImagesCodeQuotesAndRules) {
  EXPECT_EQ(read("![图](a.png)\n\n```lua\nlocal *a* = 1\n```\n\n> 引用\n> 二\n\n---\n\n`x` &nbsp;"),
            "P ![图](a.png)\nP ```lua\nP local *a* = 1\nP ```\nP > 引用\nP > 二\nP ---\nP `x` &nbsp;");
  EXPECT_EQ(findings(), "C-02:1 C-02:3 C-02:7 C-02:10 C-02:12 C-02:12");
}

TEST_F(Markdown, UnclosedFenceEndsWithTheText) {
  EXPECT_EQ(read("```\n甲\n\n乙"), "P ```\nP 甲\nP 乙");
  EXPECT_EQ(findings(), "C-02:1");
}

TEST_F(Markdown, CrowdedHeadingIsReported) {
  EXPECT_EQ(read("#标题"), "P #标题");
  EXPECT_EQ(findings(), "C-02:1");
}

TEST_F(Markdown, LessThanIsNoHtml) {
  EXPECT_EQ(read("a < b，<10件，5<x>3，《甲》&乙"), "P a < b，<10件，5<x>3，《甲》&乙");
  EXPECT_EQ(findings(), "C-02:1");  // <x> has the shape of a tag
}

TEST_F(Markdown, HostileTextSurvivesUnchanged) {
  for (const std::string piece : {"*a ", "[", "{{", "<a ", "`", "](", "| ", "<!-- ", "&a", "> ", "[[](("}) {
    std::string text;
    while (text.size() < 60000) text += piece;
    const auto blocks = read_markdown(text, 2, "text/overview.md", diagnostics_);
    ASSERT_EQ(blocks.size(), 1U) << piece;
    EXPECT_EQ(plain_text(std::get<Paragraph>(blocks[0]).spans), trim(text)) << piece;
  }
}

TEST_F(Markdown, KnowsTheLineOnWhichEachBlockBegins) {
  EXPECT_EQ(lines("# 标题\n\n第一段\n接着写\n\n　　第二段\n　　第三段\n- 甲\n  续\n- 乙\n"), "1 3 6 7 8 10");
  EXPECT_EQ(lines("| 甲 |\n| - |\n| 1 |\n\n后文"), "-1 5");
}

TEST_F(Markdown, CountsLinesBehindHardBreaks) {
  EXPECT_EQ(lines("甲  \n乙\n丙\\\n丁"), "1 2 4");
  // A break inside a place makes no paragraph, and does not shift the lines of those after it.
  EXPECT_EQ(lines("甲{{ a  \n b }}乙  \n丙"), "1 3");
  EXPECT_EQ(lines("[甲  \n乙](https://example.com)  \n丙"), "1 2 3");
}

TEST_F(Markdown, KnowsTheLinesOfWhatIsPrintedAsWritten) {
  EXPECT_EQ(lines("甲\n\n```\n乙\n```\n\n> 丙\n> 丁\n"), "1 3 4 5 7 8");
}

TEST_F(Markdown, FindingsDoNotRepeatNumbersOfPersons) {
  read("`电话13812345678`");
  ASSERT_EQ(findings(), "C-02:1");
  EXPECT_EQ(diagnostics_.sorted()[0].message.find("13812345678"), std::string::npos);
}

}  // namespace
}  // namespace nianbao
