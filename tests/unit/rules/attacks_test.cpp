// Every known attack of a check on the host: each ends within a second and 64 MiB in its finding at the
// author's line, and the rules of the same pack that come after it, and those of the other packs, still run.
#include <gtest/gtest.h>

#include "unit/rules/attack_measure.h"

namespace nianbao::test {
namespace {

class PackAttack : public testing::TestWithParam<Attack> {};

TEST_P(PackAttack, EndsSoonInItsFindingAndTheOtherRulesRun) {
  const PackFolder folder;
  folder.add_pack("local", "prefix = 'LO'\n");
  folder.write("national/checks.lua",
               "kept = {}\n" + check_source("A-01", "report { message = '还在运行' }"));
  folder.write("local/checks.lua", "kept = {} " + check_source("LO-01", GetParam().code) +
                                       check_source("LO-02", "report { message = '还在运行' }"));
  const Measured measured = in_child([&](Measured& m) {
    Diagnostics diagnostics;
    auto book = RuleBook::load(folder.path(), "local", diagnostics);
    const Figures figures = sound_figures();
    RuleInput input;
    input.figures = &figures;
    const double before = processor_seconds();
    book->check(input, diagnostics);
    m.seconds = processor_seconds() - before;
    look_at(diagnostics, GetParam().finding, m);
  });
  expect_small(measured);
  EXPECT_EQ(measured.attack_findings, 1);
  EXPECT_EQ(measured.others, 2);
  EXPECT_EQ(measured.row, GetParam().row) << measured.message;
  EXPECT_STREQ(measured.file, "plugins/local/checks.lua");
}

#define ZEROS "local z = string.rep('\\0', 250000) local a, b = z .. 'a', z .. 'b' "
#define LETTERS "local z = string.rep('x', 250000) local a, b = z .. 'a', z .. 'b' "
// Tables of weak keys, each holding the key of the next, in no order: collecting them takes the square.
#define WEAK_CHAIN                                                                                         \
  "local n, m, keys, all = 60000, {}, {}, {}\n"                                                            \
  "for i = 1, n + 1 do keys[i] = {} end\n"                                                                 \
  "for i = 1, n do local t = setmetatable({}, m) t[keys[i]] = keys[i + 1] all[i * 7919 % n + 1] = t end\n" \
  "m.__mode = 'k' local first = keys[1] keys = nil\n"

constexpr Attack kTime[] = {
    {"PlainLoop", "while true do end", "M-03"},
    {"LoopInPcall", "while true do pcall(function() while true do end end) end", "M-03"},
    {"LoopOfPcalls", "while true do pcall(error) end", "M-03"},
    {"LoopInXpcallHandler", "while true do xpcall(error, function() while true do end end) end", "M-03"},
    {"LoopInIndex", "return setmetatable({}, { __index = function() while true do end end }).x", "M-03"},
    {"LoopInConcat", "return setmetatable({}, { __concat = function() while true do end end }) .. 'x'",
     "M-03"},
    {"LoopInToString",
     "report { message = 'x', left = setmetatable({}, { __tostring = function() while true do end end }) }",
     "M-03"},
    {"LoopInClose",
     "local m = {} local x <close> = (function() local t = setmetatable({}, m) "
     "m.__close = function() while true do end end return t end)()",
     "M-03"},
    {"LoopInGsub", "string.gsub('abc', '.', function() while true do end end)", "M-03"},
    {"LoopInSort", "table.sort({ 3, 2, 1 }, function() while true do end end)", "M-03"},
    {"LoopInPairs", "for _ in pairs(setmetatable({}, { __pairs = function() while true do end end })) do end",
     "M-03"},
    {"EndlessIterator", "for _ in function() return 1 end do end", "M-03"},
    {"EndlessGoto", "::l:: goto l", "M-03"},
    {"LibraryCalls", "local f = select while true do f(1) end", "M-03"},
    {"ManySmallPcalls", "local function f() end while true do pcall(f) end", "M-03"},
    {"ComparedZeros", ZEROS "while true do local c = a < b end", "M-03"},
    {"ComparedLetters", LETTERS "while true do local c = a < b end", "M-03"},
    {"EqualLongTexts", LETTERS "local c = z .. 'a' while true do local d = a == c end", "M-03"},
    {"UnrolledComparisons", ZEROS "while true do local c = a < b or b < a or a <= b or a < b or a <= b end",
     "M-03"},
    {"LongKeys", "local t = {} local z = string.rep('k', 200000) while true do t[z .. 'a'] = nil end",
     "M-03"},
    {"LongToNumber", "local z = string.rep('1', 250000) while true do tonumber(z) end", "M-03"},
    {"JoinedTexts", "local z = string.rep('x', 100000) while true do local c = z .. 'y' end", "M-03"},
    {"FormattedTexts", "local z = string.rep('\\n', 60000) while true do string.format('%q', z) end", "M-03"},
    {"UpperTexts", "local z = string.rep('x', 250000) while true do z:upper() end", "M-03"},
    {"OneByOneKeys", "local t = {} for i = 1, 100000 do t[1 + i * 2^-52] = true end", "M-03"},
    {"LongIndexChain",
     "local t = {} for i = 1, 1990 do t = setmetatable({}, { __index = t }) end while true do local c = t.x "
     "end",
     "M-03"},
    {"ManyArguments",
     "local function f(...) while true do select('#', ...) end end f(table.unpack({}, 1, 200000))", "M-03"},
    {"NextOverLargeTable", "local t = {} for i = 1, 50000 do t[i] = i end while true do next(t, 40000) end",
     "M-03"},
    {"LengthOfHoles", "local t = {} for i = 1, 50000 do t[i] = i end while true do local c = #t end", "M-03"},
    {"NestedPattern", "string.find(string.rep('a', 3000), '.-.-.-.-.-.-b')", "M-03"},
    {"GreedyPattern", "string.find(string.rep('a', 3000), 'a*a*a*a*a*a*b')", "M-03"},
    {"BalancedPattern", "string.find(string.rep('(', 250000), '%b()')", "M-03"},
    {"BackReferences", "string.find(string.rep('a', 250000), '(a*)%1b')", "M-03"},
    {"LongPatterns", "local p = string.rep('[%a%d]', 600) while true do ('x'):match(p) end", "M-03"},
    {"FrontierPattern", "while true do string.find(string.rep('a', 100000), '%f[b]b') end", "M-03"},
    {"PlainSearch",
     "local a, b = string.rep('a', 250000), string.rep('a', 120000) .. 'b' while true do a:find(b, 1, true) "
     "end",
     "M-03"},
    {"EmptyReplacements", "while true do string.gsub(string.rep('x', 50000), '', '') end", "M-03"},
    {"EmptyRepetition", "string.rep('', math.maxinteger)", "M-03"},
    {"NumbersInLongText", "local z = string.rep('1件', 50000) while true do writes(z, 1) end", "M-03"},
    {"LongPath", "local t = {} t.a = t local z = string.rep('a.', 100000) while true do pcall(at, t, z) end",
     "M-03"},
    {"MisspeltLongName",
     "local z = string.rep('x', 200000) while true do pcall(function() return ctx[z] end) end", "M-03"},
    {"InvalidLongText",
     "local z = string.rep('x', 200000) .. '\\xff' while true do pcall(report, { message = z }) end", "M-03"},
    {"WeakChain", WEAK_CHAIN "while true do local x = {} end", "M-03", 6},
    {"LoopInWrapUp", "while true do pcall(string.gsub, 'x', 'x', function() error({}) end) end", "M-03"},
};
INSTANTIATE_TEST_SUITE_P(Time, PackAttack, testing::ValuesIn(kTime),
                         [](const auto& attack) { return std::string(attack.param.name); });

constexpr Attack kMemory[] = {
    {"BigRepetition", "local s = string.rep('x', 100000000)", "M-03"},
    {"BigRepetitionInPcall", "while true do pcall(string.rep, 'x', 100000000) end", "M-03"},
    {"NearlyTooLong", "local t = {} for i = 1, 1000 do t[i] = string.rep('x', 250000) .. i end", "M-03"},
    {"DoublingText", "local s = 'x' while true do s = s .. s end", "M-03"},
    {"DoublingTextInPcall",
     "while true do pcall(function() local s = 'x' while true do s = s .. s end end) end", "M-03"},
    {"GrowingTable", "local t = {} while true do t[#t + 1] = {} end", "M-03"},
    {"GrowingArray", "local t = {} while true do t[#t + 1] = 1 end", "M-03"},
    {"GrowingHash", "local t, i = {}, 0 while true do i = i + 1 t['k' .. i] = i end", "M-03"},
    {"GrowingInPcall", "pcall(function() local t = {} while true do t[#t + 1] = {} end end)", "M-03"},
    {"GrowingClosures", "local t = {} while true do t[#t + 1] = function() return t end end", "M-03"},
    {"GrowingUpvalue", "while true do kept[#kept + 1] = 'x' .. #kept end", "M-03"},
    {"NestedTables", "local t = {} while true do t = { t } end", "M-03"},
    {"ConcatenatedTable",
     "local t = {} for i = 1, 60000 do t[i] = string.rep('x', 32) end return table.concat(t)", "M-03"},
    {"LongFormat", "local z = string.rep('x', 200000) return string.format(string.rep('%s', 200), z, z, z)",
     "M-02"},
    {"GrowingGsub", "return string.gsub(string.rep('x', 250000), '.', string.rep('y', 1000))", "M-03"},
    {"ManyResults", "return table.unpack({}, 1, 1200000)", "M-02"},
    {"DeepRecursion", "local function f() return 1 + f() end return f()", "M-03"},
    {"GrowingArguments", "local function f(...) return f(1, ...) end f()", "M-03"},
    {"MemoryByName", "error('not enough memory', 0)", "M-03", 1},
    {"KeptForTheNextCall", "for i = 1, 200000 do kept[i] = {} end", "M-03", 1},
    {"EndlessFindings", "while true do report { message = string.rep('x', 1000) } end", "M-03"},
    {"FindingsOfManyFiles",
     "local i = 0 while true do i = i + 1 report { message = 'x', at = { file = 'f' .. i, row = 1 } } end",
     "M-03"},
    {"LargeFindings",
     "local z = string.rep('x', 250000) while true do report { message = z, left = z, right = z } end",
     "M-03"},
};
INSTANTIATE_TEST_SUITE_P(Memory, PackAttack, testing::ValuesIn(kMemory),
                         [](const auto& attack) { return std::string(attack.param.name); });

constexpr Attack kDoors[] = {
    {"Coroutine", "coroutine.wrap(function() while true do end end)()", "M-02"},
    {"LoadText", "load('while true do end')()", "M-02"},
    {"LoadBytecode", "load('\\27Lua')", "M-02"},
    {"Dump", "string.dump(function() end)", "M-02"},
    {"DoFile", "dofile('/etc/passwd')", "M-02"},
    {"Io", "io.open('/etc/passwd')", "M-02"},
    {"Os", "os.exit(1)", "M-02"},
    {"Debug", "debug.getregistry()", "M-02"},
    {"Package", "package.loadlib('x', 'y')", "M-02"},
    {"Require", "require('os')", "M-02"},
    {"IncludeOutside", "include('../national/checks.lua')", "M-02"},
    {"Collector", "collectgarbage('stop')", "M-02"},
    {"Environment", "_ENV.pairs = nil", "M-02"},
    {"StringLibrary", "string.rep = nil", "M-02"},
    {"StringMetatable", "getmetatable('').__index = nil", "M-02"},
    {"StringMethod", "('').rep = nil", "M-02"},
    {"HostTable", "ctx.figures.year = 2020", "M-02"},
    {"HostTableRaw", "rawset(ctx.figures, 'year', 2020)", "M-02"},
    {"HostMetatable", "setmetatable(ctx.figures, {})", "M-02"},
    {"HostList", "table.insert(ctx.register, {})", "M-02"},
    {"HostSort", "table.sort(form.table3_columns)", "M-02"},
    {"Finalizer", "setmetatable({}, { __gc = function() end })", "M-02"},
    {"ErrorWithTable", "error({ 1 })", "M-02"},
    {"ErrorWithNil", "error()", "M-02"},
    {"ErrorWithFunction", "error(function() end)", "M-02"},
    {"ErrorWithTroubledText", "error(setmetatable({}, { __tostring = function() error('x') end }))", "M-02"},
    {"ErrorInErrorHandler", "local ok, e = xpcall(error, function() error('x') end) error(e)", "M-02"},
    {"DeepPcall", "local function f() pcall(f) error('x') end f()", "M-02"},
    {"DeepGsub", "local function f() string.gsub('x', 'x', f) end f()", "M-02"},
    {"DeepMetamethods",
     "local m = {} m.__index = function(t, k) return setmetatable({}, m)[k] end return setmetatable({}, m).x",
     "M-02"},
    {"LoopingMetatable", "local m = {} m.__index = m setmetatable(m, m) return m.x", "M-02"},
};
INSTANTIATE_TEST_SUITE_P(Doors, PackAttack, testing::ValuesIn(kDoors),
                         [](const auto& attack) { return std::string(attack.param.name); });

}  // namespace
}  // namespace nianbao::test
