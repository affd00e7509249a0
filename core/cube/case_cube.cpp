#include "cube/case_cube.h"

namespace nianbao {

std::optional<CaseResult> result_in(const ReportYear& year, const ReviewCase& review) {
  if (review.co_defendant) return std::nullopt;
  if (review.accepted && year.is_after(*review.accepted)) return std::nullopt;
  if (review.closed && year.is_before(*review.closed)) return std::nullopt;
  if (review.closed && year.is_after(*review.closed)) return CaseResult::pending;
  return review.result;
}

void CaseCube::add(const ReportYear& year, const ReviewCase& review) {
  if (const auto result = result_in(year, review)) add(review.unit, review.kind, *result, 1);
}

void CaseCube::add(const std::string& unit, CaseKind kind, CaseResult result, std::int64_t count) {
  units_[unit][static_cast<std::size_t>(kind)][static_cast<std::size_t>(result)] += count;
}

CaseCounts CaseCube::sum() const {
  CaseCounts sum{};
  for (const auto& [unit, counts] : units_) {
    for (std::size_t kind = 0; kind < sum.size(); ++kind) {
      for (std::size_t result = 0; result < sum[kind].size(); ++result)
        sum[kind][result] += counts[kind][result];
    }
  }
  return sum;
}

Table4 to_table4(const CaseCounts& counts) {
  Table4 table;
  for (std::size_t kind = 0; kind < counts.size(); ++kind) {
    std::int64_t total = 0;
    for (std::size_t result = 0; result < counts[kind].size(); ++result) {
      table.groups[kind][result] = Cell::of(counts[kind][result]);
      total += counts[kind][result];
    }
    table.groups[kind][kTable4Total] = Cell::of(total);
  }
  return table;
}

}  // namespace nianbao
