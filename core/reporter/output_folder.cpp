#include "reporter/output_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>

namespace nianbao {

namespace fs = std::filesystem;

namespace {

constexpr const char* kHiddenName = ".nianbao-";

std::string reason(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return "没有写入权限";
    case ENOSPC:
    case EDQUOT:
      return "磁盘已满";
    case EROFS:
      return "磁盘是只读的";
    case ENOENT:
    case EINVAL:
      return "没有这个位置";
    case ENOTDIR:
    case EEXIST:
      return "同名的不是文件夹";
    default:
      return std::strerror(error);
  }
}

// Creates a hidden folder that no other run uses.
std::string make_hidden(const std::string& folder) {
  std::string path = folder + "/" + kHiddenName + "XXXXXX";
  return mkdtemp(path.data()) ? path : std::string();
}

void flush_to_disk(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool is_flushed = file >= 0 && fsync(file) == 0;
  const int error = errno;
  if (file >= 0) close(file);
  if (!is_flushed)
    throw OutputError{3, fmt::format("写“{}”时中断：{}", fs::path(path).filename().string(), reason(error))};
}

}  // namespace

OutputFolder::OutputFolder(std::string folder) : folder_(std::move(folder)) {
  std::error_code error;
  created_ = !fs::exists(folder_, error);
  fs::create_directories(folder_, error);
  if (!error) hidden_ = make_hidden(folder_);
  if (error || hidden_.empty()) {
    throw OutputError{
        2, fmt::format("输出文件夹“{}”不能写入：{}", folder_, reason(error ? error.value() : errno))};
  }
}

OutputFolder::~OutputFolder() {
  std::error_code error;
  fs::remove_all(hidden_, error);
  if (created_) fs::remove(folder_, error);  // succeeds only when nothing was committed
}

void OutputFolder::require_no_folder(const std::string& name) const {
  std::error_code error;
  const fs::path target = fs::path(folder_) / name;
  if (fs::is_directory(target, error)) {
    throw OutputError{2, fmt::format("“{}”是一个文件夹，报告不能写到这里，请先移开", target.string())};
  }
}

std::string OutputFolder::stage(const std::string& name) {
  require_no_folder(name);
  staged_.push_back(name);
  return hidden_ + "/" + name;
}

void OutputFolder::write(const std::string& name, const std::string& bytes) {
  const std::string path = stage(name);
  const std::unique_ptr<FILE, int (*)(FILE*)> file(std::fopen(path.c_str(), "wb"),
                                                   [](FILE* f) { return f ? std::fclose(f) : 0; });
  const bool is_written = file && std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
                          std::fflush(file.get()) == 0;
  if (!is_written) throw OutputError{3, fmt::format("写“{}”时中断：{}", name, reason(errno))};
}

void OutputFolder::commit(const std::vector<std::string>& stale) {
  for (const std::string& name : staged_) flush_to_disk(hidden_ + "/" + name);
  for (const std::string& name : staged_) {
    std::error_code error;
    fs::rename(hidden_ + "/" + name, fs::path(folder_) / name, error);
    if (error) throw OutputError{3, fmt::format("写“{}”时中断：{}", name, reason(error.value()))};
  }
  staged_.clear();
  for (const std::string& name : stale) {
    std::error_code error;
    fs::remove(fs::path(folder_) / name, error);
    if (error) throw OutputError{3, fmt::format("旧文件“{}”不能删除：{}", name, reason(error.value()))};
  }
}

}  // namespace nianbao
