#include <unordered_map>

#include "cli/show.h"

namespace nianbao {

std::string english_rule(const std::string& code) {
  static const std::unordered_map<std::string, const char*> kRules = {
      {"T2-01", "a body without the power to make them reports regulations"},
      {"T2-02", "documents in force are fewer than issued minus repealed"},
      {"T3-01", "received plus carried in does not equal total plus carried out"},
      {"T3-02", "the outcomes do not add up to the total"},
      {"T3-03", "the six applicants do not add up to the total column"},
      {"T3-04", "a high share of other outcomes"},
      {"T4-01", "the four results do not add up to the total"},
      {"T4-02", "last year's pending cases exceed this year's total"},
      {"V-01", "a blank where the form asks for a number"},
      {"V-02", "not a count: negative, not whole, or not a number"},
      {"V-03", "an identity that cannot be checked because an operand is blank"},
      {"Y-01", "carried in does not equal last year's carried out"},
      {"Y-02", "documents in force do not follow from last year's, issued and repealed"},
      {"Y-03", "five times or a fifth of last year's figure"},
      {"Y-04", "carried-in applications and last year's open ones differ"},
      {"X-05", "a placeholder is left in the text"},
      {"F-01", "a character without a glyph in any font"},
      {"R-01", "closed before it was received"},
      {"R-02", "an outcome without a closing date"},
      {"R-03", "a closing date without an outcome"},
      {"R-04", "the same number twice"},
      {"R-05", "unknown outcome"},
      {"R-06", "unknown applicant"},
      {"R-07", "a needed cell is blank"},
      {"L-01", "unreadable date or number"},
      {"L-02", "a needed column is missing"},
      {"L-03", "text that cannot be decoded"},
      {"L-04", "a heading that only resembles a known one"},
      {"L-05", "the file is missing"},
      {"L-06", "the file or sheet is empty"},
      {"L-07", "not the format that its name says"},
      {"L-08", "the file is encrypted"},
      {"L-09", "the file is truncated or corrupt"},
      {"L-10", "over a limit"},
      {"L-11", "the path leaves the workspace"},
      {"L-12", "a folder, device or pipe in place of a file"},
      {"U-01", "unknown unit"},
      {"U-02", "one name for two units"},
      {"S-04", "a part of another year, scope or form"},
      {"S-02", "a unit is counted from its records and from its own tables"},
      {"C-01", "unknown key"},
      {"C-02", "wrong type or value"},
      {"M-01", "the rule pack cannot be loaded"},
      {"M-02", "the rule pack failed while running"},
      {"M-03", "the rule pack is over its budget"},
      {"M-04", "the rule pack needs a newer program"},
      {"N-01", "records outside the year were left out"},
      {"N-02", "an unknown key was not read"},
      {"N-03", "the column on carrying in contradicts the dates"},
      {"N-04", "due units without any record"},
      {"N-05", "rows of a unit that is not counted were left out"},
      {"N-06", "a section has neither text nor figures"},
      {"N-09", "decided cases without any date were counted"},
      {"N-08", "this version does not read it yet"},
  };
  const auto rule = kRules.find(code);
  return rule == kRules.end() ? "" : rule->second;
}

}  // namespace nianbao
