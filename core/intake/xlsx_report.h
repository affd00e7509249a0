// The fault that ends the reading of a workbook. What follows from it is not reported again.
#pragma once

#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "intake/grid_cell.h"

namespace nianbao {

class XlsxReport {
 public:
  XlsxReport(const std::string& file, const std::string& sheet, Diagnostics& diagnostics)
      : place_(grid_place(file, sheet)), diagnostics_(diagnostics) {}

  // Always false, so that a reader can end with `return report.fail(…)`. Row and column where they are known.
  bool fail(std::string code, std::string message, std::string hint, std::int64_t row = 0, int column = 0) {
    if (failed_) return false;
    failed_ = true;
    diagnostics_.add(grid_fault(std::move(code), std::move(message), std::move(hint),
                                grid_place(place_.file, place_.sheet, row, column)));
    return false;
  }
  bool has_failed() const { return failed_; }

 private:
  Place place_;
  Diagnostics& diagnostics_;
  bool failed_ = false;
};

}  // namespace nianbao
