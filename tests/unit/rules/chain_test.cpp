// Chains of packs: manifests, loading, overriding, and what a broken pack leaves standing.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

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

std::string report_of(RuleBook& book, Diagnostics& diagnostics) {
  const Figures figures = sound_figures();
  RuleInput input;
  input.figures = &figures;
  return text_of(book.report(input, diagnostics));
}

const char* const kNote = "run = function(ctx, report) report { message = '有' } end }\n";

std::string note_check(const std::string& code) {
  return "check { code = '" + code + "', severity = 'note', title = '试', " + kNote;
}

TEST(PackChain, RunsFromNationalToTheLocality) {
  const PackFolder folder;
  folder.add_pack("shandong", "prefix = \"SD\"\n");
  folder.add_pack("laiwu", "extends = \"shandong\"\nprefix = \"LW\"\n");
  folder.write("national/checks.lua", note_check("T9-01"));
  folder.write("shandong/checks.lua", note_check("SD-01"));
  folder.write("laiwu/checks.lua", note_check("LW-01"));
  Loaded loaded = load(folder, "laiwu");
  ASSERT_TRUE(loaded.book);
  ASSERT_EQ(loaded.book->packs().size(), 3U);
  EXPECT_EQ(loaded.book->packs()[0].id, "national");
  EXPECT_EQ(loaded.book->packs()[2].id, "laiwu");
  EXPECT_EQ(brief(run_checks(folder, "laiwu")),
            (std::vector<std::string>{"T9-01 note ", "SD-01 note ", "LW-01 note "}));
}

TEST(PackChain, ExtendsNationalWhenNothingIsSaid) {
  const PackFolder folder;
  folder.add_pack("gumei");
  Loaded loaded = load(folder, "gumei");
  ASSERT_TRUE(loaded.book);
  EXPECT_EQ(loaded.book->packs().size(), 2U);
}

TEST(PackChain, FindsTheNearestOfAnUnknownLocality) {
  const PackFolder folder;
  folder.add_pack("laiwu");
  const Loaded loaded = load(folder, "laiwv");
  EXPECT_FALSE(loaded.book);
  const auto found = with_code(loaded.diagnostics, "M-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].hint.find("laiwu"), std::string::npos);
}

TEST(PackChain, RefusesNamesThatLeaveTheFolder) {
  const PackFolder folder;
  EXPECT_FALSE(load(folder, "../national").book);
  EXPECT_FALSE(load(folder, "").book);
}

TEST(PackChain, RefusesACircle) {
  const PackFolder folder;
  folder.add_pack("a", "extends = \"b\"\n");
  folder.add_pack("b", "extends = \"a\"\n");
  const Loaded loaded = load(folder, "a");
  EXPECT_FALSE(loaded.book);
  EXPECT_EQ(brief(loaded.diagnostics), std::vector<std::string>{"M-01 error "});
}

TEST(PackChain, RefusesAMissingBase) {
  const PackFolder folder;
  folder.add_pack("a", "extends = \"nowhere\"\n");
  const Loaded loaded = load(folder, "a");
  EXPECT_FALSE(loaded.book);
  const auto found = with_code(loaded.diagnostics, "M-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].place.file, "plugins/a/pack.toml");
}

TEST(PackChain, RefusesAnIdThatIsNotTheFolder) {
  const PackFolder folder;
  folder.write("a/pack.toml", "id = \"b\"\nname = \"n\"\nversion = \"1\"\napi = 1\n");
  const Loaded loaded = load(folder, "a");
  EXPECT_FALSE(loaded.book);
  EXPECT_EQ(with_code(loaded.diagnostics, "M-01").size(), 1U);
}

TEST(PackManifest, UnknownKeyNamesTheNearestAndItsLine) {
  const PackFolder folder;
  folder.add_pack("a", "extend = \"national\"\n");
  const Loaded loaded = load(folder, "a");
  EXPECT_TRUE(loaded.book);
  const auto found = with_code(loaded.diagnostics, "C-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].place.row, 5);
  EXPECT_NE(found[0].hint.find("extends"), std::string::npos);
}

TEST(PackManifest, WrongTypeIsNamedWithItsLine) {
  const PackFolder folder;
  folder.write("a/pack.toml", "id = \"a\"\nname = 3\nversion = \"1\"\napi = \"1\"\n");
  const Loaded loaded = load(folder, "a");
  EXPECT_FALSE(loaded.book);
  const auto found = with_code(loaded.diagnostics, "C-02");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].place.row, 2);
  EXPECT_EQ(found[1].place.row, 4);
}

TEST(PackManifest, BrokenTomlIsNamedWithItsLine) {
  const PackFolder folder;
  folder.write("a/pack.toml", "id = \"a\"\nname = \n");
  const Loaded loaded = load(folder, "a");
  EXPECT_FALSE(loaded.book);
  const auto found = with_code(loaded.diagnostics, "M-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].place.row, 2);
}

TEST(PackManifest, NewerApiLeavesTheOtherPacksAtWork) {
  const PackFolder folder;
  folder.write("national/checks.lua", note_check("T9-01"));
  folder.write("a/pack.toml", "id = \"a\"\nname = \"n\"\nversion = \"1\"\napi = 2\nprefix = \"AA\"\n");
  folder.write("a/checks.lua", note_check("AA-01"));
  const Diagnostics diagnostics = run_checks(folder, "a");
  EXPECT_EQ(with_code(diagnostics, "M-04").size(), 1U);
  EXPECT_EQ(with_code(diagnostics, "T9-01").size(), 1U);
  EXPECT_TRUE(with_code(diagnostics, "AA-01").empty());
}

TEST(PackManifest, OnlyASmallRegularFileIsRead) {
  const PackFolder folder;
  folder.write("national/pack.toml", std::string((64 << 10) + 1, '#'));
  auto found = with_code(load(folder, "national").diagnostics, "M-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].message.find("64 KiB"), std::string::npos) << found[0].message;
  const std::string path = folder.path() + "/national/pack.toml";
  std::filesystem::remove(path);
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  found = with_code(load(folder, "national").diagnostics, "M-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].message.find("不是普通文件"), std::string::npos) << found[0].message;
}

TEST(PackManifest, IsReadUpToItsLargestSize) {
  const PackFolder folder;
  folder.add_pack("a");
  const std::string head = "id = \"a\"\nname = \"名称\"\nversion = \"1\"\napi = 1\n";
  folder.write("a/pack.toml", head + std::string((64 << 10) - head.size(), '#'));
  EXPECT_TRUE(load(folder, "a").book);
}

TEST(PackScripts, OnlyRegularFilesOfAtMostOneMegabyteAreRead) {
  const PackFolder folder;
  folder.write("national/report.lua", std::string((1 << 20) + 1, '-'));
  ASSERT_EQ(::mkfifo((folder.path() + "/national/checks.lua").c_str(), 0600), 0);
  const auto found = with_code(load(folder, "national").diagnostics, "M-01");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].place.file, "plugins/national/checks.lua");
  EXPECT_NE(found[0].message.find("不是普通文件"), std::string::npos) << found[0].message;
  EXPECT_EQ(found[1].place.file, "plugins/national/report.lua");
  EXPECT_NE(found[1].message.find("1 MiB"), std::string::npos) << found[1].message;
}

TEST(PackScripts, SyntaxErrorIsNamedAndTheOtherFileWorks) {
  const PackFolder folder;
  folder.write("national/checks.lua", "local x = 1\nlocal y == 2\n");
  folder.write("national/report.lua",
               "section { id = 'one', run = function(doc) doc:paragraph('写出') end }\n");
  Loaded loaded = load(folder, "national");
  ASSERT_TRUE(loaded.book);
  const auto found = with_code(loaded.diagnostics, "M-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].place.file, "plugins/national/checks.lua");
  EXPECT_EQ(found[0].place.row, 2);
  EXPECT_EQ(report_of(*loaded.book, loaded.diagnostics), "写出\n");
}

TEST(PackScripts, BytecodeIsRefused) {
  const PackFolder folder;
  folder.write("national/checks.lua", "\x1bLua rest");
  const Loaded loaded = load(folder, "national");
  const auto found = with_code(loaded.diagnostics, "M-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].message.find("字节码"), std::string::npos) << found[0].message;
}

TEST(PackScripts, RunningErrorIsNamedInItsFileAndLine) {
  const PackFolder folder;
  folder.write("national/checks.lua",
               "local rules = include 'rules.lua'\n" + note_check("T9-02") +
                   "check { code = 'T9-01', severity = 'note', title = '试', run = rules.broken }\n");
  folder.write("national/rules.lua", "return { broken = function(ctx)\n  local t\n  return t.field\nend }\n");
  const Diagnostics diagnostics = run_checks(folder, "national");
  const auto found = with_code(diagnostics, "M-02");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].place.file, "plugins/national/rules.lua");
  EXPECT_EQ(found[0].place.row, 3);
  EXPECT_NE(found[0].message.find("要取“t”的成员，但它是 nil"), std::string::npos) << found[0].message;
  EXPECT_EQ(with_code(diagnostics, "T9-02").size(), 1U);
}

TEST(PackScripts, SyntaxErrorOfAnIncludedFileIsNamedThere) {
  const PackFolder folder;
  folder.write("national/checks.lua", note_check("T9-01") + "include 'rules.lua'\n");
  folder.write("national/rules.lua", "\n\nreturn {{\n");
  const Diagnostics diagnostics = run_checks(folder, "national");
  const auto found = with_code(diagnostics, "M-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].place.file, "plugins/national/rules.lua");
  EXPECT_GE(found[0].place.row, 3);
  EXPECT_EQ(with_code(diagnostics, "T9-01").size(), 1U);
}

TEST(PackScripts, IncludeStaysInThePackAndRunsOnce) {
  const PackFolder folder;
  folder.add_pack("a", "prefix = \"AA\"\n");
  folder.write("national/secret.lua", "return 1\n");
  folder.write("a/once.lua", "count = 1 return { value = 7 }\n");
  folder.write("a/checks.lua",
               "assert(include 'once.lua' == include 'once.lua')\n"
               "local ok = pcall(include, '../national/secret.lua')\nassert(not ok)\n" +
                   note_check("AA-01"));
  EXPECT_EQ(brief(run_checks(folder, "a")), std::vector<std::string>{"AA-01 note "});
}

TEST(PackScripts, IncludeReachesTheFilesOfEarlierPacks) {
  const PackFolder folder;
  folder.add_pack("a", "prefix = \"AA\"\n");
  folder.add_pack("b", "extends = \"a\"\nprefix = \"BB\"\n");
  folder.write("a/shared.lua",
               "local shared = {}\nfunction shared.fail() error('不行') end\nreturn shared\n");
  folder.write("b/checks.lua",
               "local shared = include 'a/shared.lua'\nassert(shared == include 'a/shared.lua')\n"
               "check { code = 'BB-01', severity = 'note', title = '一', run = shared.fail }\n");
  folder.write("a/checks.lua", "assert(not pcall(include, 'b/checks.lua'))\n" + note_check("AA-01"));
  const auto findings = run_checks(folder, "b").sorted();
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].code, "M-02");
  EXPECT_NE(findings[0].place.file.find("/a/shared.lua"), std::string::npos) << findings[0].place.file;
  EXPECT_EQ(findings[0].place.row, 2);
  EXPECT_EQ(findings[1].code, "AA-01") << "a later pack is out of reach";
}

TEST(PackScripts, AMissingFileIsMissingTheSecondTimeToo) {
  const PackFolder folder;
  folder.write("national/checks.lua", "include 'missing.lua'\n");
  folder.write("national/report.lua", "include 'missing.lua'\n");
  const auto found = with_code(load(folder, "national").diagnostics, "M-02");
  ASSERT_EQ(found.size(), 2U);
  for (const Diagnostic& d : found) EXPECT_NE(d.message.find("找不到“missing.lua”"), std::string::npos);
}

TEST(PackScripts, IncludeInACircleIsAnError) {
  const PackFolder folder;
  folder.write("national/checks.lua", "include 'a.lua'\n");
  folder.write("national/a.lua", "include 'b.lua'\n");
  folder.write("national/b.lua", "include 'a.lua'\n");
  EXPECT_EQ(brief(run_checks(folder, "national")), std::vector<std::string>{"M-02 error "});
}

TEST(PackScripts, EndlessLoopWhileLoadingEndsAndTheRestWorks) {
  const PackFolder folder;
  folder.write("national/checks.lua", note_check("T9-01") + "while true do end\n");
  const Diagnostics diagnostics = run_checks(folder, "national");
  EXPECT_EQ(brief(diagnostics), (std::vector<std::string>{"M-03 error ", "T9-01 note "}));
}

TEST(PackScripts, MisspeltFieldOfACheckNamesTheNearest) {
  const PackFolder folder;
  folder.write("national/checks.lua",
               "\ncheck { code = 'T9-01', severty = 'note', title = '试', run = function() end }\n");
  const auto found = with_code(run_checks(folder, "national"), "M-02");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].place.row, 2);
  EXPECT_NE(found[0].message.find("severity"), std::string::npos);
}

TEST(PackCodes, ALocalityUsesItsOwnPrefixAndNeverANationalCode) {
  const PackFolder folder;
  folder.write("national/checks.lua", note_check("T3-01"));
  folder.add_pack("a", "prefix = \"AA\"\n");
  folder.write("a/checks.lua", note_check("T3-01"));
  EXPECT_EQ(with_code(run_checks(folder, "a"), "M-02").size(), 1U);
  folder.write("a/checks.lua", note_check("BB-01"));
  EXPECT_EQ(with_code(run_checks(folder, "a"), "M-02").size(), 1U);
  folder.write("a/checks.lua", note_check("AA-01"));
  EXPECT_TRUE(with_code(run_checks(folder, "a"), "M-02").empty());
}

const char* const kBaseSections =
    "section { id = 'one', run = function(doc) doc:paragraph('国一') end }\n"
    "section { id = 'two', run = function(doc) doc:paragraph('国二') end }\n";

TEST(PackCodes, NoPackTakesACodeOfTheProgram) {
  const PackFolder folder;
  folder.write("national/checks.lua", note_check("R-01"));
  const auto found = with_code(run_checks(folder, "national"), "M-02");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].message.find("程序自身"), std::string::npos) << found[0].message;
}

TEST(PackSections, ManyAttachmentsLeaveLuasStackAsItWas) {
  const PackFolder folder;
  folder.add_pack("place", "prefix = \"PL\"\n");
  folder.write("place/report.lua",
               "section { id = 'list', run = function(doc)\n"
               "  local names = {} for i = 1, 500 do names[i] = '附件' .. i end\n"
               "  doc:attachments(names)\n"
               "  for _, name in ipairs(names) do doc:annex(name) end end }\n");
  Loaded loaded = load(folder, "place");
  const std::string text = report_of(*loaded.book, loaded.diagnostics);
  EXPECT_NE(text.find("附件500"), std::string::npos);
  EXPECT_TRUE(brief(loaded.diagnostics).empty());
}

TEST(PackSections, TheLastDefinitionWinsAndMayCallTheOneBelow) {
  const PackFolder folder;
  folder.write("national/report.lua", kBaseSections);
  folder.add_pack("a");
  folder.write("a/report.lua",
               "section { id = 'one', run = function(doc, ctx, base) base() doc:paragraph('地一') end }\n"
               "section { id = 'new', after = 'one', run = function(doc) doc:paragraph('新') end }\n"
               "section { id = 'last', run = function(doc) doc:paragraph('末') end }\n");
  Loaded loaded = load(folder, "a");
  ASSERT_TRUE(loaded.book);
  EXPECT_EQ(report_of(*loaded.book, loaded.diagnostics), "国一\n地一\n新\n国二\n末\n");
  EXPECT_TRUE(brief(loaded.diagnostics).empty());
}

TEST(PackSections, AMisspeltIdIsSaidWithTheNearest) {
  const PackFolder folder;
  folder.write("national/report.lua", kBaseSections);
  folder.write("national/more.lua", "");
  folder.add_pack("a");
  folder.write("a/report.lua",
               "section { id = 'thre', after = 'two', run = function() end }\n"
               "section { id = 'ones', run = function(doc) doc:paragraph('地') end }\n"
               "section { id = 'summary', run = function(doc) doc:paragraph('末') end }\n");
  const Loaded loaded = load(folder, "a");
  const auto findings = loaded.diagnostics.sorted();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, "N-27");
  EXPECT_EQ(findings[0].place.row, 2);
  EXPECT_NE(findings[0].hint.find("是不是“one”"), std::string::npos) << findings[0].hint;
}

TEST(PackChain, AKeyWrittenTwiceIsSaidInChinese) {
  const PackFolder folder;
  folder.write("national/pack.toml", "id = \"national\"\nid = \"national\"\n");
  const auto found = with_code(load(folder, "national").diagnostics, "M-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].place.row, 2);
  EXPECT_EQ(found[0].message, "pack.toml 不是正确的 TOML：“id”写了两次");
}

TEST(PackSections, AFailingSectionGivesWayToTheOneBelow) {
  const PackFolder folder;
  folder.write("national/report.lua", kBaseSections);
  folder.add_pack("a");
  folder.write("a/report.lua",
               "section { id = 'one', run = function(doc) doc:paragraph('半句') error('坏') end }\n"
               "section { id = 'two', run = function(doc) while true do doc:paragraph('x') end end }\n");
  Loaded loaded = load(folder, "a");
  ASSERT_TRUE(loaded.book);
  EXPECT_EQ(report_of(*loaded.book, loaded.diagnostics), "国一\n国二\n");
  EXPECT_EQ(brief(loaded.diagnostics), (std::vector<std::string>{"M-02 error ", "M-03 error "}));
  for (const Diagnostic& finding : loaded.diagnostics.sorted())
    EXPECT_NE(finding.hint.find("这一章印的是前面规则包的写法"), std::string::npos) << finding.hint;
}

TEST(PackSections, AnUnknownPlaceIsAFindingAndTheSectionStandsLast) {
  const PackFolder folder;
  folder.write("national/report.lua", kBaseSections);
  folder.add_pack("a");
  folder.write("a/report.lua",
               "section { id = 'new', after = 'nowhere', run = function(doc) doc:paragraph('新') end }\n");
  Loaded loaded = load(folder, "a");
  ASSERT_TRUE(loaded.book);
  EXPECT_EQ(report_of(*loaded.book, loaded.diagnostics), "国一\n国二\n新\n");
  EXPECT_EQ(with_code(loaded.diagnostics, "M-02").size(), 1U);
}

std::string plain_section(const std::string& id, const std::string& after) {
  return "section { id = '" + id + "', after = '" + after + "', run = function(doc) doc:paragraph('" + id +
         "') end }\n";
}

TEST(PackSections, StandBehindOneInTheOrderOfTheirRegistration) {
  const PackFolder folder;
  folder.add_pack("local", "prefix = \"LO\"\n");
  folder.write("national/report.lua", plain_section("one", "") + plain_section("two", ""));
  folder.write("local/report.lua", plain_section("first", "one") + plain_section("second", "one") +
                                       plain_section("of_first", "first") + plain_section("third", "one") +
                                       plain_section("last", "two") + plain_section("very_last", "two"));
  Loaded loaded = load(folder, "local");
  EXPECT_EQ(report_of(*loaded.book, loaded.diagnostics),
            "one\nfirst\nof_first\nsecond\nthird\ntwo\nlast\nvery_last\n");
  EXPECT_TRUE(loaded.diagnostics.sorted().empty());
}

TEST(PackSections, OneThatIsRegisteredFurtherDownIsSaidToBe) {
  const PackFolder folder;
  folder.add_pack("local", "prefix = \"LO\"\n");
  folder.write("national/report.lua", plain_section("one", ""));
  folder.write("local/report.lua", plain_section("second", "first") + plain_section("first", "one"));
  const auto found = with_code(load(folder, "local").diagnostics, "M-02");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].message.find("但它在后面（plugins/local/report.lua 第 2 行）才登记"), std::string::npos)
      << found[0].message;
  EXPECT_EQ(found[0].hint, "把那一个 section 移到这一个前面；这一章节暂排在最后");
}

TEST(PackSections, WhatIsPrintedInPlaceOfAFailedOneIsSaid) {
  const PackFolder folder;
  folder.add_pack("local", "prefix = \"LO\"\n");
  folder.write("national/report.lua", plain_section("one", ""));
  folder.write("local/report.lua",
               "section { id = 'one', run = function() error('不行') end }\n"
               "section { id = 'two', after = 'one', run = function() error('不行') end }\n");
  Loaded loaded = load(folder, "local");
  EXPECT_EQ(report_of(*loaded.book, loaded.diagnostics), "one\n");
  const auto found = with_code(loaded.diagnostics, "M-02");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_NE(found[0].hint.find("这一章印的是前面规则包的写法"), std::string::npos) << found[0].hint;
  EXPECT_EQ(found[0].message, "规则包 local 的章节 one 运行失败：不行");
  EXPECT_EQ(found[1].hint.find("这一章印的是"), std::string::npos) << found[1].hint;
}

TEST(PackManifest, ASignOfFullWidthIsNamed) {
  const PackFolder folder;
  folder.add_pack("local", "prefix = “JC” # 前缀\n");
  const auto found = with_code(load(folder, "local").diagnostics, "M-01");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].message, "pack.toml 不是正确的 TOML：““”是全角的，这里要写半角的 \"");
  const PackFolder other;
  other.add_pack("local", "prefix = = 1 # 前缀“\n");
  EXPECT_EQ(with_code(load(other, "local").diagnostics, "M-01")[0].message,
            "pack.toml 不是正确的 TOML：这一行的写法不对");
}

TEST(PackSections, BlocksAreChecked) {
  const PackFolder folder;
  folder.write("national/report.lua",
               "section { id = 'a', run = function(doc) doc:heading(9, 'x') end }\n"
               "section { id = 'b', run = function(doc) doc:paragraph { { txt = 'x' } } end }\n"
               "section { id = 'c', run = function(doc) doc:official_table(7) end }\n"
               "section { id = 'd', run = function(doc) doc:text('preface') end }\n"
               "section { id = 'e', run = function(doc) doc:headnig(1, 'x') end }\n"
               "section { id = 'f', run = function(doc) doc:paragraph('') end }\n"
               "section { id = 'g', run = function(doc)\n"
               "  doc:paragraph { 'a', { text = 'b', strong = true, link = 'https://a.cn' } } end }\n");
  Loaded loaded = load(folder, "national");
  ASSERT_TRUE(loaded.book);
  EXPECT_EQ(report_of(*loaded.book, loaded.diagnostics), "ab\n");
  EXPECT_EQ(with_code(loaded.diagnostics, "M-02").size(), 6U);
}

TEST(PackList, RunsNoLuaAndSkipsWhatIsNoPack) {
  const PackFolder folder;
  folder.add_pack("laiwu");
  folder.write("laiwu/checks.lua", "this is no Lua");
  folder.write("_draft/pack.toml", "id = \"_draft\"\n");
  folder.write("broken/pack.toml", "id = ");
  const auto packs = RuleBook::list(folder.path());
  ASSERT_EQ(packs.size(), 2U);
  EXPECT_EQ(packs[0].id, "laiwu");
  EXPECT_EQ(packs[0].sha256.size(), 64U);
  EXPECT_EQ(packs[1].id, "national");
  EXPECT_TRUE(RuleBook::list(folder.path() + "/nowhere").empty());
}

TEST(PackList, TheHashFollowsEveryFile) {
  const PackFolder folder;
  const std::string before = RuleBook::list(folder.path())[0].sha256;
  EXPECT_EQ(RuleBook::list(folder.path())[0].sha256, before);
  folder.write("national/data/list.csv", "a,b\n");
  EXPECT_NE(RuleBook::list(folder.path())[0].sha256, before);
}

TEST(PackConventions, AreCollectedAlongTheChain) {
  const PackFolder folder;
  folder.write("national/report.lua", "convention '甲'\n");
  folder.add_pack("a");
  folder.write("a/report.lua", "convention '乙'\n");
  Loaded loaded = load(folder, "a");
  ASSERT_TRUE(loaded.book);
  EXPECT_EQ(loaded.book->conventions(), (std::vector<std::string>{"甲", "乙"}));
}

TEST(PackRuns, ListsOfOneRunCannotBeUsedInTheNext) {
  const PackFolder folder;
  folder.write(
      "national/checks.lua",
      "local kept\ncheck { code = 'T9-01', severity = 'note', title = '试', run = function(ctx, report)\n"
      "  if kept then return kept[1] end\n  kept = ctx.units\nend }\n");
  Loaded loaded = load(folder, "national");
  ASSERT_TRUE(loaded.book);
  const Figures figures = sound_figures();
  {
    const std::vector<UnitTables> units(3);
    RuleInput input;
    input.figures = &figures;
    input.unit_tables = &units;
    loaded.book->check(input, loaded.diagnostics);
  }
  RuleInput input;
  input.figures = &figures;
  loaded.book->check(input, loaded.diagnostics);
  EXPECT_EQ(brief(loaded.diagnostics), std::vector<std::string>{"M-02 error "});
}

}  // namespace
}  // namespace nianbao::test
