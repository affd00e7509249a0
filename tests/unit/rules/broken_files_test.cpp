// A file that does not load takes nothing with it but itself: the other files of its pack and the other packs
// work, and the finding names the checks that are missing.
#include <gtest/gtest.h>

#include "rules/declared_codes.h"
#include "unit/rules/attack_measure.h"

namespace nianbao::test {
namespace {

std::string note(const std::string& code) {
  return check_source(code, "report { message = '还在运行' }");
}

class BrokenFiles : public testing::Test {
 protected:
  BrokenFiles() {
    packs_.add_pack("local", "prefix = 'LO'\n");
    packs_.write("national/checks.lua", note("A-01"));
    packs_.write("local/good.lua", note("LO-02"));
  }

  void run() {
    diagnostics_ = {};
    auto book = RuleBook::load(packs_.path(), "local", diagnostics_);
    const Figures figures = sound_figures();
    RuleInput input;
    input.figures = &figures;
    book->check(input, diagnostics_);
    is_whole_ = book->report_is_whole();
  }

  Diagnostic only(const char* code) const {
    const auto found = with_code(diagnostics_, code);
    EXPECT_EQ(found.size(), 1U) << testing::PrintToString(brief(diagnostics_));
    return found.empty() ? Diagnostic() : found[0];
  }

  PackFolder packs_;
  Diagnostics diagnostics_;
  bool is_whole_ = false;
};

TEST_F(BrokenFiles, AnIncludedFileThatDoesNotCompileLeavesTheOthersAlone) {
  packs_.write("local/bad.lua", note("LO-03") + "local x = = 1\n" + note("LO-04"));
  packs_.write("local/checks.lua",
               "include 'bad.lua'\ninclude 'good.lua'\ninclude 'bad.lua'\n" + note("LO-01"));
  run();
  for (const char* code : {"A-01", "LO-01", "LO-02"})
    EXPECT_EQ(with_code(diagnostics_, code).size(), 1U) << code;
  const Diagnostic fault = only("M-01");
  EXPECT_EQ(fault.place.file, "plugins/local/bad.lua");
  EXPECT_EQ(fault.place.row, 4);
  EXPECT_EQ(fault.hint, "改正这一行的写法；这个文件里的 LO-03、LO-04 没有检查，其他文件不受影响");
  EXPECT_TRUE(is_whole_);
}

TEST_F(BrokenFiles, AFileThatFailsHalfWayKeepsWhatStandsBefore) {
  packs_.write("local/bad.lua", note("LO-03") + "local x = nil + 1\n" + note("LO-04"));
  packs_.write("local/checks.lua", "include 'bad.lua'\ninclude 'good.lua'\n");
  run();
  for (const char* code : {"LO-02", "LO-03"}) EXPECT_EQ(with_code(diagnostics_, code).size(), 1U) << code;
  const Diagnostic fault = only("M-02");
  EXPECT_EQ(fault.place.file, "plugins/local/bad.lua");
  EXPECT_EQ(fault.place.row, 4);
  EXPECT_EQ(fault.hint, "改正后重新运行；这个文件里的 LO-04 没有检查，其他文件不受影响");
}

TEST_F(BrokenFiles, WhoUsesWhatAFailedFileReturnsIsTold) {
  packs_.write("local/asks.lua", "return {");
  packs_.write("local/checks.lua",
               note("LO-01") + "local asks = include 'asks.lua'\nasks.once { code = 'LO-05' }\n");
  run();
  EXPECT_EQ(with_code(diagnostics_, "LO-01").size(), 1U);
  EXPECT_EQ(only("M-01").place.file, "plugins/local/asks.lua");
  const Diagnostic fault = only("M-02");
  EXPECT_EQ(fault.place.row, 5);
  EXPECT_NE(fault.message.find("“asks.lua”没有装上，这里用不了它"), std::string::npos) << fault.message;
  EXPECT_NE(fault.hint.find("LO-05 没有检查"), std::string::npos) << fault.hint;
}

TEST_F(BrokenFiles, ALimitInAnIncludedFileIsNotPassedOver) {
  packs_.write("local/bad.lua", "while true do end");
  packs_.write("local/checks.lua", note("LO-01") + "include 'bad.lua'\n" + note("LO-06"));
  run();
  EXPECT_EQ(only("M-03").place.file, "plugins/local/bad.lua");
  EXPECT_EQ(with_code(diagnostics_, "LO-01").size(), 1U);
  EXPECT_TRUE(with_code(diagnostics_, "LO-06").empty());
}

TEST_F(BrokenFiles, OnlyFilesThatWriteTheReportMakeItLessThanWhole) {
  for (const char* file : {"fields.lua", "checks.lua", "phrases.lua"})
    packs_.write(std::string("local/") + file, "x = = 1");
  run();
  EXPECT_EQ(with_code(diagnostics_, "M-01").size(), 2U);
  EXPECT_TRUE(is_whole_);
  packs_.write("local/report.lua", "include 'phrases.lua'\n");
  run();
  EXPECT_EQ(with_code(diagnostics_, "M-01").size(), 3U);
  EXPECT_FALSE(is_whole_);
  packs_.write("local/checks.lua", "include 'phrases.lua'\n");  // the first to include it
  run();
  EXPECT_EQ(with_code(diagnostics_, "M-01").size(), 2U);
  EXPECT_FALSE(is_whole_);
  packs_.write("local/report.lua", "-- \xff");
  run();
  EXPECT_FALSE(is_whole_);
}

TEST(DeclaredCodes, AreReadWithoutRunning) {
  EXPECT_EQ(
      declared_codes(
          "check { code = 'LO-01' } -- code = 'LO-02'\nasks.once{code=\"LO-03\", x}\n code = 'LO-07'", "LO"),
      (std::vector<std::string>{"LO-01", "LO-03"}));
  EXPECT_TRUE(declared_codes("check { barcode = 'LO-01' code == 'LO-02' code = name code = 'a b' code", "LO")
                  .empty());
  EXPECT_EQ(declared_codes("check({\n title = 'code = {', --[[ } ]]\n code =\n 'LO-01', run = f {} ", "LO"),
            (std::vector<std::string>{"LO-01"}));
  EXPECT_EQ(declared_codes("check { code = 'T3-01' }", ""), (std::vector<std::string>{"T3-01"}));
  std::string many;
  for (int i = 0; i < 90'000; ++i) many += "check{code='A-" + std::to_string(i) + "'\n";
  EXPECT_LE(declared_codes(many, "").size(), 100U);
}

// What a declaration names by a wrong key is checked as ever.
TEST(DeclaredCodes, AreThoseOfChecksOfThePackItself) {
  EXPECT_TRUE(declared_codes("tighten { code = 'D-01', severity = 'error' }", "LO").empty());
  EXPECT_TRUE(declared_codes("tighten { code = 'LO-09' } drop { code = 'LO-10' }", "LO").empty());
  EXPECT_TRUE(declared_codes("check { code = 'D-01' } check { code = 'LOX-01' }", "LO").empty());
}

TEST_F(BrokenFiles, ANationalRuleIsNotSaidToBeUnchecked) {
  packs_.write("local/checks.lua", "tighten { code = 'A-01', severity = 'error' }\n");
  run();
  const Diagnostic fault = only("M-02");
  EXPECT_NE(fault.message.find("不认识“code”这个字段；tighten 可以写：rule、severity"), std::string::npos)
      << fault.message;
  EXPECT_EQ(fault.hint.find("A-01"), std::string::npos) << fault.hint;
}

TEST_F(BrokenFiles, WhatPcallCatchesIsChinese) {
  packs_.write(
      "local/checks.lua",
      check_source("LO-01",
                   "local _, a = pcall(function() local t return t.x end)\n"
                   "local _, b = xpcall(function() return 1 + {} end, function(m) return '接住：' .. m end)\n"
                   "local _, c = pcall(error, '我的 own words', 0)\n"
                   "local _, d = pcall(error, { 1 })\n"
                   "report { message = table.concat({ a, b, c, type(d) }, '；') }"));
  run();
  EXPECT_EQ(only("LO-01").message,
            "local/checks.lua:2: 要取“t”的成员，但它是 nil；接住：local/checks.lua:3: "
            "要用某个值计算，但它是表，不是数；我的 own words；table");
}

}  // namespace
}  // namespace nianbao::test
