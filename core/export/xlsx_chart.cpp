#include "export/xlsx_chart.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <new>

#include "base/text.h"
#include "export/xlsx_cells.h"
#include "export/xlsx_number.h"
#include "export/xlsx_text.h"
#include "report/chart.h"
#include "report/colour.h"

namespace nianbao {

namespace {

constexpr double kPixelsPerPoint = 96.0 / 72;
constexpr std::uint16_t kGap = 56;  // between categories, per cent of a bar
// Figures at the ends of upright columns, at most: more would run into each other.
constexpr std::size_t kMostFigures = 36;
constexpr double kFewSteps = 10;
constexpr std::size_t kLongestTitle = 250;  // characters
// The least part of the longest stack that a figure has room in.
constexpr double kLeastUpright = 0.065, kLeastLying = 0.035;
constexpr std::uint8_t kChineseCharset = 134;
constexpr double kTitleSize = 14, kTextSize = 9;
// The size of a chart that the library's scales refer to, in pixels.
constexpr double kOwnWidth = 480, kOwnHeight = 288;

// The library takes 0 for "not set".
lxw_color_t excel_colour(Colour colour) {
  const auto rgb = (static_cast<std::uint32_t>(colour.red) << 16U) |
                   (static_cast<std::uint32_t>(colour.green) << 8U) | colour.blue;
  return rgb == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : rgb;
}

lxw_chart_font make_font(double size, Colour colour = kBlack) {
  static char song[] = "宋体";
  static char hei[] = "黑体";
  lxw_chart_font font{};
  font.name = size == kTitleSize ? hei : song;
  font.size = size;
  font.charset = kChineseCharset;
  font.color = excel_colour(colour);
  return font;
}

// A title that begins with "=" would be taken for a formula.
std::string title_text(const std::string& title) {
  std::u32string text = to_utf32(cell_text(title));
  if (text.size() > kLongestTitle) text.replace(kLongestTitle, std::u32string::npos, U"……");
  return (starts_with(title, "=") ? " " : "") + to_utf8(text);
}

char* copy_of(const std::string& text) {
  char* copy = strdup(text.c_str());
  if (copy == nullptr) throw std::bad_alloc();
  return copy;
}

// Of the bars, or of the stacks.
double longest_bar(const Chart& chart) {
  double longest = 0;
  for (std::size_t i = 0; i < category_count(chart); ++i) {
    double sum = 0;
    for (const ChartSeries& series : chart.series) {
      const double length = std::abs(bar_length(chart_value(series, i)).value_or(0));
      sum = chart.stacked ? sum + length : std::max(sum, length);
    }
    longest = std::max(longest, sum);
  }
  return longest;
}

class ChartMaker {
 public:
  ChartMaker(const SheetTarget& target, const Chart& chart, const ChartCells& cells)
      : target_(target),
        data_(chart),
        cells_(cells),
        longest_(longest_bar(chart)),
        chart_(workbook_add_chart(target.workbook, type())) {
    if (chart_ == nullptr) throw std::bad_alloc();
  }

  lxw_chart* make() {
    for (std::size_t i = 0; i < data_.series.size(); ++i) add_series(i);
    set_title();
    set_axes();
    if (data_.series.size() > 1) {
      lxw_chart_font font = make_font(kTextSize);
      chart_legend_set_position(chart_, LXW_CHART_LEGEND_BOTTOM);
      chart_legend_set_font(chart_, &font);
    } else {
      chart_legend_set_position(chart_, LXW_CHART_LEGEND_NONE);
    }
    chart_set_series_gap(chart_, kGap);
    lxw_chart_line frame{};
    frame.none = LXW_TRUE;
    chart_chartarea_set_line(chart_, &frame);
    return chart_;
  }

 private:
  bool lying() const { return data_.kind == ChartKind::bars; }

  std::uint8_t type() const {
    if (lying()) return data_.stacked ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR;
    return data_.stacked ? LXW_CHART_COLUMN_STACKED : LXW_CHART_COLUMN;
  }

  // ---- cells that the chart is drawn from

  CellRange names_range() const {
    const int last = cells_.row + static_cast<int>(category_count(data_));
    return {cells_.row + 1, cells_.columns[0], last, cells_.columns[0]};
  }

  CellRange values_range(std::size_t series) const {
    CellRange range = names_range();
    range.first_column = range.last_column = cells_.columns[series + 1];
    return range;
  }

  // The library leaves a sheet's name bare where Excel wants it quoted, and takes blanks of a range for 0.
  void set_formula(lxw_series_range& range, const CellRange& cells) const {
    char area[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_rowcol_to_range_abs(
        area, static_cast<lxw_row_t>(cells.first_row), static_cast<lxw_col_t>(cells.first_column),
        static_cast<lxw_row_t>(cells.last_row), static_cast<lxw_col_t>(cells.last_column));
    std::free(range.formula);
    range.formula = copy_of(fmt::format("{}!{}", quoted_sheet(target_.sheet->name), area));
  }

  // What the cells hold, for programs that do not read them. `fill` says it of each point.
  template <typename Fill>
  void set_cache(lxw_series_range& range, std::size_t count, const Fill& fill) const {
    std::vector<std::uint8_t> zeros(count, 0);
    require_written(lxw_chart_add_data_cache(&range, zeros.data(), static_cast<std::uint16_t>(count), 1, 0));
    lxw_series_data_point* point = nullptr;
    std::size_t index = 0;
    STAILQ_FOREACH(point, range.data_cache, list_pointers) fill(*point, index++);
  }

  void add_series(std::size_t index) {
    const ChartSeries& series = data_.series[index];
    lxw_chart_series* made = chart_add_series(chart_, nullptr, nullptr);
    if (made == nullptr) throw std::bad_alloc();
    const char* sheet = target_.sheet->name;
    const auto set = [&](auto setter, const CellRange& range) {
      setter(made, sheet, static_cast<lxw_row_t>(range.first_row), static_cast<lxw_col_t>(range.first_column),
             static_cast<lxw_row_t>(range.last_row), static_cast<lxw_col_t>(range.last_column));
    };
    const std::size_t count = category_count(data_);
    set(chart_series_set_categories, names_range());
    set_formula(*made->categories, names_range());
    made->categories->has_string_cache = LXW_TRUE;
    set_cache(*made->categories, count, [&](lxw_series_data_point& point, std::size_t i) {
      const std::string name = cell_text(category_name(data_, i));
      point.is_string = LXW_TRUE;
      point.no_data = name.empty() ? LXW_TRUE : LXW_FALSE;
      point.string = copy_of(name);
    });
    set(chart_series_set_values, values_range(index));
    set_formula(*made->values, values_range(index));
    set_cache(*made->values, count, [&](lxw_series_data_point& point, std::size_t i) {
      const auto number = exact_number(chart_value(series, i));
      point.no_data = number ? LXW_FALSE : LXW_TRUE;
      point.number = number.value_or(0);
    });
    const CellRange heading{cells_.row, cells_.columns[index + 1], cells_.row, cells_.columns[index + 1]};
    chart_series_set_name_range(made, sheet, static_cast<lxw_row_t>(heading.first_row),
                                static_cast<lxw_col_t>(heading.first_column));
    set_formula(*made->title.range, heading);
    lxw_chart_fill fill{};
    fill.color = excel_colour(series_colour(index));
    chart_series_set_fill(made, &fill);
    set_figures(made, index);
  }

  // Figures at the ends of the bars, or inside the parts of a stack.
  void set_figures(lxw_chart_series* series, std::size_t index) const {
    const std::size_t count = category_count(data_);
    if (!data_.stacked && !lying() && count * data_.series.size() > kMostFigures) return;
    const bool white = data_.stacked && is_dark(series_colour(index));
    lxw_chart_font font = make_font(kTextSize, white ? kWhite : kBlack);
    chart_series_set_labels(series);
    chart_series_set_labels_font(series, &font);
    std::vector<lxw_chart_data_label> labels(count);
    std::vector<lxw_chart_data_label*> pointers;
    bool has_hidden = false;
    for (std::size_t i = 0; i < count; ++i) {
      const bool hidden = hides_figure(chart_value(data_.series[index], i));
      labels[i].hide = hidden ? LXW_TRUE : LXW_FALSE;
      has_hidden = has_hidden || hidden;
      pointers.push_back(&labels[i]);
    }
    pointers.push_back(nullptr);
    if (has_hidden) require_written(chart_series_set_labels_custom(series, pointers.data()));
  }

  // Text in a cell is a bar of length 0 to Excel: it must not say 0.
  bool hides_figure(const CellValue& value) const {
    if (!exact_number(value)) return !print_value(value).empty();
    const double least = longest_ * (lying() ? kLeastLying : kLeastUpright);
    return data_.stacked && std::abs(*bar_length(value)) < least;
  }

  // ---- what stands around

  void set_title() {
    if (data_.title.empty()) return chart_title_off(chart_);
    lxw_chart_font font = make_font(kTitleSize);
    chart_title_set_name(chart_, title_text(data_.title).c_str());
    chart_title_set_name_font(chart_, &font);
  }

  void set_axes() {
    // x is across, whichever way the bars run.
    lxw_chart_axis* names = lying() ? chart_->y_axis : chart_->x_axis;
    lxw_chart_axis* values = lying() ? chart_->x_axis : chart_->y_axis;
    lxw_chart_font font = make_font(kTextSize);
    lxw_chart_line grid{};
    grid.color = excel_colour(kGridColour);
    grid.width = 0.5;
    chart_axis_set_num_font(names, &font);
    chart_axis_set_num_font(values, &font);
    chart_axis_set_interval_unit(names, 1);
    chart_axis_set_major_tick_mark(names, LXW_CHART_AXIS_TICK_MARK_NONE);
    // With negative values the names stay at the foot.
    chart_axis_set_label_position(names, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    chart_axis_set_major_tick_mark(values, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_num_format(values, "General");
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &grid);
    chart_axis_major_gridlines_set_visible(names, LXW_FALSE);
    if (!data_.unit.empty()) {
      chart_axis_set_name(values, title_text(unit_text(data_)).c_str());
      lxw_chart_font unit = make_font(kTextSize);
      chart_axis_set_name_font(values, &unit);
    }
    if (lying()) {
      // The first category on top, the values' axis still at the foot.
      chart_axis_set_reverse(names);
      chart_axis_set_crossing_max(names);
    }
    set_steps(values);
  }

  // Excel parts small counts into fifths of one.
  void set_steps(lxw_chart_axis* values) const {
    if (is_whole(data_) && longest_ < kFewSteps)
      chart_axis_set_major_unit(values, longest_ < kFewSteps / 2 ? 1 : 2);
  }

  const SheetTarget& target_;
  const Chart& data_;
  const ChartCells& cells_;
  double longest_;
  lxw_chart* chart_;
};

}  // namespace

void insert_chart(const SheetTarget& target, const Chart& chart, const ChartCells& cells,
                  const ChartSpot& spot) {
  if (!no_picture(chart).empty()) return;
  lxw_chart* made = ChartMaker(target, chart, cells).make();
  std::string description = cell_text(describe_chart(chart));
  lxw_chart_options options{};
  options.x_scale = spot.width / kOwnWidth;
  options.y_scale = chart_rows(chart) * kChartRow * kPixelsPerPoint / kOwnHeight;
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  options.description = description.data();
  require_written(worksheet_insert_chart_opt(target.sheet, static_cast<lxw_row_t>(spot.row),
                                             static_cast<lxw_col_t>(spot.column), made, &options));
}

}  // namespace nianbao
