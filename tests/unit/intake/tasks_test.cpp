#include <gtest/gtest.h>

#include "unit/intake/ledger_fixture.h"

namespace nianbao {
namespace {

const Cells kHeadings = {"序号",     "一级任务", "二级任务", "具体要求", "牵头部门", "责任单位",
                         "完成时限", "状态",     "完成日期", "佐证",     "备注"};

UnitRegister district() {
  UnitRegister units;
  const std::vector<std::pair<const char*, const char*>> all = {{"区政府办公室", "政府办公室"},
                                                                {"区教育和体育局", "部门"},
                                                                {"区大数据服务中心", "其他"},
                                                                {"凤城街道办事处", "街道办事处"},
                                                                {"牛泉镇人民政府", "镇政府"}};
  for (const auto& [name, kind] : all) {
    Unit unit;
    unit.name = name;
    unit.kind = kind;
    units.add(unit);
  }
  return units;
}

struct Reading {
  LedgerOutcome outcome;
  std::vector<Task> tasks;
};

struct Given {
  int year = 2024;
  const char* issued = nullptr;
  const char* as_of = nullptr;
};

Reading read(TestLedger& ledger, Given given = {}, const UnitRegister& units = district()) {
  LedgerBasis basis{units, ReportYear(given.year)};
  if (given.issued) basis.issued = parse_date(given.issued);
  if (given.as_of) basis.as_of = parse_date(given.as_of);
  Reading reading;
  reading.outcome = read_tasks(ledger.input(), basis, reading.tasks);
  return reading;
}

// A good task; `changed` replaces cells by heading.
Cells task(const std::map<std::string, std::string>& changed = {}) {
  Cells row = {"1",        "一、广覆盖", "（一）发展", "做好信息公开", "",  "区政府办公室",
               "12月底前", "已完成",     "2024-11-30", "网址",         "无"};
  for (const auto& [heading, text] : changed) {
    for (std::size_t i = 0; i < kHeadings.size(); ++i) {
      if (kHeadings[i] == heading) row[i] = text;
    }
  }
  return row;
}

Found found_in(std::vector<Cells> rows, Given given = {}) {
  rows.insert(rows.begin(), kHeadings);
  TestLedger ledger(rows);
  read(ledger, given);
  return ledger.found();
}

Task read_one(const Cells& row, Given given = {}) {
  TestLedger ledger({kHeadings, row});
  const Reading reading = read(ledger, given);
  EXPECT_EQ(reading.tasks.size(), 1U) << ledger.messages();
  return reading.tasks.empty() ? Task{} : reading.tasks[0];
}

std::string severity_of(const Cells& row, const std::string& code, Given given = {}) {
  TestLedger ledger({kHeadings, row});
  read(ledger, given);
  for (const Diagnostic& d : ledger.diagnostics.sorted()) {
    if (d.code == code) return severity_key(d.severity);
  }
  return "not raised";
}

TEST(Tasks, GoodRowIsHandedOnWhole) {
  const Task t = read_one(task({{"牵头部门", "区教育和体育局"}, {"责任单位", "各街道（镇）"}}));
  EXPECT_EQ(t.number, "1");
  EXPECT_EQ(t.area, "一、广覆盖");
  EXPECT_EQ(t.part, "（一）发展");
  EXPECT_EQ(t.text, "做好信息公开");
  EXPECT_EQ(t.leads, std::vector<std::string>{"区教育和体育局"});
  EXPECT_EQ(t.units, (std::vector<std::string>{"凤城街道办事处", "牛泉镇人民政府"}));
  EXPECT_EQ(t.units_text, "各街道（镇）");
  EXPECT_EQ(t.leads_text, "区教育和体育局");
  EXPECT_EQ(t.deadline_text, "12月底前");
  EXPECT_EQ(format_iso(*t.deadline), "2024-12-31");
  EXPECT_EQ(t.status, TaskStatus::done);
  EXPECT_EQ(format_iso(*t.done_on), "2024-11-30");
  EXPECT_EQ(t.evidence + t.remark, "网址无");
  EXPECT_EQ(t.place.row, 2);
  EXPECT_EQ(t.place.unit, "区教育和体育局");
  EXPECT_EQ(found_in({task()}), Found{});
}

TEST(Tasks, ThreeColumnsAreEnough) {
  TestLedger ledger({{"工作任务", "牵头单位", "任务状态"}, {"做好信息公开", "区政府办公室", "推进中"}});
  const Reading reading = read(ledger);
  ASSERT_EQ(reading.tasks.size(), 1U);
  EXPECT_EQ(reading.tasks[0].text, "做好信息公开");
  EXPECT_EQ(reading.tasks[0].part, "");
  EXPECT_EQ(reading.tasks[0].status, TaskStatus::running);
  EXPECT_EQ(ledger.found(), Found{"N-17@2:0"}) << "no deadline is only noted";
}

TEST(Tasks, MissingColumnsAreToldOnce) {
  TestLedger ledger({{"序号", "一级任务", "完成时限"}, {"1", "一", "年底前"}});
  EXPECT_FALSE(read(ledger).outcome.readable);
  EXPECT_EQ(ledger.found(), (Found{"L-02@1:0", "L-02@1:0", "L-02@1:0"}));
}

TEST(Tasks, HeadingsOfRealDocumentsAreKnown) {
  // 汶上: sections in rows of their own, 工作任务 beside 具体要求.
  TestLedger ledger(
      {{"2024年汶上县政务公开重点工作任务分解表"},
       {"工作任务", "牵头部门", "责任单位", "具体要求", "完成时限", "状态"},
       {"一、以高质量公开助推重点工作落实"},
       {"（一）招商引资", "区教育和体育局\n\n区大数据服务中心", "各镇街", "要求一", "12月底前", "进行中"},
       {"", "区政府办公室", "", "要求二", "7月底前", "进行中"},
       {"二、提升依申请公开办理质效"},
       {"", "区政府办公室", "", "要求三", "11月底前", "未开始"}});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{}) << ledger.messages();
  ASSERT_EQ(reading.tasks.size(), 3U);
  EXPECT_EQ(reading.tasks[0].area, "一、以高质量公开助推重点工作落实");
  EXPECT_EQ(reading.tasks[0].part, "（一）招商引资");
  EXPECT_EQ(reading.tasks[0].leads, (std::vector<std::string>{"区教育和体育局", "区大数据服务中心"}));
  EXPECT_EQ(reading.tasks[1].area, "一、以高质量公开助推重点工作落实");
  EXPECT_EQ(reading.tasks[1].part, "") << "a blank cell of a csv is not the one above";
  EXPECT_TRUE(reading.tasks[1].units.empty());
  EXPECT_EQ(reading.tasks[2].area, "二、提升依申请公开办理质效");
  EXPECT_EQ(format_iso(*reading.tasks[2].deadline), "2024-11-30");
}

TEST(Tasks, SectionRowsHoldOnlyOnTheirSheet) {
  TestLedger ledger;
  ledger.add({"a.xlsx",
              "甲",
              {kHeadings, {"", "一、甲"}, {"", "", "（一）乙"}, task({{"一级任务", ""}, {"二级任务", ""}})},
              {},
              {}});
  ledger.add({"a.xlsx", "乙", {kHeadings, task({{"一级任务", ""}, {"二级任务", ""}})}, {}, {}});
  const Reading reading = read(ledger);
  ASSERT_EQ(reading.tasks.size(), 2U);
  EXPECT_EQ(reading.tasks[0].area + reading.tasks[0].part, "一、甲（一）乙");
  EXPECT_EQ(reading.tasks[1].area + reading.tasks[1].part, "");
}

TEST(Tasks, RowWithTheAreaAloneIsNoSectionUnlessItIsNumbered) {
  EXPECT_EQ(found_in({{"", "深化政务公开"}}), (Found{"R-07@2:4", "R-07@2:6", "R-07@2:8"}));
  EXPECT_EQ(found_in({{"", "一、深化政务公开"}}), Found{});
}

TEST(Tasks, MergedCellsSpeakForEveryRowThatTheyCover) {
  SheetText sheet{
      "a.xlsx",
      "任务",
      {kHeadings, task(), task({{"序号", "2"}, {"一级任务", ""}, {"责任单位", ""}, {"完成时限", ""}}),
       task({{"序号", "3"}, {"一级任务", ""}, {"完成时限", "7月底前"}, {"完成日期", "2024-07-01"}}),
       task({{"序号", "4"}, {"一级任务", ""}, {"责任单位", "区教育和体育局"}})},
      {{2, 4, 2, 2}, {2, 3, 6, 6}, {2, 3, 7, 7}},
      {}};
  TestLedger ledger;
  const Reading reading = read(ledger.add(sheet));
  EXPECT_EQ(ledger.found(), Found{"N-24@5:2"}) << ledger.messages();
  ASSERT_EQ(reading.tasks.size(), 4U);
  EXPECT_EQ(reading.tasks[1].units, std::vector<std::string>{"区政府办公室"});
  EXPECT_EQ(format_iso(*reading.tasks[1].deadline), "2024-12-31");
  EXPECT_EQ(reading.tasks[2].area, "一、广覆盖");
  EXPECT_EQ(format_iso(*reading.tasks[2].deadline), "2024-07-31");
  EXPECT_EQ(reading.tasks[3].area, "") << "below the merged area nothing is taken over";
}

TEST(Tasks, MergedRequirementIsOneTask) {
  SheetText sheet{"a.xlsx",
                  "任务",
                  {kHeadings, task(), task({{"序号", ""}, {"具体要求", ""}})},
                  {{2, 3, 4, 4}, {2, 3, 1, 1}},
                  {}};
  TestLedger ledger;
  EXPECT_EQ(read(ledger.add(sheet)).tasks.size(), 1U);
  EXPECT_EQ(ledger.found(), Found{"R-07@3:4"});
}

TEST(Tasks, EveryFaultHasItsCodeAndCell) {
  EXPECT_EQ(found_in({task({{"具体要求", ""}})}), Found{"R-07@2:4"});
  EXPECT_EQ(found_in({task({{"责任单位", ""}})}), Found{"R-07@2:6"});
  EXPECT_EQ(found_in({task({{"责任单位", "/"}})}), Found{"R-07@2:6"});
  EXPECT_EQ(found_in({task({{"责任单位", ""}, {"牵头部门", "区政府办公室"}})}), Found{});
  EXPECT_EQ(found_in({task({{"状态", ""}})}), Found{"R-07@2:8"});
  EXPECT_EQ(found_in({task({{"状态", "未完成"}})}), Found{"R-05@2:8"});
  EXPECT_EQ(found_in({task({{"牵头部门", "区财政局"}})}), Found{"U-01@2:5"});
  EXPECT_EQ(found_in({task({{"责任单位", "区财政局、区政府办公室、区审计局"}})}),
            (Found{"U-01@2:6", "U-01@2:6"}));
  EXPECT_EQ(found_in({task({{"完成时限", "每季度末"}})}), Found{"L-01@2:7"});
  EXPECT_EQ(found_in({task({{"完成时限", "印发30日内"}})}), Found{"L-01@2:7"});
  EXPECT_EQ(found_in({task({{"完成日期", "11月"}})}), Found{"L-01@2:9"});
  EXPECT_EQ(found_in({task({{"责任单位", "#e #REF!"}})}), Found{"L-01@2:6"});
}

TEST(Tasks, TaskWithAFaultIsLeftOut) {
  TestLedger ledger({kHeadings, task({{"状态", "差不多"}}), task({{"序号", "2"}})});
  const Reading reading = read(ledger);
  EXPECT_EQ(reading.tasks.size(), 1U);
  EXPECT_EQ(reading.outcome.left_out, 1);
}

TEST(Tasks, DeadlinesAreReadInEveryForm) {
  EXPECT_EQ(format_iso(*read_one(task({{"完成时限", "#n 45657"}})).deadline), "2024-12-31");
  EXPECT_EQ(format_iso(*read_one(task({{"完成时限", "２０２４．１２．３１"}})).deadline), "2024-12-31");
  EXPECT_EQ(format_iso(*read_one(task({{"完成时限", "年底前"}}), {2022}).deadline), "2022-12-31");
  EXPECT_EQ(format_iso(*read_one(task({{"完成时限", "印发30日内"}}), {2024, "2024-06-26"}).deadline),
            "2024-07-26");
  EXPECT_FALSE(read_one(task({{"完成时限", "/"}})).deadline.has_value());
}

TEST(Tasks, HintSaysHowToGiveTheDayOfIssue) {
  TestLedger ledger({kHeadings, task({{"完成时限", "印发30日内"}})});
  read(ledger);
  EXPECT_NE(ledger.messages().find("[tasks]"), std::string::npos);
  EXPECT_NE(ledger.messages().find("issued = 2024-06-26"), std::string::npos);
}

TEST(Tasks, UnknownUnitNamesTheNearest) {
  TestLedger ledger({kHeadings, task({{"责任单位", "区教育体育局"}})});
  read(ledger);
  EXPECT_NE(ledger.messages().find("是不是“区教育和体育局”？"), std::string::npos) << ledger.messages();
}

TEST(Tasks, AListOfNamesKeepsEveryTaskAndWarnsOfALikeName) {
  UnitRegister units("plugins/x/units.csv");
  const UnitRegister all = district();
  for (const Unit& unit : all.units()) units.add(unit);
  TestLedger ledger({kHeadings, task({{"责任单位", "各街道、区教育和体育举、区财政局"}}),
                     task({{"序号", "2"}, {"责任单位", "区教育和体育举"}})});
  const Reading reading = read(ledger, {}, units);
  ASSERT_EQ(reading.tasks.size(), 2U);
  EXPECT_EQ(reading.tasks[0].units, (std::vector<std::string>{"各街道", "区教育和体育举", "区财政局"}));
  EXPECT_EQ(ledger.found(), Found{"U-01@2:6"});
  EXPECT_EQ(ledger.diagnostics.count(Severity::warning), 1);
}

TEST(Tasks, DoneWithoutADayIsAWarning) {
  EXPECT_EQ(found_in({task({{"完成日期", ""}})}), Found{"N-10@2:9"});
  EXPECT_EQ(severity_of(task({{"完成日期", ""}}), "N-10"), "warning");
  EXPECT_EQ(found_in({task({{"完成日期", ""}, {"状态", "进行中"}})}), Found{});
  EXPECT_EQ(read_one(task({{"完成日期", ""}})).status, TaskStatus::done) << "it counts all the same";
}

TEST(Tasks, LedgerWithoutCompletionDaysIsToldOnce) {
  TestLedger ledger({{"具体要求", "责任单位", "完成时限", "状态"},
                     {"甲", "区政府办公室", "年底前", "已完成"},
                     {"乙", "区政府办公室", "年底前", "已完成"}});
  read(ledger);
  EXPECT_EQ(ledger.found(), Found{"N-10@2:0"});
  EXPECT_EQ(ledger.diagnostics.sorted()[0].count, 2);
  EXPECT_EQ(ledger.diagnostics.sorted()[0].severity, Severity::warning);
}

TEST(Tasks, DayOfCompletionWithoutBeingDoneIsAWarning) {
  EXPECT_EQ(found_in({task({{"状态", "进行中"}})}), Found{"N-11@2:9"});
  EXPECT_EQ(severity_of(task({{"状态", "进行中"}}), "N-11"), "warning");
  EXPECT_EQ(read_one(task({{"状态", "进行中"}})).status, TaskStatus::running) << "the status decides";
}

TEST(Tasks, DayOfCompletionHasToBePlausible) {
  EXPECT_EQ(found_in({task({{"完成日期", "2023-11-30"}})}), Found{"N-12@2:9"});
  EXPECT_EQ(severity_of(task({{"完成日期", "2023-11-30"}}), "N-12"), "warning");
  EXPECT_EQ(found_in({task({{"完成日期", "2024-01-01"}})}), Found{});
  EXPECT_EQ(found_in({task({{"完成日期", "2025-01-20"}})}), Found{}) << "done late, before the report";
  EXPECT_EQ(found_in({task({{"完成日期", "2026-01-01"}})}), Found{"N-12@2:9"});
  const Given report = {2024, nullptr, "2025-01-24"};
  EXPECT_EQ(found_in({task({{"完成日期", "2025-01-24"}})}, report), Found{});
  EXPECT_EQ(found_in({task({{"完成日期", "2025-01-25"}})}, report), Found{"N-12@2:9"});
}

TEST(Tasks, StandingWinsAndIsNotedWhereTheTwoDiffer) {
  EXPECT_EQ(found_in({task({{"完成时限", "长期坚持"}})}), Found{"N-13@2:8"});
  EXPECT_EQ(severity_of(task({{"完成时限", "长期坚持"}}), "N-13"), "note");
  EXPECT_EQ(read_one(task({{"完成时限", "长期坚持"}})).status, TaskStatus::standing);
  EXPECT_EQ(found_in({task({{"完成时限", "长期坚持"}, {"状态", "未开始"}, {"完成日期", ""}})}),
            Found{"N-13@2:8"});
  EXPECT_EQ(found_in({task({{"状态", "长期坚持"}, {"完成日期", ""}})}), Found{"N-13@2:8"});
  for (const char* status : {"长期坚持", "进行中"}) {
    const Cells row = task({{"完成时限", "长期坚持"}, {"状态", status}, {"完成日期", ""}});
    EXPECT_EQ(found_in({row}), Found{}) << status;
    EXPECT_EQ(read_one(row).status, TaskStatus::standing);
    EXPECT_FALSE(read_one(row).deadline.has_value());
  }
}

TEST(Tasks, NumberTwiceOnASheetIsAWarning) {
  EXPECT_EQ(found_in({task(), task({{"具体要求", "另一项"}})}), Found{"N-15@3:1"});
  EXPECT_EQ(severity_of(task(), "N-15"), "not raised");
  EXPECT_EQ(found_in({task(), task({{"序号", "１"}})}), Found{"N-15@3:1"});
  EXPECT_EQ(found_in({task(), task({{"序号", "2"}}), task({{"序号", ""}}), task({{"序号", ""}})}), Found{});
  TestLedger two;
  two.add({"a.csv", "", {kHeadings, task()}, {}, {}}).add({"b.csv", "", {kHeadings, task()}, {}, {}});
  EXPECT_EQ(read(two).tasks.size(), 2U);
  EXPECT_EQ(two.found(), Found{}) << "every file numbers its own tasks";
}

TEST(Tasks, GroupThatCannotBeResolvedIsOneNoteWithACount) {
  const Cells row = task({{"责任单位", "区政府办公室等有关部门单位"}});
  TestLedger ledger(
      {kHeadings, row, task({{"序号", "2"}, {"责任单位", "有关部门单位"}}), task({{"序号", "3"}})});
  const Reading reading = read(ledger);
  EXPECT_EQ(ledger.found(), Found{"N-16@2:6"});
  const Diagnostic note = ledger.diagnostics.sorted()[0];
  EXPECT_EQ(note.count, 2);
  EXPECT_EQ(note.severity, Severity::note);
  ASSERT_EQ(reading.tasks.size(), 3U);
  EXPECT_EQ(reading.tasks[0].units, std::vector<std::string>{"区政府办公室"});
  EXPECT_TRUE(reading.tasks[1].units.empty());
  EXPECT_EQ(reading.tasks[1].units_text, "有关部门单位");
}

TEST(Tasks, TaskWithoutADeadlineIsNotedWithACount) {
  TestLedger ledger({kHeadings, task({{"完成时限", ""}}), task({{"序号", "2"}, {"完成时限", ""}}),
                     task({{"序号", "3"}, {"完成时限", ""}, {"状态", "长期坚持"}, {"完成日期", ""}})});
  EXPECT_EQ(read(ledger).tasks.size(), 3U);
  EXPECT_EQ(ledger.found(), Found{"N-17@2:7"});
  EXPECT_EQ(ledger.diagnostics.sorted()[0].count, 2) << "a standing task needs none";
  EXPECT_EQ(ledger.diagnostics.sorted()[0].severity, Severity::note);
}

TEST(Tasks, NotesTasksWithoutAnAreaOnceWhereOthersHaveOne) {
  const auto blank = [](const char* number) { return task({{"序号", number}, {"一级任务", ""}}); };
  TestLedger ledger({kHeadings, task(), blank("2"), blank("3"), task({{"序号", "4"}})});
  EXPECT_EQ(read(ledger).tasks.size(), 4U);
  const auto found = ledger.diagnostics.sorted();
  ASSERT_EQ(found.size(), 1U) << ledger.messages();
  EXPECT_EQ(found[0].code, "N-24");
  EXPECT_EQ(found[0].severity, Severity::note);
  EXPECT_EQ(found[0].place.row, 3);
  EXPECT_EQ(found[0].count, 2);
  EXPECT_EQ(found_in({blank("1"), blank("2")}), Found{}) << "a ledger without areas";
}

TEST(Tasks, TellsWhyAMonthIsNoDeadline) {
  TestLedger ledger({kHeadings, task({{"完成时限", "12月前"}})});
  read(ledger);
  EXPECT_EQ(ledger.found(), Found{"L-01@2:7"});
  EXPECT_NE(ledger.messages().find("看不出含不含这个月"), std::string::npos) << ledger.messages();
  EXPECT_NE(ledger.messages().find("11月底前"), std::string::npos) << ledger.messages();
}

TEST(Tasks, SaysTheNumberOfPlacesOnce) {
  TestLedger ledger({kHeadings, task({{"完成时限", ""}}), task({{"序号", "2"}, {"完成时限", ""}})});
  read(ledger);
  const auto found = ledger.diagnostics.sorted();
  ASSERT_EQ(found.size(), 1U) << ledger.messages();
  EXPECT_EQ(found[0].count, 2);
  EXPECT_EQ(found[0].message.find("共"), std::string::npos) << found[0].message;
}

TEST(Tasks, BeyondAThousandNotesNothingIsCountedElsewhere) {
  std::vector<Cells> rows = {kHeadings, task({{"完成时限", ""}})};
  for (int i = 2; i < 1300; ++i) {
    const std::string number = std::to_string(i);
    rows.push_back(task({{"序号", number}, {"责任单位", "各有关" + number + "单位"}}));
  }
  TestLedger ledger(rows);
  read(ledger);
  std::int64_t open = 0;
  for (const Diagnostic& d : ledger.diagnostics.sorted()) {
    if (d.code == "N-17") {
      EXPECT_EQ(d.count, 1);
    } else {
      open += d.count;
    }
  }
  EXPECT_EQ(open, 1298);
}

}  // namespace
}  // namespace nianbao
