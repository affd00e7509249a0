#include "intake/xlsx_package.h"

#include <Poco/Exception.h>
#include <Poco/Zip/SkipCallback.h>
#include <Poco/Zip/ZipArchive.h>
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <optional>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr int kMaxParts = 20000;
constexpr int kManyParts = 0xFFFF;  // the end record leaves the number to the one of large archives
// A part that unpacks to more than kSuspectBytes at over kMaxRatio to one holds nothing but repetition.
constexpr std::uint64_t kSuspectBytes = 64 * kMebibyte;
constexpr std::uint64_t kMaxRatio = 300;

// Walks over the parts without unpacking them.
class Directory : public Poco::Zip::SkipCallback {
 public:
  bool handleZipEntry(std::istream& stream, const Poco::Zip::ZipLocalFileHeader& header) override {
    if (++parts_ > kMaxParts) throw Poco::RangeException("parts");
    return SkipCallback::handleZipEntry(stream, header);
  }
  bool is_overfull() const { return parts_ > kMaxParts; }

 private:
  int parts_ = 0;
};

// How many parts the end record of the directory counts; empty when the file was cut and has none.
std::optional<int> count_listed_parts(const std::string& path) {
  static constexpr std::size_t kRecord = 22;
  static constexpr std::size_t kLongest = kRecord + 0xFFFF;  // with the longest comment
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::size_t>(std::max<std::streamoff>(file.tellg(), 0));
  std::string tail(std::min(size, kLongest), '\0');
  file.seekg(static_cast<std::streamoff>(size - tail.size()));
  file.read(tail.data(), static_cast<std::streamsize>(tail.size()));
  const std::size_t at = tail.rfind(std::string_view("PK\x05\x06", 4));
  if (at == std::string::npos || at + kRecord > tail.size()) return std::nullopt;
  return static_cast<unsigned char>(tail[at + 10]) + 256 * static_cast<unsigned char>(tail[at + 11]);
}

std::string part_key(std::string_view name) {
  std::string key = small_letters(std::string(name));
  std::replace(key.begin(), key.end(), '\\', '/');
  key.erase(0, key.find_first_not_of('/'));
  return key;
}

}  // namespace

std::unique_ptr<XlsxPackage> XlsxPackage::open(const std::string& path, XlsxReport& report) {
  std::unique_ptr<XlsxPackage> package(new XlsxPackage(path));
  return package->read_directory(report) ? std::move(package) : nullptr;
}

bool XlsxPackage::read_directory(XlsxReport& report) {
  const char* const again = "请重新取得完整的文件，或用 Excel、WPS 打开修复后另存为 .xlsx";
  Directory directory;
  try {
    std::ifstream file(path_, std::ios::binary);
    const Poco::Zip::ZipArchive archive(file, directory);
    const std::optional<int> listed = count_listed_parts(path_);
    const auto found = std::distance(archive.headerBegin(), archive.headerEnd());
    if (!listed || (*listed != kManyParts && *listed != found))
      return report.fail("L-09", "文件不完整：工作簿末尾的目录缺失或与内容不符，多半是复制或下载时被截断",
                         again);
    for (auto part = archive.headerBegin(); part != archive.headerEnd(); ++part) {
      if (part->second.isEncrypted())
        return report.fail("L-08", "文件已加密，没有密码不能读取", "请用原软件打开，取消密码后另存为 .xlsx");
      if (!part->second.isFile()) continue;
      Poco::Zip::ZipLocalFileHeader& kept = parts_.emplace(part_key(part->first), part->second).first->second;
      // Writers that stream leave the sizes out of the part's own header. The directory has them, so the end
      // of the part need not be searched byte by byte.
      if (kept.getCompressedSize() > 0) kept.setSearchCRCAndSizesAfterData(false);
    }
  } catch (const std::exception&) {
    if (directory.is_overfull())
      return report.fail("L-10", fmt::format("压缩包里的部件超过 {} 个，这不像是表格", kMaxParts),
                         "请核对文件；表格请用 Excel 或 WPS 另存为 .xlsx");
    return report.fail("L-09", "文件已损坏：按 .xlsx 的压缩结构无法读出目录", again);
  }
  return true;
}

bool XlsxPackage::has(std::string_view name) const {
  return parts_.contains(part_key(name));
}

bool XlsxPackage::has_folder(std::string_view prefix) const {
  const auto part = parts_.lower_bound(std::string(prefix));
  return part != parts_.end() && starts_with(part->first, prefix);
}

std::unique_ptr<XlsxPart> XlsxPackage::open_part(std::string_view name, XlsxReport& report) const {
  const auto found = parts_.find(part_key(name));
  if (found == parts_.end()) {
    report.fail("L-09", fmt::format("工作簿缺少部件 {}，文件不完整", name),
                "请重新取得完整的文件，或用 Excel、WPS 打开修复后另存为 .xlsx");
    return nullptr;
  }
  const Poco::Zip::ZipLocalFileHeader& header = found->second;
  if (!header.hasSupportedCompressionMethod()) {
    report.fail("L-09", fmt::format("工作簿的部件 {} 用了不能读取的压缩方式", name),
                "请用 Excel 或 WPS 打开后另存为 .xlsx");
    return nullptr;
  }
  const std::uint64_t size = header.getUncompressedSize();
  const std::uint64_t packed = std::max<std::uint64_t>(header.getCompressedSize(), 1);
  if (size > kMaxPartBytes || (size > kSuspectBytes && size / packed > kMaxRatio)) {
    report.fail("L-10",
                fmt::format("工作簿的部件 {} 解压后有 {} MiB，超过可读取的范围", name, size / kMebibyte),
                "请只保留台账数据，另存为新的 .xlsx；数据确实很多时请分成几个文件，或另存为 CSV");
    return nullptr;
  }
  return std::make_unique<XlsxPart>(path_, header);
}

}  // namespace nianbao
