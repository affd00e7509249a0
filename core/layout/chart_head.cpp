#include <algorithm>
#include <numeric>

#include "layout/chart_drawing.h"
#include "layout/page_geometry.h"
#include "report/chart.h"

namespace nianbao {
namespace {

constexpr double kSize = 9;
constexpr double kRow = 16;
constexpr double kSample = 8;     // edge of a sample of a colour
constexpr double kSampleGap = 4;  // to its name
constexpr double kEntryGap = 16;  // between entries, and between unit and legend
constexpr double kNameRoom = kTypeWidth - kSample - kSampleGap;

double row_height(const ChartLabel& label, double width) {
  return std::max(kRow, label.height(kSize, width) + kRow - kSize * kChartLine);
}

}  // namespace

ChartHead::ChartHead(const Chart& chart, const TextMeasure& measure)
    : unit_(unit_text(chart), measure), unit_width_(std::min(unit_.width(kSize), kTypeWidth)) {
  if (chart.series.size() > 1) {
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      Entry entry{ChartLabel(series_name(chart, i), measure), series_colour(i)};
      entry.width = kSample + kSampleGap + std::min(entry.name.width(kSize), kNameRoom);
      entry.height = row_height(entry.name, kNameRoom);
      entries_.push_back(std::move(entry));
    }
  }
  if (!unit_.empty()) rows_.push_back(row_height(unit_, kTypeWidth));
  place_entries();
  height_ = std::accumulate(rows_.begin(), rows_.end(), 0.0);
}

void ChartHead::place_entries() {
  if (entries_.empty()) return;
  double total = -kEntryGap;
  for (const Entry& entry : entries_) total += entry.width + kEntryGap;
  const double beside = kTypeWidth - (unit_.empty() ? 0 : unit_width_ + kEntryGap);
  if (rows_.empty() || total > beside) rows_.push_back(kRow);
  const bool with_unit = !unit_.empty() && rows_.size() == 1;
  std::size_t first = 0;
  double width = -kEntryGap;
  const auto close_row = [&](std::size_t end) {
    const double free = kTypeWidth - width;
    double x = kMarginLeft + (with_unit ? free : free / 2);
    for (; first < end; ++first) {
      entries_[first].row = static_cast<int>(rows_.size()) - 1;
      entries_[first].x = x;
      rows_.back() = std::max(rows_.back(), entries_[first].height);
      x += entries_[first].width + kEntryGap;
    }
  };
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (i > first && width + kEntryGap + entries_[i].width > kTypeWidth) {
      close_row(i);
      rows_.push_back(kRow);
      width = -kEntryGap;
    }
    width += kEntryGap + entries_[i].width;
  }
  close_row(entries_.size());
}

void ChartHead::draw(ChartDrawing& drawing) const {
  if (!unit_.empty()) unit_.draw({kMarginLeft, -rows_[0] / 2, kSize, kTypeWidth, Align::left}, drawing.texts);
  for (const Entry& entry : entries_) {
    const double top = std::accumulate(rows_.begin(), rows_.begin() + entry.row, 0.0);
    const double middle = -top - rows_[static_cast<std::size_t>(entry.row)] / 2;
    drawing.boxes.push_back({entry.x, middle - kSample / 2, kSample, kSample, entry.colour});
    entry.name.draw({entry.x + kSample + kSampleGap, middle, kSize, kNameRoom, Align::left}, drawing.texts);
  }
}

}  // namespace nianbao
