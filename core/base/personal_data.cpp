#include "base/personal_data.h"

#include <algorithm>
#include <array>

#include "base/personal_digits.h"
#include "base/text.h"

namespace nianbao {

namespace {

char32_t half_width(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? U' ' : c;
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == 0xA0;
}

bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014;
}

// Digits without anything between them.
struct Group {
  std::size_t begin = 0, end = 0;
  std::string digits;
  bool has_x = false;       // 17 digits and an X; `end` is behind it
  char32_t before[2] = {};  // the characters before it, the nearest first; 0 at the edge
  char32_t after[2] = {};   // those behind it
  bool in_address = false;  // of the web
  bool in_query = false;    // behind its question mark
  char32_t joint = 0;       // blank, hyphen or dot alone between it and the group behind it; 0: anything else
  bool hyphen_before = false;  // joined to the group before it by a hyphen
};

class GroupReader {
 public:
  explicit GroupReader(std::string_view text) : text_(text) {}

  std::vector<Group> read() {
    while (at_ < text_.size()) {
      find_address();
      std::size_t next = at_;
      const char32_t c = half_width(next_code_point(text_, next));
      if (is_zero_width(c)) {
        at_ = next;
      } else if (is_digit(c)) {
        read_group();
      } else {
        remember(c);
        at_ = next;
      }
    }
    return std::move(groups_);
  }

 private:
  void remember(char32_t c) {
    before_[1] = before_[0];
    before_[0] = c;
  }

  // A run of ASCII that names a scheme or a host is an address, up to what is asked of it: ?tel=13912345678.
  void find_address() {
    if (at_ < word_end_) return;
    std::size_t end = at_;
    while (end < text_.size() && text_[end] > ' ' && static_cast<unsigned char>(text_[end]) < 0x7F) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    is_address_ = word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos;
    query_ = at_ + std::min(word.find_first_of("?#"), word.size());
    word_end_ = std::max(end, at_ + 1);
  }

  bool is_in_query() const { return is_address_ && at_ >= query_; }

  void read_group() {
    Group group;
    group.begin = at_;
    group.in_address = is_address_ && !is_in_query();
    group.in_query = is_in_query();
    group.before[0] = before_[0];
    group.before[1] = before_[1];
    for (std::size_t next = at_; at_ < text_.size(); at_ = next) {
      const char32_t c = half_width(next_code_point(text_, next));
      if (is_zero_width(c) && goes_on(next)) continue;
      if (!is_digit(c)) break;
      group.digits.push_back(static_cast<char>(c));
      remember(c);
    }
    take_x(group);
    group.end = at_;
    look_behind(group);
    join(group);
    groups_.push_back(std::move(group));
  }

  // A digit stands behind what cannot be seen.
  bool goes_on(std::size_t next) const {
    while (next < text_.size()) {
      const char32_t c = half_width(next_code_point(text_, next));
      if (!is_zero_width(c)) return is_digit(c);
    }
    return false;
  }

  void take_x(Group& group) {
    if (at_ >= text_.size()) return;
    std::size_t next = at_;
    const char32_t c = half_width(next_code_point(text_, next));
    if (c != 'X' && c != 'x') return;
    std::size_t behind = next;
    const char32_t follower = behind < text_.size() ? half_width(next_code_point(text_, behind)) : 0;
    if (is_latin(follower) || is_digit(follower)) return;
    group.has_x = true;
    remember(c);
    at_ = next;
  }

  void look_behind(Group& group) const {
    std::size_t next = at_;
    for (char32_t& c : group.after) c = next < text_.size() ? half_width(next_code_point(text_, next)) : 0;
  }

  void join(Group& group) {
    if (groups_.empty()) return;
    Group& last = groups_.back();
    std::size_t next = last.end;
    const char32_t joint = half_width(next_code_point(text_, next));
    if (next != group.begin || last.has_x || !(is_blank(joint) || is_hyphen(joint) || joint == '.')) return;
    last.joint = joint;
    group.hyphen_before = is_hyphen(joint);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t word_end_ = 0;
  std::size_t query_ = 0;
  bool is_address_ = false;
  char32_t before_[2] = {};
  std::vector<Group> groups_;
};

// ---- groups that belong together

class NumberFinder {
 public:
  explicit NumberFinder(std::string_view text) : groups_(GroupReader(text).read()) {}

  std::vector<PersonalNumber> find() {
    for (std::size_t begin = 0; begin < groups_.size();) {
      std::size_t end = begin + 1;
      while (end < groups_.size() && groups_[end - 1].joint != 0) ++end;
      read_run(begin, end);
      begin = end;
    }
    return std::move(found_);
  }

 private:
  // Groups with single blanks or hyphens between them: one number, or each for itself.
  void read_run(std::size_t begin, std::size_t end) {
    const std::size_t count = end - begin;
    if (count > 1 && count <= kMostParts && read_whole(begin, end)) return;
    for (std::size_t i = begin; i < end; ++i) read_single(groups_[i]);
  }

  bool read_whole(std::size_t begin, std::size_t end) {
    const std::size_t count = end - begin;
    std::string digits;
    std::string shape;
    std::size_t dots = 0;
    for (std::size_t i = begin; i < end; ++i) {
      digits += groups_[i].digits;
      shape += std::to_string(groups_[i].digits.size()) + (i + 1 < end ? "-" : "");
      if (i + 1 < end && groups_[i].joint == '.') ++dots;
    }
    // 138.1234.5678; one dot alone makes a decimal.
    if (dots > 0 && (dots + 1 != count || (shape != "3-4-4" && shape != "4-4-4-4"))) return false;
    const Group& first = groups_[begin];
    const Group& last = groups_[end - 1];
    if (last.has_x) digits += 'X';
    if (is_identity(digits) && !is_latin(last.after[0]))
      return add(PersonalNumberKind::identity, begin, end, digits);
    if (last.has_x || is_in_longer(first, last)) return false;
    if (starts_with(shape, "4-4-4-4") && is_bank_card(digits)) {
      return add(PersonalNumberKind::bank_card, begin, end, digits);
    }
    // +86 138-1234-5678
    const bool has_country = first.digits == "86" || first.digits == "0086";
    const std::size_t from = has_country ? begin + 1 : begin;
    if (has_country) {
      digits.erase(0, first.digits.size());
      shape.erase(0, shape.find('-') + 1);
    }
    static constexpr std::array<std::string_view, 7> kShapes = {"11",    "3-4-4", "3-8", "7-4",
                                                                "4-3-4", "4-4-3", "5-6"};
    const bool is_usual = std::find(kShapes.begin(), kShapes.end(), shape) != kShapes.end();
    return is_usual && is_mobile(digits) && add(PersonalNumberKind::mobile, from, end, digits);
  }

  void read_single(const Group& group) {
    const std::size_t at = static_cast<std::size_t>(&group - groups_.data());
    std::string digits = group.digits + (group.has_x ? "X" : "");
    if (is_identity(digits) && !is_latin(group.after[0])) {
      add(PersonalNumberKind::identity, at, at + 1, digits);
      return;
    }
    const bool hangs_on = group.hyphen_before || is_hyphen(group.joint);
    if (group.has_x || hangs_on || is_in_longer(group, group)) return;
    if (group.before[0] == '+' && starts_with(digits, "86")) digits.erase(0, 2);
    if (is_mobile(digits)) {
      add(PersonalNumberKind::mobile, at, at + 1, digits);
    } else if (group.in_query) {
      return;  // identifiers of pages are as long as cards
    } else if (is_bank_card(digits)) {
      add(PersonalNumberKind::bank_card, at, at + 1, digits);
    } else if (is_old_identity(digits)) {
      add(PersonalNumberKind::identity, at, at + 1, digits);
    }
  }

  // Part of an address, a decimal, an amount or a count, an identifier.
  static bool is_in_longer(const Group& first, const Group& last) {
    if (first.in_address || is_latin(first.before[0]) || is_latin(last.after[0])) return true;
    if (first.before[0] == '.' && is_digit(first.before[1])) return true;
    if (last.after[0] == '.' && is_digit(last.after[1])) return true;
    if (last.after[0] == U'人' && last.after[1] == U'次') return true;
    return std::u32string_view(U"元万亿%次件").find(last.after[0]) != std::u32string_view::npos;
  }

  bool add(PersonalNumberKind kind, std::size_t begin, std::size_t end, std::string digits) {
    found_.push_back({kind, groups_[begin].begin, groups_[end - 1].end, std::move(digits)});
    return true;
  }

  static constexpr std::size_t kMostParts = 8;
  std::vector<Group> groups_;
  std::vector<PersonalNumber> found_;
};

std::string without_invisible(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_zero_width(next_code_point(text, at))) out.append(text.substr(begin, at - begin));
  }
  return out;
}

// The length of what looks like an identity or mobile number at `begin`, else 0.
std::size_t look_alike(std::string_view text, std::size_t begin) {
  const auto is_digit_at = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  if (begin > 0 && is_digit_at(begin - 1)) return 0;
  std::size_t end = begin;
  while (is_digit_at(end)) ++end;
  if (end - begin == 17 && end < text.size() && (text[end] == 'X' || text[end] == 'x')) ++end;
  const std::size_t length = end - begin;
  return length == 18 || (length == 11 && text[begin] == '1') ? length : 0;
}

}  // namespace

std::vector<PersonalNumber> find_personal_numbers(std::string_view text) {
  return NumberFinder(text).find();
}

const char* personal_number_label(PersonalNumberKind kind) {
  switch (kind) {
    case PersonalNumberKind::mobile:
      return "手机号码";
    case PersonalNumberKind::bank_card:
      return "银行卡号";
    case PersonalNumberKind::identity:
      break;
  }
  return "身份证号码";
}

std::string masked_number(std::string_view digits) {
  if (digits.size() <= 5) return std::string(digits.size(), '*');
  return std::string(digits.substr(0, 3)) + std::string(digits.size() - 5, '*') +
         std::string(digits.substr(digits.size() - 2));
}

std::string without_personal_numbers(std::string_view raw) {
  // What cannot be seen hides nothing.
  const std::string text = without_invisible(raw);
  std::string out;
  std::size_t from = 0;
  for (const PersonalNumber& number : find_personal_numbers(text)) {
    out.append(text, from, number.begin - from).append(masked_number(number.digits));
    from = number.end;
  }
  out.append(text, from);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::size_t length = look_alike(out, i);
    if (length > 0) out.replace(i, length, masked_number(std::string_view(out).substr(i, length)));
  }
  return out;
}

}  // namespace nianbao
