#include <unordered_map>

#include "base/host_codes.h"
#include "cli/show.h"

namespace nianbao {

std::string english_rule(const std::string& code) {
  if (const HostCode* own = find_host_code(code)) return own->in_english;
  // Of the national rules in Lua.
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
      {"X-01", "a number in the text contradicts the figure that its words name"},
      {"X-02", "a share or growth rate in the text does not recompute"},
      {"X-03", "section one has more than 1,000 characters"},
      {"X-04", "a paragraph is the same as last year's"},
      {"X-05", "a placeholder is left in the text"},
      {"X-06", "a section, or the statement on the processing fee, is missing"},
      {"X-07", "section five does not say what became of last year's problems"},
      {"D-01", "published after the day set for its kind"},
      {"N-06", "a section has neither text nor figures"},
      {"N-21", "a government's report lacks assessment, public appraisal or accountability"},
      {"N-26", "section one has this heading already; the text of its own file was not printed"},
  };
  const auto rule = kRules.find(code);
  return rule == kRules.end() ? "" : rule->second;
}

}  // namespace nianbao
