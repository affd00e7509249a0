// The document as a row of units that go down the pages one after the other: lines, blank lines, tables,
// charts.
// Whether a page may end behind a unit is settled before any page is made, from the text alone.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "layout/chart_drawing.h"
#include "layout/page.h"
#include "layout/table_layout.h"

namespace nianbao {

// A line of text. Its pieces stand at their x; their y is how far the baseline is below the line's upper
// edge, as a negative number.
struct FlowLine {
  double height = 0;
  std::vector<PlacedText> pieces;
};

struct FlowTable {
  explicit FlowTable(const Table& table, const TextMeasure& measure) : layout(table, measure) {}
  TableLayout layout;
  bool turned = false;  // on pages of its own, lying across
  bool whole = false;   // fits one page, and must stand on one
  std::vector<FlowLine> caption, notes;
  double caption_height() const;
  double notes_height() const;
  double height() const { return caption_height() + layout.height() + notes_height(); }
};

// Never parted: title, picture and notes stand on one page.
struct FlowChart {
  std::vector<FlowLine> caption, notes;
  ChartDrawing drawing;
  double height() const;
};

enum class UnitKind {
  line,        // on the line grid
  small_line,  // directly under what stands before
  blank,       // a grid line left free; nothing at the head of a page
  table,
  chart,
  page_break
};

struct FlowUnit {
  UnitKind kind = UnitKind::line;
  bool may_break_after = true;
  FlowLine line;
  std::unique_ptr<FlowTable> table;
  std::unique_ptr<FlowChart> chart;
  std::optional<Bookmark> bookmark;  // page and y are not known yet
};

using Flow = std::vector<FlowUnit>;

}  // namespace nianbao
