// figures.json of a county with 50 units and 500 open applications, out and in.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "figures/figures_json.h"

namespace nianbao {

namespace {

Figures make_figures() {
  Figures figures;
  figures.year = 2024;
  figures.issuer = "示例县人民政府";
  figures.body = "政府";
  figures.level = "县级";
  figures.scope = "汇总";
  figures.locality = "national";
  figures.table2.emplace();
  figures.table2->administrative_charge = Amount::of(*Decimal::parse("4166.241619"));
  figures.table3.emplace();
  for (auto& row : figures.table3->rows) row.fill(Cell::of(1234));
  figures.table4.emplace();
  figures.requests.emplace();
  for (int i = 0; i < 50; ++i)
    figures.requests->by_unit.push_back({fmt::format("示例县第{}局", i), 120, 117});
  for (int i = 0; i < 500; ++i) {
    figures.requests->open_ids.push_back({fmt::format("示例县第{}局", i % 50), fmt::format("2024-{:04}", i)});
  }
  return figures;
}

void bm_write_figures(benchmark::State& state) {
  const Figures figures = make_figures();
  for (auto _ : state) benchmark::DoNotOptimize(write_figures_json(figures));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(write_figures_json(figures).size()));
}
BENCHMARK(bm_write_figures)->Unit(benchmark::kMicrosecond);

void bm_read_figures(benchmark::State& state) {
  const std::string text = write_figures_json(make_figures());
  for (auto _ : state) {
    Diagnostics diagnostics;
    const auto figures = read_figures_json(text, "figures.json", diagnostics);
    if (!figures || diagnostics.has_errors()) state.SkipWithError("not read");
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(bm_read_figures)->Unit(benchmark::kMicrosecond);

}  // namespace

}  // namespace nianbao
