// tighten, exception and drop of a pack, and the places that its findings name.
#include <gtest/gtest.h>

#include <tuple>

#include "base/host_codes.h"
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

const char* const kNote = "run = function(ctx, report) report { message = '有' } end }\n";

std::string note_check(const std::string& code) {
  return "check { code = '" + code + "', severity = 'note', title = '试', " + kNote;
}

// What the pack `later` says of the rules of national is read, or why not.
std::string message_of_adjusting(const std::string& lua) {
  const PackFolder folder;
  folder.add_pack("later", "prefix = \"LA\"\n");
  folder.write("national/checks.lua",
               "check { code = 'T9-01', severity = 'warning', title = '一', run = function() end }\n"
               "check { code = 'T9-02', severity = 'error', title = '二', run = function() end }\n");
  folder.write("later/checks.lua", note_check("LA-01") + lua);
  const Loaded loaded = load(folder, "later");
  const auto findings = loaded.diagnostics.sorted();
  return findings.empty() ? "" : findings.front().message;
}

// What is said of an exception for the cell.
std::string message_of_cell(const std::string& cell) {
  return message_of_adjusting("exception { rule = 'T9-01', cell = '" + cell +
                              "', reason = '甲', approver = '乙', expires = '2025-12-31' }");
}

// A register that has 县教育局, and sound figures.
struct SmallInput {
  UnitRegister units;
  Figures figures = sound_figures();
  RuleInput input;

  SmallInput() {
    Unit unit;
    unit.name = "县教育局";
    units.add(unit);
    input.figures = &figures;
    input.units = &units;
  }
};

TEST(PackAdjustments, OnlyRulesOfEarlierPacksCanBeAdjusted) {
  EXPECT_EQ(message_of_adjusting("tighten { rule = 'T9-01', severity = 'error' }"), "");
  EXPECT_NE(message_of_adjusting("tighten { rule = 'T9-1', severity = 'error' }").find("是不是“T9-01”"),
            std::string::npos);
  EXPECT_NE(message_of_adjusting("drop { rule = 'LA-01', reason = '不要' }").find("本规则包的规则"),
            std::string::npos);
}

TEST(PackAdjustments, ARuleOfTheProgramIsSaidToBeOne) {
  for (const char* lua :
       {"drop { rule = 'R-04', reason = '不要' }", "tighten { rule = 'R-04', severity = 'error' }",
        "exception { rule = 'R-04', unit = '县教育局', reason = '甲', approver = '乙', expires = "
        "'2025-12-31' }"}) {
    EXPECT_EQ(message_of_adjusting(lua).find("R-04 由程序检查，规则包不能改"),
              message_of_adjusting(lua).find("R-04"))
        << lua;
    EXPECT_NE(message_of_adjusting(lua).find("由程序检查"), std::string::npos) << lua;
  }
}

TEST(PackAdjustments, SeveritiesAreOnlyRaised) {
  for (const char* lua :
       {"tighten { rule = 'T9-01', severity = 'note' }", "tighten { rule = 'T9-01', severity = 'warning' }",
        "tighten { rule = 'T9-02', severity = 'error' }"}) {
    EXPECT_NE(message_of_adjusting(lua).find("只能加严"), std::string::npos) << lua;
  }
}

TEST(PackAdjustments, AnExceptionSaysWhatForWhyWhoAndUntilWhen) {
  const auto message = [](const std::string& fields) {
    return message_of_adjusting("exception { rule = 'T9-01', " + fields + " }");
  };
  EXPECT_EQ(message("cell = 'table3', reason = '甲', approver = '乙', expires = '2025-12-31'"), "");
  EXPECT_NE(message("reason = '甲', approver = '乙', expires = '2025-12-31'").find("cell"),
            std::string::npos);
  EXPECT_NE(message("cell = 'table3', approver = '乙', expires = '2025-12-31'").find("reason"),
            std::string::npos);
  EXPECT_NE(message("cell = 'table3', reason = '', approver = '乙', expires = '2025-12-31'").find("reason"),
            std::string::npos);
  EXPECT_NE(message("cell = 'table3', reason = '甲', expires = '2025-12-31'").find("approver"),
            std::string::npos);
  EXPECT_NE(message("cell = 'table3', reason = '甲', approver = '乙'").find("expires"), std::string::npos);
  EXPECT_NE(message("cell = 'table3', reason = '甲', approver = '乙', expires = '明年'").find("明年"),
            std::string::npos);
  EXPECT_NE(message("cel = 'table3', reason = '甲'").find("是不是“cell”"), std::string::npos);
}

TEST(PackAdjustments, WhatIsMissingOrUnknownIsSaidWithWhatMayBeWritten) {
  const std::pair<const char*, const char*> faults[] = {
      {"drop { rule = 'T9-01', reason = '甲', expires = '2025-12-31' }",
       "不认识“expires”这个字段；drop 可以写：rule、reason、approver"},
      {"drop { rule = 'T9-01', reson = '甲' }",
       "不认识“reson”这个字段，是不是“reason”？drop 可以写：reason、rule、approver"},
      {"tighten { rule = 'T9-01' }", "没有写 severity（级别）"},
      {"tighten { rule = 'T9-01', severity = 'serious' }", "severity 应为 \"error\" 或 \"warning\"，得到"},
      {"check { code = 'LA-02', severity = 'serious', title = '甲' }", "\"warning\" 或 \"note\"，得到"},
      {"check { code = 'LA-02', severity = 'note' }", "没有写 title（标题）"},
      {"check { code = 'LA-02', severity = 'note', title = 5 }", "“title”应为文字，得到数"},
      {"exception { rule = 'T9-01', cell = 'table3', reason = '甲', expires = '2025-12-31' }",
       "没有写 approver（谁批准的）"},
      {"exception { rule = 'T9-01', cell = 'table3', reason = '甲', approver = '乙', expires = '2225-12-31' "
       "}",
       "expires 的年份超出范围（1949 至 2100），得到“2225-12-31”"},
      {"exception { rule = 'T9-01', cell = 'table3', reason = '甲', approver = '乙', expires = '2025-13-31' "
       "}",
       "expires 应为日期"},
      {"field { ledger = 'requests', heading = '甲', kind = 'text' }",
       "kind 应为 date、number、yes_no 之一，得到“text”"},
      {"convention('占' .. 118 / 3)", "带小数的数（39.3333）"},
  };
  for (const auto& [lua, wanted] : faults)
    EXPECT_NE(message_of_adjusting(lua).find(wanted), std::string::npos) << lua << message_of_adjusting(lua);
}

TEST(PackAdjustments, ARuleIsTightenedOrDroppedOnce) {
  const std::string tighten = "tighten { rule = 'T9-01', severity = 'error' }\n";
  const std::string drop = "drop { rule = 'T9-01', reason = '甲' }\n";
  const std::string except =
      "exception { rule = 'T9-01', cell = 'table3', reason = '甲', approver = '乙', expires = '2025-12-31' "
      "}\n";
  for (const auto& [first, second, wanted] :
       {std::tuple{tighten, tighten, "写了 tighten"}, std::tuple{tighten, drop, "写了 tighten"},
        std::tuple{drop, tighten, "写了 drop"}, std::tuple{drop, drop, "写了 drop"}}) {
    const std::string message = message_of_adjusting(first + second);
    EXPECT_NE(message.find(std::string("T9-01 在 plugins/later/checks.lua 第 2 行已经") + wanted),
              std::string::npos)
        << message;
  }
  for (const std::string& lua : {tighten + except + except, except + drop})
    EXPECT_EQ(message_of_adjusting(lua), "") << lua;
}

TEST(PackAdjustments, AnExceptionIsForOneCellOneRowOrOneEntry) {
  for (const char* cell : {"table3", "table3.total.enterprise", "table3.total.*", "table3.refused.*",
                           "table2.normative_document.*", "table3.*.total", "requests.by_unit.县教育局.*",
                           "requests.overdue", "tasks"}) {
    EXPECT_EQ(message_of_cell(cell), "") << cell;
  }
  for (const char* cell : {".*", "*", "table3.*", "table3.*.*", "table*", "requests.*", "requests.by_unit.*",
                           "tasks.*", "activities.by_class.*"}) {
    EXPECT_NE(message_of_cell(cell).find("太多"), std::string::npos) << cell << message_of_cell(cell);
  }
  EXPECT_NE(message_of_cell("table3.totl.enterprise").find("是不是“table3.total.enterprise”"),
            std::string::npos);
  EXPECT_NE(message_of_cell("table3.totl.*").find("没有“table3.totl.*”"), std::string::npos);
  EXPECT_NE(message_of_cell("表三").find("没有“表三”"), std::string::npos);
}

TEST(PackAdjustments, AnExceptionForAUnitThatTheRegisterLacksIsSaidSo) {
  const PackFolder folder;
  folder.add_pack("later", "prefix = \"LA\"\n");
  folder.write("national/checks.lua", note_check("T9-01"));
  folder.write("later/checks.lua",
               "exception { rule = 'T9-01', unit = '县教肓局', reason = '甲', approver = '乙',"
               " expires = '2025-12-31' }\n"
               "exception { rule = 'T9-01', unit = '县教育局', reason = '甲', approver = '乙',"
               " expires = '2025-12-31' }\n");
  Loaded loaded = load(folder, "later");
  const SmallInput small;
  loaded.book->check(small.input, loaded.diagnostics);
  const auto found = with_code(loaded.diagnostics, "N-29");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].place.row, 1);
  EXPECT_NE(found[0].hint.find("县教育局"), std::string::npos);
  EXPECT_EQ(found[1].place.row, 2);
  EXPECT_NE(found[1].message.find("没有用到"), std::string::npos) << found[1].message;
  EXPECT_NE(found[1].hint.find("不能有例外"), std::string::npos) << found[1].hint;
}

TEST(PackAdjustments, CoverageTellsWhatBecameOfEachEarlierRule) {
  const PackFolder folder;
  folder.add_pack("later", "prefix = \"LA\"\n");
  const auto rule = [](const std::string& code) {
    return "check { code = '" + code + "', severity = 'warning', title = '" + code + "的题目', " + kNote;
  };
  folder.write("national/checks.lua", rule("T9-01") + rule("T9-02") + rule("T9-03") + rule("T9-04"));
  folder.write("later/checks.lua",
               note_check("LA-01") +
                   "tighten { rule = 'T9-02', severity = 'error' }\n"
                   "exception { rule = 'T9-03', unit = '县教育局', reason = '甲', approver = '乙', "
                   "expires = '2025-12-31' }\n"
                   "drop { rule = 'T9-04', reason = '丙' }\n");
  const Loaded loaded = load(folder, "later");
  ASSERT_TRUE(loaded.book);
  using std::chrono::December;
  const auto coverage = loaded.book->coverage(std::chrono::year{2025} / December / 31);
  ASSERT_EQ(coverage.size(), 4U + host_codes().size()) << "its own rule is not among them";
  EXPECT_EQ(coverage[4].code, std::string(host_codes().front().code));
  EXPECT_TRUE(coverage[4].pack.empty()) << "of the program";
  EXPECT_EQ(coverage[0].title, "T9-01的题目");
  EXPECT_EQ(coverage[0].tightened, Severity::warning);
  EXPECT_EQ(coverage[1].tightened, Severity::error);
  EXPECT_EQ(coverage[2].exceptions, 1);
  EXPECT_TRUE(coverage[3].is_dropped);
  EXPECT_EQ(coverage[3].remarks.size(), 1U);
  EXPECT_EQ(loaded.book->coverage(std::chrono::year{2026} / 1 / 1)[2].exceptions, 0) << "expired";
  EXPECT_EQ(brief(run_checks(folder, "later")),
            (std::vector<std::string>{"N-29 note ", "T9-01 warning ", "T9-02 error ", "T9-03 warning ",
                                      "LA-01 note "}));
}

TEST(PackAdjustments, BlanksAreNoReason) {
  for (const char* blank : {" ", "\\n", "　", "\u200b"}) {
    const std::string reason = std::string("reason = '") + blank + "' }";
    EXPECT_NE(message_of_adjusting("drop { rule = 'T9-01', " + reason).find("没有写理由"), std::string::npos)
        << blank;
  }
}

// What becomes of a national check that reports these fields.
std::string message_of_reporting(const std::string& fields) {
  const PackFolder folder;
  folder.write("national/checks.lua",
               "check { code = 'T9-01', severity = 'note', title = '一', run = function(ctx, report)\n"
               "  report { message = '有', " +
                   fields + " } end }\n");
  Loaded loaded = load(folder, "national");
  const SmallInput small;
  loaded.book->check(small.input, loaded.diagnostics);
  return loaded.diagnostics.sorted().front().message;
}

TEST(PackFindings, AMisspeltCellNamesTheNearest) {
  EXPECT_EQ(message_of_reporting("cell = 'table3.received.total', at = { unit = '县教育局' }"), "有");
  EXPECT_EQ(message_of_reporting("cell = 'activities.by_class.培训'"), "有");
  // Last year's unit, which has another name now or is no more.
  EXPECT_EQ(message_of_reporting("at = { unit = '县原教育局' }"), "有");
  EXPECT_NE(message_of_reporting("cell = 'table3.recieved.total'").find("是不是“table3.received.total”"),
            std::string::npos);
}

}  // namespace
}  // namespace nianbao::test
