#include "layout/chart_label.h"

#include <algorithm>

#include "layout/line_setter.h"
#include "layout/page_geometry.h"

namespace nianbao {
namespace {

constexpr std::size_t kLongest = 120;  // characters
constexpr double kSlack = 0.01;

StyledText shortened(std::string_view text) {
  StyledText styled = style_text(text, kChartRole);
  if (styled.characters.size() <= kLongest) return styled;
  styled.characters.resize(kLongest - 2);
  styled.characters.insert(styled.characters.end(), 2, {U'…', kChartRole, -1});
  return styled;
}

}  // namespace

ChartLabel::ChartLabel(std::string_view text, const TextMeasure& measure) : text_(shortened(text), measure) {}

double ChartLabel::width(double size) const {
  return text_.width(0, text_.text().characters.size()) * size / 1000;
}

bool ChartLabel::fits(double size, double width) const {
  return text_.widest_piece() * size / 1000 <= width + kSlack;
}

int ChartLabel::lines(double size, double width) const {
  return static_cast<int>(broken(size, width).size());
}

std::vector<TextLine> ChartLabel::broken(double size, double width) const {
  const double units = std::clamp((width + kSlack) * 1000 / size, 1.0, 1e6);
  return text_.break_lines({static_cast<int>(units), 0, Fill::balanced});
}

void ChartLabel::draw(const LabelPlace& place, std::vector<PlacedText>& texts) const {
  const std::vector<TextLine> lines = broken(place.size, place.width);
  const double pitch = place.size * kChartLine;
  double middle = place.middle + pitch * (double(lines.size()) - 1) / 2;
  for (const TextLine& line : lines) {
    const double width = text_.width(line.begin, line.end) * place.size / 1000;
    const double share = place.align == Align::centre ? 0.5 : place.align == Align::right ? 1 : 0;
    const LinePlace start{place.x - share * width, middle - kMiddleToBaseline * place.size};
    for (PlacedText& piece : set_line(text_, line, {place.size, place.size}, start)) {
      piece.colour = place.colour;
      texts.push_back(std::move(piece));
    }
    middle -= pitch;
  }
}

}  // namespace nianbao
