#include "layout/table_text.h"

#include <algorithm>

namespace nianbao {
namespace {

// Bounds of a column's weight by content, in thousandths of the font size.
constexpr int kNarrowestWeight = 2500;
constexpr int kWidestWeight = 16000;
// A web address does not push the other columns off the page: from here on it is broken inside.
constexpr int kWidestPiece = 12000;

std::size_t index_of(int number) {
  return static_cast<std::size_t>(number);
}

}  // namespace

int TableTextCell::widest_piece() const {
  int widest = 0;
  for (const BreakableText& text : paragraphs) widest = std::max(widest, text.widest_piece());
  return widest;
}

int TableTextCell::natural_width() const {
  int widest = 0;
  for (const BreakableText& text : paragraphs)
    widest = std::max(widest, text.width(0, text.text().characters.size()));
  return widest;
}

TableText::TableText(const Table& table, const TextMeasure& measure)
    : rows_(std::max(0, table.rows)),
      columns_(std::max(0, table.columns)),
      heading_rows_(std::clamp(table.heading_rows, 0, rows_)) {
  take_cells(table, measure);
  find_owners();
  find_weights(table);
  find_least_widths();
}

void TableText::take_cells(const Table& table, const TextMeasure& measure) {
  cells_.reserve(table.cells.size());
  for (const TableCell& source : table.cells) {
    if (source.row < 0 || source.row >= rows_ || source.column < 0 || source.column >= columns_) continue;
    TableTextCell cell;
    cell.first_row = source.row;
    cell.first_column = source.column;
    cell.last_row = source.row + std::clamp(source.row_span, 1, rows_ - source.row) - 1;
    cell.last_column = source.column + std::clamp(source.column_span, 1, columns_ - source.column) - 1;
    cell.role = source.role;
    cell.align = source.align;
    for (StyledText& line : style_lines(print_value(source.value), cell_role(source.role)))
      cell.paragraphs.emplace_back(std::move(line), measure);
    while (!cell.paragraphs.empty() && cell.paragraphs.back().text().empty()) cell.paragraphs.pop_back();
    cells_.push_back(std::move(cell));
  }
}

void TableText::find_owners() {
  const std::size_t places = index_of(rows_) * index_of(columns_);
  owners_.assign(places, -1);
  int owner = 0;
  for (const TableTextCell& cell : cells_) {
    for (int row = cell.first_row; row <= cell.last_row; ++row)
      for (int column = cell.first_column; column <= cell.last_column; ++column) {
        int& place = owners_[index_of(row) * index_of(columns_) + index_of(column)];
        if (place < 0) place = owner;
      }
    ++owner;
  }
  for (int& place : owners_)
    if (place < 0) place = owner++;
}

void TableText::find_weights(const Table& table) {
  weights_ = table.column_weights;
  const bool given = weights_.size() == index_of(columns_) &&
                     std::all_of(weights_.begin(), weights_.end(), [](double weight) { return weight > 0; });
  if (given) return;
  weights_.assign(index_of(columns_), kNarrowestWeight);
  for (const TableTextCell& cell : cells_) {
    if (cell.first_column != cell.last_column) continue;
    double& weight = weights_[index_of(cell.first_column)];
    weight = std::max(weight, double(std::min(cell.natural_width(), kWidestWeight)));
  }
}

void TableText::find_least_widths() {
  least_widths_.assign(index_of(columns_), 1000);
  std::vector<const TableTextCell*> wide;
  for (const TableTextCell& cell : cells_) {
    int& least = least_widths_[index_of(cell.first_column)];
    if (cell.first_column == cell.last_column)
      least = std::max(least, std::min(cell.widest_piece(), kWidestPiece));
    else
      wide.push_back(&cell);
  }
  std::stable_sort(wide.begin(), wide.end(), [](const TableTextCell* left, const TableTextCell* right) {
    return left->last_column - left->first_column < right->last_column - right->first_column;
  });
  for (const TableTextCell* cell : wide) {
    int missing = cell->widest_piece();
    const int columns = cell->last_column - cell->first_column + 1;
    for (int c = cell->first_column; c <= cell->last_column; ++c) missing -= least_widths_[index_of(c)];
    if (missing <= 0) continue;
    for (int c = cell->first_column; c <= cell->last_column; ++c)
      least_widths_[index_of(c)] += missing / columns + 1;
  }
}

}  // namespace nianbao
