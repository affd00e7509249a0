// Attacks on the host: each ends quickly in its own finding, and the check behind it still runs.
#include <gtest/gtest.h>

#include <chrono>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

struct Attack {
  const char* name;
  const char* code;  // body of the attacking check
  const char* finding;
};

void PrintTo(const Attack& attack, std::ostream* out) {
  *out << attack.name;
}

std::string check_source(const std::string& code, const std::string& body) {
  return "check { code = \"" + code +
         "\", severity = \"note\", title = \"试\", run = function(ctx, report)\n" + body + "\nend }\n";
}

class SandboxAttack : public testing::TestWithParam<Attack> {};

TEST_P(SandboxAttack, EndsInItsFindingAndTheNextCheckRuns) {
  const PackFolder folder;
  folder.write("national/checks.lua", "kept = {}\n" + check_source("A-01", GetParam().code) +
                                          check_source("A-02", "report { message = '还在运行' }"));
  const auto start = std::chrono::steady_clock::now();
  const Diagnostics diagnostics = run_checks(folder, "national");
  const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  EXPECT_LT(seconds, 60);  // a few seconds; under sanitizers more
  const auto found = with_code(diagnostics, GetParam().finding);
  ASSERT_EQ(found.size(), 1U) << testing::PrintToString(brief(diagnostics));
  EXPECT_EQ(found[0].place.file, "plugins/national/checks.lua");
  EXPECT_GE(found[0].place.row, 2) << found[0].message;
  EXPECT_EQ(with_code(diagnostics, "A-02").size(), 1U);
  EXPECT_TRUE(with_code(diagnostics, "A-01").empty());
}

constexpr Attack kLoops[] = {
    {"PlainLoop", "while true do end", "M-03"},
    {"LoopInPcall", "while true do pcall(function() while true do end end) end", "M-03"},
    {"LoopInXpcall", "while true do xpcall(function() while true do end end, function() end) end", "M-03"},
    {"LoopInHandler", "xpcall(error, function() while true do end end)", "M-03"},
    {"LoopAfterPcall", "pcall(function() while true do end end) report { message = 'swallowed' }", "M-03"},
    {"LoopInIndex", "local t = setmetatable({}, { __index = function() while true do end end }) return t.x",
     "M-03"},
    {"LoopInEquals",
     "local m = { __eq = function() while true do end end } return setmetatable({}, m) == setmetatable({}, "
     "m)",
     "M-03"},
    {"LoopInSortOrder", "table.sort({ 3, 2, 1 }, function() while true do end end)", "M-03"},
    {"LoopInGsub", "string.gsub('abc', '.', function() while true do end end)", "M-03"},
    {"LoopInClose",
     "local m = {} local t = setmetatable({}, m) m.__close = function() while true do end end\n"
     "local x <close> = t",
     "M-03"},
    {"LoopInPairs", "for k in pairs(setmetatable({}, { __pairs = function() while true do end end })) do end",
     "M-03"},
    {"LoopInToString", "tostring(setmetatable({}, { __tostring = function() while true do end end }))",
     "M-03"},
    {"EmptyRepetition", "string.rep('', math.maxinteger)", "M-03"},
    {"ManyShortRepetitions", "while true do string.rep('x', 1000) end", "M-03"},
    {"MoveOverHugeRange", "table.move({}, 1, math.maxinteger - 1, 2)", "M-02"},
    {"UnpackHugeRange", "table.unpack({}, 1, 100000000)", "M-02"},
    {"ConcatWithHugeLength",
     "table.concat(setmetatable({}, { __len = function() return math.maxinteger end, __index = function() "
     "return "
     "'' end }))",
     "M-02"},
    {"SumOfEndlessLength",
     "return sum(setmetatable({}, { __len = function() return 1 << 62 end, __index = rawlen }))", "M-02"},
    {"InsertIntoGrowingLength",
     "local asked = false\n"
     "local t = setmetatable({}, { __index = rawlen, __newindex = rawlen, __len = function()\n"
     "  if asked then return 1 << 62 end asked = true return 1 end })\n"
     "table.insert(t, 1, 'x')",
     "M-02"},
    {"RemoveFromGrowingLength",
     "local asked = false\n"
     "local t = setmetatable({}, { __index = rawlen, __newindex = rawlen, __len = function()\n"
     "  if asked then return 1 << 62 end asked = true return 1 end })\n"
     "table.remove(t, 1)",
     "M-02"},
    {"ConcatOfGrowingLength",
     "local asked = false\n"
     "local t = setmetatable({}, { __index = function() return '' end, __len = function()\n"
     "  if asked then return 1 << 62 end asked = true return 1 end })\n"
     "table.concat(t)",
     "M-02"},
    {"MoveIntoTableWithMetamethods", "table.move({ 1 }, 1, 1, 1, setmetatable({}, { __newindex = rawlen }))",
     "M-02"},
    {"NestedPattern", "string.find(string.rep('a', 3000), '.-.-.-.-.-.-b')", "M-03"},
    {"GreedyPattern", "string.find(string.rep('a', 3000), 'a*a*a*a*a*a*b')", "M-03"},
    {"BalancedPattern", "string.find(string.rep('(', 900000), '%b()')", "M-03"},
};
INSTANTIATE_TEST_SUITE_P(Loops, SandboxAttack, testing::ValuesIn(kLoops),
                         [](const auto& attack) { return std::string(attack.param.name); });

constexpr Attack kMemory[] = {
    {"BigRepetition", "local s = string.rep('x', 100000000)", "M-03"},
    {"BigRepetitionInPcall", "while true do pcall(string.rep, 'x', 100000000) end", "M-03"},
    {"DoublingText", "local s = 'x' while true do s = s .. s end", "M-03"},
    {"DoublingTextInPcall", "pcall(function() local s = 'x' while true do s = s .. s end end)", "M-03"},
    {"ManyTexts", "local t = {} while true do t[#t + 1] = string.rep('x', 10000) .. #t end", "M-03"},
    {"GrowingTable", "local t = {} while true do t[#t + 1] = {} end", "M-03"},
    {"GrowingTableInPcall", "pcall(function() local t = {} while true do t[#t + 1] = {} end end)", "M-03"},
    {"ConcatenatedTable",
     "local t = {} for i = 1, 100000 do t[i] = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' end return table.concat(t)",
     "M-03"},
    {"GrowingUpvalue", "while true do kept[#kept + 1] = 'x' .. #kept end", "M-03"},
};
INSTANTIATE_TEST_SUITE_P(Memory, SandboxAttack, testing::ValuesIn(kMemory),
                         [](const auto& attack) { return std::string(attack.param.name); });

constexpr Attack kErrors[] = {
    {"DeepRecursion", "local function f() return 1 + f() end return f()", "M-03"},
    {"DeepRecursionThroughMetamethods",
     "local m = {} m.__index = function(t, k) return setmetatable({}, m)[k] end return setmetatable({}, m).x",
     "M-02"},
    {"DeepPcall", "local function f() pcall(f) error('x') end f()", "M-02"},
    {"TableAsError", "error({ 1, 2 })", "M-02"},
    {"NilAsError", "error()", "M-02"},
    {"NumberAsError", "error(42)", "M-02"},
    {"BadUtf8AsError", "error('\\xff\\xfe')", "M-02"},
    {"ErrorInHandler", "local ok, e = xpcall(error, function() error('x') end) error(e)", "M-02"},
    {"NoCoroutines", "coroutine.wrap(function() while true do end end)()", "M-02"},
    {"NoLoad", "load('x = 1')", "M-02"},
    {"NoBytecode", "string.dump(function() end)", "M-02"},
    {"NoIo", "io.open('/etc/passwd')", "M-02"},
    {"NoOs", "os.exit(1)", "M-02"},
    {"NoDebug", "debug.getregistry()", "M-02"},
    {"NoRequire", "require('os')", "M-02"},
    {"NoCollector", "collectgarbage('stop')", "M-02"},
    {"NoRandom", "math.random()", "M-02"},
    {"NoTime", "os.time()", "M-02"},
    {"NoPrint", "print('x')", "M-02"},
    {"NoGlobalTable", "_G.x = 1", "M-02"},
    {"StringLibraryIsFrozen", "string.rep = nil", "M-02"},
    {"StringMetatableIsLocked", "getmetatable('').__index = nil", "M-02"},
    {"FiguresAreFrozen", "ctx.figures.year = 2020", "M-02"},
    {"NestedFiguresAreFrozen", "ctx.figures.table3.received.total = 0", "M-02"},
    {"RawsetOnHostTable", "rawset(ctx.figures, 'year', 2020)", "M-02"},
    {"MetatableOfHostTable", "setmetatable(ctx.figures, {})", "M-02"},
    {"Finalizer", "setmetatable({}, { __gc = function() end })", "M-02"},
    {"WeakTable", "setmetatable({}, { __mode = 'k' })", "M-02"},
    {"NewGlobal", "leak = 1", "M-02"},
    {"HostGlobal", "pairs = nil", "M-02"},
    {"RegistrationAtRunTime", "check { code = 'A-09', severity = 'note', title = 'x', run = function() end }",
     "M-02"},
    {"AddressInFormat", "string.format('%p', {})", "M-02"},
    {"TableKeysHaveNoOrder", "for k in pairs({ [{}] = 1 }) do end", "M-02"},
    {"MisspeltFigure", "return ctx.figures.tabel3", "M-02"},
    {"ComputingWithBlank", "return blank + 1", "M-02"},
    {"ComparingBlank", "return blank < 1", "M-02"},
    {"JoiningBlank", "return '共' .. blank", "M-02"},
    {"UnknownReportField", "report { mesage = 'x' }", "M-02"},
    {"CutCharacter", "report { message = string.sub('汉字', 1, 2) }", "M-02"},
    {"BadPattern", "string.find('x', '[a')", "M-02"},
};
INSTANTIATE_TEST_SUITE_P(Errors, SandboxAttack, testing::ValuesIn(kErrors),
                         [](const auto& attack) { return std::string(attack.param.name); });

// Runs a body that reports its results as messages.
std::vector<std::string> messages_of(const std::string& body) {
  const PackFolder folder;
  folder.write("national/checks.lua", "kept = {}\n" + check_source("A-01", body));
  std::vector<std::string> messages;
  for (const Diagnostic& d : run_checks(folder, "national").sorted()) messages.push_back(d.message);
  return messages;
}

using Messages = std::vector<std::string>;

TEST(Sandbox, TraversesNumbersThenTextsThenBooleans) {
  EXPECT_EQ(
      messages_of(
          "local out = {}\n"
          "for k in pairs({ b = 1, a = 1, [10] = 1, [2] = 1, [1.5] = 1, [true] = 1, [-1] = 1, ['乙'] = 1 "
          "} ) do out[#out + 1] = tostring(k) end\n"
          "report { message = table.concat(out, ' ') }"),
      Messages{"-1 1.5 2 10 a b 乙 true"});
}

TEST(Sandbox, NextFollowsTheSameOrder) {
  EXPECT_EQ(messages_of("local out, t, k = {}, { z = 1, y = 2, 5 }, nil\n"
                        "repeat local v k, v = next(t, k) out[#out + 1] = tostring(k) until k == nil\n"
                        "report { message = table.concat(out, ' ') }"),
            Messages{"1 y z nil"});
}

TEST(Sandbox, TraversalSurvivesRemovalOfTheCurrentKey) {
  EXPECT_EQ(messages_of("local t, seen = { a = 1, b = 2, c = 3 }, 0\n"
                        "for k in pairs(t) do t[k] = nil seen = seen + 1 end\n"
                        "report { message = seen .. tostring(next(t)) }"),
            Messages{"3nil"});
}

TEST(Sandbox, PrintsNoAddresses) {
  EXPECT_EQ(
      messages_of("report { message = tostring({}) .. string.format('%s', print_ or tostring) }").size(), 1U);
  EXPECT_EQ(messages_of("report { message = tostring({}) .. ' ' .. string.format('%s %s', {}, tostring) }"),
            Messages{"table table function"});
}

TEST(Sandbox, SortsStably) {
  EXPECT_EQ(messages_of("local t = {}\n"
                        "for i = 1, 300 do t[i] = { key = i % 3, at = i } end\n"
                        "table.sort(t, function(a, b) return a.key < b.key end)\n"
                        "local right = true\n"
                        "for i = 2, 300 do\n"
                        "  local a, b = t[i - 1], t[i]\n"
                        "  right = right and (a.key < b.key or a.key == b.key and a.at < b.at)\n"
                        "end\n"
                        "report { message = tostring(right) }"),
            Messages{"true"});
}

TEST(Sandbox, PcallCatchesOrdinaryErrors) {
  EXPECT_EQ(messages_of("local ok, why = pcall(error, 'x', 0) report { message = tostring(ok) .. why }"),
            Messages{"falsex"});
  EXPECT_EQ(
      messages_of("local ok, why = xpcall(function(a) error(a, 0) end, function(m) return m .. m end, 'y')\n"
                  "report { message = tostring(ok) .. why }"),
      Messages{"falseyy"});
}

TEST(Sandbox, SumCountsBlanksOnlyBesideNumbers) {
  EXPECT_EQ(messages_of("report { message = tostring(sum { blank, 3, not_applicable }) }"), Messages{"3"});
  EXPECT_EQ(messages_of("report { message = tostring(is_blank(sum { blank, blank })) }"), Messages{"true"});
}

TEST(Sandbox, TableFunctionsTakePlainTablesAndListsOfTheHost) {
  EXPECT_EQ(messages_of("local t = setmetatable({ 'a', 'c' }, { __tostring = function() return 't' end })\n"
                        "table.insert(t, 2, 'b') table.remove(t, 1)\n"
                        "local host = select('#', table.unpack(form.table3_columns))\n"
                        "report { message = table.concat(t) .. host }"),
            Messages{"bc7"});
  const auto refused = messages_of("table.insert(setmetatable({}, { __len = rawlen }), 'x')");
  ASSERT_EQ(refused.size(), 1U);
  EXPECT_NE(refused[0].find("不接受元表里有 __len 的表"), std::string::npos) << refused[0];
}

TEST(Sandbox, SyntaxErrorsAreToldInOneLine) {
  const PackFolder folder;
  folder.write("national/checks.lua", "check { code = 'A-01'\nseverity = 'note' }\n");
  const auto found = with_code(run_checks(folder, "national"), "M-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message.find('\n'), std::string::npos) << found[0].message;
  EXPECT_NE(found[0].message.find("“severity”前面少了逗号，多半在第 1 行的末尾"), std::string::npos)
      << found[0].message;
}

TEST(Sandbox, AmountsStayExact) {
  EXPECT_EQ(messages_of("local a = ctx.figures.table2.administrative_charge\n"
                        "report { message = money(a) .. ' ' .. money(a + a) .. ' ' .. tostring(a > 4166) }"),
            Messages{"4166.241619 8332.483238 true"});
}

TEST(Sandbox, NamesTheNearestField) {
  const auto messages = messages_of("return ctx.figures.tabel3");
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_NE(messages[0].find("“figures”里没有“tabel3”，是不是“table3”？"), std::string::npos) << messages[0];
}

TEST(Sandbox, FindsFiguresByJsonName) {
  EXPECT_EQ(messages_of("report { message = n(at(ctx.figures, 'table3.unavailable.not_held.total')) }"),
            Messages{"19"});
}

TEST(Sandbox, AbsentPartsAreNil) {
  EXPECT_EQ(messages_of("report { message = tostring(ctx.previous) .. tostring(ctx.texts.other) }"),
            Messages{"nilnil"});
}

}  // namespace
}  // namespace nianbao::test
