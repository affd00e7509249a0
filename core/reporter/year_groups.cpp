#include "reporter/year_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "cube/percent.h"
#include "reporter/list_table.h"

namespace nianbao {

namespace {

CellValue value_or_blank(const std::optional<std::int64_t>& count) {
  return count ? CellValue(*count) : CellValue();
}

// "2024-03" -> "2024年3月".
std::string month_label(const std::string& key) {
  const auto day = parse_date(key + "-01");
  return day ? fmt::format("{}年{}月", static_cast<int>(day->year()), static_cast<unsigned>(day->month()))
             : key;
}

std::string applicant_label(const std::string& key) {
  for (int i = 0; i < kApplicants; ++i) {
    if (key == table3_column(i).key) return table3_column(i).label;
  }
  return key;
}

std::string outcome_label(const std::string& key) {
  for (int i = 0; i < kTable3Rows; ++i) {
    const Row3Name& row = form_name(static_cast<Row3>(i));
    if (key == row.key) return std::string(row.path) + row.brief;
  }
  return key;
}

TimeFigures all_of(const RequestFigures& requests) {
  TimeFigures all;
  all.closed = requests.answered;
  all.in_time = requests.in_time;
  all.overdue = requests.overdue;
  all.days = requests.days;
  Figures of_units;
  of_units.requests.emplace().by_unit = requests.by_unit;
  all.received = received_of(of_units).value_or(0);
  return all;
}

FigureDivision division(const char* key, const char* label, const std::vector<TimeFigures>& groups) {
  FigureDivision made{key, label, {}};
  for (const TimeFigures& group : groups) {
    made.groups.push_back({group.key, group_label(key, group.key), measures_of(group)});
  }
  return made;
}

template <typename Counts>
FigureDivision division(const char* key, const char* label,
                        const std::vector<std::pair<std::string, Counts>>& groups) {
  FigureDivision made{key, label, {}};
  for (const auto& [name, counts] : groups) {
    made.groups.push_back({name, group_label(key, name), measures_of(counts)});
  }
  return made;
}

}  // namespace

std::vector<Measure> measures_of(const TimeFigures& figures) {
  std::vector<Measure> measures;
  if (figures.received) measures.push_back({"received", "新收", *figures.received, true});
  const DayHistogram& days = figures.days;
  const std::vector<Measure> others = {
      {"closed", "办结", figures.closed, true},
      {"in_time", "按期", figures.in_time, true},
      {"overdue", "超期", figures.overdue, true},
      {"in_time_rate", "按期率（%）", decimal_value(percent_text(figures.in_time, figures.closed))},
      {"days.median", "中位数", value_or_blank(days.median())},
      {"days.mean", "平均", decimal_value(days.mean())},
      {"days.p90", "第90百分位", value_or_blank(days.percentile(90))},
      {"days.min", "最短", value_or_blank(days.smallest())},
      {"days.max", "最长", value_or_blank(days.largest())}};
  measures.insert(measures.end(), others.begin(), others.end());
  return measures;
}

std::vector<Measure> measures_of(const TaskCounts& counts) {
  return {{"total", "任务", counts.total, true},
          {"done", "已完成", counts.done, true},
          {"in_time", "按期完成", counts.in_time, true},
          {"late", "逾期完成", counts.late, true},
          {"running", "进行中", counts.running, true},
          {"not_started", "未开始", counts.not_started, true},
          {"overdue", "逾期未完成", counts.overdue, true},
          {"standing", "长期坚持", counts.standing, true},
          {"rate", "完成率（%）", decimal_value(completion_rate(counts))}};
}

std::vector<Measure> measures_of(const ActivityCounts& counts) {
  return {
      {"planned", "计划", counts.planned, true},
      {"held", "举办", counts.held, true},
      {"not_held", "未举办", counts.not_held, true},
      {"participants", "参与人次", value_of(counts.participants), true},
      {"opinions", "收集意见", value_of(counts.opinions), true},
      {"adopted", "采纳意见", value_of(counts.adopted), true},
      {"adoption_rate", "采纳率（%）", decimal_value(adoption_rate(counts))},
      {"published_feedback", "公开反馈", counts.published_feedback, true},
      {"feedback_rate", "反馈率（%）", decimal_value(percent_text(counts.published_feedback, counts.held))}};
}

const FigureDivision& YearPart::division(std::string_view key) const {
  const auto found =
      std::find_if(divisions.begin(), divisions.end(), [&](const FigureDivision& d) { return d.key == key; });
  assert(found != divisions.end());
  return *found;
}

YearPart year_part(const RequestFigures& requests) {
  return {{"", "全部", measures_of(all_of(requests))},
          {division("by_unit", "受理单位", requests.by_unit), division("by_month", "月份", requests.by_month),
           division("by_topic", "事项类别", requests.by_topic),
           division("by_channel", "受理渠道", requests.by_channel),
           division("by_applicant", "申请人", requests.by_applicant),
           division("by_outcome", "办理结果", requests.by_outcome)}};
}

YearPart year_part(const TaskFigures& tasks) {
  return {{"", "全部", measures_of(tasks.all)},
          {division("by_area", "一级任务", tasks.by_area), division("by_lead", "牵头部门", tasks.by_lead),
           division("by_unit", "责任单位", tasks.by_unit), division("by_month", "完成时限", tasks.by_month)}};
}

YearPart year_part(const ActivityFigures& activities) {
  return {
      {"", "全部", measures_of(activities.all)},
      {division("by_class", "类别", activities.by_class), division("by_unit", "主办单位", activities.by_unit),
       division("by_month", "月份", activities.by_month)}};
}

std::string group_label(std::string_view division, const std::string& key) {
  if (division == "by_month") return month_label(key);
  if (division == "by_applicant") return applicant_label(key);
  return division == "by_outcome" ? outcome_label(key) : key;
}

CellValue decimal_value(const std::optional<std::string>& text) {
  const auto value = text ? Decimal::parse(*text) : std::nullopt;
  return value ? CellValue(*value) : CellValue();
}

}  // namespace nianbao
