#include "rules/text_binding.h"

#include <gtest/gtest.h>

#include <fstream>

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
  EXPECT_EQ(bound_of("{{ has_previous and '有' or '无' }}").text, "无");
  EXPECT_EQ(bound_of("{{ has_previous and '有' or '无' }}", &last).text, "有");
}
TEST(TextBinder, AYearWithoutLastYearIsTheFirst) {
  const std::string growth = "同比{{ growth(table3.received.total, previous.table3.received.total) }}。";
  EXPECT_EQ(bound_of(growth).text, "同比无可比数据（首次统计）。");
  EXPECT_EQ(bound_of("{{ growth(1, sum(previous.table3.refused).total) }}").text, "无可比数据（首次统计）");
  EXPECT_EQ(bound_of("{{ growth(1, previous.table3.granted.total + previous.table3.partial.total) }}").text,
            "无可比数据（首次统计）");
  EXPECT_EQ(
      bound_of("{{ growth(table2.administrative_charge, previous.table2.administrative_charge) }}").text,
      "无可比数据（首次统计）");
  for (const char* place : {"n(previous.table3.received.total)", "previous.year", "share(previous.year, 3)",
                            "previous.table3.recieved.total", "previous.table9", "previous.year .. '年'"}) {
    const Bound bound = bound_of(std::string("{{ ") + place + " }}");
    EXPECT_EQ(bound.findings.size(), 1U) << place;
  }
  EXPECT_NE(bound_of("{{ n(previous.table3.received.total) }}").findings[0].message.find("没有上年的数据"),
            std::string::npos);
  EXPECT_NE(bound_of("{{ n(previous.table3.recieved.total) }}").findings[0].message.find("是不是“received”"),
            std::string::npos);
}
TEST(TextBinder, APartThatLastYearLacksIsNothingKnown) {
  Figures figures = sound_figures();
  ActivityCounts held;
  held.held = 9;
  figures.activities = ActivityFigures{};
  figures.activities->all = held;
  figures.activities->by_class = {{"培训", held}};
  const Figures last = sound_figures();
  Diagnostics diagnostics;
  TextBinder binder(figures, &last);
  const auto text = [&](const char* markdown) { return binder.bind(markdown, "a.md", diagnostics).text; };
  EXPECT_EQ(text("{{ growth(activities.held, previous.activities.held) }}"), "无可比数据（首次统计）");
  EXPECT_EQ(text("{{ growth(activities.by_class['培训'].held, previous.activities.by_class['培训'].held) }}"),
            "无可比数据（首次统计）");
  EXPECT_EQ(text("{{ growth(table3.received.total, previous.table3.received.total) }}"), "持平");
  EXPECT_TRUE(diagnostics.sorted().empty());
  EXPECT_EQ(text("{{ n(previous.activities.hold) }}"), "（此处有误）");
}
TEST(TextBinder, GrowthReadsBehindTongbi) {
  Figures last = sound_figures();
  const auto said = [&](std::int64_t before) {
    last.table3->row(Row3::received)[kTotalColumn] = Cell::of(before);
    return bound_of(
               "新收申请100件，同比{{ growth(table3.received.total, previous.table3.received.total) }}。",
               &last)
        .text;
  };
  EXPECT_EQ(said(80), "新收申请100件，同比增长25.00%。");
  EXPECT_EQ(said(200), "新收申请100件，同比下降50.00%。");
  EXPECT_EQ(said(100), "新收申请100件，同比持平。");
  EXPECT_EQ(said(0), "新收申请100件，同比由0增至100。");
}
// What is found, and what is to be done.
TEST(TextBinder, FaultsAreSaidInTheWordsOfWhoWrites) {
  const struct {
    const char* place;
    const char* message;
    const char* hint;
  } kFaults[] = {{"n（table3.received.total）", "全角的 （ ", "半角的 ("},
                 {"share(table3.granted.total，table3.total.total)", "全角的 ， ", "半角的 ,"},
                 {"date_cn(“2024-06-26”)", "全角的 “ ", "半角的 \""},
                 {"n(table3.received.total", "缺少右括号“)”", ""},
                 {"n(table3.received.total))", "多了一个右括号“)”", ""},
                 {"date('2024-06-26)", "引号没有配对", ""},
                 {"grwoth(1, 2)", "没有函数“grwoth”，是不是“growth”", "share、"},
                 {"xyzzy(1)", "没有函数“xyzzy”", "可用的函数：n、"},
                 {"n(tabel3.received.total)", "没有“tabel3”这个名称，是不是“table3”", "README"},
                 {"n(sum(table3.refused))", "一组数", ""},
                 {"n(table3.refused)", "一组数，不是一个数", "n("},
                 {"table3.received", "一组数，不是一个数", ""},
                 {"n(sum(table3.refused).totl)", "“refused”里没有“totl”，是不是“total”", ""},
                 {"sum(table3.received.total)", "sum 要用花括号", "sum { 甲, 乙 }"},
                 {"sum(table3)", "“table3”里有不同的部分", ""},
                 {"share(1, 0)", "share 的总数是 0", "share(部分, 总数"},
                 {"share(1)", "share 缺少第 2 项：总数", "share(部分, 总数"},
                 {"growth(1)", "growth 缺少第 2 项：上年的数", "growth("},
                 {"some(1, 'a%')", "some 缺少第 3 项", "some("},
                 {"mean(1)", "mean 缺少第 2 项：个数", "mean("},
                 {"share(3000000000, 1)", "部分 3000000000 大于总数 1", ""},
                 {"date_cn(2024-06-26)", "日期要加引号", "\"2024-06-26\""},
                 {"date(2024年6月26日)", "日期要加引号", "\"2024-06-26\""},
                 {"date_cn(2024.6.26)", "日期要加引号", ""},
                 {"王大锤", "没加引号的汉字", "README"},
                 {"n(table3.received.total / 0)", "除以了 0", "n("},
                 {"table3.received.total / 7", "带小数的数", ""},
                 {"n(381 / 42)", "（9.07143）：占比用 share", ""},
                 {"list({})", "列表是空的", "list("},
                 {"list({'a'}, 0)", "list 的个数应为不小于 1 的整数，得到“0”", ""},
                 {"share(1, 2, 9)", "小数位数应为 0 至 4 的整数，得到“9”", ""},
                 {"n(tasks.done)", "没有 tasks 这一部分的数据", ""},
                 {"n", "后面缺少括号", ""}};
  for (const auto& fault : kFaults) {
    const Bound bound = bound_of(std::string("{{ ") + fault.place + " }}");
    ASSERT_EQ(bound.findings.size(), 1U) << fault.place;
    const Diagnostic& d = bound.findings[0];
    EXPECT_NE(d.message.find(fault.message), std::string::npos) << d.message;
    EXPECT_NE(d.hint.find(fault.hint), std::string::npos) << d.message << "\n" << d.hint;
    EXPECT_FALSE(d.hint.empty()) << d.message;
  }
}
TEST(TextBinder, APlaceEndsOnItsLineAndBeforeTheNext) {
  const Bound bound = bound_of("{{ n(table3.received.total) } 件，{{ n(table3.granted.total) }}件");
  EXPECT_EQ(bound.text, "（此处有误）61件");
  ASSERT_EQ(bound.findings.size(), 1U);
  EXPECT_NE(bound.findings[0].message.find("缺少“}}”"), std::string::npos) << bound.findings[0].message;
  EXPECT_EQ(bound_of("{{n(sum{table3.granted.total, 1})}}件").text, "62件");
  EXPECT_EQ(bound_of("{{sum{table3.granted.total, 1}}}件").text, "62件");
}
// The names of the manual's table, each bound.
TEST(TextBinder, TheManualNamesFiguresThatAreThere) {
  std::ifstream file(NIANBAO_SOURCE "/README.md");
  Figures figures = sound_figures();
  RequestFigures& requests = figures.requests.emplace();
  requests.has_clock = true;
  requests.days.add(5, 1);
  requests.processing_fee = Amount::of(Decimal(3));
  TimeFigures group;
  group.received = 1;
  group.key = "某县教育局";
  requests.by_unit = {group};
  group.key = "土地";
  requests.by_topic = {group};
  figures.tasks = TaskFigures{};
  figures.activities = ActivityFigures{};
  figures.activities->all.participants = Cell::of(30);
  figures.activities->by_class = {{"培训", {}}};
  Diagnostics diagnostics;
  TextBinder binder(figures, nullptr);
  bool in_table = false;
  int names = 0;
  for (std::string line; std::getline(file, line);) {
    in_table = line == "| 数 | 名称 |" || (in_table && line.rfind("|", 0) == 0);
    for (std::size_t open = line.find('`'); in_table && open != std::string::npos; ++names) {
      const std::size_t close = line.find('`', open + 1);
      const std::string place = "{{ n(" + line.substr(open + 1, close - open - 1) + ") }}";
      EXPECT_NE(binder.bind(place, "README.md", diagnostics).text, "（此处有误）") << place;
      open = line.find('`', close + 1);
    }
  }
  EXPECT_GE(names, 35);
}
TEST(TextBinder, APercentSignIsWrittenOnce) {
  EXPECT_EQ(bound_of("{{ share(1, 2) }}%").findings.size(), 1U);
  EXPECT_EQ(bound_of("{{ share(1, 2) }}，").findings.size(), 0U);
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
