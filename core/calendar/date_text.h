// Dates as offices write them. The type is std::chrono::year_month_day; there is no date class of our own.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

using Date = std::chrono::year_month_day;

// 2024-01-05, 2024/1/5, 2024.1.5, 2024年1月5日, 20240105; full-width digits; a time of day behind it is
// ignored. Empty for anything else, for 2024-02-30, and for years outside 1949–2100.
std::optional<Date> parse_date(std::string_view text);

// Excel's day number; `epoch_1904` for workbooks in the 1904 date system. A time of day (the fraction) is
// ignored.
std::optional<Date> date_from_serial(double serial, bool epoch_1904);

std::string format_iso(Date date);  // 2024-01-05
std::string iso_or_blank(const std::optional<Date>& date);
std::string format_chinese(Date date);  // 2024年1月5日

}  // namespace nianbao
