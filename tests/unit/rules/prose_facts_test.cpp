// What published reports say in prose, against their own tables: ../shared/reports holds the tables, and its
// `narrative_facts` the numbers of the prose, which stand here in sentences of our own. must be
// raised where the `checks` of the same file list a fault of the text, and nowhere else.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <regex>
#include <sstream>

#include "figures/figures_json.h"
#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

struct Facts {
  const char* file;
  const char* text;
};

const std::vector<Facts>& facts() {
  static const std::vector<Facts> kFacts = {
      {"huaian-2024", "本年度收取信息处理费3940元。"},
      {"pingtan-2021", "2021年共收到政府信息公开申请70件，办结69件，结转下年度继续办理1件。"},
      {"pingtan-2022",
       "2022年共收到政府信息公开申请75件，其中自然人72件，商业企业3件。因政府信息公开被申请行政复议2件，行政"
       "诉讼1件。"},
      {"shanghai-govoffice-2019",
       "全年受理申请859件，上年结转18件，答复805件，结转下年72件。答复中，予以公开及部分公开258件，占33.9%；"
       "不予公开35件，占4.34%；无法提供265件，占32.9%；不予处理158件，占19.6%；其他处理0件。"
       "行政复议7件，行政诉讼9件。"},
      {"shanghai-stcsm-2024",
       "收到申请34件，上年结转2件。同意公开9件，部分公开0件，不予公开2件，无法提供10件，不予处理0件，其他处理"
       "14件，"
       "转下年度1件。行政复议1件，行政诉讼0件。没有收取信息处理费。"},
      {"shuyang-fgj-2023", "全年主动公开信息249条，其中政策文件9条、财政资金7条。依申请公开收到26件。"},
      {"suqian-2024",
       "全市共收办政府信息公开申请3646件，同比增长1.05%"
       "。予以公开1431件，部分公开471件，不予公开92件，无法提供941件，"
       "不予处理117件，其他处理469件，转下年度125件。备案复议134件，备案诉讼57件。收取信息处理费2230元，共3件"
       "，分别为"
       "880元、1080元、270元。"},
      {"haizhu-guanzhou-2023-partial", "主动公开信息63条，分别为16条、36条、5条、1条和5条。"}};
  return kFacts;
}

std::string content_of(const std::string& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// “正文“收到”75 ≠ 表三…” -> "X-01 75件"; “正文…占33.9%与…” -> "X-02 33.9%".
std::string fault_of(const std::string& check) {
  static const std::regex kShare("占([0-9.]+%)"), kCount("([0-9]+)");
  std::smatch match;
  if (std::regex_search(check, match, kShare)) return "X-02 " + match[1].str();
  return std::regex_search(check, match, kCount) ? "X-01 " + match[1].str() + "件" : check;
}

// The faults of the text that the report's `checks` list, sorted.
std::vector<std::string> listed_faults(const std::string& report) {
  static constexpr std::string_view kKey = "\"narrative_vs_tables\"";
  std::vector<std::string> faults;
  const std::size_t key = report.find(kKey);
  if (key == std::string::npos) return {"no checks"};
  const std::size_t end = report.find(']', key);
  for (std::size_t at = report.find('"', report.find('[', key)); at < end; at = report.find('"', at + 1)) {
    const std::size_t close = report.find('"', at + 1);
    faults.push_back(fault_of(report.substr(at + 1, close - at - 1)));
    at = close;
  }
  std::sort(faults.begin(), faults.end());
  return faults;
}

std::vector<std::string> found_in(const Figures& figures, const std::string& text) {
  RuleInput input;
  input.figures = &figures;
  input.texts["overview"] = {"text/overview.md", text, {}, ""};
  std::vector<std::string> found;
  for (const Diagnostic& d : check_national(input).sorted()) {
    if (d.code == "X-01" || d.code == "X-02") found.push_back(d.code + " " + d.left.value_or(""));
    if (d.code[0] == 'M') found.push_back(d.code + " " + d.message);
  }
  return found;
}

class ProseFacts : public testing::TestWithParam<Facts> {};

TEST_P(ProseFacts, AreFaultedWhereTheirReportIsWrong) {
  const std::string folder = NIANBAO_SOURCE "/../shared/reports/";
  const std::string file = std::string(GetParam().file) + ".json";
  const std::string json = content_of(folder + "figures/" + file);
  if (json.empty()) GTEST_SKIP() << "没有 ../shared/reports，跳过：" << GetParam().file;
  Diagnostics diagnostics;
  const auto figures = read_figures_json(json, file, diagnostics);
  ASSERT_TRUE(figures);
  std::vector<std::string> found = found_in(*figures, GetParam().text);
  std::sort(found.begin(), found.end());
  EXPECT_EQ(found, listed_faults(content_of(folder + file)));
}

std::string name_of(const testing::TestParamInfo<Facts>& facts_of_one) {
  std::string name;
  for (char c : std::string(facts_of_one.param.file)) {
    name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Published, ProseFacts, testing::ValuesIn(facts()), name_of);

// The sound figures: 100 received (80 persons), 3 carried in, 98 closed, 61 granted, 15 partial, 5 carried
// out.
TEST(NumberChecks, EveryPhraseIsTiedToItsFigure) {
  const Figures figures = sound_figures();
  EXPECT_EQ(found_in(figures, "新收申请100件，上年结转3件，办结98件，结转下年度继续办理5件。"),
            std::vector<std::string>{});
  for (const char* wrong :
       {"新收申请101件", "上年结转4件", "办结99件", "结转下年度继续办理6件", "予以公开60件", "部分公开14件",
        "无法提供18件", "行政复议7件", "行政诉讼2件", "制发规范性文件9件", "废止规范性文件3件",
        "现行有效规范性文件67件", "行政许可决定121件", "行政处罚决定31件", "收取信息处理费5元"}) {
    EXPECT_EQ(found_in(figures, std::string("依申请公开工作中，本年度") + wrong + "。").size(), 1U) << wrong;
  }
}
// True of the sound figures, or of something else: nothing may be raised.
TEST(NumberChecks, WhatIsTrueOrElsewhereIsLeftAlone) {
  for (const char* text :
       {"全年收到建议提案132件，办结132件，答复率100%。",
        "区政府网站收到群众留言1208件，办结1196件，办结率99%。",
        "12345热线全年受理45210件，按期办结45100件，满意率98.7%。",
        "全年监测舆情56件，办结56件。",
        "信访局全年受理信访320件，办结310件。",
        "政务服务大厅受理办件10万件，办结9.9万件。",
        "通过网络收到申请60件，当面收到30件，邮寄收到10件。",
        "上半年收到申请40件，下半年收到申请60件。",
        "全年平均每月收到申请8件。",
        "每收到1件申请，即日登记。",
        "全面梳理近五年来收到申请1500件。",
        "共收到申请100件，办结98件，其中予以公开61件。从申请人看，自然人80件，商业企业20件。",
        "收到申请中，商业企业申请20件，其中予以公开11件。",
        "部分公开、无法提供分别为15件和19件。",
        "行政复议、行政诉讼分别为6件、1件。",
        "全年新收申请100件，其中自然人80件，占80%，商业企业20件，占20%。",
        "收到申请100件，办结98件，办结率95.15%。",
        "制发规范性文件8件，其中区政府制发规范性文件2件。",
        "参加市级业务培训2次，组织各单位开展专题培训2次。",
        "区各级行政机关办理行政复议案件210件，行政诉讼案件95件。"}) {
    EXPECT_EQ(found_in(sound_figures(), text), std::vector<std::string>{}) << text;
  }
}
TEST(NumberChecks, CommonWordingsAreRead) {
  for (const char* text : {"全年共收到各类政府信息公开申请101件。", "收到申请**101**件。",
                           "共收到101份政府信息公开申请。", "新收申请100件，结转至下年度6件。",
                           "规范性文件现行有效67件。", "新收申请100件，其中自然人申请81件。"}) {
    EXPECT_EQ(found_in(sound_figures(), text).size(), 1U) << text;
  }
}
// What stands behind or before a long line is judged, and soon.
std::vector<std::string> found_soon(const std::string& text) {
  static constexpr std::chrono::seconds kSoon(20);  // a pass takes well under one; two nested ones take hours
  const auto begin = std::chrono::steady_clock::now();
  std::vector<std::string> found = found_in(sound_figures(), text);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, kSoon);
  return found;
}
TEST(NumberChecks, LongLinesAreReadInTime) {
  std::string line;
  for (int i = 0; i < 50000; ++i) line += "收到申请1件，";
  EXPECT_EQ(found_soon(line + "\n新收申请139件。"), std::vector<std::string>{"X-01 139件"});
}
TEST(NumberChecks, HostileLinesAreReadInTime) {
  for (const char* part : {"1",
                           "一",
                           "%",
                           "占1%，",
                           "收到1件。",
                           "收到申请1件分别为1件、2件，",
                           "其中自然人1件，",
                           "（",
                           "“1件”",
                           "未收取信息处理费，",
                           "较上年1件增长1%；",
                           "、1",
                           "去年",
                           "全年",
                           "收到",
                           "1件、",
                           "申请中，",
                           "（含上年结转）",
                           "公民、法人和其他组织",
                           "复议1件维持1件，"}) {
    std::string line;
    for (std::size_t sentence = 0; line.size() < 1'000'000; ++sentence) {
      while (line.size() < 2900 * (sentence + 1)) line += part;
      line += "。";
    }
    const std::vector<std::string> found = found_soon("新收申请139件。\n" + line);
    ASSERT_FALSE(found.empty()) << part;
    EXPECT_EQ(found.front(), "X-01 139件") << part;
    for (const std::string& one : found) EXPECT_EQ(one[0], 'X') << part << one;
  }
}
TEST(NumberChecks, KnowsChineseNumeralsAndRoundNumbers) {
  const Figures figures = sound_figures();
  EXPECT_EQ(found_in(figures, "新收申请一百件，办结九十余件。"), std::vector<std::string>{});
  EXPECT_EQ(found_in(figures, "新收申请一百零一件。"), std::vector<std::string>{"X-01 一百零一件"});
  EXPECT_EQ(found_in(figures, "行政事业性收费4166.24万元。"), std::vector<std::string>{});
  EXPECT_EQ(found_in(figures, "行政事业性收费4167.24万元。"), std::vector<std::string>{"X-01 4167.24万元"});
}
TEST(NumberChecks, SharesAreOfTheTotal) {
  const Figures figures = sound_figures();
  EXPECT_EQ(found_in(figures, "予以公开61件，占62.24%。"), std::vector<std::string>{});  // 61 of 98
  EXPECT_EQ(found_in(figures, "予以公开61件，占61%。"), std::vector<std::string>{"X-02 61%"});
}
TEST(NumberChecks, GrowthNeedsLastYear) {
  Figures figures = sound_figures();
  Figures last = sound_figures();
  last.year = 2023;
  last.table3->row(Row3::received)[kTotalColumn] = Cell::of(80);
  RuleInput input;
  input.figures = &figures;
  input.previous = &last;
  for (const auto& [text, faults] : {std::pair{"新收申请100件，同比增长25%。", 0U},
                                     {"新收申请100件，同比增长24%。", 1U},
                                     {"新收申请100件，同比下降25%。", 1U}}) {
    input.texts["overview"] = {"text/overview.md", text, {}, ""};
    EXPECT_EQ(with_code(check_national(input), "X-02").size(), faults) << text;
  }
  input.previous = nullptr;
  EXPECT_TRUE(with_code(check_national(input), "X-02").empty());
}
TEST(NumberChecks, NothingIsSaidWithoutTheFigures) {
  Figures figures = sound_figures();
  figures.table3.reset();
  figures.table4.reset();
  EXPECT_EQ(found_in(figures, "新收申请1件，行政复议1件，培训1次，按期办结1件。"),
            std::vector<std::string>{});
}

}  // namespace
}  // namespace nianbao::test
