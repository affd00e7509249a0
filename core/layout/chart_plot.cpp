#include "layout/chart_plot.h"

#include <algorithm>

namespace nianbao {
namespace {

constexpr double kGridLine = 0.4;
constexpr double kFigureRoom = 2;  // beside a figure inside a bar

// They stand in the order of their categories.
template <typename Item>
auto first_of(const std::vector<Item>& items, std::size_t category) {
  return std::partition_point(items.begin(), items.end(),
                              [&](const Item& item) { return item.category < category; });
}

class PlotPainter {
 public:
  PlotPainter(const PlotPart& part, const PlotFrame& frame, ChartDrawing& drawing)
      : part_(part), frame_(frame), drawing_(drawing) {}

  void draw_grid(const TextMeasure& measure) {
    const ChartScale& scale = frame_.scale;
    for (int tick = scale.first; tick <= scale.last; ++tick) {
      const double at = place_of(tick * scale.step);
      const ChartLabel text(scale.text(tick), measure);
      if (frame_.lying) {
        drawing_.boxes.push_back({at - kGridLine / 2, frame_.bottom, kGridLine, frame_.height, kGridColour});
        const double middle = frame_.bottom - kTickGap - frame_.tick_size / 2;
        text.draw({at, middle, frame_.tick_size}, drawing_.texts);
      } else {
        drawing_.boxes.push_back({frame_.left, at - kGridLine / 2, frame_.width, kGridLine, kGridColour});
        text.draw({frame_.left - kTickGap, at, frame_.tick_size, 1e6, Align::right}, drawing_.texts);
      }
    }
  }

  void draw_bars() {
    const auto& bars = part_.bars.bars;
    for (auto bar = first_of(bars, part_.begin); bar != bars.end() && bar->category < part_.end; ++bar) {
      const PlacedBox box = box_of(*bar);
      drawing_.boxes.push_back(box);
      if (bar->figure) draw_inside(*bar->figure, box);
    }
    if (frame_.mark_size <= 0) return;
    const auto& marks = part_.bars.marks;
    for (auto mark = first_of(marks, part_.begin); mark != marks.end() && mark->category < part_.end; ++mark)
      draw_mark(*mark);
  }

  // The line that the bars stand on.
  void draw_base() {
    const double at = place_of(0);
    if (frame_.lying)
      drawing_.lines.push_back({at, frame_.bottom, at, frame_.bottom + frame_.height});
    else
      drawing_.lines.push_back({frame_.left, at, frame_.left + frame_.width, at});
  }

  void draw_names() {
    for (std::size_t category = part_.begin; category < part_.end; ++category) {
      const ChartLabel& name = part_.names[category];
      LabelPlace place;
      place.size = frame_.name_size;
      place.width = frame_.name_width;
      if (frame_.lying) {
        place.x = frame_.left - kTickGap - frame_.foot;
        place.middle = start_of(category) - frame_.slot / 2;
        place.align = Align::right;
      } else {
        place.x = start_of(category) + frame_.slot / 2;
        place.middle = frame_.bottom - kTickGap - frame_.foot - name.height(place.size, place.width) / 2;
      }
      name.draw(place, drawing_.texts);
    }
  }

 private:
  // Of a value, across the categories.
  double place_of(double value) const {
    const ChartScale& scale = frame_.scale;
    const double share = (value - scale.least()) / (scale.most() - scale.least());
    return frame_.lying ? frame_.left + share * frame_.width : frame_.bottom + share * frame_.height;
  }

  double start_of(std::size_t category) const {
    const double way = double(category - part_.begin) * frame_.slot;
    return frame_.lying ? frame_.bottom + frame_.height - way : frame_.left + way;
  }

  // The middle of a lane, along the categories.
  double lane_of(std::size_t category, std::size_t lane) const {
    const double all = double(part_.bars.lanes) * (frame_.bar + kLaneGap) - kLaneGap;
    const double way = (frame_.slot - all) / 2 + double(lane) * (frame_.bar + kLaneGap) + frame_.bar / 2;
    return start_of(category) + (frame_.lying ? -way : way);
  }

  PlacedBox box_of(const ChartBar& bar) const {
    const double from = std::min(place_of(bar.from), place_of(bar.to));
    const double length = std::max(place_of(bar.from), place_of(bar.to)) - from;
    const double edge = lane_of(bar.category, bar.lane) - frame_.bar / 2;
    if (frame_.lying) return {from, edge, length, frame_.bar, bar.colour};
    return {edge, from, frame_.bar, length, bar.colour};
  }

  void draw_inside(const ChartLabel& figure, const PlacedBox& box) {
    const double size = frame_.figure_size;
    if (size <= 0 || figure.width(size) + kFigureRoom > box.width || size + kFigureRoom > box.height) return;
    LabelPlace place{box.x + box.width / 2, box.y + box.height / 2, size};
    place.colour = is_dark(box.colour) ? kWhite : kBlack;
    figure.draw(place, drawing_.texts);
  }

  void draw_mark(const ChartMark& mark) {
    const double size = frame_.mark_size;
    const double end = place_of(mark.value);
    const double lane = lane_of(mark.category, mark.lane);
    const bool below = mark.value < 0;
    LabelPlace place{lane, end + (below ? -1 : 1) * (size / 2 + kMarkGap - 1), size};
    if (frame_.lying)
      place = {end + (below ? -kMarkGap : kMarkGap), lane, size, 1e6, below ? Align::right : Align::left};
    const double width = mark.figure.width(size);
    const double left = place.align == Align::centre  ? place.x - width / 2
                        : place.align == Align::right ? place.x - width
                                                      : place.x;
    drawing_.boxes.push_back(
        {left - kMarkRoom, place.middle - size / 2, width + 2 * kMarkRoom, size, kWhite});
    mark.figure.draw(place, drawing_.texts);
  }

  const PlotPart& part_;
  const PlotFrame& frame_;
  ChartDrawing& drawing_;
};

}  // namespace

void draw_plot(const PlotPart& part, const PlotFrame& frame, const TextMeasure& measure,
               ChartDrawing& drawing) {
  PlotPainter painter(part, frame, drawing);
  painter.draw_grid(measure);
  painter.draw_bars();
  painter.draw_base();
  painter.draw_names();
}

}  // namespace nianbao
