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
  d.place.file = entry;
  d.message = std::move(message);
  d.hint = fmt::format("见 report.toml 第 {} 行。{}", line, hint);
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
  for (const std::string& name : names) {
    if (fs::path(name).stem() == path.stem()) return "同一文件夹里有“" + name + "”，是不是它？";
  }
  const std::string* nearest = find_nearest(path.filename().string(), names);
  const bool is_alike = nearest && edit_distance(path.filename().string(), *nearest) <= 2;
  return is_alike ? "同一文件夹里有“" + *nearest + "”，是不是它？"
                  : "请核对 report.toml 里的文件名，路径相对于工作区文件夹";
}

// What report.toml names at `line`: a path relative to the workspace.
struct Wanted {
  const std::string& folder;  // of the workspace
  const std::string& name;
  std::int64_t line = 0;
  bool is_folder = false;
};

// Whether the workspace may read it; if not, why is reported.
bool may_read(const Wanted& wanted, Diagnostics& diagnostics) {
  const std::string& name = wanted.name;
  const fs::path path = fs::path(wanted.folder) / name;
  std::error_code error;
  const char* code = nullptr;
  std::string message;
  std::string hint;
  if (name.empty()) {
    code = "C-02";
    message = "文件名是空的";
    hint = "请写文件名；没有这个文件就删去这一行";
  } else if (fs::path(name).is_absolute() || !lies_in(wanted.folder, path)) {
    code = "L-11";
    message = fmt::format("“{}”不在工作区文件夹之内，没有读取", name);
    hint = "请把文件本身放进工作区，并写相对路径，例如 data/requests.csv";
  } else if (!fs::exists(path, error)) {
    code = "L-05";
    message = fmt::format("找不到文件“{}”", name);
    hint = hint_for_missing(path);
  } else if (wanted.is_folder && !fs::is_directory(path, error)) {
    code = "L-12";
    message = fmt::format("“{}”不是文件夹", name);
    hint = "请写文件夹的名称，里面放上年各部分的 .md 文件";
  } else if (!wanted.is_folder && !fs::is_regular_file(path, error)) {
    code = "L-12";
    message = fmt::format("“{}”是文件夹、管道或设备，不是文件", name);
    hint = fs::is_directory(path, error) ? "要读文件夹里的全部台账，请写 " + name + "/*.csv"
                                         : "请换成普通的文件";
  }
  if (code == nullptr) return true;
  diagnostics.add(file_fault(code, name, wanted.line, std::move(message), std::move(hint)));
  return false;
}

}  // namespace

std::optional<NamedFile> find_file(const std::string& folder, const std::string& name, std::int64_t line,
                                   Diagnostics& diagnostics) {
  if (!may_read({folder, name, line}, diagnostics)) return std::nullopt;
  return NamedFile{(fs::path(folder) / name).string(), name};
}

std::optional<std::vector<NamedFile>> find_text_folder(const std::string& folder, const std::string& name,
                                                       std::int64_t line, Diagnostics& diagnostics) {
  if (!may_read({folder, name, line, true}, diagnostics)) return std::nullopt;
  const std::vector<std::string> names = matches(folder, fs::path(name) / "*.md");
  if (names.empty()) {
    diagnostics.add(file_fault("L-05", name, line, fmt::format("文件夹“{}”里没有 .md 文件", name),
                               "请放进上年各部分的文字；没有上年的文字就删去这一行"));
    return std::nullopt;
  }
  std::vector<NamedFile> files;
  for (const std::string& each : names) {
    if (auto file = find_file(folder, each, line, diagnostics)) files.push_back(std::move(*file));
  }
  return files;
}

std::vector<LedgerFile> find_ledger_files(const std::string& folder, const std::string& entry,
                                          std::int64_t line, Diagnostics& diagnostics) {
  const std::size_t mark = entry.find('#');
  const std::string name = entry.substr(0, mark);
  const std::string sheet = mark == std::string::npos ? "" : entry.substr(mark + 1);
  std::vector<std::string> names{name};
  if (is_pattern(fs::path(name).filename().string())) {
    names = fs::path(name).is_absolute() || !lies_in(folder, fs::path(folder) / fs::path(name).parent_path())
                ? std::vector<std::string>{name}
                : matches(folder, name);
    if (names.empty()) {
      diagnostics.add(file_fault("L-05", entry, line, fmt::format("没有文件符合“{}”", entry),
                                 "请核对 report.toml 里的文件名，只有最后一段可以用 * 和 ?"));
    }
  }
  std::vector<LedgerFile> files;
  for (const std::string& each : names) {
    const auto file = find_file(folder, each, line, diagnostics);
    if (file) files.push_back({file->path, file->shown_name, sheet});
  }
  return files;
}

}  // namespace nianbao
