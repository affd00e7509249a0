#include <cstdlib>

#include "base/text.h"
#include "intake/ledger_values.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestList = 2000;  // bytes: some fifty periods
constexpr const char* kDateForms = "可以写成 2024-01-05、2024/1/5、2024.1.5、2024年1月5日或 20240105。";

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int two_digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

// 2024-01-05 and nothing else: what most cells hold.
std::optional<Date> parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  }
  const int year = two_digits(text, 0) * 100 + two_digits(text, 2);
  const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(two_digits(text, 5))},
                  std::chrono::day{static_cast<unsigned>(two_digits(text, 8))}};
  if (year < 1949 || year > 2100 || !date.ok()) return std::nullopt;
  return date;
}

std::optional<Date> parse_serial(GridKind kind, std::string_view text) {
  const std::string_view whole = text.substr(0, text.find('.'));
  if (whole.size() != 5 || !is_digits(whole)) return std::nullopt;
  if (whole.size() != text.size() && (kind != GridKind::number || !is_digits(text.substr(6)))) {
    return std::nullopt;
  }
  return date_from_serial(std::atoi(std::string(whole).c_str()), false);
}

// "A~B" with A no later than B; "A~" and "A" have not ended.
std::optional<Period> parse_period(std::string_view text) {
  const std::size_t tilde = text.find('~');
  const auto begin = parse_date(trim(text.substr(0, tilde)));
  if (!begin) return std::nullopt;
  if (tilde == std::string_view::npos) return Period{*begin, std::nullopt};
  const std::string_view rest = trim(text.substr(tilde + 1));
  if (rest.empty()) return Period{*begin, std::nullopt};
  const auto end = parse_date(rest);
  if (!end || *end < *begin) return std::nullopt;
  return Period{*begin, end};
}

// What stands between ；、 ， or line breaks, folded and trimmed; what is blank is left out. The parts point
// into `folded`.
std::vector<std::string_view> parts_of(std::string_view text, std::string& folded) {
  folded = fold_width(text);
  for (const char* mark : {"、", ",", "\n"}) folded = replace_all(folded, mark, ";");
  std::vector<std::string_view> parts;
  for (std::string_view part : split(folded, ';')) {
    part = trim(part);
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

// A list of fifty periods is none that anybody wrote; nothing of it is read rather than a part.
bool is_too_long(LedgerRow& row, int column) {
  const std::size_t size = row.text(column).size();
  if (size <= kLongestList) return false;
  row.report("L-01", column,
             "“" + row.heading(column) + "”有 " + std::to_string(size) + " 个字节，超过一格日期的限度（" +
                 std::to_string(kLongestList) + "）：" + cell_in_quotes(row.text(column)),
             "请核对这一格，是不是粘进了别的内容。");
  return true;
}

}  // namespace

std::optional<Date> parse_ledger_date(GridKind kind, std::string_view text) {
  if (const auto date = parse_iso(text)) return date;
  if (text.size() > kLongestName) return std::nullopt;
  if (const auto date = parse_date(text)) return date;
  return parse_serial(kind, text);
}

DateCell read_date(LedgerRow& row, int column, const char* more) {
  const std::string_view text = row.text(column);
  if (text.empty() || is_not_applicable(text)) return {std::nullopt, row.is_broken(column)};
  const auto date = parse_ledger_date(row.kind(column), text);
  if (!date) report_unreadable(row, column, "有效的日期", (std::string(kDateForms) + more).c_str());
  return {date, true};
}

void read_dates(LedgerRow& row, int column, std::vector<Date>& dates) {
  dates.clear();
  const std::string_view text = row.text(column);
  if (text.empty() || is_not_applicable(text)) return;
  if (const auto date = parse_ledger_date(row.kind(column), text)) {
    dates.push_back(*date);
    return;
  }
  if (is_too_long(row, column)) return;
  std::string folded;
  for (std::string_view part : parts_of(text, folded)) {
    if (const auto date = parse_date(part)) {
      dates.push_back(*date);
      continue;
    }
    dates.clear();
    report_unreadable(row, column, "有效的日期",
                      (std::string(kDateForms) + "有几个日期的，中间用；隔开。").c_str());
    return;
  }
}

void read_periods(LedgerRow& row, int column, std::vector<Period>& periods) {
  const std::string_view text = row.text(column);
  if (text.empty() || is_not_applicable(text)) return;
  if (is_too_long(row, column)) return;
  std::string folded(text);
  for (const char* mark : {"至", "—", "到"}) folded = replace_all(folded, mark, "~");
  std::string held;
  for (std::string_view part : parts_of(folded, held)) {
    if (const auto period = parse_period(part)) {
      periods.push_back(*period);
      continue;
    }
    periods.clear();
    report_unreadable(row, column, "有效的起止日期",
                      "写成 2024-03-01~2024-03-12，多段之间用；隔开，结束不能早于开始；"
                      "还没有收到意见的只写 2024-03-01。");
    return;
  }
}

}  // namespace nianbao
