#include "intake/docx_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "intake/docx_numbering.h"
#include "intake/grid.h"
#include "intake/grid_cell.h"
#include "intake/xlsx_package.h"
#include "intake/xlsx_relations.h"
#include "intake/xlsx_xml.h"

namespace nianbao {

namespace {

constexpr int kMaxSpan = 200;  // columns of one row

int number_of(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 0, kMaxSpan);
}

std::string document_part(const XlsxPackage& package, XlsxReport& report) {
  std::string part = find_related_part(read_relations(package, "", report), "officeDocument");
  return part.empty() || !package.has(part) ? "word/document.xml" : part;
}

class DocumentSink : public XmlSink {
 public:
  DocumentSink(XlsxPart& part, DocxNumbering& numbering, XlsxReport& report)
      : part_(part), numbering_(numbering), report_(report) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (is_skipped(name)) ++skipped_;
    if (skipped_ > 0) return;
    if (name == "p") paragraphs_.emplace_back();
    if (!paragraphs_.empty()) take_properties(name, attributes);
    if (name == "t") collecting_ = true;
    if (name == "tab" && !paragraphs_.empty() && in_run_) add(" ");
    if (name == "r") in_run_ = true;
    const bool breaks_page = attributes.get("type") == "page" || attributes.get("type") == "column";
    if (name == "cr" || (name == "br" && !breaks_page)) add("\n");
    if (name == "noBreakHyphen") add("-");
    if (name == "tbl") ++tables_;
    if (tables_ == 1) open_table_part(name, attributes);
  }
  void close(std::string_view name) override {
    if (is_skipped(name)) --skipped_;
    if (skipped_ > 0) return;
    if (name == "t") collecting_ = false;
    if (name == "r") in_run_ = false;
    if (name == "p" && !paragraphs_.empty()) close_paragraph();
    if (tables_ == 1) close_table_part(name);
    if (name == "tbl") --tables_;
    if (name == "tbl" && tables_ == 0) merged_.clear();
  }
  void text(std::string_view piece) override {
    if (collecting_ && skipped_ == 0) add(piece);
  }

  std::vector<DocumentLine> lines;

 private:
  // The older twin of a drawing, text that a revision moved away, properties before a revision, and readings
  // above the characters.
  static bool is_skipped(std::string_view name) {
    return name == "Fallback" || name == "moveFrom" || name == "rt" || ends_with(name, "PrChange");
  }

  struct Paragraph {
    std::string text, style;
    ParagraphNumber number;
    bool has_number = false;
  };

  void take_properties(std::string_view name, const XmlAttributes& attributes) {
    Paragraph& paragraph = paragraphs_.back();
    if (name == "pStyle") paragraph.style = attributes.get("val");
    if (name == "numPr") paragraph.has_number = !in_run_;
    if (name == "ilvl")
      paragraph.number.level = std::min(number_of(attributes.get("val")), kNumberingLevels - 1);
    if (name == "numId") paragraph.number.list = attributes.get("val");
  }

  void add(std::string_view piece) {
    if (paragraphs_.empty()) return;
    std::string& text = paragraphs_.back().text;
    text.append(piece);
    total_ += piece.size();
    if (total_ <= kMaxDocumentBytes && text.size() <= kMaxCellBytes) return;
    report_.fail("L-10", "文字太长，超过可读取的范围", "要点文件不会这样长，请核对是不是给错了文件");
    part_.stop();
  }

  void close_paragraph() {
    Paragraph paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    std::string text = std::move(paragraph.text);
    if (!trim(text).empty()) {
      text.insert(0, numbering_.next(paragraph.has_number ? &paragraph.number : nullptr, paragraph.style));
    }
    if (tables_ > 0) {
      const std::string_view own = trim(text);
      if (!own.empty() && !row_.cells.empty()) {
        std::string& cell = row_.cells.back().text;
        cell.append(cell.empty() ? "" : "\n").append(own);
      }
      return;
    }
    ++number_;
    for (std::string_view line : split(text, '\n')) {
      if (!trim(line).empty()) emit({number_, {}, false, {{std::string(trim(line)), {}}}});
    }
  }

  void open_table_part(std::string_view name, const XmlAttributes& attributes) {
    if (name == "tr") {
      row_ = {++number_, {}, true, {}};
    }
    if (name == "gridBefore") add_cells(number_of(attributes.get("val")));
    if (name == "tc") {
      add_cells(1);
      continues_ = false;
    }
    if (name == "gridSpan") span_ = number_of(attributes.get("val"));
    if (name == "vMerge") continues_ = attributes.get("val") != "restart";
  }

  void close_table_part(std::string_view name) {
    if (name == "tc" && !row_.cells.empty()) {
      const int column = static_cast<int>(row_.cells.size());
      if (continues_) {
        row_.cells.back().merged = merged_[column];
      } else {
        merged_[column] = row_.cells.back().text;
      }
      add_cells(span_ - 1);
      span_ = 1;
    }
    if (name != "tr") return;
    const bool is_blank = std::all_of(row_.cells.begin(), row_.cells.end(), [](const DocumentCell& cell) {
      return cell.text.empty() && cell.merged.empty();
    });
    if (!is_blank) emit(std::move(row_));
    row_ = {};
  }

  void add_cells(int count) {
    for (int i = 0; i < count && row_.cells.size() < kMaxSpan; ++i) row_.cells.emplace_back();
  }

  void emit(DocumentLine line) {
    if (lines.size() < kMaxDocumentLines) return lines.push_back(std::move(line));
    report_.fail("L-10", fmt::format("文件超过 {} 行", kMaxDocumentLines),
                 "要点文件不会这样长，请核对是不是给错了文件");
    part_.stop();
  }

  XlsxPart& part_;
  DocxNumbering& numbering_;
  XlsxReport& report_;
  std::vector<Paragraph> paragraphs_;  // open ones: a text box stands inside a paragraph
  bool collecting_ = false;
  bool in_run_ = false;
  int skipped_ = 0;
  int tables_ = 0;  // one in the other
  DocumentLine row_;
  int span_ = 1;
  bool continues_ = false;             // the cell goes on from above
  std::map<int, std::string> merged_;  // by column: what the last cell says that may go on below
  std::int64_t number_ = 0;
  std::size_t total_ = 0;
};

// The package is read by what reads workbooks; its faults are said of a document.
void report_as_document(const Diagnostics& found, Diagnostics& diagnostics) {
  for (Diagnostic fault : found.sorted()) {
    for (std::string* text : {&fault.message, &fault.hint}) {
      *text = replace_all(std::move(*text), "工作簿", "文档");
      *text = replace_all(std::move(*text), "表格", "文档");
      *text = replace_all(std::move(*text), "Excel", "Word");
      *text = replace_all(std::move(*text), ".xlsx", ".docx");
    }
    diagnostics.add(std::move(fault));
  }
}

void report_unknown_numbers(int count, const std::string& shown_name, Diagnostics& diagnostics) {
  Diagnostic warning =
      grid_fault("N-34", fmt::format("有 {} 段用了读不懂的自动编号，编号没有读入", count),
                 "请在 Word 或 WPS 里把自动编号转成文字，或另存为纯文本后再读", grid_place(shown_name));
  warning.severity = Severity::warning;
  diagnostics.add(std::move(warning));
}

}  // namespace

bool is_docx(const std::string& path) {
  Diagnostics ignored;
  XlsxReport report(path, "", ignored);
  const auto package = XlsxPackage::open(path, report);
  return package && package->has_folder("word/") && !package->has_folder("xl/");
}

std::optional<std::vector<DocumentLine>> read_docx(const std::string& path, const std::string& shown_name,
                                                   Diagnostics& diagnostics) {
  Diagnostics found;
  XlsxReport report(shown_name, "", found);
  std::optional<std::vector<DocumentLine>> lines;
  if (const auto package = XlsxPackage::open(path, report)) {
    DocxNumbering numbering;
    const auto part = package->open_part(document_part(*package, report), report);
    if (part && numbering.read(*package, report)) {
      DocumentSink sink(*part, numbering, report);
      if (parse_part(*part, sink, report)) lines = std::move(sink.lines);
    }
    if (numbering.unknown() > 0) report_unknown_numbers(numbering.unknown(), shown_name, diagnostics);
  }
  report_as_document(found, diagnostics);
  return lines;
}

}  // namespace nianbao
