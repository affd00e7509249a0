// The name of one figure, as figures.json nests it:
//   table2.licence, table2.normative_document.issued, table3.refused.third_party.natural_person,
//   table4.review.total, requests.overdue, requests.by_unit.区教育和体育局.closed, tasks.late,
//   tasks.by_area.政策公开.done, activities.by_class.培训.held
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figures/figures.h"

namespace nianbao {

struct FigurePlace {
  enum class Part { table2, table3, table4, requests, tasks, activities };
  Part part = Part::table3;
  int row = 0;          // table 二: DisclosureItem; 三: Row3; 四: CaseKind
  int column = 0;       // table 二: DocumentCount; 三: applicant or total; 四: CaseResult or total
  std::string group;    // "by_unit"; empty: of all
  std::string key;      // in the group; may hold dots
  std::string measure;  // "overdue"
  std::string name;     // as asked for
};

// Empty for a name that no figure has. Whether a group has that key is not known here.
std::optional<FigurePlace> find_figure_place(std::string_view name);

// Whether the name is a figure, or what holds figures: a table, a row, group or column of table 三, a part of
// the year, a group of it or one of its entries ("table3", "table3.refused", "table3.*.total", "tasks",
// "requests.by_topic.土地").
bool names_figures(std::string_view name);
// The figure or holder most like it; empty where none is.
std::string nearest_figures(std::string_view name);

// Every name without a group, for "did you mean"; groups as "requests.by_unit.单位.closed".
const std::vector<std::string>& figure_place_names();

// The keys that the figure's group has, in its order; none for a figure without a group.
std::vector<std::string> group_keys(const Figures& figures, const FigurePlace& place);

// What stands there: a count as an amount of scale 0. Blank where the source was not given or the group has
// no such key.
Amount value_at(const Figures& figures, const FigurePlace& place);

}  // namespace nianbao
