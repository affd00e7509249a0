#include "export/xlsx_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>

namespace nianbao {

namespace {

std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "文件夹不存在";
    case EACCES:
    case EPERM:
      return "没有写入的权限";
    case ENOSPC:
    case EDQUOT:
      return "磁盘已满";
    case EFBIG:
      return "文件超过允许的大小";
    case EROFS:
      return "磁盘是只读的";
    case EISDIR:
      return "这是一个文件夹";
    case ENOTDIR:
      return "路径中有一段不是文件夹";
    default:
      return std::strerror(error);
  }
}

[[noreturn]] void fail(const std::string& path, int error) {
  throw std::runtime_error(fmt::format("无法写入文件“{}”：{}。", path, reason(error)));
}

// 0, or the error that stopped it.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

bool is_regular(int file) {
  struct stat status {};
  return fstat(file, &status) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

ScratchFile::ScratchFile() {
  file_ = memfd_create("workbook", MFD_CLOEXEC);
  path_ = fmt::format("/proc/self/fd/{}", file_);
  if (file_ >= 0 && access(path_.c_str(), W_OK) == 0) return;
  if (file_ >= 0) close(file_);
  std::error_code error;
  path_ = (std::filesystem::temp_directory_path(error) / "nianbao-XXXXXX").string();
  file_ = mkostemp(path_.data(), O_CLOEXEC);
  if (file_ < 0) fail(path_, errno);
  is_named_ = true;
}

ScratchFile::~ScratchFile() {
  if (is_named_) unlink(path_.c_str());
  close(file_);
}

std::string ScratchFile::read() const {
  std::string bytes;
  struct stat status {};
  if (fstat(file_, &status) != 0) fail(path_, errno);
  bytes.resize(static_cast<std::size_t>(status.st_size));
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got = pread(file_, bytes.data() + have, bytes.size() - have, static_cast<off_t>(have));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail(path_, got < 0 ? errno : EIO);
    have += static_cast<std::size_t>(got);
  }
  return bytes;
}

void write_whole_file(const std::string& path, std::string_view bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) fail(path, errno);
  const bool removable = is_regular(file);
  int error = write_all(file, bytes);
  // Some file systems say only now that there was no room.
  if (close(file) != 0 && error == 0 && errno != EINTR) error = errno;
  if (error == 0) return;
  if (removable) unlink(path.c_str());
  fail(path, error);
}

}  // namespace nianbao
