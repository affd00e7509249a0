#include "intake/document_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "intake/document_text.h"
#include "intake/docx_reader.h"
#include "intake/grid.h"
#include "intake/grid_signature.h"
#include "intake/opening.h"

namespace nianbao {

namespace {

using Lines = std::optional<std::vector<DocumentLine>>;

// The rows of sheets as lines; the merged cells below a filled one learn what it says.
class LineSink : public GridSink {
 public:
  explicit LineSink(std::vector<DocumentLine>& lines) : lines_(lines) {}

  void begin(const std::string& sheet, const std::vector<MergedArea>& merged) override {
    sheet_ = sheet;
    areas_.clear();
    said_.clear();
    for (const MergedArea& area : merged) {
      if (area.last_row > area.first_row) areas_[area.first_column].push_back(area);
    }
    for (auto& [column, areas] : areas_) {
      std::sort(areas.begin(), areas.end(),
                [](const MergedArea& a, const MergedArea& b) { return a.first_row < b.first_row; });
    }
  }

  bool row(const GridRow& row) override {
    if (lines_.size() >= kMaxDocumentLines || total_ > kMaxDocumentBytes) {
      is_too_long_ = true;
      return false;
    }
    DocumentLine line{row.number, sheet_, true, {}};
    for (const GridCell& cell : row.cells) {
      line.cells.push_back({std::string(trim(cell.text)), {}});
      total_ += cell.text.size();
    }
    for (const auto& [column, areas] : areas_) fill(line, column, areas);
    if (!line.cells.empty()) lines_.push_back(std::move(line));
    return true;
  }
  bool is_too_long() const { return is_too_long_; }

 private:
  void fill(DocumentLine& line, int column, const std::vector<MergedArea>& areas) {
    const auto above =
        std::upper_bound(areas.begin(), areas.end(), line.number,
                         [](std::int64_t row, const MergedArea& area) { return row < area.first_row; });
    if (above == areas.begin()) return;
    const MergedArea& area = *(above - 1);
    const auto index = static_cast<std::size_t>(column - 1);
    if (line.number > area.last_row || column < 1) return;
    if (index >= line.cells.size() && line.number > area.first_row) line.cells.resize(index + 1);
    if (index >= line.cells.size()) return;
    auto& [first_row, text] = said_[column];
    if (line.number == area.first_row) {
      first_row = area.first_row;
      text = line.cells[index].text;
    } else if (first_row == area.first_row) {
      line.cells[index].merged = text;
    }
  }

  std::vector<DocumentLine>& lines_;
  std::string sheet_;
  std::map<int, std::vector<MergedArea>> areas_;              // by column, in order of the rows
  std::map<int, std::pair<std::int64_t, std::string>> said_;  // by column: first row of the area, its text
  std::size_t total_ = 0;
  bool is_too_long_ = false;
};

bool is_among(const std::string& text, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&text](const char* word) { return text == word; });
}

Lines read_tables(const Opening& opening) {
  const auto grids = open_all_grids(opening.path, opening.shown_name, opening.diagnostics);
  if (grids.empty()) return std::nullopt;
  std::vector<DocumentLine> lines;
  LineSink sink(lines);
  for (const auto& grid : grids) {
    if (grid->is_hidden()) continue;
    if (!grid->read(sink, opening.diagnostics)) return std::nullopt;
    if (sink.is_too_long()) return opening.fail("L-10", "表格太长，超过可读取的范围", "请只保留要点任务的表");
  }
  return lines;
}

// Nothing is opened before it is known to be a regular file: opening a pipe would wait for its writer.
bool is_readable(const Opening& opening) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::file_status status = fs::status(opening.path, error);
  if (!fs::exists(status)) {
    opening.fail("L-05", fmt::format("找不到文件“{}”", opening.shown_name), "请核对路径和文件名");
  } else if (!fs::is_regular_file(status)) {
    opening.fail("L-12", fmt::format("“{}”不是普通文件", opening.shown_name),
                 "请给出 .txt、.docx 或 .xlsx 文件");
  } else if (!std::ifstream(opening.path, std::ios::binary).is_open()) {
    opening.fail("L-05", fmt::format("文件“{}”没有读取权限", opening.shown_name), "请检查文件的权限");
  } else if (fs::file_size(opening.path, error) == 0) {
    opening.fail("L-06", "文件是空的，一个字节也没有", "请重新取得文件");
  } else {
    return true;
  }
  return false;
}

Lines read_package(const Opening& opening, const std::string& extension) {
  const bool is_document = is_docx(opening.path);
  const bool names_document = is_among(extension, {".docx", ".docm", ".dotx"});
  const bool names_table = is_among(extension, {".xlsx", ".xlsm", ".xltx", ".xltm"});
  if (is_document && !names_document)
    return opening.fail("L-07", fmt::format("文件名以 {} 结尾，内容却是 Word 文档", extension),
                        "请把扩展名改为 .docx");
  if (is_document || names_document)  // a broken package of that name is a broken document
    return read_docx(opening.path, opening.shown_name, opening.diagnostics);
  if (!names_table)
    return opening.fail("L-07", fmt::format("文件名以“{}”结尾，内容却是压缩格式", extension),
                        "工作簿请把扩展名改为 .xlsx；其他的请另存为 .docx、.xlsx 或纯文本");
  return read_tables(opening);
}

Lines read_plain(const Opening& opening, const std::string& extension) {
  if (is_among(extension, {".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".xls", ".doc", ".et", ".wps"}))
    return opening.fail("L-07", fmt::format("文件名以 {} 结尾，内容却不是", extension),
                        "纯文本请把扩展名改为 .txt；否则文件可能已损坏，请重新取得");
  if (is_among(extension, {".csv", ".tsv"})) return read_tables(opening);
  return read_text_document(opening.path, opening.shown_name, opening.diagnostics);
}

Lines read_by_content(const Opening& opening) {
  const std::string extension = opening.extension();
  const FileSignature signature = sign_file(opening.path);
  switch (signature.kind) {
    case FileKind::package:
      return read_package(opening, extension);
    case FileKind::cut_package:
      return opening.fail("L-09", "文件只有开头的几个字节，其余都丢失了", "请重新取得完整的文件");
    case FileKind::encrypted_office:
      return opening.fail("L-08", "文件设有打开密码，没有密码不能读取",
                          "请用 Word、Excel 或 WPS 打开，取消密码后另存为 .docx 或 .xlsx");
    case FileKind::old_office:
      return opening.fail("L-07", "文件的内容是旧版 Office 格式（.doc、.wps、.xls 一类），不能读取",
                          "请用 Word 或 WPS 打开，另存为 .docx；表格另存为 .xlsx");
    case FileKind::other:
      return opening.fail("L-07", fmt::format("文件的内容是{}，不是要点文件的文字", signature.name),
                          "请把全文存为纯文本（.txt）、.docx 或 .xlsx");
    case FileKind::text:
      break;
  }
  return read_plain(opening, extension);
}

// Control characters would end up in the ledger; Word's and the web's invisible ones hide in text.
void clean(std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    const bool is_dropped =
        (c < 0x20 && c != '\n') || c == 0x7F || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
    if (!is_dropped) append_utf8(out, c);
  }
  text = replace_all(std::move(out), "**", "");  // bold marks of a dump
}

}  // namespace

const std::string* DocumentLine::only_text() const {
  const std::string* only = nullptr;
  for (const DocumentCell& cell : cells) {
    if (cell.text.empty()) continue;
    if (only != nullptr) return nullptr;
    only = &cell.text;
  }
  return only;
}

Lines read_document_lines(const std::string& path, const std::string& shown_name, Diagnostics& diagnostics) {
  const Opening opening{path, shown_name, diagnostics};
  if (!is_readable(opening)) return std::nullopt;
  Lines lines = read_by_content(opening);
  if (!lines) return std::nullopt;
  for (DocumentLine& line : *lines) {
    for (DocumentCell& cell : line.cells) {
      clean(cell.text);
      clean(cell.merged);
    }
  }
  std::erase_if(*lines, [](const DocumentLine& line) { return !line.is_row && line.only_text() == nullptr; });
  if (lines->empty()) return opening.fail("L-06", "文件里没有文字", "请重新取得文件；扫描件要先识别成文字");
  return lines;
}

}  // namespace nianbao
