// Sentences as offices write them, in words of our own. Those of kWrong hold one number that contradicts the
// figures, and exactly that one must be named; those of kSilent are right, or speak of something else, and
// nothing may be said. Each stands as a line of its own in section 一.
//
// The figures of 2024: 100 received (80 by persons, 20 by enterprises), 3 carried in, 98 closed, 61 granted,
// 15 partial, 19 unavailable, 3 other, 5 carried out; 6 reviews, 1 lawsuit; 8 documents issued, 120 licences.
// Of 2023: 80 received (64 by persons), 82 closed, 50 granted, 4 reviews, 100 licences. Ledgers: 95 of 98 in
// time, fees of 360 yuan, 50 of 59 tasks done with 6 standing, 9 trainings, 12 open days.
#include <gtest/gtest.h>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

struct Sentence {
  const char* text;
  const char* found;  // "X-01 75件"
};

const std::vector<Sentence>& wrong() {
  static const std::vector<Sentence> kWrong = {
      // counts
      {"2024年，全区共收到政府信息公开申请102件，均按程序登记办理。", "X-01 102件"},
      {"依申请公开规范有序。全年新收申请100件，上年结转2件，办结98件。", "X-01 2件"},
      {"截至2024年12月31日，新收申请100件，结转下年度继续办理4件。", "X-01 4件"},
      {"2024年1月1日至12月31日，新收政府信息公开申请110件。", "X-01 110件"},
      {"自2024年1月至12月，我区共受理政府信息公开申请99件。", "X-01 99件"},
      {"申请人以自然人为主，新收申请中自然人81件。", "X-01 81件"},
      {"办结的申请中，予以公开及部分公开77件。", "X-01 77件"},
      {"信息公开引发的行政复议案件7件，行政诉讼案件1件。", "X-01 7件"},
      {"制发行政规范性文件8件，废止行政规范性文件3件。", "X-01 3件"},
      {"全区行政机关作出行政许可决定一百二十一件。", "X-01 一百二十一件"},
      {"与上年相比，办理更加规范。新收申请约130件。", "X-01 约130件"},
      // rates
      {"严格按照条例规定的时限办理申请，按期办结率98.5%。", "X-02 98.5%"},
      {"政府信息公开申请件件有回音，按时办结率为100%。", "X-02 100%"},
      {"对收到的申请逐件登记、限时办理，全年按期答复率达到99.2%。", "X-02 99.2%"},
      {"申请答复时效明显提高，按时答复率均达百分之九十。", "X-02 百分之九十"},
      {"年度政务公开工作扎实推进。政务公开工作要点任务完成率为98%。", "X-02 98%"},
      {"对照台账逐项销号，要点任务完成率100%。", "X-02 100%"},
      // growth
      {"2024年，新收申请同比增长12.5%。", "X-02 12.5%"},
      {"新收政府信息公开申请较上年增长20%，申请内容更加集中。", "X-02 20%"},
      {"新收申请数量比去年减少8%。", "X-02 8%"},
      {"与上年相比，新收申请增长30%。", "X-02 30%"},
      {"与2023年相比，新收申请上升约40%。", "X-02 约40%"},
      {"新收申请100件，较上年增加30件。", "X-02 30件"},
      {"新收申请100件，比上年多收12件。", "X-02 12件"},
      {"新收申请100件，比上年多收到22件。", "X-02 22件"},
      {"新收申请100件，较2023年增加20件，增幅为20%。", "X-02 20%"},
      {"新收申请100件，较上年的86件增长25%。", "X-01 86件"},
      {"新收申请100件，较上年80件增长20%。", "X-02 20%"},
      {"新收申请100件，去年为90件。", "X-01 90件"},
      {"新收申请100件（上年70件），办结98件。", "X-01 70件"},
      {"新收申请由上年的80件增加到101件。", "X-01 101件"},
      {"新收申请由上年的60件增加到100件。", "X-01 60件"},
      {"行政许可决定120件，同比下降20%。", "X-02 20%"},
      {"发生信息公开行政复议6件，同比增加3件。", "X-02 3件"},
      // lists
      {"办结的申请中，予以公开、部分公开、无法提供分别为61件、16件和19件。", "X-01 16件"},
      {"新收申请中，自然人、商业企业分别为81件、20件。", "X-01 81件"},
      {"因信息公开引起的行政复议、行政诉讼分别为6件、2件。", "X-01 2件"},
      {"予以公开61件、部分公开15件，分别占62.24%、25%。", "X-02 25%"},
      {"予以公开、部分公开分别占61%、15.31%。", "X-02 61%"},
      {"新收申请、予以公开较上年分别增长25%、30%。", "X-02 30%"},
      {"予以公开61件、部分公开15件，占比分别为62.24%、12%。", "X-02 12%"},
      {"新收申请由2023年的80件增长至100件，增幅达35%。", "X-02 35%"},
      {"收到申请100件，较去年同期上升25%，答复98件，较去年同期上升29.5%。", "X-02 29.5%"},
      {"今年新收申请比去年多20件，行政复议比去年少2件。", "X-02 2件"},
      {"自然人和商业企业分别新收申请80件、21件。", "X-01 21件"},
      // shares
      {"新收申请中，自然人80件，占新收申请的75%。", "X-02 75%"},
      {"予以公开61件（占61%），部分公开15件（占15.31%）。", "X-02 61%"},
      // fees
      {"全年未收取信息处理费。", "X-01 未收取信息处理费"},
      {"2024年，我区没有收取信息处理费。", "X-01 没有收取信息处理费"},
      {"关注信息处理费的收取情况，完善制度。全年未收取任何费用。", "X-01 未收取任何费用"},
      {"全年收取信息处理费306元。", "X-01 306元"},
  };
  return kWrong;
}

const std::vector<const char*>& silent() {
  static const std::vector<const char*> kSilent = {
      // right
      "2024年，全区新收政府信息公开申请100件，较上年增加20件，增长25%；办结98件，结转下年度5件。",
      "新收申请同比增长25%，办结申请较上年增长19.51%。",
      "新收申请100件，较上年80件增长25%，其中自然人80件。",
      "新收申请由上年的80件增加到100件，增幅25%。",
      "新收申请100件，去年为80件，办结82件。",
      "办结的申请中，予以公开、部分公开、无法提供分别为61件、15件、19件。",
      "予以公开61件、部分公开15件，分别占62.24%、15.31%。",
      "予以公开61件、部分公开15件，两项占77.55%。",
      "新收申请中，自然人、商业企业分别为80件、20件，分别占80%、20%。",
      "行政许可决定较上年增加20件，同比增长20%。",
      "申请按期办结率96.94%，按时办结率达到96.9%。",
      "要点任务完成率94.34%。政务公开工作要点任务完成率84.7%。",
      "收取信息处理费360元，共3件。",
      "自然人80件，占新收申请的80%。其中予以公开50件，占申请总数的50%。",
      "发生信息公开行政复议6件，比上年多2件。",
      // a measure of another kind
      "公众对申请办理的满意率98.2%，群众知晓率95%。",
      "收到申请100件，办结率95.15%，公开率77.6%。",
      "政务服务事项按期办结率99.9%，申请材料减少30%。",
      "12345热线按期办结率99.1%，同比提高2.3个百分点。",
      "整改任务完成率100%，重点任务完成率98%。",
      "按期办结率同比提高5%。",
      "新收申请100件，100%按期登记，98%当日转办。",
      // other bodies, units, topics, channels
      "区教育局新收申请12件，区住建局新收申请9件，申请量居前。",
      "张家洼街道收到政府信息公开申请7件，比上年增加3件。",
      "甲局、乙局分别收到申请12件、9件。",
      "市政府办公室全年受理政府信息公开申请4600件。",
      "其中征地类申请较上年增长60%。",
      "新收申请100件，征地类同比增长60%。",
      "通过政府网站收到申请70件。",
      "网上提交的申请72件，信函申请20件，同比分别增长10%、5%。",
      "区人民法院审结涉信息公开行政诉讼12件，同比下降10%。",
      "区政府本级新收申请40件。",
      "协助办理市级行政复议案件9件。",
      "按照信息公开要求，抽查已答复申请20件。",
      "区教育局收到信息公开申请12件，办结11件，按期办结率100%。",
      "本机关全年收到申请12件，未收取信息处理费。",
      "全区行政复议机构受理行政复议申请310件，办结302件。",
      "依申请公开之外，公示行政许可决定99件，公开行政处罚决定12件。",
      "举办全区政务公开培训1次，组织各部门开展业务培训20次。",
      "莱芜高新区收到申请41件，增长12%。",
      "历下区新收申请41件，比上年增加12件。",
      "新收申请100件，减少重复申请12件。",
      "县直部门新收申请40件，乡镇（街道）新收申请60件。",
      // other years, parts of the year, plans
      "2023年新收申请80件，2022年新收申请61件，均为申请高发年份。",
      "2022年至2024年共收到申请241件，2022-2024年办结申请240件。",
      "二〇二三年新收申请80件。",
      "2024年1月至6月新收申请42件。",
      "上半年新收申请同比增长40%。",
      "5月15日，举办政务公开培训1次。",
      "新收申请较2022年增长64%。",
      "新收申请环比增长12%。",
      "2025年计划举办政务公开培训12次，政府开放活动15场。",
      "下一步，将组织政务公开培训10次。",
      "力争要点任务完成率达到100%，申请按期办结率100%。",
      "去年收到申请79件，办结77件。",
      "近三年新收申请分别为61件、80件、100件。",
      // the law, documents, thresholds
      "依据国办公开办函〔2021〕30号和《条例》第三十三条，20个工作日内答复申请。",
      "严格执行《政府信息公开条例》第36条第（三）项，不予公开的说明理由。",
      "落实“收到1件、登记1件、答复1件”的要求，申请台账一日一清。",
      "依申请公开工作中，新收申请数十件，答复几十件。",
      "新收申请10件以上的单位有3家，超过10件的单位另行通报。",
      "每收到申请1件，2日内转办。政务公开培训每年至少2次。",
      "印发莱政办〔2024〕2号文件，规范申请办理。",
      "新收申请100件，增加了工作量，申请人数增长30%。",
      "新收申请100件，是上年的1.25倍，较上年翻一番。",
      "申请按期办结率由上年的95%提高到98%。",
      "确保申请按期办结率100%。申请按期办结率100%的单位有30个。",
      // names and numbers that do not fit
      "予以公开、部分公开、不予公开分别为120件、30件。",
      "公开年报、予以公开分别为3份、2份。",
      "办理建议、予以公开分别为12件、13件。",
      "按时答复率、满意率分别为100%、98%。",
      "申请人为自然人、企业法人的分别为81件、19件。",
      // fees of some only, or of others
      "信息处理费：检索、复制、邮寄，均未收费。",
      "未收取信息处理费的申请97件。",
      "对残疾人提出的申请，未收取信息处理费。",
      "其余申请，未收取信息处理费。",
      "应收未收取信息处理费0件。",
      "2023年未收取信息处理费。",
      "上半年，未收取信息处理费。",
      "不动产登记资料查询未收费。",
      "未收取信息处理费以外的任何费用。",
  };
  return kSilent;
}

void set_row(Figures& figures, Row3 row, std::int64_t persons, std::int64_t enterprises) {
  auto& cells = figures.table3->row(row);
  cells[0] = Cell::of(persons);
  cells[1] = Cell::of(enterprises);
  cells[kTotalColumn] = Cell::of(persons + enterprises);
}

Figures this_year() {
  Figures figures = sound_figures();
  figures.requests->has_clock = true;
  figures.requests->in_time = 95;
  figures.requests->overdue = 3;
  figures.requests->days.add(10, 98);
  figures.requests->processing_fee = Amount::of(Decimal(360));
  TaskFigures tasks;
  tasks.all.total = 59;
  tasks.all.done = 50;
  tasks.all.standing = 6;
  tasks.all.running = 3;
  figures.tasks = tasks;
  ActivityFigures activities;
  ActivityCounts trainings, open_days;
  trainings.held = 9;
  open_days.held = 12;
  activities.by_class = {{"培训", trainings}, {"政府开放活动", open_days}};
  figures.activities = activities;
  return figures;
}

Figures last_year() {
  Figures figures = sound_figures();
  figures.year = 2023;
  set_row(figures, Row3::received, 64, 16);
  set_row(figures, Row3::total, 66, 16);
  set_row(figures, Row3::granted, 40, 10);
  figures.table4->groups[0][4] = Cell::of(4);
  figures.table2->decisions[0] = Cell::of(100);
  figures.requests.reset();
  return figures;
}

std::vector<std::string> found_in(const std::string& text, bool knows_last_year = true,
                                  std::int64_t fee = 360) {
  Figures figures = this_year();
  figures.requests->processing_fee = Amount::of(Decimal(fee));
  const Figures last = last_year();
  RuleInput input;
  input.figures = &figures;
  input.previous = knows_last_year ? &last : nullptr;
  input.texts["overview"] = {"text/overview.md", text, {}, ""};
  std::vector<std::string> found;
  for (const Diagnostic& d : check_national(input).sorted()) {
    if (d.code == "X-01" || d.code == "X-02") found.push_back(d.code + " " + d.left.value_or(""));
    if (d.code[0] == 'M') found.push_back(d.code + " " + d.message);
  }
  return found;
}

TEST(EverydaySentences, WrongNumbersAreFoundOnce) {
  for (const auto& [text, found] : wrong()) {
    EXPECT_EQ(found_in(text), std::vector<std::string>{found}) << text;
  }
}
TEST(EverydaySentences, RightOrOtherNumbersAreLeftAlone) {
  for (const char* text : silent()) EXPECT_EQ(found_in(text), std::vector<std::string>{}) << text;
}
TEST(EverydaySentences, NothingIsSaidOfLastYearWithoutIt) {
  for (const char* text :
       {"新收申请同比增长12.5%。", "新收申请100件，较上年的86件增长20%。", "新收申请100件，去年为90件。",
        "新收申请较上年增加306件。", "新收申请、予以公开较上年分别增长25%、30%。"}) {
    EXPECT_EQ(found_in(text, false), std::vector<std::string>{}) << text;
  }
}
TEST(EverydaySentences, NoFeeIsRightWhereTheLedgerHasNone) {
  for (const char* text : {"全年未收取信息处理费。", "全年未收取任何费用，信息处理费为零。"}) {
    EXPECT_EQ(found_in(text, true, 0), std::vector<std::string>{}) << text;
  }
}

}  // namespace
}  // namespace nianbao::test
