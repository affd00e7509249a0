// One line of each ledger, as intake hands it on: checked, typed, and with the place it came from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/clock.h"
#include "calendar/date_text.h"
#include "model/cell.h"
#include "model/official_form.h"
#include "model/official_tables.h"
#include "model/task_status.h"

namespace nianbao {

// 依申请公开台账, one application. Only what table 三 and its checks need is filled by every ledger; the
// other fields are empty where the ledger has no such column. Applicants' names and references are never read
// into a record.
struct Request {
  std::string id;
  std::string unit;  // the unit's full name where a register is given
  Applicant applicant = Applicant::natural_person;
  Date received;
  std::optional<Date> replied;  // 答复日期
  std::optional<Date> ended;    // 办结日期, also beside a reply
  std::optional<Date> closed;   // 答复日期, else 办结日期
  std::optional<Row3> outcome;  // one of the 21; present exactly when closed is
  ClockEvents events;
  std::string channel, topic;             // 受理渠道, 事项类别; empty where nothing is said
  std::optional<bool> says_carried_in;    // 是否上年结转, a cross-check on the dates
  std::optional<Decimal> processing_fee;  // 元
  std::vector<std::string>
      extra;  // of the locality's own columns, in their order, as extra_cells.h reads them
};

// 复议诉讼台账, one case at one instance; a case may have several.
struct ReviewCase {
  std::string id;
  std::string unit;
  CaseKind kind = CaseKind::review;
  CaseResult result = CaseResult::pending;  // as the ledger says, whatever the year
  std::optional<Date> accepted;
  std::optional<Date> closed;
  bool co_defendant = false;  // 复议共同被告: not counted by the review body
  int instance_rank = 1;      // 审级: 1 一审 (also where nothing is said), 2 二审, 3 再审
  std::string reason = {};    // 原因; empty where nothing is said
  Place place;                // where its line stands
};

// 主动公开, one unit and item.
struct Disclosure {
  std::string unit;
  DisclosureItem item = DisclosureItem::regulation;
  std::array<Cell, kDocumentCounts> counts;  // 规章 and 行政规范性文件
  Cell decisions;                            // 行政许可, 行政处罚, 行政强制
  Amount charge;                             // 行政事业性收费, 万元
  Place place;                               // where its line stands
};

// The tables of a unit that keeps no case records: what it files is checked like a published report and
// added.
struct UnitTables {
  std::string unit;
  Place place;                          // where its first line stands
  std::map<std::string, Place> places;  // where each cell stands, by its name in figures.json
  std::optional<Table2> table2;
  std::optional<Table3> table3;
  std::optional<Table4> table4;
};

// 政务公开工作要点任务台账, one task.
struct Task {
  std::string number;              // 序号
  std::string area, part;          // 一级任务, 二级任务
  std::string text;                // 具体要求
  std::vector<std::string> leads;  // 牵头部门
  std::vector<std::string> units;  // 责任单位; in both, groups of units are resolved into their members
  std::string leads_text, units_text;  // 牵头部门 and 责任单位 as the ledger says
  std::string deadline_text;           // 完成时限 as the ledger says
  std::optional<Date> deadline;  // the last day in time; none for 长期坚持 and where nothing is said
  TaskStatus status = TaskStatus::not_started;  // a task with 完成时限 长期坚持 is `standing`
  std::optional<Date> done_on;                  // 完成日期
  std::string evidence, remark;                 // 佐证, 备注
  Place place;                                  // where its line stands
};

// 公开活动台账, one activity. It has a planned day, a day on which it was held, or both. A month as planned
// day is its last day.
struct Activity {
  std::string name;
  std::string kind;  // 类别: 政府开放活动, 培训, 听取汇报, 政策评价, 意见征集, 暗访检查 …
  std::vector<std::string> units;  // 主办单位, one or several; groups are resolved into their members
  std::string units_text;          // 主办单位 as the ledger says
  std::optional<Date> planned, held, ended;
  std::string planned_text;  // 计划日期 as the ledger says, where that is no day: “2024年8月”
  std::string form;          // 形式: 线下, 线上, 结合
  std::string interaction;   // 互动环节
  std::optional<bool> theme_collected;  // 主题征集
  Cell participants, opinions, adopted;
  std::optional<bool> feedback_published;  // 反馈公开: a link is a yes
  std::string feedback_link;
  Place place;
};

}  // namespace nianbao
