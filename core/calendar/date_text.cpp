#include "calendar/date_text.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "base/text.h"

namespace nianbao {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

std::optional<Date> checked(int y, int m, int d) {
  if (y < 1949 || y > 2100 || m < 1 || m > 12 || d < 1 || d > 31) return std::nullopt;
  const Date date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

// Up to `most` digits at `position`; -1 when there is none.
int read_digits(std::string_view text, std::size_t& position, int most) {
  int value = 0;
  int digits = 0;
  while (position < text.size() && digits < most && text[position] >= '0' && text[position] <= '9') {
    value = value * 10 + (text[position++] - '0');
    ++digits;
  }
  return digits == 0 ? -1 : value;
}

bool skip(std::string_view text, std::size_t& position, std::string_view word) {
  if (text.substr(position, word.size()) != word) return false;
  position += word.size();
  return true;
}

void skip_blanks(std::string_view text, std::size_t& position) {
  while (position < text.size() && text[position] == ' ') ++position;
}

// Nothing, or a time of day: " 09:30", "T09:30:00", " 9时30分".
bool is_time_or_end(std::string_view rest) {
  if (trim(rest).empty()) return true;
  if (rest.front() != ' ' && rest.front() != 'T') return false;
  rest = trim(rest.substr(1));
  std::size_t i = 0;
  const auto part = [&](int most) {
    const int value = read_digits(rest, i, 2);
    return value >= 0 && value <= most;
  };
  if (!part(23)) return false;
  if (skip(rest, i, "时")) return i == rest.size() || (part(59) && skip(rest, i, "分") && i == rest.size());
  if (!skip(rest, i, ":") || !part(59)) return false;
  if (i == rest.size()) return true;
  if (!skip(rest, i, ":") || !part(59)) return false;
  // Fractions of a second, as databases write them.
  if (skip(rest, i, ".")) return rest.find_first_not_of("0123456789", i) == std::string_view::npos;
  return i == rest.size();
}

std::optional<Date> parse_compact(std::string_view text) {
  if (text.size() != 8) return std::nullopt;
  std::size_t i = 0;
  const int y = read_digits(text, i, 4);
  const int m = read_digits(text, i, 2);
  const int d = read_digits(text, i, 2);
  return i == 8 ? checked(y, m, d) : std::nullopt;
}

// One separator kind throughout: "-", "/", "." or 年 月 日.
std::optional<Date> parse_separated(std::string_view text) {
  std::size_t i = 0;
  const int y = read_digits(text, i, 4);
  if (i != 4) return std::nullopt;
  skip_blanks(text, i);
  std::string_view first;
  for (std::string_view mark : {"-", "/", ".", "年"}) {
    if (skip(text, i, mark)) {
      first = mark;
      break;
    }
  }
  if (first.empty()) return std::nullopt;
  const std::string_view second = first == "年" ? "月" : first;
  skip_blanks(text, i);
  const int m = read_digits(text, i, 2);
  skip_blanks(text, i);
  if (!skip(text, i, second)) return std::nullopt;
  skip_blanks(text, i);
  const int d = read_digits(text, i, 2);
  if (first == "年") skip_blanks(text, i);
  if (first == "年" && !skip(text, i, "日") && !skip(text, i, "号")) return std::nullopt;
  if (d < 0 || !is_time_or_end(text.substr(i))) return std::nullopt;
  return checked(y, m, d);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  text = trim(text);
  const bool ascii_digits = !text.empty() && text.front() >= '0' && text.front() <= '9';
  std::string folded;
  bool needs_folding = !ascii_digits;
  for (char c : text) needs_folding = needs_folding || static_cast<unsigned char>(c) == 0xEF;
  if (needs_folding) {
    folded = fold_width(text);
    text = trim(folded);
  }
  if (auto date = parse_compact(text)) return date;
  return parse_separated(text);
}

std::optional<Date> date_from_serial(double serial, bool epoch_1904) {
  if (!(serial >= 0) || serial > 200000) return std::nullopt;
  auto whole = static_cast<int>(std::floor(serial));
  sys_days start = sys_days{year{1904} / 1 / 1};
  if (!epoch_1904) {
    // Day 60 is 29 February 1900, which never was; days after it are one ahead.
    if (whole == 60 || whole == 0) return std::nullopt;
    start = sys_days{year{1899} / 12 / 31};
    if (whole > 60) whole -= 1;
  }
  const Date date{start + days{whole}};
  return checked(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                 static_cast<int>(static_cast<unsigned>(date.day())));
}

std::string format_iso(Date date) {
  std::array<char, 24> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return out.data();
}

std::string iso_or_blank(const std::optional<Date>& date) {
  return date ? format_iso(*date) : "";
}

std::string format_chinese(Date date) {
  return std::to_string(static_cast<int>(date.year())) + "年" +
         std::to_string(static_cast<unsigned>(date.month())) + "月" +
         std::to_string(static_cast<unsigned>(date.day())) + "日";
}

}  // namespace nianbao
