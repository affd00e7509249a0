#include "reporter/year_beside_year.h"

#include <fmt/format.h>

#include "reporter/list_table.h"
#include "reporter/year_groups.h"

namespace nianbao {

namespace {

struct Line {
  const char* label;
  CellValue value;
};

// What is known of all; blank what the file of last year does not say.
std::vector<Line> lines_of(const Figures& figures) {
  const RequestFigures& requests = *figures.requests;
  TimeFigures all;
  all.received = received_of(figures);
  const bool knows_received = all.received.has_value();
  if (!knows_received) all.received = 0;  // keeps its place among the measures
  all.closed = requests.answered;
  all.in_time = requests.in_time;
  all.overdue = requests.overdue;
  all.days = requests.days;
  static constexpr const char* kLabels[] = {
      "新收（件）",       "办结（件）",     "其中：按期（件）",     "其中：超期（件）", "按期率（%）",
      "办理用时：中位数", "办理用时：平均", "办理用时：第90百分位", "办理用时：最短",   "办理用时：最长"};
  std::vector<Line> lines;
  const std::vector<Measure> measures = measures_of(all);
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const bool is_known = i == 0 ? knows_received : i == 1 || requests.has_clock;
    lines.push_back({kLabels[i], is_known ? measures[i].value : CellValue()});
  }
  lines.push_back({"12月31日尚未办结（件）", requests.open});
  lines.push_back(
      {"其中：已超期（件）", requests.has_clock ? CellValue(requests.overdue_open) : CellValue()});
  return lines;
}

CellValue change(const CellValue& now, const CellValue& last) {
  const auto* count = std::get_if<std::int64_t>(&now);
  const auto* last_count = std::get_if<std::int64_t>(&last);
  if (count && last_count) return *count - *last_count;
  const auto* amount = std::get_if<Decimal>(&now);
  const auto* last_amount = std::get_if<Decimal>(&last);
  if (!amount || !last_amount) return {};
  const auto negated = Decimal::parse("-" + last_amount->to_string());
  const auto difference = negated ? amount->plus(*negated) : std::nullopt;
  return difference ? CellValue(*difference) : CellValue();
}

}  // namespace

Table year_beside_year(const Compilation& compilation) {
  const Figures& figures = compilation.figures;
  const bool has_previous = compilation.previous && compilation.previous->requests;
  std::vector<std::string> headings = {"项目", fmt::format("{}年", figures.year)};
  if (has_previous) {
    headings.push_back(fmt::format("{}年", compilation.previous->year));
    headings.emplace_back("增减");
  }
  ListTable list("times_years", headings);
  const std::vector<Line> now = lines_of(figures);
  const std::vector<Line> last = has_previous ? lines_of(*compilation.previous) : std::vector<Line>();
  for (std::size_t i = 0; i < now.size(); ++i) {
    std::vector<CellValue> values = {std::string(now[i].label), now[i].value};
    if (has_previous) {
      values.push_back(last[i].value);
      values.push_back(change(now[i].value, last[i].value));
    }
    list.row(std::move(values));
  }
  Table table = list.take();
  table.column_weights.front() = 2;
  return table;
}

}  // namespace nianbao
