// “予以公开、部分公开、不予公开分别为120件、30件、12件”: names and numbers go together in order. They must be
// as many, every name a phrase of the same kind; else none of the numbers is tied to anything.
#pragma once

#include "rules/prose_changes.h"
#include "rules/prose_shares.h"

namespace nianbao {

class ListReader {
 public:
  ListReader(const Sentence& sentence, CountReader& counts, std::vector<ProseClaim>& claims)
      : sentence_(sentence), counts_(counts), claims_(claims) {}

  // How many marks from this one on are of a list with 分别; 0: the mark begins none. `changes` and `shares`
  // make the claims of growth and shares.
  std::size_t read(std::size_t mark, ChangeReader& changes, ShareReader& shares);

 private:
  // Numbers with 分别 before them.
  struct List {
    std::size_t mark = 0, count = 0;                  // the first number, and how many
    std::size_t from = 0, names_end = 0, behind = 0;  // where the names may begin and end; behind 分别
    std::optional<ChangeWords> words;
    bool is_share = false;            // 占比分别为
    const Occurrence* row = nullptr;  // “分别新收”: of what the applicants named before are
  };
  std::optional<List> find_list(std::size_t mark) const;
  static bool is_share(const List& list, std::string_view rest);
  std::size_t run_length(std::size_t mark) const;
  std::vector<Tie> names_before(std::size_t at, std::size_t from) const;
  std::vector<std::optional<Subject>> subjects_of(const List& list);
  void claim_counts(std::size_t mark, std::vector<std::optional<Subject>>& subjects);
  bool is_same_unit(std::size_t mark, std::size_t count) const;

  const Sentence& sentence_;
  CountReader& counts_;
  std::vector<ProseClaim>& claims_;
};

}  // namespace nianbao
