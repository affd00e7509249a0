#include "base/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/number_words.h"
#include "base/text.h"

namespace nianbao {

namespace {

// Longest first: 人次 before 人, 万元 before 万.
constexpr std::array<std::string_view, 38> kUnits = {
    "个百分点", "个工作日", "工作日", "人次", "万元", "亿元", "件次", "场次", "件", "条", "篇", "次", "场",
    "项",       "个",       "起",     "家",   "期",   "份",   "部",   "宗",   "例", "人", "名", "位", "批",
    "处",       "户",       "种",     "类",   "页",   "元",   "天",   "幅",   "组", "倍", "所", "笔"};
// Longer ones are numbers of telephones, cards and the like.
constexpr std::size_t kMostDigits = 10;
// What follows a number of the calendar, of a document or of a clause.
constexpr std::array<std::string_view, 12> kNoCounts = {"年", "月",   "日", "号", "时",   "点",
                                                        "届", "条第", "款", "版", "季度", "周年"};
constexpr std::array<std::string_view, 5> kAbout = {"大约", "约", "将近", "近", "接近"};
constexpr std::array<std::string_view, 2> kAboutBehind = {"左右", "上下"};
constexpr std::array<std::string_view, 5> kMoreBefore = {"超过", "超", "逾", "多达", "不少于"};

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

// "3.2" × 10^4 as text: "32000".
std::string moved_point(const std::string& digits, int places) {
  const std::size_t point = digits.find('.');
  std::string fraction = point == std::string::npos ? "" : digits.substr(point + 1);
  std::string whole = digits.substr(0, point);
  fraction.resize(std::max<std::size_t>(fraction.size(), static_cast<std::size_t>(places)), '0');
  whole += fraction.substr(0, static_cast<std::size_t>(places));
  fraction.erase(0, static_cast<std::size_t>(places));
  return fraction.empty() ? whole : whole + "." + fraction;
}

Decimal power_of_ten(int exponent) {
  if (exponent >= 0) return *Decimal::parse("1" + std::string(static_cast<std::size_t>(exponent), '0'));
  return *Decimal::parse("0." + std::string(static_cast<std::size_t>(-exponent) - 1, '0') + "1");
}

class Finder {
 public:
  explicit Finder(std::string_view text) : folded_(fold(text)), text_(folded_) {}

  std::vector<NumberMention> find() {
    std::size_t i = skip_paragraph_number();
    while (i < text_.size()) {
      const std::size_t next = is_ascii_digit(text_[i]) ? take_digits(i) : take_words(i);
      i = next > i ? next : i + character_length(i);
    }
    return std::move(found_);
  }

 private:
  // Full-width digits, points and percent signs are as long as their places in the text: offsets must hold,
  // so only ASCII is read here, and a full-width figure is folded into blanks and digits of the same length.
  static std::string fold(std::string_view text) {
    std::string out(text);
    for (std::size_t i = 0; i + 2 < out.size(); ++i) {
      const bool is_wide = out[i] == '\xEF' && out[i + 1] == '\xBC';
      const auto last = static_cast<unsigned char>(out[i + 2]);
      if (!is_wide || last < 0x85 || last > 0x99) continue;
      const char narrow = static_cast<char>(last - 0x60);
      if (!is_ascii_digit(narrow) && narrow != '%' && narrow != '.') continue;
      out[i] = narrow;
      out[i + 1] = out[i + 2] = kFiller;
    }
    return out;
  }

  std::size_t character_length(std::size_t i) const {
    const auto c = static_cast<unsigned char>(text_[i]);
    return c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
  }
  std::size_t skip_filler(std::size_t i) const {
    while (i < text_.size() && text_[i] == kFiller) ++i;
    return i;
  }
  bool is_before(std::size_t i, std::string_view word) const {
    return i >= word.size() && text_.substr(i - word.size(), word.size()) == word;
  }
  std::size_t skip_blanks(std::size_t i) const {
    while (i < text_.size() && (text_[i] == ' ' || text_[i] == kFiller)) ++i;
    return i;
  }

  // “1.” “（二）” “三、” at the head of a line, Markdown marks before them.
  std::size_t skip_paragraph_number() const {
    std::size_t i = 0;
    while (i < text_.size() && (text_[i] == ' ' || text_[i] == '#' || text_[i] == '*' || text_[i] == '>'))
      ++i;
    std::size_t end = i;
    if (starts_with(text_.substr(end), "（")) end += 3;
    const std::size_t numeral = end;
    while (end < text_.size() && is_ascii_digit(text_[end])) ++end;
    if (end == numeral) end += chinese_length(text_.substr(end));
    if (end == numeral) return i;
    const std::string_view rest = text_.substr(end);
    for (std::string_view mark : {"）", "、", "．", ". ", ".", ")"}) {
      const bool is_decimal = mark == "." && rest.size() > 1 && is_ascii_digit(rest[1]);
      if (starts_with(rest, mark) && !is_decimal) return end + mark.size();
    }
    return i;
  }

  // Part of a telephone number, an address, a version: joined to letters, or by a hyphen or slash.
  bool is_joined(std::size_t begin, std::size_t end) const {
    const auto joins = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '/' || c == '@' ||
             c == '_' || c == '=' || c == ':' || c == '~';
    };
    const bool before = begin > 0 && joins(text_[begin - 1]);
    return before || (end < text_.size() && joins(text_[end]));
  }

  // 数十件, 几十件; not 总数十件.
  bool is_vague(std::size_t begin) const {
    if (is_before(begin, "几") || is_before(begin, "上")) return true;
    return is_before(begin, "数") && !is_before(begin, "总数") && !is_before(begin, "件数");
  }

  std::size_t take_digits(std::size_t begin) {
    std::string digits;
    std::size_t end = begin;
    bool has_point = false;
    while (end < text_.size()) {
      const char c = text_[end];
      const std::size_t next = skip_filler(end + 1);
      const bool more = next < text_.size() && is_ascii_digit(text_[next]);
      if (is_ascii_digit(c)) {
        digits.push_back(c);
      } else if (c == '.' && !has_point && more) {
        has_point = true;
        digits.push_back(c);
      } else if (!(c == ',' && more && !has_point) && c != kFiller) {
        break;
      }
      ++end;
    }
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    if (is_joined(begin, end) || whole > kMostDigits || digits.size() > 20) return end;
    NumberMention mention;
    mention.begin = begin;
    mention.end = end;
    const std::size_t point = digits.find('.');
    finish(mention, digits, point == std::string::npos ? 0 : -static_cast<int>(digits.size() - point - 1),
           true);
    return std::max(end, mention.after);
  }

  // A Chinese numeral, or 百分之….
  std::size_t take_words(std::size_t begin) {
    static constexpr std::string_view kPercent = "百分之";
    const bool is_percent = starts_with(text_.substr(begin), kPercent);
    const std::size_t start = begin + (is_percent ? kPercent.size() : 0);
    const std::size_t length = chinese_length(text_.substr(start));
    if (length == 0) return begin;
    const auto value = parse_chinese_number(text_.substr(start, length));
    if (!value || is_before(begin, "第") || is_before(begin, "百分之")) return start + length;
    if (length == 3 && starts_with(text_.substr(start), "十") && is_vague(begin)) return start + length;
    NumberMention mention;
    mention.begin = begin;
    mention.end = start + length;
    mention.percent = is_percent;
    const std::size_t kept = found_.size();
    finish(mention, std::to_string(*value), 0, is_percent);
    const bool is_counted = is_percent || !mention.unit.empty();
    if (!is_counted) found_.resize(kept);
    return is_counted ? std::max(start + length, mention.after) : start + length;
  }

  // What stands around the digits; keeps the mention unless it is a date or the like.
  void finish(NumberMention& mention, const std::string& digits, int exponent, bool may_lack_unit) {
    std::size_t at = skip_blanks(mention.end);
    std::string shown = digits;
    exponent += take_power(at, shown);
    take_precision(mention, at);
    exponent += take_power(at, shown);
    const std::string_view rest = text_.substr(at);
    if (starts_with(rest, "%") || starts_with(rest, "％")) {
      mention.percent = true;
      at += starts_with(rest, "%") ? 1 : 3;
      mention.after = skip_filler(at);
    } else if (!mention.percent) {
      if (std::any_of(kNoCounts.begin(), kNoCounts.end(), [&](auto word) { return starts_with(rest, word); }))
        return;
      take_unit(mention, at);
    } else {
      mention.after = at;
    }
    if (mention.unit.empty() && !mention.percent && !may_lack_unit) return;
    if (is_before(mention.begin, "第") || is_before(mention.begin, "〔") || is_before(mention.begin, "["))
      return;
    for (std::string_view word : kAboutBehind) {
      if (!starts_with(text_.substr(mention.after), word)) continue;
      mention.precision = Precision::about;
      mention.after += word.size();
    }
    const auto value = Decimal::parse(shown);
    if (!value) return;
    mention.value = *value;
    mention.step = power_of_ten(exponent);
    if (mention.precision == Precision::at_least && exponent == 0)
      mention.step = power_of_ten(zeros_of(shown));
    found_.push_back(mention);
  }

  static int zeros_of(const std::string& digits) {
    int zeros = 0;
    while (static_cast<std::size_t>(zeros) + 1 < digits.size() &&
           digits[digits.size() - 1 - static_cast<std::size_t>(zeros)] == '0') {
      ++zeros;
    }
    return zeros;
  }

  // 万 and 亿 before a measure word; 万元 and 亿元 are units of their own.
  int take_power(std::size_t& at, std::string& digits) const {
    for (const auto& [word, places] : {std::pair<std::string_view, int>{"万", 4}, {"亿", 8}}) {
      const std::string_view rest = text_.substr(at);
      if (!starts_with(rest, word) || starts_with(rest.substr(3), "元")) continue;
      at += word.size();
      digits = moved_point(digits, places);
      return places;
    }
    return 0;
  }

  void take_precision(NumberMention& mention, std::size_t& at) const {
    mention.said = mention.begin;
    const auto say = [&](std::string_view word, Precision precision) {
      if (!is_before(mention.begin, word)) return;
      mention.precision = precision;
      mention.said = std::min(mention.said, mention.begin - word.size());
    };
    for (std::string_view word : kAbout) say(word, Precision::about);
    for (std::string_view word : kMoreBefore) say(word, Precision::at_least);
    for (std::string_view word : {"余", "多"}) {
      if (!starts_with(text_.substr(at), word)) continue;
      mention.precision = Precision::at_least;
      at += word.size();
    }
  }

  void take_unit(NumberMention& mention, std::size_t at) const {
    const std::string_view rest = text_.substr(at);
    mention.after = at;
    const std::string_view unit = rest.substr(0, measure_word_size(rest));
    // 一次性 is no count.
    if (unit == "次" && starts_with(rest.substr(unit.size()), "性")) return;
    mention.unit = unit;
    mention.after = at + unit.size();
  }

  static constexpr char kFiller = '\x01';
  std::string folded_;
  std::string_view text_;
  std::vector<NumberMention> found_;
};

}  // namespace

std::vector<NumberMention> find_numbers(std::string_view text) {
  return Finder(text).find();
}

bool NumberMention::admits(const Decimal& figure) const {
  const double written = value.to_double();
  const double truth = figure.to_double();
  if (precision == Precision::about) {
    return std::abs(truth - written) <= std::max(step.to_double(), std::abs(truth) / 20);
  }
  const auto above = value.plus(step);
  const auto twice_written = value.plus(value);
  auto twice_above = figure.plus(figure);
  if (twice_above) twice_above = twice_above->plus(step);
  if (!above || !twice_written || !twice_above) return false;
  if (precision == Precision::at_least) return value <= figure && figure < *above;
  const bool is_whole = step == Decimal(1) && figure.scale() == 0 && !percent;
  // Cut: from the written number up to one step more; rounded half up: from half a step less.
  return is_whole ? value == figure : figure < *above && *twice_written <= *twice_above;
}

std::size_t measure_word_size(std::string_view text) {
  for (std::string_view unit : kUnits) {
    if (starts_with(text, unit)) return unit.size();
  }
  return 0;
}

}  // namespace nianbao
