// The codes of the findings that the program itself raises: ledgers, clock, units, packs, personal data. They
// are not for packs to change. Each stands here once, with its meaning for both languages; the codes of rules
// in Lua are declared by their packs. A test looks for codes in the sources that are not in the list.
#pragma once

#include <span>
#include <string_view>

#include "base/diagnostic.h"

namespace nianbao {

struct HostCode {
  const char* code;     // "R-01"
  Severity severity;    // as a rule
  const char* meaning;  // in Chinese
  const char* in_english;
};

// Grouped by letter.
std::span<const HostCode> host_codes();
// Null for a code that is none of the program's own.
const HostCode* find_host_code(std::string_view code);

}  // namespace nianbao
