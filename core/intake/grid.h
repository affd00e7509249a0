// A grid is a sheet of cells read row by row: the one shape that csv and xlsx share. Readers push rows into a
// sink and keep none, so memory does not grow with the file.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace nianbao {

enum class GridKind : std::uint8_t { blank, text, number, date, error };

// `text` is what the cell says, valid UTF-8: for numbers the shortest exact form, for dates (a number under a
// date format, either date system) the ISO date, for spreadsheet errors "#REF!" and the like. It lives until
// the sink returns.
struct GridCell {
  GridKind kind = GridKind::blank;
  std::string_view text;
};

struct GridRow {
  std::int64_t number = 0;      // line of the sheet, from 1; for csv the record's first line in the file
  std::vector<GridCell> cells;  // index 0 is column A; trailing blanks may be missing
};

// A merged area; its value stands in the first cell. Rows and columns from 1.
struct MergedArea {
  std::int64_t first_row = 0, last_row = 0;
  int first_column = 0, last_column = 0;
};

class GridSink {
 public:
  virtual ~GridSink() = default;
  // Called once, before the first row.
  virtual void begin(const std::string& /*sheet*/, const std::vector<MergedArea>& /*merged*/) {}
  // False stops the reading.
  virtual bool row(const GridRow& row) = 0;
};

class GridReader {
 public:
  virtual ~GridReader() = default;
  // Reads from the start, every time it is called. Faults of the file itself (L-03, L-06 … L-10) go to
  // diagnostics. False when a fault of severity error was found (what was read before it has been pushed).
  virtual bool read(GridSink& sink, Diagnostics& diagnostics) = 0;
  virtual const std::string& file() const = 0;   // as the user named it
  virtual const std::string& sheet() const = 0;  // empty for csv
};

// Opens a csv or xlsx by its content and checks that its name agrees (L-07). `sheet` may be empty: then the
// sheet whose heading row fits best is the caller's choice through open_all_grids. Null with L-05 (missing),
// L-06 (empty), L-07, L-08 (encrypted), L-09 (truncated or corrupt), L-12 (a folder, device or pipe)
// reported.
std::unique_ptr<GridReader> open_grid(const std::string& path, const std::string& shown_name,
                                      const std::string& sheet, Diagnostics& diagnostics);

// Every visible sheet of a workbook, or the one grid of a csv.
std::vector<std::unique_ptr<GridReader>> open_all_grids(const std::string& path,
                                                        const std::string& shown_name,
                                                        Diagnostics& diagnostics);

}  // namespace nianbao
