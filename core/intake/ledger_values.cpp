#include "intake/ledger_values.h"

#include <array>
#include <cstdlib>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::size_t kQuotedCharacters = 40;
constexpr std::size_t kLongestPeriods = 2000;  // bytes: some fifty periods
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

// "A~B" with A no later than B, "A", "A~", or nothing.
bool is_period(std::string_view text) {
  if (text.empty()) return true;
  const std::size_t tilde = text.find('~');
  const auto begin = parse_date(trim(text.substr(0, tilde)));
  if (!begin) return false;
  const std::string_view rest = tilde == std::string_view::npos ? "" : trim(text.substr(tilde + 1));
  if (rest.empty()) return true;
  const auto end = parse_date(rest);
  return end && *begin <= *end;
}

void report_unreadable(LedgerRow& row, int column, const char* what, const char* forms) {
  row.report("L-01", column,
             "“" + row.heading(column) + "”写的是" + in_quotes(row.text(column)) + "，不是" + what, forms);
}

}  // namespace

namespace {

// The length of a mobile number or an identity number that starts at `begin`, else 0.
std::size_t personal_number(std::string_view text, std::size_t begin) {
  const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  if (begin > 0 && is_digit(begin - 1)) return 0;
  std::size_t end = begin;
  while (is_digit(end)) ++end;
  if (end - begin == 17 && end < text.size() && (text[end] == 'X' || text[end] == 'x')) ++end;
  const std::size_t length = end - begin;
  return length == 18 || (length == 11 && text[begin] == '1') ? length : 0;
}

// Numbers of persons stand in wrong columns, too: their middle is never quoted.
std::string without_personal_numbers(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::size_t length = personal_number(text, i);
    if (length > 0) out.replace(i + 3, length - 5, std::string(length - 5, '*'));
  }
  return out;
}

}  // namespace

std::string shortened(std::string_view whole) {
  const std::string text = without_personal_numbers(whole.substr(0, 8 * kQuotedCharacters));
  std::string out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) {
    if (count == kQuotedCharacters) {
      out += "…";
      break;
    }
    const char32_t c = next_code_point(text, i);
    append_utf8(out, c < 0x20 || c == 0x7F ? U' ' : c);
  }
  return out;
}

std::string in_quotes(std::string_view text) {
  return "“" + shortened(text) + "”";
}

const std::string* find_like(std::string_view text, const std::vector<std::string>& candidates) {
  return text.size() > kLongestName ? nullptr : find_nearest(text, candidates);
}

std::string nearest_hint(const std::string* nearest) {
  return nearest == nullptr || nearest->empty() ? "" : "是不是" + in_quotes(*nearest) + "？";
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : "、").append(word);
  return text;
}

std::string place_text(const Place& place, const Place& here) {
  const bool same_file = place.file == here.file;
  std::string text = "第 " + std::to_string(place.row) + " 行";
  if (!place.sheet.empty() && (place.sheet != here.sheet || !same_file)) text = in_quotes(place.sheet) + text;
  return same_file ? text : place.file + " " + text;
}

bool is_not_applicable(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kMarks = {"/", "／", "—", "-", "不适用", "n/a", "N/A"};
  for (std::string_view mark : kMarks) {
    if (text == mark) return true;
  }
  return false;
}

std::optional<Date> parse_ledger_date(GridKind kind, std::string_view text) {
  if (const auto date = parse_iso(text)) return date;
  if (text.size() > kLongestName) return std::nullopt;
  if (const auto date = parse_date(text)) return date;
  return parse_serial(kind, text);
}

DateCell read_date(LedgerRow& row, int column) {
  const std::string_view text = row.text(column);
  if (text.empty() || is_not_applicable(text)) return {std::nullopt, row.is_broken(column)};
  const auto date = parse_ledger_date(row.kind(column), text);
  if (!date) report_unreadable(row, column, "有效的日期", kDateForms);
  return {date, true};
}

void check_periods(LedgerRow& row, int column) {
  if (row.text(column).empty() || is_not_applicable(row.text(column))) return;
  std::string text = fold_width(row.text(column).substr(0, kLongestPeriods));
  for (const char* mark : {"至", "—", "到"}) text = replace_all(text, mark, "~");
  for (const char* mark : {"、", ",", "\n"}) text = replace_all(text, mark, ";");
  for (std::string_view period : split(text, ';')) {
    if (is_period(trim(period))) continue;
    report_unreadable(row, column, "有效的起止日期",
                      "写成 2024-03-01~2024-03-12，多段之间用；隔开，结束不能早于开始。");
    return;
  }
}

std::optional<bool> read_yes_no(LedgerRow& row, int column) {
  static constexpr std::array<std::string_view, 8> kYes = {"是", "1", "√", "✓", "✔", "y", "yes", "true"};
  static constexpr std::array<std::string_view, 8> kNo = {"否", "0", "×", "✗", "✘", "n", "no", "false"};
  const std::string_view text = row.text(column);
  if (text.empty() || is_not_applicable(text)) return std::nullopt;
  const std::string key = name_key(text);
  for (std::string_view word : kYes) {
    if (key == word) return true;
  }
  for (std::string_view word : kNo) {
    if (key == word) return false;
  }
  report_unreadable(row, column, "“是”或“否”", "请填“是”或“否”。");
  return std::nullopt;
}

Cell read_count(LedgerRow& row, int column) {
  Cell cell = read_cell(row.text(column));
  if (cell.state == CellState::invalid) {
    report_unreadable(row, column, " 0 或正整数", "请填阿拉伯数字的整数；没有的填 0，不适用的填 /。");
  }
  return cell;
}

Amount read_money(LedgerRow& row, int column) {
  Amount amount = read_amount(row.text(column));
  if (amount.state == CellState::invalid) {
    report_unreadable(row, column, "金额",
                      "请填不带单位的数，如 3940 或 3940.50；不能是负数，不适用的填 /。");
  }
  return amount;
}

UnitFinder::UnitFinder(const UnitRegister& units)
    : units_(units), nearest_([&units](std::string_view text) { return units.nearest(text); }) {}

const UnitFinder::Found& UnitFinder::find(std::string_view text) {
  return memory_.get(text, [this](std::string_view written) {
    Found found{std::string(written), true, ""};
    if (units_.empty()) return found;
    if (const Unit* unit = units_.find(written)) {
      found.name = unit->name;
      return found;
    }
    found.known = false;
    const std::string* nearest = nearest_(written);
    if (nearest != nullptr) found.nearest = *nearest;
    return found;
  });
}

const UnitFinder::Found* UnitFinder::read(LedgerRow& row, int column) {
  if (!row.require(column)) return nullptr;
  const std::string_view text = row.text(column);
  const Found& found = find(text);
  if (found.known && found.name.size() <= kLongestName) row.set_unit(found.name);
  if (!found.known) {
    row.report("U-01", column, "单位名录里没有" + in_quotes(text),
               nearest_hint(&found.nearest) + "请改用名录里的名称，或者在名录里补上这个单位或别名。");
  }
  return &found;
}

}  // namespace nianbao
