#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "reporter/workspace.h"

namespace nianbao {

namespace fs = std::filesystem;

namespace {

Diagnostic file_fault(const char* code, const std::string& entry, std::int64_t line, std::string message,
                      std::string hint) {
  Diagnostic d;
  d.code = code;
  d.place.file = "report.toml";
  d.place.row = line;
  d.left = entry;
  d.message = std::move(message);
  d.hint = std::move(hint);
  return d;
}

// Whether `path`, with links followed, lies in `root` (both need not exist).
bool lies_in(const fs::path& root, const fs::path& path) {
  std::error_code error;
  const fs::path real_root = fs::weakly_canonical(root, error);
  if (error) return false;
  const fs::path real_path = fs::weakly_canonical(path, error);
  if (error) return false;
  const auto [at, rest] =
      std::mismatch(real_root.begin(), real_root.end(), real_path.begin(), real_path.end());
  return at == real_root.end();
}

bool is_pattern(const std::string& name) {
  return name.find_first_of("*?") != std::string::npos;
}

// The files of the pattern's folder whose names match, in order of their names. Only the last part may be a
// pattern.
std::vector<std::string> matches(const fs::path& root, const fs::path& pattern) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(root / pattern.parent_path(), error)) {
    const std::string name = entry.path().filename().string();
    const bool is_hidden = starts_with(name, ".") || starts_with(name, "~$");
    if (!is_hidden && fnmatch(pattern.filename().c_str(), name.c_str(), 0) == 0) {
      names.push_back((pattern.parent_path() / name).string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string hint_for_missing(const fs::path& path) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(path.parent_path(), error)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  const std::string* nearest = find_nearest(path.filename().string(), names);
  const bool is_alike = nearest && edit_distance(path.filename().string(), *nearest) <= 2;
  return is_alike ? "同一文件夹里有“" + *nearest + "”，是不是它？"
                  : "请核对 report.toml 里的文件名，路径相对于工作区文件夹";
}

}  // namespace

std::vector<LedgerFile> find_files(const std::string& folder, const std::string& entry, std::int64_t line,
                                   Diagnostics& diagnostics) {
  const std::size_t mark = entry.find('#');
  const std::string name = entry.substr(0, mark);
  const std::string sheet = mark == std::string::npos ? "" : entry.substr(mark + 1);
  const fs::path relative(name);
  if (relative.is_absolute() || !lies_in(folder, fs::path(folder) / relative)) {
    diagnostics.add(file_fault("L-11", entry, line, fmt::format("“{}”不在工作区文件夹之内，没有读取", entry),
                               "请把文件放进工作区，并写相对路径，例如 data/requests.csv"));
    return {};
  }
  std::vector<std::string> names{name};
  if (is_pattern(relative.filename().string())) names = matches(folder, relative);
  std::vector<LedgerFile> files;
  for (const std::string& each : names) {
    const fs::path path = fs::path(folder) / each;
    std::error_code error;
    if (!fs::exists(path, error)) {
      diagnostics.add(
          file_fault("L-05", entry, line, fmt::format("找不到文件“{}”", each), hint_for_missing(path)));
    } else if (!lies_in(folder, path)) {
      diagnostics.add(file_fault("L-11", entry, line, fmt::format("“{}”指到工作区文件夹之外，没有读取", each),
                                 "请把文件本身放进工作区，不用链接"));
    } else {
      files.push_back({path.string(), each, sheet});
    }
  }
  if (names.empty()) {
    diagnostics.add(file_fault("L-05", entry, line, fmt::format("没有文件符合“{}”", entry),
                               "请核对 report.toml 里的文件名，只有最后一段可以用 * 和 ?"));
  }
  return files;
}

}  // namespace nianbao
