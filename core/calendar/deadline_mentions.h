// Deadlines in running text: 2022年9月底前, 于3月31日前, 本文件印发后30日内.
//
// Only what says 前 (以前, 之前), or counts days or months from the issue, is one: 年内, 每年8月 and
// 不少于30日 are not, for they are more often a measure than a last day.
#pragma once

#include <string>
#include <vector>

#include "calendar/task_deadline.h"

namespace nianbao {

struct DeadlineMention {
  std::string text;       // as written, without the 于 in front
  TaskDeadline deadline;  // a day, or needs_issue_date
};

// In the order of the text. `year` and `issued` as in parse_task_deadline.
std::vector<DeadlineMention> find_deadlines(std::string_view text, int year, std::optional<Date> issued);

}  // namespace nianbao
