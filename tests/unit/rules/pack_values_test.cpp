// Values that packs take by a name of the data, and lists of their own.
#include <gtest/gtest.h>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

struct Loaded {
  std::optional<RuleBook> book;
  Diagnostics diagnostics;
};

Loaded load(const PackFolder& folder, const std::string& locality) {
  Loaded loaded;
  loaded.book = RuleBook::load(folder.path(), locality, loaded.diagnostics);
  return loaded;
}

// What the expression is on figures with one activity class; the error where it fails.
std::string value_of(const std::string& expression) {
  const PackFolder folder;
  folder.write("national/checks.lua",
               "check { code = 'T9-01', severity = 'note', title = '一', run = function(ctx, report)\n"
               "  local activities, requests = ctx.figures.activities, ctx.figures.requests\n"
               "  report { message = tostring(" +
                   expression + ") } end }\n");
  Loaded loaded = load(folder, "national");
  Figures figures = sound_figures();
  ActivityCounts held;
  held.held = 9;
  figures.activities.emplace().by_class = {{"培训", held}};
  RuleInput input;
  input.figures = &figures;
  loaded.book->check(input, loaded.diagnostics);
  return loaded.diagnostics.sorted().front().message;
}

TEST(PackValues, AGroupThatTheDataLacksIsNilAndAMisspeltKeyIsAnError) {
  EXPECT_EQ(value_of("activities.by_class['培训'].held"), "9");
  EXPECT_EQ(value_of("activities.by_class['听取汇报']"), "nil");
  EXPECT_EQ(value_of("activities.by_unit['县教育局']"), "nil") << "of an empty list";
  EXPECT_EQ(value_of("requests.by_applicant.natural_person"), "nil");
  EXPECT_EQ(value_of("requests.by_outcome['refused.third_party']"), "nil");
  EXPECT_NE(value_of("requests.by_applicant.natural").find("里没有“natural”"), std::string::npos);
  EXPECT_NE(value_of("requests.by_outcome['refused']").find("里没有“refused”"), std::string::npos);
  EXPECT_NE(value_of("activities.by_clas['培训']").find("是不是“by_class”"), std::string::npos);
  EXPECT_NE(value_of("requests.open_ids['甲']").find("open_ids"), std::string::npos);
}

TEST(PackValues, AListOfThePacksOwnGroupsIsWritten) {
  EXPECT_EQ(value_of("list({ { key = '甲' }, '乙', { key = '丙' } }, 2)"), "甲、乙等3个");
  EXPECT_NE(value_of("list { { name = '甲' } }").find("第 1 项不是名称"), std::string::npos);
  EXPECT_NE(value_of("list { true }").find("第 1 项不是名称"), std::string::npos);
}

}  // namespace
}  // namespace nianbao::test
