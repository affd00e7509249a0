#include "export/pdf_font_scan.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "export/pdf_export.h"

namespace nianbao {
namespace {

constexpr int kDeepest = 12;

using FileIdentity = std::pair<dev_t, ino_t>;

bool has_font_ending(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kEndings = {".ttf", ".otf", ".ttc", ".otc"};
  if (name.size() < 5) return false;
  const std::string ending = small_letters(std::string(name.substr(name.size() - 4)));
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

class FontWalk {
 public:
  void visit(const std::string& path, int depth) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return;
    if (!seen_.insert({status.st_dev, status.st_ino}).second) return;
    if (S_ISREG(status.st_mode)) files_.push_back(path);
    if (S_ISDIR(status.st_mode) && depth < kDeepest) visit_folder(path, depth);
  }

  std::vector<std::string> take() { return std::move(files_); }

 private:
  void visit_folder(const std::string& folder, int depth) {
    std::vector<std::string> paths;
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
      const std::string name = entry->path().filename().string();
      std::error_code unknown;
      const bool wanted = has_font_ending(name) || entry->is_directory(unknown);
      if (wanted && name.front() != '.') paths.push_back(entry->path().string());
    }
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) visit(path, depth + 1);
  }

  std::set<FileIdentity> seen_;
  std::vector<std::string> files_;
};

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

std::vector<std::string> find_font_files(const std::vector<std::string>& places) {
  FontWalk walk;
  for (const std::string& place : places) walk.visit(place, 0);
  return walk.take();
}

std::vector<std::string> default_font_folders() {
  const std::string home = environment("HOME"), data = environment("XDG_DATA_HOME");
  std::vector<std::string> folders = {environment("NIANBAO_FONTS")};
  if (!data.empty()) folders.push_back(data + "/fonts");
  if (!home.empty()) {
    folders.push_back(home + "/.local/share/fonts");
    folders.push_back(home + "/.fonts");
  }
  for (const char* folder :
       {"/usr/local/share/fonts", "/usr/share/fonts", "/usr/share/texmf/fonts/opentype",
        "/usr/share/texmf/fonts/truetype", "/usr/share/texlive/texmf-dist/fonts/opentype",
        "/usr/share/texlive/texmf-dist/fonts/truetype"}) {
    folders.emplace_back(folder);
  }
  std::error_code error;
  std::erase_if(folders, [&](const std::string& folder) {
    return folder.empty() || !std::filesystem::is_directory(folder, error);
  });
  return folders;
}

}  // namespace nianbao
