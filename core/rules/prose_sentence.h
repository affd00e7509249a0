// One sentence as it is read: its numbers, the phrases in it, the comparisons with last year, and which
// phrases stand so close to a place that they are tied to a number there. Places are bytes of the sentence.
#pragma once

#include <string_view>
#include <vector>

#include "base/number_text.h"
#include "rules/phrase_book.h"
#include "rules/prose_plain.h"
#include "rules/prose_scope.h"

namespace nianbao {

struct Occurrence {
  std::size_t begin = 0, end = 0;
  const Phrase* phrase = nullptr;
  bool is_column() const { return !phrase->columns.empty(); }
};
using Tie = std::vector<const Occurrence*>;  // in order; empty: nothing is tied

// A number, or a bound place with the measure word behind it.
struct Mark {
  std::size_t begin = 0, after = 0;
  const NumberMention* number = nullptr;  // null for a bound place
  std::string_view unit;
  bool percent = false;
};

class Sentence {
 public:
  // `met`: the words that phrases may need and that the paragraph holds. The book must outlive the sentence.
  // `before`: the row that the sentence before spoke of last, where this one goes on with it; else null.
  Sentence(std::string_view text, const PhraseBook& book, const std::set<std::string>& met,
           const Phrase* before);
  Sentence(const Sentence&) = delete;
  Sentence& operator=(const Sentence&) = delete;

  std::string_view text() const { return text_; }
  std::string_view between(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }
  int year() const { return year_; }
  const std::vector<Mark>& marks() const { return marks_; }
  const std::vector<Occurrence>& occurrences() const { return occurrences_; }
  const std::vector<TextSpan>& comparisons() const { return comparisons_; }
  const ProseScope& scope() const { return scope_; }
  ProseScope& scope() { return scope_; }

  // Where the text before a mark begins: behind the mark before it.
  std::size_t from(std::size_t mark) const { return mark == 0 ? 0 : marks_[mark - 1].after; }
  std::size_t until(std::size_t mark) const {
    return mark + 1 < marks_.size() ? marks_[mark + 1].begin : text_.size();
  }

  // The phrases right before a place, none of them before `from`: the last one, and those joined to it.
  Tie tied_before(std::size_t at, std::size_t from) const;
  // The phrase right behind a mark, unless it belongs to the next one.
  Tie tied_behind(std::size_t mark) const;
  // Words of no meaning of their own, and brackets that say what is included.
  bool is_glue(std::size_t begin, std::size_t end) const;
  // The length of a bracket “（含上年结转）” at this place; else 0.
  std::size_t carried_bracket(std::size_t at) const;
  // The length of the comparison that begins at this place; else 0.
  std::size_t comparison_size(std::size_t at) const;
  // Whether the clause speaks of the whole body until the first of these phrases.
  bool is_plain(const Tie& tied) const {
    return plain_.is_plain(static_cast<std::size_t>(tied.front() - occurrences_.data()));
  }
  // A number that nothing ties, of other things: those that follow it may be theirs.
  bool leads_elsewhere(const Mark& mark) const;
  // The length of the name of the body itself at this place, or of its place: 某市某区; else 0.
  std::size_t issuer_size(std::size_t at) const;
  // The first phrase that begins at `at` or later.
  std::vector<Occurrence>::const_iterator first_phrase(std::size_t at) const;
  // A number that only qualifies other words, or stands in a quotation.
  bool is_beside_the_point(const Mark& mark) const;

 private:
  void find_phrases(const PhraseBook& book, const std::set<std::string>& met);
  void find_marks();
  std::vector<TextSpan> known_spans() const;
  bool goes_with(const Occurrence& left, const Occurrence& right, std::string_view between) const;

  std::string_view text_;
  std::string_view issuer_;
  int year_;
  std::vector<NumberMention> numbers_;
  std::vector<Occurrence> occurrences_;
  std::vector<Mark> marks_;
  std::vector<TextSpan> comparisons_;
  ProseScope scope_;
  PlainClauses plain_;
};

}  // namespace nianbao
