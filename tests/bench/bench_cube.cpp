// Counting applications into table 三.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <vector>

#include "cube/request_cube.h"

namespace nianbao {

namespace {

std::vector<Request> make_requests(int count) {
  using std::chrono::day, std::chrono::month, std::chrono::year;
  std::vector<Request> requests(static_cast<std::size_t>(count));
  for (unsigned i = 0; i < requests.size(); ++i) {
    Request& request = requests[i];
    request.id = fmt::format("2024-{:06}", i);
    request.unit = fmt::format("第{}局", i / 50 % 40);
    request.applicant = static_cast<Applicant>(i % kApplicants);
    request.received = Date{year{2024}, month{1 + i % 11}, day{1 + i % 28}};
    if (i % 17 == 0) continue;  // still open
    request.closed = Date{year{2024}, month{2 + i % 11}, day{1 + i % 28}};
    request.outcome = static_cast<Row3>(static_cast<unsigned>(Row3::granted) + i % 21);
  }
  return requests;
}

void bm_add_requests(benchmark::State& state) {
  const std::vector<Request> requests = make_requests(10000);
  const ReportYear year(2024);
  for (auto _ : state) {
    RequestCube cube;
    for (const Request& request : requests) cube.add(year, request);
    benchmark::DoNotOptimize(cube.by_unit().size());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(requests.size()));
}
BENCHMARK(bm_add_requests)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace nianbao
