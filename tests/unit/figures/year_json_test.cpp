// The parts of figures.json that are not official tables: what the clock, tasks and activities say.
#include <gtest/gtest.h>

#include "figures/figures_json.h"

namespace nianbao {

namespace {

DayHistogram histogram(std::initializer_list<DayHistogram::Entry> entries) {
  DayHistogram days;
  for (const auto& [number, count] : entries) days.add(number, count);
  return days;
}

RequestFigures requests() {
  RequestFigures r;
  r.answered = 3;
  r.open = 2;
  r.processing_fee = read_amount("120.50");
  r.has_clock = true;
  r.in_time = 2;
  r.overdue = 1;
  r.overdue_open = 1;
  r.days = histogram({{0, 1}, {20, 1}, {131, 1}});
  r.by_unit = {{"甲“局”", 5, 3, 2, 1, r.days}};
  r.by_month = {{"2024-01", 5, 0, 0, 0, {}}, {"2024-03", 0, 3, 2, 1, r.days}};
  r.by_topic = {{"（未填）", 5, 3, 2, 1, r.days}};
  r.by_channel = {{"网络", 5, 3, 2, 1, r.days}};
  r.by_applicant = {{"natural_person", 5, 3, 2, 1, r.days}};
  r.by_outcome = {{"granted", std::nullopt, 3, 2, 1, r.days}};
  r.oldest_open = {{"甲“局”", "2023\\1", *parse_date("2023-11-02"), 250, parse_date("2023-11-30"), true},
                   {"甲“局”", "2", *parse_date("2023-12-02"), 20, {}, false}};
  r.open_ids = {{"甲“局”", "2023\\1"}, {"甲“局”", "2"}};
  return r;
}

TaskFigures tasks() {
  const TaskCounts counts = {9, 4, 2, 1, 2, 1, 2, 1};
  return {counts,
          {{"一、公开", counts}},
          {{"甲局", counts}},
          {{"甲局", counts}, {"乙局", {}}},
          {{"2024-12", counts}}};
}

ActivityFigures activities() {
  const ActivityCounts counts = {3, 2, 1, Cell::of(40), Cell{}, Cell::not_applicable(), 1};
  ActivityCounts alone = counts;
  alone.adopted_alone = 2;
  return {alone, {{"培训", alone}}, {{"甲局", counts}}, {{"2024-08", counts}}};
}

Figures year() {
  Figures f;
  f.year = 2024;
  f.issuer = "甲";
  f.requests = requests();
  f.tasks = tasks();
  f.activities = activities();
  return f;
}

std::string head(const std::string& more) {
  return R"({"schema": "nianbao/figures/1", "year": 2024, "issuer": "甲", "body": "政府", "level": "县级", "scope": "汇总",
  "locality": "national", )" +
         more + "}";
}

struct Reading {
  std::optional<Figures> figures;
  Diagnostics diagnostics;
  // "C-02:requests.days " one a finding.
  std::string codes() const {
    std::string all;
    for (const Diagnostic& d : diagnostics.sorted()) all += d.code + ":" + d.place.cell + " ";
    return all;
  }
};

Reading read(const std::string& text) {
  Reading reading;
  reading.figures = read_figures_json(text, "previous.json", reading.diagnostics);
  return reading;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST(YearJson, ComesBackUnchanged) {
  const Figures before = year();
  const std::string text = write_figures_json(before);
  const Reading reading = read(text);
  ASSERT_TRUE(reading.figures.has_value()) << reading.codes();
  EXPECT_EQ(reading.codes(), "");
  EXPECT_EQ(reading.figures->requests, before.requests);
  EXPECT_EQ(reading.figures->tasks, before.tasks);
  EXPECT_EQ(reading.figures->activities, before.activities);
  EXPECT_EQ(write_figures_json(*reading.figures), text);
}

TEST(YearJson, WritesWhatFollowsFromTheHistogram) {
  const std::string text = write_figures_json(year());
  EXPECT_TRUE(has(text,
                  R"("days": {"histogram": {"0": 1, "20": 1, "131": 1}, "median": 20, "mean": "50.33", )"
                  R"("p90": 131, "min": 0, "max": 131})"))
      << text;
  EXPECT_TRUE(
      has(text, R"({"histogram": {}, "median": null, "mean": null, "p90": null, "min": null, "max": null})"));
  EXPECT_TRUE(has(text, R"({"key": "granted", "received": null, "closed": 3,)"));
  EXPECT_TRUE(has(text, R"("participants": 40,)"));
  EXPECT_TRUE(has(text, R"("opinions": null,)")) << "no line says is not zero";
  EXPECT_TRUE(has(text, R"("adopted": "n/a",)"));
}

TEST(YearJson, AbsentPartsStayAbsent) {
  Figures before;
  before.year = 2024;
  const Reading reading = read(write_figures_json(before));
  ASSERT_TRUE(reading.figures.has_value());
  EXPECT_FALSE(reading.figures->requests.has_value());
  EXPECT_FALSE(reading.figures->tasks.has_value());
  EXPECT_FALSE(reading.figures->activities.has_value());
}

// Last year's file of an earlier version, or typed from a published report, has counts and no clock.
TEST(YearJson, AFileWithoutTheClockStaysWithoutIt) {
  const Reading reading = read(head(R"("requests": {"answered": 3, "open": 1, "processing_fee": "5.00",
           "by_unit": [{"key": "甲局", "received": 4, "closed": 3}], "open_ids": [{"unit": "甲局", "id": "1"}]})"));
  ASSERT_TRUE(reading.figures.has_value()) << reading.codes();
  EXPECT_EQ(reading.codes(), "");
  EXPECT_FALSE(reading.figures->requests->has_clock);
  const std::string text = write_figures_json(*reading.figures);
  for (const char* key : {"in_time", "overdue", "days", "by_month", "oldest_open"}) {
    EXPECT_FALSE(has(text, key)) << key;
  }
  EXPECT_EQ(read(text).figures->requests, reading.figures->requests);
}

TEST(YearJson, AClockOfNullIsNone) {
  const Reading reading =
      read(head(R"("requests": {"answered": 3, "in_time": null, "open": 1, "open_ids": []})"));
  ASSERT_TRUE(reading.figures.has_value());
  EXPECT_FALSE(reading.figures->requests->has_clock);
}

TEST(YearJson, StatisticsAreThoseOfTheHistogramWhateverIsWritten) {
  const Reading reading = read(head(
      R"("requests": {"answered": 4, "in_time": 3, "overdue": 1, "days": {"histogram": {"2": 3, "7": 1, "9": 0},
           "median": 99, "mean": "0.00", "p90": null}})"));
  ASSERT_TRUE(reading.figures.has_value()) << reading.codes();
  EXPECT_EQ(reading.figures->requests->days.entries(), (std::vector<DayHistogram::Entry>{{2, 3}, {7, 1}}));
  EXPECT_EQ(reading.figures->requests->days.median(), 2);
}

TEST(YearJson, NotesUnknownKeysWhereTheyStand) {
  const Reading reading = read(head(
      R"("requests": {"answered": 3, "answerd": 3, "by_unit": [{"key": "甲局", "close": 1, "days": {"modus": 2}}]},
         "tasks": {"totle": 1, "by_area": [{"key": "一", "don": 2}]},
         "activities": {"by_class": [{"key": "培训", "hold": 1}]})"));
  ASSERT_TRUE(reading.figures.has_value());
  EXPECT_EQ(reading.codes(),
            "N-02:requests.answerd N-02:requests.by_unit[0].close N-02:requests.by_unit[0].days.modus "
            "N-02:tasks.totle N-02:tasks.by_area[0].don N-02:activities.by_class[0].hold ");
}

// All of them are told at once, each at its place, and nothing of the file is used.
TEST(YearJson, RefusesWrongTypes) {
  const std::pair<const char*, const char*> faults[] = {
      {R"("requests": [])", "C-02:requests "},
      {R"("requests": {})", "C-02:requests.answered "},
      {R"("requests": {"answered": null})", "C-02:requests.answered "},
      {R"("requests": {"answered": "3"})", "C-02:requests.answered "},
      {R"("requests": {"answered": 0, "open": -1})", "C-02:requests.open "},
      {R"("requests": {"answered": 0, "in_time": 1.5})", "C-02:requests.in_time "},
      {R"("requests": {"answered": 0, "days": 5})", "C-02:requests.days "},
      {R"("requests": {"answered": 0, "days": {"histogram": [1, 2]}})", "C-02:requests.days.histogram "},
      {R"("requests": {"answered": 0, "days": {"histogram": {"五": 1}}})", "C-02:requests.days.histogram "},
      {R"("requests": {"answered": 0, "days": {"histogram": {"-1": 1}}})", "C-02:requests.days.histogram "},
      {R"("requests": {"answered": 0, "days": {"histogram": {"01": 1}}})", "C-02:requests.days.histogram "},
      {R"("requests": {"answered": 0, "days": {"histogram": {"3": "一"}}})",
       "C-02:requests.days.histogram.3 "},
      {R"("requests": {"answered": 0, "by_unit": {}})", "C-02:requests.by_unit "},
      {R"("requests": {"answered": 0, "by_month": [3]})", "C-02:requests.by_month[0] "},
      {R"("requests": {"answered": 0, "by_topic": [{"key": "甲"}, {"key": 5}]})",
       "C-02:requests.by_topic[1].key "},
      {R"("requests": {"answered": 0, "oldest_open": [{"unit": "甲", "id": "1", "received": "去年"}]})",
       "C-02:requests.oldest_open[0].received "},
      {R"("requests": {"answered": 0, "oldest_open": [{"unit": "甲", "id": "1"}]})",
       "C-02:requests.oldest_open[0].received "},
      {R"("requests": {"answered": 0, "oldest_open": [{"received": "2024-12-02", "overdue": 1}]})",
       "C-02:requests.oldest_open[0].overdue "},
      {R"("requests": {"answered": 0, "open_ids": ["1"]})", "C-02:requests.open_ids[0] "},
      {R"("tasks": 3)", "C-02:tasks "},
      {R"("tasks": {"done": true})", "C-02:tasks.done "},
      {R"("tasks": {"by_area": "一"})", "C-02:tasks.by_area "},
      {R"("activities": "无")", "C-02:activities "},
      {R"("activities": {"held": [], "by_unit": [null]})",
       "C-02:activities.held C-02:activities.by_unit[0] "}};
  for (const auto& [json, codes] : faults) {
    const Reading reading = read(head(json));
    EXPECT_FALSE(reading.figures.has_value()) << json;
    EXPECT_EQ(reading.codes(), codes) << json;
  }
}

TEST(YearJson, HugeCountsDoNotOverflow) {
  const Reading fits = read(head(
      R"("requests": {"answered": 1000000000000, "in_time": 0, "overdue": 1000000000000,
                      "days": {"histogram": {"99999": 500000000001, "0": 499999999999}}})"));
  ASSERT_TRUE(fits.figures.has_value()) << fits.codes();
  EXPECT_EQ(fits.figures->requests->overdue, 1'000'000'000'000);
  EXPECT_EQ(fits.figures->requests->days.mean(), "49999.50");
  EXPECT_TRUE(has(write_figures_json(*fits.figures), "\"p90\": 99999"));
  for (const char* json :
       {R"("requests": {"answered": 0, "days": {"histogram": {"3": 1000000000001}}})",
        R"("requests": {"answered": 0, "days": {"histogram": {"100000": 1}}})",
        R"("requests": {"answered": 1000000000001})", R"("requests": {"answered": 9007199254740993})",
        R"("requests": {"answered": 0, "by_unit": [{"key": "甲", "received": 9007199254740991}]})",
        R"("tasks": {"total": 1e300})", R"("activities": {"participants": 1000000000001})"}) {
    EXPECT_EQ(read(head(json)).codes().substr(0, 5), "C-02:") << json;
  }
}

// What was closed was closed in time or not, and took a number of days; both sides are named.
TEST(YearJson, CountsOfTheClockAddUp) {
  const std::pair<const char*, const char*> faults[] = {
      {R"("requests": {"answered": 3, "in_time": 1, "overdue": 1, "days": {"histogram": {"2": 3}}})",
       "requests：answered 是 3，而 in_time 与 overdue 之和是 2，应当相等"},
      {R"("requests": {"answered": 3, "in_time": 2, "overdue": 1, "days": {"histogram": {"2": 4}}})",
       "requests：answered 是 3，而 days.histogram 各项之和是 4，应当相等"},
      {R"("requests": {"answered": 0, "in_time": 0, "overdue": 0, "days": {},
           "by_unit": [{"key": "甲", "received": 1, "closed": 2, "in_time": 1, "overdue": 1}]})",
       "requests.by_unit[0]：closed 是 2，而 days.histogram 各项之和是 0，应当相等"}};
  for (const auto& [json, message] : faults) {
    const Reading reading = read(head(json));
    EXPECT_FALSE(reading.figures.has_value()) << json;
    ASSERT_EQ(reading.diagnostics.sorted().size(), 1U) << json;
    EXPECT_EQ(reading.diagnostics.sorted()[0].message, message);
  }
}

// A clock of which a part is missing is none.
TEST(YearJson, HalfAClockIsNone) {
  for (const char* json : {R"("requests": {"answered": 3, "in_time": 3})",
                           R"("requests": {"answered": 3, "in_time": 2, "overdue": 1})",
                           R"("requests": {"answered": 3, "in_time": 2, "overdue": 1, "days": null})",
                           R"("requests": {"answered": 3, "overdue": 1, "days": {"histogram": {"2": 3}}})"}) {
    const Reading reading = read(head(json));
    ASSERT_TRUE(reading.figures.has_value()) << reading.codes();
    EXPECT_FALSE(reading.figures->requests->has_clock) << json;
    EXPECT_EQ(reading.figures->requests->in_time, 0);
    EXPECT_EQ(read(write_figures_json(*reading.figures)).figures->requests, reading.figures->requests);
  }
}

TEST(YearJson, LongForeignKeysAreShortened) {
  const std::string key(5000, 'k');
  const Reading reading = read(head("\"tasks\": {\"" + key + "\": 1}"));
  ASSERT_EQ(reading.diagnostics.sorted().size(), 1U);
  const Diagnostic note = reading.diagnostics.sorted()[0];
  EXPECT_EQ(note.code, "N-02");
  EXPECT_LT(note.message.size(), 200U);
  EXPECT_LT(note.place.cell.size(), 100U);
}

// What is no count is kept as it is for the checks to find (V-02), as in the official tables.
TEST(YearJson, KeepsWhatIsNoCountOfAnActivity) {
  const Reading reading = read(head(R"("activities": {"held": 1, "participants": "约40", "opinions": -2})"));
  ASSERT_TRUE(reading.figures.has_value()) << reading.codes();
  EXPECT_EQ(reading.figures->activities->all.participants, Cell::invalid("约40"));
  EXPECT_EQ(reading.figures->activities->all.opinions, Cell::invalid("-2"));
}

}  // namespace nianbao
