// What packs change is printed whatever they print: sentences, their places in words, the page of the host.
#include <gtest/gtest.h>

#include "rules/methods_annex.h"
#include "rules/place_words.h"
#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

const std::vector<std::string> kSentences = {"不检查 X-07：另有专文（规则包 place）。",
                                             "“来件日期”读作“收到日期”。"};

struct Written {
  std::string text;
  std::vector<Diagnostic> findings;
};

Written write(const std::string& methods) {
  const PackFolder folder;
  folder.write("national/report.lua",
               "section { id = 'annex.methods', run = function(doc, ctx)\n"
               "  for _, one in ipairs(ctx.exceptions) do doc:item('1.', one) end\n"
               "  for _, one in ipairs(ctx.conventions) do doc:item('1.', one) end end }\n");
  folder.add_pack("place", "prefix = \"PL\"\n");
  folder.write("place/report.lua", methods);
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.path(), "place", diagnostics);
  const Figures figures = sound_figures();
  RuleInput input;
  input.figures = &figures;
  input.exceptions = {kSentences[0]};
  input.changes = input.conventions = {kSentences[1]};
  std::vector<Block> blocks = book->report(input, diagnostics);
  book->complete_methods(input, blocks, diagnostics);
  return {text_of(blocks), diagnostics.sorted()};
}

TEST(PackChanges, PrintedByThePackTheyAreNotPrintedAgain) {
  const Written written = write("convention '略'");
  EXPECT_EQ(written.text, kSentences[0] + "\n" + kSentences[1] + "\n");
  EXPECT_TRUE(written.findings.empty());
}

TEST(PackChanges, WhatThePackLeavesOutTheHostPrints) {
  const Written written =
      write("\nsection { id = 'annex.methods', run = function(doc) doc:paragraph('都照国家规定。') end }");
  for (const std::string& sentence : kSentences)
    EXPECT_NE(written.text.find(sentence), std::string::npos) << written.text;
  EXPECT_NE(written.text.find("附：统计口径"), std::string::npos);
  ASSERT_EQ(written.findings.size(), 1U);
  EXPECT_EQ(written.findings[0].code, "M-05");
  EXPECT_NE(written.findings[0].message.find("2 句"), std::string::npos) << written.findings[0].message;
  EXPECT_NE(written.findings[0].place.file.find("place/report.lua"), std::string::npos);
}

TEST(PackChanges, OnlyTheMissingSentencesAreAdded) {
  const Written written = write(
      "section { id = 'annex.methods', run = function(doc, ctx) doc:paragraph({ '甲', ctx.exceptions[1] }) "
      "end }");
  EXPECT_EQ(written.text.find(kSentences[0]), written.text.rfind(kSentences[0]));
  EXPECT_NE(written.text.find(kSentences[1]), std::string::npos);
}

TEST(PackChanges, ASentenceInACellIsPrintedToo) {
  Table table;
  TableCell cell;
  cell.value = std::string("不检查 X-07： 另有专文（规则包 place）。");
  table.cells = {cell};
  EXPECT_EQ(unprinted(kSentences, {Block(table)}), std::vector<std::string>{kSentences[1]});
  EXPECT_EQ(unprinted(kSentences, {}), kSentences);
  std::vector<Block> halves;
  for (const char* half : {"甲", "乙"}) {
    Paragraph paragraph;
    paragraph.spans.emplace_back().text = half;
    halves.emplace_back(paragraph);
  }
  EXPECT_EQ(unprinted({"甲乙"}, halves), std::vector<std::string>{"甲乙"}) << "in two paragraphs";
}

TEST(PackChanges, PlacesAreSaidInWords) {
  const std::pair<const char*, const char*> wanted[] = {
      {"table2.normative_document.valid", "表二“行政规范性文件”“现行有效件数”"},
      {"table2.normative_document.*", "表二“行政规范性文件”各列"},
      {"table2.licence", "表二“行政许可”"},
      {"table3.total.*", "表三“（七）总计”各列"},
      {"table3.received.enterprise", "表三“一、本年新收”“商业企业”"},
      {"table3.refused.third_party.total", "表三“（三）4.保护第三方合法权益”“总计”"},
      {"table3.refused.*", "表三“（三）不予公开”各列"},
      {"table3.*.total", "表三“总计”一列"},
      {"table4.review.*", "表四“行政复议”各列"},
      {"table3", "表三"},
      {"requests.overdue", "requests.overdue"},
      {"table3.none.total", "table3.none.total"},
      {"table9", "table9"},
      {"", ""}};
  for (const auto& [cell, words] : wanted) EXPECT_EQ(place_in_words(cell), words);
}

// The sentences on the phrases of the pack 'place', then what could not be loaded.
std::string phrases_of(const std::string& checks) {
  const PackFolder folder;
  folder.write("national/checks.lua",
               "phrase { words = '新收', figure = 'table3.received.*', units = { '件' } }\n");
  folder.add_pack("place", "prefix = \"PL\"\n");
  folder.write("place/checks.lua", checks);
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.path(), "place", diagnostics);
  std::string text;
  for (const std::string& sentence : book->phrase_changes()) text += sentence;
  for (const Diagnostic& finding : diagnostics.sorted()) text += finding.message;
  return text;
}

TEST(PackChanges, APhraseThatTakesThePlaceOfAnEarlierOneIsSaid) {
  EXPECT_EQ(phrases_of("phrase { words = '征地类申请', figure = 'requests.by_topic.征地.received' }"), "");
  const std::string shadow =
      phrases_of("phrase { words = { '全年新收', '培训场次' }, figure = 'tasks.total' }");
  EXPECT_NE(shadow.find("“全年新收”指的数由规则包 place 另定"), std::string::npos) << shadow;
  EXPECT_EQ(shadow.find("培训场次"), std::string::npos);
}

TEST(PackChanges, AWordOfAnEarlierPackIsNotGivenAnotherFigure) {
  const std::string message = phrases_of("phrase { words = '新收', figure = 'tasks.total' }");
  EXPECT_NE(message.find("“新收”已由规则包 national 规定"), std::string::npos) << message;
}

}  // namespace
}  // namespace nianbao::test
