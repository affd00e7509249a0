#include "reporter/sheet_tasks.h"

#include <fmt/format.h>

#include "cube/task_verdict.h"
#include "reporter/list_table.h"
#include "reporter/sheet_parts.h"
#include "reporter/year_charts.h"

namespace nianbao {

namespace {

// "12" is a number, so that the list sorts; "3-1" is not.
CellValue number_of(const std::string& number) {
  const Cell cell = read_cell(number);
  return cell.is_number() && to_text(cell) == number ? CellValue(cell.number) : CellValue(number);
}

TaskVerdict verdict_of(const Compilation& compilation, const Task& task) {
  return task_verdict(task, compilation.tasks_as_of);
}

// Those to be looked at, the most pressing first.
std::vector<const Task*> late_or_not_done(const Compilation& compilation) {
  std::vector<const Task*> found;
  for (const TaskVerdict wanted :
       {TaskVerdict::overdue, TaskVerdict::running, TaskVerdict::not_started, TaskVerdict::late}) {
    for (const Task& task : compilation.tasks) {
      if (verdict_of(compilation, task) == wanted) found.push_back(&task);
    }
  }
  return found;
}

Table named_tasks(const Compilation& compilation, const std::vector<const Task*>& tasks) {
  std::vector<std::vector<CellValue>> rows;
  for (const Task* task : tasks) {
    rows.push_back({number_of(task->number), task->text, shown_names(task->leads, task->leads_text),
                    task->units_text, task->deadline_text, iso_or_blank(task->done_on),
                    std::string(task_verdict_label(verdict_of(compilation, *task))), task->remark});
  }
  return paper_table("tasks_named",
                     {{"序号", 0.6},
                      {"具体要求", 3},
                      {"牵头部门", 1.6},
                      {"责任单位", 3},
                      {"完成时限", 1.4},
                      {"完成日期", 1.2},
                      {"判定", 1.2},
                      {"备注", 2}},
                     rows);
}

// A unit may lead one task and be responsible for another.
void add_role(ListTable& list, const char* role, const std::vector<FigureGroup>& groups) {
  for (const FigureGroup& group : groups) {
    std::vector<CellValue> values{group.label, std::string(role)};
    for (const Measure& measure : group.measures) values.push_back(measure.value);
    list.row(std::move(values));
  }
}

}  // namespace

std::optional<Sheet> tasks_sheet(const Compilation& compilation) {
  if (!compilation.figures.tasks) return std::nullopt;
  const YearPart part = year_part(*compilation.figures.tasks);
  Sheet sheet = form_sheet("任务", compilation.figures, "政务公开工作要点任务落实情况");
  sheet.landscape = true;
  const std::vector<const Task*> named = late_or_not_done(compilation);
  sheet.notes = {
      fmt::format(
          "按 {} 的情况统计。完成率为已完成任务占扣除长期坚持任务后的比例，没有可以完成的任务时为空。",
          format_chinese(compilation.tasks_as_of)),
      "“逾期未完成”在“进行中”和“未开始”之内；没有完成日期或者完成时限的，不计入按期完成，也不计入逾期完成。"
      "分单位的在“分单位任务”，各项任务在“任务明细”。"};
  if (named.empty()) sheet.notes.emplace_back("没有未完成的任务，也没有逾期完成的任务。");
  const auto groups = [&](const char* key) { return part.division(key).groups; };
  add_table(sheet, group_table("tasks_by_area", "一级任务", groups("by_area"), &part.all), "按一级任务");
  add_table(sheet, group_table("tasks_by_lead", "牵头部门", groups("by_lead")),
            "按牵头部门（几个部门牵头的任务在每个部门各计一次，不能相加）");
  add_table(sheet, group_table("tasks_by_month", "完成时限", groups("by_month")),
            "按完成时限的月份（没有时限的任务不在其中）");
  add_table(sheet, named_tasks(compilation, named), "未完成和逾期完成的任务");
  if (auto chart = tasks_chart(compilation.figures)) sheet.charts.push_back(std::move(*chart));
  return sheet;
}

std::optional<Sheet> unit_tasks_sheet(const Compilation& compilation) {
  if (!compilation.figures.tasks) return std::nullopt;
  const YearPart part = year_part(*compilation.figures.tasks);
  std::vector<std::string> headings = {"单位", "角色"};
  for (const Measure& measure : part.all.measures) headings.emplace_back(measure.label);
  ListTable list("units_tasks", headings);
  add_role(list, "牵头部门", in_register_order(part.division("by_lead").groups, compilation.units));
  add_role(list, "责任单位", in_register_order(part.division("by_unit").groups, compilation.units));
  Sheet sheet = data_sheet("分单位任务", list.take(),
                           {"一项任务有几个单位的，在每个单位各计一次，各行不能相加，所以没有合计。"});
  sheet.landscape = false;
  return sheet;
}

std::optional<Sheet> task_list_sheet(const Compilation& compilation) {
  if (!compilation.figures.tasks) return std::nullopt;
  ListTable list("tasks_list", {"序号", "一级任务", "二级任务", "具体要求", "牵头部门", "责任单位",
                                "完成时限", "状态", "完成日期", "佐证", "备注", "期限日", "判定"});
  for (const Task& task : compilation.tasks) {
    list.row({number_of(task.number), task.area, task.part, task.text,
              shown_names(task.leads, task.leads_text), task.units_text, task.deadline_text,
              std::string(task_status_label(task.status)), iso_or_blank(task.done_on), task.evidence,
              task.remark, iso_or_blank(task.deadline),
              std::string(task_verdict_label(verdict_of(compilation, task)))});
  }
  return data_sheet("任务明细", list.take());
}

}  // namespace nianbao
