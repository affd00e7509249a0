// What checks see of the finished report, and of its likeness to last year's text.
#pragma once

#include <lua.hpp>

#include "rules/rule_book.h"

namespace nianbao {

// Sets on the table on top:
//   document           nil before the report is written; else its blocks (written_report.h), each with kind,
//                      level, text, characters and row
//   repeated           the paragraphs that stood in last year's text, each with section, file and row
//   has_previous_text  whether last year's text is known
void set_written(lua_State* lua, const RuleInput& input);

}  // namespace nianbao
