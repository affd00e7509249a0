// The list of the program's own codes against its sources and its manual.
#include "base/host_codes.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return content.str();
}

// The codes that stand as literals in a source; comments say codes, too, and some are only compared with.
std::set<std::string> codes_in(const std::string& source) {
  static const std::regex kComment("//[^\n]*|== \"[A-Z]+[0-9]?-[0-9]{2}\""),
      kCode("\"([A-Z]+[0-9]?-[0-9]{2})\"");
  const std::string code = std::regex_replace(source, kComment, "");
  std::set<std::string> codes;
  for (std::sregex_iterator hit(code.begin(), code.end(), kCode), end; hit != end; ++hit)
    codes.insert((*hit)[1]);
  return codes;
}

TEST(HostCodes, EveryCodeInTheSourcesIsInTheListAndNothingElse) {
  std::set<std::string> raised;
  for (const auto& entry : fs::recursive_directory_iterator(NIANBAO_SOURCE "/core")) {
    const std::string name = entry.path().filename().string();
    const bool is_source = name.ends_with(".cpp") || name.ends_with(".h");
    if (!is_source || name == "host_codes.cpp" || name == "english_rules.cpp") continue;
    raised.merge(codes_in(content_of(entry.path())));
  }
  std::set<std::string> listed;
  for (const HostCode& code : host_codes()) EXPECT_TRUE(listed.insert(code.code).second) << code.code;
  EXPECT_EQ(listed, raised);
}

TEST(HostCodes, TheManualExplainsEachOfThem) {
  const std::string manual = content_of(NIANBAO_SOURCE "/README.md");
  for (const HostCode& code : host_codes())
    EXPECT_NE(manual.find(std::string("| ") + code.code + " | "), std::string::npos) << code.code;
}

TEST(HostCodes, FindsByCode) {
  ASSERT_NE(find_host_code("R-01"), nullptr);
  EXPECT_EQ(find_host_code("R-01")->severity, Severity::error);
  EXPECT_EQ(find_host_code("T3-01"), nullptr) << "a rule in Lua";
  EXPECT_EQ(find_host_code(""), nullptr);
}

}  // namespace
}  // namespace nianbao
