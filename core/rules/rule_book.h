// The rules of one locality: a chain of Lua packs (national -> … -> the locality), loaded once, asked for
// findings and for the report. The only door to Lua; a pack that fails is a finding (M-01 … M-05) and the
// others go on.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "figures/figures.h"
#include "model/body.h"
#include "model/records.h"
#include "model/unit_register.h"
#include "report/document.h"
#include "rules/pack_field.h"
#include "rules/phrase_book.h"
#include "rules/written_report.h"

namespace nianbao {

enum class RuleMode { build, verify };

// A carried-in application with its place in the ledger (for Y-04).
struct CarriedIn {
  std::string unit, id;
  Place place;
};

// What a compiler wrote for one section of the report.
struct SectionText {
  std::string file;  // as shown to her
  std::string raw;   // the Markdown with its places filled in, line by line as she wrote it
  std::vector<Block> blocks;
  std::string masked = {};   // the Markdown with every place as one byte 0x02; empty where it has no places
  std::string written = {};  // the Markdown as she wrote it; empty where it has no places
};

// The official tables of one unit, from its records or as it filed them.
struct UnitFigures {
  std::string unit;
  std::optional<Table2> table2;
  std::optional<Table3> table3;
  std::optional<Table4> table4;
};

// A paragraph that stood in last year's text, word for word.
struct RepeatedParagraph {
  std::string section, file;
  int line = 0;
};

// One application of the year, as it streams by; valid only during the call.
struct RequestRecord {
  const Request& request;
  const Place& place;
  bool carried_in = false, carried_out = false;
};
using RequestSink = std::function<void(const RequestRecord&)>;

// Everything rules may look at. Pointers may be null; nothing is owned.
struct RuleInput {
  RuleMode mode = RuleMode::build;
  const Body* body = nullptr;
  const Figures* figures = nullptr;
  const Figures* previous = nullptr;
  std::string previous_file;
  std::vector<CarriedIn> carried_in;  // empty unless request records and last year's open_ids are there
  const std::vector<UnitTables>* unit_tables = nullptr;  // as filed, for the T and V checks of each
  const std::vector<Task>* tasks = nullptr;              // null where no ledger was given
  const std::vector<Activity>* activities = nullptr;     // those of the year; null where no ledger was given
  const std::vector<ReviewCase>* reviews = nullptr;      // that count, as of 31 December; null without ledger
  Date task_day;                                         // on which tasks are judged
  std::map<std::string, Chart> charts;  // "times", "days", "tasks", "activities", as far as there are figures
  const UnitRegister* units = nullptr;  // 单位名录; null or empty where none was given
  std::vector<UnitFigures> by_unit;     // the tables of each unit that counts, in the order of 单位名录
  std::set<std::string> unit_names;     // of 单位名录: a sentence that names one is not of the whole body
  std::vector<std::string> conventions;      // of the counting and of the packs
  std::vector<std::string> exceptions;       // of the packs: exceptions and dropped rules
  std::vector<std::string> changes;          // of the packs: headings, days and phrases; conventions, too
  std::map<std::string, SectionText> texts;  // section -> text: overview disclosure requests management
                                             // platforms supervision problems other
  std::vector<RepeatedParagraph> repeated;   // in order of the sections and lines
  bool has_previous_text = false;            // last year's text is known
  std::optional<std::vector<WrittenBlock>> document;  // the finished report; absent before that and in verify
  // Hands on every application that counts, in the order of the ledger; empty where there is no ledger.
  // Called only when a check asks for records.
  std::function<void(const RequestSink&)> stream_requests;
  std::vector<ExtraColumn> request_extra;  // of Request::extra
  // "table2" … "table4", "table2.penalty", "report": blank or not whole, and why is already a finding.
  std::set<std::string> explained;
};

struct PackInfo {
  std::string id, name, version, sha256, folder;
  std::string extends;  // empty for national
  std::string prefix;
};

// Of its body, else the last day of the figures' year.
Date report_day(const RuleInput& input);

// What the chain makes of one rule.
struct RuleCoverage {
  std::string code, title, pack;         // the pack that declares the rule; empty: the program itself
  Severity severity = Severity::error;   // as declared
  Severity tightened = Severity::error;  // as it is now
  bool is_dropped = false;
  int exceptions = 0;                     // that have not expired
  std::vector<std::string> remarks = {};  // exceptions and the reason of a drop, in words
};

class RuleBook {
 public:
  // Reads the manifests and Lua files of the chain that ends in `locality`. Empty with M-01 reported when the
  // chain cannot be formed; a single file that does not compile is M-01 and the rest of the chain still
  // works.
  static std::optional<RuleBook> load(const std::string& plugins_folder, const std::string& locality,
                                      Diagnostics& diagnostics);
  // The packs found below `plugins_folder`, without running any Lua.
  static std::vector<PackInfo> list(const std::string& plugins_folder);

  RuleBook(RuleBook&&) noexcept;
  RuleBook& operator=(RuleBook&&) noexcept;
  ~RuleBook();

  const std::vector<PackInfo>& packs() const;  // national first
  std::vector<Phrase> phrases() const;         // of all packs, which tie words of prose to figures

  // Runs every check of the chain.
  void check(const RuleInput& input, Diagnostics& diagnostics);

  // 济南市莱芜区人民政府2024年政府信息公开工作年度报告. Empty with M-02 reported when the pack's title
  // failed.
  std::string title(const RuleInput& input, Diagnostics& diagnostics);

  // The blocks of the report under its title: preface, six sections, 落款. A section that fails is M-02 or
  // M-03 and gives way to the definition that it replaces, else it is left out. M-02 where the list of
  // annexes and the annexes differ.
  std::vector<Block> report(const RuleInput& input, Diagnostics& diagnostics);
  // Whether an exception excused no finding of the checks that ran: then the report that was written with all
  // of them says too much.
  bool has_unused_exceptions() const;
  // The same report on an input that says less; empty where it cannot be written again as a whole. What is to
  // be found in it has been found.
  std::optional<std::vector<Block>> rewrite(const RuleInput& input);
  // Exceptions and changes of the input that no section printed, on a page at the end, with M-05 for the pack
  // that left them out.
  void complete_methods(const RuleInput& input, std::vector<Block>& blocks, Diagnostics& diagnostics) const;
  // M-05 where a pack left table 二, 三 or 四 out of `blocks`, changed, moved or doubled it.
  void require_official_tables(const Figures& figures, const std::vector<Block>& blocks,
                               Diagnostics& diagnostics) const;
  // Whether every section of the packs could be written; where not, why is a finding.
  bool report_is_whole() const;

  // Conventions that the packs declare, for the methods note and figures.json.
  std::vector<std::string> conventions() const;
  // Phrases of packs that take the place of earlier ones, a sentence for each pack.
  std::vector<std::string> phrase_changes() const;
  // What the packs say of the ledgers' headings, in the order of the chain; a column of one heading once.
  std::vector<PackField> fields() const;
  // Exceptions and drops that the packs declare, one sentence each, as they stand on the day of the report.
  std::vector<std::string> exceptions(const Body& body) const;
  // Those that say something of this report: the drops, and the exceptions that excused a finding.
  std::vector<std::string> exceptions_in_use(const Body& body) const;
  // The rules of the packs before the last, as the chain leaves them on that day; then the program's own,
  // which no pack changes.
  std::vector<RuleCoverage> coverage(const Date& today) const;

 private:
  struct State;
  explicit RuleBook(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace nianbao
