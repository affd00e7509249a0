#include "export/xlsx_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "export/xlsx_text.h"

namespace nianbao {

namespace {

// A4 less the margins of the print set-up, in pixels of 1/96 inch: 7.1 by 10.2 inches, a little kept back
// because printers' fonts are not the screen's.
constexpr int kShortSide = 660;
constexpr int kLongSide = 960;
constexpr double kPointsPerPixel = 0.75;

constexpr int kPadding = 10;      // pixels left and right of a cell's text
constexpr int kLabelLines = 4;    // a label takes at most so many lines, if the column can help it
constexpr int kWidestLabel = 40;  // half-width columns that it may ask for
constexpr int kNarrowest = 4;
constexpr int kSameEdge = 8;  // pixels within which edges of two tables become one
constexpr double kSmallestRow = 18;

// Pixels of a half-width character.
double half_width(int type) {
  return type / 2.0 / kPointsPerPixel / 2.0;
}

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

// Half-width columns that the column of a cell must have.
int needed_columns(const TableCell& cell) {
  const std::string text = print_value(cell.value);
  if (cell.role == CellRole::number && !std::holds_alternative<std::string>(cell.value)) {
    return widest_line(text) + 1;
  }
  const int lines = kLabelLines * cell.row_span;
  const int for_lines = cell.role == CellRole::heading ? 0 : (widest_line(text) + lines - 1) / lines;
  return std::min(std::max(for_lines, widest_word(text)), kWidestLabel);
}

std::vector<double> needed_widths(const Table& table) {
  const double half = half_width(kTableType);
  std::vector<double> needed(at(std::max(table.columns, 0)), kNarrowest * half + kPadding);
  for (const TableCell& cell : table.cells) {
    if (cell.column_span > 1) continue;
    double& width = needed[at(cell.column)];
    width = std::max(width, needed_columns(cell) * half + kPadding);
  }
  return needed;
}

// The table's weights; without usable ones, what its columns need.
std::vector<double> desired_shares(const Table& table, const std::vector<double>& needed) {
  const std::vector<double>& weights = table.column_weights;
  const bool usable =
      weights.size() == needed.size() &&
      std::all_of(weights.begin(), weights.end(), [](double w) { return std::isfinite(w) && w > 0; });
  std::vector<double> shares = usable ? weights : needed;
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares) share /= sum;
  return shares;
}

// Widths that fill `page` by the table's weights; no column is narrower than it needs, even if the table then
// grows beyond the page.
std::vector<double> fit_columns(const Table& table, double page) {
  std::vector<double> needed = needed_widths(table);
  const std::vector<double> shares = desired_shares(table, needed);
  const double least = std::accumulate(needed.begin(), needed.end(), 0.0);
  if (least >= page) return needed;
  std::vector<double> widths(needed.size());
  double spare = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    widths[i] = std::max(shares[i] * page, needed[i]);
    spare += widths[i] - needed[i];
  }
  const double over = std::accumulate(widths.begin(), widths.end(), 0.0) - page;
  for (std::size_t i = 0; i < widths.size() && spare > 0; ++i) {
    widths[i] -= over * (widths[i] - needed[i]) / spare;
  }
  return widths;
}

// Right edges of the columns in pixels, stretched to `width`.
std::vector<int> edges_of(const std::vector<double>& widths, double width) {
  const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
  std::vector<int> edges;
  double edge = 0;
  for (const double column : widths) {
    edge += column * width / sum;
    edges.push_back(static_cast<int>(std::lround(edge)));
  }
  return edges;
}

// Edges of all tables, those within kSameEdge taken as one. A table's own edges lie further apart.
std::vector<int> merged_edges(const std::vector<std::vector<int>>& tables) {
  std::vector<int> all;
  for (const auto& edges : tables) all.insert(all.end(), edges.begin(), edges.end());
  std::sort(all.begin(), all.end());
  std::vector<int> merged;
  for (const int edge : all) {
    if (merged.empty() || edge - merged.back() > kSameEdge) merged.push_back(edge);
  }
  return merged;
}

TableColumns place_columns(const std::vector<int>& edges, const std::vector<int>& merged) {
  TableColumns columns;
  columns.first.push_back(0);
  for (const int edge : edges) {
    // The last merged edge at or before this one stands for it.
    const auto after = std::upper_bound(merged.begin(), merged.end(), edge);
    columns.first.push_back(static_cast<int>(after - merged.begin()));
  }
  return columns;
}

double line_height(int type) {
  return type / 2.0 * 1.3;
}

// A cell over several rows may need more than they have: the last of them gives it.
void stretch_spans(const Table& table, const FormGrid& grid, const TableColumns& columns,
                   std::vector<double>& heights) {
  for (const TableCell& cell : table.cells) {
    if (cell.row_span == 1) continue;
    const int width =
        grid.width_of(columns.first[at(cell.column)], columns.first[at(cell.column + cell.column_span)]);
    const double needed = text_height(print_value(cell.value), width, kTableType);
    const double has =
        std::accumulate(heights.begin() + cell.row, heights.begin() + cell.row + cell.row_span, 0.0);
    for (int row = cell.row; row < cell.row + cell.row_span && needed > has; ++row) {
      heights[at(row)] += (needed - has) / cell.row_span;
    }
  }
}

}  // namespace

int FormGrid::width_of(int first, int end) const {
  return std::accumulate(widths.begin() + first, widths.begin() + end, 0);
}

FormGrid make_form_grid(const Sheet& sheet) {
  const double page = page_width(sheet.landscape);
  std::vector<std::vector<double>> tables;
  double width = page;
  for (const Table& table : sheet.tables) {
    tables.push_back(fit_columns(table, page));
    width = std::max(width, std::accumulate(tables.back().begin(), tables.back().end(), 0.0));
  }
  std::vector<std::vector<int>> edges;
  edges.reserve(tables.size());
  for (const auto& widths : tables) edges.push_back(edges_of(widths, width));
  FormGrid grid;
  std::vector<int> merged = merged_edges(edges);
  if (merged.empty()) merged.push_back(static_cast<int>(page));
  int last = 0;
  for (const int edge : merged) {
    grid.widths.push_back(edge - last);
    last = edge;
  }
  for (const auto& table : edges) grid.tables.push_back(place_columns(table, merged));
  return grid;
}

int pixels_for(int columns) {
  return static_cast<int>(std::ceil(columns * half_width(kTableType))) + kPadding;
}

double text_height(std::string_view text, int width, int type) {
  const double columns = (width - kPadding) / half_width(type) + 0.5;
  return wrapped_lines(text, columns) * line_height(type) + 5;
}

std::vector<double> row_heights(const Table& table, const FormGrid& grid, const TableColumns& columns) {
  std::vector<double> heights(at(table.rows), kSmallestRow);
  for (const TableCell& cell : table.cells) {
    if (cell.row_span > 1) continue;
    const int width =
        grid.width_of(columns.first[at(cell.column)], columns.first[at(cell.column + cell.column_span)]);
    double& height = heights[at(cell.row)];
    height = std::max(height, text_height(print_value(cell.value), width, kTableType));
  }
  stretch_spans(table, grid, columns, heights);
  for (double& height : heights) height = std::min(std::round(height * 4) / 4, kTallestRow);
  return heights;
}

int page_width(bool landscape) {
  return landscape ? kLongSide : kShortSide;
}

double page_height(bool landscape) {
  return (landscape ? kShortSide : kLongSide) * kPointsPerPixel;
}

}  // namespace nianbao
