#include "rules/text_binding.h"

#include <gtest/gtest.h>

#include "rules/prose_claims.h"
#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

struct Bound {
  std::string text, masked;
  std::vector<Diagnostic> findings;
};

Bound bound_of(const std::string& markdown, const Figures* previous = nullptr) {
  const Figures figures = sound_figures();
  Diagnostics diagnostics;
  TextBinder binder(figures, previous);
  const BoundText bound = binder.bind(markdown, "text/a.md", diagnostics);
  return {bound.text, bound.masked, diagnostics.sorted()};
}

TEST(TextBinder, FillsPlacesWithFigures) {
  EXPECT_EQ(
      bound_of(
          "新收{{ n(table3.received.total) }}件，占{{share(table3.granted.total, table3.total.total)}}。")
          .text,
      "新收100件，占62.24%。");
  EXPECT_EQ(bound_of("{{ year }}年，{{ issuer }}").text, "2024年，某县人民政府");
  EXPECT_EQ(bound_of("收费{{ money(table2.administrative_charge) }}万元").text, "收费4166.241619万元");
  EXPECT_EQ(bound_of("{{ table3.received.total }}").text, "100");
}
TEST(TextBinder, MasksWhatItFilled) {
  EXPECT_EQ(bound_of("新收{{ n(table3.received.total) }}件，其中3件").masked,
            std::string("新收") + kBoundPlace + "件，其中3件");
}
TEST(TextBinder, ReadsLastYear) {
  Figures last = sound_figures();
  last.table3->row(Row3::received)[kTotalColumn] = Cell::of(80);
  EXPECT_EQ(bound_of("比上年{{ growth(table3.received.total, previous.table3.received.total) }}", &last).text,
            "比上年增长25.00%");
  EXPECT_EQ(bound_of("{{ previous and '有' or '无' }}").text, "无");
}
TEST(TextBinder, KeepsLinesAndNamesThem) {
  const Bound bound = bound_of("一\n二 {{ n(table3.recieved.total) }}\n三\n");
  EXPECT_EQ(bound.text, "一\n二 （此处有误）\n三\n");
  ASSERT_EQ(bound.findings.size(), 1U);
  const Diagnostic& d = bound.findings[0];
  EXPECT_EQ(d.code, "C-02");
  EXPECT_EQ(d.place.file, "text/a.md");
  EXPECT_EQ(d.place.row, 2);
  EXPECT_NE(d.message.find("是不是“received”"), std::string::npos) << d.message;
}
TEST(TextBinder, EveryWrongPlaceIsAFinding) {
  for (const char* place :
       {"", "n(", "table3", "nil", "true", "n(table9.a)", "share(1, 0)", "while true do end",
        "(function() while true do end end)()", "string.rep('x', 1e9)", "n(blank)", "blank", "os.exit()",
        "require('x')", "load('return 1')()", "1.5", "requests.overdue"}) {
    const Bound bound = bound_of(std::string("甲{{ ") + place + " }}乙");
    EXPECT_EQ(bound.findings.size(), 1U) << place;
    EXPECT_EQ(bound.text, "甲（此处有误）乙") << place;
  }
}
TEST(TextBinder, QuotesNoNumberOfAPerson) {
  const Bound bound = bound_of("{{ error('138 ' .. '13812345678') }} {{ n(table3.x13812345678) }}");
  for (const Diagnostic& d : bound.findings) {
    EXPECT_EQ(d.message.find("13812345678"), std::string::npos) << d.message;
    EXPECT_EQ(d.message.find("place:"), std::string::npos) << d.message;
  }
  EXPECT_EQ(bound.findings.size(), 2U);
}
TEST(TextBinder, LeavesWhatIsNoPlace) {
  EXPECT_EQ(bound_of("甲 {{ 没有收尾\n乙 }} 丙").text, "甲 {{ 没有收尾\n乙 }} 丙");
  EXPECT_EQ(bound_of("").text, "");
  EXPECT_EQ(bound_of("{{").text, "{{");
  EXPECT_TRUE(bound_of("没有位置").findings.empty());
}
TEST(TextBinder, WhatIsFilledInIsNoMarkdown) {
  EXPECT_EQ(bound_of("{{ '*a*_b_|c\\nd' }}").text, "\\*a\\*\\_b\\_\\|c d");
}
TEST(TextBinder, TheFiguresCannotBeChanged) {
  EXPECT_EQ(bound_of("{{ (function() table3.received.total = 1 end)() or 'x' }}").findings.size(), 1U);
  EXPECT_EQ(bound_of("{{ (function() x = 1 return 'y' end)() }}").findings.size(), 1U);
}
TEST(TextBinder, TakesGroupsByTheirKey) {
  Figures figures = sound_figures();
  ActivityCounts held;
  held.held = 9;
  figures.activities = ActivityFigures{};
  figures.activities->by_class = {{"听取汇报", {}}, {"培训", held}};
  Diagnostics diagnostics;
  TextBinder binder(figures, nullptr);
  const auto text = [&](const char* markdown) { return binder.bind(markdown, "a.md", diagnostics).text; };
  EXPECT_EQ(text("{{ n(activities.by_class['培训'].held) }}次"), "9次");
  EXPECT_TRUE(diagnostics.sorted().empty());
  EXPECT_EQ(text("{{ n(activities.by_class['听取会报'].held) }}"), "（此处有误）");
  EXPECT_EQ(text("{{ n(activities.by_unit['甲局'].held) }}"), "（此处有误）");
  EXPECT_EQ(text("{{ n(requests.open_ids['甲'].unit) }}"), "（此处有误）");
  const auto findings = diagnostics.sorted();
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_NE(findings[0].message.find("“by_class”里没有“听取会报”，是不是“听取汇报”"), std::string::npos)
      << findings[0].message;
}
TEST(TextBinder, SaysThatSharesWereClosed) {
  const Figures figures = sound_figures();
  Diagnostics diagnostics;
  TextBinder binder(figures, nullptr);
  binder.bind("{{ shares({1, 1})[1] }}", "a.md", diagnostics);
  EXPECT_EQ(binder.convention(), "");
  EXPECT_EQ(binder.bind("{{ shares({1, 1, 1})[1] }}", "a.md", diagnostics).text, "33.34%");
  EXPECT_NE(binder.convention().find("最大余数法"), std::string::npos);
}

}  // namespace
}  // namespace nianbao::test
