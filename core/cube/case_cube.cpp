#include "cube/case_cube.h"

#include <tuple>

#include "base/text.h"

namespace nianbao {

std::vector<ReviewCase> latest_instances(const ReportYear& year, const std::vector<ReviewCase>& instances) {
  std::map<std::tuple<std::string, std::string, CaseKind>, std::size_t> places;
  std::vector<ReviewCase> latest;
  for (const ReviewCase& instance : instances) {
    if (instance.accepted && year.is_after(*instance.accepted)) continue;
    const auto [place, is_new] =
        places.try_emplace({name_key(instance.id), instance.unit, instance.kind}, latest.size());
    if (is_new) {
      latest.push_back(instance);
    } else if (latest[place->second].instance_rank < instance.instance_rank) {
      latest[place->second] = instance;
    }
  }
  return latest;
}

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
