#include <fmt/format.h>

#include <cstdlib>

#include "base/text.h"
#include "figures/figures_json_year.h"

namespace nianbao {

namespace {

using Object = JsonReader::Object;

const std::vector<std::string> kRequestKeys = {"answered",     "in_time",        "overdue",    "open",
                                               "overdue_open", "processing_fee", "days",       "by_unit",
                                               "by_month",     "by_topic",       "by_channel", "by_applicant",
                                               "by_outcome",   "oldest_open",    "open_ids"};
const std::vector<std::string> kGroupKeys = {"key", "received", "closed", "in_time", "overdue", "days"};
const std::vector<std::string> kOldestKeys = {"unit", "id", "received", "days", "deadline", "overdue"};
const std::vector<std::string> kDayKeys = {"histogram", "median", "mean", "p90", "min", "max"};
// Of the whole, and of an entry of its groups.
const std::vector<std::string> kTaskKeys = {"total",   "done",    "in_time",     "late",
                                            "overdue", "running", "not_started", "standing",
                                            "by_area", "by_lead", "by_unit",     "by_month"};
const std::vector<std::string> kTaskGroupKeys = {"key",     "total",   "done",        "in_time", "late",
                                                 "overdue", "running", "not_started", "standing"};
const std::vector<std::string> kActivityKeys = {"planned",  "held",    "not_held",      "participants",
                                                "opinions", "adopted", "adopted_alone", "published_feedback",
                                                "by_class", "by_unit", "by_month"};
const std::vector<std::string> kActivityGroupKeys = {"key",      "planned",       "held",
                                                     "not_held", "participants",  "opinions",
                                                     "adopted",  "adopted_alone", "published_feedback"};

constexpr std::int64_t kMostCases = 1'000'000'000'000;  // so that sums cannot overflow

std::optional<std::int64_t> find_count(JsonReader& reader, const Object& object, const std::string& key,
                                       const std::string& path) {
  const auto count = reader.whole(object, key, path);
  if (count.value_or(0) <= kMostCases) return count;
  reader.fault(path + "." + key, "数太大");
  return std::nullopt;
}

std::int64_t count_at(JsonReader& reader, const Object& object, const char* key, const std::string& path) {
  return find_count(reader, object, key, path).value_or(0);
}

// "12" and nothing else, "012" neither; a histogram of a typing hand may hold anything.
std::optional<std::int64_t> number_of(const std::string& text) {
  const bool is_number = !text.empty() && text.size() <= 5 && (text == "0" || text.front() != '0') &&
                         text.find_first_not_of("0123456789") == std::string::npos;
  return is_number ? std::optional<std::int64_t>(std::atoll(text.c_str())) : std::nullopt;
}

// Median and the rest follow from the histogram.
DayHistogram read_days(JsonReader& reader, const Object& parent, const std::string& parent_path) {
  DayHistogram days;
  const std::string path = parent_path + ".days";
  const Object object = reader.object(parent, "days", path);
  if (!object) return days;
  reader.note_unknown(object, path, kDayKeys);
  const Object histogram = reader.object(object, "histogram", path + ".histogram");
  if (!histogram) return days;
  for (const std::string& key : histogram->getNames()) {
    const auto number = number_of(key);
    if (!number) {
      reader.fault(path + ".histogram", "“" + cut_text(key, 40) + "”不是工作日数，应如“3”");
      continue;
    }
    const std::int64_t count = count_at(reader, histogram, key.c_str(), path + ".histogram");
    if (count > 0) days.add(*number, count);
  }
  return days;
}

// What was closed was in time or overdue, and took a number of days.
void check_sums(JsonReader& reader, const std::string& path, const char* closed_key,
                const TimeFigures& figures) {
  if (figures.in_time + figures.overdue != figures.closed) {
    reader.fault(path, fmt::format("{} 是 {}，而 in_time 与 overdue 之和是 {}，应当相等", closed_key,
                                   figures.closed, figures.in_time + figures.overdue));
  }
  if (figures.days.count() != figures.closed) {
    reader.fault(path, fmt::format("{} 是 {}，而 days.histogram 各项之和是 {}，应当相等", closed_key,
                                   figures.closed, figures.days.count()));
  }
}

std::vector<TimeFigures> read_groups(JsonReader& reader, const Object& requests, const char* key,
                                     bool has_clock) {
  std::vector<TimeFigures> groups;
  const std::string list = std::string("requests.") + key;
  reader.for_each_object(requests, key, list, [&](const Object& entry, const std::string& path) {
    reader.note_unknown(entry, path, kGroupKeys);
    TimeFigures& group = groups.emplace_back();
    group.key = reader.text(entry, "key", path);
    group.received = find_count(reader, entry, "received", path);
    group.closed = count_at(reader, entry, "closed", path);
    group.in_time = count_at(reader, entry, "in_time", path);
    group.overdue = count_at(reader, entry, "overdue", path);
    group.days = read_days(reader, entry, path);
    if (has_clock && !reader.failed()) check_sums(reader, path, "closed", group);
  });
  return groups;
}

// Empty for null, and for what is no day, with a fault.
std::optional<Date> read_day(JsonReader& reader, const Object& object, const std::string& key,
                             const std::string& path) {
  if (!object->has(key) || object->isNull(key)) return std::nullopt;
  const std::string text = reader.text(object, key, path);
  const auto date = parse_date(text);
  if (!date) reader.fault(path + "." + key, "“" + cut_text(text, 40) + "”不是日期");
  return date;
}

void read_oldest(JsonReader& reader, const Object& requests, std::vector<OldestOpen>& oldest) {
  const auto take = [&](const Object& entry, const std::string& path) {
    reader.note_unknown(entry, path, kOldestKeys);
    const auto received = read_day(reader, entry, "received", path);
    if (!received && !entry->has("received")) reader.fault(path + ".received", "缺少收到日期");
    if (!received) return;
    OldestOpen& open = oldest.emplace_back();
    open.unit = reader.text(entry, "unit", path);
    open.id = reader.text(entry, "id", path);
    open.received = *received;
    open.days = count_at(reader, entry, "days", path);
    open.deadline = read_day(reader, entry, "deadline", path);
    open.late = reader.flag(entry, "overdue", path);
  };
  reader.for_each_object(requests, "oldest_open", "requests.oldest_open", take);
}

TaskCounts read_task_counts(JsonReader& reader, const Object& object, const std::string& path) {
  TaskCounts counts;
  counts.total = count_at(reader, object, "total", path);
  counts.done = count_at(reader, object, "done", path);
  counts.in_time = count_at(reader, object, "in_time", path);
  counts.late = count_at(reader, object, "late", path);
  counts.overdue = count_at(reader, object, "overdue", path);
  counts.running = count_at(reader, object, "running", path);
  counts.not_started = count_at(reader, object, "not_started", path);
  counts.standing = count_at(reader, object, "standing", path);
  return counts;
}

Cell cell_at(JsonReader& reader, const Object& object, const char* key, const std::string& path) {
  Cell cell = object->has(key) ? json_cell(object->get(key)) : Cell{};
  if (cell.number > kMostCases) reader.fault(path + "." + key, "数太大");
  return cell;
}

ActivityCounts read_activity_counts(JsonReader& reader, const Object& object, const std::string& path) {
  ActivityCounts counts;
  counts.planned = count_at(reader, object, "planned", path);
  counts.held = count_at(reader, object, "held", path);
  counts.not_held = count_at(reader, object, "not_held", path);
  counts.participants = cell_at(reader, object, "participants", path);
  counts.opinions = cell_at(reader, object, "opinions", path);
  counts.adopted = cell_at(reader, object, "adopted", path);
  counts.published_feedback = count_at(reader, object, "published_feedback", path);
  counts.adopted_alone = count_at(reader, object, "adopted_alone", path);
  return counts;
}

// One list of groups: `known` are the keys of an entry.
template <typename Counts>
void read_list(JsonReader& reader, const Object& parent, const std::string& path,
               const std::vector<std::string>& known,
               Counts (*read)(JsonReader&, const Object&, const std::string&),
               std::vector<std::pair<std::string, Counts>>& groups) {
  const auto take = [&](const Object& entry, const std::string& place) {
    reader.note_unknown(entry, place, known);
    groups.emplace_back(reader.text(entry, "key", place), read(reader, entry, place));
  };
  reader.for_each_object(parent, path.substr(path.find('.') + 1), path, take);
}

// The whole clock or nothing of it: a file typed by hand may have parts.
void read_clock(JsonReader& reader, const Object& requests, RequestFigures& values) {
  const auto is_given = [&](const char* key) { return requests->has(key) && !requests->isNull(key); };
  TimeFigures all;
  all.closed = values.answered;
  all.in_time = count_at(reader, requests, "in_time", "requests");
  all.overdue = count_at(reader, requests, "overdue", "requests");
  all.days = read_days(reader, requests, "requests");
  const std::int64_t overdue_open = count_at(reader, requests, "overdue_open", "requests");
  values.has_clock = is_given("in_time") && is_given("overdue") && is_given("days");
  if (!values.has_clock) return;
  if (!reader.failed()) check_sums(reader, "requests", "answered", all);
  values.in_time = all.in_time;
  values.overdue = all.overdue;
  values.overdue_open = overdue_open;
  values.days = std::move(all.days);
}

}  // namespace

RequestFigures read_request_figures(JsonReader& reader, const Object& requests) {
  RequestFigures values;
  reader.note_unknown(requests, "requests", kRequestKeys);
  if (!requests->has("answered") || requests->isNull("answered")) {
    reader.fault("requests.answered", "缺少本年度办结件数 answered");
  }
  values.answered = count_at(reader, requests, "answered", "requests");
  values.open = count_at(reader, requests, "open", "requests");
  if (requests->has("processing_fee")) values.processing_fee = json_amount(requests->get("processing_fee"));
  read_clock(reader, requests, values);
  for (const auto& [key, groups] : {std::pair{"by_unit", &values.by_unit},
                                    {"by_month", &values.by_month},
                                    {"by_topic", &values.by_topic},
                                    {"by_channel", &values.by_channel},
                                    {"by_applicant", &values.by_applicant},
                                    {"by_outcome", &values.by_outcome}}) {
    *groups = read_groups(reader, requests, key, values.has_clock);
  }
  read_oldest(reader, requests, values.oldest_open);
  const auto take_open = [&](const Object& entry, const std::string& path) {
    values.open_ids.push_back({reader.text(entry, "unit", path), reader.text(entry, "id", path)});
  };
  reader.for_each_object(requests, "open_ids", "requests.open_ids", take_open);
  return values;
}

TaskFigures read_task_figures(JsonReader& reader, const Object& tasks) {
  TaskFigures values;
  reader.note_unknown(tasks, "tasks", kTaskKeys);
  values.all = read_task_counts(reader, tasks, "tasks");
  for (const auto& [path, groups] : {std::pair{"tasks.by_area", &values.by_area},
                                     {"tasks.by_lead", &values.by_lead},
                                     {"tasks.by_unit", &values.by_unit},
                                     {"tasks.by_month", &values.by_month}}) {
    read_list(reader, tasks, path, kTaskGroupKeys, read_task_counts, *groups);
  }
  return values;
}

ActivityFigures read_activity_figures(JsonReader& reader, const Object& activities) {
  ActivityFigures values;
  reader.note_unknown(activities, "activities", kActivityKeys);
  values.all = read_activity_counts(reader, activities, "activities");
  for (const auto& [path, groups] : {std::pair{"activities.by_class", &values.by_class},
                                     {"activities.by_unit", &values.by_unit},
                                     {"activities.by_month", &values.by_month}}) {
    read_list(reader, activities, path, kActivityGroupKeys, read_activity_counts, *groups);
  }
  return values;
}

}  // namespace nianbao
