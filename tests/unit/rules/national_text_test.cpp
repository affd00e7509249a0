// The national findings on the finished report: its length, its sections, its likeness to last year's.
#include <gtest/gtest.h>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

Paragraph paragraph(const std::string& text, int line = 1) {
  Paragraph made;
  made.spans = {{text, false, false, ""}};
  made.line = line;
  return made;
}

std::string characters(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "文";
  return text;
}

// Runs the national pack as a build does: the report first, then the checks on it.
class NationalTexts : public testing::Test {
 protected:
  Figures figures_ = sound_figures();
  Figures previous_ = sound_figures();
  Body body_ = sound_body();
  RuleInput input_;

  NationalTexts() {
    input_.mode = RuleMode::build;
    input_.figures = &figures_;
    input_.body = &body_;
    previous_.year = 2023;
    write("supervision", {paragraph("工作考核每年一次，开展了社会评议，没有被追究责任的。")});
    write("problems", {paragraph("一是培训不多；二是上年指出的问题已经整改。")});
    write("platforms", {paragraph("网站设有专栏。")});
  }

  void write(const std::string& section, std::vector<Block> blocks) {
    input_.texts[section] = {"text/" + section + ".md", "", std::move(blocks)};
  }

  // With `change` done to the finished report.
  template <typename Change>
  std::vector<Diagnostic> found(const std::string& code, Change change) {
    Diagnostics diagnostics;
    auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", "national", diagnostics);
    input_.document.reset();
    std::vector<Block> blocks = book->report(input_, diagnostics);
    EXPECT_TRUE(book->report_is_whole());
    change(blocks);
    input_.document = written_blocks(blocks);
    book->check(input_, diagnostics);
    EXPECT_TRUE(with_code(diagnostics, "M-02").empty());
    return with_code(diagnostics, code);
  }
  std::vector<Diagnostic> found(const std::string& code) {
    return found(code, [](std::vector<Block>&) {});
  }
};

// Blocks from the heading that holds `mark`, to the next one of its level.
void drop_section(std::vector<Block>& blocks, const std::string& mark, bool heading_too) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto* heading = std::get_if<Heading>(&blocks[i]);
    if (heading == nullptr || heading->level != 1 || heading->text.find(mark) == std::string::npos) continue;
    std::size_t end = i + 1;
    const auto begins_next = [&] {
      const auto* next = std::get_if<Heading>(&blocks[end]);
      return next != nullptr && next->level == 1;
    };
    while (end < blocks.size() && !begins_next()) ++end;
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(heading_too ? i : i + 1),
                 blocks.begin() + static_cast<std::ptrdiff_t>(end));
    return;
  }
  FAIL() << mark;
}

// ----

TEST_F(NationalTexts, CountsTheCharactersOfTheFirstSectionAsPrinted) {
  std::int64_t shown = 0;
  found("X-03", [&](std::vector<Block>& blocks) {
    bool inside = false;
    for (const WrittenBlock& block : written_blocks(blocks)) {
      const bool is_section = std::string(block.kind) == "heading" && block.level == 1;
      if (inside && !is_section) shown += block.characters;
      inside = is_section ? block.text == "一、总体情况" : inside;
    }
  });
  ASSERT_GT(shown, 0);
  const auto room = static_cast<std::size_t>(1000 - shown);
  write("overview", {paragraph(characters(room / 2) + " 　" + characters(room - room / 2))});
  EXPECT_TRUE(found("X-03").empty()) << "1000 characters, blanks apart";
  write("overview", {paragraph(characters(room + 1))});
  const auto findings = found("X-03");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].severity, Severity::warning);
  EXPECT_EQ(findings[0].place.file, "text/overview.md");
  EXPECT_EQ(findings[0].left, "1001");
  EXPECT_EQ(findings[0].right, "1000");
}

TEST_F(NationalTexts, NamesTheLongestTextOfTheFirstSection) {
  write("overview", {paragraph(characters(300))});
  write("platforms", {paragraph(characters(800))});
  write("problems", {paragraph("上年的问题已整改。" + characters(2000))});
  ASSERT_EQ(found("X-03").size(), 1U);
  EXPECT_EQ(found("X-03")[0].place.file, "text/platforms.md");
}

TEST_F(NationalTexts, OtherSectionsMayBeLong) {
  write("problems", {paragraph("上年的问题已整改。" + characters(2000))});
  write("other", {paragraph(characters(2000))});
  EXPECT_TRUE(found("X-03").empty());
}

// ----

TEST_F(NationalTexts, ParagraphsOfLastYearAreNamedWithTheirLine) {
  EXPECT_TRUE(found("X-04").empty());
  input_.repeated = {{"platforms", "text/platforms.md", 7}};
  const auto findings = found("X-04");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].severity, Severity::warning);
  EXPECT_EQ(findings[0].place.file, "text/platforms.md");
  EXPECT_EQ(findings[0].place.row, 7);
}

// ----

TEST_F(NationalTexts, EverySectionOfTheFormMustBeThere) {
  EXPECT_TRUE(found("X-06").empty());
  for (const char* mark :
       {"总体情况", "主动公开政府信息", "收到和处理", "行政复议", "主要问题", "其他需要报告"}) {
    const auto gone = found("X-06", [&](std::vector<Block>& blocks) { drop_section(blocks, mark, true); });
    ASSERT_EQ(gone.size(), 1U) << mark;
    EXPECT_EQ(gone[0].severity, Severity::error);
    EXPECT_NE(gone[0].message.find(mark), std::string::npos);
    const auto bare = found("X-06", [&](std::vector<Block>& blocks) { drop_section(blocks, mark, false); });
    ASSERT_EQ(bare.size(), 1U) << mark;
    EXPECT_NE(bare[0].message.find("没有内容"), std::string::npos);
  }
}

TEST_F(NationalTexts, OtherWordingOfHeadingsIsTheSameSection) {
  const auto reworded = found("X-06", [](std::vector<Block>& blocks) {
    for (Block& block : blocks) {
      auto* heading = std::get_if<Heading>(&block);
      if (heading == nullptr) continue;
      if (heading->text == "二、主动公开政府信息情况") heading->text = "二、行政机关主动公开政府信息情况";
      if (heading->text == "五、存在的主要问题及改进情况") heading->text = "五、主要问题及整改措施";
    }
  });
  EXPECT_TRUE(reworded.empty());
}

TEST_F(NationalTexts, TheProcessingFeeMustBeSpokenOf) {
  const auto reword = [](const std::string& text, bool with_heading) {
    return [text, with_heading](std::vector<Block>& blocks) {
      drop_section(blocks, "其他需要报告", false);
      if (with_heading) blocks.emplace_back(Heading{2, "（一）收取信息处理费情况"});
      blocks.emplace_back(paragraph(text));
    };
  };
  const auto silent = found("X-06", reword("没有其他事项。", false));
  ASSERT_EQ(silent.size(), 1U);
  EXPECT_NE(silent[0].message.find("信息处理费"), std::string::npos);
  EXPECT_TRUE(found("X-06", reword("没有收取信息处理费。", false)).empty());
  EXPECT_TRUE(found("X-06", reword("没有收取。", true)).empty()) << "the heading says of what";
}

TEST_F(NationalTexts, AnAnnexIsNoSection) {
  const auto findings = found("X-06", [](std::vector<Block>& blocks) {
    drop_section(blocks, "行政复议", true);
    blocks.emplace_back(Heading{1, "附件1　行政复议、行政诉讼案件"});
    blocks.emplace_back(paragraph("略。"));
  });
  EXPECT_EQ(findings.size(), 1U);
}

TEST_F(NationalTexts, WhatFollowsFromAFailedSectionIsNotRepeated) {
  input_.explained.insert("report");
  EXPECT_TRUE(
      found("X-06", [](std::vector<Block>& blocks) { drop_section(blocks, "主要问题", true); }).empty());
}

TEST_F(NationalTexts, FiguresAloneHaveNoReportToLookAt) {
  input_.mode = RuleMode::verify;
  input_.previous = &previous_;
  const Diagnostics diagnostics = check_national(input_);
  for (const char* code : {"X-03", "X-04", "X-06", "X-07", "N-21"}) {
    EXPECT_TRUE(with_code(diagnostics, code).empty()) << code;
  }
}

// ----

TEST_F(NationalTexts, LastYearsProblemsMustBeSpokenOf) {
  const auto silent = std::vector<Block>{paragraph("一是培训不多，将改进。")};
  write("problems", silent);
  EXPECT_TRUE(found("X-07").empty()) << "nothing is known of last year";
  input_.has_previous_text = true;
  ASSERT_EQ(found("X-07").size(), 1U);
  EXPECT_EQ(found("X-07")[0].severity, Severity::note);
  EXPECT_EQ(found("X-07")[0].place.file, "text/problems.md");
  input_.has_previous_text = false;
  input_.previous = &previous_;
  EXPECT_EQ(found("X-07").size(), 1U);
  for (const char* text : {"上年报告指出的栏目不全，已经改正。", "针对2023年存在的问题，逐项落实了措施。",
                           "去年的三个问题均已解决。"}) {
    write("problems", {paragraph(text)});
    EXPECT_TRUE(found("X-07").empty()) << text;
  }
}

TEST_F(NationalTexts, LastYearsProblemsMayBeAnsweredItemByItem) {
  input_.previous = &previous_;
  Paragraph item = paragraph("栏目不全的，已经完善；");
  item.kind = ParagraphKind::list_item;
  write("problems", {paragraph("上年指出两个问题："), item});
  EXPECT_TRUE(found("X-07").empty());
  write("problems", {Heading{2, "（一）上年问题", 1}, paragraph("栏目已经补齐。")});
  EXPECT_TRUE(found("X-07").empty()) << "the heading says of which year";
  write("problems", {paragraph("与上年相比，申请更集中。"), paragraph("将改进培训。")});
  EXPECT_EQ(found("X-07").size(), 1U) << "compared with last year, but not improved";
}

TEST_F(NationalTexts, WithoutAnyTextTheNoteOnTheSectionIsEnough) {
  input_.previous = &previous_;
  input_.texts.erase("problems");
  EXPECT_TRUE(found("X-07").empty());
  EXPECT_EQ(found("N-06").size(), 1U);
}

// ---- N-21

TEST_F(NationalTexts, GovernmentsSpeakOfAssessmentAndResponsibility) {
  EXPECT_TRUE(found("N-21").empty());
  write("supervision", {paragraph("工作列入考核，组织了两次培训。")});
  const auto findings = found("N-21");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].severity, Severity::warning);
  EXPECT_EQ(findings[0].place.file, "text/supervision.md");
  EXPECT_NE(findings[0].message.find("社会评议、责任追究结果"), std::string::npos);
  EXPECT_EQ(findings[0].message.find("工作考核"), std::string::npos);
  for (const char* other : {"部门", "街道办事处", "开发区管委会", "政府办公室"}) {
    body_.body = other;
    EXPECT_TRUE(found("N-21").empty()) << other;
  }
  body_.body = "乡镇政府";
  EXPECT_EQ(found("N-21").size(), 1U);
}

TEST_F(NationalTexts, WordsOfOtherPartsAreNotThoseOfSupervision) {
  write("supervision", {paragraph("组织了两次培训。")});
  write("platforms", {paragraph("考核、评议、追究责任都写在网站一段里。")});
  ASSERT_EQ(found("N-21").size(), 1U);
  EXPECT_NE(found("N-21")[0].message.find("工作考核、社会评议、责任追究结果"), std::string::npos);
}

TEST_F(NationalTexts, SupervisionMayStandInTheOverview) {
  input_.texts.erase("supervision");
  write("overview", {Heading{2, "（一）监督保障"}, paragraph("考核、评议、追究责任均有。"),
                     Heading{2, "（二）培训"}, paragraph("两次。")});
  EXPECT_TRUE(found("N-21").empty());
  write("overview", {Heading{2, "（一）监督保障"}, paragraph("培训两次。"), Heading{2, "（二）其他"},
                     paragraph("考核、评议、追究责任均有。")});
  ASSERT_EQ(found("N-21").size(), 1U);
  EXPECT_EQ(found("N-21")[0].place.file, "text/overview.md");
}

TEST_F(NationalTexts, WithoutAnythingOnSupervisionTheNoteAsksForIt) {
  input_.texts.erase("supervision");
  EXPECT_TRUE(found("N-21").empty());
  const auto notes = found("N-06");
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_NE(notes[0].message.find("责任追究结果"), std::string::npos);
}

// ---- N-26: headings of one's own

TEST_F(NationalTexts, ASectionWithItsOwnHeadingIsPrintedOnce) {
  for (const char* heading : {"（一）主动公开", "**（一）主动公开政府信息情况**",
                              "（一）主动公开。全年公开很多。", "（一） 主动公开：很多"}) {
    write("overview", {paragraph(heading)});
    input_.texts["overview"].raw = heading;
    write("disclosure", {paragraph("只在这个文件里的话。")});
    const auto notes = found("N-26");
    ASSERT_EQ(notes.size(), 1U) << heading;
    EXPECT_EQ(notes[0].severity, Severity::warning);
    EXPECT_EQ(notes[0].place.file, "text/disclosure.md");
    Diagnostics diagnostics;
    auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", "national", diagnostics);
    const std::string report = text_of(book->report(input_, diagnostics));
    EXPECT_EQ(report.find("（一）主动公开\n"),
              std::string(heading) == "（一）主动公开" ? report.find("（一）主动公开\n") : std::string::npos);
    EXPECT_EQ(report.find("只在这个文件里的话"), std::string::npos);
  }
  write("overview", {paragraph("围绕主动公开和依申请公开做了工作，（一）是其中之一。")});
  input_.texts["overview"].raw = "围绕主动公开和依申请公开做了工作，（一）是其中之一。";
  EXPECT_TRUE(found("N-26").empty());
}

// ---- hostile lengths

TEST_F(NationalTexts, VeryLongTextsStayWithinTheBudget) {
  std::vector<Block> many;
  for (int i = 0; i < 2000; ++i) many.emplace_back(paragraph(characters(500), i));
  write("supervision", many);
  write("problems", many);
  write("overview", {paragraph(characters(1'000'000))});
  input_.previous = &previous_;
  EXPECT_EQ(found("X-03").size(), 1U);
  EXPECT_EQ(found("X-07").size(), 1U);
  EXPECT_EQ(found("N-21").size(), 1U);
  EXPECT_TRUE(found("M-03").empty());
}

}  // namespace
}  // namespace nianbao::test
