#include "reporter/report_text.h"

#include <fmt/format.h>

#include "base/text.h"

namespace nianbao {

namespace {

std::string in_one_line(const std::string& text) {
  return replace_all(text, "\n", "⏎");
}

class TextWriter {
 public:
  void operator()(const Heading& heading) {
    line(std::string(static_cast<std::size_t>(heading.level), '#') + " " + heading.text);
  }
  void operator()(const Paragraph& paragraph) {
    line((paragraph.marker.empty() ? "" : paragraph.marker + " ") + plain_text(paragraph.spans));
  }
  void operator()(const Table& table) {
    if (!table.caption.empty()) line("表：" + table.caption);
    std::string row;
    int at = -1;
    for (const TableCell& cell : table.cells) {
      if (cell.row != at && !row.empty()) line(row + " |");
      if (cell.row != at) row.clear();
      at = cell.row;
      row += (row.empty() ? "| " : " | ") + print_value(cell.value);
    }
    if (!row.empty()) line(row + " |");
    if (!table.note.empty()) line("注：" + table.note);
  }
  void operator()(const Chart& chart) {
    line("图：" + chart.title);
    for (const ChartSeries& series : chart.series) {
      std::string row = series.name.empty() ? "|" : "| " + series.name + " |";
      for (const CellValue& value : series.values) row += " " + print_value(value) + " |";
      line(row);
    }
  }
  void operator()(const PageBreak&) { line("----"); }

  void line(const std::string& text) { text_ += in_one_line(text) + "\n"; }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

std::string report_as_text(const std::string& title, const std::vector<Block>& blocks) {
  TextWriter writer;
  writer.line(title);
  for (const Block& block : blocks) std::visit(writer, block);
  return writer.take();
}

}  // namespace nianbao
