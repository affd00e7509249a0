// Tasks from the rows of a table. Rows of one cell that is numbered like a heading are headings; the heading
// row may come again on every page.
#pragma once

#include "intake/task_document.h"
#include "intake/task_notes.h"
#include "intake/task_writer.h"

namespace nianbao {

// The heading row with the columns that it gives. `index` is that of the line.
struct TaskHeading {
  std::size_t index = 0;
  std::size_t indent = 0;  // empty cells in front
  std::vector<std::string> texts;
  std::vector<std::optional<TaskField>> columns;
};

// The row with the headings of the form; without a form the first that names a text and units or a deadline.
std::optional<TaskHeading> find_task_heading(const std::vector<DocumentLine>& lines, const TaskForm& form);

void read_task_table(const std::vector<DocumentLine>& lines, const TaskHeading& heading, std::size_t last,
                     const TaskForm& form, TaskWriter& writer, TaskNotes& notes);

}  // namespace nianbao
