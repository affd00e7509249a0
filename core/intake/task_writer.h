// What tables and items share on the way from the document to a task: headings, units, deadlines, and the
// notes on what is missing or doubtful. Whatever the form of the document, a task is finished here.
#pragma once

#include <set>
#include <string>

#include "intake/task_document.h"
#include "intake/task_notes.h"

namespace nianbao {

// The text goes on: on the same line where it had stopped within a sentence, else as a paragraph of its own.
void append_paragraph(std::string& text, std::string_view piece);
// Ends like a whole sentence.
bool is_whole_sentence(std::string_view text);

class TaskWriter {
 public:
  TaskWriter(const TaskForm& form, TaskPlan& plan, TaskNotes& notes);

  // What a task says as the document writes it; units not yet taken apart.
  struct Draft {
    std::string number, area, part, text, leads, units, deadline, remark;
  };
  void write(Draft draft, Place place);

  // A heading on one line, its number in the form's own style: “（2） 做好…” is “（二）做好…”.
  std::string heading(std::string_view text, const Place& place);

  // After the last task.
  void finish();

 private:
  void read_deadline(PlannedTask& task, std::string_view written);
  void read_standing(PlannedTask& task) const;
  void compare_with_text(PlannedTask& task);
  // Empty: the deadline names no year, and nobody knows which it is.
  std::optional<TaskDeadline> resolve(std::string_view text) const;
  void report_deadline(const PlannedTask& task);
  void look_up(const std::vector<std::string>& names, const Place& place);
  void note_missing_units(const PlannedTask& task);
  void note_issue_date();

  const TaskForm& form_;
  TaskPlan& plan_;
  TaskNotes& notes_;
  std::vector<Place> without_units_;
  std::set<std::string> unlisted_;
};

}  // namespace nianbao
