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
          {"自然人", {}, {"natural_person"}, cases},
          {"法人或其他组织", {}, {"enterprise", "research"}, cases},
          {"培训", {"activities.by_class.培训.held"}, {}, {"次", "场", "期"}}};
}

std::string claims(std::string_view line) {
  const ClaimReader reader(phrases(), {2024, {"某某局"}, "某某区人民政府"});
  std::string out;
  for (const ProseClaim& claim : reader.read(line)) {
    out += claim.kind == ProseClaim::Kind::count   ? ""
           : claim.kind == ProseClaim::Kind::share ? "share "
                                                   : "growth ";
    out += claim.text + "=";
    for (std::size_t i = 0; i < claim.readings.size(); ++i) {
      out += i == 0 ? "" : "|";
      for (std::size_t j = 0; j < claim.readings[i].size(); ++j)
        out += (j == 0 ? "" : "+") + claim.readings[i][j];
    }
    out += "; ";
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
            "3646件=table3.received.total; growth 1.05%=table3.received.total; ");
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
