// Against last year: “较上年增长12.5%”, “比上年增加306件”, “较上年306件增长27%”, “由上年的80件增加到100件”.
// Words of change are read, or their number is left alone: it is never a count of this year.
#pragma once

#include "rules/prose_counts.h"

namespace nianbao {

// A word of change right before a number, and what it is compared with.
struct ChangeWords {
  std::size_t begin = 0;        // of the word of change
  std::size_t subject_end = 0;  // where the words before it end that may name what changed
  std::size_t subject_from = 0;
  bool is_compared = false;  // last year is named
  bool falls = false;
  bool reaches = false;  // 增加到
  bool is_weak = false;  // 多, 少: mean it only where last year is named
};

std::optional<ChangeWords> find_change(const Sentence& sentence, std::size_t from, std::size_t at);

class ChangeReader {
 public:
  ChangeReader(Sentence& sentence, CountReader& counts, std::vector<ProseClaim>& claims)
      : sentence_(sentence), counts_(counts), claims_(claims) {}

  // False: the mark does not speak of a change.
  bool read(std::size_t mark);
  // The claim that the mark, with these words before it, makes of the subject.
  bool claim(std::size_t mark, const ChangeWords& words, Subject subject);

 private:
  bool read_last_year(std::size_t mark);
  std::optional<Subject> find_subject(std::size_t mark, std::size_t from, std::size_t end);
  void add_counts_before(std::size_t mark, ProseClaim& claim) const;

  Sentence& sentence_;
  CountReader& counts_;
  std::vector<ProseClaim>& claims_;
};

}  // namespace nianbao
