// 政务公开工作要点任务台账: one task a row. Deadlines and lists of units are read as documents write them
// (calendar/task_deadline.h, model/unit_list.h). 长期坚持 as deadline or as status makes a task standing,
// whatever the other one says.
#include <map>

#include "base/text.h"
#include "calendar/task_deadline.h"
#include "intake/ledger_readers.h"
#include "intake/ledger_task_sections.h"
#include "intake/ledger_unit_lists.h"
#include "intake/ledger_values.h"

namespace nianbao {

namespace {

struct Column {
  enum Number : int {
    number,
    area,
    part,
    work,  // what stands under it is the task where there is no 具体要求, else its 二级任务
    text,
    leads,
    units,
    deadline,
    status,
    done_on,
    evidence,
    remark
  };
};

const LedgerShape& tasks_shape() {
  static const LedgerShape kShape = {
      "tasks",
      "任务台账",
      {{"序号", {"编号", "任务编号"}, {}},
       {"一级任务", {}, {}},
       {"二级任务", {}, {}},
       {"工作任务", {"任务名称", "任务"}, {}},
       {"具体要求", {"工作要求", "具体任务", "具体内容", "工作内容"}, {}},
       {"牵头部门", {"牵头单位"}, {}},
       {"责任单位", {"责任部门"}, {}},
       {"完成时限", {"完成期限", "时限要求", "时限"}, {}},
       {"状态", {"完成状态", "任务状态", "进展状态"}, {}},
       {"完成日期", {"实际完成日期", "实际完成时间"}, {}},
       {"佐证", {"佐证材料", "证明材料"}, {}},
       {"备注", {}, {}}},
      {{Column::text, Column::work, Column::part}, {Column::units, Column::leads}, {Column::status}},
      Column::text,
      {Column::area, Column::part, Column::work, Column::leads, Column::units, Column::deadline,
       Column::status, Column::done_on}};
  return kShape;
}

std::vector<std::string> status_labels() {
  return labels_of(kTaskStatuses, [](int i) { return task_status_label(static_cast<TaskStatus>(i)); });
}

class TaskBuilder {
 public:
  TaskBuilder(const LedgerBasis& basis, std::vector<Task>& tasks)
      : basis_(basis), lists_(basis.units, notes_), tasks_(tasks) {}

  void build(LedgerRow& row) {
    if (sections_.take(row, {Column::number, Column::area, Column::part, Column::work}, Column::remark))
      return;
    Task task;
    read_units(row, task);
    read_text(row, task);
    const DeadlineKind deadline = read_deadline(row, task);
    const auto status = read_status(row);
    const DateCell done_on = read_date(row, Column::done_on);
    task.done_on = done_on.date;
    if (status) settle_status(row, task, *status, deadline);
    if (status) check_completion(row, task, *status, done_on);
    check_number(row);
    task.evidence = row.text(Column::evidence);
    task.remark = row.text(Column::remark);
    task.place = row.place();
    note_area(row, task);
    if (!row.failed()) tasks_.push_back(std::move(task));
  }

  void report_notes(Diagnostics& diagnostics) const {
    notes_.report(diagnostics);
    if (no_area_ && some_area_) diagnostics.add(*no_area_);
  }

 private:
  void read_units(LedgerRow& row, Task& task) {
    task.leads = lists_.read(row, Column::leads);
    task.units = lists_.read(row, Column::units);
    task.leads_text = row.text(Column::leads);
    task.units_text = row.text(Column::units);
    const std::vector<std::string>& owners = task.leads.empty() ? task.units : task.leads;
    if (owners.size() == 1) row.set_unit(owners.front());
    if (is_given(row, Column::leads) || is_given(row, Column::units)) return;
    const bool has_both = row.has(Column::leads) && row.has(Column::units);
    const int column = row.has(Column::units) ? Column::units : Column::leads;
    row.report("R-07", column,
               has_both ? "牵头部门和责任单位都没有填" : "“" + row.heading(column) + "”没有填",
               "没有单位的任务落不了实，请补上；与上一行相同的也要写出来。");
  }

  static bool is_given(const LedgerRow& row, int column) {
    return !row.is_blank(column) && !is_not_applicable(row.text(column));
  }

  void read_text(LedgerRow& row, Task& task) const {
    const bool has_text = row.has(Column::text);
    const int column = has_text ? Column::text : row.has(Column::work) ? Column::work : Column::part;
    if (row.require(column)) task.text = row.text(column);
    task.number = row.text(Column::number);
    task.area = row.text(Column::area);
    if (column != Column::part) task.part = row.text(Column::part);
    if (has_text && task.part.empty()) task.part = row.text(Column::work);
    if (task.area.empty()) task.area = sections_.area();
    if (task.part.empty()) task.part = sections_.part();
  }

  // Where others have their 一级任务, a blank one is more often merged away in the source than meant.
  void note_area(const LedgerRow& row, const Task& task) {
    some_area_ = some_area_ || !task.area.empty();
    if (!task.area.empty()) return;
    if (no_area_) {
      no_area_->count += 1;
      return;
    }
    no_area_ = row.finding("N-24", Column::area, "任务没有一级任务，归入“未分类”，而其他任务有",
                           "请逐行填写；原来是合并单元格的，请取消合并后向下填充，或者用 xlsx。");
    no_area_->severity = Severity::note;
  }

  // `day` also for a blank: then there is none.
  DeadlineKind read_deadline(LedgerRow& row, Task& task) const {
    const std::string_view text = row.text(Column::deadline);
    if (text.empty() || is_not_applicable(text)) return DeadlineKind::day;
    task.deadline_text = text;
    task.deadline = parse_ledger_date(row.kind(Column::deadline), text);
    if (task.deadline) return DeadlineKind::day;
    const TaskDeadline deadline = parse_task_deadline(text, basis_.year.value(), basis_.issued);
    task.deadline = deadline.day;
    const std::string says = "“" + row.heading(Column::deadline) + "”写的是" + in_quotes(text);
    if (deadline.kind == DeadlineKind::needs_issue_date) {
      row.report(
          "L-01", Column::deadline, says + "，不知道从哪一天算起",
          "请在 report.toml 的 [tasks] 里写明要点的印发日期，如 issued = 2024-06-26；或者直接写日期。");
    } else if (deadline.kind == DeadlineKind::not_understood) {
      const bool is_bare = is_bare_month_deadline(text);
      row.report("L-01", Column::deadline, says + (is_bare ? "，看不出含不含这个月" : "，定不出是哪一天"),
                 is_bare ? "不含这个月的写上一个月底前，如 11月底前；含这个月的写 12月底前。"
                         : "可以写成 2024年12月底前、3月31日前、年底前、印发30日内、长期坚持，或者日期；"
                           "每季度一次之类的，请写最后一次的日期，或者写长期坚持。");
    }
    return deadline.kind;
  }

  static std::optional<TaskStatus> read_status(LedgerRow& row) {
    if (!row.require(Column::status)) return std::nullopt;
    const std::string_view text = row.text(Column::status);
    const auto status = find_task_status(text);
    if (!status) {
      row.report("R-05", Column::status, "状态" + in_quotes(text) + "不是任务的四种状态之一",
                 nearest_hint(find_like(text, status_labels())) + "请填：" + listed(status_labels()) + "。");
    }
    return status;
  }

  void settle_status(LedgerRow& row, Task& task, TaskStatus status, DeadlineKind deadline) {
    task.status = deadline == DeadlineKind::standing ? TaskStatus::standing : status;
    const bool says_standing = status == TaskStatus::standing;
    const bool is_odd = deadline == DeadlineKind::standing
                            ? status == TaskStatus::done || status == TaskStatus::not_started
                            : says_standing && task.deadline;
    if (is_odd) {
      row.note("N-13", Column::status,
               "完成时限是" + in_quotes(task.deadline_text) + "，状态是" +
                   in_quotes(row.text(Column::status)) + "，按长期坚持计",
               "长期坚持的任务不计入完成率；有期限、能完成的，请把两处都改成期限和实际状态。");
    }
    if (task.status == TaskStatus::standing || !row.is_blank(Column::deadline)) return;
    count(row, Column::deadline, Severity::note, "N-17",
          {"任务没有写完成时限，不判断是否按期、是否逾期", "请补上完成时限；长期的写“长期坚持”。"});
  }

  void check_completion(LedgerRow& row, const Task& task, TaskStatus status, const DateCell& done_on) {
    const bool is_done = status == TaskStatus::done;
    if (is_done && !done_on.given && task.status != TaskStatus::standing) {
      report_no_day(row);
    } else if (!is_done && done_on.given) {
      row.warn("N-11", Column::done_on,
               "有完成日期" + in_quotes(row.text(Column::done_on)) + "，状态却是" +
                   in_quotes(row.text(Column::status)) + "，按状态计",
               "已经完成的请把状态改成“已完成”；没有完成的请删去完成日期。");
    }
    if (done_on.date) check_day(row, *done_on.date);
  }

  void check_day(LedgerRow& row, Date done_on) const {
    static constexpr const char* kHint = "请核对完成日期。";
    const int year = basis_.year.value();
    const std::string says = "完成日期" + format_iso(done_on);
    if (basis_.year.is_before(done_on)) {
      row.warn("N-12", Column::done_on, says + "在 " + std::to_string(year) + " 年以前", kHint);
    } else if (basis_.as_of && done_on > *basis_.as_of) {
      row.warn("N-12", Column::done_on, says + "晚于报告日期" + format_iso(*basis_.as_of), kHint);
    } else if (static_cast<int>(done_on.year()) > year + 1) {
      row.warn("N-12", Column::done_on, says + "在 " + std::to_string(year + 1) + " 年以后", kHint);
    }
  }

  void report_no_day(LedgerRow& row) {
    static constexpr const char* kMessage = "任务已完成，但没有完成日期，不能判断是否按期";
    static constexpr const char* kHint =
        "请补上完成日期；不补的计入已完成，不计入按期完成，也不计入逾期完成。";
    if (row.has(Column::done_on)) {
      row.warn("N-10", Column::done_on, kMessage, kHint);
    } else {
      count(row, Column::done_on, Severity::warning, "N-10", {kMessage, kHint});
    }
  }

  struct Words {
    const char* message;
    const char* hint;
  };
  void count(const LedgerRow& row, int column, Severity severity, const char* code, Words words) {
    Diagnostic d = row.finding(code, column, words.message, words.hint);
    d.severity = severity;
    notes_.add(std::move(d));
  }

  // Numbers start anew in every file and sheet.
  void check_number(LedgerRow& row) {
    const std::string_view number = row.text(Column::number);
    if (number.empty() || is_not_applicable(number) || number.size() > kLongestName) return;
    const Place& place = row.place();
    const std::string key = place.file + '\n' + place.sheet + '\n' + name_key(number);
    const auto [first, is_new] = numbers_.try_emplace(key, place.row);
    if (is_new) return;
    row.warn("N-15", Column::number,
             "序号" + in_quotes(number) + "重复，第 " + std::to_string(first->second) + " 行已经用过",
             "重复登记的请删去一行，否则这项任务计了两次；序号写错的请改正。");
  }

  const LedgerBasis& basis_;
  CountedNotes notes_;
  UnitListReader lists_;
  TaskSections sections_;
  std::vector<Task>& tasks_;
  bool some_area_ = false;
  std::optional<Diagnostic> no_area_;            // the first task without 一级任务, with their number
  std::map<std::string, std::int64_t> numbers_;  // by file, sheet and number: the row
};

}  // namespace

LedgerOutcome read_tasks(const LedgerInput& input, const LedgerBasis& basis, std::vector<Task>& tasks) {
  TaskBuilder builder(basis, tasks);
  LedgerOutcome outcome =
      scan_ledger(input, tasks_shape(), [&builder](LedgerRow& row) { builder.build(row); });
  builder.report_notes(input.diagnostics);
  return outcome;
}

}  // namespace nianbao
