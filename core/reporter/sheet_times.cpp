#include "reporter/sheet_times.h"

#include <fmt/format.h>

#include <algorithm>

#include "cube/time_cube.h"
#include "reporter/list_table.h"
#include "reporter/sheet_parts.h"
#include "reporter/year_beside_year.h"
#include "reporter/year_charts.h"

namespace nianbao {

namespace {

bool has_times(const Compilation& compilation) {
  return compilation.figures.requests && compilation.figures.requests->has_clock;
}

Table oldest_open(const RequestFigures& requests) {
  std::vector<std::vector<CellValue>> rows;
  for (const OldestOpen& open : requests.oldest_open) {
    rows.push_back({open.unit, open.id, format_iso(open.received), open.days, iso_or_blank(open.deadline),
                    std::string(open.late ? "是" : "否")});
  }
  return paper_table("times_oldest_open",
                     {{"受理单位", 2},
                      {"申请编号", 2},
                      {"收到日期", 1.2},
                      {"已计工作日", 1},
                      {"期限到", 1.2},
                      {"已超期", 0.8}},
                     rows);
}

// Requests are counted in one group of each division: the groups add up to all.
class TimesForm {
 public:
  explicit TimesForm(const Compilation& compilation)
      : compilation_(compilation),
        requests_(*compilation.figures.requests),
        part_(year_part(requests_)),
        sheet_(form_sheet("时效", compilation.figures, "政府信息公开申请办理时效")) {}

  Sheet make() {
    add_notes();
    add_table(sheet_, year_beside_year(compilation_), "总体情况");
    add_table(sheet_, oldest_open(requests_), "12月31日尚未办结、收到最早的申请");
    add_division("by_month", part_.division("by_month").groups, "按月（新收按收到的月份，其余按办结的月份）");
    add_division("by_applicant", part_.division("by_applicant").groups, "按申请人");
    add_division("by_channel", printed("by_channel", requests_.by_channel), "按受理渠道");
    add_division("by_outcome", part_.division("by_outcome").groups, "按办理结果");
    add_division("by_topic", printed("by_topic", requests_.by_topic), "按事项类别");
    for (auto& chart : {times_chart(compilation_.figures), days_chart(compilation_.figures)}) {
      if (chart) sheet_.charts.push_back(*chart);
    }
    return std::move(sheet_);
  }

 private:
  void add_notes() {
    const bool has_filed = std::any_of(compilation_.unit_tables.begin(), compilation_.unit_tables.end(),
                                       [](const UnitTables& tables) { return tables.table3.has_value(); });
    sheet_.notes = {std::string("范围：新收为本年度收到的申请，其余各项为本年度办结的申请") +
                        (has_filed ? "；只报单位报表的单位没有逐件记录，不在其中。" : "。"),
                    "办理用时为最后一次起算后计入期限的工作日：补正、缴费后重新起算，征求意见的时间不计；按期"
                    "、超期以法定的、"
                    "依法延长的或者另定的期限为准。",
                    "中位数、第90百分位按名次取，是实际出现过的天数；合计行由全部申请算出，不是各行的平均。"
                    "没有办结的，比率和用时为空。分单位的在“分单位时效”，全部天数在“天数分布”。"};
  }

  std::vector<FigureGroup> printed(const char* division, const std::vector<TimeFigures>& figures) const {
    std::vector<FigureGroup> groups;
    for (const TimeFigures& group : most_closed(figures)) {
      groups.push_back({group.key, group_label(division, group.key), measures_of(group)});
    }
    return groups;
  }

  void add_division(const char* key, const std::vector<FigureGroup>& groups, const char* caption) {
    // A ledger without that column.
    if (groups.size() == 1 && groups.front().key == kNoGroup) return;
    FigureGroup total = part_.all;
    const bool has_received = !groups.empty() && groups.front().measures.size() == total.measures.size();
    if (!has_received) total.measures.erase(total.measures.begin());
    const char* heading = part_.division(key).label;
    add_table(sheet_, group_table(std::string("times_") + key, heading, groups, &total), caption);
  }

  const Compilation& compilation_;
  const RequestFigures& requests_;
  YearPart part_;
  Sheet sheet_;
};

void add_days(ListTable& list, const Figures& figures, const std::string& unit, const DayHistogram& days) {
  for (const auto& [number, count] : days.entries()) {
    list.row({static_cast<std::int64_t>(figures.year), figures.issuer, unit, number, count});
  }
}

}  // namespace

std::vector<TimeFigures> most_closed(std::vector<TimeFigures> groups) {
  const auto is_named = [](const TimeFigures& group) {
    return group.key != kNoGroup && group.key != kOtherGroups;
  };
  const auto named_end = std::stable_partition(groups.begin(), groups.end(), is_named);
  std::stable_sort(groups.begin(), named_end,
                   [](const TimeFigures& a, const TimeFigures& b) { return a.closed > b.closed; });
  const auto named = static_cast<std::size_t>(named_end - groups.begin());
  if (named <= kMostPrinted) return groups;
  const auto first = groups.begin() + static_cast<std::ptrdiff_t>(kMostPrinted) - 1;
  TimeFigures rest;
  rest.key = fmt::format("其余 {} 类", named - kMostPrinted + 1);
  rest.received = 0;
  for (auto group = first; group != named_end; ++group) {
    *rest.received += group->received.value_or(0);
    rest.closed += group->closed;
    rest.in_time += group->in_time;
    rest.overdue += group->overdue;
    rest.days.merge(group->days);
  }
  groups.insert(groups.erase(first, named_end), std::move(rest));
  return groups;
}

std::optional<Sheet> times_sheet(const Compilation& compilation) {
  if (!has_times(compilation)) return std::nullopt;
  return TimesForm(compilation).make();
}

std::optional<Sheet> unit_times_sheet(const Compilation& compilation) {
  if (!has_times(compilation)) return std::nullopt;
  const YearPart part = year_part(*compilation.figures.requests);
  const auto groups = in_register_order(part.division("by_unit").groups, compilation.units);
  if (groups.empty()) return std::nullopt;
  Sheet sheet = data_sheet("分单位时效", group_table("units_times", "单位", groups, &part.all));
  sheet.landscape = false;
  return sheet;
}

std::optional<Sheet> days_sheet(const Compilation& compilation) {
  if (!has_times(compilation)) return std::nullopt;
  const Figures& figures = compilation.figures;
  ListTable list("days_long", {"year", "issuer", "unit", "days", "requests"});
  add_days(list, figures, "全部", figures.requests->days);
  for (const TimeFigures& unit : figures.requests->by_unit) add_days(list, figures, unit.key, unit.days);
  return data_sheet("天数分布", list.take());
}

}  // namespace nianbao
