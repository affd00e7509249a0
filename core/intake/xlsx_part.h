// One part of a workbook, unpacked while it is read. A stream buffer, so that the XML parser can pull from
// it; it never throws: what goes wrong is kept as a fault and looks like the end of the part.
//
// Invariant: memory is one block, whatever the part claims or holds. A part that unpacks to more than
// kMaxPartBytes, or that keeps the parser busy for kMaxSilentBytes without an event, is a bomb: a parser
// holds an endless attribute whole, and looks through it again with every block.
#pragma once

#include <Poco/Zip/ZipLocalFileHeader.h>
#include <Poco/Zip/ZipStream.h>

#include <cstdint>
#include <fstream>
#include <memory>
#include <streambuf>
#include <string>
#include <vector>

#include "intake/xlsx_report.h"

namespace nianbao {

inline constexpr std::uint64_t kMebibyte = 1024ULL * 1024;
inline constexpr std::uint64_t kMaxPartBytes = 1024 * kMebibyte;
inline constexpr std::uint64_t kMaxSilentBytes = 256ULL * 1024;

class XlsxPart : public std::streambuf {
 public:
  XlsxPart(const std::string& path, const Poco::Zip::ZipLocalFileHeader& header);

  // From now on the part is at its end: the reader has what it wants.
  void stop();
  bool is_stopped() const { return stopped_; }

  // The parser got somewhere.
  void note_progress() { silent_ = 0; }

  // Puts text in front of what is still to be read.
  void unread(std::string text);

  const std::string& name() const { return name_; }
  std::uint64_t expected_size() const { return expected_size_; }

  // After the end: false, reported, when the part is cut off, corrupt or too large.
  bool verify(XlsxReport& report) const;

 protected:
  int_type underflow() override;

 private:
  enum class Fault : std::uint8_t { none, corrupt, too_large };

  void unpack();

  std::string name_;
  std::uint64_t expected_size_;
  std::ifstream file_;
  std::unique_ptr<Poco::Zip::ZipInputStream> unpacked_;
  std::vector<char> block_;
  std::string unread_;
  std::uint64_t total_ = 0;
  std::uint64_t silent_ = 0;  // bytes since the last event
  Fault fault_ = Fault::none;
  bool stopped_ = false;
};

}  // namespace nianbao
