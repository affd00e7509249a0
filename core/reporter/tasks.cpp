// A document of tasks into a task ledger that every workspace can use: the columns of the ledger, nothing
// done yet.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "export/csv_export.h"
#include "intake/task_document.h"
#include "model/task_status.h"
#include "reporter/draft.h"
#include "reporter/output_folder.h"
#include "reporter/reporter.h"
#include "rules/rule_book.h"
#include "rules/task_forms.h"

namespace nianbao {

namespace {

namespace fs = std::filesystem;

constexpr const char* kHeadings[] = {"序号",     "一级任务", "二级任务", "具体要求", "牵头部门", "责任单位",
                                     "完成时限", "状态",     "完成日期", "佐证",     "备注"};
constexpr int kColumns = static_cast<int>(std::size(kHeadings));

// The document's words stay; the day that they come to stands beside them.
std::string remark_of(const PlannedTask& task) {
  std::string remark = task.remark;
  if (task.deadline.day) {
    remark += (remark.empty() ? "" : "；") + std::string("时限至") + format_iso(*task.deadline.day);
  }
  return remark;
}

Table ledger_of(const TaskPlan& plan) {
  Table table;
  table.name = "tasks";
  table.columns = kColumns;
  const auto add = [&table](const std::vector<std::string>& texts) {
    for (int column = 0; column < kColumns; ++column) {
      TableCell cell;
      cell.row = table.rows;
      cell.column = column;
      cell.value = texts[static_cast<std::size_t>(column)];
      table.cells.push_back(std::move(cell));
    }
    ++table.rows;
  };
  add({std::begin(kHeadings), std::end(kHeadings)});
  for (const PlannedTask& task : plan.tasks) {
    const bool is_standing = task.deadline.kind == DeadlineKind::standing && !task.deadline_text.empty();
    const TaskStatus status = is_standing ? TaskStatus::standing : TaskStatus::not_started;
    add({task.number, task.area, task.part, task.text, join_units(task.leads), join_units(task.units),
         task.deadline_text, task_status_label(status), "", "", remark_of(task)});
  }
  return table;
}

std::optional<std::string> unknown_locality(const std::string& locality, const std::string& plugins_folder) {
  std::vector<std::string> known;
  for (const PackInfo& pack : RuleBook::list(plugins_folder)) known.push_back(pack.id);
  std::error_code error;
  const bool is_name =
      locality.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
  if (is_name && !locality.empty() && fs::is_directory(plugins_folder + "/" + locality, error))
    return std::nullopt;
  const std::string* nearest = find_nearest(locality, known);
  return fmt::format("没有“{}”这个规则包，{}", locality,
                     nearest != nullptr ? fmt::format("是不是“{}”？", *nearest)
                                        : fmt::format("--locality 可以写：{}", fmt::join(known, "、")));
}

Outcome failed(std::string why) {
  Outcome outcome;
  outcome.status = 2;
  outcome.failure = std::move(why);
  return outcome;
}

Outcome write_ledger(const TaskPlan& plan, const std::string& out, Outcome outcome) {
  const fs::path path(out);
  try {
    OutputFolder folder(path.has_parent_path() ? path.parent_path().string() : ".");
    folder.write(path.filename().string(), write_csv(ledger_of(plan)));
    folder.commit({});
    outcome.written.push_back(out);
  } catch (const OutputError& error) {
    outcome.status = error.status;
    outcome.failure = error.message;
  }
  return outcome;
}

}  // namespace

TaskLedger write_task_ledger(const TaskLedgerOrder& order, const Setup& setup) {
  std::optional<Date> issued;
  if (!order.issued.empty()) {
    issued = parse_date(order.issued);
    if (!issued) return {failed(fmt::format("--issued 应为日期，如 2024-06-26，得到“{}”", order.issued)), 0};
  }
  if (auto why = unknown_locality(order.locality, setup.plugins_folder)) return {failed(std::move(*why)), 0};
  std::error_code error;
  const fs::path out(order.out);
  if (out.filename().empty() || fs::is_directory(out, error))
    return {failed(fmt::format("“{}”是文件夹，-o 要写到文件，如 tasks.csv", order.out)), 0};
  if (fs::exists(out, error) && !fs::is_regular_file(out, error))
    return {failed(fmt::format("“{}”不是普通文件，台账不能写到这里", order.out)), 0};
  if (fs::equivalent(order.document, out, error))
    return {failed(fmt::format("-o 的“{}”就是要读的文件，请换一个名称", order.out)), 0};

  Diagnostics diagnostics;
  const auto form = load_task_form(setup.plugins_folder, order.locality, diagnostics);
  if (!form || diagnostics.has_errors()) return {outcome_of(diagnostics), 0};
  TaskPlan plan;
  if (const auto lines = read_document_lines(order.document, order.document, diagnostics))
    plan = read_task_document(*lines, order.document, *form, issued, diagnostics);
  Outcome outcome = outcome_of(diagnostics);
  if (diagnostics.has_errors()) {
    outcome.status = 2;
    return {std::move(outcome), 0};
  }
  return {write_ledger(plan, order.out, std::move(outcome)), plan.tasks.size()};
}

}  // namespace nianbao
