// The shared strings of a workbook: the one part that has to be held. One block of text and the ends of the
// strings in it; over kMaxStringBytes the workbook is refused (L-10).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intake/xlsx_package.h"

namespace nianbao {

inline constexpr std::size_t kMaxStringBytes = 256 * kMebibyte;

class XlsxStrings {
 public:
  // False with the fault reported.
  bool read(const XlsxPackage& package, const std::string& part, XlsxReport& report);

  std::size_t size() const { return ends_.size(); }
  // Stays valid as long as the table.
  std::string_view at(std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(text_).substr(begin, ends_[index] - begin);
  }

 private:
  friend class StringSink;
  std::string text_;
  std::vector<std::uint32_t> ends_;
};

// Turns the escapes of spreadsheet text into what they stand for, from `from` to the end: _x000D_ and the
// like, and _x005F_ for the underscore itself.
void unescape_spreadsheet_text(std::string& text, std::size_t from);

}  // namespace nianbao
