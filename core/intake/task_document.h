// A document that sets the year's tasks (政务公开工作要点, 任务分解表) as tasks: headings carried down, units
// taken apart, deadlines resolved. How a place writes its document is a TaskForm, which packs declare in
// tasks.lua; nothing here knows a place or a file format.
//
// Invariant: no text is lost in silence. What belongs to no task, no heading and no furniture of the page is
// a note with its line, and so is everything that was decided and might be wrong (N-30 … N-37).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/task_deadline.h"
#include "intake/document_lines.h"
#include "intake/task_marks.h"
#include "intake/task_units_text.h"
#include "model/unit_register.h"

namespace nianbao {

// What a column of a document's table, or a label of its closing bracket, may be.
enum class TaskField { number, area, part, text, leads, units, deadline, remark };
inline constexpr int kTaskFields = 8;
// By the heading of the ledger or another word for it (牵头单位, 工作要求); `exact` only by the heading.
std::optional<TaskField> find_task_field(std::string_view heading, bool exact = false);
const char* task_field_heading(
    TaskField field);  // 序号 一级任务 二级任务 具体要求 牵头部门 责任单位 完成时限 备注

// An empty cell of `field` says what the cell above says; with `only_with`, only where that one is empty,
// too.
struct CarryRule {
  TaskField field = TaskField::area;
  std::optional<TaskField> only_with;
};

enum class TaskShape {
  plain,  // no pack says anything: a table under the headings of the ledger, or near ones
  table,  // a table with `columns`
  items   // numbered paragraphs
};

// The document that a form was written after; what differs is noted, nothing more.
struct KnownDocument {
  std::string number;  // 莱芜政办发〔2024〕2号
  std::string title;   // where it has no number
  std::optional<Date> issued;
  int tasks = 0;  // 0: not said
};

struct TaskForm {
  TaskShape shape = TaskShape::plain;
  KnownDocument known;
  TaskMarks marks;
  UnitWriting units;
  UnitRegister known_units;            // a list of names; empty: they are not looked up
  std::vector<std::string> standing;   // words for 长期坚持 beyond the usual ones
  std::vector<std::string> furniture;  // lines that begin so are dropped
  std::string begins, ends;   // of the list: words of the first line, and of the first line behind it
  bool preface_asks = false;  // numbered paragraphs before the list ask for something, too
  // tables
  std::vector<std::string> heading;               // as printed
  std::vector<std::optional<TaskField>> columns;  // of a row; one without a field is a remark
  std::vector<CarryRule> carry;
  // items
  std::vector<std::pair<std::string, TaskField>> closing;  // label -> leads or units
  bool has_title = false;  // an item begins with its title: a line, or a sentence
  bool deadline_in_text = false;
};

struct PlannedTask {
  std::string number, area, part, text;
  std::vector<std::string> leads, units;
  std::string deadline_text;  // as written; empty: none
  TaskDeadline deadline;      // of `deadline_text`
  std::string remark;
  Place place;  // where it begins
};

struct TaskPlan {
  std::string number;          // 文号, where the document prints one
  std::optional<Date> issued;  // from the document, else as given
  std::optional<int> year;     // of deadlines that name none
  bool is_other = false;       // not the document that the form was written after
  std::vector<PlannedTask> tasks;
};

// `given`: --issued. Without tasks, or where the headings of the table are not found, L-02.
TaskPlan read_task_document(const std::vector<DocumentLine>& lines, const std::string& file,
                            const TaskForm& form, std::optional<Date> given, Diagnostics& diagnostics);

}  // namespace nianbao
