// The holiday table of the national pack for tests of rooms that cannot read files themselves.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "calendar/working_days.h"

namespace nianbao {

inline std::vector<Holiday> national_holidays() {
  std::ifstream in(NIANBAO_SOURCE "/plugins/national/holidays.csv");
  std::vector<Holiday> table;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const std::size_t name = line.find(',') + 1;
    const std::size_t off = line.find(',', name) + 1;
    table.push_back(
        {*parse_date(line.substr(0, name - 1)), line.substr(name, off - name - 1), line[off] == '1'});
  }
  return table;
}

inline const WorkingDays& national_calendar() {
  static const WorkingDays kCalendar(national_holidays());
  return kCalendar;
}

}  // namespace nianbao
