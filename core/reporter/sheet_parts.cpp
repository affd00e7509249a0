#include "reporter/sheet_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "reporter/list_table.h"

namespace nianbao {

namespace {

constexpr int kShortTable = 32;    // rows that fit on a page, whichever way it lies
constexpr double kNameColumn = 4;  // width of the first column, measured in others

}  // namespace

Sheet data_sheet(std::string name, Table table, std::vector<std::string> notes) {
  Sheet sheet;
  sheet.name = std::move(name);
  sheet.data = true;
  sheet.landscape = true;
  sheet.notes = std::move(notes);
  sheet.tables.push_back(std::move(table));
  return sheet;
}

Sheet form_sheet(std::string name, const Figures& figures, const std::string& title) {
  Sheet sheet;
  sheet.name = std::move(name);
  sheet.title = fmt::format("{}{}年{}", figures.issuer, figures.year, title);
  return sheet;
}

Table group_table(std::string name, const std::string& heading, const std::vector<FigureGroup>& groups,
                  const FigureGroup* total) {
  if (groups.empty()) return {};
  std::vector<std::string> headings{heading};
  for (const Measure& measure : groups.front().measures) headings.emplace_back(measure.label);
  ListTable list(std::move(name), headings);
  for (const FigureGroup& group : groups) {
    std::vector<CellValue> values{group.label};
    for (const Measure& measure : group.measures) values.push_back(measure.value);
    list.row(std::move(values));
  }
  if (total != nullptr) {
    std::vector<ListTable::Total> totals;
    for (const Measure& measure : total->measures) totals.push_back({measure.value, measure.adds_up});
    list.total_row("合计", std::move(totals));
  }
  Table table = list.take();
  table.column_weights.front() = kNameColumn;
  for (TableCell& cell : table.cells) {
    if (cell.role != CellRole::heading && cell.column > 0) cell.align = Align::right;  // "/", too
  }
  return table;
}

Table paper_table(std::string name, const std::vector<PaperColumn>& columns,
                  const std::vector<std::vector<CellValue>>& rows) {
  std::vector<std::size_t> kept;
  std::vector<std::string> headings;
  std::vector<double> weights;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto is_given = [i](const std::vector<CellValue>& row) { return !print_value(row[i]).empty(); };
    if (std::none_of(rows.begin(), rows.end(), is_given)) continue;
    kept.push_back(i);
    headings.emplace_back(columns[i].heading);
    weights.push_back(columns[i].weight);
  }
  if (kept.empty()) return {};
  ListTable list(std::move(name), headings);
  for (const std::vector<CellValue>& row : rows) {
    std::vector<CellValue> values;
    for (const std::size_t column : kept) values.push_back(row[column]);
    list.row(std::move(values));
  }
  Table table = list.take();
  table.column_weights = std::move(weights);
  return table;
}

void add_table(Sheet& sheet, Table table, std::string caption) {
  if (table.rows == 0) return;
  table.caption = std::move(caption);
  table.keep_whole = table.rows <= kShortTable;
  sheet.tables.push_back(std::move(table));
}

std::vector<FigureGroup> in_register_order(std::vector<FigureGroup> groups, const UnitRegister& units) {
  const auto place = [&](const FigureGroup& group) {
    const Unit* unit = units.find(group.key);
    return unit ? unit - units.units().data() : static_cast<std::ptrdiff_t>(units.units().size());
  };
  std::vector<std::pair<std::ptrdiff_t, FigureGroup>> placed;
  for (FigureGroup& group : groups) {
    const std::ptrdiff_t at = place(group);
    placed.emplace_back(at, std::move(group));
  }
  std::stable_sort(placed.begin(), placed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  groups.clear();
  for (auto& [at, group] : placed) groups.push_back(std::move(group));
  return groups;
}

std::string joined_names(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, "、"));
}

std::string shown_names(const std::vector<std::string>& names, const std::string& text) {
  static constexpr std::size_t kLongestList = 3;
  return names.size() <= kLongestList ? joined_names(names) : text;
}

}  // namespace nianbao
