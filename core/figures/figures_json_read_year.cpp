#include <cstdlib>

#include "figures/figures_json_year.h"

namespace nianbao {

namespace {

using Object = JsonReader::Object;

const std::vector<std::string> kRequestKeys = {"answered",     "in_time",        "overdue",    "open",
                                               "overdue_open", "processing_fee", "days",       "by_unit",
                                               "by_month",     "by_topic",       "by_channel", "by_applicant",
                                               "by_outcome",   "oldest_open",    "open_ids"};
const std::vector<std::string> kGroupKeys = {"key", "received", "closed", "in_time", "overdue", "days"};
const std::vector<std::string> kDayKeys = {"histogram", "median", "mean", "p90", "min", "max"};
// Of the whole, and of an entry of its groups.
const std::vector<std::string> kTaskKeys = {"total",   "done",    "in_time",     "late",
                                            "overdue", "running", "not_started", "standing",
                                            "by_area", "by_lead", "by_unit",     "by_month"};
const std::vector<std::string> kTaskGroupKeys = {"key",     "total",   "done",        "in_time", "late",
                                                 "overdue", "running", "not_started", "standing"};
const std::vector<std::string> kActivityKeys = {"planned",  "held",    "not_held",           "participants",
                                                "opinions", "adopted", "published_feedback", "by_class",
                                                "by_unit",  "by_month"};
const std::vector<std::string> kActivityGroupKeys = {
    "key", "planned", "held", "not_held", "participants", "opinions", "adopted", "published_feedback"};

constexpr std::int64_t kMostCases = 1'000'000'000'000;  // so that sums cannot overflow

std::int64_t count_at(JsonReader& reader, const Object& object, const char* key) {
  return reader.whole(object, key).value_or(0);
}

// "12" and nothing else; a histogram of a typing hand may hold anything.
std::optional<std::int64_t> number_of(const std::string& text) {
  const bool is_number =
      !text.empty() && text.size() <= 5 && text.find_first_not_of("0123456789") == std::string::npos;
  return is_number ? std::optional<std::int64_t>(std::atoll(text.c_str())) : std::nullopt;
}

// Median and the rest follow from the histogram.
DayHistogram read_days(JsonReader& reader, const Object& parent, const std::string& path) {
  DayHistogram days;
  const Object object = reader.object(parent, "days", path);
  if (!object) return days;
  reader.note_unknown(object, path, kDayKeys);
  const Object histogram = reader.object(object, "histogram", path + ".histogram");
  if (!histogram) return days;
  for (const std::string& key : histogram->getNames()) {
    const auto number = number_of(key);
    const auto count = reader.whole(histogram, key);
    if (!number) {
      reader.fault(path + ".histogram", "“" + key + "”不是工作日数");
    } else if (count.value_or(0) > kMostCases) {
      reader.fault(path + ".histogram." + key, "件数太大");
    } else if (count.value_or(0) > 0) {
      days.add(*number, *count);
    }
  }
  return days;
}

std::vector<TimeFigures> read_groups(JsonReader& reader, const Object& requests, const char* key) {
  const std::string path = std::string("requests.") + key;
  std::vector<TimeFigures> groups;
  reader.for_each_object(requests, key, path, [&](const Object& entry) {
    reader.note_unknown(entry, path, kGroupKeys);
    TimeFigures& group = groups.emplace_back();
    group.key = reader.text(entry, "key");
    group.received = reader.whole(entry, "received");
    group.closed = count_at(reader, entry, "closed");
    group.in_time = count_at(reader, entry, "in_time");
    group.overdue = count_at(reader, entry, "overdue");
    group.days = read_days(reader, entry, path + ".days");
  });
  return groups;
}

void read_oldest(JsonReader& reader, const Object& requests, std::vector<OldestOpen>& oldest) {
  reader.for_each_object(requests, "oldest_open", "requests.oldest_open", [&](const Object& entry) {
    const std::string received = reader.text(entry, "received");
    const auto date = parse_date(received);
    if (!date) return reader.fault("requests.oldest_open.received", "“" + received + "”不是日期");
    oldest.push_back(
        {reader.text(entry, "unit"), reader.text(entry, "id"), *date, count_at(reader, entry, "days")});
  });
}

TaskCounts read_task_counts(JsonReader& reader, const Object& object) {
  TaskCounts counts;
  counts.total = count_at(reader, object, "total");
  counts.done = count_at(reader, object, "done");
  counts.in_time = count_at(reader, object, "in_time");
  counts.late = count_at(reader, object, "late");
  counts.overdue = count_at(reader, object, "overdue");
  counts.running = count_at(reader, object, "running");
  counts.not_started = count_at(reader, object, "not_started");
  counts.standing = count_at(reader, object, "standing");
  return counts;
}

Cell cell_at(const Object& object, const char* key) {
  return object->has(key) ? json_cell(object->get(key)) : Cell{};
}

ActivityCounts read_activity_counts(JsonReader& reader, const Object& object) {
  ActivityCounts counts;
  counts.planned = count_at(reader, object, "planned");
  counts.held = count_at(reader, object, "held");
  counts.not_held = count_at(reader, object, "not_held");
  counts.participants = cell_at(object, "participants");
  counts.opinions = cell_at(object, "opinions");
  counts.adopted = cell_at(object, "adopted");
  counts.published_feedback = count_at(reader, object, "published_feedback");
  return counts;
}

// One list of groups: `known` are the keys of an entry.
template <typename Counts>
void read_list(JsonReader& reader, const Object& parent, const std::string& path,
               const std::vector<std::string>& known, Counts (*read)(JsonReader&, const Object&),
               std::vector<std::pair<std::string, Counts>>& groups) {
  reader.for_each_object(parent, path.substr(path.find('.') + 1), path, [&](const Object& entry) {
    reader.note_unknown(entry, path, known);
    groups.emplace_back(reader.text(entry, "key"), read(reader, entry));
  });
}

}  // namespace

RequestFigures read_request_figures(JsonReader& reader, const Object& requests) {
  RequestFigures values;
  reader.note_unknown(requests, "requests", kRequestKeys);
  values.answered = count_at(reader, requests, "answered");
  values.open = count_at(reader, requests, "open");
  if (requests->has("processing_fee")) values.processing_fee = json_amount(requests->get("processing_fee"));
  values.has_clock = requests->has("in_time") && !requests->isNull("in_time");
  values.in_time = count_at(reader, requests, "in_time");
  values.overdue = count_at(reader, requests, "overdue");
  values.overdue_open = count_at(reader, requests, "overdue_open");
  values.days = read_days(reader, requests, "requests.days");
  values.by_unit = read_groups(reader, requests, "by_unit");
  values.by_month = read_groups(reader, requests, "by_month");
  values.by_topic = read_groups(reader, requests, "by_topic");
  values.by_channel = read_groups(reader, requests, "by_channel");
  values.by_applicant = read_groups(reader, requests, "by_applicant");
  values.by_outcome = read_groups(reader, requests, "by_outcome");
  read_oldest(reader, requests, values.oldest_open);
  reader.for_each_object(requests, "open_ids", "requests.open_ids", [&](const Object& entry) {
    values.open_ids.push_back({reader.text(entry, "unit"), reader.text(entry, "id")});
  });
  return values;
}

TaskFigures read_task_figures(JsonReader& reader, const Object& tasks) {
  TaskFigures values;
  reader.note_unknown(tasks, "tasks", kTaskKeys);
  values.all = read_task_counts(reader, tasks);
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
  values.all = read_activity_counts(reader, activities);
  for (const auto& [path, groups] : {std::pair{"activities.by_class", &values.by_class},
                                     {"activities.by_unit", &values.by_unit},
                                     {"activities.by_month", &values.by_month}}) {
    read_list(reader, activities, path, kActivityGroupKeys, read_activity_counts, *groups);
  }
  return values;
}

}  // namespace nianbao
