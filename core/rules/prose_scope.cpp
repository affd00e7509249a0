#include "rules/prose_scope.h"

#include <algorithm>
#include <string>

#include "base/number_text.h"
#include "base/text.h"
#include "rules/prose_words.h"

namespace nianbao {

namespace {

constexpr std::string_view kYear = "年", kMonth = "月";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool ends_with_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return ends_with(text, word); });
}

// The Chinese year that `text` ends with: 二〇二三; 0 for none.
std::int64_t chinese_year(std::string_view text) {
  static constexpr std::size_t kSize = 12;
  if (text.size() < kSize) return 0;
  const auto value = parse_chinese_number(text.substr(text.size() - kSize));
  return value && *value >= 1900 && *value < 2100 ? *value : 0;
}

std::size_t begin_of_last(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0) {
    begin -= 1;
    if ((static_cast<unsigned char>(text[begin]) & 0xC0U) != 0x80) break;
  }
  return begin;
}

const WordIndex& last_year_words() {
  static const WordIndex kWords = words_of("上年度同期 上年同期 去年同期 上一年度 上一年 上年度 上年 去年");
  return kWords;
}

// Bytes of the comparison at the head of `text`; 0 for none.
std::size_t comparison_size(std::string_view text, int year) {
  static const WordIndex kBefore = words_of("比 较 与 同 由 从 相比 相较于 相较 较之");
  static const WordIndex kAlone = {"同比"};
  static const WordIndex kBehind = {"相比较", "相比", "比", "同比"};
  if (const std::size_t size = kAlone.at(text).size) return size;
  const std::size_t before = kBefore.at(text).size;
  if (before == 0) return 0;
  const std::size_t named = last_year_size(text.substr(before), year);
  if (named == 0) return 0;
  const std::size_t size = before + named;
  return size + kBehind.at(text.substr(size)).size;
}

}  // namespace

std::size_t last_year_size(std::string_view text, int year) {
  static const WordIndex kBehindYear = {"同期", "全年", "度"};
  const std::string digits = std::to_string(year - 1) + std::string(kYear);
  std::size_t size = last_year_words().at(text).size;
  if (starts_with(text, digits)) size = digits.size() + kBehindYear.at(text.substr(digits.size())).size;
  // “较上年结转的多” speaks of what was carried in.
  return size > 0 && starts_with(text.substr(size), "结转") ? 0 : size;
}

std::vector<TextSpan> find_comparisons(std::string_view text, int year) {
  std::vector<TextSpan> found;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = comparison_size(text.substr(i), year);
    if (size > 0) found.push_back({i, i + size});
    i += size > 0 ? size : character_size(text.substr(i));
  }
  return found;
}

ProseScope::ProseScope(std::string_view text, const std::vector<TextSpan>& known, const PhraseBook& book)
    : text_(text) {
  auto next = known.begin();
  for (std::size_t i = 0; i < text_.size();) {
    while (next != known.end() && next->end <= i) ++next;
    i = next != known.end() && next->begin <= i ? next->end : read_place(i, book);
  }
}

// Reads what begins here; the place behind it.
std::size_t ProseScope::read_place(std::size_t at, const PhraseBook& book) {
  const std::string_view rest = text_.substr(at);
  if (const std::size_t size = prose::harmless().at(rest).size) return at + size;
  const std::size_t size = std::max(prose::other_scope().at(rest).size, book.unit_names().at(rest).size);
  if (size > 0) leave_at(at + size);
  const bool is_one_of_many = book.context().is_collected && prose::body_itself().begins(rest);
  if (is_one_of_many || prose::other_clause().begins(rest)) others_.push_back(at);
  const bool is_other_time = (starts_with(rest, kYear) && names_other_year(at, book.context().year)) ||
                             (starts_with(rest, kMonth) && names_part_of_year(at));
  if (is_other_time) leave_at(at + kYear.size());
  read_mark(at);
  return at + character_size(rest);
}

void ProseScope::read_mark(std::size_t at) {
  static const WordIndex kClauseMarks = {"，", "；", "：", ",", ";", ":"};
  static const WordIndex kOpening = {"“", "《", "「", "『"};
  static const WordIndex kClosing = {"”", "》", "」", "』"};
  const std::string_view rest = text_.substr(at);
  // “1,234件” is one number.
  const bool is_in_number = at > 0 && rest.size() > 1 && is_digit(text_[at - 1]) && is_digit(rest[1]);
  const std::size_t clause_mark = is_in_number ? 0 : kClauseMarks.at(rest).size;
  if (clause_mark > 0) clauses_.push_back(at + clause_mark);
  if (kOpening.begins(rest)) opened_.push_back(at);
  if (opened_.empty() || !kClosing.begins(rest)) return;
  const TextSpan quote{opened_.back(), at};
  opened_.pop_back();
  while (!quotes_.empty() && quotes_.back().begin > quote.begin)
    quotes_.pop_back();  // the outer one holds them
  quotes_.push_back(quote);
}

void ProseScope::leave_at(std::size_t at) {
  elsewhere_ = std::min(elsewhere_, at);
}

std::size_t ProseScope::clause_begin(std::size_t at) const {
  const auto next = std::upper_bound(clauses_.begin(), clauses_.end(), at);
  return next == clauses_.begin() ? 0 : *(next - 1);
}

bool ProseScope::is_of_others(std::size_t at) const {
  const auto next = std::lower_bound(others_.begin(), others_.end(), at);
  return next != others_.begin() && *(next - 1) >= clause_begin(at);
}

bool ProseScope::is_quoted(std::size_t at) const {
  const auto next = std::upper_bound(quotes_.begin(), quotes_.end(), at,
                                     [](std::size_t place, const TextSpan& q) { return place < q.begin; });
  return next != quotes_.begin() && at < (next - 1)->end;
}

// The 年 here ends another year, or a range of years.
bool ProseScope::names_other_year(std::size_t at, int year) const {
  const std::string_view before = text_.substr(0, at);
  if (const std::int64_t named = chinese_year(before)) return named != year;
  static constexpr std::size_t kDigits = 4;
  if (before.size() < kDigits) return false;
  const std::string_view digits = before.substr(at - kDigits);
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return false;
  if (digits != std::to_string(year)) return true;
  const std::string_view head = before.substr(0, at - kDigits);
  for (std::string_view dash : {"—", "-", "–", "~", "～", "至"}) {
    if (ends_with(head, dash) && head.size() > dash.size() && is_digit(head[head.size() - dash.size() - 1]))
      return true;
  }
  return false;
}

// A month: all but 1月1日, 1月至, and the last one as an end.
bool ProseScope::names_part_of_year(std::size_t at) const {
  std::string_view before = text_.substr(0, at);
  static constexpr std::string_view kNumerals = "一二三四五六七八九十";
  std::string_view month = before;
  while (!before.empty()) {
    const std::size_t last = begin_of_last(before);
    const std::string_view character = before.substr(last);
    const bool is_numeral = is_digit(character.front()) ||
                            (character.size() == 3 && kNumerals.find(character) != std::string_view::npos);
    if (!is_numeral) break;
    before = before.substr(0, last);
  }
  month = month.substr(before.size());
  const std::string_view behind = text_.substr(at + kMonth.size());
  if (month.empty()) return false;
  if (month == "1" || month == "01" || month == "一") {
    static const WordIndex kFrom = words_of("1日 一日 01日 至12月 —12月 -12月 ～12月 到12月 至十二月");
    return !kFrom.begins(behind);
  }
  static const WordIndex kEnd = {"31日", "三十一日", "底", "末"};
  const bool is_end = kEnd.begins(behind) || ends_with_one_of(before, {"至", "到", "—", "-", "～"});
  return !((month == "12" || month == "十二") && is_end);
}

}  // namespace nianbao
