#include <filesystem>

#include "reporter/reporter.h"

namespace nianbao {

std::string default_plugins_folder() {
  namespace fs = std::filesystem;
  std::error_code error;
  // The nearest folder at or above the program's own that holds plugins/national.
  fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  while (!error && !folder.empty()) {
    if (fs::is_directory(folder / "plugins" / "national", error)) return (folder / "plugins").string();
    if (folder == folder.root_path()) break;
    folder = folder.parent_path();
    error.clear();
  }
  return {};
}

}  // namespace nianbao
