#include "layout/chart_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "layout/chart_plot.h"
#include "layout/page_geometry.h"
#include "report/chart.h"

namespace nianbao {
namespace {

constexpr double kFieldHeight = millimetres(50);  // of upright columns
constexpr double kLeastField = millimetres(20);
constexpr double kRemarkHeight = 48;  // of a chart without a picture
constexpr double kRemarkSize = 10.5;
constexpr double kWidestColumn = 34;
constexpr double kNarrowestColumn = 3;
constexpr double kColumnShare = 0.64;  // of a slot that its bars take
constexpr double kNameGap = 6;         // between the names of two columns
constexpr int kColumnSteps = 5, kBarSteps = 6;
constexpr std::array<double, 5> kNameSizes = {9, 8.5, 8, 7.5, 7};
constexpr std::array<int, 3> kNameLines = {2, 3, 5};  // the fewer lines, the better; then the larger type
constexpr std::array<double, 4> kMarkSizes = {8.5, 8, 7.5, 7};

// Of lying bars: from comfortable to the tightest that still reads.
struct BarSetting {
  double size, bar, gap;  // of the names; of a bar alone in its category; between categories
};
constexpr std::array<BarSetting, 8> kBarSettings = {{{9, 12, 8},
                                                     {9, 10, 6},
                                                     {9, 9, 5},
                                                     {8.5, 8, 4.5},
                                                     {8, 7.5, 3.5},
                                                     {7.5, 7, 2.5},
                                                     {7, 6.5, 2},
                                                     {7, 6, 1.5}}};
constexpr double kGroupedBar = 0.75;  // of several in a category, each
constexpr double kNameShare = 0.4;    // of the width, at most, for the names beside lying bars
constexpr double kMarkShare = 0.3;    // likewise for the figures
// A picture of lying bars higher than this is set tighter, though not as tight as one that must fit its page.
constexpr double kTallPicture = kTypeHeight / 2;
constexpr std::size_t kTightEnough = 3;  // of the settings

class ChartPlanner {
 public:
  ChartPlanner(const Chart& chart, const TextMeasure& measure, double room)
      : chart_(chart),
        measure_(measure),
        head_(chart, measure),
        bars_(make_bars(chart, measure)),
        room_(room) {
    names_.reserve(category_count(chart));
    for (std::size_t i = 0; i < category_count(chart); ++i)
      names_.emplace_back(category_name(chart, i), measure);
  }

  std::vector<ChartDrawing> draw() {
    if (const std::string remark = no_picture(chart_); !remark.empty()) return {draw_remark(remark)};
    if (chart_.kind == ChartKind::columns) {
      if (const auto frame = upright_frame()) return {draw_upright(*frame)};
    }
    return draw_lying();
  }

 private:
  double lanes() const { return double(bars_.lanes); }

  ChartDrawing draw_remark(const std::string& remark) const {
    ChartDrawing drawing;
    const double right = kMarginLeft + kTypeWidth;
    drawing.height = kRemarkHeight;
    drawing.lines = {{kMarginLeft, 0, right, 0}, {kMarginLeft, -kRemarkHeight, right, -kRemarkHeight}};
    ChartLabel(remark, measure_)
        .draw({kMarginLeft + kTypeWidth / 2, -kRemarkHeight / 2, kRemarkSize}, drawing.texts);
    return drawing;
  }

  void set_scale(PlotFrame& frame, int steps) const {
    frame.scale = make_scale(bars_.least, bars_.most, is_whole(chart_), steps);
  }

  double widest_tick(const PlotFrame& frame) const {
    double widest = 0;
    for (int tick = frame.scale.first; tick <= frame.scale.last; ++tick)
      widest = std::max(widest, ChartLabel(frame.scale.text(tick), measure_).width(frame.tick_size));
    return widest;
  }

  // Nothing where the columns or their names have no room.
  std::optional<PlotFrame> upright_frame() const {
    PlotFrame frame;
    set_scale(frame, kColumnSteps);
    const double beside = widest_tick(frame) + kTickGap;
    frame.left = kMarginLeft + beside;
    frame.width = kTypeWidth - beside;
    frame.slot = frame.width / double(names_.size());
    frame.bar = std::min(kWidestColumn, (frame.slot * kColumnShare - kLaneGap * (lanes() - 1)) / lanes());
    if (frame.bar < kNarrowestColumn || !choose_names(frame)) return std::nullopt;
    for (const double size : kMarkSizes) {
      // Beside a neighbour of its own category a figure has a bar's width, else the slot's.
      const double width = bars_.lanes > 1 ? frame.bar + kLaneGap / 2 : frame.slot - kNameGap;
      if (frame.mark_size == 0 && bars_.widest_mark(size) <= width) frame.mark_size = size;
    }
    return frame;
  }

  bool choose_names(PlotFrame& frame) const {
    frame.name_width = frame.slot - kNameGap;
    for (const int lines : kNameLines) {
      for (const double size : kNameSizes) {
        const auto stands = [&](const ChartLabel& name) {
          return name.fits(size, frame.name_width) && name.lines(size, frame.name_width) <= lines;
        };
        if (!std::all_of(names_.begin(), names_.end(), stands)) continue;
        frame.name_size = size;
        return true;
      }
    }
    return false;
  }

  ChartDrawing draw_upright(PlotFrame frame) const {
    double names = 0;
    for (const ChartLabel& name : names_)
      names = std::max(names, name.height(frame.name_size, frame.name_width));
    const double marks = frame.mark_size > 0 ? frame.mark_size + kMarkGap : 0;
    const double over = std::max(marks, frame.tick_size / 2);
    const double under = kTickGap + names;
    frame.foot = bars_.least < 0 ? marks : 0;
    const double around = head_.height() + over + frame.foot + under;
    frame.height = std::clamp(room_ - around, kLeastField, kFieldHeight);
    frame.bottom = -(head_.height() + over + frame.height);
    ChartDrawing drawing;
    drawing.height = around + frame.height;
    head_.draw(drawing);
    draw_plot({bars_, names_, 0, names_.size()}, frame, measure_, drawing);
    return drawing;
  }

  // ---- lying bars

  // The thickness of a bar in this setting.
  double thickness(const BarSetting& setting) const {
    return bars_.lanes > 1 ? std::max(kNarrowestColumn, setting.bar * kGroupedBar) : setting.bar;
  }

  double names_width(double size) const {
    double widest = 0;
    for (const ChartLabel& name : names_) widest = std::max(widest, name.width(size));
    return std::min(widest, kTypeWidth * kNameShare);
  }

  // The height of a category: its bars or its name, whichever is higher.
  double slot_of(const BarSetting& setting) const {
    const double width = names_width(setting.size);
    double tallest = 0;
    for (const ChartLabel& name : names_) tallest = std::max(tallest, name.height(setting.size, width));
    const double all = lanes() * (thickness(setting) + kLaneGap) - kLaneGap;
    return std::max(all + setting.gap, tallest + 1);
  }

  // The pictures that it takes.
  std::size_t parts_of(double slot, double rows) const {
    const auto each = static_cast<std::size_t>(std::max(1.0, rows / slot));
    return (names_.size() + each - 1) / each;
  }

  std::size_t choose_setting(const std::vector<double>& slots, double rows) const {
    const std::size_t fewest = parts_of(slots.back(), rows);
    std::size_t chosen = 0;
    while (chosen<kTightEnough&& double(names_.size()) * slots[chosen]> kTallPicture) ++chosen;
    while (parts_of(slots[chosen], rows) > fewest) ++chosen;
    return chosen;
  }

  PlotFrame lying_frame(const BarSetting& setting, double slot) const {
    PlotFrame frame;
    frame.lying = true;
    frame.name_size = setting.size;
    frame.name_width = names_width(setting.size);
    frame.bar = thickness(setting);
    frame.slot = slot;
    for (const double size : kMarkSizes) {
      const double height = bars_.lanes > 1 ? frame.bar + kLaneGap : frame.slot;
      const bool fits = size <= height && bars_.widest_mark(size) <= kTypeWidth * kMarkShare;
      if (frame.mark_size == 0 && fits) frame.mark_size = size;
    }
    for (int steps = kBarSteps; steps > 0; --steps) {
      set_scale(frame, steps);
      set_field(frame);
      const double apart = frame.width / (frame.scale.last - frame.scale.first);
      if (widest_tick(frame) + kNameGap <= apart) break;
    }
    return frame;
  }

  // From the names to where the longest figure ends.
  void set_field(PlotFrame& frame) const {
    const double figure = bars_.widest_mark(frame.mark_size) + kMarkGap + kMarkRoom;
    const double mark = frame.mark_size > 0 ? figure : 0;
    const double tick = widest_tick(frame) / 2;
    const double beyond = std::max(mark, tick);
    frame.foot = bars_.least < 0 ? beyond : 0;
    const double names = frame.name_width + kTickGap + frame.foot;
    const double before = std::max(names, tick);
    frame.left = kMarginLeft + before;
    frame.width = kTypeWidth - before - beyond;
  }

  std::vector<ChartDrawing> draw_lying() const {
    static constexpr double kUnder = kTickGap + 10;  // ticks and their texts
    const double over = head_.height() > 0 ? 2 : 0;
    const double rows = room_ - head_.height() - over - kUnder;
    std::vector<double> slots;
    for (const BarSetting& setting : kBarSettings) slots.push_back(slot_of(setting));
    const std::size_t chosen = choose_setting(slots, rows);
    const std::size_t parts = parts_of(slots[chosen], rows);
    PlotFrame frame = lying_frame(kBarSettings[chosen], slots[chosen]);
    std::vector<ChartDrawing> drawings;
    for (std::size_t part = 0; part < parts; ++part) {
      const std::size_t begin = names_.size() * part / parts;
      const std::size_t end = names_.size() * (part + 1) / parts;
      frame.height = double(end - begin) * frame.slot;
      frame.bottom = -(head_.height() + over + frame.height);
      ChartDrawing drawing;
      drawing.height = kUnder - frame.bottom;
      head_.draw(drawing);
      draw_plot({bars_, names_, begin, end}, frame, measure_, drawing);
      drawings.push_back(std::move(drawing));
    }
    return drawings;
  }

  const Chart& chart_;
  const TextMeasure& measure_;
  ChartHead head_;
  ChartBars bars_;
  std::vector<ChartLabel> names_;
  double room_;
};

}  // namespace

std::vector<ChartDrawing> draw_chart(const Chart& chart, const TextMeasure& measure, double room) {
  return ChartPlanner(chart, measure, room).draw();
}

}  // namespace nianbao
