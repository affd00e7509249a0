// The table of phrases that ties words of prose to figures, as the packs have filled it, ready to be looked
// up; and what is known of the body that the prose speaks of.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/word_index.h"

namespace nianbao {

// One phrase of the table. `figures` are the readings of which one must hold; each names figures by their
// JSON names, several joined by " + " or " - "; ".*" at the end stands for the applicant of the context, else
// the total. A phrase with a `column` names an applicant of table 三 instead. With `wholes` it names a rate:
// its number is a percentage, and each reading goes with the whole of the same place, or with the only one.
struct Phrase {
  std::string word;
  std::vector<std::string> figures;
  std::vector<std::string> columns;      // "enterprise", or several that are added
  std::vector<std::string> units;        // measure words it goes with; "" where none follows
  std::vector<std::string> needs = {};   // one of these must stand in the paragraph; empty: nothing needed
  std::vector<std::string> wholes = {};  // what a rate is a part of
  bool denies = false;                   // says, without a number, that the figure is 0
  // A figure that begins so must have been counted before in the sentence: “行政复议8件，维持4件”; empty:
  // none.
  std::string goes_on = {};

  // Says how many: neither an applicant, nor a rate, nor a denial.
  bool is_count() const { return columns.empty() && is_tied(); }
  // Is tied to a number that stands beside it as a count.
  bool is_tied() const { return wholes.empty() && !denies; }
};

struct ProseContext {
  int year = 0;
  std::set<std::string> unit_names;  // a sentence that speaks of one of them is not of the whole body
  std::string issuer;                // nor is the body itself a unit
  bool is_collected = false;         // the figures are of many bodies: 本机关 is only one of them
};

class PhraseBook {
 public:
  PhraseBook(std::vector<Phrase> phrases, ProseContext context);

  // The longest phrase that `text` begins with; null where none does.
  const Phrase* at(std::string_view text) const;
  const WordIndex& unit_names() const { return unit_names_; }
  const ProseContext& context() const { return context_; }
  // All words that a phrase needs, each once.
  const std::set<std::string>& needed_words() const { return needed_words_; }

 private:
  std::vector<Phrase> phrases_;
  ProseContext context_;
  WordIndex words_, unit_names_;
  std::set<std::string> needed_words_;
};

}  // namespace nianbao
