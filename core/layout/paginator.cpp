#include "layout/paginator.h"

#include "base/text.h"
#include "layout/flow_builder.h"
#include "layout/page_filler.h"
#include "layout/page_geometry.h"

namespace nianbao {
namespace {

// "— 1 —", the dashes 7 mm under the type area; odd pages right, even pages left, one character in.
PlacedText page_number(int number, const TextMeasure& measure) {
  PlacedText text;
  text.role = FontRole::song;
  text.size = kNumberSize;
  text.text = to_utf32("— " + std::to_string(number) + " —");
  text.y = kTypeBottom - kNumberDrop - kMiddleToBaseline * kNumberSize;
  const double width = text_width(measure, text.role, text.size, text.text);
  const double left = kMarginLeft + kNumberSize;
  text.x = number % 2 == 0 ? left : kMarginLeft + kTypeWidth - kNumberSize - width;
  return text;
}

}  // namespace

PageSet lay_out(const Document& document, const TextMeasure& measure) {
  PageSet set = PageFiller().fill(build_flow(document, measure));
  int number = 0;
  for (Page& page : set.pages) page.number = page_number(++number, measure);
  set.draft = document.draft;
  return set;
}

}  // namespace nianbao
