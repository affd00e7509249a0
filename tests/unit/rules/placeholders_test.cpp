// what was left to be filled in, and what only looks like it.
#include <gtest/gtest.h>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

class Placeholders : public testing::Test {
 protected:
  Figures figures = sound_figures();
  Body body = sound_body();
  RuleInput input;

  Placeholders() {
    input.mode = RuleMode::verify;
    input.figures = &figures;
    input.body = &body;
  }
  std::vector<Diagnostic> found_in_texts() { return with_code(check_national(input), "X-05"); }
  Diagnostic only() {
    const auto found = found_in_texts();
    EXPECT_EQ(found.size(), 1U);
    return found.empty() ? Diagnostic{} : found[0];
  }
};

TEST_F(Placeholders, AreNamedWithTheirLine) {
  SectionText text;
  text.file = "text/other.md";
  text.raw = "第一行\n网址为（具体网址），电话××\n";
  text.blocks = {Paragraph{}};
  input.texts["other"] = text;
  const auto found = found_in_texts();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].severity, Severity::error);
  EXPECT_EQ(found[0].place.file, "text/other.md");
  EXPECT_EQ(found[0].place.row, 2);
  input.texts["other"].raw = "没有遗漏_\n";
  EXPECT_TRUE(found_in_texts().empty());
}

TEST_F(Placeholders, TheUsualOnesAreFound) {
  for (const char* line : {"新收申请XX件",
                           "举办培训XXX次",
                           "主动公开○○件",
                           "公开（ ）次",
                           "公开（　）次",
                           "金额【待填】",
                           "（待补充）",
                           "（此处填写内容）",
                           "由（单位名称）负责",
                           "[填写数字]件",
                           "TODO 补数",
                           "占比 %",
                           "同比增长%",
                           "较上年增长 ％。",
                           "X件申请",
                           "xx年",
                           "收到  件，",
                           "发布《》",
                           "{ n(table3.received.total) }件",
                           "｛｛n(table3)｝｝",
                           "共 {{ n(1)",
                           "n(1) }} 件",
                           "网址【 】",
                           "□□局",
                           "【数字】件",
                           "TBD"}) {
    input.texts["other"] = {"a.md", line, {Paragraph{}}};
    EXPECT_EQ(found_in_texts().size(), 1U) << line;
  }
}

TEST_F(Placeholders, WhatOnlyResemblesOneIsLeftAlone) {
  for (const char* line : {"（一）主动公开",
                           "二○二四年、二〇〇八年、二○○八年",
                           "https://www.example.com/XXXX?id=xx",
                           "型号XX-200、MXX、A3XX",
                           "X光机",
                           "[网址](https://www.example.com)",
                           "- [ ] 待办",
                           "满意率（%）",
                           "| 名称 | 占比% |",
                           "占97.38%",
                           "（待补正的3件）",
                           "姓名（名称）",
                           "公民、法人（含其他组织）",
                           "电子（数字）证书",
                           "（填写《申请表》）",
                           "为 人民服务",
                           "共 3 件",
                           "（此处有误）",
                           "excel、xlsx",
                           "“互联网+政务”",
                           "{ 集合 }",
                           "二十○",
                           "增长5%、下降2%",
                           "（略）"}) {
    input.texts["other"] = {"a.md", line, {Paragraph{}}};
    EXPECT_TRUE(found_in_texts().empty()) << line;
  }
}

TEST_F(Placeholders, AnUnclosedPlaceSaysWhereItCloses) {
  input.texts["other"] = {"a.md", "甲 {{ n(table3.received.total)\n}} 乙", {Paragraph{}}};
  const auto found = found_in_texts();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_NE(found[0].hint.find("同一行"), std::string::npos) << found[0].hint;
  input.texts["other"].raw = "{n(table3.received.total)}";
  EXPECT_NE(only().hint.find("两层"), std::string::npos);
}

TEST_F(Placeholders, AreFoundWithoutTheSourceToo) {
  Paragraph paragraph;
  paragraph.spans = {{"共 {{ n(table3", false, false, ""}, {".total) }} 件", false, false, ""}};
  input.texts["requests"] = {"text/requests.md", "", {paragraph}};
  const Diagnostic finding = only();
  EXPECT_EQ(finding.place.row, 0);
  EXPECT_NE(finding.message.find("{{"), std::string::npos);
}

}  // namespace
}  // namespace nianbao::test
