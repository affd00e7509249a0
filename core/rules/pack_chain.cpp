#include "rules/pack_chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/text.h"

namespace nianbao {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestChain = 8;
constexpr const char* kReport = "report.lua";

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
      report_pack_fault(diagnostics_, wanted_by, "规则包的链条没有接到 national",
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
    report_pack_fault(diagnostics_, wanted_by, fmt::format("规则包的 extends 绕成了圈或过长：{}{}", path, id),
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
      report_pack_fault(diagnostics_, manifest_name,
                        fmt::format("pack.toml 的 id“{}”与文件夹名“{}”不同", manifest->id, id), "使两者一致");
      return std::nullopt;
    }
    pack.manifest = std::move(*manifest);
    const PackFiles files = find_pack_files(pack.folder);
    if (!files.excess.empty()) {
      report_pack_fault(diagnostics_, pack.shown_folder, files.excess + "，没有读取",
                        "规则包的文件夹里只放规则包的文件；用例放在 cases 里");
      return std::nullopt;
    }
    pack.sha256 = hash_of(files);
    if (pack.is_too_new()) return pack;
    pack.scripts = read_scripts(files, pack.shown_folder, diagnostics_);
    pack.report_is_unread = has_report(files) && pack.scripts.count(kReport) == 0;
    return pack;
  }

  static bool has_report(const PackFiles& files) {
    return std::count(files.files.begin(), files.files.end(), kReport) +
               std::count(files.odd.begin(), files.odd.end(), kReport) >
           0;
  }

  void report_missing(const std::string& id, const std::string& wanted_by) {
    const auto known = folder_names(root_);
    const std::string* nearest = find_nearest(id, known);
    report_pack_fault(diagnostics_, wanted_by.empty() ? shown_root_ : wanted_by,
                      fmt::format("没有名为“{}”的规则包", id),
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
    const PackFiles files = find_pack_files(pack.folder);
    if (!files.excess.empty()) continue;
    pack.sha256 = hash_of(files);
    packs.push_back(std::move(pack));
  }
  return packs;
}

}  // namespace nianbao
