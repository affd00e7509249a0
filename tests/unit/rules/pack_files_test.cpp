// What a pack's folder may hold: its files are counted before any is read, and only regular ones are.
#include "rules/pack_files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "base/sha256.h"
#include "unit/rules/attack_measure.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

class PackFilesTest : public testing::Test {
 protected:
  PackFilesTest() {
    packs_.add_pack("local", "prefix = 'LO'\n");
    packs_.write("national/checks.lua", check_source("A-01", "report { message = '还在运行' }"));
  }

  std::string folder() const { return packs_.path() + "/local"; }

  // The only M-01 of loading the chain.
  Diagnostic fault() const {
    Diagnostics diagnostics;
    RuleBook::load(packs_.path(), "local", diagnostics);
    const auto found = with_code(diagnostics, "M-01");
    EXPECT_EQ(found.size(), 1U) << testing::PrintToString(brief(diagnostics));
    return found.empty() ? Diagnostic() : found[0];
  }

  // The same within a second and 64 MiB.
  void expect_refused(const std::string& why) const {
    const Measured measured = in_child([&](Measured& m) {
      Diagnostics diagnostics;
      const double before = processor_seconds();
      m.others = RuleBook::load(packs_.path(), "local", diagnostics).has_value() ? 1 : 0;
      m.seconds = processor_seconds() - before;
      look_at(diagnostics, "M-01", m);
    });
    expect_small(measured);
    EXPECT_EQ(measured.attack_findings, 1);
    EXPECT_EQ(measured.others, 0);
    EXPECT_STREQ(measured.file, "plugins/local");
    EXPECT_NE(std::string(measured.message).find(why), std::string::npos) << measured.message;
  }

  PackFolder packs_;
};

TEST_F(PackFilesTest, TooManyFilesAreNotRead) {
  const std::string content = "-- " + std::string(900'000, 'x');
  for (int i = 0; i < 300; ++i) packs_.write("local/f" + std::to_string(i) + ".lua", content);
  expect_refused("多于 200 个，没有读取");
}

TEST_F(PackFilesTest, FoldersCountAsWell) {
  std::string deep = folder();
  for (int i = 0; i < 300; ++i) fs::create_directory(deep += "/d");
  expect_refused("多于 200 个");
}

TEST_F(PackFilesTest, AFileOfGigabytesIsNotHashed) {
  packs_.write("local/data.bin", "");
  fs::resize_file(folder() + "/data.bin", std::uintmax_t{2} << 30);  // sparse
  expect_refused("合计超过 16 MiB，没有读取");
  EXPECT_EQ(RuleBook::list(packs_.path()).size(), 1U);
}

TEST_F(PackFilesTest, CasesAndHiddenFilesHaveNoPartInIt) {
  packs_.write("local/checks.lua", "x = 1");
  const std::string before = hash_of(find_pack_files(folder()));
  for (int i = 0; i < 300; ++i) {
    packs_.write("local/cases/a/" + std::to_string(i), "x");
    packs_.write("local/.git/" + std::to_string(i), "x");
  }
  packs_.write("local/.checks.lua.swp", "x");
  const PackFiles files = find_pack_files(folder());
  EXPECT_EQ(files.files, (std::vector<std::string>{"checks.lua", "pack.toml"}));
  EXPECT_EQ(files.excess, "");
  EXPECT_EQ(hash_of(files), before);
}

TEST_F(PackFilesTest, TheHashIsOfEachFileInOrder) {
  packs_.write("local/b.lua", "2");
  packs_.write("local/a/c.lua", "3");
  fs::remove(folder() + "/pack.toml");
  EXPECT_EQ(hash_of(find_pack_files(folder())),
            sha256_hex(sha256_hex("3") + "  a/c.lua\n" + sha256_hex("2") + "  b.lua\n"));
}

TEST_F(PackFilesTest, LuaFilesAreReadUpToTwoMebibytes) {
  const std::string content = "-- " + std::string(700'000, 'x');
  for (const char* name : {"a.lua", "b.lua", "c.lua", "d.lua"})
    packs_.write(std::string("local/") + name, content);
  const Diagnostic found = fault();
  EXPECT_EQ(found.place.file, "plugins/local/c.lua");
  EXPECT_EQ(found.message, "规则包的 Lua 文件合计超过 2 MiB，从这个文件起没有读取");
}

TEST_F(PackFilesTest, AFolderWithTheNameOfAFileIsSaid) {
  fs::create_directory(folder() + "/checks.lua");
  const Diagnostic found = fault();
  EXPECT_EQ(found.place.file, "plugins/local/checks.lua");
  EXPECT_NE(found.message.find("不是普通文件，没有读取"), std::string::npos) << found.message;
}

TEST_F(PackFilesTest, PipesAreSaidAndNotOpened) {
  ASSERT_EQ(mkfifo((folder() + "/holidays.csv").c_str(), 0600), 0);
  EXPECT_EQ(fault().place.file, "plugins/local/holidays.csv");
}

TEST_F(PackFilesTest, LinksOutOfThePackAreSaidAndNotFollowed) {
  fs::create_directory(packs_.path() + "/../outside");
  std::ofstream(packs_.path() + "/../outside/a.lua") << "x = 1";
  fs::create_directory_symlink(packs_.path() + "/../outside", folder() + "/linked");
  EXPECT_EQ(fault().place.file, "plugins/local/linked");
  EXPECT_EQ(find_pack_files(folder()).files, std::vector<std::string>{"pack.toml"});
}

TEST_F(PackFilesTest, AManifestThatIsALinkIsNotRead) {
  fs::rename(folder() + "/pack.toml", packs_.path() + "/../pack.toml");
  fs::create_symlink(packs_.path() + "/../pack.toml", folder() + "/pack.toml");
  EXPECT_NE(fault().message.find("pack.toml 是链接"), std::string::npos);
}

}  // namespace
}  // namespace nianbao::test
