// One pack at work: its own interpreter, what it registered, and the running of its checks and sections.
//
// Packs share no Lua value, so none can reach into another. A pack that ran out of memory or budget starts
// again from its files before the next call: what a failed check left behind cannot harm the ones after it.
// Stopped kMostStops times, or over what all its calls may take together (work_account.h), it is given up for
// the run: its rules are left out with one finding, and those of the other packs go on.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rules/adjustments.h"
#include "rules/api.h"
#include "rules/lua_claims.h"
#include "rules/lua_state.h"
#include "rules/pack_chain.h"
#include "rules/pack_field.h"
#include "rules/rule_book.h"
#include "rules/work_account.h"

namespace nianbao {

struct CheckRule {
  std::string code, title, basis;
  Severity severity = Severity::error;
  int function = 0;  // reference in the registry
  int each = 0;      // of a check that reads records
};

struct SectionRule {
  std::string id;
  std::string after;  // the section behind which a new one stands; empty: at the end
  int function = 0;
  int each = 0;  // of a section that reads records
  Place place;   // where it is registered
};

// A check or section that reads records, while the ledger streams.
struct RecordReader {
  int each = 0, state = 0;  // references
  bool has_ended = false;   // it failed on a record
  std::string what;         // in words
  CheckRule check;          // of a check; its code is empty for a section
};
enum class RecordPhase { sections, checks };

// A check of a pack earlier in the chain.
struct KnownRule {
  std::string pack;
  Severity severity = Severity::error;
};
using KnownRules = std::map<std::string, KnownRule>;  // by code

// Of the packs before one in the chain.
struct EarlierPacks {
  KnownRules rules;
  PackScripts scripts;                       // "national/asks.lua", for include
  std::map<std::string, std::string> words;  // of phrase -> pack
};

// task_document { … }: the table, as a reference in the registry, and the line on which it stands.
struct TaskDeclaration {
  int table = 0;
  int line = 0;
};

// What a pack registers while its files run.
struct PackRegistry {
  std::vector<CheckRule> checks;
  std::vector<SectionRule> sections;
  std::vector<std::string> conventions;
  std::vector<Phrase> phrases;
  std::vector<Adjustment> adjustments;
  std::vector<PackField> fields;
  std::optional<TaskDeclaration> task_document;  // of tasks.lua
};

// A name in doc:attachments, or one that doc:annex did not find there.
struct AnnexCall {
  bool is_listed = false;
  std::string name;
  std::string pack;
  Place place;  // of the call
};

// What a running function may write to. `base` runs the section that this one replaces; false when it failed.
struct RuleRun {
  const RuleInput* input = nullptr;
  Diagnostics* diagnostics = nullptr;
  std::vector<Block>* blocks = nullptr;
  std::string* title = nullptr;
  std::function<bool()> base;
  Adjustments* adjustments = nullptr;
  std::vector<AnnexCall>* annexes = nullptr;
  bool has_called_base = false;
  bool has_earlier = false;  // of a section: a definition before this one, printed where this one fails
};

class PackRuntime {
 public:
  // `before`: what the packs before this one give it.
  PackRuntime(const Pack& pack, const EarlierPacks& before, const LuaLimits& limits);

  // Runs fields.lua, checks.lua and report.lua, those that are there. A file that fails is M-01, M-02 or
  // M-03; the others still count.
  void start(Diagnostics& diagnostics);
  // Runs one other file of the pack in their place. False when it failed.
  bool start_file(const std::string& file, Diagnostics& diagnostics);
  lua_State* lua() const { return lua_->get(); }

  const Pack& pack() const { return pack_; }
  const PackRegistry& registry() const { return registry_; }
  PackRegistry& registry() { return registry_; }
  const KnownRules& known_rules() const { return before_.rules; }
  // The earlier pack that has a phrase for the word; null where none has.
  const std::string* owner_of_word(const std::string& word) const;
  // Whether its report.lua, with what it includes, could be read to the end.
  bool has_whole_report() const { return has_whole_report_; }
  // The code of a file, by its name in this pack, or "pack/name" in an earlier one; null where there is none.
  const std::string* find_script(const std::string& file) const;
  // "plugins/laiwu/checks.lua" for the chunk "laiwu/checks.lua".
  std::string shown_source(const std::string& chunk) const;

  // Its calls from here on are on a new account; what sections handed over is taken back.
  void start_again();
  // Before the first call on a new input. `claims` may be null, and must outlive the calls.
  void bind(const RuleInput& input, const TextClaims* claims);
  bool run_check(std::size_t index, RuleRun& run);
  bool run_section(std::size_t index, RuleRun& run);

  // Checks and sections that read records: begin_records, then take_record for each, then run_check or
  // run_section. The state of each is a table that lives from the first record to its run; one that fails on
  // a record is over.
  bool reads_records(RecordPhase phase) const;
  void begin_records(RecordPhase phase);
  void take_record(const RequestRecord& record, RuleRun& run);

  // N-28, once for each function that another one replaces, at the line that first called it.
  void note_replaced(const ApiFunction& function, Place place);
  // The notes since the last call.
  std::vector<Diagnostic> take_notes() { return std::exchange(notes_, {}); }

  // For the functions that the host gives to Lua.
  static PackRuntime& of(lua_State* lua);
  RuleRun* current_run() { return run_; }
  const CheckRule* current_check() const { return check_; }
  Diagnostic& pending_finding() { return finding_; }
  Paragraph& pending_paragraph() { return paragraph_; }
  Table& pending_table() { return table_; }
  Phrase& pending_phrase() { return phrase_; }
  Adjustment& pending_adjustment() { return adjustment_; }
  PackField& pending_field() { return field_; }
  bool is_loading() const { return !loading_.empty(); }
  // The file that start_file runs; empty where the files of a report are run.
  const std::string& only_file() const { return only_file_; }
  // A file that was included by the one that loads has failed, as lua_->last_failure() says.
  void report_include(const std::string& chunk, const std::string& code);
  // It was included again.
  void note_include(const std::string& file);

 private:
  void open();
  bool load_file(const std::string& file, Diagnostics& diagnostics);
  void load_files(Diagnostics& diagnostics);
  void stop(const LuaFailure& failure, Diagnostics& diagnostics);
  void say_given_up(const std::string& why, Diagnostics& diagnostics) const;
  void give_up();
  void set_limits();
  void bind_input();
  void require_account(int function, const std::string& what, Diagnostics& diagnostics);
  void find_definition(int function, LuaFailure& failure) const;
  bool call(int function, bool with_document, const std::string& what, RuleRun& run);
  static std::string section_key(const std::string& id);
  bool has_ended(const std::string& key) const;
  void push_state(const std::string& key);
  void call_each(RecordReader& reader, const RequestRecord& record, RuleRun& run);
  void forget_reader(const std::string& key);
  void end_readers(const std::string& stopped, Diagnostics& diagnostics);
  void report_file(const LuaFailure& failure, const std::string& chunk, const std::string& code);
  std::string_view line_of_failure(const LuaFailure& failure) const;
  void report(const LuaFailure& failure, const std::string& subject, Diagnostics& diagnostics,
              const std::string& consequence = "其他检查和章节不受影响") const;

  Pack pack_;
  EarlierPacks before_;
  LuaLimits limits_;
  WorkAccount account_;
  std::unique_ptr<LuaState> lua_;  // null once the pack is given up
  PackRegistry registry_;
  const RuleInput* input_ = nullptr;
  const TextClaims* claims_ = nullptr;
  int context_ = 0;  // reference to ctx
  RuleRun* run_ = nullptr;
  const CheckRule* check_ = nullptr;
  std::string loading_;  // the file that loads
  Diagnostics* loading_diagnostics_ = nullptr;
  std::set<std::string> unloaded_;  // included files that failed, as chunks
  std::string only_file_;
  bool has_whole_report_ = true;
  std::set<std::string> broken_files_;  // left too much behind: not run again
  int stops_ = 0;
  bool is_given_up_ = false;
  std::map<std::string, RecordReader> readers_;  // of the running phase: by code, sections by section_key
  std::string section_;                          // that runs
  std::int64_t records_taken_ = 0;
  std::int64_t record_steps_ = 0;   // used by all of them
  std::set<std::string> replaced_;  // functions that the pack has been told of
  std::vector<Diagnostic> notes_;
  // Held here because an error in Lua jumps over destructors.
  Diagnostic finding_;
  Paragraph paragraph_;
  Table table_;
  Phrase phrase_;
  Adjustment adjustment_;
  PackField field_;
};

}  // namespace nianbao
