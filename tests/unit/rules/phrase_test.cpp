// phrase { … } of a pack: what it takes, what it refuses, and that ctx.claims tells checks what was read.
#include <gtest/gtest.h>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

// A check that reports each claim as it is told.
const char* const kTeller = R"(
check {
  code = "LW-01", severity = "note", title = "说法", basis = "测试",
  run = function(ctx, report)
    for _, claim in ipairs(ctx.claims) do
      local whole = claim.wholes[1] and claim.wholes[1][2] or ""
      report { message = claim.kind .. " " .. claim.text .. " " .. claim.readings[1][1] .. " " .. whole }
    end
  end,
}
)";

std::vector<std::string> told(const std::string& phrases, const std::string& text) {
  PackFolder folder;
  folder.add_pack("local", "extends = \"national\"\nprefix = \"LW\"\n");
  folder.write("local/checks.lua", phrases + kTeller);
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.path(), "local", diagnostics);
  const Figures figures = sound_figures();
  RuleInput input;
  input.figures = &figures;
  input.texts["overview"] = {"text/overview.md", text, {}, ""};
  if (book) book->check(input, diagnostics);
  std::vector<std::string> messages;
  for (const Diagnostic& d : diagnostics.sorted()) messages.push_back(d.message);
  return messages;
}

TEST(Phrases, OfAPackNameRates) {
  static constexpr const char* kRate =
      "phrase { words = '网办率', figure = 'requests.answered', whole = 'tasks.total - tasks.standing' }";
  EXPECT_EQ(told(kRate, "全年网办率为62%。"),
            std::vector<std::string>{"rate 62% requests.answered -tasks.standing"});
}
TEST(Phrases, OfAPackNameWhatThereWasNone) {
  static constexpr const char* kNone =
      "phrase { words = '没有超期', figure = 'requests.overdue', denies = true }";
  EXPECT_EQ(told(kNone, "全年没有超期。"), std::vector<std::string>{"denial 没有超期 requests.overdue "});
  EXPECT_EQ(told(kNone, "全年没有超期的3件。"), std::vector<std::string>{});
}
TEST(Phrases, ThatContradictThemselvesAreRefused) {
  for (const char* phrase :
       {"phrase { words = '网办率', column = 'natural_person', whole = 'requests.answered' }",
        "phrase { words = '网办率', figure = 'a.b', whole = 'a.c', denies = true }",
        "phrase { words = '网办率', figure = { 'a.b', 'a.c', 'a.d' }, whole = { 'a.e', 'a.f' } }",
        "phrase { words = '网办率', denies = true }",
        "phrase { words = '网办率', figure = 'requests.answred' }",
        "phrase { words = '网办率', figure = 'table3.received.total + table3.carried.total' }",
        "phrase { words = '网办率', figure = 'requests.answered.*' }",
        "phrase { words = '网办率', figure = '' }",
        "phrase { words = '网办率', figure = 'requests.answered', whole = 'tasks.totl' }",
        "phrase { words = '网办率', figure = 'requests.answered', goes_on = 'tabel4.' }",
        "phrase { words = '网办率', column = 'natural' }"}) {
    const auto messages = told(phrase, "网办率62%");
    ASSERT_EQ(messages.size(), 1U) << phrase;
    EXPECT_NE(messages[0].find("phrase"), std::string::npos) << messages[0];
  }
}

}  // namespace
}  // namespace nianbao::test
