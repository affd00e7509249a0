// The declarations of the interface against what a pack really sees.
#include "rules/api.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "rules/api_reference.h"
#include "rules/lua_register.h"
#include "rules/pack_chain.h"
#include "rules/pack_runtime.h"
#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

std::set<std::string> declared(const std::string& object) {
  std::set<std::string> names;
  for (const ApiObject& each : api_objects()) {
    if (each.name != object) continue;
    for (const ApiField& field : each.fields) {
      const std::string name = field.name;
      names.insert(name.back() == '?' ? name.substr(0, name.size() - 1) : name);
    }
  }
  return names;
}

// One of everything.
struct RichInput {
  Figures figures = sound_figures();
  Figures previous = sound_figures();
  Body body = sound_body();
  std::vector<Task> tasks{1};
  std::vector<Activity> activities{1};
  std::vector<ReviewCase> reviews{1};
  UnitRegister units;
  RuleInput input;

  RichInput() {
    const Date day = std::chrono::year{2024} / 6 / 26;
    body.date = body.published = day;
    tasks[0].deadline = tasks[0].done_on = day;
    activities[0].planned = activities[0].held = activities[0].ended = day;
    activities[0].feedback_published = true;
    reviews[0].accepted = reviews[0].closed = day;
    fill_year(day);
    Unit unit;
    unit.name = "县教育局";
    units.add(unit);
    input.body = &body;
    input.figures = &figures;
    input.previous = &previous;
    input.tasks = &tasks;
    input.activities = &activities;
    input.reviews = &reviews;
    input.units = &units;
    input.by_unit = {{"县教育局", figures.table2, figures.table3, figures.table4}};
    input.texts["other"] = {"text/other.md", "全年试验申请12件。\n", {Paragraph{}}};
    input.document = std::vector<WrittenBlock>(1);
    input.stream_requests = [day](const RequestSink& sink) {
      Request request;
      request.received = day;
      request.replied = request.ended = request.closed = day;
      request.outcome = Row3::granted;
      request.events.corrections_asked = request.events.corrections_received = {day};
      request.events.extension_told = request.events.agreed_deadline = day;
      request.events.fee_asked = request.events.fee_paid = day;
      const Place place;
      sink({request, place, false, false});
    };
  }

  // Every group once, with everything that may be absent.
  void fill_year(const Date& day) {
    DayHistogram days;
    days.add(3);
    RequestFigures& requests = figures.requests.emplace();
    requests.has_clock = true;
    requests.days = days;
    const std::vector<TimeFigures> groups{{"甲", 1, 1, 1, 0, days}};
    requests.by_unit = requests.by_month = requests.by_topic = groups;
    requests.by_channel = requests.by_applicant = requests.by_outcome = groups;
    requests.oldest_open = {{"甲", "1", day, 3, day, false}};
    requests.open_ids = {{"甲", "1"}};
    TaskCounts tasks_done;
    tasks_done.total = tasks_done.done = tasks_done.in_time = 1;
    TaskFigures& of_tasks = figures.tasks.emplace();
    of_tasks.all = tasks_done;
    of_tasks.by_area = of_tasks.by_lead = of_tasks.by_unit = of_tasks.by_month = {{"甲", tasks_done}};
    ActivityCounts held;
    held.held = 1;
    held.opinions = Cell::of(2);
    held.adopted = Cell::of(1);
    ActivityFigures& of_activities = figures.activities.emplace();
    of_activities.all = held;
    of_activities.by_class = of_activities.by_unit = of_activities.by_month = {{"甲", held}};
  }
};

// The names that a check finds in the table `expression`, a record's in `record`.
std::set<std::string> seen(const std::string& expression) {
  const PackFolder folder;
  folder.add_pack("place", "prefix = \"PL\"\n");
  folder.write("place/checks.lua",
               "phrase { words = '试验申请', figure = 'table3.received.total', units = { '件' } }\n"
               "check { code = 'PL-01', severity = 'note', title = '一', records = 'requests',\n"
               "  each = function(record, state) state.record = record end,\n"
               "  run = function(ctx, report, state)\n"
               "    local record = state.record\n"
               "    for name in pairs(" +
                   expression + ") do report { message = name } end\n  end }\n");
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.path(), "place", diagnostics);
  const RichInput rich;
  book->check(rich.input, diagnostics);
  std::set<std::string> names;
  for (const Diagnostic& d : diagnostics.sorted()) names.insert(d.message);
  return names;
}

TEST(Api, TablesOfTheHostHaveTheFieldsThatAreDeclared) {
  EXPECT_EQ(seen("ctx"), declared("nianbao.ctx"));
  EXPECT_EQ(seen("ctx.body"), declared("nianbao.body"));
  EXPECT_EQ(seen("ctx.figures"), declared("nianbao.figures"));
  EXPECT_EQ(seen("ctx.figures.requests"), declared("nianbao.requests"));
  EXPECT_EQ(seen("ctx.figures.requests.days"), declared("nianbao.days"));
  EXPECT_EQ(seen("ctx.figures.requests.oldest_open[1]"), declared("nianbao.oldest_open"));
  EXPECT_EQ(seen("ctx.figures.requests.open_ids[1]"), declared("nianbao.open_id"));
  EXPECT_EQ(seen("ctx.figures.tasks"), declared("nianbao.tasks"));
  EXPECT_EQ(seen("ctx.figures.activities"), declared("nianbao.activities"));
  for (const char* group : {"unit", "month", "topic", "channel", "applicant", "outcome"}) {
    EXPECT_EQ(seen("ctx.figures.requests.by_" + std::string(group) + "[1]"),
              declared("nianbao.request_group"));
  }
  for (const char* group : {"area", "lead", "unit", "month"})
    EXPECT_EQ(seen("ctx.figures.tasks.by_" + std::string(group) + "[1]"), declared("nianbao.task_group"));
  for (const char* group : {"class", "unit", "month"})
    EXPECT_EQ(seen("ctx.figures.activities.by_" + std::string(group) + "[1]"),
              declared("nianbao.activity_group"));
  EXPECT_EQ(seen("ctx.tasks[1]"), declared("nianbao.task"));
  EXPECT_EQ(seen("ctx.activities[1]"), declared("nianbao.activity"));
  EXPECT_EQ(seen("ctx.reviews[1]"), declared("nianbao.review"));
  EXPECT_EQ(seen("ctx.register[1]"), declared("nianbao.unit"));
  EXPECT_EQ(seen("ctx.by_unit[1]"), declared("nianbao.unit_figures"));
  EXPECT_EQ(seen("record"), declared("nianbao.record"));
  EXPECT_EQ(seen("record.place"), declared("nianbao.place"));
  EXPECT_EQ(seen("ctx.texts.other"), declared("nianbao.text"));
  EXPECT_EQ(seen("ctx.texts.other.lines[1]"), declared("nianbao.line"));
  EXPECT_EQ(seen("ctx.document[1]"), declared("nianbao.block"));
  EXPECT_EQ(seen("ctx.claims[1]"), declared("nianbao.claim"));
  EXPECT_EQ(seen("form"), declared("nianbao.form"));
  EXPECT_EQ(seen("form.table3_columns[1]"), declared("nianbao.name"));
  EXPECT_EQ(seen("form.table3_rows[1]"), declared("nianbao.row"));
}

// A table that a function takes refuses every field that is not declared, and knows every one that is.
std::string fault_of(const std::string& call) {
  const PackFolder folder;
  folder.add_pack("place", "prefix = \"PL\"\n");
  folder.write("place/checks.lua", call + "\n");
  Diagnostics diagnostics;
  RuleBook::load(folder.path(), "place", diagnostics);
  const auto findings = diagnostics.sorted();
  return findings.empty() ? "" : findings.front().message;
}

TEST(Api, TablesOfPacksTakeTheFieldsThatAreDeclared) {
  for (const char* name : {"check", "section", "phrase", "tighten", "exception", "drop", "field"}) {
    const auto fields = declared(std::string("nianbao.") + name);
    ASSERT_FALSE(fields.empty()) << name;
    std::string all;
    for (const std::string& field : fields) all += field + " = false, ";
    const std::string with_all = fault_of(std::string(name) + " { " + all + "}");
    EXPECT_EQ(with_all.find("里没有"), std::string::npos) << name << ": " << with_all;
    const std::string with_more = fault_of(std::string(name) + " { nonsense = 1 }");
    EXPECT_NE(with_more.find("nonsense"), std::string::npos) << name << ": " << with_more;
  }
}

// ---- a function that another one replaces
int say_nine(lua_State* lua) {
  lua_pushinteger(lua, 9);
  return 1;
}

constexpr ApiFunction kReplaced[] = {{"old_nine", say_nine, "", "integer", "九。", "", 1, "nine()"},
                                     {"nine", say_nine, "", "integer", "九。"}};

TEST(Api, AReplacedFunctionWorksAndIsSaidOnceForEachPack) {
  const PackFolder folder;
  folder.add_pack("place", "prefix = \"PL\"\n");
  folder.write("place/checks.lua",
               "convention(tostring(nine()))\nlocal function all()\n  return old_nine()\nend\n"
               "convention(tostring(all() + old_nine()))\n");
  Diagnostics diagnostics;
  const auto chain = read_chain(folder.path(), "place", diagnostics);
  ASSERT_TRUE(chain);
  PackRuntime runtime(chain->back(), {}, LuaLimits{});
  lua_State* lua = runtime.lua();
  lua_newtable(lua);
  set_api(lua, kReplaced);
  lua_getfield(lua, LUA_REGISTRYINDEX, kEnvironmentField);
  for (const ApiFunction& function : kReplaced) {
    lua_pushstring(lua, function.name);
    lua_getfield(lua, -3, function.name);
    lua_rawset(lua, -3);
  }
  lua_settop(lua, 0);
  runtime.start(diagnostics);
  EXPECT_EQ(runtime.registry().conventions, (std::vector<std::string>{"9", "18"}));
  const auto notes = runtime.take_notes();
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].code, "N-28");
  EXPECT_EQ(notes[0].severity, Severity::note);
  EXPECT_EQ(notes[0].place.row, 3);
  EXPECT_NE(notes[0].place.file.find("place/checks.lua"), std::string::npos);
  EXPECT_NE(notes[0].message.find("old_nine"), std::string::npos);
  EXPECT_EQ(notes[0].hint, "改用 nine()");
  EXPECT_TRUE(runtime.take_notes().empty());
}

TEST(Api, AReplacedFunctionIsMarkedInTheManualAndForEditors) {
  EXPECT_NE(api_as_markdown(kReplaced[0], "").find("- 不再推荐：改用 `nine()`\n"), std::string::npos);
  EXPECT_NE(api_as_annotations(kReplaced[0], "").find("---@deprecated 改用 nine()\n"), std::string::npos);
  EXPECT_EQ(api_as_markdown(kReplaced[1], "").find("不再推荐"), std::string::npos);
  EXPECT_EQ(api_as_annotations(kReplaced[1], "").find("@deprecated"), std::string::npos);
}

TEST(Api, TheManualListsTheKeysOfTheForm) {
  const std::string page = api_as_markdown();
  for (const char* key : {"`normative_document`", "`issued`", "`refused.third_party`", "`natural_person`",
                          "`litigation_direct`", "`upheld`", "逾期未完成", "长期坚持"}) {
    EXPECT_NE(page.find(key), std::string::npos) << key;
  }
}

TEST(Api, EveryFunctionSaysWhatItDoes) {
  const std::string page = api_as_markdown();
  const std::string annotations = api_as_annotations();
  for (const auto& functions : {register_api(), adjust_api(), field_api(), task_api(), value_api(),
                                format_api(), claim_api(), document_api()}) {
    for (const ApiFunction& function : functions) {
      const std::string name = function.name;
      EXPECT_NE(std::string(function.text), "") << name;
      EXPECT_NE(page.find(name + "("), std::string::npos) << name;
      EXPECT_NE(annotations.find(name + "("), std::string::npos) << name;
    }
  }
}

TEST(Api, AnnotationsAreLua) {
  const std::string annotations = api_as_annotations();
  lua_State* lua = luaL_newstate();
  EXPECT_EQ(luaL_loadbufferx(lua, annotations.data(), annotations.size(), "meta", "t"), LUA_OK)
      << lua_tostring(lua, -1);
  lua_close(lua);
}

}  // namespace
}  // namespace nianbao::test
