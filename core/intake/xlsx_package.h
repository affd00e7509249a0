// The zip package of a workbook: its parts by name. Only the directory is held; parts are unpacked while they
// are read. Part names compare without case, as the packaging standard says.
#pragma once

#include <Poco/Zip/ZipLocalFileHeader.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "intake/xlsx_part.h"
#include "intake/xlsx_report.h"

namespace nianbao {

class XlsxPackage {
 public:
  // Null with L-08, L-09 or L-10 reported.
  static std::unique_ptr<XlsxPackage> open(const std::string& path, XlsxReport& report);

  bool has(std::string_view name) const;
  bool has_folder(std::string_view prefix) const;  // "word/"

  // Null when there is no such part (L-09), or when what it claims to unpack to is beyond measure (L-10).
  std::unique_ptr<XlsxPart> open_part(std::string_view name, XlsxReport& report) const;

 private:
  explicit XlsxPackage(std::string path) : path_(std::move(path)) {}
  bool read_directory(XlsxReport& report);

  std::string path_;
  std::map<std::string, Poco::Zip::ZipLocalFileHeader> parts_;
};

}  // namespace nianbao
