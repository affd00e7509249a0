// A document of tasks into a task ledger that every workspace can use: the columns of the ledger, nothing
// done yet.
#include <fmt/format.h>

#include <filesystem>

#include "base/text.h"
#include "export/csv_export.h"
#include "intake/task_document.h"
#include "model/task_status.h"
#include "reporter/draft.h"
#include "reporter/list_table.h"
#include "reporter/locality.h"
#include "reporter/named_units.h"
#include "reporter/output_folder.h"
#include "reporter/reporter.h"
#include "rules/pack_chain.h"
#include "rules/task_forms.h"

namespace nianbao {

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kHeadings = {"序号",     "一级任务", "二级任务", "具体要求",
                                            "牵头部门", "责任单位", "完成时限", "状态",
                                            "完成日期", "佐证",     "备注"};

// The document's words stay; the day that they come to stands beside them.
std::string remark_of(const PlannedTask& task) {
  std::string remark = task.remark;
  if (task.deadline.day) {
    remark += (remark.empty() ? "" : "；") + std::string("时限至") + format_iso(*task.deadline.day);
  }
  return remark;
}

Table ledger_of(const TaskPlan& plan) {
  ListTable ledger("tasks", kHeadings);
  for (const PlannedTask& task : plan.tasks) {
    const bool is_standing = task.deadline.kind == DeadlineKind::standing && !task.deadline_text.empty();
    const TaskStatus status = is_standing ? TaskStatus::standing : TaskStatus::not_started;
    ledger.row({task.number, task.area, task.part, task.text, join_units(task.leads), join_units(task.units),
                task.deadline_text, std::string(task_status_label(status)), "", "", remark_of(task)});
  }
  return ledger.take();
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

// Of the chain whose packs load_task_form has read, and their faults reported.
UnitRegister units_named_by(const std::string& plugins_folder, const std::string& locality,
                            Diagnostics& diagnostics) {
  Diagnostics reported_before;
  std::vector<PackFolder> folders;
  for (const Pack& pack :
       read_chain(plugins_folder, locality, reported_before).value_or(std::vector<Pack>{})) {
    folders.push_back({pack.manifest.id, pack.folder});
  }
  const auto file = units_file(folders);
  return file ? read_named_units(*file, diagnostics) : UnitRegister();
}

}  // namespace

TaskLedger write_task_ledger(const TaskLedgerOrder& order, const Setup& setup) {
  std::optional<Date> issued;
  if (!order.issued.empty()) {
    issued = parse_date(order.issued);
    if (!issued) return {refused(fmt::format("--issued 应为日期，如 2024-06-26，得到“{}”", order.issued)), 0};
  }
  if (const auto unknown = unknown_locality(order.locality, setup.plugins_folder))
    return {refused(unknown->reason + "，" + unknown->hint), 0};
  std::error_code error;
  const fs::path out(order.out);
  if (out.filename().empty() || fs::is_directory(out, error))
    return {refused(fmt::format("“{}”是文件夹，-o 要写到文件，如 tasks.csv", order.out)), 0};
  if (fs::exists(out, error) && !fs::is_regular_file(out, error))
    return {refused(fmt::format("“{}”不是普通文件，台账不能写到这里", order.out)), 0};
  if (fs::equivalent(order.document, out, error))
    return {refused(fmt::format("-o 的“{}”就是要读的文件，请换一个名称", order.out)), 0};

  Diagnostics diagnostics;
  auto form = load_task_form(setup.plugins_folder, order.locality, diagnostics);
  if (form) form->known_units = units_named_by(setup.plugins_folder, order.locality, diagnostics);
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
