// Which cell styles show a number as a date. A date in a workbook is a number under such a style, nothing
// else.
#pragma once

#include <string_view>
#include <vector>

#include "intake/xlsx_package.h"

namespace nianbao {

// A number format that shows a year, a month or a day. Times of day and elapsed times ([h]:mm) are no dates.
bool is_date_format(std::string_view code);
// The formats 0–163 that need no code; 27–58 as a Chinese Excel has them.
bool is_builtin_date_format(int id);

class XlsxStyles {
 public:
  // False with the fault reported.
  bool read(const XlsxPackage& package, const std::string& part, XlsxReport& report);
  // By the cell's style number; unknown styles are no dates.
  bool is_date(std::size_t style) const { return style < dates_.size() && dates_[style]; }

 private:
  std::vector<bool> dates_;
};

}  // namespace nianbao
