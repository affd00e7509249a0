// `locality new`: the pack `_example` under another name. Its id, its name and the prefix of its codes are
// replaced in every file; nothing is left behind when a file cannot be written.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "reporter/draft.h"
#include "reporter/locality.h"
#include "rules/manifest.h"

namespace nianbao {

namespace {

namespace fs = std::filesystem;

constexpr const char* kExample = "_example";
constexpr const char* kExampleName = "示例县";
constexpr const char* kExamplePrefix = "EX";
constexpr std::size_t kLongestPrefix = 8;
constexpr std::size_t kLongestName = 40;  // characters

// Capital letters of the id, as few as no other pack uses.
std::string free_prefix(const std::string& id, const std::vector<std::string>& taken) {
  std::string letters;
  for (char c : id) {
    if (c >= 'a' && c <= 'z') letters.push_back(static_cast<char>(c - 'a' + 'A'));
  }
  for (std::size_t size = 2; size <= std::min(letters.size(), kLongestPrefix); ++size) {
    std::string prefix = letters.substr(0, size);
    if (std::find(taken.begin(), taken.end(), prefix) == taken.end()) return prefix;
  }
  return "";
}

bool is_prefix(const std::string& text) {
  return text.size() >= 2 && text.size() <= kLongestPrefix &&
         text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
}

// It stands in Lua, TOML and csv: nothing that ends a text there.
bool is_plain_name(const std::string& name) {
  return is_valid_utf8(name) && count_characters(name) <= kLongestName &&
         name.find_first_of("\"'\\,\r\n\t") == std::string::npos;
}

// The base that the example names is replaced with its whole line, so that no other word is touched.
std::string renamed(std::string text, const NewLocality& wanted) {
  text = replace_all(std::move(text), kExample, wanted.id);
  text = replace_all(std::move(text), kExampleName, wanted.name);
  text = replace_all(std::move(text), fmt::format("{}-", kExamplePrefix), wanted.prefix + "-");
  text = replace_all(std::move(text), fmt::format("prefix = \"{}\"", kExamplePrefix),
                     fmt::format("prefix = \"{}\"", wanted.prefix));
  return replace_all(std::move(text), "extends = \"national\"",
                     fmt::format("extends = \"{}\"", wanted.extends));
}

bool copy_renamed(const fs::path& from, const fs::path& to, const NewLocality& wanted) {
  std::ifstream source(from, std::ios::binary);
  std::ostringstream content;
  content << source.rdbuf();
  std::ofstream target(to, std::ios::binary);
  target << renamed(content.str(), wanted);
  target.close();
  return source.is_open() && target.good();
}

// False when one file cannot be copied.
bool copy_pack(const fs::path& from, const fs::path& to, const NewLocality& wanted) {
  std::error_code error;
  fs::create_directories(to, error);
  for (const auto& entry : fs::directory_iterator(from, error)) {
    const fs::path target = to / entry.path().filename();
    const bool copied = entry.is_directory() ? copy_pack(entry.path(), target, wanted)
                                             : copy_renamed(entry.path(), target, wanted);
    if (!copied) return false;
  }
  return !error;
}

// Fills in what the order leaves open; gives the sentence that says what cannot be.
std::optional<std::string> complete(NewLocality& wanted, const std::vector<PackInfo>& packs) {
  std::vector<std::string> prefixes;
  for (const PackInfo& pack : packs) prefixes.push_back(pack.prefix);
  if (!is_pack_id(wanted.id) || is_example_id(wanted.id)) {
    return fmt::format("“{}”不能作规则包的名称：只用小写字母、数字和连字符，例如 laiwu", wanted.id);
  }
  if (wanted.name.empty()) wanted.name = wanted.id;
  if (!is_plain_name(wanted.name)) return "--name：地方的名称至多 40 个字，不能有引号、逗号、反斜线和换行";
  if (wanted.prefix.empty()) wanted.prefix = free_prefix(wanted.id, prefixes);
  if (!is_prefix(wanted.prefix)) return "请用 --prefix 写编号前缀：二至八个大写字母，例如 LW";
  if (std::find(prefixes.begin(), prefixes.end(), wanted.prefix) != prefixes.end()) {
    return fmt::format("编号前缀“{}”已有规则包在用，请用 --prefix 另写一个", wanted.prefix);
  }
  return std::nullopt;
}

// Under a hidden name first: a pack stands whole or not at all.
bool place_pack(const fs::path& folder, const NewLocality& wanted) {
  const fs::path hidden = folder.parent_path() / fmt::format(".{}.new", wanted.id);
  std::error_code error;
  if (copy_pack(folder.parent_path() / kExample, hidden, wanted)) {
    fs::rename(hidden, folder, error);
    if (!error) return true;
  }
  fs::remove_all(hidden, error);
  return false;
}

}  // namespace

LocalityReport create_locality(const NewLocality& request, const Setup& setup) {
  NewLocality wanted = request;
  const fs::path folder = fs::path(setup.plugins_folder) / wanted.id;
  std::error_code error;
  if (is_pack_id(wanted.id) && fs::exists(folder, error)) {
    return {refused(fmt::format("已经有“{}”，没有改动", folder.string())), {}};
  }
  if (const auto unknown = unknown_locality(wanted.extends, setup.plugins_folder)) {
    return {refused(fmt::format("--extends：{}，{}", unknown->reason, unknown->hint)), {}};
  }
  if (auto why = complete(wanted, RuleBook::list(setup.plugins_folder)))
    return {refused(std::move(*why)), {}};
  if (!place_pack(folder, wanted)) {
    return {refused(fmt::format("不能建立“{}”：检查规则包文件夹能不能写，里面有没有 {}", folder.string(),
                                kExample)),
            {}};
  }
  return {
      Outcome(),
      {fmt::format("已建立 {}（{}，编号 {}-01 起，在 {} 之后）", folder.string(), wanted.name, wanted.prefix,
                   wanted.extends),
       fmt::format("先运行 nianbao locality test {} --accept 记下用例的结果，再改 checks.lua 和 report.lua",
                   wanted.id)}};
}

}  // namespace nianbao
