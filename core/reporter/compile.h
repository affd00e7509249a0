// The ledgers of a workspace become the year's figures: intake pushes records into cubes, cubes and units'
// own tables add up to tables 二, 三 and 四. What was counted how is said in the conventions.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/working_days.h"
#include "cube/case_cube.h"
#include "cube/disclosure_cube.h"
#include "cube/request_cube.h"
#include "figures/figures.h"
#include "model/unit_register.h"
#include "reporter/workspace.h"
#include "rules/rule_book.h"

namespace nianbao {

// Told what is being done, and how many rows of it: for a progress line.
using Progress = std::function<void(const std::string& stage, std::int64_t rows)>;

// The tables of one unit, from its records and its own tables.
struct UnitTablesOfYear {
  std::optional<Table2> table2;
  std::optional<Table3> table3;
  std::optional<Table4> table4;
};

struct Compilation {
  Figures figures;
  std::optional<Figures> previous;
  std::string previous_file;
  UnitRegister units;
  std::vector<UnitTables> unit_tables;              // as filed
  std::map<std::string, UnitTablesOfYear> by_unit;  // for the unit sheets
  std::vector<Task> tasks;
  Date tasks_as_of{};                 // the day on which they were judged
  std::vector<Activity> activities;   // that concern the year
  std::vector<ReviewCase> reviews;    // that count, each with its result on 31 December; once the
                                      // report is written, with `reason` only where the report prints it
  std::vector<CarriedIn> carried_in;  // only when last year's open_ids are there
  bool has_applicants = false;        // the request ledger has names or references of applicants
  std::map<std::string, SectionText> texts;
  std::set<std::string> explained;    // tables and items that are blank because of a finding already made
  std::vector<Place> local_headings;  // of packs, that a ledger has: the lines of the packs that say so
  std::vector<std::string> notes;     // what became of the rows of each ledger, for the provenance sheet
};

// `calendar`: the working days by which the legal clock runs.
TaskFigures task_figures(const TaskCube& cube);
ActivityFigures activity_figures(const ActivityCube& cube);

Compilation compile(const Workspace& workspace, const WorkingDays& calendar, const Progress& progress,
                    Diagnostics& diagnostics);

// N-05: `what` of a unit that the register leaves out was not counted.
Diagnostic not_counted(const UnitRegister& units, const std::string& unit, const std::string& what,
                       std::int64_t count);

}  // namespace nianbao
