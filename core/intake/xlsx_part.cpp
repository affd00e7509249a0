#include "intake/xlsx_part.h"

#include <fmt/format.h>

#include <exception>
#include <utility>

namespace nianbao {

namespace {
constexpr std::size_t kBlock = 64UL * 1024;
}

XlsxPart::XlsxPart(const std::string& path, const Poco::Zip::ZipLocalFileHeader& header)
    : name_(header.getFileName()),
      expected_size_(header.getUncompressedSize()),
      file_(path, std::ios::binary),
      block_(kBlock) {
  try {
    unpacked_ = std::make_unique<Poco::Zip::ZipInputStream>(file_, header);
  } catch (const std::exception&) {
    fault_ = Fault::corrupt;
  }
}

void XlsxPart::stop() {
  stopped_ = true;
  setg(nullptr, nullptr, nullptr);
}

void XlsxPart::unread(std::string text) {
  std::string rest(gptr(), egptr());
  unread_ = std::move(text) + rest;
  setg(unread_.data(), unread_.data(), unread_.data() + unread_.size());
}

XlsxPart::int_type XlsxPart::underflow() {
  if (stopped_ || fault_ != Fault::none) return traits_type::eof();
  try {
    unpack();
  } catch (const std::exception&) {
    fault_ = Fault::corrupt;
  }
  return gptr() < egptr() ? traits_type::to_int_type(*gptr()) : traits_type::eof();
}

void XlsxPart::unpack() {
  setg(nullptr, nullptr, nullptr);
  unpacked_->read(block_.data(), static_cast<std::streamsize>(block_.size()));
  const auto size = static_cast<std::size_t>(unpacked_->gcount());
  total_ += size;
  silent_ += size;
  if (total_ > kMaxPartBytes || silent_ > kMaxSilentBytes) {
    fault_ = Fault::too_large;
    return;
  }
  if (size == 0) {
    if (unpacked_->bad() || total_ != expected_size_ || !unpacked_->crcValid()) fault_ = Fault::corrupt;
    return;
  }
  setg(block_.data(), block_.data(), block_.data() + size);
}

bool XlsxPart::verify(XlsxReport& report) const {
  if (fault_ == Fault::too_large)
    return report.fail("L-10", fmt::format("工作簿的部件 {} 解压后过大或内容异常，已停止读取", name_),
                       "请只保留台账数据，另存为新的 .xlsx；数据确实很多时请分成几个文件，或另存为 CSV");
  if (fault_ == Fault::corrupt)
    return report.fail("L-09", fmt::format("工作簿的部件 {} 残缺或已损坏（长度或校验值不符）", name_),
                       "请重新取得完整的文件，或用 Excel、WPS 打开修复后另存为 .xlsx");
  return true;
}

}  // namespace nianbao
