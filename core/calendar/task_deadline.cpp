#include "calendar/task_deadline.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "base/text.h"

namespace nianbao {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;

using Words = std::initializer_list<std::string_view>;
constexpr int kNoNumber = -1;
constexpr std::size_t kLongest = 120;  // bytes; no deadline is longer

// What is left to read of a text without blanks, in half width.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  bool take(std::string_view word) {
    if (!starts_with(rest_, word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  // The first that fits: longer words go first.
  bool take_any(Words words) {
    return std::any_of(words.begin(), words.end(), [this](std::string_view word) { return take(word); });
  }
  bool take_last(std::string_view word) {
    if (!ends_with(rest_, word)) return false;
    rest_.remove_suffix(word.size());
    return true;
  }

  // 《某某要点》.
  void take_title() {
    const std::size_t end = rest_.find("》");
    if (starts_with(rest_, "《") && end != std::string_view::npos) rest_.remove_prefix(end + kTitleEnd);
  }

  // "12" or "十二", up to 999 or 九十九; kNoNumber when there is none.
  int number() {
    const int digits = arabic(3);
    return digits == kNoNumber ? chinese() : digits;
  }
  // Exactly four digits and one of the marks, else nothing is taken.
  std::optional<int> year(Words marks) {
    const std::string_view before = rest_;
    const int value = arabic(4);
    if (value >= 1000 && take_any(marks)) return value;
    rest_ = before;
    return std::nullopt;
  }
  std::string_view rest() const { return rest_; }

 private:
  int arabic(std::size_t most) {
    int value = 0;
    std::size_t length = 0;
    for (; length < most && length < rest_.size(); ++length) {
      const char c = rest_[length];
      if (c < '0' || c > '9') break;
      value = value * 10 + (c - '0');
    }
    if (length == 0) return kNoNumber;
    rest_.remove_prefix(length);
    return value;
  }

  int chinese() {
    const int tens = chinese_digit();
    if (!take("十")) return tens;
    const int ones = chinese_digit();
    return (tens == kNoNumber ? 1 : tens) * 10 + (ones == kNoNumber ? 0 : ones);
  }

  int chinese_digit() {
    static constexpr std::array<std::string_view, 9> kDigits = {"一", "二", "三", "四", "五",
                                                                "六", "七", "八", "九"};
    if (take("两")) return 2;
    for (std::size_t i = 0; i < kDigits.size(); ++i) {
      if (take(kDigits[i])) return static_cast<int>(i) + 1;
    }
    return kNoNumber;
  }

  static constexpr std::size_t kTitleEnd = std::string_view("》").size();
  std::string_view rest_;
};

TaskDeadline on(std::optional<Date> date) {
  if (!date || !date->ok()) return {};
  const int year = static_cast<int>(date->year());
  if (year < 1949 || year > 2100) return {};
  return {DeadlineKind::day, date};
}

std::optional<Date> last_of_month(int year, int month_number) {
  if (month_number < 1 || month_number > 12) return std::nullopt;
  return Date(std::chrono::year{year} / month{static_cast<unsigned>(month_number)} / last);
}

bool is_standing(Reader reader) {
  if (reader.take("并")) return false;
  if (!reader.take_any({"长期", "持续", "常态化", "常年", "日常", "经常性"})) return false;
  reader.take_any({"坚持", "推进", "开展", "落实", "进行", "实施", "执行", "做好", "抓好", "更新", "保持",
                   "有效", "工作", "任务"});
  reader.take_any({"工作", "落实", "推进", "开展"});
  return reader.at_end();
}

// What may stand behind a period to name its last day. A bare 前 is not among them: 12月前 may end in
// November.
bool is_through_end(Reader reader) {
  reader.take("份");
  if (reader.take_any({"底", "末"})) {
    reader.take_any({"之前", "以前", "前"});
  } else {
    reader.take_any({"以内", "之内", "内"});
  }
  return reader.at_end();
}

// "第三季度", "上半年": the number of the last month.
int last_month_of_part(Reader& reader) {
  if (reader.take("上半年")) return 6;
  if (reader.take("下半年")) return 12;
  Reader ahead = reader;
  ahead.take("第");
  const int quarter = ahead.number();
  if (quarter < 1 || quarter > 4 || !ahead.take("季度")) return 0;
  reader = ahead;
  return quarter * 3;
}

// Behind the year: "12月底前", "3月31日前", "年底前", "三季度末".
TaskDeadline read_in_year(Reader reader, int year, bool year_named) {
  // 2022年年底前 and 2022年底前 are the same; 年底前 alone is this year's.
  if (Reader whole = reader; whole.take_any({"年度", "年"}) || year_named) {
    const bool says_end = !whole.at_end() || year_named;
    if (says_end && is_through_end(whole)) return on(last_of_month(year, 12));
  }
  if (const int part = last_month_of_part(reader); part != 0) {
    return is_through_end(reader) ? on(last_of_month(year, part)) : TaskDeadline{};
  }
  const int month_number = reader.number();
  if (month_number == kNoNumber || !reader.take("月")) return {};
  if (is_through_end(reader)) return on(last_of_month(year, month_number));
  const int day_number = reader.number();
  if (day_number < 1 || !reader.take_any({"日", "号"})) return {};
  reader.take_any({"之前", "以前", "前"});
  if (!reader.at_end() || month_number < 1) return {};
  return on(Date(std::chrono::year{year}, month{static_cast<unsigned>(month_number)},
                 day{static_cast<unsigned>(day_number)}));
}

// "2024-06-30前"; 2024年6月30日前 comes here, too.
std::optional<Date> read_full_date(Reader reader) {
  for (std::string_view tail : {"之前", "以前", "前"}) {
    if (reader.take_last(tail)) break;
  }
  return parse_date(reader.rest());
}

// "2024-12", "2024.12": the whole month.
std::optional<Date> read_plain_month(Reader reader) {
  const auto year = reader.year({"-", "/", "."});
  if (!year) return std::nullopt;
  const int month_number = reader.number();
  return is_through_end(reader) ? last_of_month(*year, month_number) : std::nullopt;
}

Date after_months(Date from, int count) {
  const auto target = std::chrono::year_month(from.year(), from.month()) + months(count);
  const Date same_day = target / from.day();
  return same_day.ok() ? same_day : Date(target / last);
}

// "印发之日起30日内", "于本要点印发后30日内", "30日内", "1个月内". Working days are not natural days and stay
// not understood.
TaskDeadline read_after_issue(Reader reader, std::optional<Date> issued) {
  reader.take_any({"自", "于", "从"});
  reader.take_any({"本", "该"});
  reader.take_title();
  reader.take_any({"实施方案", "工作要点", "工作方案", "要点", "文件", "方案", "通知", "文"});
  if (reader.take_any({"印发", "发布", "下发", "发文", "公布"})) {
    reader.take_any({"之日起", "之日后", "之后", "日起", "后", "起"});
  }
  const int count = reader.number();
  if (count < 1) return {};
  const bool by_month = reader.take_any({"个月"});
  if (!by_month && !reader.take_any({"个自然日", "自然日", "日", "天"})) return {};
  if (!reader.take_any({"以内", "之内", "内"}) || !reader.at_end()) return {};
  if (!issued) return {DeadlineKind::needs_issue_date, std::nullopt};
  return on(by_month ? after_months(*issued, count) : Date(sys_days(*issued) + days(count)));
}

// Blanks, width, and what is written around a deadline without changing it.
std::string deadline_key(std::string_view text) {
  const std::string key = name_key(text);
  Reader reader(key);
  while (reader.take_last("。") || reader.take_last(";") || reader.take_last(",") || reader.take_last("、")) {
  }
  reader.take_last("完成");
  return std::string(reader.rest());
}

}  // namespace

bool is_bare_month_deadline(std::string_view text) {
  if (text.size() > kLongest) return false;
  const std::string key = deadline_key(text);
  Reader reader(key);
  reader.take("于");
  if (!reader.year({"年"})) reader.take_any({"今年", "本年", "当年"});
  const int month_number = reader.number();
  if (month_number < 1 || month_number > 12 || !reader.take("月")) return false;
  reader.take("份");
  return reader.take_any({"之前", "以前", "前"}) && reader.at_end();
}

TaskDeadline parse_task_deadline(std::string_view text, int year, std::optional<Date> issued) {
  if (text.size() > kLongest) return {};
  if (const auto date = parse_date(text)) return on(date);
  const std::string key = deadline_key(text);
  Reader reader(key);
  if (is_standing(reader)) return {DeadlineKind::standing, std::nullopt};
  if (const auto date = read_full_date(reader)) return on(date);
  if (const auto date = read_plain_month(reader)) return on(date);
  if (const TaskDeadline after = read_after_issue(reader, issued);
      after.kind != DeadlineKind::not_understood) {
    return after;
  }
  reader.take("于");
  const auto named = reader.year({"年度", "年"});
  const bool year_named = named || reader.take_any({"今年", "本年度", "本年", "当年"});
  return read_in_year(reader, named.value_or(year), year_named);
}

}  // namespace nianbao
