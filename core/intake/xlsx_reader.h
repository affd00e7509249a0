// A sheet of a workbook as a grid, and the doors by which open_grid gets at workbooks.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "intake/grid.h"
#include "intake/xlsx_workbook.h"

namespace nianbao {

class XlsxReader : public GridReader {
 public:
  XlsxReader(std::shared_ptr<XlsxWorkbook> workbook, XlsxSheet sheet, std::string shown_name,
             bool is_hidden = false);

  bool read(GridSink& sink, Diagnostics& diagnostics) override;
  const std::string& file() const override { return shown_name_; }
  const std::string& sheet() const override { return sheet_.name; }
  bool is_hidden() const override { return is_hidden_; }

  // No cell has anything in it. A sheet that cannot be read is not empty.
  bool is_empty();

 private:
  bool read_rows(GridSink& sink, XlsxReport& report, bool& is_empty);

  std::shared_ptr<XlsxWorkbook> workbook_;
  XlsxSheet sheet_;
  std::string shown_name_;
  bool is_hidden_;
};

// The named sheet, hidden ones included. Null with L-05 (and the nearest name) or the fault reported.
std::unique_ptr<GridReader> open_sheet(const std::string& path, const std::string& shown_name,
                                       const std::string& sheet, Diagnostics& diagnostics);

// See open_all_grids.
std::vector<std::unique_ptr<GridReader>> open_filled_sheets(const std::string& path,
                                                            const std::string& shown_name,
                                                            Diagnostics& diagnostics);

}  // namespace nianbao
