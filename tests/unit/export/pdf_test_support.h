// Temporary folders, other programs, and pages in few words, for the tests of the PDF.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "export/pdf_fonts.h"
#include "layout/page.h"

namespace nianbao {

// Gone with everything in it when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "nianbao-pdf-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string path(const std::string& name = "") const { return name.empty() ? path_ : path_ + "/" + name; }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

 private:
  std::string path_;
};

inline std::string read_whole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Ran {
  int status = -1;
  std::string output;  // both streams
};

inline Ran run(const std::string& command) {
  Ran ran;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return ran;
  std::array<char, 4096> piece{};
  for (std::size_t got = 0; (got = fread(piece.data(), 1, piece.size(), pipe)) > 0;) {
    ran.output.append(piece.data(), got);
  }
  const int status = pclose(pipe);
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

inline bool has_program(const std::string& name) {
  return run("command -v " + name).status == 0;
}

// Skips, visibly, where the other program is not installed.
#define NEEDS_PROGRAM(name) \
  if (!has_program(name)) GTEST_SKIP() << "没有安装 " << (name)

inline PlacedText placed_text(const std::u32string& text, FontRole role = FontRole::fang, double y = 700) {
  PlacedText placed;
  placed.x = 80;
  placed.y = y;
  placed.role = role;
  placed.text = text;
  return placed;
}

inline PageSet one_page(const std::vector<PlacedText>& texts) {
  PageSet set;
  set.pages.emplace_back();
  set.pages.back().texts = texts;
  return set;
}

inline PdfInfo some_info() {
  return {"某区人民政府2024年政府信息公开工作年度报告", "某区人民政府", "2025-01-24", "nianbao 0.1.0"};
}

}  // namespace nianbao
