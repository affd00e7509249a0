#include "intake/document_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "intake/grid.h"
#include "intake/grid_cell.h"
#include "intake/text_decoder.h"

namespace nianbao {

namespace {

struct TextLine {
  std::int64_t number = 0;
  bool has_tab = false;       // begins a cell
  bool after_blank = false;   // the line before it is blank, or the cell begins a row for another reason
  bool in_whole_row = false;  // all cells of its row stand on this line
  std::string text;           // trimmed; empty only for an empty cell
};

// Cuts decoded text into lines; LF, CRLF, CR, form feed and the separators of Unicode end one.
class LineCutter {
 public:
  LineCutter(std::string shown_name, Diagnostics& diagnostics)
      : shown_name_(std::move(shown_name)), diagnostics_(diagnostics) {}

  // False when a limit is passed.
  bool take(std::string_view piece) {
    for (const char c : piece) {
      if (c == '\n' && last_ == '\r') {
        last_ = c;
        continue;
      }
      last_ = c;
      if (c == '\n' || c == '\r' || c == '\f') {
        if (!end_line()) return false;
      } else {
        line_ += c;
        if (line_.size() > kMaxCellBytes) return fail(fmt::format("第 {} 行超过 1 MiB", number_));
      }
    }
    total_ += piece.size();
    if (total_ <= kMaxDocumentBytes) return true;
    return fail(fmt::format("文件超过 {} MiB", kMaxDocumentBytes >> 20));
  }
  bool finish() { return end_line(); }
  std::vector<TextLine>& lines() { return lines_; }

 private:
  bool end_line() {
    const std::size_t tab = line_.find('\t');
    const bool begins_cell = tab != std::string::npos && trim(std::string_view(line_).substr(0, tab)).empty();
    const bool is_whole_row = !begins_cell && std::count(line_.begin(), line_.end(), '\t') > 1;
    if (begins_cell || !trim(line_).empty()) {
      if (lines_.size() >= kMaxDocumentLines) return fail(fmt::format("文件超过 {} 行", kMaxDocumentLines));
      if (begins_cell || is_whole_row) {
        add_cells(std::string_view(line_).substr(begins_cell ? tab + 1 : 0), is_whole_row);
      } else {
        std::replace(line_.begin(), line_.end(), '\t', ' ');
        lines_.push_back({number_, false, blank_, false, std::string(trim(line_))});
      }
      blank_ = false;
    } else {
      blank_ = true;
    }
    line_.clear();
    ++number_;
    return true;
  }

  // Several cells may stand in one line, parted by tabs.
  void add_cells(std::string_view text, bool is_whole_row) {
    bool begins_row = blank_ || is_whole_row;
    for (std::string_view cell : split(text, '\t')) {
      lines_.push_back({number_, true, begins_row, is_whole_row, std::string(trim(cell))});
      begins_row = false;
    }
  }

  bool fail(std::string message) {
    diagnostics_.add(grid_fault("L-10", std::move(message), "要点文件不会这样长，请核对是不是给错了文件",
                                grid_place(shown_name_, {}, number_)));
    return false;
  }

  std::string shown_name_;
  Diagnostics& diagnostics_;
  std::vector<TextLine> lines_;
  std::string line_;
  char last_ = '\0';
  bool blank_ = false;
  std::int64_t number_ = 1;
  std::size_t total_ = 0;
};

// Rows and paragraphs out of lines.
class RowBuilder {
 public:
  explicit RowBuilder(const std::vector<TextLine>& lines) : lines_(lines) {}

  std::vector<DocumentLine> build() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const TextLine& line = lines_[i];
      if (line.has_tab) {
        take_cell(line);
      } else if (in_row_ && !lines_[i - 1].in_whole_row && (!line.after_blank || next_cell_follows(i))) {
        std::string& cell = out_.back().cells.back().text;
        cell += (cell.empty() ? "" : "\n") + line.text;
      } else {
        in_row_ = false;
        out_.push_back({line.number, {}, false, {{line.text, {}}}});
      }
    }
    // A dump ends every table with a row of nothing.
    std::erase_if(out_, [](const DocumentLine& line) {
      return std::all_of(line.cells.begin(), line.cells.end(),
                         [](const DocumentCell& cell) { return cell.text.empty(); });
    });
    return std::move(out_);
  }

 private:
  void take_cell(const TextLine& line) {
    if (!in_row_ || line.after_blank) out_.push_back({line.number, {}, true, {}});
    in_row_ = true;
    out_.back().cells.push_back({line.text, {}});
  }

  // From the paragraph at `i` on: the next cell stands right under the paragraphs before it.
  bool next_cell_follows(std::size_t i) {
    if (i >= looked_through_) {
      looked_through_ = i + 1;
      while (looked_through_ < lines_.size() && !lines_[looked_through_].has_tab) ++looked_through_;
    }
    return looked_through_ < lines_.size() && !lines_[looked_through_].after_blank;
  }

  const std::vector<TextLine>& lines_;
  std::vector<DocumentLine> out_;
  bool in_row_ = false;
  std::size_t looked_through_ = 0;  // index of the next cell that was found; no paragraph is looked at twice
};

}  // namespace

std::optional<std::vector<DocumentLine>> read_text_document(const std::string& path,
                                                            const std::string& shown_name,
                                                            Diagnostics& diagnostics) {
  const std::optional<TextFormat> format = survey_text(path, shown_name, diagnostics);
  if (!format) return std::nullopt;
  TextDecoder decoder(path, *format);
  LineCutter cutter(shown_name, diagnostics);
  std::array<char, 64UL * 1024> block;
  while (const std::size_t size = decoder.read(block.data(), block.size())) {
    if (!cutter.take({block.data(), size})) return std::nullopt;
  }
  if (decoder.broken_at()) {
    diagnostics.add(grid_fault("L-03", "文字解不出来：既不是 UTF-8 也不是 GB18030",
                               "请用原软件打开，另存为 UTF-8 编码的文本",
                               grid_place(shown_name, {}, line_of_byte(path, *decoder.broken_at()))));
    return std::nullopt;
  }
  if (decoder.has_failed()) {
    diagnostics.add(grid_fault("L-09", "文件读到一半，磁盘报错，无法读完", "请重新复制一份文件后再运行",
                               grid_place(shown_name)));
    return std::nullopt;
  }
  if (!cutter.finish()) return std::nullopt;
  return RowBuilder(cutter.lines()).build();
}

}  // namespace nianbao
