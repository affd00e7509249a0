// Writing a report of ordinary size and a long plain sheet. Needs the fonts of scripts/fonts.
#include <benchmark/benchmark.h>

#include "bench_document.h"
#include "bench_ledger.h"
#include "export/pdf_export.h"
#include "export/xlsx_export.h"
#include "layout/paginator.h"

namespace nianbao {

namespace {

void bm_write_xlsx(benchmark::State& state) {
  Document document = make_document();
  document.sheets.push_back({.name = "报告", .title = "", .notes = {}, .tables = {wide_table(28)}});
  document.sheets.push_back(
      {.name = "长表", .title = "", .notes = {}, .tables = {wide_table(2000)}, .data = true});
  const ScratchFile file("report.xlsx", "");
  for (auto _ : state) write_xlsx(document, file.path());
  state.SetItemsProcessed(state.iterations() * 2028 * 9);
}
BENCHMARK(bm_write_xlsx)->Unit(benchmark::kMillisecond);

void bm_find_fonts(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(FontSet::find(default_font_folders()));
}
BENCHMARK(bm_find_fonts)->Unit(benchmark::kMillisecond);

void bm_lay_out_with_fonts(benchmark::State& state) {
  const auto fonts = FontSet::find(default_font_folders());
  const Document document = make_document();
  for (auto _ : state) benchmark::DoNotOptimize(lay_out(document, *fonts));
}
BENCHMARK(bm_lay_out_with_fonts)->Unit(benchmark::kMillisecond);

void bm_write_pdf(benchmark::State& state) {
  const auto fonts = FontSet::find(default_font_folders());
  const PageSet pages = lay_out(make_document(), *fonts);
  const PdfInfo info{"示例", "示例市人民政府", "2025-03-05", "nianbao"};
  std::size_t size = 0;
  for (auto _ : state) size = write_pdf(pages, *fonts, info).size();
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(size));
}
BENCHMARK(bm_write_pdf)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace nianbao
