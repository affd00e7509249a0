#include "layout/table_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nianbao {
namespace {

constexpr double kSlack = 0.01;          // points; rounding
constexpr double kLookBack = 0.25;       // of a page: how far a break may move up to spare a span
constexpr int kBlankPart = 3;            // a part too low for its text costs as much as so many parted cells
constexpr double kHighestHeading = 0.4;  // of a page: headings taller than this are not repeated
constexpr double kHighestStart = 0.25;   // of a page: how much a second row may add to the start

std::size_t index_of(int number) {
  return static_cast<std::size_t>(number);
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

// Shares `width` by weight; a column never gets less than its least, which together must fit.
std::vector<double> share_width(const std::vector<double>& weights, const std::vector<double>& least,
                                double width) {
  std::vector<double> shares(weights.size(), 0);
  std::vector<bool> fixed(weights.size(), false);
  bool changed = true;
  while (changed) {
    changed = false;
    double rest = width;
    double weight = 0;
    for (std::size_t c = 0; c < weights.size(); ++c) {
      if (fixed[c])
        rest -= least[c];
      else
        weight += weights[c];
    }
    for (std::size_t c = 0; c < weights.size(); ++c) {
      shares[c] = fixed[c] ? least[c] : rest * weights[c] / weight;
      if (!fixed[c] && shares[c] < least[c]) fixed[c] = changed = true;
    }
  }
  return shares;
}

std::vector<double> least_points(const TableText& text, double size) {
  std::vector<double> least;
  for (const int width : text.least_widths()) least.push_back((width + 2 * kCellPadding) * size / 1000);
  return least;
}

}  // namespace

bool TableLayout::fits_width(double width, double size) const {
  return sum(least_points(text_, size)) <= width + kSlack;
}

void TableLayout::set(double width, const TableSetting& setting, double page_room) {
  setting_ = setting;
  std::vector<double> least = least_points(text_, setting.size);
  if (!fits_width(width, setting.size)) least.assign(least.size(), 0);
  edges_.assign(1, 0);
  for (const double share : share_width(text_.weights(), least, width))
    edges_.push_back(edges_.back() + share);
  break_cells();
  const std::vector<double> heights = row_heights(page_room);
  const auto body = heights.begin() + text_.heading_rows();
  const double heading = std::accumulate(heights.begin(), body, 0.0);
  cut_strips(heights, heading <= page_room * kHighestHeading ? page_room - heading : page_room);
  rate_breaks(page_room);
}

int TableLayout::text_width(const TableTextCell& cell) const {
  const double width = left(cell.last_column + 1) - left(cell.first_column);
  return static_cast<int>((width + kSlack) * 1000 / setting_.size) - 2 * kCellPadding;
}

void TableLayout::break_cells() {
  lines_.assign(text_.cells().size(), {});
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const TableTextCell& cell = text_.cells()[i];
    const LineShape shape{text_width(cell), 0, cell.align == Align::centre ? Fill::balanced : Fill::ragged};
    for (std::size_t p = 0; p < cell.paragraphs.size(); ++p) {
      const std::vector<TextLine> lines = cell.paragraphs[p].break_lines(shape);
      if (lines.empty()) lines_[i].push_back({p, {}});
      for (const TextLine& line : lines) lines_[i].push_back({p, line});
    }
  }
}

std::vector<double> TableLayout::row_heights(double page_room) const {
  const double line = kTableLine * setting_.size;
  std::vector<double> heights(index_of(text_.rows()), line + 2 * setting_.padding);
  std::vector<std::size_t> spans;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const TableTextCell& cell = text_.cells()[i];
    double& height = heights[index_of(cell.first_row)];
    const double wanted = double(lines_[i].size()) * line + 2 * setting_.padding;
    if (cell.first_row == cell.last_row)
      height = std::max(height, wanted);
    else
      spans.push_back(i);
  }
  const auto rows_of = [&](std::size_t i) { return text_.cells()[i].last_row - text_.cells()[i].first_row; };
  std::stable_sort(spans.begin(), spans.end(),
                   [&](auto left, auto right) { return rows_of(left) < rows_of(right); });
  for (const std::size_t i : spans) {
    const TableTextCell& cell = text_.cells()[i];
    double wanted = double(lines_[i].size()) * line + 2 * setting_.padding;
    // Text that must run on over pages loses up to a line at each of them.
    if (wanted > page_room) wanted += (std::ceil(wanted / page_room) + 1) * line;
    const auto first = heights.begin() + cell.first_row;
    const auto last = heights.begin() + cell.last_row + 1;
    const double missing = wanted - std::accumulate(first, last, 0.0);
    if (missing > 0)
      std::for_each(first, last, [&](double& height) { height += missing / (rows_of(i) + 1); });
  }
  return heights;
}

void TableLayout::cut_strips(const std::vector<double>& heights, double tallest_row) {
  strip_rows_.clear();
  tops_.assign(1, 0);
  row_strips_.clear();
  const double line = kTableLine * setting_.size;
  int row = 0;
  for (const double height : heights) {
    row_strips_.push_back(strip_rows_.size());
    double rest = height;
    if (height > tallest_row) {
      double strip = setting_.padding + line;
      while (rest - strip > line + setting_.padding - kSlack) {
        strip_rows_.push_back(row);
        tops_.push_back(tops_.back() + strip);
        rest -= strip;
        strip = line;
      }
    }
    strip_rows_.push_back(row++);
    tops_.push_back(tops_.back() + rest);
  }
  row_strips_.push_back(strip_rows_.size());
}

StripRange TableLayout::strips_of(const TableTextCell& cell) const {
  return {row_strips_[index_of(cell.first_row)], row_strips_[index_of(cell.last_row) + 1]};
}

void TableLayout::rate_breaks(double page_room) {
  break_costs_.assign(strips() + 1, 0);
  // Between two strips, both outside.
  const auto add = [this](std::size_t above, std::size_t below, int cost) {
    if (above + 1 >= below) return;
    break_costs_[above + 1] += cost;
    break_costs_[below] -= cost;
  };
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const StripRange range = strips_of(text_.cells()[i]);
    if (range.end - range.begin < 2) continue;
    add(range.begin, range.end, 1);
    const double height = double(lines_[i].size()) * kTableLine * setting_.size;
    if (height > page_room) continue;  // it runs on, wherever it is parted
    const auto first = tops_.begin() + static_cast<std::ptrdiff_t>(range.begin);
    const auto last = tops_.begin() + static_cast<std::ptrdiff_t>(range.end);
    const auto high_enough = std::lower_bound(first, last, top(range.begin) + height - kSlack);
    const auto too_low = std::upper_bound(first, last, top(range.end) - height + kSlack);
    add(range.begin, static_cast<std::size_t>(high_enough - tops_.begin()), kBlankPart);
    add(static_cast<std::size_t>(too_low - tops_.begin()) - 1, range.end, kBlankPart);
  }
  std::partial_sum(break_costs_.begin(), break_costs_.end(), break_costs_.begin());
}

bool TableLayout::repeats_heading(double page_room) const {
  const std::size_t heading = heading_strips();
  return heading > 0 && heading < strips() && top(heading) <= page_room * kHighestHeading;
}

double TableLayout::least_start(double page_room) const {
  const std::size_t first = std::min(strips(), heading_strips() + 1);
  const std::size_t second = std::min(strips(), first + 1);
  return top(second) - top(first) <= page_room * kHighestStart ? top(second) : top(first);
}

// The last of the cheapest places for a break in [least, end].
std::size_t TableLayout::best_end(std::size_t least, std::size_t end, double room) const {
  std::size_t best = end;
  for (std::size_t i = end; i >= least && top(end) - top(i) <= room * kLookBack; --i)
    if (break_costs_[i] < break_costs_[best]) best = i;
  return best;
}

std::vector<StripRange> TableLayout::part(const Rooms& rooms) const {
  std::vector<StripRange> ranges;
  const double heading = repeats_heading(rooms.page) ? top(heading_strips()) : 0;
  std::size_t begin = 0;
  while (begin < strips()) {
    const double room = begin == 0 ? rooms.first : rooms.page - heading;
    // At least one strip, and under headings at least one of the body.
    std::size_t least = begin + 1;
    if (begin == 0 && heading_strips() < strips() && top(heading_strips() + 1) <= room + kSlack)
      least = heading_strips() + 1;
    const auto after = std::upper_bound(tops_.begin() + static_cast<std::ptrdiff_t>(begin), tops_.end(),
                                        top(begin) + room + kSlack);
    std::size_t end = std::max(least, static_cast<std::size_t>(after - tops_.begin()) - 1);
    if (end >= strips()) {
      const bool note_fits = top(strips()) - top(begin) + rooms.note <= room + kSlack;
      end = note_fits || strips() - 1 < least ? strips() : strips() - 1;
    }
    if (end < strips()) end = best_end(least, end, room);
    ranges.push_back({begin, end});
    begin = end;
  }
  return ranges;
}

}  // namespace nianbao
