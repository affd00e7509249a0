// A laid-out table onto pages: rules between owners, text in the middle of its cell. A cell that a page break
// parts has its text printed again in each part that can hold it; text too long for any part runs on from
// part to part.
#pragma once

#include <vector>

#include "layout/page.h"
#include "layout/table_layout.h"

namespace nianbao {

// One page's share of a table.
struct TableSheet {
  std::size_t page = 0;
  double left = 0, top = 0;  // upper left corner, in the page's own (perhaps turned) coordinates
  bool repeats_heading = false;
  StripRange strips;
};

// `sheets` hold all strips of the table once, in order.
void draw_table(const TableLayout& table, const std::vector<TableSheet>& sheets, std::vector<Page>& pages);

}  // namespace nianbao
