// The year's figures of one body as a value: what figures.json holds, what rules read, what the report
// prints. A table whose source was not given is absent, which is not the same as a table of zeros.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cube/activity_cube.h"
#include "cube/day_histogram.h"
#include "cube/task_cube.h"
#include "model/cell.h"
#include "model/official_tables.h"

namespace nianbao {

struct OpenRequest {
  std::string unit, id;
  bool operator==(const OpenRequest&) const = default;
};

// What is known of the applications of one unit, month, topic … or of all.
struct TimeFigures {
  std::string key;                        // the unit, "2024-03", the topic …; empty for all
  std::optional<std::int64_t> received;   // 本年新收; empty where it has no meaning (by outcome)
  std::int64_t closed = 0;                // in the year
  std::int64_t in_time = 0, overdue = 0;  // of these; they add up to closed
  DayHistogram days;                      // of these, in working days of the legal clock
  bool operator==(const TimeFigures&) const = default;
};

// The oldest applications open on 31 December, by day of receipt.
struct OldestOpen {
  std::string unit, id;
  Date received;
  std::int64_t days = 0;
  std::optional<Date> deadline = {};  // none while something is awaited of the applicant
  bool late = false;                  // past it on 31 December
  bool operator==(const OldestOpen&) const = default;
};
inline constexpr std::size_t kOldestOpen = 10;

// What is known of the applications apart from table 三; only from case records. Files of earlier versions
// and files typed by hand may lack the clock.
struct RequestFigures {
  std::int64_t answered = 0;  // closed in the year
  std::int64_t open = 0;      // open on 31 December
  Amount processing_fee;      // 元; blank where the ledger has no such column
  bool has_clock = false;     // in_time, overdue, overdue_open, days and the groups below are known
  std::int64_t in_time = 0, overdue = 0;
  std::int64_t overdue_open = 0;  // of `open`: past the deadline on 31 December
  DayHistogram days;
  std::vector<TimeFigures> by_unit, by_month, by_topic, by_channel, by_applicant, by_outcome;
  std::vector<OldestOpen> oldest_open;
  std::vector<OpenRequest> open_ids;
  bool operator==(const RequestFigures&) const = default;
};

struct TaskFigures {
  TaskCounts all;
  std::vector<std::pair<std::string, TaskCounts>> by_area, by_lead, by_unit, by_month;
  bool operator==(const TaskFigures&) const = default;
};

struct ActivityFigures {
  ActivityCounts all;  // each activity once; the hosts' counts do not add up to it
  std::vector<std::pair<std::string, ActivityCounts>> by_class, by_unit, by_month;
  bool operator==(const ActivityFigures&) const = default;
};

// A paragraph that the compiler wrote: its text with width folded and without blanks, hashed. Next year's
// text is compared with it.
struct TextParagraph {
  std::string section;  // a key of [text]
  std::string sha256;
  bool operator==(const TextParagraph&) const = default;
};

struct Provenance {
  struct Pack {
    std::string id, version, sha256;
  };
  struct Input {
    std::string file, sha256;
  };
  std::string tool;
  std::vector<Pack> packs;
  std::vector<Input> inputs;
  std::vector<std::string> conventions;  // Chinese sentences: what was counted how, where the form is silent
  std::vector<std::string>
      exceptions;  // exceptions and dropped rules of the packs, as the report prints them
};

struct Figures {
  int year = 0;
  std::string issuer, body, level, scope, locality;
  std::optional<Table2> table2;
  std::optional<Table3> table3;
  std::optional<Table4> table4;
  std::optional<RequestFigures> requests;
  std::optional<TaskFigures> tasks;
  std::optional<ActivityFigures> activities;
  std::optional<std::vector<TextParagraph>> text;  // in order of the sections
  Provenance provenance;
};

// 本年新收 of the applications with records; unknown in files that do not say it.
std::optional<std::int64_t> received_of(const Figures& figures);

}  // namespace nianbao
