// Attacks that hide in many short calls: none of them is long, all of them together are. The pack ends within
// a second at the author's line, is given up, and the rules of the other packs still run.
#include <gtest/gtest.h>

#include "rules/lua_state.h"
#include "rules/sandbox.h"
#include "rules/text_binding.h"
#include "rules/work_account.h"
#include "unit/rules/attack_measure.h"

namespace nianbao::test {
namespace {

// Texts that nothing but the clock sees compared: 4 ms a comparison of the first two, 10 µs of the others.
const std::string kTexts =
    "local z, y = string.rep('\\0', 250000), string.rep('x', 250000) local a, b = z .. 'a', z .. 'b' "
    "local c, d = y .. 'a', y .. 'b' local deep = {} "
    "for i = 1, 1990 do deep = setmetatable({}, { __index = deep }) end "
    "local numeral = string.rep('1', 250000)\n";

#if defined(__SANITIZE_ADDRESS__)
constexpr double kMostSeconds = 15;
#elif !defined(NDEBUG)
constexpr double kMostSeconds = 4;
#else
constexpr double kMostSeconds = 1;
#endif

struct Load {
  const char* name;
  const char* code;  // of one call
  int calls = 99;    // at most
  int records = 0;   // of the ledger, for the code of `each`
};

void PrintTo(const Load& load, std::ostream* out) {
  *out << load.name;
}

std::string numbered_code(int i) {
  return std::string("LO-") + (i < 10 ? "0" : "") + std::to_string(i);
}

std::string checks_of(const Load& load) {
  std::string all = kTexts;
  for (int i = 1; i <= load.calls; ++i) {
    all += "check { code = '" + numbered_code(i) + "', severity = 'note', title = '试', ";
    if (load.records > 0)
      all += std::string("records = 'requests', each = function(r)\n") + load.code + "\nend, ";
    all += std::string("run = function(ctx, report)\n") + (load.records > 0 ? "" : load.code) + "\nend }\n";
  }
  return all;
}

void stream_records(int count, const RequestSink& sink) {
  Request request;
  request.id = "1";
  request.unit = "县教育局";
  request.received = std::chrono::year{2024} / 3 / 1;
  Place place;
  place.file = "data/requests.csv";
  for (int i = 0; i < count; ++i) {
    place.row = i + 2;
    sink({request, place, false, true});
  }
}

class ManyCalls : public testing::TestWithParam<Load> {};

TEST_P(ManyCalls, EndSoonAtTheAuthorsLineAndTheOtherPacksRun) {
  const PackFolder folder;
  folder.add_pack("local", "prefix = 'LO'\n");
  folder.add_pack("below", "prefix = 'BE'\nextends = 'local'\n");
  folder.write("national/checks.lua", check_source("A-01", "report { message = '还在运行' }"));
  folder.write("below/checks.lua", check_source("BE-01", "report { message = '还在运行' }"));
  folder.write("local/checks.lua", checks_of(GetParam()));
  const Measured measured = in_child([&](Measured& m) {
    Diagnostics diagnostics;
    auto book = RuleBook::load(folder.path(), "below", diagnostics);
    const Figures figures = sound_figures();
    RuleInput input;
    input.figures = &figures;
    if (GetParam().records > 0)
      input.stream_requests = [](const RequestSink& sink) { stream_records(GetParam().records, sink); };
    const double before = processor_seconds();
    book->check(input, diagnostics);
    m.seconds = processor_seconds() - before;
    look_at(diagnostics, "M-03", m);
  });
  expect_small(measured);
  EXPECT_EQ(measured.attack_findings, 1);
  EXPECT_EQ(measured.others, 2);
  EXPECT_GE(measured.row, 2) << measured.message;
  EXPECT_STREQ(measured.file, "plugins/local/checks.lua");
  EXPECT_NE(std::string(measured.message).find("其余的检查和章节不再运行"), std::string::npos)
      << measured.message;
}

constexpr Load kLoads[] = {
    {"ZerosInChecks", "for i = 1, 20 do local e = a < b end"},
    {"LettersInChecks", "for i = 1, 10000 do local e = c < d end"},
    {"EqualTextsInChecks", "local e = y .. 'a' for i = 1, 10000 do local f = e == c end"},
    {"IndexChainsInChecks", "for i = 1, 4000 do local e = deep.x end"},
    {"CollidingKeysInChecks", "local t = {} for i = 1, 6000 do t[1 + i * 2^-52] = true end"},
    {"NumeralsInChecks", "for i = 1, 300 do local e = math.abs(numeral) end"},
    {"ZerosInRecords", "local e = a < b", 1, 100'000},
    {"LettersInRecords", "for i = 1, 100 do local e = c < d end", 1, 100'000},
    {"LettersInRecordsOfManyChecks", "for i = 1, 100 do local e = c < d end", 99, 20'000},
    {"IndexChainsInRecords", "for i = 1, 30 do local e = deep.x end", 1, 100'000},
};
INSTANTIATE_TEST_SUITE_P(Loads, ManyCalls, testing::ValuesIn(kLoads),
                         [](const auto& load) { return std::string(load.param.name); });

// Sections are written, and gathered over records, on the same account; what stands before them stays.
TEST(ManySections, EndSoonAndGiveWayToTheSectionsBeforeThem) {
  const PackFolder folder;
  folder.add_pack("local", "prefix = 'LO'\n");
  std::string before, after = kTexts;
  for (int i = 0; i < 100; ++i) {
    const std::string id = "section { id = 's" + std::to_string(i) + "', run = function(doc)\n";
    before += id + "doc:paragraph('前面的') end }\n";
    after += id + "for i = 1, 20 do local e = a < b end doc:paragraph('后面的') end }\n";
  }
  folder.write("national/report.lua", before);
  folder.write("local/report.lua", after);
  const Measured measured = in_child([&](Measured& m) {
    Diagnostics diagnostics;
    auto book = RuleBook::load(folder.path(), "local", diagnostics);
    const Figures figures = sound_figures();
    RuleInput input;
    input.figures = &figures;
    const double start = processor_seconds();
    const std::string text = text_of(book->report(input, diagnostics));
    m.seconds = processor_seconds() - start;
    for (std::size_t at = text.find("面的"); at != std::string::npos; at = text.find("面的", at + 1))
      m.others += 1;
    look_at(diagnostics, "M-03", m);
  });
  expect_small(measured);
  EXPECT_EQ(measured.attack_findings, 1);
  EXPECT_EQ(measured.others, 100);
  EXPECT_NE(std::string(measured.message).find("合计超出"), std::string::npos) << measured.message;
}

TEST(ManyCalls, TitleReportAndChecksOfABuildAreOneAccount) {
  const PackFolder folder;
  const std::string work = "for i = 1, 32 do local e = a < b end";  // a third of what there is
  std::string code = kTexts;
  for (const char* id : {"title", "overview"})
    code += std::string("section { id = '") + id + "', run = function() for i = 1, 5 do\n" + work +
            " end end }\n";
  folder.write("national/report.lua", code);
  folder.write("national/checks.lua", kTexts + check_source("A-01", "for i = 1, 5 do " + work + " end"));
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.path(), "national", diagnostics);
  const Figures figures = sound_figures();
  RuleInput input;
  input.figures = &figures;
  const double start = processor_seconds();
  for (int i = 0; i < 10; ++i) {
    book->title(input, diagnostics);
    book->report(input, diagnostics);
    book->check(input, diagnostics);
  }
  EXPECT_LT(processor_seconds() - start, kMostSeconds);
  EXPECT_FALSE(with_code(diagnostics, "M-03").empty());
}

TEST(ManyCalls, EachVerifiedFileStandsForItself) {
  const PackFolder folder;
  folder.write("national/checks.lua",
               check_source("A-01", "for i = 1, 20000000 do end report { message = '还在运行' }"));
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.path(), "national", diagnostics);
  const Figures figures = sound_figures();
  RuleInput input;
  input.figures = &figures;
  input.mode = RuleMode::verify;
  for (int i = 0; i < 12; ++i) book->check(input, diagnostics);  // more than the calls of one build may take
  EXPECT_TRUE(with_code(diagnostics, "M-03").empty());
  input.mode = RuleMode::build;
  for (int i = 0; i < 12; ++i) book->check(input, diagnostics);
  EXPECT_EQ(with_code(diagnostics, "M-03").size(), 1U);
}

TEST(ManyCalls, APackGivenUpWhileItLoadsIsSaidAndTheOthersRun) {
  const PackFolder folder;
  folder.add_pack("local", "prefix = 'LO'\n");
  folder.write("national/checks.lua", check_source("A-01", "report { message = '还在运行' }"));
  const std::string slow = kTexts + "for i = 1, 100000 do local e = a < b end\n";
  for (const char* file : {"fields.lua", "checks.lua", "report.lua"})
    folder.write(std::string("local/") + file, slow);
  const Measured measured = in_child([&](Measured& m) {
    const double start = processor_seconds();
    look_at(run_checks(folder, "local"), "M-03", m);
    m.seconds = processor_seconds() - start;
  });
  expect_small(measured);
  EXPECT_EQ(measured.attack_findings, 3);
  EXPECT_EQ(measured.others, 1);
  EXPECT_EQ(measured.row, 2);
}

TEST(ManyPlaces, EndSoonAndTheRestIsNotEvaluated) {
  const Measured measured = in_child([&](Measured& m) {
    const Figures figures = sound_figures();
    Diagnostics diagnostics;
    TextBinder binder(figures, nullptr);
    std::string text;
    for (int i = 0; i < 500; ++i) {
      text +=
          "{{ (function() local z = string.rep('\\0', 250000) local a, b = z .. 1, z .. 2 for i = 1, 40 do "
          "local c = a < b end return 'x' end)() }}\n";
    }
    const double before = processor_seconds();
    binder.bind(text, "a.md", diagnostics);
    m.seconds = processor_seconds() - before;
    for (const Diagnostic& d : diagnostics.sorted()) {
      if (d.message.find("这一处没有算") != std::string::npos) m.others += 1;
      if (d.message.find("已中止") != std::string::npos) m.attack_findings += 1;
    }
  });
  expect_small(measured);
  EXPECT_LE(measured.attack_findings, 1);
  EXPECT_GT(measured.others, 100);
}

// What a sound pack does may take three times as long as here.
TEST(ManyCalls, ASoundPackStaysFarFromItsLimits) {
  const PackFolder folder;
  folder.write("national/checks.lua",
               "check { code = 'A-01', severity = 'note', title = '试', records = 'requests',\n"
               "  each = function(r, state) if r.channel == '' and r.carried_out and not r.replied then\n"
               "    state.count = (state.count or 0) + 1 end end,\n"
               "  run = function(ctx, report, state) report { message = '共 ' .. state.count } end }\n");
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.path(), "national", diagnostics);
  const Figures figures = sound_figures();
  RuleInput input;
  input.figures = &figures;
  input.stream_requests = [](const RequestSink& sink) { stream_records(300'000, sink); };
  book->check(input, diagnostics);
  ASSERT_EQ(with_code(diagnostics, "A-01").size(), 1U);
  EXPECT_EQ(with_code(diagnostics, "A-01")[0].message, "共 300000");
}

// What is declared costs whoever looks it up again and again.
TEST(ManyDeclarations, AreBounded) {
  const PackFolder folder;
  folder.add_pack("local", "prefix = 'LO'\n");
  folder.add_pack("below", "prefix = 'BE'\nextends = 'local'\n");
  folder.write("national/checks.lua", check_source("A-01", "report { message = '还在运行' }"));
  folder.write("local/checks.lua",
               "local z = string.rep('长', 80000)\n"
               "for i = 1, 9999 do exception { rule = 'A-01', cell = 'table2.licence', reason = z, approver "
               "= '某', expires = "
               "'2099-12-31' } end\n");
  folder.write("below/checks.lua",
               "for i = 1, 9999 do exception { rule = 'A-01', cell = 'table2.licence', reason = 'y', "
               "approver = '某', expires = "
               "'2099-12-31' } end\n");
  folder.write(
      "local/report.lua",
      "for i = 1, 9999 do section { id = string.rep('x', 40) .. i, after = string.rep('y', 50) .. i, run = "
      "function() end } end\n");
  const Measured measured = in_child([&](Measured& m) {
    const double start = processor_seconds();
    const Diagnostics diagnostics = run_checks(folder, "below");
    m.seconds = processor_seconds() - start;
    look_at(diagnostics, "M-03", m);
    for (const Diagnostic& d : with_code(diagnostics, "M-02")) {
      if (d.message.find("至多 500 个") != std::string::npos) m.others += 10;
    }
  });
  expect_small(measured);
  EXPECT_EQ(measured.attack_findings, 1);
  EXPECT_NE(std::string(measured.message).find("交给程序的内容超出上限"), std::string::npos)
      << measured.message;
  EXPECT_EQ(measured.others, 21);  // sections, exceptions, and the check of the national pack
}

// ---- what the host sees is charged by its size, so that it ends at the same place everywhere
// ------------------------------------------------------------------------------------------------------------
std::int64_t steps_of(const std::string& code) {
  LuaState state(LuaLimits{});
  push_sandbox(state.get());
  LuaFailure failure;
  EXPECT_TRUE(state.load(
      "local z, d = string.rep('\\0', 200000), string.rep('1', 200000) local t = { z .. 'b', z .. 'a' }\n" +
          code,
      "a.lua", failure));
  lua_pushvalue(state.get(), 1);
  lua_setupvalue(state.get(), -2, 1);
  EXPECT_TRUE(state.call(0, 0, failure)) << failure.message;
  return state.steps_used();
}

TEST(NativeWork, IsChargedByItsSize) {
  const std::int64_t before = steps_of("");
  EXPECT_GT(steps_of("table.sort(t)"), before + 6000);
  EXPECT_GT(steps_of("tonumber(d)"), before + 40'000);
  EXPECT_GT(steps_of("rawequal(t[1], t[2])"), before + 40'000);
  EXPECT_GT(steps_of("local e = z .. 'c'"), before + 20'000);
  EXPECT_GT(steps_of("table.concat({ z, 'c' })"), before + 20'000);
  EXPECT_LT(steps_of("local e = #z"), before + 100);
}

TEST(NativeWork, TextsSortByTheirBytes) {
  const PackFolder folder;
  folder.write(
      "national/checks.lua",
      check_source("A-01",
                   "local t = { 'b', 'a\\0b', 'a', '', 'a\\0', '\\xe4\\xb8\\x80', 'B' } table.sort(t) "
                   "for i = 2, #t do assert(t[i - 1] < t[i]) end report { message = '有序' }"));
  const Diagnostics diagnostics = run_checks(folder, "national");
  EXPECT_EQ(brief(diagnostics), std::vector<std::string>{"A-01 note "});
}

TEST(WorkAccountTest, StepsExplainTimeAndRecordsEarnSteps) {
  WorkAccount account;
  account.set_limits(1'000'000, 2'000'000);
  account.take(100'000, 100'000 * kExplainedPerStep + 2'000'000);  // all that is unexplained
  EXPECT_EQ(account.time_left(0), 0);
  EXPECT_FALSE(account.is_spent());
  EXPECT_EQ(account.time_left(1000), 1000 * kExplainedPerStep);
  account.take(0, 1);
  EXPECT_TRUE(account.is_spent());
  account.start_again();
  account.take(900'001, 0);
  EXPECT_EQ(account.steps_left(), 99'999);
  EXPECT_EQ(account.time_left(0), 1'000'000 * kTimePerStep);
  account.earn(1);
  EXPECT_EQ(account.steps_left(), 100'000);
  account.take(100'001, 0);
  EXPECT_TRUE(account.is_spent());
}

}  // namespace
}  // namespace nianbao::test
