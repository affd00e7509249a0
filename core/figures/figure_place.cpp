#include "figures/figure_place.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

#include "base/text.h"

namespace nianbao {

namespace {

using Part = FigurePlace::Part;

Amount amount_of(const Cell& cell) {
  if (cell.is_number()) return Amount::of(Decimal(cell.number));
  return {cell.state, {}, cell.raw};
}

Amount amount_of(std::int64_t count) {
  return Amount::of(Decimal(count));
}

// ---- measures -------------------------------------------------------------------------------------------

template <typename Counts>
using Measures = std::vector<std::pair<std::string, std::function<Amount(const Counts&)>>>;

const Measures<TaskCounts>& task_measures() {
  static const Measures<TaskCounts> kMeasures = {
      {"total", [](const TaskCounts& c) { return amount_of(c.total); }},
      {"done", [](const TaskCounts& c) { return amount_of(c.done); }},
      {"in_time", [](const TaskCounts& c) { return amount_of(c.in_time); }},
      {"late", [](const TaskCounts& c) { return amount_of(c.late); }},
      {"overdue", [](const TaskCounts& c) { return amount_of(c.overdue); }},
      {"running", [](const TaskCounts& c) { return amount_of(c.running); }},
      {"not_started", [](const TaskCounts& c) { return amount_of(c.not_started); }},
      {"standing", [](const TaskCounts& c) { return amount_of(c.standing); }}};
  return kMeasures;
}

const Measures<ActivityCounts>& activity_measures() {
  static const Measures<ActivityCounts> kMeasures = {
      {"planned", [](const ActivityCounts& c) { return amount_of(c.planned); }},
      {"held", [](const ActivityCounts& c) { return amount_of(c.held); }},
      {"not_held", [](const ActivityCounts& c) { return amount_of(c.not_held); }},
      {"participants", [](const ActivityCounts& c) { return amount_of(c.participants); }},
      {"opinions", [](const ActivityCounts& c) { return amount_of(c.opinions); }},
      {"adopted", [](const ActivityCounts& c) { return amount_of(c.adopted); }},
      {"published_feedback", [](const ActivityCounts& c) { return amount_of(c.published_feedback); }}};
  return kMeasures;
}

const Measures<RequestFigures>& request_measures() {
  static const Measures<RequestFigures> kMeasures = {
      {"answered", [](const RequestFigures& r) { return amount_of(r.answered); }},
      {"in_time", [](const RequestFigures& r) { return r.has_clock ? amount_of(r.in_time) : Amount{}; }},
      {"overdue", [](const RequestFigures& r) { return r.has_clock ? amount_of(r.overdue) : Amount{}; }},
      {"open", [](const RequestFigures& r) { return amount_of(r.open); }},
      {"overdue_open",
       [](const RequestFigures& r) { return r.has_clock ? amount_of(r.overdue_open) : Amount{}; }},
      {"processing_fee", [](const RequestFigures& r) { return r.processing_fee; }}};
  return kMeasures;
}

const Measures<TimeFigures>& time_measures() {
  static const Measures<TimeFigures> kMeasures = {
      {"received", [](const TimeFigures& t) { return t.received ? amount_of(*t.received) : Amount{}; }},
      {"closed", [](const TimeFigures& t) { return amount_of(t.closed); }},
      {"in_time", [](const TimeFigures& t) { return amount_of(t.in_time); }},
      {"overdue", [](const TimeFigures& t) { return amount_of(t.overdue); }}};
  return kMeasures;
}

template <typename Counts>
bool has_measure(const Measures<Counts>& measures, const std::string& name) {
  return std::any_of(measures.begin(), measures.end(), [&](const auto& m) { return m.first == name; });
}

template <typename Counts>
Amount measured(const Measures<Counts>& measures, const std::string& name, const Counts& counts) {
  for (const auto& [key, measure] : measures) {
    if (key == name) return measure(counts);
  }
  return {};
}

const std::vector<std::string>& groups_of(Part part) {
  static const std::vector<std::string> kRequests = {"by_unit",    "by_month",     "by_topic",
                                                     "by_channel", "by_applicant", "by_outcome"};
  static const std::vector<std::string> kTasks = {"by_area", "by_lead", "by_unit", "by_month"};
  static const std::vector<std::string> kActivities = {"by_class", "by_unit", "by_month"};
  if (part == Part::requests) return kRequests;
  return part == Part::tasks ? kTasks : kActivities;
}

bool knows(const FigurePlace& place) {
  const auto& groups = groups_of(place.part);
  const bool is_whole = place.group.empty();
  if (!is_whole && std::find(groups.begin(), groups.end(), place.group) == groups.end()) return false;
  if (place.part == Part::tasks) return has_measure(task_measures(), place.measure);
  if (place.part == Part::activities) return has_measure(activity_measures(), place.measure);
  if (is_whole) return has_measure(request_measures(), place.measure);
  // Outcomes are of closed requests: nothing is received by outcome.
  const bool has_meaning = place.group != "by_outcome" || place.measure != "received";
  return has_meaning && has_measure(time_measures(), place.measure);
}

// ---- names ----------------------------------------------------------------------------------------------

struct Named {
  std::string name;
  FigurePlace place;
};

template <typename Name>
void append(std::vector<Named>& all, Part part, std::pair<int, int> spot, Name name) {
  FigurePlace place;
  place.part = part;
  place.row = spot.first;
  place.column = spot.second;
  place.name = name;
  all.push_back({name, place});
}

// Every cell of the official tables.
const std::vector<Named>& cells() {
  static const std::vector<Named> kCells = [] {
    std::vector<Named> all;
    for (int i = 0; i < kDisclosureItems; ++i) {
      const std::string item = std::string("table2.") + form_name(static_cast<DisclosureItem>(i)).key;
      if (i >= 2) append(all, Part::table2, {i, 0}, item);
      for (int j = 0; i < 2 && j < kDocumentCounts; ++j) {
        append(all, Part::table2, {i, j}, item + "." + form_name(static_cast<DocumentCount>(j)).key);
      }
    }
    for (int i = 0; i < kTable3Rows; ++i) {
      for (int j = 0; j < kTable3Columns; ++j) {
        append(all, Part::table3, {i, j},
               std::string("table3.") + form_name(static_cast<Row3>(i)).key + "." + table3_column(j).key);
      }
    }
    for (int i = 0; i < kCaseKinds; ++i) {
      for (int j = 0; j < kTable4Columns; ++j) {
        append(all, Part::table4, {i, j},
               std::string("table4.") + form_name(static_cast<CaseKind>(i)).key + "." + table4_column(j).key);
      }
    }
    return all;
  }();
  return kCells;
}

// Every name above the cells: "table3", "table3.refused", "table3.refused.third_party", and the columns of
// table 三. The 2019 form has one row table3.other.
const std::set<std::string>& holders() {
  static const std::set<std::string> kHolders = [] {
    std::set<std::string> all = {"requests",
                                 "tasks",
                                 "activities",
                                 "requests.received",
                                 "requests.days",
                                 "tasks.rate",
                                 "activities.adoption_rate",
                                 "requests.oldest_open",
                                 "requests.open_ids"};
    for (const Named& cell : cells()) {
      for (std::size_t dot = cell.name.find('.'); dot != std::string::npos;
           dot = cell.name.find('.', dot + 1))
        all.insert(cell.name.substr(0, dot));
    }
    for (int i = 0; i < kTable3Columns; ++i) {
      all.insert(std::string("table3.other.") + table3_column(i).key);
      all.insert(std::string("table3.*.") + table3_column(i).key);
    }
    const std::pair<const char*, Part> parts[] = {
        {"requests.", Part::requests}, {"tasks.", Part::tasks}, {"activities.", Part::activities}};
    for (const auto& [head, part] : parts) {
      for (const std::string& group : groups_of(part)) all.insert(head + group);
    }
    return all;
  }();
  return kHolders;
}

// "requests.by_topic.土地": an entry may have any name, but what looks like a measure has to be one.
bool names_entry(std::string_view name) {
  const std::size_t first = name.find('.');
  const std::size_t second = first == std::string_view::npos ? first : name.find('.', first + 1);
  if (second == std::string_view::npos || second + 1 == name.size()) return false;
  const std::string group(name.substr(0, second));
  if (holders().count(group) == 0 || group.find(".by_") == std::string::npos) return false;
  const std::string_view key = name.substr(second + 1);
  if (key.find('*') != std::string_view::npos) return false;
  const std::size_t last = key.rfind('.');
  const bool has_key_of_form = group == "requests.by_outcome" || group == "requests.by_applicant";
  if (last == std::string_view::npos || has_key_of_form) return true;
  const std::string_view measure = key.substr(last + 1);
  return measure.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != std::string_view::npos;
}

// requests.NAME, requests.GROUP.KEY.NAME
std::optional<FigurePlace> find_counted(std::string_view name) {
  static const std::pair<std::string_view, Part> kParts[] = {
      {"requests.", Part::requests}, {"tasks.", Part::tasks}, {"activities.", Part::activities}};
  for (const auto& [head, part] : kParts) {
    if (!starts_with(name, head)) continue;
    FigurePlace place;
    place.part = part;
    place.name = name;
    const std::string_view rest = name.substr(head.size());
    const std::size_t first = rest.find('.');
    const std::size_t last = rest.rfind('.');
    place.measure = rest.substr(last == std::string_view::npos ? 0 : last + 1);
    if (first != std::string_view::npos && first == last) return std::nullopt;
    if (first != last) {
      place.group = rest.substr(0, first);
      place.key = rest.substr(first + 1, last - first - 1);
    }
    return knows(place) ? std::optional(place) : std::nullopt;
  }
  return std::nullopt;
}

// ---- values ---------------------------------------------------------------------------------------------

Amount value2(const Table2& table, const FigurePlace& place) {
  const auto row = static_cast<std::size_t>(place.row);
  if (row < 2) return amount_of(table.documents[row][static_cast<std::size_t>(place.column)]);
  return row < 5 ? amount_of(table.decisions[row - 2]) : table.administrative_charge;
}

const std::vector<TimeFigures>* group_of(const RequestFigures& requests, const std::string& name) {
  const std::pair<const char*, const std::vector<TimeFigures>*> groups[] = {
      {"by_unit", &requests.by_unit},           {"by_month", &requests.by_month},
      {"by_topic", &requests.by_topic},         {"by_channel", &requests.by_channel},
      {"by_applicant", &requests.by_applicant}, {"by_outcome", &requests.by_outcome}};
  for (const auto& [key, group] : groups) {
    if (name == key) return group;
  }
  return nullptr;
}

Amount value_of_requests(const RequestFigures& requests, const FigurePlace& place) {
  if (place.group.empty()) return measured(request_measures(), place.measure, requests);
  for (const TimeFigures& entry : *group_of(requests, place.group)) {
    if (entry.key == place.key) return measured(time_measures(), place.measure, entry);
  }
  return {};
}

template <typename Counts>
Amount value_in(const std::vector<std::pair<std::string, Counts>>& group, const Measures<Counts>& measures,
                const FigurePlace& place) {
  // As OrderedGroups compares them: the figures of one record show the name as that record writes it.
  const std::string wanted = name_key(place.key);
  for (const auto& [key, counts] : group) {
    if (name_key(key) == wanted) return measured(measures, place.measure, counts);
  }
  return {};
}

const auto& group_of(const TaskFigures& tasks, const std::string& name) {
  return name == "by_area"   ? tasks.by_area
         : name == "by_lead" ? tasks.by_lead
         : name == "by_unit" ? tasks.by_unit
                             : tasks.by_month;
}

const auto& group_of(const ActivityFigures& activities, const std::string& name) {
  return name == "by_class"  ? activities.by_class
         : name == "by_unit" ? activities.by_unit
                             : activities.by_month;
}

Amount value_of_tasks(const TaskFigures& tasks, const FigurePlace& place) {
  if (place.group.empty()) return measured(task_measures(), place.measure, tasks.all);
  return value_in(group_of(tasks, place.group), task_measures(), place);
}

Amount value_of_activities(const ActivityFigures& activities, const FigurePlace& place) {
  if (place.group.empty()) return measured(activity_measures(), place.measure, activities.all);
  return value_in(group_of(activities, place.group), activity_measures(), place);
}

}  // namespace

std::optional<FigurePlace> find_figure_place(std::string_view name) {
  for (const Named& cell : cells()) {
    if (cell.name == name) return cell.place;
  }
  return find_counted(name);
}

bool names_figures(std::string_view name) {
  return find_figure_place(name) || holders().count(std::string(name)) > 0 || names_entry(name);
}

namespace {

// Of a figure of one group, "requests.by_topic.征地拆迁.recieved": the figures of that entry of any group.
std::vector<std::string> names_of_entry(std::string_view name) {
  const std::size_t part_end = name.find('.');
  const std::size_t group_end = part_end == std::string_view::npos ? part_end : name.find('.', part_end + 1);
  const std::size_t key_end = name.rfind('.');
  std::vector<std::string> names;
  if (group_end == std::string_view::npos || key_end <= group_end) return names;
  const std::string entry(name.substr(group_end, key_end - group_end + 1));
  const auto add = [&](const char* part, Part of, const auto& measures) {
    for (const std::string& group : groups_of(of)) {
      for (const auto& measure : measures) names.push_back(part + group + entry + measure.first);
    }
  };
  add("requests.", Part::requests, time_measures());
  add("tasks.", Part::tasks, task_measures());
  add("activities.", Part::activities, activity_measures());
  return names;
}

}  // namespace

std::string nearest_figures(std::string_view name) {
  std::vector<std::string> known = figure_place_names();
  known.insert(known.end(), holders().begin(), holders().end());
  const auto depth = [](std::string_view text) { return std::count(text.begin(), text.end(), '.'); };
  std::vector<std::string> beside = names_of_entry(name);
  std::copy_if(known.begin(), known.end(), std::back_inserter(beside),
               [&](const std::string& each) { return depth(each) == depth(name); });
  const std::string* nearest = find_nearest(name, beside);
  if (nearest == nullptr) nearest = find_nearest(name, known);
  return nearest == nullptr ? std::string() : *nearest;
}

const std::vector<std::string>& figure_place_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const Named& cell : cells()) names.push_back(cell.name);
    for (const auto& [measure, of] : request_measures()) names.push_back("requests." + measure);
    for (const auto& [measure, of] : task_measures()) names.push_back("tasks." + measure);
    for (const auto& [measure, of] : activity_measures()) names.push_back("activities." + measure);
    for (const std::string& group : groups_of(Part::requests))
      names.push_back("requests." + group + ".名称.closed");
    for (const std::string& group : groups_of(Part::tasks)) names.push_back("tasks." + group + ".名称.done");
    for (const std::string& group : groups_of(Part::activities)) {
      names.push_back("activities." + group + ".名称.held");
    }
    return names;
  }();
  return kNames;
}

std::vector<std::string> group_keys(const Figures& figures, const FigurePlace& place) {
  std::vector<std::string> keys;
  if (place.group.empty()) return keys;
  if (place.part == Part::requests && figures.requests) {
    for (const TimeFigures& entry : *group_of(*figures.requests, place.group)) keys.push_back(entry.key);
  } else if (place.part == Part::tasks && figures.tasks) {
    for (const auto& entry : group_of(*figures.tasks, place.group)) keys.push_back(entry.first);
  } else if (place.part == Part::activities && figures.activities) {
    for (const auto& entry : group_of(*figures.activities, place.group)) keys.push_back(entry.first);
  }
  return keys;
}

Amount value_at(const Figures& figures, const FigurePlace& place) {
  const auto row = static_cast<std::size_t>(place.row);
  const auto column = static_cast<std::size_t>(place.column);
  switch (place.part) {
    case Part::table2:
      return figures.table2 ? value2(*figures.table2, place) : Amount{};
    case Part::table3:
      return figures.table3 ? amount_of(figures.table3->rows[row][column]) : Amount{};
    case Part::table4:
      return figures.table4 ? amount_of(figures.table4->groups[row][column]) : Amount{};
    case Part::requests:
      return figures.requests ? value_of_requests(*figures.requests, place) : Amount{};
    case Part::tasks:
      return figures.tasks ? value_of_tasks(*figures.tasks, place) : Amount{};
    case Part::activities:
      break;
  }
  return figures.activities ? value_of_activities(*figures.activities, place) : Amount{};
}

}  // namespace nianbao
