#include "intake/task_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "calendar/deadline_mentions.h"
#include "intake/ledger_values.h"
#include "model/unit_list.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestSearched = 16UL * 1024;  // bytes of a text that is searched for deadlines

std::string one_line(std::string_view text) {
  std::string line;
  for (std::string_view piece : split(text, '\n')) line += trim(piece);
  return line;
}

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

bool is_whole_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kEnds = {"。", "！", "？", "；", "：", "”",
                                                             "）", ")",  ";",  "…",  ".",  ":"};
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [text](std::string_view end) { return ends_with(text, end); });
}

void append_paragraph(std::string& text, std::string_view piece) {
  if (piece.empty()) return;
  if (!text.empty() && is_whole_sentence(text)) {
    text += '\n';
  } else if (!text.empty() && is_letter(text.back()) && is_letter(piece.front())) {
    text += ' ';
  }
  text += piece;
}

TaskWriter::TaskWriter(const TaskForm& form, TaskPlan& plan, TaskNotes& notes)
    : form_(form), plan_(plan), notes_(notes) {}

std::string TaskWriter::heading(std::string_view text, const Place& place) {
  std::string line = one_line(text);
  const auto mark = form_.marks.find(line);
  if (!mark) return line;
  if (mark->is_odd) {
    notes_.note("N-34", place, "编号写成" + in_quotes(line) + "，按“" + mark->written + "”读", "请核对。");
  }
  return mark->written + mark->rest;
}

void TaskWriter::write(Draft draft, Place place) {
  PlannedTask task;
  task.number = draft.number.empty() ? std::to_string(plan_.tasks.size() + 1) : one_line(draft.number);
  task.area = std::move(draft.area);
  task.part = std::move(draft.part);
  task.text = std::move(draft.text);
  task.remark = one_line(draft.remark);
  task.place = std::move(place);
  if (trim(task.text).empty()) {
    notes_.warn("N-31", task.place, "第 " + task.number + " 项没有具体要求", "请照文件补上。");
  }
  task.leads = split_units(draft.leads, form_.units);
  task.units = split_units(draft.units, form_.units);
  look_up(task.leads, task.place);
  look_up(task.units, task.place);
  note_missing_units(task);
  read_deadline(task, trim(draft.deadline));
  plan_.tasks.push_back(std::move(task));
}

void TaskWriter::look_up(const std::vector<std::string>& names, const Place& place) {
  const UnitRegister& known = form_.known_units;
  if (known.empty()) return;
  for (const std::string& name : read_unit_list(join_units(names), known).unknown) {
    if (!unlisted_.insert(name).second) continue;  // said where it stands first
    notes_.warn("N-35", place, "规则包的单位名单（" + known.list_file() + "）里没有" + in_quotes(name),
                nearest_hint(name.size() > kLongestName ? nullptr : known.nearest(name)) +
                    "拆错、写错的请在台账里改正；文件写到的单位，请补进名单。");
  }
}

// Where some tasks name units and one does not, that one is worth a look; where none does, one note will do.
void TaskWriter::note_missing_units(const PlannedTask& task) {
  if (task.leads.empty() && task.units.empty()) without_units_.push_back(task.place);
}

std::optional<TaskDeadline> TaskWriter::resolve(std::string_view text) const {
  if (plan_.year) return parse_task_deadline(text, *plan_.year, plan_.issued);
  // Any two years show whether the text names its own.
  const TaskDeadline one = parse_task_deadline(text, 2000, plan_.issued);
  const TaskDeadline other = parse_task_deadline(text, 2001, plan_.issued);
  return one.day == other.day ? std::optional(one) : std::nullopt;
}

// Words of the form for 长期坚持 become what every ledger understands; the document's stay beside it.
void TaskWriter::read_standing(PlannedTask& task) const {
  const bool is_standing = std::any_of(
      form_.standing.begin(), form_.standing.end(),
      [&task](const std::string& word) { return name_key(word) == name_key(task.deadline_text); });
  if (!is_standing) return;
  task.remark += (task.remark.empty() ? "完成时限原文：" : "；完成时限原文：") + task.deadline_text;
  task.deadline_text = "长期坚持";
}

void TaskWriter::read_deadline(PlannedTask& task, std::string_view written) {
  task.deadline_text = one_line(written);
  read_standing(task);
  if (!task.deadline_text.empty()) {
    if (const auto deadline = resolve(task.deadline_text)) {
      task.deadline = *deadline;
      report_deadline(task);
    } else {
      notes_.warn("N-33", task.place,
                  "完成时限" + in_quotes(task.deadline_text) + "没有写年份，文件里也没有年份",
                  "请加 --issued 印发日期。");
    }
  }
  compare_with_text(task);
}

void TaskWriter::report_deadline(const PlannedTask& task) {
  const std::string says = "完成时限" + in_quotes(task.deadline_text);
  if (task.deadline.kind == DeadlineKind::needs_issue_date) {
    notes_.warn("N-33", task.place, says + "，文件里没有印发日期，不知道从哪一天算起",
                "请加 --issued 印发日期，如 --issued 2024-06-26。");
  } else if (task.deadline.kind == DeadlineKind::not_understood) {
    notes_.warn("N-33", task.place, says + "，定不出是哪一天",
                "请在台账里改成 12月底前、3月31日前、长期坚持这样的写法，或者日期。");
  } else if (task.deadline.day && plan_.issued && *task.deadline.day < *plan_.issued) {
    notes_.warn("N-33", task.place, says + "早于印发日期 " + format_iso(*plan_.issued), "请核对文件。");
  }
}

// A deadline in the text: the task's own where the form says so, else one to be compared.
void TaskWriter::compare_with_text(PlannedTask& task) {
  const std::string_view text = std::string_view(task.text).substr(0, kLongestSearched);
  std::optional<Date> told = task.deadline.day;
  for (const DeadlineMention& mention : find_deadlines(text, plan_.year.value_or(2000), plan_.issued)) {
    if (form_.deadline_in_text && task.deadline_text.empty()) {
      read_deadline(task, mention.text);
      return;
    }
    if (mention.text == task.deadline_text) continue;
    const auto deadline = resolve(mention.text);
    if (deadline && deadline->day && deadline->day == told) continue;
    told = deadline ? deadline->day : std::nullopt;
    notes_.note("N-33", task.place,
                "具体要求里有时限" + in_quotes(mention.text) + (told ? "（" + format_iso(*told) + "）" : "") +
                    (task.deadline_text.empty() ? std::string("，文件没有另写完成时限")
                                                : "，完成时限是" + in_quotes(task.deadline_text)),
                "一项任务有几个时限的，请看要不要分成几行。");
  }
}

// The ledger alone does not say when the document was issued.
void TaskWriter::note_issue_date() {
  if (!plan_.issued) return;
  const auto counts_from_issue = [](const PlannedTask& task) {
    return !task.deadline_text.empty() &&
           parse_task_deadline(task.deadline_text, 2000, std::nullopt).kind == DeadlineKind::needs_issue_date;
  };
  if (std::none_of(plan_.tasks.begin(), plan_.tasks.end(), counts_from_issue)) return;
  notes_.note(
      "N-33", notes_.whole(), "台账里有从印发日期算起的时限，印发日期是 " + format_iso(*plan_.issued),
      "用台账编报告时，请在 report.toml 的 [tasks] 里写 issued = " + format_iso(*plan_.issued) + "。");
}

void TaskWriter::finish() {
  const std::size_t count = without_units_.size();
  if (count > 0 && count == plan_.tasks.size()) {
    notes_.note("N-31", notes_.whole(),
                "文件没有写牵头部门和责任单位，" + std::to_string(count) + " 项都空着",
                "请在台账里逐项填上，否则 nianbao check 会指出 R-07。");
  } else {
    for (const Place& place : without_units_) {
      notes_.warn("N-31", place, "这一项没有写牵头部门和责任单位，两列都空着", "请在台账里补上。");
    }
  }
  note_issue_date();
  const int known = form_.known.tasks;
  if (known > 0 && !plan_.is_other && plan_.tasks.size() != static_cast<std::size_t>(known)) {
    notes_.warn("N-37", notes_.whole(),
                "读出 " + std::to_string(plan_.tasks.size()) + " 项任务，tasks.lua 说有 " +
                    std::to_string(known) + " 项",
                "请逐项核对有没有漏读、多读。");
  }
}

}  // namespace nianbao
