#include "layout/table_drawing.h"

#include <algorithm>

#include "layout/line_setter.h"
#include "layout/page_geometry.h"

namespace nianbao {
namespace {

constexpr double kSlack = 0.01;

// A strip as it stands on a page.
struct ShownStrip {
  int row = 0;
  double top = 0, bottom = 0;
  bool new_band = false;  // stands under something that is not its neighbour in the table
};

double heading_height(const TableLayout& table, const TableSheet& sheet) {
  return sheet.repeats_heading ? table.top(table.heading_strips()) : 0;
}

std::vector<ShownStrip> shown_strips(const TableLayout& table, const TableSheet& sheet) {
  std::vector<ShownStrip> shown;
  double y = sheet.top;
  const auto show = [&](StripRange range) {
    for (std::size_t strip = range.begin; strip < range.end; ++strip) {
      const double height = table.top(strip + 1) - table.top(strip);
      shown.push_back({table.row_of(strip), y, y - height, strip == range.begin});
      y -= height;
    }
  };
  if (sheet.repeats_heading) show({0, table.heading_strips()});
  show(sheet.strips);
  return shown;
}

void rule_across(const TableLayout& table, const TableSheet& sheet, const std::vector<ShownStrip>& shown,
                 Page& page) {
  const TableText& text = table.text();
  for (std::size_t i = 0; i <= shown.size(); ++i) {
    const bool edge = i == 0 || i == shown.size() || shown[i].new_band;
    const double y = i < shown.size() ? shown[i].top : shown.back().bottom;
    int begin = -1;
    for (int c = 0; c <= text.columns(); ++c) {
      const bool ruled =
          c < text.columns() && (edge || text.owner(shown[i - 1].row, c) != text.owner(shown[i].row, c));
      if (ruled && begin < 0) begin = c;
      if (ruled || begin < 0) continue;
      page.lines.push_back({sheet.left + table.left(begin), y, sheet.left + table.left(c), y});
      begin = -1;
    }
  }
}

void rule_down(const TableLayout& table, const TableSheet& sheet, const std::vector<ShownStrip>& shown,
               Page& page) {
  const TableText& text = table.text();
  for (int c = 0; c <= text.columns(); ++c) {
    const bool edge = c == 0 || c == text.columns();
    const double x = sheet.left + table.left(c);
    const ShownStrip* begin = nullptr;
    for (std::size_t i = 0; i <= shown.size(); ++i) {
      const bool ruled =
          i < shown.size() && (edge || text.owner(shown[i].row, c - 1) != text.owner(shown[i].row, c));
      if (ruled && begin == nullptr) begin = &shown[i];
      if (ruled || begin == nullptr) continue;
      page.lines.push_back({x, begin->top, x, shown[i - 1].bottom});
      begin = nullptr;
    }
  }
}

// The part of a cell that stands on one page.
struct Part {
  const TableSheet* sheet = nullptr;
  double top = 0, bottom = 0;
  double height() const { return top - bottom; }
};

class CellPrinter {
 public:
  CellPrinter(const TableLayout& table, const std::vector<TableSheet>& sheets, std::vector<Page>& pages)
      : table_(table), sheets_(sheets), pages_(pages), line_(kTableLine * table.setting().size) {}

  void print(std::size_t index) {
    cell_ = &table_.text().cells()[index];
    lines_ = &table_.lines_of(index);
    if (lines_->empty()) return;
    const std::vector<Part> parts = find_parts();
    const auto fits = [&](const Part& part) { return text_height() <= part.height() + kSlack; };
    if (parts.size() > 1 && std::none_of(parts.begin(), parts.end(), fits)) {
      run_on(parts);
    } else {
      for (const Part& part : parts)
        if (parts.size() == 1 || fits(part)) print_whole(part);
    }
    repeat_heading();
  }

 private:
  double text_height() const { return double(lines_->size()) * line_; }

  std::vector<Part> find_parts() const {
    const StripRange range = table_.strips_of(*cell_);
    auto sheet = std::partition_point(sheets_.begin(), sheets_.end(),
                                      [&](const TableSheet& s) { return s.strips.end <= range.begin; });
    std::vector<Part> parts;
    for (; sheet != sheets_.end() && sheet->strips.begin < range.end; ++sheet) {
      const double origin = sheet->top - heading_height(table_, *sheet) + table_.top(sheet->strips.begin);
      parts.push_back({&*sheet, origin - table_.top(std::max(range.begin, sheet->strips.begin)),
                       origin - table_.top(std::min(range.end, sheet->strips.end))});
    }
    return parts;
  }

  void repeat_heading() {
    if (cell_->first_row >= table_.text().heading_rows()) return;
    const StripRange range = table_.strips_of(*cell_);
    const double bottom = table_.top(std::min(range.end, table_.heading_strips()));
    for (const TableSheet& sheet : sheets_)
      if (sheet.repeats_heading)
        print_whole({&sheet, sheet.top - table_.top(range.begin), sheet.top - bottom});
  }

  void print_whole(const Part& part) {
    double y = (part.top + part.bottom) / 2 + text_height() / 2;
    for (const CellLine& line : *lines_) {
      print_line(line, *part.sheet, y - line_ / 2);
      y -= line_;
    }
  }

  // Padding stands only at the cell's own edges; what the parts could not hold is squeezed into the last one.
  void run_on(const std::vector<Part>& parts) {
    std::size_t next = 0;
    for (std::size_t i = 0; i < parts.size() && next < lines_->size(); ++i) {
      const bool last = i + 1 == parts.size();
      const double top = parts[i].top - (i == 0 ? table_.setting().padding : 0);
      const double room = std::max(0.0, top - parts[i].bottom - (last ? table_.setting().padding : 0));
      std::size_t count = std::min(lines_->size() - next, static_cast<std::size_t>((room + kSlack) / line_));
      double step = line_;
      if (last && count < lines_->size() - next) {
        count = lines_->size() - next;
        step = room / double(count);
      }
      for (std::size_t k = 0; k < count; ++k)
        print_line((*lines_)[next + k], *parts[i].sheet, top - (double(k) + 0.5) * step);
      next += count;
    }
  }

  void print_line(const CellLine& line, const TableSheet& sheet, double middle) {
    const BreakableText& text = cell_->paragraphs[line.paragraph];
    const double size = table_.setting().size;
    const double padding = kCellPadding * size / 1000;
    const double left = sheet.left + table_.left(cell_->first_column) + padding;
    const double right = sheet.left + table_.left(cell_->last_column + 1) - padding;
    const double free = right - left - text.width(line.line.begin, line.line.end) * size / 1000;
    LinePlace place{left, middle - kMiddleToBaseline * size};
    if (cell_->align == Align::centre) place.x += free / 2;
    if (cell_->align == Align::right) place.x += free;
    std::vector<PlacedText>& texts = pages_[sheet.page].texts;
    for (PlacedText& piece : set_line(text, line.line, {size, size}, place))
      texts.push_back(std::move(piece));
  }

  const TableLayout& table_;
  const std::vector<TableSheet>& sheets_;
  std::vector<Page>& pages_;
  double line_;
  const TableTextCell* cell_ = nullptr;
  const std::vector<CellLine>* lines_ = nullptr;
};

}  // namespace

void draw_table(const TableLayout& table, const std::vector<TableSheet>& sheets, std::vector<Page>& pages) {
  CellPrinter printer(table, sheets, pages);
  for (std::size_t i = 0; i < table.text().cells().size(); ++i) printer.print(i);
  for (const TableSheet& sheet : sheets) {
    const std::vector<ShownStrip> shown = shown_strips(table, sheet);
    rule_across(table, sheet, shown, pages[sheet.page]);
    rule_down(table, sheet, shown, pages[sheet.page]);
  }
}

}  // namespace nianbao
