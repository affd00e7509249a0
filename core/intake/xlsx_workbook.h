// What the readers of one workbook share: its sheets in order, the date system, the date styles and the
// shared strings (loaded by the first read).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "intake/xlsx_package.h"
#include "intake/xlsx_strings.h"
#include "intake/xlsx_styles.h"

namespace nianbao {

struct XlsxSheet {
  std::string name;
  std::string part;
  bool is_visible = true;
};

class XlsxWorkbook {
 public:
  // Null with L-07 (a zip that is no workbook), L-08, L-09 or L-10 reported.
  static std::shared_ptr<XlsxWorkbook> open(const std::string& path, XlsxReport& report);

  const XlsxPackage& package() const { return *package_; }
  const std::vector<XlsxSheet>& sheets() const { return sheets_; }  // worksheets only, no charts
  const XlsxStyles& styles() const { return styles_; }
  bool has_epoch_1904() const { return epoch_1904_; }

  // Null with the fault reported.
  const XlsxStrings* strings(XlsxReport& report);

 private:
  explicit XlsxWorkbook(std::unique_ptr<XlsxPackage> package) : package_(std::move(package)) {}
  bool read(XlsxReport& report);
  bool report_other_kind(XlsxReport& report) const;

  std::unique_ptr<XlsxPackage> package_;
  std::vector<XlsxSheet> sheets_;
  XlsxStyles styles_;
  bool epoch_1904_ = false;
  std::string strings_part_;  // empty: the workbook has none
  std::unique_ptr<XlsxStrings> strings_;
};

}  // namespace nianbao
