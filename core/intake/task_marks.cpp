#include "intake/task_marks.h"

#include "base/chinese_number.h"
#include "base/number_text.h"
#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestNumber = 12;  // bytes: 三百二十一 has more, and no list
constexpr int kMostNumber = 999;

// Reads a line from its beginning, blank by blank and in half width.
class MarkReader {
 public:
  explicit MarkReader(std::string_view line) : line_(line) {}

  bool take(std::string_view word) {
    std::size_t at = at_;
    for (std::size_t i = 0; i < word.size();) {
      const char32_t wanted = next_code_point(word, i);
      if (next(at) != wanted) return false;
    }
    at_ = at;
    return true;
  }

  // 12 or 十二; 0 for none.
  int number(bool is_chinese) {
    static constexpr std::u32string_view kDigits = U"一二三四五六七八九十";
    std::string digits;
    while (digits.size() <= kLongestNumber) {
      std::size_t at = at_;
      const char32_t c = next(at);
      const bool fits = is_chinese ? kDigits.find(c) != std::u32string_view::npos : c >= U'0' && c <= U'9';
      if (c == 0 || !fits) break;
      append_utf8(digits, c);
      at_ = at;
    }
    const auto value = digits.empty() ? std::nullopt
                       : is_chinese   ? parse_chinese_number(digits)
                                      : arabic(digits);
    return value && *value >= 1 && *value <= kMostNumber ? static_cast<int>(*value) : 0;
  }

  // A number goes on behind its point: 3.5亿元. A year does not: 3.2022年.
  bool at_decimals() const {
    std::size_t digits = 0;
    while (at_ + digits < line_.size() && line_[at_ + digits] >= '0' && line_[at_ + digits] <= '9') ++digits;
    return digits > 0 && !(digits == 4 && starts_with(line_.substr(at_ + digits), "年"));
  }

  std::string rest() const { return std::string(trim(line_.substr(at_))); }

 private:
  static std::optional<std::int64_t> arabic(const std::string& digits) {
    return digits.size() > 3 ? std::nullopt : std::optional<std::int64_t>(std::stoi(digits));
  }

  // The next character that is none of white space; 0 at the end.
  char32_t next(std::size_t& at) const {
    while (at < line_.size()) {
      const char32_t c = name_character(next_code_point(line_, at));
      if (c != 0) return c;
    }
    return 0;
  }

  std::string_view line_;
  std::size_t at_ = 0;
};

bool take_after(MarkReader& reader, const MarkStyle& style) {
  if (reader.take(style.after)) return true;
  const bool is_point = !style.is_chinese && style.before.empty() && style.after == ".";
  return is_point && reader.take("、");
}

std::optional<TaskMark> read_mark(std::string_view line, const MarkStyle& style, bool is_chinese) {
  MarkReader reader(line);
  if (!reader.take(style.before)) return std::nullopt;
  TaskMark mark;
  mark.number = reader.number(is_chinese);
  if (mark.number == 0 || !take_after(reader, style)) return std::nullopt;
  if (style.after == "." && reader.at_decimals()) return std::nullopt;
  mark.is_odd = is_chinese != style.is_chinese;
  mark.rest = reader.rest();
  const std::string number = style.is_chinese ? chinese_number(mark.number) : std::to_string(mark.number);
  const std::size_t at = style.sample.find(style.is_chinese ? "一" : "1");
  mark.written = style.sample.substr(0, at) + number +
                 style.sample.substr(at + (style.is_chinese ? std::string_view("一").size() : 1));
  return mark;
}

}  // namespace

std::optional<MarkStyle> parse_mark_style(std::string_view sample) {
  const std::string key = name_key(sample);
  for (std::string_view digit : {"一", "1"}) {
    const std::size_t at = key.find(digit);
    if (at == std::string::npos) continue;
    MarkStyle style{key.substr(0, at), key.substr(at + digit.size()), digit != "1",
                    std::string(trim(sample))};
    const bool is_plain = style.sample.find(digit) != std::string::npos;
    return style.after.empty() || !is_plain ? std::nullopt : std::optional(style);
  }
  return std::nullopt;
}

std::optional<TaskMark> TaskMarks::find(std::string_view line) const {
  for (const bool is_own : {true, false}) {
    for (int i = 0; i < kTaskLevels; ++i) {
      const auto& style = styles_[static_cast<std::size_t>(i)];
      if (!style || (!is_own && style->before.empty())) continue;
      auto mark = read_mark(line, *style, is_own == style->is_chinese);
      if (!mark) continue;
      mark->level = static_cast<TaskLevel>(i);
      return mark;
    }
  }
  return std::nullopt;
}

}  // namespace nianbao
