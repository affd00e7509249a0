#include "layout/table_fitting.h"

#include <algorithm>
#include <array>

#include "layout/page_geometry.h"

namespace nianbao {
namespace {

// From comfortable to the smallest that still reads; first the padding goes, then the size.
constexpr std::array<TableSetting, 12> kSettings = {{{10.5, 4},
                                                     {10.5, 2.5},
                                                     {10, 2.5},
                                                     {10, 2},
                                                     {9.5, 2},
                                                     {9, 2},
                                                     {9, 1.5},
                                                     {8.5, 1.5},
                                                     {8, 1.5},
                                                     {7.5, 1},
                                                     {7, 1},
                                                     {7, 0.5}}};
// A table up to this share of a page is not worth parting.
constexpr double kSmallTable = 0.35;

const TableSetting* first_fitting(const TableLayout& layout, double width) {
  const auto* found = std::find_if(kSettings.begin(), kSettings.end(), [&](const TableSetting& setting) {
    return layout.fits_width(width, setting.size);
  });
  return found == kSettings.end() ? nullptr : found;
}

double page_height(const FlowTable& table) {
  return table.turned ? kTurnedHeight : kTypeHeight;
}

}  // namespace

double row_room(const FlowTable& table) {
  // Captions and notes of many lines must not leave nothing for the rows.
  const double room = page_height(table) - table.caption_height();
  return std::max(room, page_height(table) / 2);
}

void choose_direction(FlowTable& table) {
  table.turned = first_fitting(table.layout, kTypeWidth) == nullptr;
}

void fit_table(FlowTable& table, bool keep_whole, double room) {
  const double width = table.turned ? kTurnedWidth : kTypeWidth;
  if (table.turned) room = kTurnedHeight;
  const TableSetting* first = first_fitting(table.layout, width);
  if (first == nullptr) first = &kSettings.back();
  table.layout.set(width, *first, row_room(table));
  table.whole = table.height() <= room * kSmallTable;
  if (!keep_whole || table.whole) return;
  const auto* setting = first;
  while (table.height() > room && setting + 1 != kSettings.end())
    table.layout.set(width, *++setting, row_room(table));
  table.whole = table.height() <= room;
  if (!table.whole) table.layout.set(width, *first, row_room(table));
}

}  // namespace nianbao
