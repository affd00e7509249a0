#include "reporter/sheet_activities.h"

#include "calendar/report_year.h"
#include "reporter/list_table.h"
#include "reporter/sheet_parts.h"
#include "reporter/year_charts.h"

namespace nianbao {

namespace {

bool is_held(const Compilation& compilation, const Activity& activity) {
  return activity.held && ReportYear(compilation.figures.year).contains(*activity.held);
}

const char* verdict_of(const Compilation& compilation, const Activity& activity) {
  if (!is_held(compilation, activity)) return "未举办";
  return activity.planned ? "已举办" : "计划外举办";
}

// The day, or the month where the ledger names no day.
std::string planned_text(const Activity& activity) {
  return activity.planned_text.empty() ? iso_or_blank(activity.planned) : activity.planned_text;
}

std::string yes_or_no(const std::optional<bool>& answer) {
  return !answer ? "" : *answer ? "是" : "否";
}

Table not_held(const Compilation& compilation) {
  std::vector<std::vector<CellValue>> rows;
  for (const Activity& activity : compilation.activities) {
    if (is_held(compilation, activity)) continue;
    rows.push_back({activity.name, activity.kind, shown_names(activity.units, activity.units_text),
                    planned_text(activity), iso_or_blank(activity.held)});
  }
  return paper_table(
      "activities_not_held",
      {{"活动名称", 3}, {"类别", 1.4}, {"主办单位", 2.4}, {"计划日期", 1.2}, {"后来举办", 1.2}}, rows);
}

}  // namespace

std::optional<Sheet> activities_sheet(const Compilation& compilation) {
  if (!compilation.figures.activities) return std::nullopt;
  const ActivityFigures& figures = *compilation.figures.activities;
  const YearPart part = year_part(figures);
  Sheet sheet = form_sheet("活动", compilation.figures, "公开活动情况");
  sheet.notes = {
      "“计划”为计划在本年度举办的，“举办”为在本年度举办的（含计划外的），“未举办”为计划在本年度、"
      "到12月31日没有举办的。参与人次、意见和反馈只统计已举办的活动。",
      "采纳率为采纳意见占收集意见的比例，反馈率为公开反馈的活动占已举办活动的比例；没有意见或者没有活动时"
      "为空。“/”表示不适用，空白表示没有填。分单位的在“分单位活动”，各次活动在“活动明细”。"};
  if (figures.all.not_held == 0 && figures.all.planned > 0) sheet.notes.emplace_back("计划的活动都已举办。");
  add_table(sheet, group_table("activities_by_class", "类别", part.division("by_class").groups, &part.all),
            "按类别");
  add_table(sheet, group_table("activities_by_month", "月份", part.division("by_month").groups, &part.all),
            "按月（已举办的按举办日期，没有举办的按计划日期）");
  add_table(sheet, not_held(compilation), "计划举办而没有举办的活动");
  if (auto chart = activities_chart(compilation.figures)) sheet.charts.push_back(std::move(*chart));
  return sheet;
}

std::optional<Sheet> unit_activities_sheet(const Compilation& compilation) {
  if (!compilation.figures.activities) return std::nullopt;
  const auto groups = in_register_order(year_part(*compilation.figures.activities).division("by_unit").groups,
                                        compilation.units);
  if (groups.empty()) return std::nullopt;
  Sheet sheet = data_sheet("分单位活动", group_table("units_activities", "主办单位", groups),
                           {"几个单位合办的活动在每个单位各计一次，各行不能相加，所以没有合计。"});
  sheet.landscape = false;
  return sheet;
}

std::optional<Sheet> activity_list_sheet(const Compilation& compilation) {
  if (!compilation.figures.activities) return std::nullopt;
  ListTable list("activities_list",
                 {"活动名称", "类别", "主办单位", "计划日期", "举办日期", "结束日期", "形式", "主题征集",
                  "互动环节", "参与人次", "收集意见数", "采纳意见数", "反馈公开", "情况"});
  for (const Activity& activity : compilation.activities) {
    list.row(
        {activity.name, activity.kind, shown_names(activity.units, activity.units_text),
         planned_text(activity), iso_or_blank(activity.held), iso_or_blank(activity.ended), activity.form,
         yes_or_no(activity.theme_collected), activity.interaction, value_of(activity.participants),
         value_of(activity.opinions), value_of(activity.adopted),
         activity.feedback_link.empty() ? yes_or_no(activity.feedback_published) : activity.feedback_link,
         std::string(verdict_of(compilation, activity))});
  }
  return data_sheet("活动明细", list.take());
}

}  // namespace nianbao
