#include "rules/prose_claims.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

std::vector<Phrase> phrases() {
  const std::vector<std::string> cases = {"件", "", "个", "宗"};
  return {{"新收", {"table3.received.*"}, {}, cases},
          {"收到", {"table3.received.*"}, {}, cases},
          {"上年结转", {"table3.carried_in.*"}, {}, cases},
          {"办结", {"table3.total.*"}, {}, cases},
          {"收办", {"table3.total.*", "table3.received.* + table3.carried_in.*"}, {}, cases},
          {"予以公开", {"table3.granted.*"}, {}, cases},
          {"部分公开", {"table3.partial.*"}, {}, cases},
          {"不予公开", {"table3.refused.*"}, {}, cases},
          {"结转下年度", {"table3.carried_out.*"}, {}, cases},
          {"行政复议", {"table4.review.total"}, {}, cases},
          {"行政诉讼", {"table4.litigation_direct.total + table4.litigation_after_review.total"}, {}, cases},
          {"按期办结率", {"requests.in_time"}, {}, {}, {}, {"requests.answered"}},
          {"完成率", {"tasks.done"}, {}, {}, {}, {"tasks.total - tasks.standing"}},
          {"未收取信息处理费", {"requests.processing_fee"}, {}, {}, {}, {}, true},
          {"自然人", {}, {"natural_person"}, cases},
          {"法人或其他组织", {}, {"enterprise", "research"}, cases},
          {"培训", {"activities.by_class.培训.held"}, {}, {"次", "场", "期"}}};
}

std::string names(const std::vector<FigureNames>& readings) {
  std::string out;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    out += i == 0 ? "" : "|";
    for (std::size_t j = 0; j < readings[i].size(); ++j) out += (j == 0 ? "" : "+") + readings[i][j];
  }
  return out;
}

const char* kind_of(const ProseClaim& claim) {
  switch (claim.kind) {
    case ProseClaim::Kind::count:
      return "";
    case ProseClaim::Kind::share:
      return "share ";
    case ProseClaim::Kind::growth:
      return claim.falls ? "fall " : "growth ";
    case ProseClaim::Kind::change:
      return claim.falls ? "less " : "more ";
    case ProseClaim::Kind::last_year:
      return "last ";
    case ProseClaim::Kind::rate:
      return "rate ";
    case ProseClaim::Kind::denial:
      return "none ";
  }
  return "";
}

std::string claims(std::string_view line) {
  const ClaimReader reader(phrases(), {2024, {"某某局"}, "某某区人民政府"});
  std::string out;
  for (const ProseClaim& claim : reader.read(line)) {
    out += kind_of(claim) + claim.text + "=" + names(claim.readings);
    out += (claim.wholes.empty() ? "" : " / " + names(claim.wholes)) + "; ";
  }
  return out;
}

TEST(ProseClaims, TiesANumberToTheWordsBeforeIt) {
  EXPECT_EQ(claims("本年度新收政府信息公开申请388件，上年结转18件。"),
            "388件=table3.received.total; 18件=table3.carried_in.total; ");
  EXPECT_EQ(claims("共办结申请约3600余件"), "约3600余件=table3.total.total; ");
}
TEST(ProseClaims, TiesANumberToTheWordsBehindIt) {
  EXPECT_EQ(claims("其中9件予以公开，2件不予公开。"), "9件=table3.granted.total; 2件=table3.refused.total; ");
  EXPECT_EQ(claims("予以公开9件，不予公开2件"), "9件=table3.granted.total; 2件=table3.refused.total; ");
}
TEST(ProseClaims, PutsTheApplicantIntoTheRowOfTheContext) {
  EXPECT_EQ(claims("新收75件，其中自然人72件，法人或其他组织3件。"),
            "75件=table3.received.total; 72件=table3.received.natural_person; "
            "3件=table3.received.enterprise+table3.received.research; ");
  EXPECT_EQ(claims("收到申请75件。其中自然人72件。"),
            "75件=table3.received.total; 72件=table3.received.natural_person; ");
  EXPECT_EQ(claims("自然人72件。"), "");  // of which row?
}
TEST(ProseClaims, AddsWhatIsNamedTogether) {
  EXPECT_EQ(claims("予以公开及部分公开258件"), "258件=table3.granted.total+table3.partial.total; ");
  EXPECT_EQ(claims("行政诉讼3件"),
            "3件=table4.litigation_direct.total+table4.litigation_after_review.total; ");
}
TEST(ProseClaims, UnderstandsThatCarriedInIsIncluded) {
  EXPECT_EQ(claims("收到申请75件（含上年结转1件）"),
            "75件=table3.received.total+table3.carried_in.total; 1件=table3.carried_in.total; ");
  EXPECT_EQ(claims("收到申请（含上年结转）75件"), "75件=table3.received.total+table3.carried_in.total; ");
}
TEST(ProseClaims, LeavesOpenWhetherApplicantsSpokenOfAreMeant) {
  EXPECT_EQ(claims("申请人以自然人为主，新收80件"),
            "80件=table3.received.total|table3.received.natural_person; ");
  EXPECT_EQ(claims("自然人80件，新收100件"), "100件=table3.received.total; ");
}
TEST(ProseClaims, LeavesOpenWhetherCarriedInIsIncludedElsewhere) {
  EXPECT_EQ(claims("收到申请75件，连同上年结转1件"),
            "75件=table3.received.total|table3.received.total+table3.carried_in.total; "
            "1件=table3.carried_in.total; ");
}
TEST(ProseClaims, LeavesOpenWhatMayMeanTwoThings) {
  EXPECT_EQ(claims("收办3646件"),
            "3646件=table3.total.total|table3.received.total+table3.carried_in.total; ");
}
TEST(ProseClaims, ReadsSharesOfTheNumberBefore) {
  EXPECT_EQ(claims("予以公开275件，占34.2%；不予公开35件（4.34%）"),
            "275件=table3.granted.total; share 34.2%=table3.granted.total; 35件=table3.refused.total; share "
            "4.34%=table3.refused.total; ");
  EXPECT_EQ(claims("予以公开占比为33.9%"), "share 33.9%=table3.granted.total; ");
}
TEST(ProseClaims, ReadsGrowth) {
  EXPECT_EQ(claims("新收申请3646件，同比增长1.05%"),
            "3646件=table3.received.total; growth 1.05%=table3.received.total; ");
  EXPECT_EQ(claims("新收申请3646件，比上年下降1.05%"),
            "3646件=table3.received.total; fall 1.05%=table3.received.total; ");
}
TEST(ProseClaims, ReadsGrowthOfAPhraseWithoutACount) {
  for (const char* line : {"新收申请同比增长1.05%", "新收申请数量较上年增长1.05%",
                           "与2023年相比，新收申请增长1.05%", "新收申请比去年同期增长了1.05%"}) {
    EXPECT_EQ(claims(line), "growth 1.05%=table3.received.total; ") << line;
  }
  EXPECT_EQ(claims("新收申请较2022年增长1.05%"), "");
  EXPECT_EQ(claims("新收申请中征地类较上年增长1.05%"), "");
}
TEST(ProseClaims, ReadsChangesAndLastYear) {
  EXPECT_EQ(claims("新收申请较上年增加306件"), "more 306件=table3.received.total; ");
  EXPECT_EQ(claims("新收100件，比上年少收12件"),
            "100件=table3.received.total; less 12件=table3.received.total; ");
  EXPECT_EQ(
      claims("新收388件，较上年306件增长27%"),
      "388件=table3.received.total; last 306件=table3.received.total; growth 27%=table3.received.total; ");
  EXPECT_EQ(claims("新收申请由上年的80件增加到100件"),
            "last 80件=table3.received.total; 100件=table3.received.total; ");
  EXPECT_EQ(claims("新收100件，去年为80件，办结75件"),
            "100件=table3.received.total; last 80件=table3.received.total; ");
  EXPECT_EQ(claims("新收100件，增加12件"), "100件=table3.received.total; ") << "against what?";
}
TEST(ProseClaims, ReadsListsInOrder) {
  EXPECT_EQ(claims("予以公开、部分公开和不予公开分别为3件、2件和1件"),
            "3件=table3.granted.total; 2件=table3.partial.total; 1件=table3.refused.total; ");
  EXPECT_EQ(claims("予以公开3件、部分公开2件，分别占60%、40%"),
            "3件=table3.granted.total; 2件=table3.partial.total; share 60%=table3.granted.total; share "
            "40%=table3.partial.total; ");
  EXPECT_EQ(claims("自然人、法人或其他组织分别新收3件、2件"),
            "3件=table3.received.natural_person; 2件=table3.received.enterprise+table3.received.research; ");
  for (const char* line :
       {"予以公开、部分公开分别为3件、2件、1件", "予以公开、依法撤回、部分公开分别为3件、2件、1件",
        "依法撤回、部分公开分别为3件、2件", "甲镇、乙镇分别收到3件、2件",
        "予以公开、部分公开分别为3件、2次"}) {
    EXPECT_EQ(claims(line), "") << line;
  }
}
TEST(ProseClaims, ReadsRatesOfAWhole) {
  EXPECT_EQ(claims("全年按期办结率达到98.5%"), "rate 98.5%=requests.in_time / requests.answered; ");
  EXPECT_EQ(claims("完成率100%"), "rate 100%=tasks.done / tasks.total+-tasks.standing; ");
  EXPECT_EQ(claims("信访按期办结率98%，群众满意率99%，督办事项完成率100%"), "");
}
TEST(ProseClaims, ReadsThatThereWasNone) {
  EXPECT_EQ(claims("全年未收取信息处理费。"), "none 未收取信息处理费=requests.processing_fee; ");
  EXPECT_EQ(claims("未收取信息处理费的申请3件，2023年未收取信息处理费。"), "");
}
TEST(ProseClaims, NamesTheWholeThatTheProseNames) {
  EXPECT_EQ(claims("新收5件，其中自然人4件，占新收申请的80%"),
            "5件=table3.received.total; 4件=table3.received.natural_person; share "
            "80%=table3.received.natural_person / table3.received.total; ");
  EXPECT_EQ(claims("予以公开3件，占全市的2%"), "3件=table3.granted.total; ");
}
TEST(ProseClaims, TakesBoundPlacesForWhatTheyCount) {
  EXPECT_EQ(claims("新收申请\x02件，同比增长12%"), "growth 12%=table3.received.total; ");
  EXPECT_EQ(claims("予以公开、部分公开分别为\x02件、3件"), "3件=table3.partial.total; ");
}
TEST(ProseClaims, LeavesOtherNumbersAlone) {
  for (const char* line :
       {"收到公众意见34件", "办结人大代表建议34件", "组织培训120人次", "某某局收到申请46件",
        "2023年收到申请302件", "涉及征地拆迁的收到120件", "公开信息1234条，解读12篇", "2024年1月1日起",
        "上一年收到申请302件", "收到\x02件，办结\x02件", "不予公开的理由有8种"}) {
    EXPECT_EQ(claims(line), "") << line;
  }
}
TEST(ProseClaims, TakesMeasureWordsIntoAccount) {
  EXPECT_EQ(claims("组织培训9次"), "9次=activities.by_class.培训.held; ");
  EXPECT_EQ(claims("组织培训9人"), "");
}

}  // namespace
}  // namespace nianbao
