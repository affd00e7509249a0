// Every text that people wrote and that the report, the workbook or figures.json would publish, with its
// place: the compiler's texts, tasks, activities, contact, units, topics of requests.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "reporter/compile.h"
#include "reporter/text_view.h"
#include "reporter/workspace.h"

namespace nianbao {

struct PublishedText {
  std::string_view text;         // lives in the workspace or the compilation
  Place place;                   // of its beginning; `heading` names the cell
  bool has_lines = false;        // its lines are lines of the file
  std::optional<TextView> view;  // what is searched in place of `text`

  std::string_view searched() const { return view ? std::string_view(view->text) : text; }
};

std::vector<PublishedText> published_texts(const Workspace& workspace, const Compilation& compilation);
// Of the ledger of reviews, once the report is written: what packs printed.
std::vector<PublishedText> printed_reasons(const Compilation& compilation);

}  // namespace nianbao
