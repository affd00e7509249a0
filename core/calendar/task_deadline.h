// 完成时限 as documents write it, made one day: 2024年12月底前, 年底前, 3月31日前, 印发30日内, 长期坚持.
//
// A deadline includes its last day: 前, 底前 and 内 all mean "through". What cannot be one day (每季度末,
// 适时), leaves open whether the last day is in (12月前), or says two things at once (12月底前并长期坚持) is
// not understood: nothing is guessed.
#pragma once

#include <optional>
#include <string_view>

#include "calendar/date_text.h"

namespace nianbao {

enum class DeadlineKind {
  day,
  standing,          // 长期坚持, 持续推进, 常态化 …: no last day
  needs_issue_date,  // 印发N日内, and the day of issue is not known
  not_understood
};

struct TaskDeadline {
  DeadlineKind kind = DeadlineKind::not_understood;
  std::optional<Date> day;  // the last day in time; exactly for `day`
};

// "12月前", "2024年12月以前": it does not say whether the month is in. Never understood.
bool is_bare_month_deadline(std::string_view text);

// `year`: of a text that names none. `issued`: the day the document was issued; N 日内 are N natural days
// from the day after it, N 个月内 end on the day of the same number (民法典第二百零一、二百零二条).
TaskDeadline parse_task_deadline(std::string_view text, int year, std::optional<Date> issued);

}  // namespace nianbao
