// What the program can do, one function per sub-command: the only caller of every room. Nothing is printed
// here; the command line shows the results.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "reporter/compile.h"

namespace nianbao {

struct Setup {
  std::string plugins_folder;             // of the rule packs
  std::vector<std::string> font_folders;  // the user's, first to be looked at
  Progress progress = [](const std::string&, std::int64_t) {};
};

// The end of a run. `status` is the exit status of the contract: 0 no error, 1 findings of severity error, 2
// usage or an input that stops the run, 3 a failure of the program or of a write.
struct Outcome {
  int status = 0;
  std::vector<Diagnostic> findings;
  std::int64_t errors = 0, warnings = 0;
  std::string failure;               // a sentence, when the run stopped without a finding to say why
  std::vector<std::string> written;  // paths, in order
};

// The packs that came with the program; empty when they cannot be found.
std::string default_plugins_folder();

// The formats of --format.
const std::vector<std::string>& format_names();

Outcome build_report(const std::string& workspace, const std::string& out,
                     const std::set<std::string>& formats, const Setup& setup);
Outcome check_workspace(const std::string& workspace, const Setup& setup);
Outcome verify_figures(const std::vector<std::string>& files, const std::optional<std::string>& previous,
                       const Setup& setup);

// The records behind one figure (`table3.refused.third_party.total`, `requests.overdue`), or the count of one
// application day by day (`request:2024-0017`, `request:UNIT/ID`). `line` gets what is found, line by line;
// of the outcome the findings are only those that stopped the run. Status 2 with `failure` for a place that
// is not there; 1 when the ledgers have errors, whose rows are not counted.
struct Explained {
  Outcome outcome;
  bool is_partial = false;
};
Explained explain_place(const std::string& workspace, const std::string& place, bool as_json,
                        const std::function<void(const std::string&)>& line, const Setup& setup);

// A document of tasks (政务公开工作要点) into a ledger of tasks. Status 2 when the document cannot be read or
// holds no task, and for an unknown locality; 1 when the locality's tasks.lua is wrong. Then nothing is
// written.
struct TaskLedgerOrder {
  std::string document, locality;
  std::string issued;  // --issued; empty: not given
  std::string out;     // the file to write
};
struct TaskLedger {
  Outcome outcome;
  std::size_t tasks = 0;
};
TaskLedger write_task_ledger(const TaskLedgerOrder& order, const Setup& setup);

// Versions, fonts, packs; or the structure of a PDF. Chinese lines; `failure` and status 2 when the PDF
// cannot be read.
struct Report {
  int status = 0;
  std::vector<std::string> lines;
  std::string failure;
};
Report describe_installation(const Setup& setup);
Report describe_pdf_file(const std::string& path);

// ---- the tools of those who write packs: `locality …`
struct LocalityReport {
  Outcome outcome;                 // its findings are those of loading the packs
  std::vector<std::string> lines;  // Chinese
};

// Every pack with its chain; runs no Lua.
LocalityReport list_localities(const Setup& setup);

// What the chain of `id` makes of every rule of the packs before it; `today` (ISO) decides which exceptions
// have expired.
LocalityReport cover_locality(const std::string& id, const std::string& today, const Setup& setup);

// Runs the cases in the pack's folder `cases`: status 1 when one differs from its expectation. With `accept`
// the expectations are written anew.
LocalityReport test_locality(const std::string& id, bool accept, const Setup& setup);

// A pack to start from, made out of the pack `_example`: complete, with a case. An empty `name` or `prefix`
// is derived from `id`.
struct NewLocality {
  std::string id, name, prefix;
  std::string extends = "national";
};
LocalityReport create_locality(const NewLocality& wanted, const Setup& setup);

// The interface that packs use: a page for people, or annotations for editors.
std::string interface_of_packs(bool as_annotations);

// problems.json.
std::string findings_as_json(const std::vector<Diagnostic>& findings);

}  // namespace nianbao
