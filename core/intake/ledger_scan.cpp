#include "intake/ledger_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

#include "base/text.h"
#include "intake/extra_cells.h"
#include "intake/ledger_head.h"
#include "intake/ledger_merges.h"
#include "intake/ledger_noise.h"

namespace nianbao {

namespace {

void forward(const Diagnostics& from, Diagnostics& to) {
  for (Diagnostic& d : from.sorted()) to.add(std::move(d));
}

HeadRow copy_row(const GridRow& row) {
  HeadRow copy;
  copy.number = row.number;
  for (const GridCell& cell : row.cells) {
    copy.kinds.push_back(cell.kind);
    copy.texts.emplace_back(cell.kind == GridKind::blank ? std::string_view() : trim(cell.text));
  }
  return copy;
}

GridRow as_grid_row(const HeadRow& row) {
  GridRow out;
  out.number = row.number;
  for (std::size_t i = 0; i < row.texts.size(); ++i) out.cells.push_back({row.kinds[i], row.texts[i]});
  return out;
}

bool is_blank(const HeadRow& row) {
  return std::all_of(row.texts.begin(), row.texts.end(),
                     [](const std::string& text) { return text.empty(); });
}

// How many cells the row has beyond the first `width`, the last of them not blank.
std::size_t surplus_cells(const GridRow& row, std::size_t width) {
  std::size_t end = row.cells.size();
  while (end > width &&
         (row.cells[end - 1].kind == GridKind::blank || trim(row.cells[end - 1].text).empty())) {
    --end;
  }
  return end > width ? end - width : 0;
}

// The rows under the headings of one sheet.
class DataRows {
 public:
  // All must outlive this. `width`: how many cells a row may have; 0: any number.
  DataRows(RowFilter filter, MergedColumns merged, LedgerRow row, std::size_t width, const RowTaker& take)
      : filter_(filter), merged_(std::move(merged)), row_(std::move(row)), width_(width), take_(take) {}

  void pass(const GridRow& row) {
    // The filled row is made also of what is no record: a merged area may begin there.
    const GridRow& filled = merged_.empty() ? row : merged_.fill(row);
    if (!filter_.is_record(row)) return;
    ++rows_;
    row_.move_to(filled);
    if (width_ > 0 && row.cells.size() > width_) check_width(row);
    take_(row_);
    if (row_.failed()) ++left_out_;
  }

  std::int64_t rows() const { return rows_; }
  std::int64_t left_out() const { return left_out_; }

 private:
  // A comma too many moves every cell behind it into another column.
  void check_width(const GridRow& row) {
    const std::size_t surplus = surplus_cells(row, width_);
    if (surplus == 0) return;
    row_.give_up("L-01", "这一行比标题行多 " + std::to_string(surplus) + " 格，各格对不上标题",
                 "可能有没加引号的逗号，如 1,000 要写成 1000，“甲,乙”要写成 \"甲,乙\"；"
                 "确有这一列的，请补上标题。");
  }

  RowFilter filter_;
  MergedColumns merged_;
  LedgerRow row_;
  std::size_t width_;
  const RowTaker& take_;
  std::int64_t rows_ = 0;
  std::int64_t left_out_ = 0;
};

// Reads one sheet: keeps its first rows until the headings are known, then hands on row by row, or stops.
class SheetScan : public GridSink {
 public:
  SheetScan(HeadingNames& names, Place sheet, const RowTaker& take, Diagnostics& diagnostics)
      : names_(names), sheet_(std::move(sheet)), take_(take), diagnostics_(diagnostics) {}

  void begin(const std::string& sheet, const std::vector<MergedArea>& merged) override {
    if (sheet_.sheet.empty()) sheet_.sheet = sheet;
    merged_ = merged;
  }

  bool row(const GridRow& row) override {
    if (data_ != nullptr) {
      data_->pass(row);
      return true;
    }
    HeadRow copy = copy_row(row);
    if (is_blank(copy)) return true;
    first_rows_.push_back(std::move(copy));
    return first_rows_.size() < kHeadRows || settle();
  }

  // After the last row: a short sheet is judged only now.
  void finish() {
    if (!settled_) settle();
  }

  const SheetHead& head() const { return head_; }
  const DataRows* data() const { return data_.get(); }  // null when this sheet is not the ledger
  bool is_empty() const { return first_rows_.empty() && !settled_; }
  const Place& sheet() const { return sheet_; }
  // Of what is not the ledger: at least two rows of three cells, which is no page of instructions.
  bool is_table() const {
    return std::count_if(first_rows_.begin(), first_rows_.end(), [](const HeadRow& row) {
             return std::count_if(row.texts.begin(), row.texts.end(),
                                  [](const std::string& text) { return !text.empty(); }) >= 3;
           }) >= 2;
  }

 private:
  // False when this sheet is not the ledger.
  bool settle() {
    settled_ = true;
    head_ = judge_head(names_, first_rows_, merged_, sheet_);
    const std::vector<MergedArea> merged = std::move(merged_);
    if (!head_.fits) return false;
    const std::vector<HeadRow> data(first_rows_.begin() + static_cast<std::ptrdiff_t>(head_.rows_used),
                                    first_rows_.end());
    first_rows_.resize(head_.rows_used);
    const LedgerShape& shape = names_.shape();
    const int key_cell = head_.fields.cell_of[static_cast<std::size_t>(shape.key_column)];
    data_ = std::make_unique<DataRows>(RowFilter(first_rows_, key_cell),
                                       MergedColumns(head_.fields, shape.spread, merged),
                                       LedgerRow(head_.fields, sheet_, diagnostics_), row_width(), take_);
    for (const HeadRow& row : data) data_->pass(as_grid_row(row));
    return true;
  }

  // A csv row has as many cells as its headings and titles; right of a spreadsheet's table stand remarks.
  std::size_t row_width() const {
    std::size_t width = 0;
    if (!sheet_.sheet.empty()) return width;
    for (const HeadRow& row : first_rows_) width = std::max(width, row.texts.size());
    return width;
  }

  HeadingNames& names_;
  Place sheet_;
  const RowTaker& take_;
  Diagnostics& diagnostics_;
  std::vector<MergedArea> merged_;
  std::vector<HeadRow> first_rows_;  // later only the titles and headings
  bool settled_ = false;
  SheetHead head_;
  std::unique_ptr<DataRows> data_;
};

// A sheet that was not read, and why.
struct UnreadSheet {
  Place place;
  SheetHead head;
  bool is_table = false;
  Diagnostics faults;  // of the file itself
};

class LedgerScan {
 public:
  LedgerScan(const LedgerInput& input, const LedgerShape& shape, const RowTaker& take)
      : input_(input),
        shape_(localised(shape, input.source, input.diagnostics)),
        names_(shape_, input.source.fields, input.diagnostics),
        take_(take) {}

  LedgerOutcome run() {
    for (const LedgerFile& file : input_.source.files) read_file(file);
    if (all_headings_known_) names_.report_unused(input_.diagnostics);
    const std::vector<LedgerColumn>& columns = names_.shape().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns_.count(static_cast<int>(i)) > 0) outcome_.columns.push_back(columns[i].heading);
    }
    for (const LocalHeading& heading : input_.source.headings) {
      if (names_.has_seen(heading.heading)) outcome_.local_headings.push_back(heading.place);
    }
    return std::move(outcome_);
  }

 private:
  void read_file(const LedgerFile& file) {
    Diagnostics faults;
    auto grids = input_.open(file, faults);
    forward(faults, input_.diagnostics);
    if (grids.empty() || faults.has_errors()) give_up();
    std::vector<UnreadSheet> unread;
    bool any_fits = false;
    for (const auto& grid : grids) {
      if (grid->is_hidden()) {
        note_hidden(*grid);
      } else {
        any_fits = read_sheet(*grid, unread) || any_fits;
      }
    }
    if (!unread.empty()) report_unread(unread, any_fits);
  }

  void give_up() {
    outcome_.readable = false;
    all_headings_known_ = false;
  }

  // Whether the sheet is this ledger.
  bool read_sheet(GridReader& grid, std::vector<UnreadSheet>& unread) {
    Place place;
    place.file = grid.file();
    place.sheet = grid.sheet();
    SheetScan scan(names_, place, take_, input_.diagnostics);
    Diagnostics faults;
    const bool is_whole = grid.read(scan, faults);
    const bool is_empty = scan.is_empty();
    if (!is_empty) scan.finish();
    if (scan.data() == nullptr) {
      if (is_empty && !faults.has_errors()) report_empty(scan.sheet(), faults);
      unread.push_back({scan.sheet(), scan.head(), scan.is_table(), std::move(faults)});
      return false;
    }
    outcome_.read_sheets.push_back(scan.sheet());
    if (!is_whole || faults.has_errors()) outcome_.readable = false;
    forward(faults, input_.diagnostics);
    for (const Diagnostic& finding : scan.head().findings) input_.diagnostics.add(finding);
    for (std::size_t i = 0; i < scan.head().fields.cell_of.size(); ++i) {
      if (scan.head().fields.cell_of[i] >= 0) columns_.insert(static_cast<int>(i));
    }
    outcome_.rows += scan.data()->rows();
    outcome_.left_out += scan.data()->left_out();
    return true;
  }

  // A hidden sheet is not read, but never without a word where it is this ledger.
  void note_hidden(GridReader& grid) {
    Place place;
    place.file = grid.file();
    place.sheet = grid.sheet();
    Diagnostics ignored;
    HeadingNames names = names_;
    const RowTaker take = [](LedgerRow&) {};
    SheetScan scan(names, place, take, ignored);
    grid.read(scan, ignored);
    if (!scan.is_empty()) scan.finish();
    const bool is_ledger = scan.data() != nullptr && scan.data()->rows() > 0;
    if (!is_ledger && !(scan.data() == nullptr && scan.head().meant && scan.is_table())) return;
    Diagnostic d;
    d.code = "N-19";
    d.severity = Severity::warning;
    d.message = is_ledger ? fmt::format("隐藏的工作表没有读，它的标题与这本台账相符，有 {} 行数据",
                                        scan.data()->rows())
                          : "隐藏的工作表没有读，它的标题像是这本台账";
    d.hint = "要计入的，请取消隐藏；不要的，请把它删去。";
    d.place = place;
    input_.diagnostics.add(std::move(d));
  }

  static void report_empty(const Place& place, Diagnostics& faults) {
    Diagnostic d;
    d.code = "L-06";
    d.message = "里面没有内容";
    d.hint = "没有数据时，也请保留标题行。";
    d.place = place;
    faults.add(std::move(d));
  }

  // A sheet that is something else is passed over where another one is the ledger; one that was meant, or
  // that is damaged, never is.
  void report_unread(const std::vector<UnreadSheet>& unread, bool any_fits) {
    const auto best = std::max_element(
        unread.begin(), unread.end(),
        [](const UnreadSheet& a, const UnreadSheet& b) { return a.head.matched < b.head.matched; });
    for (const UnreadSheet& sheet : unread) {
      const bool is_best = !any_fits && &sheet == &*best;
      if (!is_best && !sheet.head.meant && !is_damaged(sheet)) {
        if (sheet.is_table) outcome_.other_sheets.push_back(sheet.place);
        continue;
      }
      outcome_.readable = false;
      if (!sheet.head.meant) all_headings_known_ = false;
      forward(sheet.faults, input_.diagnostics);
      if (sheet.faults.has_errors()) continue;
      for (const Diagnostic& finding : sheet.head.findings) input_.diagnostics.add(finding);
    }
  }

  static bool is_damaged(const UnreadSheet& sheet) {
    const auto faults = sheet.faults.sorted();
    return std::any_of(faults.begin(), faults.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error && d.code != "L-06"; });
  }

  const LedgerInput& input_;
  LedgerShape shape_;
  HeadingNames names_;
  const RowTaker& take_;
  LedgerOutcome outcome_;
  std::set<int> columns_;
  bool all_headings_known_ = true;
};

}  // namespace

std::vector<std::unique_ptr<GridReader>> open_ledger_file(const LedgerFile& file, Diagnostics& diagnostics) {
  if (file.sheet.empty()) return open_all_grids(file.path, file.shown_name, diagnostics);
  std::vector<std::unique_ptr<GridReader>> grids;
  if (auto grid = open_grid(file.path, file.shown_name, file.sheet, diagnostics)) {
    grids.push_back(std::move(grid));
  }
  return grids;
}

LedgerOutcome scan_ledger(const LedgerInput& input, const LedgerShape& shape, const RowTaker& take) {
  return LedgerScan(input, shape, take).run();
}

}  // namespace nianbao
