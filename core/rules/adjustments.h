// What the packs of a chain change of the rules before them. A pack may raise a severity, declare an
// exception for one figure or unit with a reason, an approver and a last day, or drop a rule with a reason;
// it can do none of it silently: exceptions and drops are printed in the report's annex and kept in
// figures.json.
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
  void apply(Diagnostic& finding, const Date& today) const;
  // N-29 for every exception whose unit the register does not have under that name.
  void note_unknown_units(const UnitRegister& units, Diagnostics& diagnostics) const;
  // M-05 for every drop that gives no reason.
  void report_silent_drops(Diagnostics& diagnostics) const;
  // Exceptions and drops in words, one sentence each, in the order of the chain.
  std::vector<std::string> sentences(const Date& today) const;

  const std::vector<Adjustment>& all() const { return all_; }

 private:
  std::vector<Adjustment> all_;
};

// What is said of a rule of the program itself, behind its code.
inline constexpr const char* kKeptByHost = "由程序检查，规则包不能改";

// An exception or a drop as a sentence; empty for what is not printed.
std::string in_words(const Adjustment& adjustment, const Date& today);
bool has_expired(const Adjustment& exception, const Date& today);

}  // namespace nianbao
