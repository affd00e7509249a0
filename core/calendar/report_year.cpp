#include "calendar/report_year.h"

namespace nianbao {

Date ReportYear::last_day() const {
  return std::chrono::year{year_} / std::chrono::December / 31;
}

bool ReportYear::contains(Date date) const {
  return static_cast<int>(date.year()) == year_;
}
bool ReportYear::is_before(Date date) const {
  return static_cast<int>(date.year()) < year_;
}
bool ReportYear::is_after(Date date) const {
  return static_cast<int>(date.year()) > year_;
}

bool ReportYear::concerns(Date received, std::optional<Date> closed) const {
  return !is_after(received) && !(closed && is_before(*closed));
}

}  // namespace nianbao
