// What the national pack says of timeliness, tasks and activities: true sentences, named cases, annexes that
// are there only where something stands in them.
#include <gtest/gtest.h>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

Date day(const char* text) {
  return *parse_date(text);
}

class NationalYear : public testing::Test {
 protected:
  Figures figures = sound_figures();
  Body body = sound_body();
  std::vector<Task> tasks;
  std::vector<Activity> activities;
  RuleInput input;
  Diagnostics diagnostics;

  NationalYear() {
    input.figures = &figures;
    input.body = &body;
    input.task_day = day("2025-01-24");
  }

  std::vector<Block> blocks() {
    std::vector<Block> written = report_national(input, diagnostics);
    EXPECT_TRUE(brief(diagnostics).empty()) << testing::PrintToString(brief(diagnostics));
    return written;
  }
  std::string text() { return text_of(blocks()); }
  void says(const std::string& what) {
    const std::string written = text();
    EXPECT_NE(written.find(what), std::string::npos) << what << "\nis not in\n" << written;
  }
  void is_silent_on(const std::string& what) {
    const std::string written = text();
    EXPECT_EQ(written.find(what), std::string::npos) << what << "\nis in\n" << written;
  }

  // 98 closed, as in the sound figures: 90 on day 10, 8 on day 25.
  RequestFigures& clocked() {
    RequestFigures& requests = *figures.requests;
    requests.has_clock = true;
    requests.in_time = 90;
    requests.overdue = 8;
    requests.days = {};
    requests.days.add(10, 90);
    requests.days.add(25, 8);
    return requests;
  }

  void add_task(const char* area, TaskStatus status, const char* done_on = "") {
    Task& task = tasks.emplace_back();
    task.number = std::to_string(tasks.size());
    task.area = area;
    task.text = "任务" + task.number;
    task.units_text = "甲局";
    task.units = {"甲局"};
    task.deadline_text = "2024年12月底前";
    task.deadline = day("2024-12-31");
    task.status = status;
    if (*done_on != '\0') task.done_on = day(done_on);
  }
  void count_tasks() {
    TaskCube cube(input.task_day);
    for (const Task& task : tasks) cube.add(task);
    figures.tasks = TaskFigures{cube.all(), cube.by_area(), cube.by_lead(), cube.by_unit(), cube.by_month()};
    input.tasks = &tasks;
  }

  Activity& add_activity(const char* kind, const char* name, const char* planned, const char* held) {
    Activity& activity = activities.emplace_back();
    activity.kind = kind;
    activity.name = name;
    activity.units = {"甲局"};
    if (*planned != '\0') activity.planned = day(planned);
    if (*held != '\0') activity.held = day(held);
    return activity;
  }
  void count_activities() {
    ActivityCube cube(ReportYear(2024));
    for (const Activity& activity : activities) cube.add(activity);
    figures.activities = ActivityFigures{cube.all(), cube.by_class(), cube.by_unit(), cube.by_month()};
    input.activities = &activities;
  }
  const Table* table(const std::vector<Block>& written, const std::string& name) {
    for (const Block& block : written) {
      const auto* found = std::get_if<Table>(&block);
      if (found != nullptr && found->name == name) return found;
    }
    return nullptr;
  }
};

TEST_F(NationalYear, SaysHowManyWereInTimeAndHowLongTheyTook) {
  clocked();
  says(
      "办结的申请中，在法定期限内办结90件，超期8件，按期办结率91.84%；办理用时中位数10个工作日，平均11."
      "22个工作"
      "日。");
}
TEST_F(NationalYear, SaysThatAllWereInTime) {
  RequestFigures& requests = clocked();
  requests.in_time = 98;
  requests.overdue = 0;
  says("办结的申请均在法定期限内办结；");
}
TEST_F(NationalYear, SpeaksOnlyOfCaseRecordsWhereUnitTablesAreAdded) {
  RequestFigures& requests = clocked();
  requests.answered = 90;
  requests.overdue = 0;
  says("有逐件台账的90件办结申请均在法定期限内办结；");
}
TEST_F(NationalYear, SaysWhatIsOpenAndPastDue) {
  clocked().overdue_open = 2;
  says("年末尚未办结的申请中，已超过期限2件。");
}
TEST_F(NationalYear, SaysNothingOfTimesWithoutTheClock) {
  is_silent_on("办理用时中位数");
  is_silent_on("附件：");
}
TEST_F(NationalYear, KeepsTheCompilersOwnNumbersAlone) {
  clocked();
  Paragraph own;
  own.spans = {{"新收100件。", false, false, ""}};
  input.texts["requests"] = {"text/requests.md", "新收100件。", {own}};
  is_silent_on("按期办结率");
  own.spans = {{"申请都认真办理。", false, false, ""}};
  input.texts["requests"] = {"text/requests.md", "申请都认真办理。", {own}};
  says("按期办结率91.84%");
}

TEST_F(NationalYear, SetsLastYearBesideThisYear) {
  clocked();
  Figures last = figures;
  last.year = 2023;
  last.requests->in_time = 80;
  input.previous = &last;
  const auto written = blocks();
  const Table* beside = table(written, "annex_times");
  ASSERT_NE(beside, nullptr);
  EXPECT_EQ(beside->rows, 3);
  EXPECT_EQ(print_value(beside->cells[9].value), "2023年");
  EXPECT_EQ(print_value(beside->cells[9 + 3].value), "80");
  EXPECT_EQ(print_value(beside->cells[18].value), "2024年");
  EXPECT_EQ(print_value(beside->cells[18 + 5].value), "91.84%");
}

TEST_F(NationalYear, TellsHowTheTasksStandAndNamesTheLateOnes) {
  add_task("一、甲", TaskStatus::done, "2024-11-30");
  add_task("一、甲", TaskStatus::done, "2025-01-10");
  add_task("二、乙", TaskStatus::running);
  add_task("二、乙", TaskStatus::standing);
  count_tasks();
  says(
      "2024年政务公开工作要点任务共4项，其中长期坚持1项。截至2025年1月24日，其余3项已完成2项（按期1项，逾期1"
      "项）"
      "，完成率66.67%；尚未完成1项，已超过时限。详见附件。");
  says("逾期完成的任务：第2项“任务2”（2025年1月10日完成）。");
  says("尚未完成的任务：第3项“任务3”（逾期未完成，责任单位：甲局）。");
  const auto written = blocks();
  const Table* areas = table(written, "task_areas");
  ASSERT_NE(areas, nullptr);
  EXPECT_EQ(areas->rows, 4);  // heading, two areas, 合计
  const Table* list = table(written, "annex_task_list");
  ASSERT_NE(list, nullptr);
  EXPECT_EQ(list->rows, 5);
  EXPECT_EQ(list->cells[7].row_span, 2);  // 一、甲 once for both of its tasks
}
TEST_F(NationalYear, NamesNoTaskWhenAllAreDoneInTime) {
  add_task("一、甲", TaskStatus::done, "2024-11-30");
  count_tasks();
  says("2024年政务公开工作要点任务共1项。截至2025年1月24日，已完成1项，完成率100%。");
  is_silent_on("逾期完成的任务");
  is_silent_on("尚未完成");
}
TEST_F(NationalYear, OneClosedApplicationHasNoMeanAndNoAll) {
  RequestFigures& requests = clocked();
  figures.table3->row(Row3::total)[kTotalColumn] = Cell::of(1);
  requests.answered = requests.in_time = 1;
  requests.overdue = 0;
  requests.days = {};
  requests.days.add(10);
  const std::string written = text();
  EXPECT_NE(written.find("办结的申请在法定期限内办结；办理用时10个工作日。"), std::string::npos) << written;
}
// 新收 and 办结 of the first table are of the same applications, whatever units without records filed.
TEST_F(NationalYear, ReceivedIsOfTheRecordsAlone) {
  RequestFigures& requests = clocked();
  requests.by_unit = {{"甲局", 60, 98, 90, 8, requests.days}};
  const auto written = blocks();
  const Table* times = table(written, "annex_times");
  ASSERT_NE(times, nullptr);
  EXPECT_EQ(times->caption, "总体情况");
  EXPECT_FALSE(times->note.empty()) << "units of measure";
  EXPECT_EQ(print_value(times->cells[9 + 1].value), "60") << "table 三 says 100";
  requests.by_unit.clear();
  requests.answered = 97;
  requests.in_time = 89;
  const auto partial = blocks();
  EXPECT_EQ(print_value(table(partial, "annex_times")->cells[9 + 1].value), "") << "not known";
}
TEST_F(NationalYear, ListsWhatIsOpenAndPastDue) {
  RequestFigures& requests = clocked();
  requests.overdue_open = 2;
  requests.oldest_open = {{"甲局", "2024-7", day("2024-11-04"), 41, day("2024-12-02"), true},
                          {"乙局", "2024-9", day("2024-12-20"), 7, {}, false}};
  const auto written = blocks();
  const Table* list = table(written, "annex_overdue_open");
  ASSERT_NE(list, nullptr);
  EXPECT_EQ(list->rows, 2);
  EXPECT_EQ(print_value(list->cells[5 + 3].value), "2024-12-02");
  EXPECT_NE(list->note.find("共2件"), std::string::npos) << "one is not among the ten oldest";
  requests.oldest_open.erase(requests.oldest_open.begin());
  EXPECT_EQ(table(blocks(), "annex_overdue_open"), nullptr);
}
TEST_F(NationalYear, CountsAreDigitsWithAMeasureWord) {
  clocked();
  const std::pair<const char*, bool> texts[] = {{"2024年3月1日印发〔2024〕5号文件。", false},
                                                {"我县第3次修订指南。", false},
                                                {"联系电话0634-7621000。", false},
                                                {"办结388件。", true},
                                                {"按期办结率97.4%。", true},
                                                {"平均９个工作日。", true},
                                                {"开展一次培训。", false}};
  for (const auto& [words, has_count] : texts) {
    Paragraph own;
    own.spans = {{words, false, false, ""}};
    input.texts["requests"] = {"text/requests.md", words, {own}};
    EXPECT_EQ(text().find("按期办结率91.84%") == std::string::npos, has_count) << words;
  }
}
TEST_F(NationalYear, DoneTasksWithoutADayHaveTheirColumn) {
  add_task("一、甲", TaskStatus::done, "2024-11-30");
  add_task("一、甲", TaskStatus::done, "2025-01-10");
  add_task("一、甲", TaskStatus::done);
  add_task("一、甲", TaskStatus::done);
  count_tasks();
  says("已完成4项（按期1项，逾期1项，日期不全2项），完成率100%。");
  const auto written = blocks();
  const Table* areas = table(written, "task_areas");
  ASSERT_NE(areas, nullptr);
  ASSERT_EQ(areas->columns, 9);
  std::string row;
  for (std::size_t i = 9; i < 18; ++i) row += print_value(areas->cells[i].value) + "|";
  EXPECT_EQ(row, "一、甲|4|1|1|2|0|0|0|100%|");
}
TEST_F(NationalYear, TasksOfOneKindAreSaidPlainly) {
  add_task("一、甲", TaskStatus::standing);
  add_task("一、甲", TaskStatus::standing);
  count_tasks();
  says("2024年政务公开工作要点任务共2项，均为长期坚持。");
  tasks[0].status = tasks[1].status = TaskStatus::running;
  count_tasks();
  says("截至2025年1月24日，均未完成，均已超过时限。");
  tasks.pop_back();
  count_tasks();
  says("截至2025年1月24日，未完成，已超过时限。");
}
TEST_F(NationalYear, LedgerTextsFitTheSentence) {
  add_task("一、甲\n乙", TaskStatus::running);
  tasks[0].text = "落实“双公示”\n要求。";
  tasks[0].units_text = "甲局\n乙局、\n丙局";
  tasks[0].leads = {"", "政务公开办"};
  count_tasks();
  says("第1项“落实‘双公示’要求”（逾期未完成，牵头部门：政务公开办；责任单位：甲局、乙局、丙局）。");
  const auto written = blocks();
  const Table* list = table(written, "annex_task_list");
  ASSERT_NE(list, nullptr);
  EXPECT_EQ(list->columns, 7);
  std::string row;
  for (std::size_t i = 7; i < 14; ++i) row += print_value(list->cells[i].value) + "|";
  EXPECT_EQ(row, "1|一、甲乙|落实“双公示”要求。|政务公开办|甲局、乙局、丙局|2024年12月底前|逾期未完成|");
}
TEST_F(NationalYear, AGroupOfManyUnitsStandsAsTheLedgerSays) {
  add_task("一、甲", TaskStatus::running);
  tasks[0].leads = {"甲局", "乙局", "丙局"};
  tasks[0].leads_text = "各部门";
  count_tasks();
  says("牵头部门：甲局、乙局、丙局；");
  tasks[0].leads.emplace_back("丁局");
  count_tasks();
  says("牵头部门：各部门；");
}
TEST_F(NationalYear, LongListsEndInTheWorkbook) {
  for (int i = 0; i < 5200; ++i) add_task("一、甲", TaskStatus::running);
  count_tasks();
  for (int i = 0; i < 5200; ++i) add_activity("培训", "业务培训", "2024-05-01", "2024-05-06");
  count_activities();
  RequestFigures& requests = clocked();
  for (int i = 0; i < 5200; ++i) requests.by_unit.push_back({"单位" + std::to_string(i), 1, 0, 0, 0, {}});
  const auto written = blocks();
  const std::string words = text_of(written);
  for (const char* name : {"annex_task_list", "annex_activity_list", "annex_times_units"}) {
    ASSERT_NE(table(written, name), nullptr) << name;
    EXPECT_EQ(table(written, name)->rows, 301) << name;
  }
  for (const char* rest : {"其余4900项见工作簿的“任务明细”。", "其余4900次见工作簿的“活动明细”。",
                           "其余4900个单位见工作簿的“分单位时效”。", "等5200项，详见附件2。"}) {
    EXPECT_NE(words.find(rest), std::string::npos) << rest;
  }
  EXPECT_NE(words.find("第20项“任务20”"), std::string::npos);
  EXPECT_EQ(words.find("第21项“任务21”"), std::string::npos);
}
TEST_F(NationalYear, SaysThatATaskLedgerIsEmpty) {
  count_tasks();
  says("本年度未登记政务公开工作要点任务。");
}

TEST_F(NationalYear, CountsWhatWasHeldAndNamesWhatWasNot) {
  Activity& open_day = add_activity("政府开放活动", "走进水厂", "2024-08-10", "2024-08-10");
  open_day.participants = Cell::of(40);
  open_day.opinions = Cell::of(8);
  open_day.adopted = Cell::of(2);
  open_day.feedback_published = true;
  add_activity("培训", "业务培训", "2024-05-01", "2024-05-06");
  add_activity("培训", "冬季培训", "2024-12-01", "");
  count_activities();
  says("（五）监督保障\n本年度组织政务公开培训1次。");
  says(
      "本年度举办公开活动2次，其中政府开放活动1次、培训1次。参与40人次，收集意见建议8条，采纳2条，采纳率25."
      "00%，"
      "有1次公开了意见采纳等反馈情况。计划举办而年内没有举办的活动：“冬季培训”（原计划12月1日）。详见附件"
      "。");
  const auto written = blocks();
  const Table* list = table(written, "annex_activity_list");
  ASSERT_NE(list, nullptr);
  EXPECT_EQ(list->rows, 4);
}
TEST_F(NationalYear, ActivitiesOfOneClassAreNotParted) {
  add_activity("培训", "业务培训", "2024-05-01", "2024-05-06");
  add_activity("听取汇报", "年度汇报", "2024-12-01", "");
  count_activities();
  says("本年度举办公开活动1次，为培训。");
  add_activity("培训", "春季培训", "", "2024-03-06");
  count_activities();
  says("本年度举办公开活动2次，均为培训。");
  const auto written = blocks();
  EXPECT_FALSE(table(written, "annex_activity_classes")->note.empty()) << "planned 2, held 2, not held 1";
}
TEST_F(NationalYear, NoRateOfOpinionsThatNobodyCounted) {
  Activity& first = add_activity("政府开放活动", "走进水厂", "2024-08-10", "2024-08-10");
  first.opinions = Cell::of(8);
  first.adopted = Cell::of(2);
  Activity& second = add_activity("政府开放活动", "走进电厂", "2024-09-10", "2024-09-10");
  second.adopted = Cell::of(3);
  count_activities();
  says("收集意见建议8条，采纳5条。");
  is_silent_on("采纳率");
}
TEST_F(NationalYear, WhatWasHeldNextYearIsSaidAndNotCounted) {
  Activity& late = add_activity("培训", "冬季“公开”培训", "2024-11-30", "2025-01-08");
  late.planned_text = "2024年11月";
  late.participants = Cell::of(77);
  count_activities();
  says("计划举办而年内没有举办的活动：“冬季‘公开’培训”（原计划11月）。");
  const auto written = blocks();
  const Table* list = table(written, "annex_activity_list");
  ASSERT_NE(list, nullptr);
  std::string row;
  for (std::size_t i = 7; i < 14; ++i) row += print_value(list->cells[i].value) + "|";
  EXPECT_EQ(row, "培训|冬季“公开”培训|甲局|2024年11月|次年1月8日举办|||");
}
TEST_F(NationalYear, SaysThatNothingPlannedWasHeld) {
  add_activity("培训", "冬季培训", "2024-12-01", "");
  count_activities();
  says("本年度计划举办公开活动1次，均未举办。计划举办而年内没有举办的活动：“冬季培训”（原计划12月1日）。");
}

TEST_F(NationalYear, NumbersTheAnnexesThatAreThere) {
  clocked();
  add_task("一、甲", TaskStatus::done, "2024-11-30");
  count_tasks();
  input.conventions = {"口径一。", "口径二。"};
  says("依申请公开办理时效情况\n政务公开工作要点任务完成情况\n统计口径\n");
  says("# 附件3　统计口径\n口径一。\n口径二。\n");
}
TEST_F(NationalYear, ASingleAnnexHasNoNumber) {
  input.conventions = {"口径一。"};
  says("# 附件　统计口径\n");
}
TEST_F(NationalYear, DrawsTheChartsThatTheHostGives) {
  clocked();
  Chart chart;
  chart.name = "times";
  input.charts["times"] = chart;
  int charts = 0;
  for (const Block& block : blocks()) charts += std::holds_alternative<Chart>(block) ? 1 : 0;
  EXPECT_EQ(charts, 1);
}

}  // namespace
}  // namespace nianbao::test
