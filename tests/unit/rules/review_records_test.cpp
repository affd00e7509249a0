// ctx.reviews: the cases that count, as packs see them.
#include <gtest/gtest.h>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

constexpr const char* kCheck = R"(
check { code = "T9-01", severity = "note", title = "t", basis = "b", run = function(ctx, report)
  if not ctx.reviews then return report { message = "none" } end
  for _, r in ipairs(ctx.reviews) do
    report { message = table.concat({ r.id, r.unit, r.kind, r.result, r.accepted or "-", r.closed or "-", r.reason }, "|") }
  end
end }
)";

std::vector<std::string> messages(const RuleInput& input, const std::string& check = kCheck) {
  const PackFolder folder;
  folder.write("national/checks.lua", check);
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.path(), "national", diagnostics);
  if (book) book->check(input, diagnostics);
  std::vector<std::string> messages;
  for (const Diagnostic& d : diagnostics.sorted()) messages.push_back(d.message);
  return messages;
}

TEST(ReviewRecords, AreNilWithoutALedger) {
  EXPECT_EQ(messages(RuleInput{}), std::vector<std::string>{"none"});
}

TEST(ReviewRecords, SayKindAndResultByTheirKeys) {
  ReviewCase lost;
  lost.id = "诉1";
  lost.unit = "甲局";
  lost.kind = CaseKind::litigation_after_review;
  lost.result = CaseResult::corrected;
  lost.accepted = parse_date("2024-02-01");
  lost.closed = parse_date("2024-05-06");
  lost.reason = "未按期答复";
  ReviewCase open;
  open.id = "复2";
  const std::vector<ReviewCase> reviews = {lost, open};
  RuleInput input;
  input.reviews = &reviews;
  EXPECT_EQ(
      messages(input),
      (std::vector<std::string>{"诉1|甲局|litigation_after_review|corrected|2024-02-01|2024-05-06|未按期答复",
                                "复2||review|pending|-|-|"}));
}

TEST(ReviewRecords, CannotBeChanged) {
  const std::vector<ReviewCase> reviews(1);
  RuleInput input;
  input.reviews = &reviews;
  const auto said = messages(input,
                             "check { code = 'T9-01', severity = 'note', title = 't', basis = 'b', "
                             "run = function(ctx) ctx.reviews[1].reason = 'x' end }");
  ASSERT_EQ(said.size(), 1U);
  EXPECT_NE(said[0].find("不能"), std::string::npos) << said[0];
}

}  // namespace
}  // namespace nianbao::test
