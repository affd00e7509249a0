// How long the applications took. 时效 is for people: this year beside the last, then by month, applicant,
// outcome, channel and topic, and what was still open. The units are a list of their own, to be sorted; the
// days themselves a tidy one, from which every median can be worked out again. Absent without case records.
#pragma once

#include <optional>

#include "report/document.h"
#include "reporter/compile.h"

namespace nianbao {

std::optional<Sheet> times_sheet(const Compilation& compilation);       // 时效
std::optional<Sheet> unit_times_sheet(const Compilation& compilation);  // 分单位时效

// year, issuer, unit, days, requests: 天数分布.
std::optional<Sheet> days_sheet(const Compilation& compilation);

// Topics and channels are free text. Those with most applications closed, then the rest as one group; what
// the ledger leaves blank stands last.
inline constexpr std::size_t kMostPrinted = 28;
std::vector<TimeFigures> most_closed(std::vector<TimeFigures> groups);

}  // namespace nianbao
