#include "reporter/year_charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace nianbao {

namespace {

// More categories than this are no picture: those at the end become one.
constexpr std::size_t kMostPictured = 24;
// Names that stand side by side under upright columns, at most so many, so wide in half-width characters.
constexpr std::size_t kMostColumns = 8;
constexpr int kWidestName = 12;

constexpr std::int64_t kDaysTogether = 5;
constexpr std::int64_t kLastDays = 40;  // the longest time with a full extension

struct Row {
  std::string name;
  std::vector<std::int64_t> counts = {};
};

Chart chart_of(std::string name, std::string title, const std::vector<Row>& series) {
  Chart chart;
  chart.name = std::move(name);
  chart.title = std::move(title);
  for (const Row& row : series) {
    chart.series.push_back({row.name, {row.counts.begin(), row.counts.end()}});
  }
  return chart;
}

void join_last(std::vector<std::string>& categories, std::vector<Row>& series) {
  if (categories.size() <= kMostPictured) return;
  const std::size_t kept = kMostPictured - 1;
  const std::string rest = fmt::format("其余 {} 类", categories.size() - kept);
  categories.resize(kept);
  categories.push_back(rest);
  for (Row& row : series) {
    const auto first = row.counts.begin() + static_cast<std::ptrdiff_t>(kept);
    *first = std::accumulate(first, row.counts.end(), std::int64_t{0});
    row.counts.resize(kMostPictured);
  }
}

bool fit_side_by_side(const std::vector<std::string>& names) {
  return names.size() <= kMostColumns && std::all_of(names.begin(), names.end(), [](const std::string& name) {
           return display_width(name) <= kWidestName;
         });
}

std::string day_category(std::int64_t first) {
  if (first > kLastDays) return fmt::format("{}天以上", first);
  return first == 0 ? fmt::format("{}天以内", kDaysTogether)
                    : fmt::format("{}–{}天", first, first + kDaysTogether - 1);
}

}  // namespace

std::optional<Chart> times_chart(const Figures& figures) {
  if (!figures.requests || !figures.requests->has_clock) return std::nullopt;
  std::vector<Row> series = {{"按期办结"}, {"超期办结"}};
  for (Row& row : series) row.counts.assign(12, 0);
  std::int64_t closed = 0;
  for (const TimeFigures& month : figures.requests->by_month) {
    for (std::size_t i = 0; i < 12; ++i) {
      if (month.key != fmt::format("{}-{:02}", figures.year, i + 1)) continue;
      series[0].counts[i] = month.in_time;
      series[1].counts[i] = month.overdue;
      closed += month.closed;
    }
  }
  if (closed == 0 || closed != figures.requests->answered) return std::nullopt;
  Chart chart = chart_of("chart_times", fmt::format("{}年各月办结申请", figures.year), series);
  chart.unit = "件";
  chart.stacked = true;
  for (int month = 1; month <= 12; ++month) chart.categories.push_back(fmt::format("{}月", month));
  return chart;
}

std::optional<Chart> days_chart(const Figures& figures) {
  if (!figures.requests || figures.requests->days.count() == 0) return std::nullopt;
  // The first category holds day 0, too: closed on the day of receipt.
  Row row{"办结", std::vector<std::int64_t>(kLastDays / kDaysTogether + 1)};
  for (const auto& [days, count] : figures.requests->days.entries()) {
    const std::int64_t place = (std::clamp<std::int64_t>(days, 1, kLastDays + 1) - 1) / kDaysTogether;
    row.counts[static_cast<std::size_t>(place)] += count;
  }
  Chart chart = chart_of("chart_days", fmt::format("{}年办结申请的办理用时（工作日）", figures.year), {row});
  chart.unit = "件";
  for (std::size_t i = 0; i < row.counts.size(); ++i) {
    chart.categories.push_back(day_category(i == 0 ? 0 : static_cast<std::int64_t>(i) * kDaysTogether + 1));
  }
  return chart;
}

std::optional<Chart> tasks_chart(const Figures& figures) {
  if (!figures.tasks || figures.tasks->by_area.empty()) return std::nullopt;
  std::vector<std::string> areas;
  std::vector<Row> series = {{"按期完成"},         {"逾期完成"}, {"逾期未完成"},
                             {"未完成（未逾期）"}, {"长期坚持"}, {"已完成（缺日期或时限）"}};
  for (const auto& [area, counts] : figures.tasks->by_area) {
    areas.push_back(area);
    const std::int64_t values[] = {counts.in_time,  counts.late,
                                   counts.overdue,  counts.running + counts.not_started - counts.overdue,
                                   counts.standing, counts.done - counts.in_time - counts.late};
    for (std::size_t i = 0; i < series.size(); ++i) series[i].counts.push_back(values[i]);
  }
  // Rare, and last so that the others keep their colours.
  const auto& undated = series.back().counts;
  if (std::count(undated.begin(), undated.end(), 0) == std::ssize(undated)) series.pop_back();
  join_last(areas, series);
  Chart chart =
      chart_of("chart_tasks", fmt::format("{}年政务公开工作要点任务落实情况", figures.year), series);
  chart.unit = "项";
  chart.kind = ChartKind::bars;
  chart.stacked = true;
  chart.categories = std::move(areas);
  return chart;
}

std::optional<Chart> activities_chart(const Figures& figures) {
  if (!figures.activities || figures.activities->by_class.empty()) return std::nullopt;
  std::vector<std::string> classes;
  std::vector<Row> series = {{"计划"}, {"举办"}};
  for (const auto& [name, counts] : figures.activities->by_class) {
    classes.push_back(name);
    series[0].counts.push_back(counts.planned);
    series[1].counts.push_back(counts.held);
  }
  join_last(classes, series);
  Chart chart = chart_of("chart_activities", fmt::format("{}年公开活动的计划和举办", figures.year), series);
  chart.unit = "次";
  chart.kind = fit_side_by_side(classes) ? ChartKind::columns : ChartKind::bars;
  chart.categories = std::move(classes);
  return chart;
}

}  // namespace nianbao
