// Reading ledgers: the scan of a csv alone, and all of a request ledger's reading with its checks.
#include <benchmark/benchmark.h>
#include <iconv.h>

#include "bench_ledger.h"
#include "intake/grid.h"
#include "intake/ledgers.h"

namespace nianbao {

namespace {

class CountCells : public GridSink {
 public:
  bool row(const GridRow& row) override {
    cells += row.cells.size();
    return true;
  }
  std::size_t cells = 0;
};

std::string to_gb18030(std::string text) {
  iconv_t converter = iconv_open("GB18030", "UTF-8");
  std::string out(text.size(), '\0');
  char* from = text.data();
  char* to = out.data();
  std::size_t left = text.size();
  std::size_t room = out.size();
  iconv(converter, &from, &left, &to, &room);
  iconv_close(converter);
  out.resize(out.size() - room);
  return out;
}

void scan_csv(benchmark::State& state, const std::string& text) {
  const ScratchFile file("scan.csv", text);
  for (auto _ : state) {
    Diagnostics diagnostics;
    CountCells sink;
    open_grid(file.path(), "scan.csv", "", diagnostics)->read(sink, diagnostics);
    if (sink.cells != std::size_t{kLedgerRows + 1} * 8) state.SkipWithError("wrong number of cells");
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void bm_scan_csv(benchmark::State& state) {
  scan_csv(state, ledger_text(kLedgerRows));
}
BENCHMARK(bm_scan_csv)->Unit(benchmark::kMillisecond);

void bm_scan_csv_gb18030(benchmark::State& state) {
  scan_csv(state, to_gb18030(ledger_text(kLedgerRows)));
}
BENCHMARK(bm_scan_csv_gb18030)->Unit(benchmark::kMillisecond);

void bm_read_requests(benchmark::State& state) {
  const ScratchFile file("requests.csv", ledger_text(kLedgerRows));
  UnitRegister units;
  for (int i = 1; i <= 40; ++i) {
    Unit unit;
    unit.name = fmt::format("第{}局", i);
    units.add(std::move(unit));
  }
  LedgerSource source;
  source.files.push_back({file.path(), "requests.csv", ""});
  for (auto _ : state) {
    Diagnostics diagnostics;
    std::int64_t count = 0;
    read_requests(
        source, units, [&](const Request&, const Place&) { ++count; }, diagnostics);
    if (count != kLedgerRows || diagnostics.has_errors()) state.SkipWithError("rows were lost");
  }
  state.SetItemsProcessed(state.iterations() * kLedgerRows);
}
BENCHMARK(bm_read_requests)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace nianbao
