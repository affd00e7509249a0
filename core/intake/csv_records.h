// Records of a csv file (RFC 4180), found in a window that slides over the text. Cells are views into the
// window: nothing is copied but doubled quotes, which are closed up in place once the record is whole.
//
// Invariant: memory is the window; it grows only for a record that does not fit, up to kMaxRecordBytes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "intake/grid.h"
#include "intake/text_decoder.h"

namespace nianbao {

inline constexpr std::size_t kMaxRecordBytes = 8 * kMaxCellBytes;

class CsvRecords {
 public:
  CsvRecords(TextDecoder& decoder, std::string file, Diagnostics& diagnostics);

  // The next record that has a cell with something in it. False at the end of the file and after a fault that
  // ends the reading.
  bool next(GridRow& row);
  // A fault of severity error was reported.
  bool has_failed() const { return failed_; }

 private:
  // A cell of the window. `escaped`: doubled quotes stand in it; `trailing`: its closing quote, when text
  // follows.
  struct Span {
    char* begin;
    char* end;
    bool escaped;
    char* trailing;
  };
  // What a scan ended with: a cell, a whole record, the need for more text, or a fault that ends the reading.
  enum class Scan { cell, record, more, stop };

  bool fill();
  char choose_delimiter() const;
  Scan scan_record();
  Scan scan_plain(char*& p);
  Scan scan_quoted(char*& p);
  Scan end_record(char* p);
  Scan end_of_window();
  bool hand_out(GridRow& row);
  void close_up(Span& span, int column);

  Scan fail(std::string code, std::string message, std::string hint);
  Scan fail_long_cell();
  Scan fail_unclosed(char* open);
  Scan report_broken_source();

  TextDecoder& decoder_;
  std::string file_;
  Diagnostics& diagnostics_;
  std::vector<char> window_;
  char* begin_ = nullptr;  // of the record to be read
  char* end_ = nullptr;    // of the text in the window; a line feed stands there as sentinel
  char* next_ = nullptr;   // after the record that was scanned
  bool at_end_ = false;
  bool failed_ = false;
  bool stopped_ = false;
  char delimiter_ = ',';
  std::int64_t line_ = 1;   // of begin_
  std::int64_t lines_ = 0;  // line breaks in the record that was scanned
  std::vector<Span> spans_;
};

}  // namespace nianbao
