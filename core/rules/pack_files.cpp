#include "rules/pack_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/sha256.h"
#include "base/text.h"

namespace nianbao {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostEntries = 200;                          // files, links and folders
constexpr std::uintmax_t kLargestPack = std::uintmax_t{16} << 20;  // bytes of all files
constexpr std::size_t kLargestScript = std::size_t{1} << 20;       // of one Lua file
constexpr std::size_t kLargestScripts = std::size_t{2} << 20;      // of all of them
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kCases = "cases";

// A folder that should be a file.
bool is_named_as_file(const std::string& path) {
  return ends_with(path, ".lua") || ends_with(path, ".csv") || ends_with(path, ".toml");
}

class Finder {
 public:
  explicit Finder(const std::string& folder) { found_.folder = folder; }

  PackFiles find() {
    std::error_code error;
    const auto options = fs::directory_options::skip_permission_denied;
    fs::recursive_directory_iterator entry(found_.folder, options, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      const std::string path = entry->path().lexically_relative(found_.folder).generic_string();
      if (path == kCases || entry->path().filename().string().front() == '.') {
        entry.disable_recursion_pending();
        continue;
      }
      if (++entries_ > kMostEntries) {
        found_.excess = fmt::format("规则包的文件（连同文件夹）多于 {} 个", kMostEntries);
        break;
      }
      take(*entry, path);
    }
    if (found_.excess.empty() && bytes_ > kLargestPack)
      found_.excess = fmt::format("规则包的文件合计超过 {} MiB", kLargestPack >> 20);
    std::sort(found_.files.begin(), found_.files.end());
    std::sort(found_.odd.begin(), found_.odd.end());
    return std::move(found_);
  }

 private:
  void take(const fs::directory_entry& entry, const std::string& path) {
    std::error_code error;
    const auto type = entry.symlink_status(error).type();
    if (type == fs::file_type::regular) {
      const std::uintmax_t size = entry.file_size(error);
      if (!error) bytes_ += std::min(size, kLargestPack + 1);
      found_.files.push_back(path);
    } else if (type != fs::file_type::directory || is_named_as_file(path)) {
      found_.odd.push_back(path);
    }
  }

  PackFiles found_;
  std::size_t entries_ = 0;
  std::uintmax_t bytes_ = 0;
};

// check.lua is never run; whoever wrote it meant checks.lua.
void report_misnamed(const std::string& shown, const std::string& file, Diagnostics& diagnostics) {
  static const std::map<std::string, std::string> kMeant = {{"field.lua", "fields.lua"},
                                                            {"check.lua", "checks.lua"},
                                                            {"reports.lua", "report.lua"},
                                                            {"task.lua", "tasks.lua"}};
  const auto meant = kMeant.find(file);
  if (meant == kMeant.end()) return;
  report_pack_fault(diagnostics, shown + "/" + file,
                    fmt::format("“{}”不会运行，是不是“{}”？", file, meant->second),
                    "改文件名；用 include 引入的，也换一个名称");
}

// Empty with M-01 reported where it is not to be used.
std::optional<std::string> code_of(const std::string& path, const std::string& shown,
                                   Diagnostics& diagnostics) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error || size > kLargestScript) {
    report_pack_fault(diagnostics, shown, fmt::format("Lua 文件超过 {} MiB，没有读取", kLargestScript >> 20),
                      "把它拆成几个文件，用 include 引入");
    return std::nullopt;
  }
  std::ifstream stream(path, std::ios::binary);
  std::string code(static_cast<std::size_t>(size), '\0');
  if (!stream || !stream.read(code.data(), static_cast<std::streamsize>(code.size()))) {
    report_pack_fault(diagnostics, shown, "Lua 文件不能读取", "检查文件的权限");
    return std::nullopt;
  }
  if (starts_with(code, kByteOrderMark)) code.erase(0, kByteOrderMark.size());
  if (is_valid_utf8(code)) return code;
  report_pack_fault(diagnostics, shown, "Lua 文件不是 UTF-8 编码，没有读取", "在编辑器里另存为 UTF-8");
  return std::nullopt;
}

}  // namespace

PackFiles find_pack_files(const std::string& folder) {
  return Finder(folder).find();
}

std::string hash_of(const PackFiles& files) {
  std::string lines;
  for (const std::string& file : files.files)
    lines += fmt::format("{}  {}\n", sha256_of_file(files.folder + "/" + file).value_or("-"), file);
  return sha256_hex(lines);
}

PackScripts read_scripts(const PackFiles& files, const std::string& shown, Diagnostics& diagnostics) {
  for (const std::string& path : files.odd) {
    report_pack_fault(diagnostics, shown + "/" + path, "这里是链接、文件夹或管道，不是普通文件，没有读取",
                      "把文件本身放进规则包文件夹；不用的删去");
  }
  PackScripts scripts;
  std::size_t bytes = 0;
  for (const std::string& file : files.files) {
    if (!ends_with(file, ".lua")) continue;
    const std::string shown_file = shown + "/" + file;
    auto code = code_of(files.folder + "/" + file, shown_file, diagnostics);
    if (!code) continue;
    bytes += code->size();
    if (bytes > kLargestScripts) {
      report_pack_fault(
          diagnostics, shown_file,
          fmt::format("规则包的 Lua 文件合计超过 {} MiB，从这个文件起没有读取", kLargestScripts >> 20),
          "数据放在台账里，不要写成 Lua");
      break;
    }
    report_misnamed(shown, file, diagnostics);
    scripts[file] = std::make_shared<const std::string>(std::move(*code));
  }
  return scripts;
}

void report_pack_fault(Diagnostics& diagnostics, const std::string& file, std::string message,
                       std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = "M-01";
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostic.place.file = file;
  diagnostics.add(std::move(diagnostic));
}

}  // namespace nianbao
