// A workbook on its way to the disk. libxlsxwriter collects each part in a temporary file and does not notice
// when that file is cut short on a full disk; so the finished package is written to memory first, proved
// complete, and only then copied to its place.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// A place to write a file that nobody else sees: in memory, or in the folder for temporary files where the
// system offers no such memory.
class ScratchFile {
 public:
  ScratchFile();
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  const std::string& path() const { return path_; }
  std::string read() const;

 private:
  int file_ = -1;
  bool is_named_ = false;
  std::string path_;
};

// Throws std::runtime_error when a part of the zip package is damaged or ends before its root element does.
void require_complete_package(std::string_view bytes);

// Throws std::runtime_error with the path and the reason, in Chinese. A file cut short is removed.
void write_whole_file(const std::string& path, std::string_view bytes);

}  // namespace nianbao
