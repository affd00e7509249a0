// Every known attack on the host, measured: each in a child process that says how much processor time its
// worst call took and how far the process grew. Each ends in its finding at the author's line, and the rules
// of the same pack that come after it, and those of the other packs, still run.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <ctime>
#include <fstream>

#include "rules/text_binding.h"
#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr double kLongest = 15;  // seconds; our own code is many times slower
constexpr long kMostGrowth = 0;  // the sanitizer keeps what was freed: not measured
#elif defined(NDEBUG)
constexpr double kLongest = 1;
constexpr long kMostGrowth = 64L * 1024;  // KiB
#else
constexpr double kLongest = 4;
constexpr long kMostGrowth = 64L * 1024;
#endif

struct Attack {
  const char* name;
  const char* code;     // body of the attacking check
  const char* finding;  // its code
  int row = 2;          // of the finding; the body begins in line 2
};

void PrintTo(const Attack& attack, std::ostream* out) {
  *out << attack.name;
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

long resident_kib() {
  std::ifstream statm("/proc/self/statm");
  long pages = 0;
  long resident = 0;
  statm >> pages >> resident;
  return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

long peak_kib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

// What a child tells its parent.
struct Measured {
  double seconds = 0;
  long growth = 0;  // KiB
  int attack_findings = 0, others = 0;
  std::int64_t row = 0;
  char message[600] = "";
  char file[100] = "";
  char of_pack[300] = "";  // the finding that says the pack is given up
};

template <typename Work>
Measured in_child(const Work& work) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    Measured measured;
    const long before = std::max(resident_kib(), peak_kib());
    work(measured);
    measured.growth = peak_kib() - before;
    const bool is_told = write(ends[1], &measured, sizeof measured) == static_cast<ssize_t>(sizeof measured);
    _exit(is_told ? 0 : 1);
  }
  close(ends[1]);
  Measured measured;
  EXPECT_EQ(read(ends[0], &measured, sizeof measured), static_cast<ssize_t>(sizeof measured))
      << "the child died";
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return measured;
}

void expect_small(const Measured& measured) {
  EXPECT_LT(measured.seconds, kLongest) << measured.message;
  if (kMostGrowth > 0) {
    EXPECT_LT(measured.growth, kMostGrowth) << measured.message;
  }
  testing::Test::RecordProperty("milliseconds", static_cast<int>(measured.seconds * 1000));
  testing::Test::RecordProperty("KiB", static_cast<int>(measured.growth));
}

std::string check_source(const std::string& code, const std::string& body) {
  return "check { code = '" + code + "', severity = 'note', title = '试', run = function(ctx, report)\n" +
         body + "\nend }\n";
}

// The finding of the attack, and how many notes of sound rules there are.
void look_at(const Diagnostics& diagnostics, const char* code, Measured& measured) {
  for (const Diagnostic& d : diagnostics.sorted()) {
    if (d.code == code) {
      measured.attack_findings += 1;
      measured.row = d.place.row;
      std::strncpy(measured.message, d.message.c_str(), sizeof measured.message - 1);
      std::strncpy(measured.file, d.place.file.c_str(), sizeof measured.file - 1);
    }
    if (d.code == "M-03" && d.place.row == 0) {
      std::strncpy(measured.of_pack, d.message.c_str(), sizeof measured.of_pack - 1);
    }
    if (d.message == "还在运行") measured.others += 1;
  }
}

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

// ---- while a file is loaded
// ------------------------------------------------------------------------------------------------------------
struct Source {
  const char* name;
  std::string text;
  const char* finding;
};

void PrintTo(const Source& source, std::ostream* out) {
  *out << source.name;
}

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

std::string numbered(const std::string& head, const std::string& tail, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += head + std::to_string(i) + tail;
  return all;
}

std::vector<Source> loading_attacks() {
  return {
      {"Loop", "while true do end", "M-03"},
      {"LongChain", "return " + repeated("{}or", 200'000) + "1\n", "M-03"},
      {"ManyLabels", numbered("::a", ":: x = 1 ", 40'000), "M-01"},
      {"ManyGotos", "do " + repeated("do goto e end ", 40'000) + "end ::e::", "M-01"},
      {"ManyTables", "kept = {" + repeated("{},", 300'000) + "}", "M-03"},
      {"DeepBrackets", "return " + repeated("(", 100'000), "M-01"},
      {"DeepBlocks", repeated("do ", 100'000), "M-01"},
      {"LongText", "return '" + repeated("x", 900'000) + "'", "M-03"},
      {"Bytecode", std::string("\x1bLua\x54\x00\x19\x93", 8), "M-01"},
      {"ManyChecks", numbered("check { code = 'LO-", "', severity = 'note' }", 10), "M-02"},
      {"EndlessConventions", "while true do convention(string.rep('x', 10000)) end", "M-03"},
      {"EndlessPhrases", "while true do phrase { words = '新收', figure = 'table3.received.total' } end",
       "M-02"},
      {"KeepsTooMuch", "kept = {} for i = 1, 200000 do kept[i] = {} end", "M-03"},
      {"IncludesItself", "include 'checks.lua'", "M-02"},
  };
}

class LoadingAttack : public testing::TestWithParam<Source> {};

TEST_P(LoadingAttack, EndsSoonAndTheOtherPacksRun) {
  const PackFolder folder;
  folder.add_pack("local", "prefix = 'LO'\n");
  folder.write("national/checks.lua", check_source("A-01", "report { message = '还在运行' }"));
  folder.write("local/checks.lua", GetParam().text);
  const Measured measured = in_child([&](Measured& m) {
    Diagnostics diagnostics;
    const double before = processor_seconds();
    auto book = RuleBook::load(folder.path(), "local", diagnostics);
    m.seconds = processor_seconds() - before;
    const Figures figures = sound_figures();
    RuleInput input;
    input.figures = &figures;
    book->check(input, diagnostics);
    look_at(diagnostics, GetParam().finding, m);
  });
  expect_small(measured);
  EXPECT_EQ(measured.attack_findings, 1);
  EXPECT_EQ(measured.others, 1);
  EXPECT_STREQ(measured.file, "plugins/local/checks.lua");
}
INSTANTIATE_TEST_SUITE_P(Files, LoadingAttack, testing::ValuesIn(loading_attacks()),
                         [](const auto& source) { return std::string(source.param.name); });

// ---- sections
// ------------------------------------------------------------------------------------------------------------
constexpr Attack kSections[] = {
    {"EndlessParagraphs", "while true do doc:paragraph('x') end", "M-03"},
    {"LargeParagraphs", "local z = string.rep('x', 200000) while true do doc:paragraph(z) end", "M-03"},
    {"ManySpans", "local t = {} for i = 1, 100000 do t[i] = 'x' end while true do doc:paragraph(t) end",
     "M-03"},
    {"EndlessTables", "while true do doc:official_table(3) end", "M-03"},
    {"EndlessCharts", "while true do doc:chart('days') end", "M-03"},
    {"LargeTables",
     "local columns, row, rows = {}, {}, {} for i = 1, 40 do columns[i] = { title = 't' } row[i] = 'x' end "
     "for i = 1, 5000 do rows[i] = row end while true do doc:table { columns = columns, rows = rows } end",
     "M-03"},
    {"EndlessBase", "while true do base() end", "M-02"},
    {"MemoryBeforeBase", "local t = {} for i = 1, 300000 do t[i] = {} end base()", "M-03"},
    {"CopiedText", "while true do doc:text('overview') end", "M-03"},
};

class SectionAttack : public testing::TestWithParam<Attack> {};

TEST_P(SectionAttack, EndsSoonAndGivesWayToTheSectionBeforeIt) {
  const PackFolder folder;
  folder.add_pack("local", "prefix = 'LO'\n");
  folder.write("national/report.lua",
               "section { id = 'a', run = function(doc) doc:paragraph('前面的') end }\n");
  folder.write("local/report.lua", std::string("section { id = 'a', run = function(doc, ctx, base)\n") +
                                       GetParam().code + "\nend }\n");
  const Measured measured = in_child([&](Measured& m) {
    Diagnostics diagnostics;
    auto book = RuleBook::load(folder.path(), "local", diagnostics);
    const Figures figures = sound_figures();
    RuleInput input;
    input.figures = &figures;
    input.texts["overview"] = {
        "a.md", std::string(10'000, 'x'), {Paragraph{ParagraphKind::body, {{"x", false, false, ""}}, "", 1}}};
    const double before = processor_seconds();
    const auto blocks = book->report(input, diagnostics);
    m.seconds = processor_seconds() - before;
    m.others = text_of(blocks) == "前面的\n" ? 1 : 0;
    look_at(diagnostics, GetParam().finding, m);
  });
  expect_small(measured);
  EXPECT_EQ(measured.attack_findings, 1) << measured.message;
  EXPECT_EQ(measured.others, 1);
  EXPECT_EQ(measured.row, GetParam().row) << measured.message;
}
INSTANTIATE_TEST_SUITE_P(Sections, SectionAttack, testing::ValuesIn(kSections),
                         [](const auto& attack) { return std::string(attack.param.name); });

// ---- many calls, many packs
// ------------------------------------------------------------------------------------------------------------
std::string many_checks(const std::string& prefix, const std::string& body) {
  std::string all = "kept = {}\n";
  for (int i = 0; i < 90; ++i) all += check_source(prefix + (i < 10 ? "-0" : "-") + std::to_string(i), body);
  return all;
}

TEST(PackAttacks, APackStoppedThreeTimesIsGivenUp) {
  const PackFolder folder;
  folder.add_pack("local", "prefix = 'LO'\n");
  folder.write("national/checks.lua", check_source("A-01", "report { message = '还在运行' }"));
  folder.write("local/checks.lua", many_checks("LO", "while true do end"));
  const Measured measured = in_child([&](Measured& m) {
    const double before = processor_seconds();
    look_at(run_checks(folder, "local"), "M-03", m);
    m.seconds = (processor_seconds() - before) / 3;
  });
  expect_small(measured);
  EXPECT_EQ(measured.attack_findings, 4);
  EXPECT_NE(std::string(measured.of_pack).find("已中止 3 次，其余的检查和章节不再运行"), std::string::npos)
      << measured.of_pack;
  EXPECT_EQ(measured.others, 1);
}

TEST(PackAttacks, APackThatIsNeverStoppedButSlowIsGivenUp) {
  const PackFolder folder;
  folder.write("national/checks.lua",
               many_checks("A", "for i = 1, 40000000 do end report { message = '还在运行' }"));
  const Measured measured = in_child([&](Measured& m) {
    const double before = processor_seconds();
    look_at(run_checks(folder, "national"), "M-03", m);
    m.seconds = (processor_seconds() - before) / 8;
  });
  expect_small(measured);
  EXPECT_EQ(measured.attack_findings, 1);
  EXPECT_NE(std::string(measured.of_pack).find("合计超出步数上限"), std::string::npos) << measured.of_pack;
  EXPECT_GE(measured.others, 6);
}

TEST(PackAttacks, SeveralGreedyPacksStayWithinTheMemoryOfOne) {
  const PackFolder folder;
  std::string below = "national";
  for (const std::string id : {"one", "two", "three"}) {
    folder.add_pack(id, "prefix = '" +
                            std::string(id == "one"   ? "ON"
                                        : id == "two" ? "TW"
                                                      : "TH") +
                            "'\nextends = '" + below + "'\n");
    const std::string prefix = id == "one" ? "ON" : id == "two" ? "TW" : "TH";
    folder.write(id + "/checks.lua", many_checks(prefix, "while true do kept[#kept + 1] = {} end"));
    below = id;
  }
  const Measured measured = in_child([&](Measured& m) { look_at(run_checks(folder, "three"), "M-03", m); });
  if (kMostGrowth > 0) {
    EXPECT_LT(measured.growth, kMostGrowth);
  }
  EXPECT_EQ(measured.attack_findings, 12);
}

TEST(PackAttacks, PlacesInTextEndSoon) {
  for (const char* place : {"(function() while true do end end)()", "string.rep('x', 1 << 40)",
                            "(function() local t = {} while true do t[#t + 1] = {} end end)()",
                            "string.find(string.rep('a', 9999), 'a*a*a*a*a*b')",
                            "(function() local z = string.rep('\\0', 250000) local a, b = z .. 1, z .. 2 "
                            "while a < b do end end)()"}) {
    const Measured measured = in_child([&](Measured& m) {
      const Figures figures = sound_figures();
      Diagnostics diagnostics;
      TextBinder binder(figures, nullptr);
      const double before = processor_seconds();
      binder.bind(std::string("{{ ") + place + " }} {{ year }}", "a.md", diagnostics);
      m.seconds = processor_seconds() - before;
      look_at(diagnostics, "C-02", m);
    });
    expect_small(measured);
    EXPECT_EQ(measured.attack_findings, 1) << place;
    EXPECT_NE(std::string(measured.message).find("已中止"), std::string::npos) << measured.message;
  }
}

}  // namespace
}  // namespace nianbao::test
