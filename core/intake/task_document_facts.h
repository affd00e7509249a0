// What a document says of itself outside its list of tasks: number, day of issue, year; and which lines are
// only furniture of its pages.
#pragma once

#include "intake/task_document.h"
#include "intake/task_notes.h"

namespace nianbao {

// Page numbers, 抄送, （此件公开发布）, the lines that the form names.
bool is_furniture(const DocumentLine& line, const TaskForm& form);

// The day, where the line holds it and nothing else, or ends with it before 印发.
std::optional<Date> find_issue_line(std::string_view line);

// 文号, where the line holds it and nothing else.
std::string find_document_number(std::string_view line);

// Number, day and year from the lines outside [first, last); what contradicts `given` or the document that
// the form knows is noted.
TaskPlan read_document_facts(const std::vector<DocumentLine>& lines, std::size_t first, std::size_t last,
                             const TaskForm& form, std::optional<Date> given, TaskNotes& notes);

}  // namespace nianbao
