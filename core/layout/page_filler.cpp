#include "layout/page_filler.h"

#include <cmath>

#include "layout/page_geometry.h"
#include "layout/table_fitting.h"

namespace nianbao {
namespace {

constexpr double kSlack = 0.01;
constexpr double kTableGap = 6;   // between text and a table's rules
constexpr double kChartGap = 10;  // between a chart and the text under it

double on_grid(double y) {
  return std::ceil((y - kSlack) / kLinePitch) * kLinePitch;
}

double start_below(double y, bool has_caption) {
  if (y == 0) return 0;
  return has_caption ? on_grid(y) : y + kTableGap;
}

}  // namespace

double PageFiller::page_height() const {
  return page().rotated ? kTurnedHeight : kTypeHeight;
}

double PageFiller::sheet_y(double y) const {
  return page().rotated ? kTurnedTop - y : kSheetHeight - kMarginTop - y;
}

void PageFiller::new_page(bool turned) {
  set_.pages.emplace_back();
  page().rotated = turned;
  y_ = 0;
  marks_.clear();
  after_table_ = false;
}

PageSet PageFiller::fill(const Flow& flow) {
  new_page();
  for (std::size_t i = 0; i < flow.size();) {
    const FlowUnit& unit = flow[i];
    const bool wants_page = unit.kind == UnitKind::page_break || page().rotated;
    if (wants_page && !is_empty()) new_page();
    if (unit.kind == UnitKind::page_break) {
      marks_.clear();
      ++i;
      continue;
    }
    remember(i);
    if (place(unit)) {
      ++i;
    } else {
      i = turn_back(flow, i);
      new_page();
    }
  }
  if (is_empty() && set_.pages.size() > 1) set_.pages.pop_back();
  return std::move(set_);
}

void PageFiller::remember(std::size_t unit) {
  if (marks_.empty()) first_unit_ = unit;
  marks_.push_back({page().texts.size(), page().lines.size(), page().boxes.size(), set_.bookmarks.size()});
}

// The unit that the next page begins with; what stands from there on is taken back.
std::size_t PageFiller::turn_back(const Flow& flow, std::size_t unit) {
  const std::size_t least = after_table_ ? first_unit_ : first_unit_ + 1;
  for (std::size_t candidate = unit; candidate >= least; --candidate) {
    if (!flow[candidate - 1].may_break_after) continue;
    const Mark& mark = marks_[candidate - first_unit_];
    page().texts.resize(mark.texts);
    page().lines.resize(mark.lines);
    page().boxes.resize(mark.boxes);
    set_.bookmarks.resize(mark.bookmarks);
    return candidate;
  }
  return unit;
}

bool PageFiller::place(const FlowUnit& unit) {
  if (unit.kind == UnitKind::table) return unit.table->turned ? place_turned_table(unit) : place_table(unit);
  if (unit.kind == UnitKind::chart) return place_chart(unit);
  if (unit.kind != UnitKind::blank) return place_line(unit);
  if (y_ > 0) y_ = on_grid(y_) + kLinePitch;
  return true;
}

bool PageFiller::place_line(const FlowUnit& unit) {
  const double y = unit.kind == UnitKind::line ? on_grid(y_) : y_;
  if (y_ > 0 && y + unit.line.height > kTypeHeight + kSlack) return false;
  add_bookmark(unit, y);
  put(unit.line, y);
  y_ = y + unit.line.height;
  return true;
}

bool PageFiller::place_table(const FlowUnit& unit) {
  const FlowTable& table = *unit.table;
  const double y = start_below(y_, !table.caption.empty());
  const double wanted =
      table.whole ? table.height() : table.caption_height() + table.layout.least_start(row_room(table));
  if (!is_empty() && y + wanted > kTypeHeight + kSlack) return false;
  add_bookmark(unit, y);
  y_ = y;
  place_rows(table);
  return true;
}

bool PageFiller::place_chart(const FlowUnit& unit) {
  const FlowChart& chart = *unit.chart;
  const double y = start_below(y_, !chart.caption.empty());
  if (!is_empty() && y + chart.height() > kTypeHeight + kSlack) return false;
  add_bookmark(unit, y);
  y_ = y;
  for (const FlowLine& line : chart.caption) {
    put(line, y_);
    y_ += line.height;
  }
  put(chart.drawing, y_);
  y_ += chart.drawing.height;
  for (const FlowLine& line : chart.notes) {
    put(line, y_);
    y_ += line.height;
  }
  y_ += kChartGap;
  return true;
}

bool PageFiller::place_turned_table(const FlowUnit& unit) {
  if (is_empty())
    page().rotated = true;
  else
    new_page(true);
  add_bookmark(unit, 0);
  place_rows(*unit.table);
  marks_.clear();
  after_table_ = true;
  return true;
}

void PageFiller::place_rows(const FlowTable& table) {
  const bool turned = page().rotated;
  const double left = turned ? kTurnedLeft : kMarginLeft;
  for (const FlowLine& line : table.caption) {
    put(line, y_);
    y_ += line.height;
  }
  const TableLayout& layout = table.layout;
  const bool repeats = layout.repeats_heading(row_room(table));
  std::vector<TableSheet> sheets;
  for (const StripRange& strips : layout.part({page_height() - y_, page_height(), table.notes_height()})) {
    if (!sheets.empty()) {
      new_page(turned);
      after_table_ = true;
    }
    const bool repeated = repeats && !sheets.empty();
    sheets.push_back({set_.pages.size() - 1, left, sheet_y(y_), repeated, strips});
    y_ += layout.top(strips.end) - layout.top(strips.begin);
    if (repeated) y_ += layout.top(layout.heading_strips());
  }
  draw_table(layout, sheets, set_.pages);
  place_notes(table);
  y_ += kTableGap;
}

void PageFiller::place_notes(const FlowTable& table) {
  for (const FlowLine& line : table.notes) {
    if (y_ > 0 && y_ + line.height > page_height() + kSlack) {
      new_page(page().rotated);
      after_table_ = true;
    }
    put(line, y_);
    y_ += line.height;
  }
}

void PageFiller::put(const FlowLine& line, double y) {
  for (PlacedText piece : line.pieces) {
    piece.y += sheet_y(y);
    page().texts.push_back(std::move(piece));
  }
}

void PageFiller::put(const ChartDrawing& drawing, double y) {
  const double top = sheet_y(y);
  for (PlacedBox box : drawing.boxes) {
    box.y += top;
    page().boxes.push_back(box);
  }
  for (PlacedLine line : drawing.lines) {
    line.y1 += top;
    line.y2 += top;
    page().lines.push_back(line);
  }
  for (PlacedText text : drawing.texts) {
    text.y += top;
    page().texts.push_back(std::move(text));
  }
}

void PageFiller::add_bookmark(const FlowUnit& unit, double y) {
  if (!unit.bookmark) return;
  Bookmark mark = *unit.bookmark;
  mark.page = static_cast<int>(set_.pages.size()) - 1;
  mark.y = page().rotated ? page().height : sheet_y(y);
  set_.bookmarks.push_back(std::move(mark));
}

}  // namespace nianbao
