// What the packs of a chain change of the rules before them. A pack may raise a severity, declare an
// exception for one figure or unit with a reason, an approver and a last day, or drop a rule with a reason;
// it can do none of it silently: drops, and exceptions that excused something in this run, are printed in the
// report's annex and kept in figures.json; what an exception excuses is known once the checks have run.
//
// An exception hides nothing: what it covers stays a finding, as a note that names it. After its last day,
// seen from the day of the report, it has no effect.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/date_text.h"
#include "model/unit_register.h"

namespace nianbao {

enum class AdjustmentKind { tighten, except, drop };

struct Adjustment {
  AdjustmentKind kind = AdjustmentKind::tighten;
  std::string pack;                     // that declares it
  std::string rule;                     // the code of an earlier pack's check
  std::string cell, unit;               // what an exception is for: one or both. "table3.total.*": all below
  std::string reason, approver;         // of an exception both; of a drop the reason
  Severity severity = Severity::error;  // that tighten asks for at least
  std::optional<Date> expires;          // the last day of an exception
  Place place;                          // where the pack says so
};

class Adjustments {
 public:
  void add(std::vector<Adjustment> of_pack);

  // Whether the rule is not to run. A drop without a reason counts for nothing.
  bool is_dropped(const std::string& rule) const;
  // Raises or excuses one finding; `today` is the day of the report.
  void apply(Diagnostic& finding, const Date& today);
  // N-29 for every exception whose unit the register does not have under that name.
  void note_unknown_units(const UnitRegister& units, Diagnostics& diagnostics) const;
  // N-29 for every other exception that excused nothing since it was declared, with what findings of its rule
  // say in place of its cell and unit.
  void note_unused(const UnitRegister* units, Diagnostics& diagnostics) const;
  bool has_unused() const;
  // M-05 for every drop that gives no reason.
  void report_silent_drops(Diagnostics& diagnostics) const;
  // Exceptions and drops in words, one sentence each, in the order of the chain.
  std::vector<std::string> sentences(const Date& today) const;
  // Without the exceptions that excused nothing.
  std::vector<std::string> sentences_in_use(const Date& today) const;

  const std::vector<Adjustment>& all() const { return all_; }

 private:
  // What became of an adjustment in this run.
  struct Use {
    bool excused = false;        // a finding
    bool matched = false;        // a finding, if only after the last day
    std::optional<Place> other;  // of the first finding of its rule that it does not cover
  };
  std::vector<std::string> say(const Date& today, bool only_in_use) const;

  std::vector<Adjustment> all_;
  std::vector<Use> uses_;  // of each of them
};

// What is said of a rule of the program itself, behind its code.
inline constexpr const char* kKeptByHost = "由程序检查，规则包不能改";

// An exception or a drop as a sentence; empty for what is not printed.
std::string in_words(const Adjustment& adjustment, const Date& today);
bool has_expired(const Adjustment& exception, const Date& today);

}  // namespace nianbao
