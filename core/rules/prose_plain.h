// Whether a clause says, up to a place, nothing but “this year, the whole body, in total”: 全年全区共, 我区,
// 其中, a comparison, other counts. A word that is not known there may be anything (延期, 不予, 某局,
// 30日内), and what follows it in the clause is then not tied to a figure of the whole. The vocabulary is
// closed on purpose: an unknown word makes a miss, never a false alarm.
//
// The sentence is walked once; what is asked later was noted then.
#pragma once

#include <cstddef>
#include <vector>

#include "rules/phrase_book.h"

namespace nianbao {

class Sentence;

class PlainClauses {
 public:
  PlainClauses() = default;
  // `before`: the row that the sentence before spoke of last; may be null.
  PlainClauses(const Sentence& sentence, const Phrase* before);

  // Whether phrases that are tied together, the first of them at this place in the list of occurrences, speak
  // of the whole.
  bool is_plain(std::size_t occurrence) const { return plain_[occurrence]; }
  // Whether the clause of this place is plain up to it.
  bool is_plain_at(std::size_t at) const;
  // Whether a count that ends here ends what is said of it: 件， and 件申请。, not 件的单位, 3个单位.
  static bool ends_at(const Sentence& sentence, std::size_t at);

 private:
  struct Clause {
    std::size_t begin = 0, plain_until = 0;
  };
  std::vector<bool> plain_;  // of each occurrence
  std::vector<Clause> clauses_;
};

// Whether numbers of `part` may be a part of what `whole` counts: 予以公开 of 办结, 自然人 of 新收.
bool may_be_part(const Phrase& whole, const Phrase& part);

}  // namespace nianbao
