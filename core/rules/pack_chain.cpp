#include "rules/pack_chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/sha256.h"
#include "base/text.h"

namespace nianbao {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestScript = std::uintmax_t{1} << 20;
constexpr std::size_t kLongestChain = 8;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kCases = "cases/";

void report(Diagnostics& diagnostics, const std::string& file, std::string message, std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = "M-01";
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostic.place.file = file;
  diagnostics.add(std::move(diagnostic));
}

// Names of the folders that hold the pack of a place, sorted.
std::vector<std::string> folder_names(const std::string& plugins_folder) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(plugins_folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (is_pack_id(name) && !is_example_id(name) && fs::exists(entry.path() / "pack.toml", ignored))
      names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

// Paths of the regular files below the folder, relative, sorted by bytes. Links are not followed; the cases
// of the pack have no part in what it does.
std::vector<std::string> files_of(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
    if (entry.is_symlink(ignored) || !entry.is_regular_file(ignored)) continue;
    const std::string file = entry.path().lexically_relative(folder).generic_string();
    if (!starts_with(file, kCases)) files.push_back(file);
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string hash_of(const std::string& folder, const std::vector<std::string>& files) {
  std::string lines;
  for (const std::string& file : files) {
    lines += fmt::format("{}  {}\n", sha256_of_file(fmt::format("{}/{}", folder, file)).value_or("-"), file);
  }
  return sha256_hex(lines);
}

// Links, pipes and the like are not read; left unsaid, their checks would seem to have run. Names with a dot
// in front are left behind by editors.
void report_odd_scripts(const Pack& pack, Diagnostics& diagnostics) {
  std::vector<std::string> odd;
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(pack.folder, ignored)) {
    const std::string file = entry.path().lexically_relative(pack.folder).generic_string();
    const bool is_regular = !entry.is_symlink(ignored) && entry.is_regular_file(ignored);
    if (is_regular || entry.is_directory(ignored) || !ends_with(file, ".lua")) continue;
    if (entry.path().filename().string().front() != '.') odd.push_back(file);
  }
  std::sort(odd.begin(), odd.end());
  for (const std::string& file : odd) {
    report(diagnostics, pack.shown_folder + "/" + file, "Lua 文件是链接或不是普通文件，没有读取",
           "把文件本身放进规则包文件夹");
  }
}

// check.lua is never run; whoever wrote it meant checks.lua.
void report_misnamed(const Pack& pack, const std::string& file, Diagnostics& diagnostics) {
  static const std::map<std::string, std::string> kMeant = {{"field.lua", "fields.lua"},
                                                            {"check.lua", "checks.lua"},
                                                            {"reports.lua", "report.lua"},
                                                            {"task.lua", "tasks.lua"}};
  const auto meant = kMeant.find(file);
  if (meant == kMeant.end()) return;
  report(diagnostics, pack.shown_folder + "/" + file,
         fmt::format("“{}”不会运行，是不是“{}”？", file, meant->second),
         "改文件名；用 include 引入的，也换一个名称");
}

void read_scripts(Pack& pack, const std::vector<std::string>& files, Diagnostics& diagnostics) {
  for (const std::string& file : files) {
    if (!ends_with(file, ".lua")) continue;
    const std::string path = pack.folder + "/" + file;
    const std::string shown = pack.shown_folder + "/" + file;
    std::error_code error;
    if (fs::file_size(path, error) > kLargestScript || error) {
      report(diagnostics, shown, "Lua 文件超过 1 MiB，没有读取", "把它拆成几个文件，用 include 引入");
      continue;
    }
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream) {
      report(diagnostics, shown, "Lua 文件不能读取", "检查文件的权限");
      continue;
    }
    std::string code = content.str();
    if (starts_with(code, kByteOrderMark)) code.erase(0, kByteOrderMark.size());
    if (!is_valid_utf8(code)) {
      report(diagnostics, shown, "Lua 文件不是 UTF-8 编码，没有读取", "在编辑器里另存为 UTF-8");
      continue;
    }
    report_misnamed(pack, file, diagnostics);
    pack.scripts[file] = std::move(code);
  }
}

class ChainReader {
 public:
  ChainReader(const std::string& plugins_folder, Diagnostics& diagnostics)
      : root_(plugins_folder), diagnostics_(diagnostics) {
    fs::path path(plugins_folder);
    if (path.filename().empty()) path = path.parent_path();
    shown_root_ = path.filename().string();
  }

  std::optional<std::vector<Pack>> read(const std::string& locality) {
    std::vector<Pack> chain;
    std::string wanted_by;
    for (std::string id = locality; !id.empty(); id = chain.back().manifest.extends) {
      if (!may_follow(chain, id, wanted_by)) return std::nullopt;
      auto pack = read_pack(id, wanted_by);
      if (!pack) return std::nullopt;
      wanted_by = pack->shown_folder + "/pack.toml";
      chain.push_back(std::move(*pack));
    }
    if (chain.empty() || chain.back().manifest.id != "national") {
      report(diagnostics_, wanted_by, "规则包的链条没有接到 national",
             "在 pack.toml 写 extends = \"national\"");
      return std::nullopt;
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

 private:
  bool may_follow(const std::vector<Pack>& chain, const std::string& id, const std::string& wanted_by) {
    const auto again =
        std::find_if(chain.begin(), chain.end(), [&](const Pack& pack) { return pack.manifest.id == id; });
    if (again == chain.end() && chain.size() < kLongestChain) return true;
    std::string path;
    for (const Pack& pack : chain) path += pack.manifest.id + " → ";
    report(diagnostics_, wanted_by, fmt::format("规则包的 extends 绕成了圈或过长：{}{}", path, id),
           "改正其中一个 pack.toml 的 extends");
    return false;
  }

  std::optional<Pack> read_pack(const std::string& id, const std::string& wanted_by) {
    Pack pack;
    pack.folder = root_ + "/" + id;
    pack.shown_folder = shown_root_ + "/" + id;
    std::error_code ignored;
    if (!is_pack_id(id) || !fs::is_directory(pack.folder, ignored)) {
      report_missing(id, wanted_by);
      return std::nullopt;
    }
    const std::string manifest_name = pack.shown_folder + "/pack.toml";
    auto manifest = read_manifest(pack.folder + "/pack.toml", manifest_name, diagnostics_);
    if (!manifest) return std::nullopt;
    if (manifest->id != id) {
      report(diagnostics_, manifest_name,
             fmt::format("pack.toml 的 id“{}”与文件夹名“{}”不同", manifest->id, id), "使两者一致");
      return std::nullopt;
    }
    pack.manifest = std::move(*manifest);
    const auto files = files_of(pack.folder);
    pack.sha256 = hash_of(pack.folder, files);
    if (!pack.is_too_new()) {
      report_odd_scripts(pack, diagnostics_);
      read_scripts(pack, files, diagnostics_);
    }
    return pack;
  }

  void report_missing(const std::string& id, const std::string& wanted_by) {
    const auto known = folder_names(root_);
    const std::string* nearest = find_nearest(id, known);
    report(diagnostics_, wanted_by.empty() ? shown_root_ : wanted_by, fmt::format("没有名为“{}”的规则包", id),
           nearest != nullptr ? fmt::format("是不是“{}”？", *nearest)
                              : fmt::format("现有规则包：{}", fmt::join(known, "、")));
  }

  std::string root_;
  std::string shown_root_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<std::vector<Pack>> read_chain(const std::string& plugins_folder, const std::string& locality,
                                            Diagnostics& diagnostics) {
  return ChainReader(plugins_folder, diagnostics).read(locality);
}

std::vector<Pack> list_packs(const std::string& plugins_folder) {
  std::vector<Pack> packs;
  Diagnostics ignored;
  for (const std::string& name : folder_names(plugins_folder)) {
    Pack pack;
    pack.folder = fmt::format("{}/{}", plugins_folder, name);
    pack.shown_folder = pack.folder;
    auto manifest = read_manifest(fmt::format("{}/pack.toml", pack.folder), name, ignored);
    if (!manifest || manifest->id != name) continue;
    pack.manifest = std::move(*manifest);
    pack.sha256 = hash_of(pack.folder, files_of(pack.folder));
    packs.push_back(std::move(pack));
  }
  return packs;
}

}  // namespace nianbao
