// What every picture of a Chart agrees on, in PDF and in Excel: which places it has, what stands in them, and
// what is said where nothing can be drawn. A blank and a text are no figures: neither is ever drawn as 0.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "report/document.h"

namespace nianbao {

// More than this is no picture for anybody.
inline constexpr std::size_t kMostCategories = 1000;

// Categories, or more where a series has more values than the chart has names for.
std::size_t category_count(const Chart& chart);
// Empty where the chart has no name for it.
std::string category_name(const Chart& chart, std::size_t category);
// Blank where the series ends before.
CellValue chart_value(const ChartSeries& series, std::size_t category);
// "系列2" where several series stand together and this one has no name.
std::string series_name(const Chart& chart, std::size_t series);
// "单位：件", or empty.
std::string unit_text(const Chart& chart);

// How long a bar is; none for a blank and for text. For drawing only.
std::optional<double> bar_length(const CellValue& value);
// No figure of the chart has a fraction, so its axis needs none.
bool is_whole(const Chart& chart);
// A Chinese remark that stands in the place of the picture; empty where there is something to draw.
std::string no_picture(const Chart& chart);

// For those who cannot see it: kind, title, unit, first and last category, series.
std::string describe_chart(const Chart& chart);

}  // namespace nianbao
