#include "intake/csv_records.h"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <utility>

#include "intake/csv_scan.h"
#include "intake/grid_cell.h"

namespace nianbao {

namespace {

constexpr std::size_t kWindow = 256UL * 1024;

// How often each of comma, tab and semicolon stands in the line outside quotes.
std::array<int, 3> count_delimiters(std::string_view line) {
  std::array<int, 3> counts = {0, 0, 0};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == ',') ++counts[0];
    if (c == '\t') ++counts[1];
    if (c == ';') ++counts[2];
  }
  return counts;
}

// ="0017" is how exports keep a spreadsheet from taking text for a number.
std::string_view without_formula(std::string_view text) {
  if (text.size() < 3 || text[0] != '=' || text[1] != '"' || text.back() != '"') return text;
  const std::string_view inside = text.substr(2, text.size() - 3);
  return inside.find('"') == std::string_view::npos ? inside : text;
}

}  // namespace

CsvRecords::CsvRecords(TextDecoder& decoder, std::string file, Diagnostics& diagnostics)
    : decoder_(decoder), file_(std::move(file)), diagnostics_(diagnostics), window_(kWindow + kScanPadding) {
  begin_ = end_ = window_.data();
  if (fill()) delimiter_ = choose_delimiter();
}

bool CsvRecords::next(GridRow& row) {
  while (!stopped_) {
    const Scan scan = begin_ == end_ ? end_of_window() : scan_record();
    if (scan == Scan::stop || (scan == Scan::more && !fill())) break;
    if (scan != Scan::record) continue;
    row.number = line_;
    const bool has_content = hand_out(row);
    begin_ = next_;
    line_ += lines_;
    if (has_content) return true;
  }
  stopped_ = true;
  return false;
}

CsvRecords::Scan CsvRecords::end_of_window() {
  if (!at_end_) return Scan::more;
  lines_ = 0;
  spans_.clear();
  if (decoder_.broken_at() || decoder_.has_failed()) report_broken_source();
  return Scan::stop;
}

// Slides the window on. False when there is no room for more or the text has ended.
bool CsvRecords::fill() {
  if (at_end_) return true;
  const auto size = static_cast<std::size_t>(end_ - begin_);
  const std::size_t capacity = window_.size() - kScanPadding;
  std::memmove(window_.data(), begin_, size);
  if (size == capacity) {
    if (capacity >= kMaxRecordBytes) {
      fail("L-10", fmt::format("第 {} 行起的一行超过 {} MiB", line_, kMaxRecordBytes / kMaxCellBytes),
           "请检查该行是否有引号没有成对，或换行丢失");
      return false;
    }
    window_.resize(2 * capacity + kScanPadding);
  }
  begin_ = window_.data();
  const std::size_t got = decoder_.read(begin_ + size, window_.size() - kScanPadding - size);
  at_end_ = got == 0;
  end_ = begin_ + size + got;
  *end_ = '\n';
  return true;
}

// The first line that has one of the three decides, by the one it has most of: a comma where none is.
char CsvRecords::choose_delimiter() const {
  static constexpr std::array<char, 3> kDelimiters = {',', '\t', ';'};
  const std::string_view text(begin_, static_cast<std::size_t>(end_ - begin_));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const std::array<int, 3> counts = count_delimiters(text.substr(at, end - at));
    const auto* const most = std::max_element(counts.begin(), counts.end());
    if (*most > 0) return kDelimiters[static_cast<std::size_t>(most - counts.begin())];
    at = end + 1;
  }
  return ',';
}

CsvRecords::Scan CsvRecords::scan_record() {
  spans_.clear();
  lines_ = 0;
  char* p = begin_;
  while (true) {
    const Scan cell = *p == '"' && p != end_ ? scan_quoted(p) : scan_plain(p);
    if (cell != Scan::cell) return cell;
    const Span& span = spans_.back();
    if (static_cast<std::size_t>(span.end - span.begin) > kMaxCellBytes) return fail_long_cell();
    if (spans_.size() > static_cast<std::size_t>(kMaxGridColumns))
      return fail("L-10", fmt::format("第 {} 行超过 {} 列", line_, kMaxGridColumns),
                  "请检查该行的换行是否丢失；表格最多读取 16,384 列");
    if (p == end_ || *p != delimiter_) return end_record(p);
    ++p;
  }
}

CsvRecords::Scan CsvRecords::scan_plain(char*& p) {
  char* const begin = p;
  p = find_cell_end(p, delimiter_);
  if (p >= end_) {
    p = end_;
    if (!at_end_) return Scan::more;
  }
  spans_.push_back({begin, p, false, nullptr});
  return Scan::cell;
}

CsvRecords::Scan CsvRecords::scan_quoted(char*& p) {
  bool escaped = false;
  char* close = p + 1;
  while (true) {
    close = static_cast<char*>(std::memchr(close, '"', static_cast<std::size_t>(end_ - close)));
    if (close == nullptr) return fail_unclosed(p);
    if (close + 1 == end_ && !at_end_) return Scan::more;
    if (close + 1 == end_ || close[1] != '"') break;
    escaped = true;
    close += 2;
  }
  char* stop = std::min(find_cell_end(close + 1, delimiter_), end_);
  if (stop == end_ && !at_end_) return Scan::more;
  const bool is_clean = is_blank_text({close + 1, static_cast<std::size_t>(stop - close - 1)});
  spans_.push_back({p + 1, is_clean ? close : stop, escaped, is_clean ? nullptr : close});
  lines_ += count_line_breaks(p + 1, close);
  p = stop;
  return Scan::cell;
}

CsvRecords::Scan CsvRecords::end_record(char* p) {
  if (p == end_) {
    if (!at_end_) return Scan::more;
    if (decoder_.broken_at() || decoder_.has_failed()) return report_broken_source();
    next_ = p;
    return Scan::record;
  }
  if (*p == '\r') {
    if (p + 1 == end_ && !at_end_) return Scan::more;
    if (p + 1 != end_ && p[1] == '\n') ++p;
  }
  next_ = p + 1;
  ++lines_;
  return Scan::record;
}

bool CsvRecords::hand_out(GridRow& row) {
  bool has_content = false;
  row.cells.resize(spans_.size());
  for (std::size_t i = 0; i < spans_.size(); ++i) {
    Span& span = spans_[i];
    if (span.escaped || span.trailing != nullptr) close_up(span, static_cast<int>(i) + 1);
    row.cells[i] = text_cell(without_formula({span.begin, static_cast<std::size_t>(span.end - span.begin)}));
    has_content = has_content || row.cells[i].kind != GridKind::blank;
  }
  return has_content;
}

// Doubled quotes become one; what follows a closing quote joins the cell and is reported.
void CsvRecords::close_up(Span& span, int column) {
  char* to = span.begin;
  char* const inner_end = span.trailing != nullptr ? span.trailing : span.end;
  for (char* from = span.begin; from < inner_end; ++from) {
    *to++ = *from;
    if (*from == '"') ++from;
  }
  if (span.trailing != nullptr) {
    for (char* from = span.trailing + 1; from < span.end; ++from) *to++ = *from;
    failed_ = true;
    diagnostics_.add(grid_fault("L-09", fmt::format("第 {} 行第 {} 列的引号结束之后还有文字", line_, column),
                                "单元格内的引号应写成两个（\"\"）；引号不成对时行列会错位，请改正后再运行",
                                grid_place(file_, {}, line_, column)));
  }
  span.end = to;
}

CsvRecords::Scan CsvRecords::fail(std::string code, std::string message, std::string hint) {
  diagnostics_.add(grid_fault(std::move(code), std::move(message), std::move(hint),
                              grid_place(file_, {}, line_ + lines_, static_cast<int>(spans_.size()))));
  failed_ = stopped_ = true;
  return Scan::stop;
}

CsvRecords::Scan CsvRecords::fail_long_cell() {
  return fail("L-10", fmt::format("第 {} 行第 {} 列的单元格超过 1 MiB", line_, spans_.size()),
              "请检查该处的引号是否成对：引号没有结束时，后面的所有行会并入一个单元格");
}

// No closing quote in the window: wait for more text, unless the cell is beyond the limit or the text ended.
CsvRecords::Scan CsvRecords::fail_unclosed(char* open) {
  const bool is_long = static_cast<std::size_t>(end_ - open) > kMaxCellBytes;
  if (!at_end_ && !is_long) return Scan::more;
  if (at_end_ && (decoder_.broken_at() || decoder_.has_failed())) return report_broken_source();
  spans_.push_back({open, end_, false, nullptr});
  if (is_long) return fail_long_cell();
  return fail("L-09",
              fmt::format("第 {} 行第 {} 列的引号直到文件末尾也没有结束", line_ + lines_, spans_.size()),
              "请补上结束的引号；如果文件是复制或下载时被截断的，请重新取得完整的文件");
}

CsvRecords::Scan CsvRecords::report_broken_source() {
  spans_.clear();
  const std::optional<std::int64_t> broken_at = decoder_.broken_at();
  if (!broken_at)
    return fail("L-09", fmt::format("文件读到第 {} 行时磁盘报错，无法读完", line_),
                "请重新复制一份文件后再运行");
  return fail(
      "L-03",
      fmt::format("第 {} 行有既不是 UTF-8 也不是 GB18030 的字节（文件第 {} 个字节）", line_, *broken_at + 1),
      "请用原软件打开文件，另存为“CSV UTF-8”或 .xlsx 后再运行");
}

}  // namespace nianbao
