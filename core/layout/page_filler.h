// Flow units down the pages. A unit that does not fit sends everything behind the last permitted break of the
// page to the next one; where no break is permitted, the page ends right there.
//
// Each page turns back at most once, and never to its own first unit: the work is linear in the units.
#pragma once

#include "layout/flow_unit.h"
#include "layout/table_drawing.h"

namespace nianbao {

class PageFiller {
 public:
  // Pages without numbers; at least one.
  PageSet fill(const Flow& flow);

 private:
  // What the pages held before a unit was placed.
  struct Mark {
    std::size_t texts = 0, lines = 0, boxes = 0, bookmarks = 0;
  };

  Page& page() { return set_.pages.back(); }
  const Page& page() const { return set_.pages.back(); }
  double page_height() const;
  double sheet_y(double y) const;  // from the way down to the page's own coordinates
  bool is_empty() const { return y_ == 0 && page().texts.empty() && page().lines.empty(); }

  void new_page(bool turned = false);
  void remember(std::size_t unit);
  std::size_t turn_back(const Flow& flow, std::size_t unit);

  // False when the unit does not fit; nothing has changed then. Always true on an empty page.
  bool place(const FlowUnit& unit);
  bool place_line(const FlowUnit& unit);
  bool place_table(const FlowUnit& unit);
  bool place_chart(const FlowUnit& unit);
  bool place_turned_table(const FlowUnit& unit);
  void place_rows(const FlowTable& table);
  void place_notes(const FlowTable& table);
  void put(const FlowLine& line, double y);
  void put(const ChartDrawing& drawing, double y);
  void add_bookmark(const FlowUnit& unit, double y);

  PageSet set_;
  double y_ = 0;                // the way down from the head of the type area
  std::vector<Mark> marks_;     // of the units on this page that may be taken back
  std::size_t first_unit_ = 0;  // the unit of marks_[0]
  bool after_table_ = false;    // the page begins with the end of a parted table
};

}  // namespace nianbao
