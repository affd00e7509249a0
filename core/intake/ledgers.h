// The ledgers of a workspace, read into records. One function per ledger; each takes the files of that
// ledger, finds the headings under title rows, applies the workspace's own heading names, and reports every
// fault by file, sheet, row and column (L-, R-, U-). A record with a fault in a needed cell is not handed on.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/report_year.h"
#include "model/extra_column.h"
#include "model/records.h"
#include "model/unit_register.h"

namespace nianbao {

// One entry of [ledgers]: a file, already checked to lie inside the workspace, and a sheet when "#sheet" was
// given.
struct LedgerFile {
  std::string path;        // to open
  std::string shown_name;  // to print: relative to the workspace
  std::string sheet;
};

// A heading that a locality uses for a canonical one, and where its pack says so.
struct LocalHeading {
  std::string heading, means;
  Place place;
};

struct LedgerSource {
  std::vector<LedgerFile> files;
  std::map<std::string, std::string> fields;  // own heading -> canonical heading ([fields.LEDGER])
  std::vector<LocalHeading> headings = {};    // of the packs
  std::vector<ExtraColumn> extra = {};        // of the packs; of the request ledger alone
};

// What the ledgers of tasks and activities are read against.
struct LedgerBasis {
  const UnitRegister& units;                  // expands groups of units where it is not empty
  ReportYear year;                            // of deadlines that name none
  std::optional<Date> issued = std::nullopt;  // when the 要点 were issued: 印发30日内
  std::optional<Date> as_of = std::nullopt;   // the report's date: nothing is completed later
};

// What became of a ledger's rows.
struct LedgerOutcome {
  bool readable = true;       // false: a file or its headings could not be read, so its figures are null
  std::int64_t rows = 0;      // data rows seen
  std::int64_t left_out = 0;  // rows that were not handed on because of an error
  std::vector<std::string> columns;   // canonical headings found in at least one file
  std::vector<Place> local_headings;  // LocalHeading::place of those found in at least one file
  std::vector<Place> read_sheets;     // of workbooks
  std::vector<Place> other_sheets;    // visible tables that are not this ledger
  std::set<std::string> faulty;       // disclosures: keys of the items that rows were left out of
};

// Needs 申请编号, 受理单位, 申请人类型, 收到日期, 答复日期 or 办结日期, 办理结果. Streams: `take` is called
// row by row with a record that is valid only during the call. Units are resolved through `units` when it is
// not empty (U-01). Duplicate ids within a unit are found at any size in fixed memory, by reading the
// files again: the records themselves have been handed on by then.
LedgerOutcome read_requests(const LedgerSource& source, const UnitRegister& units,
                            const std::function<void(const Request&, const Place&)>& take,
                            Diagnostics& diagnostics);

// The same files once more, for what a first reading has no place for. Their faults were reported then.
void read_requests_again(const LedgerSource& source, const UnitRegister& units,
                         const std::function<void(const Request&, const Place&)>& take);

// What the request ledger says of who applied; texts live until the call returns, and are empty where nothing
// is said.
struct ApplicantCells {
  std::string_view name, reference;  // 申请人姓名, 申请人代号
};

// Reads the files again for these two columns alone: to find applicants in texts that are to be published
// (P-01), and for nothing else. Nobody may keep or show them. Faults were reported by read_requests.
void read_applicants(const LedgerSource& source,
                     const std::function<void(const ApplicantCells&, const Place&)>& take);

// Needs 案号, 单位, 类别, 结果. Every instance (审级) of a case is handed on; the same instance twice is
//
LedgerOutcome read_reviews(const LedgerSource& source, const UnitRegister& units,
                           std::vector<ReviewCase>& cases, Diagnostics& diagnostics);

// Needs 单位 and 项目 and, by item, the columns it uses; the columns it does not use may hold anything.
LedgerOutcome read_disclosures(const LedgerSource& source, const UnitRegister& units,
                               std::vector<Disclosure>& rows, Diagnostics& diagnostics);

// Long form: 单位, 表, 行, 列, 值. Rows and columns by label, short label or figures.json key.
LedgerOutcome read_unit_tables(const LedgerSource& source, const UnitRegister& units,
                               std::vector<UnitTables>& tables, Diagnostics& diagnostics);

// Needs 具体要求 (or 工作任务, 二级任务), 牵头部门 or 责任单位, 状态. A row that holds only "一、…" or
// "（一）…" is no task: it names the 一级任务 or 二级任务 of the rows below it that have none of their own.
LedgerOutcome read_tasks(const LedgerSource& source, const LedgerBasis& basis, std::vector<Task>& tasks,
                         Diagnostics& diagnostics);

// Needs 活动名称, 类别, 计划日期 or 举办日期. Activities of any year are handed on.
LedgerOutcome read_activities(const LedgerSource& source, const LedgerBasis& basis,
                              std::vector<Activity>& activities, Diagnostics& diagnostics);

// Needs 单位名称. A unit is registered although its row has a fault, so that its records are not all U-01.
// Also for a list of names (model/unit_register.h), which has the same form.
LedgerOutcome read_units(const LedgerSource& source, UnitRegister& units, Diagnostics& diagnostics);

}  // namespace nianbao
