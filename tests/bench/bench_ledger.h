// A request ledger for benchmarks: made by rule, the same in every run, with every feature that slows a
// reader down (aliases, quoted cells, several date forms) in about the share that real ledgers have.
#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace nianbao {

inline constexpr int kLedgerRows = 100000;

inline std::string ledger_row(int i) {
  static constexpr const char* kOutcomes[] = {"予以公开", "部分公开", "本机关不掌握相关政府信息",
                                              "保护第三方合法权益", "其他"};
  static constexpr const char* kApplicants[] = {"自然人", "自然人", "自然人", "商业企业", "其他"};
  const int month = 1 + i % 11;
  const int day = 1 + i % 28;
  const std::string received =
      i % 7 == 0 ? fmt::format("2024年{}月{}日", month, day) : fmt::format("2024-{:02}-{:02}", month, day);
  const char* quote = i % 20 == 0 ? "\"" : "";
  return fmt::format("2024-{:06},第{}局,{},{},网络,{}申请公开第{}号文件{},2024-{:02}-{:02},{}\n", i,
                     i % 40 + 1, kApplicants[i % 5], received, quote, i % 900, quote, month + 1, day,
                     kOutcomes[i / 3 % 5]);
}

inline std::string ledger_text(int rows) {
  std::string text = "申请编号,受理单位,申请人类型,收到日期,受理渠道,内容,答复日期,办理结果\n";
  for (int i = 0; i < rows; ++i) text += ledger_row(i);
  return text;
}

// A file of this process in the folder for temporary files; gone with the object.
class ScratchFile {
 public:
  ScratchFile(const std::string& name, const std::string& bytes)
      : path_(std::filesystem::temp_directory_path() / fmt::format("nianbao-bench-{}-{}", getpid(), name)) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~ScratchFile() { std::filesystem::remove(path_); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace nianbao
