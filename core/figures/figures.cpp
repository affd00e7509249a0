#include "figures/figures.h"

#include <limits>

#include "base/ratio.h"

namespace nianbao {

namespace {

// Empty where a unit does not say it, or the sum is beyond all measure.
std::optional<std::int64_t> sum_received(const std::vector<TimeFigures>& units) {
  WideInteger sum = 0;
  for (const TimeFigures& unit : units) {
    if (!unit.received) return std::nullopt;
    sum += *unit.received;
  }
  const bool fits = sum <= std::numeric_limits<std::int64_t>::max();
  return fits ? std::optional(static_cast<std::int64_t>(sum)) : std::nullopt;
}

}  // namespace

std::optional<std::int64_t> received_of(const Figures& figures) {
  if (!figures.requests) return std::nullopt;
  const RequestFigures& requests = *figures.requests;
  if (!requests.by_unit.empty()) return sum_received(requests.by_unit);
  // Table 三 may hold the tables of units without records. Where it has no more closed and open ones than the
  // records, such units have none, and hence received none.
  if (!figures.table3) return std::nullopt;
  const Table3& table = *figures.table3;
  const bool is_same = table.row(Row3::total)[kTotalColumn] == Cell::of(requests.answered) &&
                       table.row(Row3::carried_out)[kTotalColumn] == Cell::of(requests.open);
  const Cell& received = table.row(Row3::received)[kTotalColumn];
  return is_same && received.is_number() ? std::optional(received.number) : std::nullopt;
}

}  // namespace nianbao
