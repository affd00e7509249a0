// Attacks of whole files, of sections, of many calls and many packs, and of places in text.
#include <gtest/gtest.h>

#include "rules/text_binding.h"
#include "unit/rules/attack_measure.h"

namespace nianbao::test {
namespace {

// ---- while a file is loaded
// ------------------------------------------------------------------------------------------------------------
struct Source {
  const char* name;
  std::string text;
  const char* finding;
  const char* or_else = nullptr;  // where the clock is there before Lua's own limit
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
      {"ManyLabels", numbered("::a", ":: x = 1 ", 40'000), "M-01", "M-03"},
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
    const Source& source = GetParam();
    const bool is_late = source.or_else != nullptr && with_code(diagnostics, source.finding).empty();
    look_at(diagnostics, is_late ? source.or_else : source.finding, m);
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
    m.seconds = (processor_seconds() - before) / 5;
  });
  expect_small(measured);
  EXPECT_EQ(measured.attack_findings, 1);
  EXPECT_NE(std::string(measured.message).find("合计超出"), std::string::npos) << measured.message;
  EXPECT_EQ(measured.others, 4);
  EXPECT_EQ(measured.row, 15);  // in its fifth check
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
  expect_small(measured);
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
