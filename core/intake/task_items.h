// Tasks from numbered paragraphs under numbered headings. A paragraph without a number goes on with the item
// before it: pages cut sentences.
#pragma once

#include "intake/task_document.h"
#include "intake/task_notes.h"
#include "intake/task_writer.h"

namespace nianbao {

void read_task_items(const std::vector<DocumentLine>& lines, std::size_t first, std::size_t last,
                     const TaskForm& form, TaskWriter& writer, TaskNotes& notes);

}  // namespace nianbao
