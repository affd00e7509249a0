// A workspace is one body's year: report.toml and the files it names. It is read strictly: every key is
// known, every path stays inside, and all that is wrong is reported at once, by line.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "intake/ledgers.h"
#include "model/body.h"

namespace nianbao {

// A file that report.toml names: where it is, and how to speak of it.
struct NamedFile {
  std::string path;
  std::string shown_name;
};

struct Workspace {
  std::string folder;
  Body body;
  std::map<std::string, LedgerSource> ledgers;  // by ledger_names()
  std::set<std::string> lost_ledgers;           // named, but a file of theirs cannot be used
  std::optional<NamedFile> named_units;         // of the packs; used where the body has no 单位名录
  std::optional<Date> tasks_issued;             // when the 要点 were issued: 印发30日内
  std::optional<NamedFile> previous_figures;
  std::optional<std::vector<NamedFile>> previous_texts;  // the *.md of last year's folder, in order of names
  std::map<std::string, NamedFile> texts;                // by section_names()

  // Null when report.toml does not name the ledger, or none of its files can be used.
  const LedgerSource* ledger(const std::string& name) const;
};

// The keys of [ledgers] and of [text].
const std::vector<std::string>& ledger_names();
const std::vector<std::string>& section_names();

// Empty when report.toml is missing, is no TOML, or has an unknown key (C-01) or a wrong value (C-02): exit
// status 2. A named file that is missing (L-05) or leaves the workspace (L-11) is reported and left out; the
// rest goes on.
std::optional<Workspace> open_workspace(const std::string& folder, Diagnostics& diagnostics);

// One file of the workspace. Empty, with the reason reported at `line` of report.toml: L-05 missing, L-11
// outside, L-12 no regular file, C-02 no name.
std::optional<NamedFile> find_file(const std::string& folder, const std::string& name, std::int64_t line,
                                   Diagnostics& diagnostics);

// The *.md files of a folder of the workspace, in order of their names. Empty with the reason reported as by
// find_file; L-05 also for a folder without any.
std::optional<std::vector<NamedFile>> find_text_folder(const std::string& folder, const std::string& name,
                                                       std::int64_t line, Diagnostics& diagnostics);

// The files that one entry of [ledgers] names: a path, or a pattern with * or ? in its last part, either with
// "#sheet". Those that cannot be read are reported as by find_file and left out.
std::vector<LedgerFile> find_ledger_files(const std::string& folder, const std::string& entry,
                                          std::int64_t line, Diagnostics& diagnostics);

}  // namespace nianbao
