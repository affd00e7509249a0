// Documents of tasks, each trap in the smallest document that has it.
#include "intake/task_document.h"

#include <gtest/gtest.h>

#include "intake/task_units_text.h"

namespace nianbao {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Reading {
  TaskPlan plan;
  std::vector<Diagnostic> findings;

  // "序号/一级/二级/要求/牵头/责任/时限/到期" of a task, from 1.
  std::string task(std::size_t number) const {
    if (number > plan.tasks.size()) return "-";
    const PlannedTask& t = plan.tasks[number - 1];
    const std::string day = t.deadline.day ? format_iso(*t.deadline.day) : "";
    return t.number + "/" + t.area + "/" + t.part + "/" + t.text + "/" + join_units(t.leads) + "/" +
           join_units(t.units) + "/" + t.deadline_text + "/" + day;
  }
  // "N-31@5": code and line.
  std::string codes() const {
    std::string out;
    for (const Diagnostic& d : findings)
      out += (out.empty() ? "" : " ") + d.code + "@" + std::to_string(d.place.row);
    return out;
  }
};

Reading read(const std::vector<DocumentLine>& lines, const TaskForm& form, const char* issued = nullptr) {
  Diagnostics diagnostics;
  Reading reading;
  reading.plan =
      read_task_document(lines, "要点.txt", form, issued ? parse_date(issued) : std::nullopt, diagnostics);
  reading.findings = diagnostics.sorted();
  return reading;
}

// One line a text, numbered from 1; "" is left out. Texts with | are rows.
std::vector<DocumentLine> lines_of(const std::vector<std::string>& texts) {
  std::vector<DocumentLine> lines;
  std::int64_t number = 0;
  for (const std::string& text : texts) {
    ++number;
    if (text.empty()) continue;
    DocumentLine line{number, {}, text.find('|') != std::string::npos, {}};
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
      if (at < text.size() && text[at] != '|') continue;
      line.cells.push_back({text.substr(begin, at - begin), {}});
      begin = at + 1;
    }
    lines.push_back(line);
  }
  return lines;
}

TaskForm items_form(bool has_part = true) {
  TaskForm form;
  form.shape = TaskShape::items;
  form.marks.set(TaskLevel::area, *parse_mark_style("一、"));
  if (has_part) form.marks.set(TaskLevel::part, *parse_mark_style("（一）"));
  form.marks.set(TaskLevel::item, *parse_mark_style("1."));
  form.closing = {{"牵头单位", TaskField::leads}, {"责任单位", TaskField::units}};
  form.deadline_in_text = true;
  return form;
}

TaskForm table_form() {
  TaskForm form;
  form.shape = TaskShape::table;
  form.marks.set(TaskLevel::area, *parse_mark_style("一、"));
  form.marks.set(TaskLevel::part, *parse_mark_style("（一）"));
  form.heading = {"工作任务", "牵头部门", "责任单位", "具体要求", "完成时限"};
  form.columns = {TaskField::part, TaskField::leads, TaskField::units, TaskField::text, TaskField::deadline};
  form.carry = {{TaskField::part, {}}, {TaskField::leads, {}}, {TaskField::units, TaskField::leads}};
  return form;
}

const std::string kHeading = "工作任务|牵头部门|责任单位|具体要求|完成时限";

Reading read_items(const std::vector<std::string>& texts, const char* issued = "2022-06-18") {
  return read(lines_of(texts), items_form(), issued);
}
Reading read_table(const std::vector<std::string>& texts, const char* issued = "2024-06-24") {
  return read(lines_of(texts), table_form(), issued);
}

// ---- items

TEST(TaskItems, StandUnderTheirHeadings) {
  const Reading r = read_items({"一、甲", "（一）乙", "1. 做好。（责任单位：丙局、丁局）",
                                "2. 再做。（牵头单位：戊局；责任单位：丙局）", "二、己", "(二) 庚",
                                "1. 又做。(责任单位: 丙局)"});
  EXPECT_EQ(r.task(1), "1/一、甲/（一）乙/做好。//丙局、丁局//");
  EXPECT_EQ(r.task(2), "2/一、甲/（一）乙/再做。/戊局/丙局//");
  EXPECT_EQ(r.task(3), "3/二、己/（二）庚/又做。//丙局//");
  EXPECT_EQ(r.codes(), "");
}

TEST(TaskItems, JoinSentencesThatAPageCuts) {
  const Reading r = read_items({"一、甲", "（一）乙", "1. 及时公布房地产", "", "—3—", "", "行业的情况。",
                                "（责任单位：甲局、", "乙局)"});
  EXPECT_EQ(r.task(1), "1/一、甲/（一）乙/及时公布房地产行业的情况。//甲局、乙局//");
  EXPECT_EQ(r.codes(), "");
}

TEST(TaskItems, DropALabelCharacterPrintedOnBothPages) {
  const Reading r = read_items({"一、甲", "（一）乙", "1. 稳妥公开。（责", "责任单位：甲局)"});
  EXPECT_EQ(r.task(1), "1/一、甲/（一）乙/稳妥公开。//甲局//");
  EXPECT_EQ(r.codes(), "N-36@4");
}

TEST(TaskItems, OnlyTellOfOtherDoubledCharacters) {
  const Reading r = read_items({"一、甲", "（一）乙", "1. 集中的办事", "事项要回应。（责任单位：甲局）"});
  EXPECT_EQ(r.task(1), "1/一、甲/（一）乙/集中的办事事项要回应。//甲局//");
  EXPECT_EQ(r.codes(), "N-36@4");
}

TEST(TaskItems, TakeTheirDeadlineFromTheText) {
  const Reading r = read_items(
      {"2022年6月18日", "一、甲", "（一）乙", "1. 2022年9月底前，建专栏。（责任单位：甲局）",
       "2. 本文件印发后30日内，立台账。（责任单位：甲局）", "3. 每年8月办活动。（责任单位：甲局）"},
      nullptr);
  EXPECT_EQ(r.task(1), "1/一、甲/（一）乙/2022年9月底前，建专栏。//甲局/2022年9月底前/2022-09-30");
  EXPECT_EQ(r.task(2), "2/一、甲/（一）乙/本文件印发后30日内，立台账。//甲局/本文件印发后30日内/2022-07-18");
  EXPECT_EQ(r.task(3), "3/一、甲/（一）乙/每年8月办活动。//甲局//");
  EXPECT_EQ(r.codes(), "N-33@0");  // report.toml needs the day of issue
}

TEST(TaskItems, AskForTheDayOfIssue) {
  const Reading r = read_items(
      {"2022年要点", "一、甲", "（一）乙", "1. 本文件印发后30日内，立台账。（责任单位：甲局）"}, nullptr);
  EXPECT_EQ(r.task(1), "1/一、甲/（一）乙/本文件印发后30日内，立台账。//甲局/本文件印发后30日内/");
  EXPECT_EQ(r.codes(), "N-30@1 N-33@4");
}

TEST(TaskItems, AskForTheYear) {
  const Reading without = read_items({"一、甲", "（一）乙", "1. 3月31日前公开。（责任单位：甲局）"}, nullptr);
  EXPECT_EQ(without.codes(), "N-33@3");
  const Reading with =
      read_items({"2023 年要点", "一、甲", "（一）乙", "1. 3月31日前公开。（责任单位：甲局）"}, nullptr);
  EXPECT_EQ(with.plan.tasks.front().deadline.day, parse_date("2023-03-31"));
}

TEST(TaskItems, TellOfEveryLineThatBelongsNowhere) {
  const Reading r = read_items({"前言", "一、甲", "孤立的一段。", "（一）乙", "1. 做好。（责任单位：甲局）",
                                "游离的一段。", "甲|乙", "（二）空的", "二、也空"});
  EXPECT_EQ(r.task(1), "1/一、甲/（一）乙/做好。//甲局//");
  EXPECT_EQ(r.codes(), "N-30@1 N-30@3 N-30@6 N-30@7 N-34@8 N-34@9");
}

TEST(TaskItems, GoOnWithAParagraphWithoutANumberAndSaySo) {
  const Reading r = read_items({"一、甲", "（一）乙", "1. 第一句。", "第二段。（责任单位：甲局）"});
  EXPECT_EQ(r.task(1), "1/一、甲/（一）乙/第一句。\n第二段。//甲局//");
  EXPECT_EQ(r.codes(), "N-36@4");
}

TEST(TaskItems, TellOfNumbersThatDoNotFollow) {
  const Reading r = read_items({"一、甲", "（一）乙", "1. 做。（责任单位：甲局）",
                                "3. 做。（责任单位：甲局）", "（2）丙", "1. 做。（责任单位：甲局）"});
  EXPECT_EQ(r.plan.tasks.size(), 3U);
  EXPECT_EQ(r.plan.tasks[2].part, "（二）丙");
  EXPECT_EQ(r.codes(), "N-34@4 N-34@5");
}

TEST(TaskItems, TakeANumberWithinACutSentenceForText) {
  const Reading r = read_items(
      {"一、甲", "（一）乙", "1. 投入共计", "8.项目资金。（责任单位：甲局）", "2. 做。（责任单位：甲局）"});
  EXPECT_EQ(r.task(1), "1/一、甲/（一）乙/投入共计8.项目资金。//甲局//");
  EXPECT_EQ(r.plan.tasks.size(), 2U);
  EXPECT_EQ(r.codes(), "N-34@4");
}

TEST(TaskItems, TellOfUnitsThatAreMissingOrOpen) {
  const Reading r = read_items(
      {"一、甲", "（一）乙", "1. 做。", "2. 做。（责任单位：甲局", "3. 做。（责任单位：甲局）另有。"});
  EXPECT_EQ(r.task(2), "2/一、甲/（一）乙/做。//甲局//");
  EXPECT_EQ(r.task(3), "3/一、甲/（一）乙/做。\n另有。//甲局//");
  EXPECT_EQ(r.codes(), "N-31@3 N-36@4 N-36@5");
}

TEST(TaskItems, MayNameUnitsInParagraphsOfTheirOwn) {
  const Reading r = read_items({"一、甲", "（一）乙", "1. 做。", "牵头单位：甲局", "责任单位：乙局、丙局",
                                "2. 做。（牵头单位：甲局）（责任单位：乙局）。", "责任单位的事。"});
  EXPECT_EQ(r.task(1), "1/一、甲/（一）乙/做。/甲局/乙局、丙局//");
  EXPECT_EQ(r.task(2), "2/一、甲/（一）乙/做。/甲局/乙局//");
  EXPECT_EQ(r.codes(), "N-30@7");
}

TEST(TaskItems, KeepAYearThatAPageCutOff) {
  const Reading r = read_items({"一、甲", "（一）乙", "1. 到", "2022", "年底前完成。（责任单位：甲局）"});
  EXPECT_EQ(r.task(1), "1/一、甲/（一）乙/到2022年底前完成。//甲局/2022年底前/2022-12-31");
  EXPECT_EQ(r.codes(), "");
}

TEST(TaskItems, SayOnceThatNoneNamesAUnit) {
  const Reading r = read_items({"一、甲", "（一）乙", "1. 做。", "2. 做。"});
  EXPECT_EQ(r.codes(), "N-31@0");
}

TaskForm titled_form() {
  TaskForm form = items_form(false);
  form.has_title = true;
  form.closing.clear();
  return form;
}

TEST(TaskItems, HaveATitleInALineOrASentence) {
  TaskForm form = titled_form();
  form.marks.set(TaskLevel::item, *parse_mark_style("（一）"));
  const Reading r =
      read(lines_of({"一、甲", "（一）题目", "一段。", "二段。", "（2） 题目二。正文。", "（三）只有一句。"}),
           form, "2024-01-01");
  EXPECT_EQ(r.task(1), "1/一、甲/（一）题目/一段。\n二段。////");
  EXPECT_EQ(r.task(2), "2/一、甲/（二）题目二/正文。////");
  EXPECT_EQ(r.task(3), "3/一、甲/（三）只有一句/只有一句////");
  EXPECT_EQ(r.codes(), "N-31@0 N-34@5");
}

TEST(TaskItems, BeginAndEndWhereTheFormSays) {
  TaskForm form = titled_form();
  form.begins = "主要任务";
  form.ends = "附件";
  const Reading r = read(lines_of({"一、总体要求", "指导思想。", "二、主要任务", "1.题目。正文。",
                                   "附件：1.分解表", "2.报送表"}),
                         form, "2024-01-01");
  EXPECT_EQ(r.plan.tasks.size(), 1U);
  EXPECT_EQ(r.codes(), "N-31@0 N-30@1 N-30@5");
}

// ---- tables

TEST(TaskTable, CarriesDownOnlyWhatTheFormSays) {
  const Reading r = read_table({kHeading, "一、甲|", "（一）乙|A局|B局|要求一|12月底前", "|||要求二|11月底前",
                                "|C局||要求三|7月底前", "||D局|要求四|12月底前"});
  EXPECT_EQ(r.task(1), "1/一、甲/（一）乙/要求一/A局/B局/12月底前/2024-12-31");
  EXPECT_EQ(r.task(2), "2/一、甲/（一）乙/要求二/A局/B局/11月底前/2024-11-30");
  EXPECT_EQ(r.task(3), "3/一、甲/（一）乙/要求三/C局//7月底前/2024-07-31");
  EXPECT_EQ(r.task(4), "4/一、甲/（一）乙/要求四/C局/D局/12月底前/2024-12-31");
  EXPECT_EQ(r.codes(), "N-32@4 N-32@4 N-31@5 N-32@6");
}

TEST(TaskTable, CarriesNothingOverAHeadingRow) {
  const Reading r =
      read_table({kHeading, "一、甲|", "（一）乙|A局|B局|要求一|12月底前", "二、丙|", "|||要求二|12月底前"});
  EXPECT_EQ(r.task(2), "2/二、丙//要求二///12月底前/2024-12-31");
  EXPECT_EQ(r.codes(), "N-31@5");
}

TEST(TaskTable, TellsOfADeadlineFromAnotherHeading) {
  TaskForm form = table_form();
  form.carry.push_back({TaskField::deadline, {}});
  const Reading r =
      read(lines_of({kHeading, "（一）乙|A局|B局|一|12月底前", "|A局|B局|二|", "（二）丙|A局|B局|三|"}), form,
           "2024-06-24");
  EXPECT_EQ(r.plan.tasks[2].deadline_text, "12月底前");
  EXPECT_EQ(r.codes(), "N-32@4");
}

TEST(TaskTable, DropsHeadingsRepeatedOnEveryPageAndPageNumbers) {
  const Reading r =
      read_table({kHeading, "（一）乙|A局|B局|要求一|12月底前", "—8—", "- 9 -", "第 9 页 共 12 页", kHeading,
                  "|A局|B局|要求二|年底前", "抄送：各局。", "某办公室 2024年6月24日印发"});
  EXPECT_EQ(r.plan.tasks.size(), 2U);
  EXPECT_EQ(r.task(2), "2//（一）乙/要求二/A局/B局/年底前/2024-12-31");
  EXPECT_EQ(r.codes(), "");
}

TEST(TaskTable, TellsOfRowsThatDoNotFit) {
  const Reading r = read_table({kHeading, "（一）乙|A局|B局|要求一|12月底前", "|A局|B局|要求二",
                                "|A局|B局|要求三|12月底前|多的", "|注：无", "尾巴"});
  EXPECT_EQ(r.plan.tasks.size(), 3U);
  EXPECT_EQ(r.plan.tasks[2].remark, "多的");
  EXPECT_EQ(r.codes(), "N-36@3 N-36@4 N-30@5 N-30@6");
}

TEST(TaskTable, ComparesDeadlinesInTheText) {
  const Reading r =
      read_table({kHeading, "（一）乙|A局|B局|于本要点印发30日内制定|12月底前",
                  "|A局|B局|年底前公开|12月底前", "|A局|B局|要求|2024年1月底前", "|A局|B局|要求|12月前"});
  EXPECT_EQ(r.codes(), "N-33@2 N-33@4 N-33@5");
}

TEST(TaskTable, TurnsWordsOfTheFormIntoStandingTasks) {
  TaskForm form = table_form();
  form.standing = {"常抓不懈"};
  const Reading r =
      read(lines_of({kHeading, "（一）乙|A局|B局|一|常抓不懈", "|A局|B局|二|长期坚持"}), form, "2024-06-24");
  EXPECT_EQ(r.plan.tasks[0].deadline_text, "长期坚持");
  EXPECT_EQ(r.plan.tasks[0].deadline.kind, DeadlineKind::standing);
  EXPECT_EQ(r.plan.tasks[0].remark, "完成时限原文：常抓不懈");
  EXPECT_EQ(r.plan.tasks[1].remark, "");
  EXPECT_EQ(r.codes(), "");
}

TEST(TaskTable, LooksUpUnitsWhereAListNamesThem) {
  TaskForm form = table_form();
  form.known_units = UnitRegister("plugins/x/units.csv");
  for (const char* name : {"区司法局", "区财政局"}) {
    Unit unit;
    unit.name = name;
    form.known_units.add(std::move(unit));
  }
  const Reading r = read(lines_of({kHeading, "（一）乙|区司法局|区财证局|一|12月底前",
                                   "|区司法局|各镇（街）、区有关部门单位|二|12月底前"}),
                         form, "2024-06-24");
  EXPECT_EQ(r.codes(), "N-35@2");
  EXPECT_NE(r.findings.front().hint.find("区财政局"), std::string::npos);
}

TEST(TaskTable, TellsOfNumbersThatDoNotFollow) {
  TaskForm form = table_form();
  form.heading = {"序号", "具体要求", "责任单位"};
  form.columns = {TaskField::number, TaskField::text, TaskField::units};
  form.carry.clear();
  const Reading r =
      read(lines_of({"序号|具体要求|责任单位", "1|一|A局", "2|二|A局", "4|四|A局"}), form, "2024-06-24");
  EXPECT_EQ(r.plan.tasks[2].number, "4");
  EXPECT_EQ(r.codes(), "N-34@4");
}

TEST(TaskTable, TellsOfRequestsBeforeTheTable) {
  TaskForm form = table_form();
  form.preface_asks = true;
  const Reading r =
      read(lines_of({"一、开会。于6月30日前公开。", "二、别的。", kHeading, "（一）乙|A局|B局|一|12月底前"}),
           form, "2024-06-24");
  EXPECT_EQ(r.codes(), "N-30@1 N-30@1 N-30@2");
}

// ---- without a form

TEST(PlainTable, IsReadByTheHeadingsOfTheLedgerOrNearOnes) {
  const Reading r =
      read(lines_of({"某某要点分解表", "序号|重点工作|工作任务|工作措施|牵头单位|配合单位|完成时间",
                     "1|一、甲|（一）乙|要求一|A局|B局|9月底前", "2|||要求二|A局||"}),
           {}, "2024-01-02");
  EXPECT_EQ(r.task(1), "1/一、甲/（一）乙/要求一/A局/B局/9月底前/2024-09-30");
  EXPECT_EQ(r.task(2), "2/一、甲/（一）乙/要求二/A局///");
  EXPECT_EQ(r.codes(), "N-32@0 N-30@1 N-31@4");
}

TEST(PlainTable, TakesTheOnlyTaskColumnForTheText) {
  const Reading r = read(lines_of({"工作任务|责任单位", "做好|A局"}), {}, "2024-01-02");
  EXPECT_EQ(r.task(1), "1///做好//A局//");
}

TEST(PlainTable, UsesMergedCells) {
  std::vector<DocumentLine> lines =
      lines_of({"一级任务|具体要求|责任单位|完成时限", "一、甲|要求一|A局|年底前", "|要求二||"});
  lines[2].cells[0].merged = "一、甲";
  lines[2].cells[1].merged = "不算";
  lines[2].cells[2].merged = "A局";
  lines[2].cells[3].merged = "年底前";
  const Reading r = read(lines, {}, "2024-01-02");
  EXPECT_EQ(r.task(2), "2/一、甲//要求二//A局/年底前/2024-12-31");
  EXPECT_EQ(r.codes(), "");
}

// ---- the document itself

TEST(TaskDocument, NamesItsNumberAndDay) {
  const Reading r = read_items(
      {"台政办发〔2022〕4号", "2022年6月18日", "一、甲", "（一）乙", "1. 做。（责任单位：甲局）"}, nullptr);
  EXPECT_EQ(r.plan.number, "台政办发〔2022〕4号");
  EXPECT_EQ(r.plan.issued, parse_date("2022-06-18"));
  EXPECT_EQ(r.plan.year, 2022);
}

TEST(TaskDocument, HasItsYearFromTheTitleBeforeTheDay) {
  const Reading r = read_items({"关于印发2024年工作要点的通知", "2023年12月28日", "一、甲", "（一）乙",
                                "1. 6月底前做。（责任单位：甲局）"},
                               nullptr);
  EXPECT_EQ(r.plan.tasks.front().deadline.day, parse_date("2024-06-30"));
}

TEST(TaskDocument, BelievesItselfBeforeTheCommandLine) {
  const Reading r = read_items(
      {"2022年6月18日", "一、甲", "（一）乙", "1. 做。（责任单位：甲局）", "某办公室  2022年6月19日印发"},
      "2022-07-01");
  EXPECT_EQ(r.plan.issued, parse_date("2022-06-18"));
  EXPECT_EQ(r.codes(), "N-37@0");
  const Reading two = read_items(
      {"2022年6月18日", "2022年6月19日", "一、甲", "（一）乙", "1. 做。（责任单位：甲局）"}, nullptr);
  EXPECT_EQ(two.codes(), "N-37@2");
}

TEST(TaskDocument, IsComparedWithTheOneThatTheFormKnows) {
  TaskForm form = items_form();
  form.known = {"甲发〔2024〕2号", "", parse_date("2024-06-26"), 2};
  const std::vector<std::string> body = {"一、甲", "（一）乙", "1. 做。（责任单位：甲局）"};
  auto with = [&](std::vector<std::string> head) {
    head.insert(head.end(), body.begin(), body.end());
    return read(lines_of(head), form);
  };
  EXPECT_EQ(with({"甲发〔2024〕2号", "2024年6月26日"}).codes(), "N-37@0");  // one task, not two
  EXPECT_EQ(with({"甲发〔2025〕2号", "2024年6月26日"}).codes(),
            "N-37@0");  // another number: no count, no day
  EXPECT_NE(with({"甲发〔2025〕2号"}).findings.front().message.find("2025"), std::string::npos);
  const Reading undated = with({"甲发〔2024〕2号"});
  EXPECT_EQ(undated.plan.issued, parse_date("2024-06-26"));
  EXPECT_EQ(undated.codes(), "N-37@0 N-37@0");
}

TEST(TaskDocument, WithoutTasksIsAnError) {
  for (const Reading& r :
       {read_items({"只有文字"}), read_items({"一、甲", "没有编号的文字。"}), read_table({"只有文字"}),
        read_table({kHeading}), read(lines_of({"甲|乙", "丙|丁"}), {})}) {
    EXPECT_TRUE(r.plan.tasks.empty());
    const bool has_error = std::any_of(r.findings.begin(), r.findings.end(), [](const Diagnostic& d) {
      return d.code == "L-02" && d.severity == Severity::error;
    });
    EXPECT_TRUE(has_error) << r.codes();
  }
}

TEST(TaskDocument, SurvivesItemsWithoutEnd) {
  std::vector<std::string> texts = {"一、甲", "（一）乙", "1. 做"};
  for (int i = 0; i < 3000; ++i) texts.emplace_back("（（（（很长的一段）");
  const Reading r = read_items(texts);
  EXPECT_EQ(r.plan.tasks.size(), 1U);
}

}  // namespace
}  // namespace nianbao
