// Percentages: the share of what was just counted or of a phrase (“占33.9%”), and rates that have a name of
// their own (“按期办结率98.5%”).
#pragma once

#include "rules/prose_counts.h"

namespace nianbao {

class ShareReader {
 public:
  ShareReader(const Sentence& sentence, CountReader& counts, std::vector<ProseClaim>& claims)
      : sentence_(sentence), counts_(counts), claims_(claims) {}

  void read(std::size_t mark);
  // The share that the mark claims of the subject; `begin`: where the words behind 占 begin.
  void claim_share(std::size_t mark, std::size_t begin, Subject subject);

 private:
  bool read_rate(std::size_t mark);
  bool is_right_behind(std::size_t mark) const;

  const Sentence& sentence_;
  CountReader& counts_;
  std::vector<ProseClaim>& claims_;
};

inline constexpr std::string_view kShareOf = "占";

}  // namespace nianbao
