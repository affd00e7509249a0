#include "export/xlsx_file.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <stdexcept>

#include "xlsx_test_support.h"

namespace nianbao {
namespace {

std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

Document long_document() {
  std::vector<std::vector<CellValue>> rows;
  for (int i = 0; i < 3000; ++i) {
    rows.push_back({std::int64_t{i}, std::string("同样的一句话"), std::string("同样的一句话")});
  }
  return make_document({make_sheet("数据", {make_list("data", rows)}, true)});
}

TEST(ScratchFile, GivesBackWhatWasWrittenToItsPath) {
  const ScratchFile scratch;
  std::ofstream(scratch.path(), std::ios::binary) << "甲\nz";
  EXPECT_EQ(scratch.read(), "甲\nz");
}

TEST(WriteWholeFile, NamesTheReasonInChinese) {
  const TemporaryFolder folder;
  EXPECT_NE(message_of([] { write_whole_file("/dev/full", "x"); }).find("磁盘已满"), std::string::npos);
  EXPECT_NE(message_of([&] { write_whole_file(folder.file("none/a.xlsx"), "x"); }).find("文件夹不存在"),
            std::string::npos);
  EXPECT_NE(message_of([&] { write_whole_file(folder.file(""), "x"); }).find("文件夹"), std::string::npos);
  struct stat status {};
  EXPECT_EQ(stat("/dev/full", &status), 0) << "a device is never removed";
}

TEST(RequireCompletePackage, AcceptsAWorkbookAndNoPartOfIt) {
  const TemporaryFolder folder;
  write_xlsx(long_document(), folder.file("a.xlsx"));
  const std::string bytes = read_bytes(folder.file("a.xlsx"));
  EXPECT_NO_THROW(require_complete_package(bytes));
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, bytes.size() / 2, bytes.size() - 1}) {
    EXPECT_THROW(require_complete_package(bytes.substr(0, size)), std::runtime_error) << size;
  }
  std::string damaged = bytes;
  damaged[bytes.size() / 3] = static_cast<char>(damaged[bytes.size() / 3] ^ 0x55);
  EXPECT_THROW(require_complete_package(damaged), std::runtime_error);
}

// Runs `action` in a process of its own whose files may not exceed `bytes`; its exit status: 0 nothing
// thrown, 7 a runtime_error with a Chinese sentence.
int run_with_file_limit(rlim_t bytes, const std::function<void()>& action) {
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    const std::string message = message_of(action);
    _exit(message.empty() ? 0 : message.find("。") != std::string::npos ? 7 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// The sheet's own temporary file is larger than the limit, the packed workbook is not: libxlsxwriter reports
// success.
TEST(WriteXlsx, NoticesATemporaryFileThatWasCutShort) {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.xlsx");
  write_xlsx(long_document(), path);
  const auto packed = std::filesystem::file_size(path);
  std::filesystem::remove(path);
  EXPECT_EQ(run_with_file_limit(2 * packed, [&] { write_xlsx(long_document(), path); }), 7);
  EXPECT_FALSE(std::filesystem::exists(path));
  EXPECT_EQ(run_with_file_limit(64 * packed, [&] { write_xlsx(long_document(), path); }), 0);
}

TEST(WriteXlsx, RemovesAFileThatTheDiskCutShort) {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.bin");
  const std::string bytes(10000, 'x');
  EXPECT_EQ(run_with_file_limit(5000, [&] { write_whole_file(path, bytes); }), 7);
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(WriteXlsx, ThrowsOnAFullDiskAndAMissingFolder) {
  const Document document = make_document({make_sheet("三", {make_form()})});
  EXPECT_NE(message_of([&] { write_xlsx(document, "/dev/full"); }).find("磁盘已满"), std::string::npos);
  EXPECT_NE(message_of([&] { write_xlsx(document, "/nowhere/a.xlsx"); }).find("文件夹不存在"),
            std::string::npos);
}

}  // namespace
}  // namespace nianbao
