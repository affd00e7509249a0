// A table in its measures: font size, column edges, row heights, and where its rows may be parted.
//
// Rows are counted in strips from here on. A row is one strip; a row taller than a page is one strip per line
// of text, so that parting a table is always parting between strips and nothing is ever cut through a line.
// Units are points; heights grow downwards from the table's upper edge.
#pragma once

#include <vector>

#include "layout/table_text.h"

namespace nianbao {

struct TableSetting {
  double size = 10.5;
  double padding = 4;  // above and below the text of a row
};
inline constexpr double kTableLine = 1.25;  // line height in font sizes
inline constexpr int kCellPadding = 300;    // left and right of the text, thousandths of the font size

struct CellLine {
  std::size_t paragraph = 0;
  TextLine line;
};

// Strips [begin, end).
struct StripRange {
  std::size_t begin = 0, end = 0;
};

class TableLayout {
 public:
  TableLayout(const Table& table, const TextMeasure& measure) : text_(table, measure) {}

  const TableText& text() const { return text_; }

  // Whether every column of a table this wide can hold its widest unbreakable piece.
  bool fits_width(double width, double size) const;
  // Fixes the measures. `page_room` is the height that a page has for rows: a taller row is cut into lines.
  void set(double width, const TableSetting& setting, double page_room);

  const TableSetting& setting() const { return setting_; }
  double height() const { return tops_.back(); }
  double left(int column) const { return edges_[static_cast<std::size_t>(column)]; }
  std::size_t strips() const { return strip_rows_.size(); }
  int row_of(std::size_t strip) const { return strip_rows_[strip]; }
  double top(std::size_t strip) const { return tops_[strip]; }  // strips() is the lower edge
  std::size_t heading_strips() const { return row_strips_[static_cast<std::size_t>(text_.heading_rows())]; }
  StripRange strips_of(const TableTextCell& cell) const;
  const std::vector<CellLine>& lines_of(std::size_t cell) const { return lines_[cell]; }
  int text_width(const TableTextCell& cell) const;  // thousandths of the font size

  // Headings are repeated on the next page unless they would fill it.
  bool repeats_heading(double page_room) const;
  // Headings and the first rows under them: the least that may stand at the foot of a page.
  double least_start(double page_room) const;

  struct Rooms {
    double first = 0;  // what is left of the page where the table begins
    double page = 0;   // each following page, repeated headings included
    double note = 0;   // wanted under the last row
  };
  // The strips of each page. Within the last quarter of a page, the break goes where it parts the fewest
  // cells and leaves the fewest parts too low for their text.
  std::vector<StripRange> part(const Rooms& rooms) const;

 private:
  void break_cells();
  std::vector<double> row_heights(double page_room) const;
  void cut_strips(const std::vector<double>& heights, double tallest_row);
  void rate_breaks(double page_room);
  std::size_t best_end(std::size_t least, std::size_t end, double room) const;

  TableText text_;
  TableSetting setting_;
  std::vector<double> edges_;
  std::vector<std::vector<CellLine>> lines_;
  std::vector<int> strip_rows_;
  std::vector<double> tops_ = {0};
  std::vector<std::size_t> row_strips_;  // first strip of each row, one more than rows
  std::vector<int> break_costs_;         // of a page break before the strip
};

}  // namespace nianbao
