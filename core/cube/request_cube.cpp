#include "cube/request_cube.h"

namespace nianbao {

namespace {

std::size_t at(Row3 row) {
  return static_cast<std::size_t>(row);
}
std::size_t at(Applicant applicant) {
  return static_cast<std::size_t>(applicant);
}

void add_counts(RequestCounts& sum, const RequestCounts& part) {
  for (std::size_t row = 0; row < sum.size(); ++row) {
    for (std::size_t column = 0; column < sum[row].size(); ++column) sum[row][column] += part[row][column];
  }
}

}  // namespace

std::optional<Standing> standing_in(const ReportYear& year, const Request& request) {
  if (!year.concerns(request.received, request.closed)) return std::nullopt;
  const Row3 entry = year.contains(request.received) ? Row3::received : Row3::carried_in;
  const bool is_closed = request.closed && request.outcome && year.contains(*request.closed);
  return Standing{entry, is_closed ? *request.outcome : Row3::carried_out};
}

std::optional<Standing> RequestCube::add(const ReportYear& year, const Request& request) {
  const auto standing = standing_in(year, request);
  if (!standing) return standing;
  RequestCounts& counts = units_[request.unit];
  const std::size_t column = at(request.applicant);
  counts[at(standing->entry)][column] += 1;
  counts[at(standing->exit)][column] += 1;
  return standing;
}

void RequestCube::add(const std::string& unit, Applicant applicant, Row3 row, std::int64_t count) {
  units_[unit][at(row)][at(applicant)] += count;
}

RequestCounts RequestCube::sum() const {
  RequestCounts sum{};
  for (const auto& [unit, counts] : units_) add_counts(sum, counts);
  return sum;
}

Table3 to_table3(const RequestCounts& counts) {
  RequestCounts all = counts;
  auto& total = all[at(Row3::total)];
  total.fill(0);
  for (std::size_t row = 0; row < all.size(); ++row) {
    if (!is_outcome(static_cast<Row3>(row))) continue;
    for (std::size_t column = 0; column < total.size(); ++column) total[column] += all[row][column];
  }
  Table3 table;
  for (std::size_t row = 0; row < all.size(); ++row) {
    std::int64_t sum = 0;
    for (std::size_t column = 0; column < all[row].size(); ++column) {
      table.rows[row][column] = Cell::of(all[row][column]);
      sum += all[row][column];
    }
    table.rows[row][kTotalColumn] = Cell::of(sum);
  }
  return table;
}

}  // namespace nianbao
