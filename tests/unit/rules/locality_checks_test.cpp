// The packs of Shandong, Shanghai and their places at their edges: what just meets a document's ask, and what
// just does not. That every code is raised once is shown by the samples. Skipped where a pack is not there.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

class Locality : public testing::Test {
 protected:
  Figures figures = sound_figures();
  Body body = sound_body();
  UnitRegister units;
  std::vector<Task> tasks;
  std::vector<Activity> activities;
  std::vector<ReviewCase> reviews;
  Figures previous = sound_figures();
  RuleInput input;
  std::string pack;

  // `chain`: the pack, then those that it extends.
  void use(const std::vector<std::string>& chain, int year, int task_count) {
    for (const std::string& id : chain) {
      if (!std::filesystem::exists(NIANBAO_SOURCE "/plugins/" + id + "/pack.toml"))
        GTEST_SKIP() << "no plugins/" << id;
    }
    pack = chain.front();
    figures.year = year;
    body.year = year;
    previous.year = year - 1;
    input.figures = &figures;
    input.body = &body;
    input.units = &units;
    input.activities = &activities;
    input.tasks = &tasks;
    input.task_day = *parse_date(std::to_string(year + 1) + "-01-20");
    for (int i = 1; i <= task_count; ++i) {
      Task& task = tasks.emplace_back();
      task.number = std::to_string(i);
      task.text = "任务" + task.number;
      task.status = TaskStatus::done;
      task.done_on = parse_date(std::to_string(year) + "-11-29");
    }
  }
  // A row of the document: what it says, and when it was done.
  void write(std::size_t number, const char* text, const char* done_on) {
    if (pack.empty()) return;  // skipped
    tasks.at(number - 1).text = text;
    tasks.at(number - 1).done_on = parse_date(done_on);
  }
  void add_unit(const char* name, const char* kind) {
    Unit unit;
    unit.name = name;
    unit.kind = kind;
    units.add(unit);
  }
  Activity& add(const char* kind, const char* held, const char* unit = "甲局") {
    Activity& activity = activities.emplace_back();
    activity.name = std::string(unit) + kind;
    activity.kind = kind;
    activity.units = {unit};
    activity.units_text = unit;
    activity.planned = activity.held = parse_date(held);
    return activity;
  }
  void add_case(CaseKind kind, CaseResult result, const char* reason) {
    ReviewCase& review = reviews.emplace_back();
    review.id = "示例" + std::to_string(reviews.size());
    review.kind = kind;
    review.result = result;
    review.reason = reason;
    input.reviews = &reviews;
  }

  // "GM-05 …" of the places' own packs, line by line.
  std::string found() {
    Diagnostics findings;
    auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", pack, findings);
    if (!book) return "not loaded";
    book->check(input, findings);
    std::string lines;
    for (const Diagnostic& d : findings.sorted()) {
      static const std::string kPrefixes = "SD SH WS TZ ZB GM M-";
      if (kPrefixes.find(d.code.substr(0, 2)) != std::string::npos) lines += d.code + " " + d.message + "\n";
    }
    return lines;
  }
  std::vector<Block> blocks() {
    Diagnostics findings;
    auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", pack, findings);
    auto written = book ? book->report(input, findings) : std::vector<Block>{};
    EXPECT_TRUE(brief(findings).empty()) << testing::PrintToString(brief(findings));
    return written;
  }
  std::string cells_of(const std::string& table_name) {
    std::string cells;
    for (const Block& block : blocks()) {
      const auto* table = std::get_if<Table>(&block);
      if (table == nullptr || table->name != table_name) continue;
      for (const TableCell& cell : table->cells) {
        if (cell.row > 0) cells += print_value(cell.value) + "|";
      }
    }
    return cells;
  }
  void expect_starts(const std::string& start) {
    const std::string lines = found();
    EXPECT_EQ(lines.substr(0, start.size()), start) << lines;
  }
};

// ---- 古美路街道

class Gumei : public Locality {
 protected:
  void SetUp() override {
    use({"gumei", "shanghai"}, 2023, 14);
    write(7, "公开决策事项目录", "2023-03-31");
    body.body = "街道办事处";
    add("听取汇报", "2023-05-18");
    add("培训", "2023-12-31");
    add("政府开放活动", "2023-08-31").form = "线下";
  }
  Activity& consult(const char* from, const char* to) {
    Activity& activity = add("意见征集", from);
    activity.name = "某办法征求意见";
    activity.ended = parse_date(to);
    return activity;
  }
};
TEST_F(Gumei, IsContentWhereThePointsAreMet) {
  EXPECT_EQ(found(), "");
}
TEST_F(Gumei, ConsultationsLastThirtyDaysFirstAndLastCounted) {
  consult("2023-02-10", "2023-03-11");
  consult("2023-12-05", "2024-01-03");
  EXPECT_EQ(found(), "");
  consult("2023-02-10", "2023-03-10");
  EXPECT_EQ(found(), "GM-05 1 次公开征求意见不足 30 日：“某办法征求意见”（29 日）\n");
  activities.back().name += "（紧急，缩短期限）";
  EXPECT_EQ(found(), "");
  activities.back().ended.reset();
  activities.back().name = "仍在征求意见";
  EXPECT_EQ(found(), "");
}
TEST_F(Gumei, TheOpenActivityIsOfflineAndInAugust) {
  Activity& open_day = activities.back();
  for (const char* form : {"结合", "线下"}) {
    open_day.form = form;
    EXPECT_EQ(found(), "");
  }
  open_day.form = "线上";
  expect_starts("GM-03 本年没有在8月举办线下政府开放活动的记录\n");
  open_day.form = "线下";
  open_day.held = parse_date("2023-09-01");
  expect_starts("GM-03");
  open_day.held = parse_date("2022-08-16");
  expect_starts("GM-03");
}
TEST_F(Gumei, TheCatalogueIsPublicOnTheLastDayOfMarch) {
  tasks[5].deadline = parse_date("2023-03-31");  // of another point: its day of completion is later
  EXPECT_EQ(found(), "");
  tasks[6].done_on = parse_date("2023-04-01");
  expect_starts(
      "GM-04 1 项写明期限的任务没有按期完成：“公开决策事项目录”（2023-03-31 前，2023-04-01 完成）\n");
  tasks[6].done_on.reset();
  expect_starts("GM-04 1 项写明期限的任务没有按期完成：“公开决策事项目录”（2023-03-31 前，没有完成日期）\n");
  tasks[6].text = "公开目录";
  EXPECT_EQ(found(), "GM-08 任务台账里没有7.“决策事项目录”（序号 7）这一项，GM-04 没有检查\n");
}
TEST_F(Gumei, SpeaksOfItsOwnYearAlone) {
  figures.year = body.year = 2024;
  expect_starts("GM-08 古美路街道规则包依据 2023 年的文件，2024 年的要求没有写入，它的其他规则都不检查\n");
  EXPECT_EQ(cells_of("open_month"), "");
}
TEST_F(Gumei, IsSilentOnFiguresAlone) {
  input.mode = RuleMode::verify;
  input.activities = nullptr;
  input.tasks = nullptr;
  EXPECT_EQ(found(), "");
}
TEST_F(Gumei, WantsItsLedgerOfTasks) {
  input.tasks = nullptr;
  expect_starts("GM-07 没有任务台账，写不出落实情况；要点有 14 项任务\n");
}
TEST_F(Gumei, ReportTellsOfTheOpenMonth) {
  activities.back().participants = Cell::of(42);
  EXPECT_EQ(cells_of("open_month"), "2023-08-31|甲局政府开放活动|甲局||42||");
  activities.back().form = "线上";
  EXPECT_NE(text_of(blocks()).find("8月没有举办线下开放活动的记录"), std::string::npos);
}
TEST_F(Gumei, OnlyGovernmentsStateTheirResults) {
  WrittenBlock heading{"heading", 1, 0, "一、总体情况", 6};
  WrittenBlock text{"paragraph", 0, 0, "年度考核成绩良好，没有责任追究的情形。", 18};
  WrittenBlock later{"heading", 1, 0, "五、存在的主要问题及改进情况", 12};
  input.document = {heading, text, later};
  EXPECT_EQ(found(), "SH-01 第一部分写了工作考核、责任追究结果，这是各级人民政府的报告才要求的内容\n");
  const std::string not_asked = "GM-08 古美路街道规则包依据的文件没有对";
  body.body = "乡镇政府";
  EXPECT_EQ(found(), not_asked + "乡镇政府提要求，它的其他规则都不检查\n");
  body.body = "部门";
  input.document = {heading, later, text};
  EXPECT_EQ(found(), not_asked + "部门提要求，它的其他规则都不检查\n");
}

// ---- 台儿庄区

class Taierzhuang : public Locality {
 protected:
  void SetUp() override {
    use({"taierzhuang", "shandong"}, 2022, 67);
    write(24, "开设专栏", "2022-09-30");
    write(29, "集中公开现行有效的规范性文件", "2022-12-31");
    write(55, "公开标准目录", "2022-06-30");
    write(57, "公开惠农补贴", "2022-12-31");
    write(65, "建立工作台账", "2022-07-18");
    write(66, "开展“回头看”", "2022-06-30");
    add_unit("某分局", "垂直管理");
    Activity& open_day = add("政府开放活动", "2022-08-10");
    open_day.interaction = "参观、问卷调查";
    input.texts["other"].raw = "年度报告另附图解。";
    figures.table4 = Table4{};
    cases(figures, 0, {0, 0, 0, 0});
    cases(figures, 1, {0, 0, 0, 0});
    cases(figures, 2, {0, 0, 0, 0});
    previous.table4 = figures.table4;
    input.previous = &previous;
  }
  static void cases(Figures& of, std::size_t kind, const std::array<int, 4>& counts) {
    std::int64_t total = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      of.table4->groups[kind][i] = Cell::of(counts[i]);
      total += counts[i];
    }
    of.table4->groups[kind][kTable4Total] = Cell::of(total);
  }
};
TEST_F(Taierzhuang, IsContentWhereTheSchemeIsMet) {
  EXPECT_EQ(found(), "");
}
TEST_F(Taierzhuang, RatesAreOfWhatIsDecided) {
  cases(previous, 0, {2, 1, 0, 0});
  cases(figures, 0, {1, 1, 1, 9});  // one of three; nine are pending
  EXPECT_EQ(found(), "");
  cases(figures, 0, {1, 1, 0, 9});
  EXPECT_EQ(found(), "TZ-05 行政复议纠错率 50.00%，比上年的 33.33% 高\n");
  EXPECT_EQ(cells_of("rates"), "行政复议纠错率|3|1|33.33%|2|1|50.00%|行政诉讼败诉率|||||||");
}
TEST_F(Taierzhuang, LawsuitsOfBothKindsAreOneRate) {
  cases(previous, 1, {1, 0, 0, 0});
  cases(figures, 1, {1, 0, 0, 0});
  cases(figures, 2, {0, 1, 0, 0});
  EXPECT_EQ(found(), "TZ-05 行政诉讼败诉率 50.00%，比上年的 0% 高\n");
}
TEST_F(Taierzhuang, NothingDecidedHasNoRate) {
  cases(previous, 0, {1, 0, 0, 0});
  cases(figures, 0, {0, 0, 0, 4});
  EXPECT_EQ(found(), "");
  EXPECT_EQ(cells_of("rates"), "行政复议纠错率|1|0|0%||||行政诉讼败诉率|||||||");
  previous.table4.reset();
  EXPECT_EQ(cells_of("rates"), "");
  figures.table4->groups[0][1] = Cell{};
  EXPECT_EQ(found(), "");
}
TEST_F(Taierzhuang, OpenActivitiesHaveTheirPart) {
  activities.back().interaction = "参观";
  EXPECT_EQ(found(), "TZ-03 1 次政府开放活动没有答疑、座谈、问卷环节（共 1 次）：“甲局政府开放活动”\n");
  activities.clear();
  EXPECT_EQ(found(), "TZ-03 本年没有政府开放活动的记录\n");
}
TEST_F(Taierzhuang, TheReportIsExplainedInOtherForms) {
  input.texts["other"].raw = "年度报告按时公布。\n政策文件都有图解。";
  EXPECT_EQ(found(), "TZ-08 文字里没有说年度报告怎样解读\n");
}
TEST_F(Taierzhuang, OnlyItemsWithADeadlineAreHeldToIt) {
  tasks[0].done_on.reset();
  EXPECT_EQ(found(), "");
  tasks[2].deadline = parse_date("2022-06-30");  // in the ledger alone
  EXPECT_EQ(found(), "");
  tasks[64].text = "工作台账" + std::string(90, 'x');
  tasks[64].done_on = parse_date("2022-07-19");
  expect_starts("TZ-06 1 项写明期限的任务没有按期完成：“工作台账" + std::string(26, 'x') +
                "……”（2022-07-18 前，");
  tasks[64].done_on = parse_date("2022-07-18");
  EXPECT_EQ(found(), "");
  tasks[65].text = "上年“回头看”";
  tasks[65].done_on = parse_date("2022-11-29");
  expect_starts("TZ-06 1 项写明期限的任务没有按期完成：“上年‘回头看’”（2022-06-30 前，2022-11-29 完成）\n");
  tasks[65].done_on = parse_date("2022-06-30");
  tasks[54].part = tasks[56].part = "（十二）监督";  // where the document has （十三）
  EXPECT_EQ(found(),
            "TZ-09 任务台账里没有（十三）“标准目录”（序号 55）、（十三）“惠农”（序号 57）这 2 项，"
            "TZ-06 没有检查这 2 项\n");
}

TEST_F(Taierzhuang, SpeaksOfItsOwnYearAlone) {
  figures.year = body.year = 2023;
  EXPECT_EQ(found(), "TZ-09 台儿庄区规则包依据 2022 年的文件，2023 年的要求没有写入，它的其他规则都不检查\n");
}

// ---- 淄博高新区

class Zibo : public Locality {
 protected:
  void SetUp() override {
    use({"zibo-hitech", "shandong"}, 2024, 10);
    write(5, "编制事项目录", "2024-11-29");
    body.body = "开发区管委会";
    add_unit("某分局", "垂直管理");
    add("暗访检查", "2024-05-28");
  }
};
TEST_F(Zibo, IsContentWhereThePlanIsMet) {
  EXPECT_EQ(found(), "");
}
TEST_F(Zibo, LostCasesHaveAReason) {
  add_case(CaseKind::review, CaseResult::corrected, "未按期答复");
  add_case(CaseKind::review, CaseResult::upheld, "");
  EXPECT_EQ(found(), "");
  add_case(CaseKind::litigation_after_review, CaseResult::corrected, "");
  EXPECT_EQ(found(), "ZB-03 被纠正或者败诉的案件 2 件，其中 1 件没有写原因：示例3\n");
}
TEST_F(Zibo, LostCasesAreListedByReason) {
  EXPECT_EQ(text_of(blocks()).find("案件分析"), std::string::npos);
  add_case(CaseKind::review, CaseResult::upheld, "不服");
  EXPECT_NE(text_of(blocks()).find("没有被纠正或者败诉的"), std::string::npos);
  add_case(CaseKind::review, CaseResult::corrected, "");
  add_case(CaseKind::review, CaseResult::corrected, "未按期");
  add_case(CaseKind::litigation_direct, CaseResult::corrected, "未说理");
  add_case(CaseKind::review, CaseResult::corrected, "未说理");
  EXPECT_EQ(cells_of("lost_cases"), "未说理|1|1|2|未按期|1|0|1|（未填）|1|0|1|合计|3|1|4|");
}
TEST_F(Zibo, OpenActivitiesStandBesideTheirPlan) {
  for (int i = 0; i < 5; ++i) add("政府开放活动", "2024-06-13");
  auto open_days = activities.end() - 5;
  open_days[0].held = parse_date("2024-06-20");
  open_days[1].held = parse_date("2024-06-12");
  open_days[2].planned.reset();
  open_days[3].held = parse_date("2025-01-08");
  open_days[4].planned = parse_date("2024-06-30");
  open_days[4].planned_text = "2024年6月";
  EXPECT_EQ(found(),
            "ZB-05 2 次政府开放活动与报送的计划不一致："
            "“甲局政府开放活动”（不在计划内）、“甲局政府开放活动”（没有举办）\n");
  ActivityCube cube(ReportYear(2024));
  for (const Activity& activity : activities) cube.add(activity);
  figures.activities = ActivityFigures{cube.all(), cube.by_class(), cube.by_unit(), cube.by_month()};
  const std::string cells = cells_of("annex_open_activities");
  for (const char* words : {"2024-06-20||延后|", "2024-06-12||提前|", "2024-06-13||计划外|",
                            "2025-01-08||未举办|", "2024年6月|2024-06-13||按计划|"}) {
    EXPECT_NE(cells.find(words), std::string::npos) << words << "\n" << cells;
  }
}
TEST_F(Zibo, TheCatalogueIsMade) {
  tasks[0].text = "公开收费目录";
  tasks[0].done_on.reset();
  EXPECT_EQ(found(), "");
  tasks[4].done_on.reset();
  tasks[4].status = TaskStatus::running;
  EXPECT_EQ(found(), "ZB-07 “编制事项目录”进行中，没有完成日期\n");
  tasks[4].text = "编制目录";
  EXPECT_EQ(found(), "ZB-09 任务台账里没有（五）“事项目录”（序号 5）这一项，ZB-07 没有检查\n");
}

TEST_F(Zibo, SpeaksOfItsOwnYearAlone) {
  figures.year = body.year = 2025;
  EXPECT_EQ(found(),
            "ZB-09 淄博高新区规则包依据 2024 年的文件，2025 年的要求没有写入，它的其他规则都不检查\n");
}

// ---- 汶上县

class Wenshang : public Locality {
 protected:
  void SetUp() override {
    use({"wenshang", "shandong"}, 2024, 54);
    write(22, "落实公共企事业单位建设指南", "2024-11-30");
    write(23, "专项评估", "2024-11-30");
    write(53, "打造品牌专区", "2024-07-31");
    write(54, "拓展专区功能，现场解读", "2024-07-31");
    add_unit("甲局", "部门");
    add("专题会议", "2024-01-02");
    add("方案公布", "2024-06-30");
    add("目录公布", "2024-12-31");
  }
};
TEST_F(Wenshang, IsContentWhereTheNoticeIsMet) {
  EXPECT_EQ(found(), "");
}
TEST_F(Wenshang, PlansArePublicByTheEndOfJune) {
  activities[1].held = parse_date("2024-07-01");
  EXPECT_EQ(found(), "WS-03 1 个单位到 2024-06-30 没有公开实施方案或工作措施的记录（应有的 1 个）：甲局\n");
}
TEST_F(Wenshang, AsksUnitsOfTheCountyAlone) {
  add_unit("某分局", "垂直管理");
  add_unit("某水厂", "公共企事业单位");
  EXPECT_EQ(found(), "");
  add_unit("丙镇人民政府", "镇政府");
  activities[0].units.emplace_back("丙镇人民政府");
  activities[1].units.emplace_back("丙镇人民政府");
  EXPECT_EQ(found(),
            "WS-04 1 个单位到 2024-12-31 没有公布主动公开事项目录的记录（应有的 2 个）：丙镇人民政府\n");
}
TEST_F(Wenshang, OnlyTheFourRowsDueBeforeDecemberAreNamed) {
  tasks[1].deadline = parse_date("2024-07-31");  // of another row
  EXPECT_EQ(found(), "");
  tasks[22].done_on = parse_date("2024-12-02");
  EXPECT_EQ(found(), "WS-05 1 项写明期限的任务没有按期完成：“专项评估”（2024-11-30 前，2024-12-02 完成）\n");
}
TEST_F(Wenshang, ListsTasksUnderTheDocumentsHeadings) {
  tasks.resize(2);
  EXPECT_EQ(cells_of("annex_task_list_2"), "");  // nothing says under what they stand: one table
  tasks[0].area = "一、甲";
  tasks[1].area = "二、乙";
  tasks[1].leads = {"甲局", "乙局"};
  tasks[1].leads_text = "各部门";
  tasks[1].done_on = parse_date("2025-01-10");
  EXPECT_EQ(cells_of("annex_task_list_1"), "|||任务1||已完成\n11月29日|");
  EXPECT_EQ(cells_of("annex_task_list_2"), "|各部门||任务2||已完成\n2025年1月10日|");
}
TEST_F(Wenshang, OpinionsOfNobodyNeedNoAnswer) {
  add("意见征集", "2024-03-01").opinions = Cell::of(0);
  EXPECT_EQ(found(), "");
  activities.back().opinions = Cell::of(1);
  EXPECT_EQ(found(), "WS-07 1 次政策评价、开放活动、意见征集没有公开结果或者采纳情况：“甲局意见征集”\n");
  activities.back().feedback_published = true;
  EXPECT_EQ(found(), "");
}

TEST_F(Wenshang, SpeaksOfItsOwnYearAlone) {
  figures.year = body.year = 2025;
  EXPECT_EQ(found(), "WS-08 汶上县规则包依据 2024 年的文件，2025 年的要求没有写入，它的其他规则都不检查\n");
}

// ---- what packs share without sharing Lua

TEST(LocalityPacks, HaveOneTextOfTheirCommonAsks) {
  std::map<std::string, std::string> packs;  // by text
  for (const auto& entry : std::filesystem::directory_iterator(NIANBAO_SOURCE "/plugins")) {
    std::ifstream file(entry.path() / "asks.lua");
    if (!file) continue;
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    packs[text] += entry.path().filename().string() + " ";
  }
  std::string kinds;
  for (const auto& [text, names] : packs) kinds += "\n" + names;
  EXPECT_LE(packs.size(), 1U) << "asks.lua differs:" << kinds;
}

// ---- 山东省

class Shandong : public Locality {
 protected:
  void SetUp() override {
    use({"shandong"}, 2024, 0);
    other("要点落实情况：已全部完成。建议、提案的办理结果已公开。创新做法一项。");
  }
  void other(const char* text) {
    input.document = {{"heading", 1, 0, "六、其他需要报告的事项", 11},
                      {"paragraph", 0, 0, text, 9},
                      {"heading", 1, 0, "附件1　其他", 6},
                      {"paragraph", 0, 0, "要点落实、建议提案公开、创新", 9}};
  }
};
TEST_F(Shandong, IsContentWhereTheLastSectionSaysAll) {
  EXPECT_EQ(found(), "");
}
TEST_F(Shandong, LooksInTheLastSectionAlone) {
  other("没有其他事项。");
  EXPECT_EQ(
      found(),
      "SD-01 第六部分没有写本年度政务公开工作要点的落实情况\nSD-03 第六部分没有写建议提案办理结果公开情况\n"
      "SD-04 第六部分没有写政务公开工作创新情况\n");
  input.explained.insert("report");
  EXPECT_EQ(found(), "");
}
TEST_F(Shandong, OpinionsOfRepresentativesArePublished) {
  add("列席会议", "2024-04-19");
  EXPECT_EQ(found(), "SD-02 1 次邀请代表列席的会议，没有公开代表的意见和采纳情况：“甲局列席会议”\n");
  activities.back().held = parse_date("2023-04-19");
  EXPECT_EQ(found(), "");
}

}  // namespace
}  // namespace nianbao::test
