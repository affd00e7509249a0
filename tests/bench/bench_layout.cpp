// Breaking lines and setting pages, with a measure that has one width: what fonts cost is not in these
// figures.
#include <benchmark/benchmark.h>

#include "base/text.h"
#include "bench_document.h"
#include "layout/line_breaker.h"
#include "layout/paginator.h"

namespace nianbao {

namespace {

class FixedMeasure : public TextMeasure {
 public:
  int advance(FontRole /*role*/, char32_t character) const override { return display_width(character) * 500; }
  bool has_glyph(FontRole /*role*/, char32_t /*character*/) const override { return true; }
};

void bm_break_lines(benchmark::State& state) {
  const FixedMeasure measure;
  std::string text;
  for (int i = 0; i < 10; ++i) text += report_sentence();
  const auto characters = static_cast<std::int64_t>(count_characters(text));
  for (auto _ : state) {
    const BreakableText paragraph(style_text(text, FontRole::fang), measure);
    if (paragraph.break_lines({28000, 2000, Fill::justified}).size() < 30)
      state.SkipWithError("too few lines");
  }
  state.SetItemsProcessed(state.iterations() * characters);
}
BENCHMARK(bm_break_lines)->Unit(benchmark::kMicrosecond);

void bm_lay_out_report(benchmark::State& state) {
  const FixedMeasure measure;
  const Document document = make_document();
  std::size_t pages = 0;
  for (auto _ : state) pages = lay_out(document, measure).pages.size();
  if (pages < 5) state.SkipWithError("too few pages");
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(pages));
}
BENCHMARK(bm_lay_out_report)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace nianbao
