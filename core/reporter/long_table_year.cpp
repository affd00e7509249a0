#include <string_view>

#include "reporter/long_lines.h"
#include "reporter/year_groups.h"

namespace nianbao {

namespace {

void add_group(LongLines& lines, const KeyAndLabel& row, const FigureGroup& group) {
  for (const Measure& measure : group.measures) {
    lines.line(row, {measure.key, measure.label}, measure.value);
  }
}

void add_part(LongLines& lines, const char* table, const YearPart& part) {
  for (const FigureDivision& division : part.divisions) {
    const bool is_of_units = std::string_view(division.key) == "by_unit";
    for (const FigureGroup& group : division.groups) {
      lines.begin(is_of_units ? group.key : kWholeBody, table);
      const std::string key = std::string(division.key) + "." + group.key;
      add_group(lines, {key, std::string(division.label) + "：" + group.label}, group);
    }
  }
}

void add_whole(LongLines& lines, const char* table, const YearPart& part) {
  lines.begin(kWholeBody, table);
  add_group(lines, {"all", "全部"}, part.all);
}

void add_requests(LongLines& lines, const RequestFigures& requests) {
  const YearPart part = year_part(requests);
  const KeyAndLabel all = {"all", "全部"};
  add_whole(lines, "requests", part);
  lines.line(all, {"open", "12月31日尚未办结"}, CellValue(requests.open));
  lines.line(all, {"overdue_open", "12月31日尚未办结、已超期"}, CellValue(requests.overdue_open));
  lines.line(all, {"processing_fee", "信息处理费（元）"}, requests.processing_fee);
  add_part(lines, "requests", part);
}

template <typename Part>
void add_counts(LongLines& lines, const char* table, const Part& figures) {
  const YearPart part = year_part(figures);
  add_whole(lines, table, part);
  add_part(lines, table, part);
}

}  // namespace

void add_year(LongLines& lines, const Figures& figures) {
  if (figures.requests && figures.requests->has_clock) add_requests(lines, *figures.requests);
  if (figures.tasks) add_counts(lines, "tasks", *figures.tasks);
  if (figures.activities) add_counts(lines, "activities", *figures.activities);
}

}  // namespace nianbao
