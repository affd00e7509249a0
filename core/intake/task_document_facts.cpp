#include "intake/task_document_facts.h"

#include <algorithm>

#include "base/text.h"
#include "intake/ledger_values.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestFact = 200;  // bytes of a line that may be a number, a date or a page number

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

// —8—, - 8 -, 8, 第8页, 第 8 页 共 12 页, 8/12.
bool is_page_number(std::string_view line) {
  static constexpr std::u32string_view kAround = U"-—–－─·第页共/|";
  const std::u32string key = to_utf32(name_key(line));
  std::size_t digits = 0;
  for (const char32_t c : key) {
    if (is_digit(c)) {
      ++digits;
    } else if (kAround.find(c) == std::u32string_view::npos) {
      return false;
    }
  }
  // Four digits alone may be a year that a page cut off.
  return digits > 0 && digits <= (key.size() == digits ? 3U : 8U) && key.size() - digits <= 8;
}

bool begins_like(std::string_view key, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [key](const std::string& beginning) {
    const std::string wanted = name_key(beginning);
    return !wanted.empty() && starts_with(key, wanted);
  });
}

// 2024 in “2024年某某区政务公开工作要点”, the first year that a line names; 0 for none.
int first_year(std::string_view line) {
  const std::string key = name_key(line);
  for (std::size_t at = key.find("年"); at != std::string::npos; at = key.find("年", at + 1)) {
    if (at < 4 || (at > 4 && is_digit(static_cast<unsigned char>(key[at - 5])))) continue;
    const std::string digits = key.substr(at - 4, 4);
    const bool is_year = std::all_of(digits.begin(), digits.end(),
                                     [](char c) { return is_digit(static_cast<unsigned char>(c)); });
    if (is_year && digits >= "1949" && digits <= "2100") return std::stoi(digits);
  }
  return 0;
}

bool is_title(std::string_view line) {
  return line.find("要点") != std::string_view::npos || line.find("方案") != std::string_view::npos ||
         line.find("任务") != std::string_view::npos;
}

class FactReader {
 public:
  FactReader(const TaskForm& form, std::optional<Date> given, TaskNotes& notes)
      : form_(form), given_(given), notes_(notes) {}

  void look_at(const DocumentLine& line) {
    const std::string* only = line.only_text();
    if (only == nullptr || only->size() > kLongestFact) return;
    const std::string& text = *only;
    if (plan_.number.empty()) plan_.number = find_document_number(text);
    if (const auto date = find_issue_line(text)) take_date(*date, line);
    if (year_ == 0 && is_title(text)) year_ = first_year(text);
    has_known_title_ =
        has_known_title_ ||
        (!form_.known.title.empty() && name_key(text).find(name_key(form_.known.title)) != std::string::npos);
  }

  TaskPlan finish() {
    settle_date();
    // Points of 2024 that were issued in December 2023 mean the days of 2024.
    if (year_ != 0) plan_.year = year_;
    if (!plan_.year && plan_.issued) plan_.year = static_cast<int>(plan_.issued->year());
    compare_known();
    return std::move(plan_);
  }

 private:
  void take_date(Date date, const DocumentLine& line) {
    if (!plan_.issued) {
      plan_.issued = date;
    } else if (*plan_.issued != date && !other_) {
      other_ = true;
      notes_.warn("N-37", notes_.place(line),
                  "前面写的日期是 " + format_iso(*plan_.issued) + "，这里是 " + format_iso(date),
                  "“印发…日内”从前一个日期算起；不对的，请改正文件。");
    }
  }

  void settle_date() {
    if (plan_.issued && given_ && *plan_.issued != *given_) {
      notes_.warn(
          "N-37", notes_.whole(),
          "--issued 是 " + format_iso(*given_) + "，文件写的是 " + format_iso(*plan_.issued) + "，按文件计",
          "请核对 --issued。");
    }
    if (!plan_.issued) plan_.issued = given_;
  }

  // A form that was written after another document may still fit; it must be looked at.
  void compare_known() {
    const KnownDocument& known = form_.known;
    if (known.number.empty() && known.title.empty()) return;
    const bool is_known =
        known.number.empty() ? has_known_title_ : name_key(known.number) == name_key(plan_.number);
    if (!is_known) {
      plan_.is_other = true;
      notes_.warn("N-37", notes_.whole(),
                  "tasks.lua 是照" + in_quotes(known.number.empty() ? known.title : known.number) +
                      "写的，这份文件" +
                      (plan_.number.empty() ? std::string("没有印这个") : "是" + in_quotes(plan_.number)),
                  "请逐项核对台账；格式变了的，请改 tasks.lua。");
      return;
    }
    if (!known.issued) return;
    if (plan_.issued && *plan_.issued != *known.issued) {
      notes_.warn("N-37", notes_.whole(),
                  "文件的日期是 " + format_iso(*plan_.issued) + "，tasks.lua 写的是 " +
                      format_iso(*known.issued) + "，按文件计",
                  "请核对两处的日期。");
    } else if (!plan_.issued) {
      plan_.issued = known.issued;
      if (!plan_.year) plan_.year = static_cast<int>(known.issued->year());
      notes_.note("N-37", notes_.whole(),
                  "文件没有印发日期，按 tasks.lua 的 " + format_iso(*known.issued) + " 计", "请核对。");
    }
  }

  const TaskForm& form_;
  std::optional<Date> given_;
  TaskNotes& notes_;
  TaskPlan plan_;
  int year_ = 0;
  bool other_ = false;
  bool has_known_title_ = false;
};

}  // namespace

bool is_furniture(const DocumentLine& line, const TaskForm& form) {
  const std::string* only = line.only_text();
  if (only == nullptr) return false;
  const std::string& text = *only;
  const std::string key = name_key(std::string_view(text).substr(0, kLongestFact));
  if (begins_like(key, form.furniture)) return true;
  if (text.size() > kLongestFact) return false;
  static const std::vector<std::string> kBeginnings = {"抄送", "（此件", "此件公开", "此件主动公开",
                                                       "（主动公开"};
  return (!line.is_row && is_page_number(text)) || begins_like(key, kBeginnings) ||
         find_issue_line(text).has_value() || !find_document_number(text).empty();
}

std::optional<Date> find_issue_line(std::string_view line) {
  std::string key = name_key(line);
  if (const auto date = parse_date(key)) return date;
  const std::string_view printed = "印发";
  if (!ends_with(key, printed)) return std::nullopt;
  key.resize(key.size() - printed.size());
  for (std::size_t at = 0; at + 4 < key.size(); ++at) {
    if (key[at] < '0' || key[at] > '9') continue;
    return parse_date(std::string_view(key).substr(at));
  }
  return std::nullopt;
}

std::string find_document_number(std::string_view line) {
  const std::u32string text = to_utf32(without_blanks(line));
  std::size_t at = 0;
  while (at < text.size() && text[at] > 0x7F && text[at] != U'〔' && text[at] != U'［' && text[at] != U'（')
    ++at;
  const std::size_t bracket = at;
  if (at == 0 || at + 6 >= text.size()) return {};
  for (std::size_t i = 1; i <= 4; ++i) {
    if (!is_digit(text[at + i])) return {};
  }
  static constexpr std::u32string_view kOpen = U"〔［[（(";
  static constexpr std::u32string_view kClose = U"〕］]）)";
  if (kOpen.find(text[bracket]) == std::u32string_view::npos ||
      kClose.find(text[at + 5]) == std::u32string_view::npos)
    return {};
  at += 6;
  const std::size_t digits = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  const bool is_number = at > digits && at + 1 == text.size() && text[at] == U'号';
  return is_number ? to_utf8(text) : std::string();
}

TaskPlan read_document_facts(const std::vector<DocumentLine>& lines, std::size_t first, std::size_t last,
                             const TaskForm& form, std::optional<Date> given, TaskNotes& notes) {
  FactReader reader(form, given, notes);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i < first || i >= last) reader.look_at(lines[i]);
  }
  return reader.finish();
}

}  // namespace nianbao
