// The report as the national pack writes it: the six sections, true sentences, nothing invented.
#include <gtest/gtest.h>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

class NationalReport : public testing::Test {
 protected:
  Figures figures = sound_figures();
  Body body = sound_body();
  RuleInput input;
  Diagnostics diagnostics;

  NationalReport() {
    input.figures = &figures;
    input.body = &body;
  }

  std::string text() {
    const std::string written = text_of(report_national(input, diagnostics));
    EXPECT_TRUE(brief(diagnostics).empty()) << testing::PrintToString(brief(diagnostics));
    for (const char* wrong : {"。。", "，，", "，。", "；。", "nil", "table:", "（空白）", "由0件"}) {
      EXPECT_EQ(written.find(wrong), std::string::npos) << wrong << "\n" << written;
    }
    return written;
  }
  bool says(const std::string& what) {
    const std::string written = text();
    const bool found = written.find(what) != std::string::npos;
    if (!found) ADD_FAILURE() << what << "\nis not in\n" << written;
    return found;
  }
  void write(const std::string& section, std::vector<Block> blocks, const std::string& raw = "") {
    input.texts[section] = {"text/" + section + ".md", raw, std::move(blocks)};
  }
  static Paragraph paragraph(const std::string& text) {
    Paragraph made;
    made.spans = {{text, false, false, ""}};
    return made;
  }
};

TEST_F(NationalReport, HasTheSixSectionsInOrder) {
  const std::string written = text();
  std::size_t at = 0;
  for (const char* heading :
       {"# 一、总体情况\n", "## （一）主动公开\n", "## （二）依申请公开\n", "## （三）政府信息管理\n",
        "## （四）政府信息公开平台建设\n", "## （五）监督保障\n", "# 二、主动公开政府信息情况\n[table2]\n",
        "# 三、收到和处理政府信息公开申请情况\n[table3]\n",
        "# 四、政府信息公开行政复议、行政诉讼情况\n[table4]\n", "# 五、存在的主要问题及改进情况\n",
        "# 六、其他需要报告的事项\n"}) {
    const std::size_t found = written.find(heading, at);
    ASSERT_NE(found, std::string::npos) << heading << "\n" << written;
    at = found;
  }
}

TEST_F(NationalReport, TitleNamesIssuerAndYear) {
  auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", "national", diagnostics);
  ASSERT_TRUE(book);
  EXPECT_EQ(book->title(input, diagnostics), "某县人民政府2024年政府信息公开工作年度报告");
}

TEST_F(NationalReport, SentencesAgreeWithTheTables) {
  says(
      "本年度作出行政许可决定120件、行政处罚决定30件，未作出行政强制决定，收取行政事业性收费4166."
      "241619万元。");
  says("本年度新收政府信息公开申请100件，上年结转3件，办结98件，结转下年度继续办理5件。");
  says("新收申请中，自然人申请80件，法人或其他组织申请20件。");
  says("办结的申请中，予以公开61件，部分公开15件，无法提供19件，其他处理3件。");
  says("因政府信息公开工作发生的案件中，行政复议6件，行政诉讼1件。");
  says("本年度制发行政规范性文件8件，废止2件，现行有效66件。");
  says("统计期限自2024年1月1日起，至2024年12月31日止");
}

TEST_F(NationalReport, AYearWithoutRequestsIsSaidPlainly) {
  for (auto& row : figures.table3->rows) row.fill(Cell::of(0));
  for (auto& group : figures.table4->groups) group.fill(Cell::of(0));
  says(
      "本年度未收到政府信息公开申请，也没有上年结转的申请。本年度没有因政府信息公开工作发生的行政复议、行政诉"
      "讼。");
  EXPECT_EQ(text().find("办结"), std::string::npos);
}

TEST_F(NationalReport, AllOfOneKindIsSaidAsAll) {
  for (Row3 row :
       {Row3::partial, Row3::unavailable_not_held, Row3::other_other, Row3::carried_in, Row3::carried_out}) {
    figures.table3->row(row).fill(Cell::of(0));
  }
  for (Row3 row : {Row3::received, Row3::granted, Row3::total}) {
    figures.table3->row(row).fill(Cell::of(0));
    figures.table3->row(row)[0] = figures.table3->row(row)[kTotalColumn] = Cell::of(26);
  }
  says(
      "本年度新收政府信息公开申请26件，无上年结转，已全部办结。新收申请的申请人均为自然人。办理结果均为予以公"
      "开。");
}

TEST_F(NationalReport, WhatIsNotKnownIsNotSaid) {
  figures.table2.reset();
  figures.table3.reset();
  figures.table4.reset();
  figures.requests.reset();
  says("## （一）主动公开\n本报告编制时，未登记主动公开方面的情况。\n");
  says("## （二）依申请公开\n本报告编制时，未登记依申请公开方面的情况。\n");
  says("本年度台账未登记收取信息处理费情况。");
}

TEST_F(NationalReport, BlanksLeaveTheirClauseOut) {
  figures.table3->row(Row3::carried_in)[kTotalColumn] = {};
  figures.table3->row(Row3::granted)[kTotalColumn] = {};
  figures.table2->decisions[0] = {};
  figures.table4->groups[1].fill({});
  says("本年度新收政府信息公开申请100件，办结98件，结转下年度继续办理5件。");
  says("本年度作出行政处罚决定30件，未作出行政强制决定，");
  EXPECT_EQ(text().find("办结的申请中"), std::string::npos);
  EXPECT_EQ(text().find("行政复议6件"), std::string::npos);
}

TEST_F(NationalReport, ProcessingFeeIsStatedAsTheLedgerKnowsIt) {
  says("# 六、其他需要报告的事项\n本年度未收取信息处理费。\n");
  figures.requests->processing_fee = Amount::of(*Decimal::parse("3940.00"));
  says("本年度收取信息处理费3940.00元。");
  figures.requests->processing_fee = {};
  says("本年度台账未登记收取信息处理费情况。");
}

TEST_F(NationalReport, TheCompilersWordOnTheFeeStandsAlone) {
  write("other", {paragraph("本年度信息处理费收取情况：无。")}, "本年度信息处理费收取情况：无。\n");
  says("# 六、其他需要报告的事项\n本年度信息处理费收取情况：无。\n");
}

TEST_F(NationalReport, AMereMentionOfTheFeeLeavesTheSentence) {
  const std::string mention = "信息处理费按有关办法收取。\n另有3件。\n";
  write("other", {paragraph("信息处理费按有关办法收取。")}, mention);
  says("本年度未收取信息处理费。\n信息处理费按有关办法收取。\n");
  write("other", {paragraph("收取信息处理费30元。")}, "收取信息处理费30元。\n");
  says("# 六、其他需要报告的事项\n收取信息处理费30元。\n");
}

TEST_F(NationalReport, CasesOfOneKindOnlyAreSaidAsSuch) {
  figures.table4->groups[0].fill(Cell::of(0));
  says("本年度因政府信息公开工作发生行政诉讼案件1件，没有行政复议案件。");
  figures.table4->groups[2] = figures.table4->groups[1];
  says("本年度因政府信息公开工作发生行政诉讼案件2件，其中复议后起诉1件，没有其他行政复议案件。");
  figures.table4->groups[1].fill(Cell::of(0));
  says("本年度因政府信息公开工作发生行政诉讼案件1件，均为复议后起诉，没有其他行政复议案件。");
  figures.table4->groups[0][0] = figures.table4->groups[0][4] = Cell::of(3);
  figures.table4->groups[2].fill(Cell::of(0));
  says("本年度因政府信息公开工作发生行政复议案件3件，没有行政诉讼案件。");
}

TEST_F(NationalReport, CorrectionsAreSaidInWords) {
  body.corrections = {{"table3.carried_out.natural_person", 4, 2, "一件申请重复登记。"},
                      {"table3.refused.third_party.total", 3, 1, ""},
                      {"table4.review.pending", 1, 0, ""}};
  says("上年更正：2023年度报告表三“四、结转下年度继续办理”“自然人”由4更正为2。原因：一件申请重复登记。\n");
  says("表三“（三）4.保护第三方合法权益”“总计”由3更正为1。\n");
  says("上年更正：2023年度报告表四“行政复议”“尚未审结”由1更正为0。\n");
}

TEST_F(NationalReport, ContactDetailsArePrintedWhereGiven) {
  EXPECT_EQ(text().find("如对本报告内容有疑问"), std::string::npos);
  body.contact.address = "某路1号";
  body.contact.phone = "0000-1234567";
  body.contact.website = "https://example.gov.cn";
  says(
      "如对本报告内容有疑问，请与某县人民政府联系（地址：某路1号，联系电话：0000-1234567，网址：https://"
      "example.gov.cn）。");
}

TEST_F(NationalReport, SignatureHasADateOnlyWhenGiven) {
  EXPECT_TRUE(text().ends_with("\n某县人民政府\n"));
  body.date = parse_date("2025-01-24");
  EXPECT_TRUE(text().ends_with("\n某县人民政府\n2025年1月24日\n"));
}

TEST_F(NationalReport, TheCompilersTextTakesThePlaceOfSentences) {
  write("disclosure",
        {Heading{2, "（一）主动公开"}, paragraph("自写的120件。"), Heading{2, "小标题"}, paragraph("下文。")},
        "# （一）主动公开\n自写的120件。\n## 小标题\n下文。\n");
  says("## （一）主动公开\n自写的120件。\n### 小标题\n下文。\n## （二）依申请公开\n");
}

TEST_F(NationalReport, PartsThatTheOverviewHoldsAreNotWrittenTwice) {
  write("overview", {Heading{2, "（一）主动公开情况"}, paragraph("甲。"), Heading{2, "（二）依申请公开"},
                     paragraph("乙。")});
  const std::string written = text();
  EXPECT_EQ(written.find("## （一）主动公开\n"), std::string::npos);
  says("# 一、总体情况\n## （一）主动公开情况\n甲。\n## （二）依申请公开\n乙。\n## （三）政府信息管理\n");
}

TEST_F(NationalReport, IsTheSameEveryTime) {
  EXPECT_EQ(text(), text());
}

}  // namespace
}  // namespace nianbao::test
