#include "intake/ledger_values.h"

#include <array>

#include "base/person_names.h"
#include "base/personal_data.h"
#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::size_t kQuotedCharacters = 40;

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

std::string cell_in_quotes(std::string_view text, bool is_like_known) {
  if (is_like_known) return in_quotes(text);
  return in_quotes(without_person(text.substr(0, 8 * kQuotedCharacters), true));
}

std::string number_in_quotes(std::string_view text) {
  return in_quotes(without_person(text.substr(0, 8 * kQuotedCharacters), false));
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

void report_unreadable(LedgerRow& row, int column, const char* what, const char* forms) {
  row.report("L-01", column,
             "“" + row.heading(column) + "”写的是" + cell_in_quotes(row.text(column)) + "，不是" + what,
             forms);
}

bool is_not_applicable(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kMarks = {"/", "／", "—", "-", "不适用", "n/a", "N/A"};
  for (std::string_view mark : kMarks) {
    if (text == mark) return true;
  }
  return false;
}

std::optional<bool> read_yes_no(LedgerRow& row, int column, const char* hint) {
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
  report_unreadable(row, column, "“是”或“否”", hint);
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

void UnlistedUnits::warn(LedgerRow& row, int column, std::string_view name, const std::string* nearest) {
  if (nearest == nullptr || nearest->empty() || !told_.insert(name_key(name)).second) return;
  if (ends_with(name, *nearest)) return;  // its full name, with that of the place before it
  row.warn("U-01", column, "规则包的单位名单（" + units_.list_file() + "）里没有" + in_quotes(name),
           nearest_hint(nearest) +
               "照原文计入。写错的请改正；没有写错的，请在 report.toml 的 [ledgers] 里用 units "
               "指定自己的单位名录，就不再用规则包的单位名单。");
}

NearestWord nearest_of(const UnitRegister& units) {
  return NearestWord([&units](std::string_view text) {
    return units.is_whole() ? units.nearest(text) : units.likely_meant(text);
  });
}

UnitFinder::UnitFinder(const UnitRegister& units)
    : units_(units), nearest_(nearest_of(units)), unlisted_(units) {}

const UnitFinder::Found& UnitFinder::find(std::string_view text) {
  return memory_.get(text, [this](std::string_view written) {
    Found found{std::string(written), true, ""};
    if (units_.empty()) return found;
    if (const Unit* unit = units_.find(written)) {
      found.name = unit->name;
      return found;
    }
    found.known = !units_.is_whole();
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
  if (found.known) {
    unlisted_.warn(row, column, text, &found.nearest);
  } else {
    row.report("U-01", column, "单位名录里没有" + cell_in_quotes(text, !found.nearest.empty()),
               nearest_hint(&found.nearest) + "请改用名录里的名称，或者在名录里补上这个单位或别名。");
  }
  return &found;
}

}  // namespace nianbao
