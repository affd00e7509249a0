// A column that a locality's ledger has beside the standard ones, as its pack declares it. The kinds are
// closed: free text could hold what is known of a person, so no rule ever sees any.
#pragma once

#include <string>
#include <vector>

namespace nianbao {

enum class ExtraKind { date, number, yes_no, word };

struct ExtraColumn {
  std::string heading;
  ExtraKind kind = ExtraKind::date;
  std::vector<std::string> words;  // of kind word: those that may stand there
};

}  // namespace nianbao
