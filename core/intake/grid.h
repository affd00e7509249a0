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

// `text` is what the cell says, valid UTF-8: for numbers the shortest exact form (never an exponent, at most
// the 15 digits that spreadsheets keep), for dates (a number under a date format, either date system) the ISO
// date, for truth values TRUE and FALSE, for spreadsheet errors "#REF!" and the like, "#未计算" for a formula
// that was saved without its result. A cell of white space alone is blank. It lives until the sink returns.
struct GridCell {
  GridKind kind = GridKind::blank;
  std::string_view text;
};

// A row in which every cell is blank is not handed on; its number is missing in the sequence.
struct GridRow {
  std::int64_t number = 0;      // line of the sheet, from 1; for csv the record's first line in the file
  std::vector<GridCell> cells;  // index 0 is column A; trailing blanks may be missing
};

// A merged area; its value stands in the first cell. Rows and columns from 1.
struct MergedArea {
  std::int64_t first_row = 0, last_row = 0;
  int first_column = 0, last_column = 0;
};

inline constexpr std::string_view kNotCalculated = "#未计算";

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
  virtual bool is_hidden() const { return false; }
};

// What one file may hold; more is L-10.
inline constexpr int kMaxGridColumns = 16384;
inline constexpr std::int64_t kMaxSheetRows = 1048576;       // xlsx only: a csv has no end
inline constexpr std::size_t kMaxCellBytes = 1024UL * 1024;  // a spreadsheet keeps 32,767 characters

// Opens a csv or xlsx by its content and checks that its name agrees (L-07). With an empty `sheet` it is the
// first visible sheet that has a cell; to choose the sheet whose headings fit best use open_all_grids. Null
// with L-03 (undecodable), L-05 (the file or the sheet is missing), L-06 (empty), L-07, L-08 (encrypted),
// L-09 (truncated or corrupt), L-10 (over a limit) or L-12 (a folder, device or pipe) reported.
std::unique_ptr<GridReader> open_grid(const std::string& path, const std::string& shown_name,
                                      const std::string& sheet, Diagnostics& diagnostics);

// Every sheet of a workbook that has a cell, the hidden ones last, or the one grid of a csv. A workbook whose
// sheets are all hidden gives them as visible ones. Empty with the fault reported.
std::vector<std::unique_ptr<GridReader>> open_all_grids(const std::string& path,
                                                        const std::string& shown_name,
                                                        Diagnostics& diagnostics);

}  // namespace nianbao
