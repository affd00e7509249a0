// The pack of Laiwu: each of its findings where the points are not met, and none where they are. Skipped
// where the pack is not there.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

Date day(const char* text) {
  return *parse_date(text);
}

// A year in which every ask of the points is met: two departments and a street, one of which makes policy.
class LaiwuChecks : public testing::Test {
 protected:
  Figures figures = sound_figures();
  Body body = sound_body();
  UnitRegister units;
  std::vector<Task> tasks;
  std::vector<Activity> activities;
  RuleInput input;
  Diagnostics diagnostics;

  void SetUp() override {
    for (const char* pack : {"laiwu", "shandong"}) {
      if (!std::filesystem::exists(std::string(NIANBAO_SOURCE "/plugins/") + pack + "/pack.toml"))
        GTEST_SKIP() << "no plugins/" << pack;
    }
    input.figures = &figures;
    input.body = &body;
    input.units = &units;
    input.task_day = day("2025-01-24");
    for (const char* name : {"甲局", "乙局"}) add_unit(name, "部门");
    add_unit("丙街道办事处", "街道办事处");
    for (const char* unit : {"甲局", "乙局", "丙街道办事处"}) {
      add_activity("听取汇报", unit, "2024-05-06");
      add_activity("培训", unit, "2024-06-07");
    }
    for (const char* on : {"2024-03-04", "2024-09-10"})
      add_activity("政策评价", "甲局", on).feedback_published = true;
    issues("甲局", 2);
    for (int i = 1; i <= 59; ++i) add_task(i);
    tasks.back().text = "印发后制定实施方案，落实情况写入年报";
    tasks.back().done_on = day("2024-07-26");
  }

  void add_unit(const char* name, const char* kind, bool due = true, bool counted = true) {
    Unit unit;
    unit.name = name;
    unit.kind = kind;
    unit.due = due;
    unit.counted = counted;
    units.add(unit);
  }
  Activity& add_activity(const char* kind, const char* unit, const char* held) {
    Activity& activity = activities.emplace_back();
    activity.name = std::string(unit) + kind;
    activity.kind = kind;
    activity.units = {unit};
    if (*held != '\0') activity.held = day(held);
    return activity;
  }
  void issues(const char* unit, std::int64_t count) {
    UnitFigures& of_unit = input.by_unit.emplace_back();
    of_unit.unit = unit;
    of_unit.table2 = Table2{};
    of_unit.table2->documents[1] = {Cell::of(count), Cell::of(0), Cell::of(count)};
  }
  void add_task(int number) {
    Task& task = tasks.emplace_back();
    task.number = std::to_string(number);
    task.text = "任务" + task.number;
    task.status = TaskStatus::done;
    task.done_on = day("2024-11-29");
    task.deadline = day("2024-12-31");
  }
  void add_topic(const char* topic, std::int64_t received) {
    RequestFigures& requests = *figures.requests;
    requests.has_clock = true;
    requests.in_time = 98;
    requests.days = {};
    requests.days.add(10, 98);
    TimeFigures& group = requests.by_topic.emplace_back();
    group.key = topic;
    group.received = received;
  }
  Activity& last(const char* kind) {
    const auto found = std::find_if(activities.rbegin(), activities.rend(),
                                    [&](const Activity& activity) { return activity.kind == kind; });
    return *found;
  }

  // The findings of the pack: "LW-01 …".
  std::string found() {
    TaskCube cube(input.task_day);
    for (const Task& task : tasks) cube.add(task);
    figures.tasks = TaskFigures{cube.all(), cube.by_area(), cube.by_lead(), cube.by_unit(), cube.by_month()};
    input.tasks = &tasks;
    input.activities = &activities;
    return check();
  }
  std::string check() {
    Diagnostics findings;
    auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", "laiwu", findings);
    if (!book) return "not loaded";
    book->check(input, findings);
    std::string lines;
    for (const Diagnostic& d : findings.sorted()) {
      if (d.code[0] == 'L' || d.code[0] == 'M') lines += d.code + " " + d.message + "\n";
    }
    return lines;
  }
  std::string report() {
    Diagnostics findings;
    auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", "laiwu", findings);
    const std::string text = book ? text_of(book->report(input, findings)) : "";
    EXPECT_TRUE(brief(findings).empty()) << testing::PrintToString(brief(findings));
    return text;
  }
  void expect_says(const std::string& what) {
    const std::string text = report();
    EXPECT_NE(text.find(what), std::string::npos) << what << "\nis not in\n" << text;
  }
  void expect_one(const std::string& start) {
    const std::string lines = found();
    EXPECT_EQ(lines.substr(0, start.size()), start) << lines;
    EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 1) << lines;
  }
};

TEST_F(LaiwuChecks, AreContentWhereThePointsAreMet) {
  EXPECT_EQ(found(), "");
}
TEST_F(LaiwuChecks, NameUnitsWithoutAHearing) {
  last("听取汇报").held = day("2023-12-29");
  expect_one("LW-01 1 个单位本年没有听取政务公开工作汇报的记录（应有的 3 个）：丙街道办事处");
}
TEST_F(LaiwuChecks, NameUnitsWithoutATraining) {
  add_unit("丁镇人民政府", "镇政府");
  add_activity("听取汇报", "丁镇人民政府", "2024-02-02");
  expect_one("LW-02 1 个单位本年没有组织政务公开培训的记录（应有的 4 个）：丁镇人民政府");
}
TEST_F(LaiwuChecks, AskOnlyTheUnitsThatThePointsMean) {
  add_unit("某管委会", "功能区管委会");
  add_unit("某分局", "垂直管理");
  add_unit("某水厂", "公共企事业单位");
  add_unit("不报的局", "部门", false);
  add_unit("不计的局", "部门", true, false);
  Unit silent;
  silent.name = "零报告的镇";
  silent.kind = "镇政府";
  silent.zero_report = true;
  units.add(silent);
  EXPECT_EQ(found(), "");
}
TEST_F(LaiwuChecks, OneActivityOfSeveralUnitsIsOfEach) {
  activities.erase(std::remove_if(activities.begin(), activities.end(),
                                  [](const Activity& activity) { return activity.kind == "培训"; }),
                   activities.end());
  add_activity("培训", "甲局", "2024-12-31").units = {"甲局", "乙局", "丙街道办事处"};
  EXPECT_EQ(found(), "");
}
TEST_F(LaiwuChecks, WantTwoEvaluationsOfWhoMakesPolicy) {
  issues("乙局", 1);
  expect_one("LW-03 本年制发行政规范性文件而政策评价不足 2 次的单位有 1 个：乙局（制发 1 件，评价 0 次）");
}
TEST_F(LaiwuChecks, WantNoEvaluationOfWhoIssuedNothing) {
  issues("乙局", 0);
  input.by_unit.emplace_back().unit = "丙街道办事处";  // without table 二
  EXPECT_EQ(found(), "");
}
TEST_F(LaiwuChecks, WantTheResultsOfEvaluationsPublished) {
  last("政策评价").feedback_published = false;
  expect_one("LW-03 1 次政策评价到 2024-12-31 没有公开结果：“甲局政策评价”");
}
TEST_F(LaiwuChecks, ResultsOfWhatLastedIntoTheNextYearCameTooLate) {
  last("政策评价").ended = day("2024-12-31");
  EXPECT_EQ(found(), "");
  last("政策评价").ended = day("2025-01-10");
  expect_one("LW-03 1 次政策评价到 2024-12-31 没有公开结果：“甲局政策评价”（2025-01-10 才结束）");
}
TEST_F(LaiwuChecks, WantPlansWithinThirtyDays) {
  tasks.back().done_on = day("2024-07-27");
  expect_one(
      "LW-04 1 项写明期限的任务没有按期完成：“印发后制定实施方案，落实情况写入年报”（2024-07-26 "
      "前，2024-07-27 "
      "完成）");
  tasks.back().done_on.reset();
  expect_one(
      "LW-04 1 项写明期限的任务没有按期完成：“印发后制定实施方案，落实情况写入年报”（2024-07-26 前，"
      "没有完成日期）");
}
TEST_F(LaiwuChecks, LookAtTheRowOfThePlansAlone) {
  tasks[4].text = "按实施方案公开改造进展";
  tasks[4].done_on.reset();
  tasks[56].part = "（十六）加强督导落实";
  tasks[56].text = "按考评实施方案考核";
  tasks[56].done_on.reset();
  EXPECT_EQ(found(), "");  // 59 bears the number and the word
  tasks.back().text = "任务59";
  tasks[4].part = "（二）以公开助推社会治理提质";
  tasks[56].part.clear();
  expect_one("LW-09 任务台账里没有（十六）“实施方案”（序号 59）这一项，LW-04 没有检查");
}
TEST_F(LaiwuChecks, FindThePlansHoweverBracketsAndNumbersAreWritten) {
  tasks.back().done_on = day("2024-07-27");
  for (const char* part : {"(十六)加强督导落实", "（ 十六 ）落实", "十六、落实", "落实", "十大行动"}) {
    tasks.back().part = part;
    for (const char* number : {"59", "059", "59.", "５９", "（59）"}) {
      tasks.back().number = number;
      EXPECT_EQ(found().substr(0, 5), "LW-04") << part << ' ' << number;
    }
  }
  tasks.back().part = "（十五）培训";
  tasks.back().number = "59.1";
  EXPECT_EQ(found(),
            "LW-07 任务台账有 59 项，分工表是 59 项，缺少序号 59\n"
            "LW-09 任务台账里没有（十六）“实施方案”（序号 59）这一项，LW-04 没有检查\n");
}
TEST_F(LaiwuChecks, FindThePlansInALedgerThatNumbersItself) {
  for (Task& task : tasks) task.number = "甲" + task.number;
  tasks.back().part = "（十六）加强督导落实";
  tasks.back().done_on = day("2024-07-27");
  EXPECT_EQ(found().substr(0, 5), "LW-04");
}
TEST_F(LaiwuChecks, AskADepartmentsOwnReportOfItselfAlone) {
  body.scope = "本机关";
  body.body = body.level = "部门";
  body.issuer = "某市某区甲局";
  tasks.erase(tasks.begin(), tasks.end() - 1);
  activities.clear();
  for (const char* kind : {"听取汇报", "培训"}) add_activity(kind, "甲局", "2024-05-06");
  for (const char* on : {"2024-03-04", "2024-09-10"})
    add_activity("政策评价", "甲局", on).feedback_published = true;
  EXPECT_EQ(found(), "");
  for (const char* name : {"某市某区甲局", "某区甲局", "某省某市某区甲局"}) {
    activities[1].units = {"乙局", name};
    EXPECT_EQ(found(), "") << name;
  }
  activities[1].units = {"乙局"};
  expect_one("LW-02 本年没有组织政务公开培训的记录");
}
TEST_F(LaiwuChecks, AskNothingOfABodyThatThePointsDoNotAsk) {
  body.body = "开发区管委会";
  activities.clear();
  expect_one("LW-09 莱芜区规则包依据的文件没有对开发区管委会提要求，它的其他规则都不检查");
}
TEST_F(LaiwuChecks, SayWhatAMissingLedgerLeavesUnchecked) {
  found();
  input.activities = nullptr;
  units = UnitRegister();
  EXPECT_EQ(check(), "LW-09 没有公开活动台账，LW-01、LW-02、LW-03、LW-08 没有检查\n");
  input.activities = &activities;
  expect_one("LW-09 没有单位名录，LW-01、LW-02、LW-03 没有检查");
}
TEST_F(LaiwuChecks, WantTopicsForTheAnalysis) {
  add_topic("教育", 90);
  add_topic("（未填）", 10);
  EXPECT_EQ(found(), "");  // a tenth, not more
  figures.requests->by_topic[1].received = 11;
  expect_one("LW-05 新收的 101 件申请里有 11 件没有写事项类别（10.89%）");
}
TEST_F(LaiwuChecks, WantWordsOnTopicsThatAreAskedForAgainAndAgain) {
  add_topic("征地拆迁", 5);
  add_topic("国土空间规划", 4);
  add_topic("教育", 80);
  expect_one("LW-06 “征地拆迁”新收申请 5 件，文字里没有说怎样转为主动公开");
  input.texts["problems"].raw = "征地拆迁的申请集中。\n可以公开的列入主动公开目录。";
  expect_one("LW-06 “征地拆迁”");
  input.texts["problems"].raw = "征地拆迁的申请，凡可以公开的列入主动公开目录。";
  EXPECT_EQ(found(), "");
}
TEST_F(LaiwuChecks, WantTheTasksOfTheDocument) {
  tasks.erase(tasks.begin() + 6);
  expect_one("LW-07 任务台账有 58 项，分工表是 59 项，缺少序号 7");
  add_task(60);
  expect_one("LW-07 任务台账有 59 项，分工表是 59 项，缺少序号 7");
}
TEST_F(LaiwuChecks, WantALedgerOfTasks) {
  input.activities = &activities;
  EXPECT_EQ(check(),
            "LW-07 没有任务台账，写不出落实情况；分工表有 59 项任务\n"
            "LW-09 没有任务台账，LW-04 没有检查\n");
}
TEST_F(LaiwuChecks, WantWhatBecameOfOpinions) {
  Activity& open_day = add_activity("政府开放活动", "甲局", "2024-08-08");
  open_day.opinions = Cell::of(3);
  expect_one("LW-08 1 次活动收集了意见，没有公开采纳情况：“甲局政府开放活动”");
  last("政府开放活动").opinions = Cell::of(0);
  EXPECT_EQ(found(), "");
  last("政府开放活动").opinions = Cell::of(3);
  last("政府开放活动").feedback_published = true;
  EXPECT_EQ(found(), "");
}
TEST_F(LaiwuChecks, SpeakOfTheirOwnYearAlone) {
  figures.year = 2025;
  tasks.clear();
  expect_one("LW-09 莱芜区规则包依据 2024 年的文件，2025 年的要求没有写入，它的其他规则都不检查");
}
TEST_F(LaiwuChecks, AreSilentOnFiguresAlone) {
  input.mode = RuleMode::verify;
  activities.clear();
  EXPECT_EQ(found(), "");
}

TEST_F(LaiwuChecks, NumbersOfTheWatchedTopicsAreChecked) {
  add_topic("征地拆迁", 5);
  const auto x01 = [&](const char* text) {
    input.texts["requests"].raw = text;
    Diagnostics findings;
    auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", "laiwu", findings);
    if (book) book->check(input, findings);
    return with_code(findings, "X-01");
  };
  EXPECT_TRUE(x01("征地拆迁类申请5件，社会保障类申请7件，主动公开。")
                  .empty());  // nobody wrote the topic of the latter
  const auto wrong = x01("征地拆迁类申请6件，主动公开。");
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_EQ(wrong[0].message, "文字里“征地拆迁类申请”是6件，台账里事项类别“征地拆迁”新收的是5");
}

// ---- its part of the report

TEST_F(LaiwuChecks, ReportSaysWhatWasAskedForOfTheWatchedTopics) {
  add_topic("征地拆迁", 5);
  add_topic("教育", 15);
  add_topic("（未填）", 7);
  const std::string start = "重点领域依申请公开情况。本年度登记了事项类别的新收申请";
  expect_says(start + "20件，其中征地拆迁5件，占25.00%。");
  add_topic("社会保障", 5);
  expect_says(start + "25件，其中征地拆迁5件、社会保障5件，合计10件，占40.00%。");
  figures.requests->by_topic.erase(figures.requests->by_topic.begin());
  figures.requests->by_topic.pop_back();
  expect_says(start + "15件，没有征地拆迁、国土空间规划、社会保障方面的申请。");
}
TEST_F(LaiwuChecks, ReportIsSilentOnTopicsThatNobodyWrote) {
  add_topic("（未填）", 7);
  EXPECT_EQ(report().find("重点领域"), std::string::npos);
}
TEST_F(LaiwuChecks, ReportListsTheTasksUnderTheDocumentsHeadings) {
  tasks.resize(2);
  tasks[1].done_on = day("2025-01-10");
  found();
  Diagnostics findings;
  auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", "laiwu", findings);
  ASSERT_TRUE(book);
  std::string cells;
  for (const Block& block : book->report(input, findings)) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr || table->name != "annex_task_list") continue;
    for (const TableCell& cell : table->cells) {
      if (cell.row == 0) cells += print_value(cell.value) + std::to_string(cell.column_span) + " ";
      if (cell.column == 6 && cell.row > 0) cells += print_value(cell.value) + " ";
    }
  }
  EXPECT_EQ(
      cells,
      "序号1 工作任务2 具体要求1 责任单位1 完成时限1 落实情况1 按期完成\n11月29日 逾期完成\n2025年1月10日 ");
}

}  // namespace
}  // namespace nianbao::test
