#include "reporter/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "reporter/figures_file.h"
#include "reporter/named_units.h"
#include "reporter/request_count.h"
#include "reporter/section_texts.h"
#include "reporter/unread_sheets.h"

namespace nianbao {

namespace {

class Compiler {
 public:
  Compiler(const Workspace& workspace, const WorkingDays& calendar, const Progress& progress,
           Diagnostics& diagnostics)
      : workspace_(workspace),
        calendar_(calendar),
        progress_(progress),
        diagnostics_(diagnostics),
        year_(workspace.body.year) {}

  Compilation run() {
    take_body();
    read_previous();
    read_register();
    name_previous_units();
    read_filed_tables();
    count_requests();
    count_cases();
    sum_disclosures();
    count_tasks();
    count_activities();
    unread_sheets_.report(diagnostics_);
    add_filed_tables();
    note_silent_units();
    compare_with_list(result_, diagnostics_);
    result_.texts = read_section_texts(workspace_, diagnostics_);
    return std::move(result_);
  }

 private:
  void take_body() {
    const Body& body = workspace_.body;
    Figures& figures = result_.figures;
    figures.year = body.year;
    figures.issuer = body.issuer;
    figures.body = body.body;
    figures.level = body.level;
    figures.scope = body.scope;
    figures.locality = body.locality;
  }

  void read_previous() {
    if (!workspace_.previous_figures) return;
    result_.previous_file = workspace_.previous_figures->shown_name;
    result_.previous = read_figures_file(*workspace_.previous_figures, diagnostics_);
    if (result_.previous &&
        !is_last_year(*result_.previous, year_.value(), result_.previous_file, diagnostics_)) {
      result_.previous.reset();
    }
  }

  // Without the register nobody knows who is counted: then no table can be.
  void read_register() {
    units_usable_ = !is_lost("units");
    if (const LedgerSource* source = workspace_.ledger("units")) {
      const LedgerOutcome outcome = read_units(*source, result_.units, diagnostics_);
      units_usable_ = units_usable_ && outcome.readable;
      take_headings(outcome);
      unread_sheets_.add(outcome);
    }
    if (workspace_.named_units) read_list_of_names();
  }

  // It only says who is the same: what cannot be read of it leaves the figures as they are without it.
  void read_list_of_names() {
    result_.units = read_named_units(*workspace_.named_units, diagnostics_);
    if (result_.units.empty()) return;
    convention(fmt::format(
        "单位：没有单位名录，按规则包的单位名单（{}）认单位的名称和简称；名单里没有的单位照台账所写"
        "统计，“各部门”等不展开，也不判断哪些单位应报而没有报。",
        result_.units.list_file()));
  }

  // Last year's applications under the names that their units have this year.
  void name_previous_units() {
    if (!result_.previous || !result_.previous->requests) return;
    for (OpenRequest& open : result_.previous->requests->open_ids) {
      if (const Unit* unit = result_.units.find(open.unit)) open.unit = unit->name;
    }
  }

  void take_headings(const LedgerOutcome& outcome) {
    result_.local_headings.insert(result_.local_headings.end(), outcome.local_headings.begin(),
                                  outcome.local_headings.end());
  }

  void tell(const char* ledger, const LedgerOutcome& outcome) {
    take_headings(outcome);
    unread_sheets_.add(outcome);
    result_.notes.push_back(
        fmt::format("{}：读到 {} 行，因有错误未计入 {} 行", ledger, outcome.rows, outcome.left_out));
  }

  bool is_lost(const char* ledger) const { return workspace_.lost_ledgers.count(ledger) > 0; }

  // Hands on the records of the units that count; of the others one note each.
  template <typename Record, typename Take>
  void take_counted(const std::vector<Record>& records, const char* what, Take take) {
    std::map<std::string, std::int64_t> left_out;
    for (const Record& record : records) {
      if (result_.units.counts(record.unit)) {
        take(record);
      } else {
        left_out[record.unit] += 1;
      }
    }
    for (const auto& [unit, count] : left_out) {
      diagnostics_.add(not_counted(result_.units, unit, fmt::format("{} {}", count, what), count));
    }
  }

  void read_filed_tables() {
    filed_usable_ = !is_lost("unit_tables");
    const LedgerSource* source = workspace_.ledger("unit_tables");
    if (!source) return;
    progress_("读取单位报表", 0);
    const LedgerOutcome outcome = read_unit_tables(*source, result_.units, result_.unit_tables, diagnostics_);
    filed_usable_ = filed_usable_ && outcome.readable;
    tell("单位报表", outcome);
    std::vector<UnitTables> counted;
    take_counted(result_.unit_tables, "份单位报表",
                 [&](const UnitTables& filed) { counted.push_back(filed); });
    result_.unit_tables = std::move(counted);
  }

  void count_requests() {
    const LedgerSource* source = workspace_.ledger("requests");
    requests_usable_ = source && !is_lost("requests");
    if (!source) return;
    const bool keep_carried_in = result_.previous && result_.previous->requests;
    RequestCount count({year_, calendar_, result_.units, keep_carried_in}, progress_);
    const LedgerOutcome outcome = read_requests(
        *source, result_.units, [&](const Request& r, const Place& p) { count.add(r, p); }, diagnostics_);
    count.report(diagnostics_);
    tell("依申请公开台账", outcome);
    result_.has_applicants = std::any_of(
        outcome.columns.begin(), outcome.columns.end(),
        [](const std::string& heading) { return heading == "申请人姓名" || heading == "申请人代号"; });
    requests_usable_ = requests_usable_ && outcome.readable;
    if (!requests_usable_) return;
    const auto& columns = outcome.columns;
    const bool has_fee = std::any_of(columns.begin(), columns.end(), [](const std::string& heading) {
      return starts_with(heading, "信息处理费");
    });
    if (units_usable_) result_.figures.requests = count.figures(has_fee);
    result_.figures.table3 = to_table3(count.cube().sum());
    result_.carried_in = std::move(count.carried_in());
    for (const auto& [unit, counts] : count.cube().by_unit())
      result_.by_unit[unit].table3 = to_table3(counts);
    if (has_fee)
      convention(
          "信息处理费：按逐件台账里本年度办结的申请合计，只计已经缴纳的：办理结果为逾期不缴费的，或者有收费通"
          "知日期而没有缴费日期的，不计；不含只报单位报表的单位。");
  }

  void count_cases() {
    const LedgerSource* source = workspace_.ledger("reviews");
    cases_usable_ = source && !is_lost("reviews");
    if (!source) return;
    progress_("读取复议诉讼台账", 0);
    std::vector<ReviewCase> cases;
    const LedgerOutcome outcome = read_reviews(*source, result_.units, cases, diagnostics_);
    tell("复议诉讼台账", outcome);
    cases_usable_ = cases_usable_ && outcome.readable;
    if (!cases_usable_) return;
    note_undated(cases);
    CaseCube cube;
    take_counted(latest_instances(year_, cases), "件复议诉讼案件", [&](const ReviewCase& review) {
      cube.add(year_, review);
      keep_review(review);
    });
    result_.figures.table4 = to_table4(cube.sum());
    for (const auto& [unit, counts] : cube.by_unit()) result_.by_unit[unit].table4 = to_table4(counts);
  }

  // As it stood on 31 December; for the rules.
  void keep_review(const ReviewCase& review) {
    const auto result = result_in(year_, review);
    if (!result) return;
    ReviewCase& kept = result_.reviews.emplace_back(review);
    kept.result = *result;
    if (kept.result == CaseResult::pending) kept.closed.reset();
  }

  // A decided case without any date may belong to another year; it is counted, and somebody has to look.
  void note_undated(const std::vector<ReviewCase>& cases) {
    const auto count = std::count_if(cases.begin(), cases.end(), [](const ReviewCase& c) {
      return c.result != CaseResult::pending && !c.accepted && !c.closed;
    });
    if (count == 0) return;
    Diagnostic d;
    d.code = "N-09";
    d.severity = Severity::warning;
    d.place.file = workspace_.ledger("reviews")->files.front().shown_name;
    d.count = count;
    d.message = fmt::format("有 {} 件已结案的复议、诉讼没有受理日期和结案日期，都按本年度的案件计入", count);
    d.hint = "请补上日期，不属于本年度的请删去";
    diagnostics_.add(std::move(d));
  }

  void sum_disclosures() {
    const LedgerSource* source = workspace_.ledger("disclosures");
    disclosures_usable_ = source && !is_lost("disclosures");
    if (!source) return;
    progress_("读取主动公开台账", 0);
    std::vector<Disclosure> rows;
    const LedgerOutcome outcome = read_disclosures(*source, result_.units, rows, diagnostics_);
    tell("主动公开台账", outcome);
    disclosures_usable_ = disclosures_usable_ && outcome.readable;
    for (const std::string& item : outcome.faulty) result_.explained.insert("table2." + item);
    if (!disclosures_usable_) return;
    DisclosureCube cube;
    take_counted(rows, "行主动公开数据", [&](const Disclosure& row) { cube.add(row); });
    result_.figures.table2 = cube.sum();
    for (const auto& [unit, table] : cube.by_unit()) result_.by_unit[unit].table2 = table;
  }

  LedgerBasis basis() const { return {result_.units, year_, workspace_.tasks_issued, workspace_.body.date}; }

  void count_tasks() {
    const LedgerSource* source = workspace_.ledger("tasks");
    if (!source) return;
    progress_("读取任务台账", 0);
    const LedgerOutcome outcome = read_tasks(*source, basis(), result_.tasks, diagnostics_);
    tell("任务台账", outcome);
    if (!outcome.readable || is_lost("tasks") || !units_usable_) return;
    result_.tasks_as_of = report_day(workspace_.body);
    TaskCube cube(result_.tasks_as_of);
    for (const Task& task : result_.tasks) cube.add(task);
    result_.figures.tasks = task_figures(cube);
    convention(
        fmt::format("要点任务：按{}的情况统计；完成率为已完成任务占扣除长期坚持任务后的比例；"
                    "一项任务有几个责任单位的，在每个单位各计一次。"
                    "任务按台账所列单位统计，含不计入汇总的单位。",
                    format_chinese(result_.tasks_as_of)));
  }

  void count_activities() {
    const LedgerSource* source = workspace_.ledger("activities");
    if (!source) return;
    progress_("读取公开活动台账", 0);
    std::vector<Activity> activities;
    const LedgerOutcome outcome = read_activities(*source, basis(), activities, diagnostics_);
    tell("公开活动台账", outcome);
    if (!outcome.readable || is_lost("activities") || !units_usable_) return;
    drop_uncounted_hosts(activities);
    ActivityCube cube(year_);
    for (Activity& activity : activities) {
      if (cube.add(activity)) result_.activities.push_back(std::move(activity));
    }
    note_other_years(activities.size() - result_.activities.size());
    result_.figures.activities = activity_figures(cube);
    convention(
        "公开活动：按举办日期计入本年度；计划在本年度举办、到12月31日没有举办的计入未举办。"
        "参与人次、意见数只统计已举办的活动。");
  }

  // An activity of units that count and units that do not is one of those that count.
  void drop_uncounted_hosts(std::vector<Activity>& activities) {
    std::map<std::string, std::int64_t> left_out;
    std::vector<Activity> kept;
    for (Activity& activity : activities) {
      const bool had_host = !activity.units.empty();
      std::erase_if(activity.units, [&](const std::string& unit) {
        if (result_.units.counts(unit)) return false;
        left_out[unit] += 1;
        return true;
      });
      if (!had_host || !activity.units.empty()) kept.push_back(std::move(activity));
    }
    activities = std::move(kept);
    for (const auto& [unit, count] : left_out) {
      Diagnostic d = not_counted(result_.units, unit, fmt::format("{} 项公开活动", count), count);
      d.hint = "与其他单位合办的，仍计在其他单位名下";
      diagnostics_.add(std::move(d));
    }
  }

  void note_other_years(std::size_t count) {
    if (count == 0) return;
    Diagnostic d;
    d.code = "N-01";
    d.severity = Severity::note;
    d.place.file = workspace_.ledger("activities")->files.front().shown_name;
    d.count = static_cast<std::int64_t>(count);
    d.message =
        fmt::format("有 {} 项活动不在 {} 年举办，也不是计划在这一年举办，没有计入", count, year_.value());
    diagnostics_.add(std::move(d));
  }

  // A table that one of its sources failed to give is null: a sum that lacks a part is no figure.
  void add_filed_tables() {
    Figures& figures = result_.figures;
    for (const UnitTables& filed : result_.unit_tables) {
      if (filed.table3 && filed.table3->form_2019) {
        report_other_form(filed);
        continue;
      }
      UnitTablesOfYear& unit = result_.by_unit[filed.unit];
      add_filed(filed, filed.table2, unit.table2, figures.table2);
      add_filed(filed, filed.table3, unit.table3, figures.table3);
      add_filed(filed, filed.table4, unit.table4, figures.table4);
    }
    drop_unless(disclosures_usable_, "disclosures", "table2", figures.table2);
    drop_unless(requests_usable_, "requests", "table3", figures.table3);
    drop_unless(cases_usable_, "reviews", "table4", figures.table4);
  }

  template <typename TableKind>
  void drop_unless(bool usable, const char* ledger, const char* key, std::optional<TableKind>& table) {
    const bool is_given = workspace_.ledger(ledger) || is_lost(ledger);
    if (units_usable_ && filed_usable_ && (usable || !is_given)) return;
    table.reset();
    result_.explained.insert(key);
  }

  template <typename TableKind>
  void add_filed(const UnitTables& filed, const std::optional<TableKind>& table,
                 std::optional<TableKind>& unit, std::optional<TableKind>& sum) {
    if (!table) return;
    if (unit) report_counted_twice(filed);
    if (!unit) unit.emplace();
    if (!sum) sum.emplace();
    add_to(*unit, *table);
    add_to(*sum, *table);
  }

  void report_other_form(const UnitTables& filed) {
    Diagnostic d;
    d.code = "S-04";
    d.place = filed.place;
    d.place.unit = filed.unit;
    d.message = fmt::format("“{}”报的是 2019 年表式（“其他处理”只有一行），不能与 2021 年表式相加，没有计入",
                            filed.unit);
    d.hint = "请按 2021 年表式重报“（六）其他处理”的三行";
    diagnostics_.add(std::move(d));
  }

  void report_counted_twice(const UnitTables& filed) {
    Diagnostic d;
    d.code = "S-02";
    d.place = filed.place;
    d.place.unit = filed.unit;
    d.message = fmt::format("“{}”既有台账记录，又报了同一张单位报表，会重复计数", filed.unit);
    d.hint = "请二者留一：台账里删去它的记录，或单位报表里删去这张表";
    diagnostics_.add(std::move(d));
  }

  // A due unit without any line is no fault, but someone should look.
  void note_silent_units() {
    if (!result_.explained.empty()) return;  // what was not read says nothing about anybody
    std::vector<std::string> silent;
    for (const Unit& unit : result_.units.units()) {
      const bool is_expected = unit.due && unit.counted && !unit.zero_report;
      if (is_expected && result_.by_unit.count(unit.name) == 0) silent.push_back(unit.name);
    }
    if (silent.empty()) return;
    Diagnostic d;
    d.code = "N-04";
    d.severity = Severity::note;
    d.count = static_cast<std::int64_t>(silent.size());
    d.message = fmt::format("{} 个应报单位没有任何记录：{}", silent.size(), fmt::join(silent, "、"));
    d.hint = "如确实没有，可在单位名录的“零报告”列填“是”";
    diagnostics_.add(std::move(d));
  }

  void convention(std::string sentence) {
    result_.figures.provenance.conventions.push_back(std::move(sentence));
  }

  const Workspace& workspace_;
  const WorkingDays& calendar_;
  const Progress& progress_;
  Diagnostics& diagnostics_;
  ReportYear year_;
  UnreadSheets unread_sheets_;
  Compilation result_;
  bool units_usable_ = true;
  bool filed_usable_ = true;
  bool requests_usable_ = false;
  bool cases_usable_ = false;
  bool disclosures_usable_ = false;
};

}  // namespace

TaskFigures task_figures(const TaskCube& cube) {
  return {cube.all(), cube.by_area(), cube.by_lead(), cube.by_unit(), cube.by_month()};
}

ActivityFigures activity_figures(const ActivityCube& cube) {
  return {cube.all(), cube.by_class(), cube.by_unit(), cube.by_month()};
}

Compilation compile(const Workspace& workspace, const WorkingDays& calendar, const Progress& progress,
                    Diagnostics& diagnostics) {
  return Compiler(workspace, calendar, progress, diagnostics).run();
}

Diagnostic not_counted(const UnitRegister& units, const std::string& unit, const std::string& what,
                       std::int64_t count) {
  const Unit* entry = units.find(unit);
  const std::string reason =
      entry ? entry->why_not_counted.empty() ? entry->kind : entry->why_not_counted : "";
  Diagnostic d;
  d.code = "N-05";
  d.severity = Severity::note;
  d.place.unit = unit;
  d.count = count;
  d.message = fmt::format("“{}”在单位名录里不计入汇总{}，它的 {}没有计入", unit,
                          reason.empty() ? "" : "（" + reason + "）", what);
  return d;
}

}  // namespace nianbao
