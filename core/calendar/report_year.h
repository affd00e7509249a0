// The statistical period: 1 January to 31 December of the reported year (国办公开办函〔2021〕30号).
#pragma once

#include <optional>

#include "calendar/date_text.h"

namespace nianbao {

class ReportYear {
 public:
  explicit ReportYear(int year) : year_(year) {}
  int value() const { return year_; }

  Date last_day() const;  // 31 December: the figures stand as of this day

  bool contains(Date date) const;
  bool is_before(Date date) const;  // the date lies before 1 January
  bool is_after(Date date) const;   // the date lies after 31 December

  // Received by 31 December and not closed before 1 January.
  bool concerns(Date received, std::optional<Date> closed) const;

 private:
  int year_;
};

}  // namespace nianbao
