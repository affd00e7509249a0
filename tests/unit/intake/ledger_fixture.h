// Ledgers written down in tests: sheets of cells in place of files, and what was found as short texts.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "intake/ledger_readers.h"

namespace nianbao {

using Cells = std::vector<std::string>;

// "#n 45296" is a numeric cell, "#e #REF!" a spreadsheet error, everything else text; "" is blank.
struct SheetText {
  std::string file = "data/test.csv";
  std::string sheet;
  std::vector<Cells> rows;
  std::vector<MergedArea> merged;
  std::vector<Diagnostic> faults;  // what the reader itself finds
  bool is_hidden = false;
};

class FakeGrid : public GridReader {
 public:
  explicit FakeGrid(SheetText text) : text_(std::move(text)) {}

  bool read(GridSink& sink, Diagnostics& diagnostics) override {
    sink.begin(text_.sheet, text_.merged);
    for (std::size_t i = 0; i < text_.rows.size(); ++i) {
      GridRow row;
      row.number = static_cast<std::int64_t>(i) + 1;
      for (const std::string& cell : text_.rows[i]) row.cells.push_back(cell_of(cell));
      if (!sink.row(row)) break;
    }
    for (const Diagnostic& fault : text_.faults) diagnostics.add(fault);
    return text_.faults.empty();
  }
  const std::string& file() const override { return text_.file; }
  const std::string& sheet() const override { return text_.sheet; }
  bool is_hidden() const override { return text_.is_hidden; }

 private:
  static GridCell cell_of(const std::string& text) {
    const std::string_view view = text;
    if (view.substr(0, 3) == "#n ") return {GridKind::number, view.substr(3)};
    if (view.substr(0, 3) == "#e ") return {GridKind::error, view.substr(3)};
    return {view.empty() ? GridKind::blank : GridKind::text, view};
  }
  SheetText text_;
};

// A ledger of sheets; sheets of one file name are the sheets of one workbook.
class TestLedger {
 public:
  explicit TestLedger(std::vector<Cells> rows) { add({"data/test.csv", "", std::move(rows), {}, {}}); }
  TestLedger() = default;

  TestLedger& add(SheetText sheet) {
    if (workbooks_[sheet.file].empty()) source.files.push_back({sheet.file, sheet.file, ""});
    workbooks_[sheet.file].push_back(std::move(sheet));
    return *this;
  }

  LedgerInput input() {
    return {source, diagnostics, [this](const LedgerFile& file, Diagnostics&) {
              std::vector<std::unique_ptr<GridReader>> grids;
              for (const SheetText& sheet : workbooks_[file.shown_name]) {
                grids.push_back(std::make_unique<FakeGrid>(sheet));
              }
              return grids;
            }};
  }

  // "R-01@3:5" for a finding in row 3, column 5; the file is named when it is not the only one.
  std::vector<std::string> found() const {
    std::vector<std::string> texts;
    for (const Diagnostic& d : diagnostics.sorted()) {
      std::string text = d.code + "@" + std::to_string(d.place.row) + ":" + std::to_string(d.place.column);
      if (workbooks_.size() > 1) text += " " + d.place.file;
      texts.push_back(text);
    }
    return texts;
  }
  // The findings' message and hint, one a line.
  std::string messages() const {
    std::string text;
    for (const Diagnostic& d : diagnostics.sorted()) text += d.message + "|" + d.hint + "\n";
    return text;
  }

  LedgerSource source;
  Diagnostics diagnostics;

 private:
  std::map<std::string, std::vector<SheetText>> workbooks_;
};

using Found = std::vector<std::string>;

}  // namespace nianbao
