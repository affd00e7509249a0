// Phrases that are tied to a number become the figures it claims: rows and applicants put together, what is
// added added, and left open what the prose leaves open. Remembers what each number of the sentence was of,
// for the shares and the growth that follow it.
#pragma once

#include <optional>

#include "rules/prose_claims.h"
#include "rules/prose_sentence.h"

namespace nianbao {

// What a number was of.
struct Subject {
  ProseClaim count;            // its words, readings and text
  const Phrase* phrase;        // whose measure words it takes
  bool is_compared = false;    // last year has been spoken of since
  bool is_right_here = false;  // the mark is the count itself, not a share or growth of it
  std::string own_before = {};
};

// What goes on from one sentence to the next that begins with 其中.
struct ProseThread {
  const Phrase* row = nullptr;            // of table 三, to which an applicant named later belongs
  std::vector<const Phrase*> applicants;  // that were spoken of, each once
};

class CountReader {
 public:
  CountReader(const Sentence& sentence, ProseThread& thread);

  // “征地拆迁类申请94件，办结88件”, “上年结转18件，答复18件”: the number before is of some requests only, and
  // this one may be of these. Also true where the phrase goes on with what has not been counted: 维持4件.
  bool goes_on_with_some(const Tie& tied) const;

  // The place and the text of a number, with 约 and the like before it.
  ProseClaim claim_at(const Mark& mark) const;
  // Nothing but the whole body is spoken of up to these phrases.
  bool speaks_of_whole(const Tie& tied) const {
    return sentence_.is_plain(tied) && !sentence_.scope().is_of_others(tied.front()->begin);
  }
  // The phrases before or behind the mark.
  Tie find_tie(std::size_t mark) const;
  // What the phrases claim of the mark; empty where its measure word is another.
  std::optional<Subject> read(std::size_t mark, const Tie& tied);
  // The same whatever the measure word. No readings where the row of an applicant is not known.
  Subject make(std::size_t mark, const Tie& tied);
  bool takes_unit(const Phrase& phrase, std::string_view unit) const;

  const std::optional<Subject>& subject_at(std::size_t mark) const { return subjects_[mark]; }
  void set_subject(std::size_t mark, Subject subject) { subjects_[mark] = std::move(subject); }
  // Rows named until here are passed.
  void pass_rows(std::size_t until);
  // The applicants of the sentence go on, too.
  void end_sentence();

 private:
  bool has_counted(std::string_view head) const;  // a figure whose name begins so
  void add_readings(const std::vector<const Phrase*>& rows, const std::vector<std::string>& columns,
                    ProseClaim& claim) const;
  void add_applicants_before(std::size_t mark, std::size_t at, const std::vector<const Phrase*>& rows,
                             ProseClaim& claim) const;
  bool says_request(std::size_t mark, const Tie& tied) const;
  static void add_request_readings(const std::vector<std::string>& columns, ProseClaim& claim);
  void include_carried_in(std::size_t mark, std::size_t begin, const std::vector<std::string>& columns,
                          ProseClaim& claim) const;

  const Sentence& sentence_;
  ProseThread& thread_;
  std::vector<std::optional<Subject>> subjects_;
  std::vector<std::size_t> among_;  // the places of 其中
  bool may_include_carried_in_ = false;
  std::set<std::string, std::less<>> counted_;  // the figures that numbers of this sentence were of
  std::size_t passed_ = 0;
};

// "甲.* + 乙 - 丙" as names, for each of the columns.
FigureNames figure_names(const std::string& figure, const std::vector<std::string>& columns);

}  // namespace nianbao
