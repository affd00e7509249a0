#include "intake/task_units_text.h"

#include <algorithm>

#include "base/text.h"

namespace nianbao {

namespace {

// Bytes of the label and its colon at the beginning of the text; 0 for neither.
std::size_t label_size(std::string_view text, const std::string& label) {
  std::size_t at = 0;
  if (text.empty() || name_character(next_code_point(text, at)) == 0) return 0;  // never begins with a blank
  at = 0;
  for (std::size_t i = 0; i < label.size();) {
    const char32_t wanted = name_character(next_code_point(label, i));
    char32_t c = 0;
    while (at < text.size() && c == 0) c = name_character(next_code_point(text, at));
    if (c != wanted) return 0;
  }
  char32_t c = 0;
  while (at < text.size() && c == 0) c = name_character(next_code_point(text, at));
  return c == U':' ? at : 0;
}

std::string_view trim_front(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    if (name_character(next_code_point(text, next)) != 0) break;
    at = next;
  }
  return text.substr(at);
}

std::string clean_name(std::string_view name) {
  std::string text = without_blanks(name);
  while (ends_with(text, "。")) text.resize(text.size() - std::string_view("。").size());
  text = replace_all(std::move(text), "(", "（");
  return replace_all(std::move(text), ")", "）");
}

class UnitSplitter {
 public:
  UnitSplitter(std::string_view text, const UnitWriting& writing)
      : text_(text), writing_(writing), separators_(to_utf32(writing.separators)) {
    for (std::size_t at = 0; at < text.size();) {
      if (closes_bracket(next_code_point(text, at))) last_close_ = at;
    }
  }

  std::vector<std::string> split() {
    for (std::size_t at = 0; at < text_.size();) {
      if (const std::size_t size = name_size(at)) {
        at += size;
        continue;
      }
      const std::size_t begin = at;
      const char32_t c = next_code_point(text_, at);
      if (opens_bracket(c) && at < last_close_) ++depth_;  // one that is never closed protects nothing
      if (closes_bracket(c) && depth_ > 0) --depth_;
      if (depth_ == 0 && separators_.find(c) != std::u32string::npos) {
        add(begin);
        begin_ = at;
      }
    }
    add(text_.size());
    return std::move(names_);
  }

 private:
  // Bytes of a name with a separator in it that begins here; 0 for none.
  std::size_t name_size(std::size_t at) const {
    std::size_t longest = 0;
    for (const std::string& name : writing_.names) {
      if (starts_with(text_.substr(at), name)) longest = std::max(longest, name.size());
    }
    return longest;
  }

  void add(std::size_t end) {
    std::string name = clean_name(text_.substr(begin_, end - begin_));
    if (!name.empty()) names_.push_back(std::move(name));
  }

  std::string_view text_;
  const UnitWriting& writing_;
  std::u32string separators_;
  std::vector<std::string> names_;
  std::size_t begin_ = 0;
  std::size_t last_close_ = 0;  // behind the last closing bracket
  int depth_ = 0;
};

// Where the bracket that is open at `at` closes, behind it; npos when it does not.
std::size_t end_of_bracket(std::string_view text, std::size_t at) {
  int depth = 1;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    if (c == U'(' || c == U'（') ++depth;
    if (c == U')' || c == U'）') --depth;
    if (depth == 0) return at;
  }
  return std::string_view::npos;
}

// “牵头单位：甲；责任单位：乙、丙”: the label in front names what goes on to the next label.
void take_parts(std::string_view inside, const std::vector<std::string>& labels, ClosedText& closed) {
  std::string label;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    if (label.empty()) return;
    std::string_view value = trim(inside.substr(begin, end - begin));
    for (std::string_view sign : {"；", ";", "，", ",", "、"}) {
      if (ends_with(value, sign)) value = trim(value.substr(0, value.size() - sign.size()));
    }
    std::string& part = closed.parts[label];
    part.append(part.empty() ? "" : "、").append(value);
  };
  for (std::size_t at = 0; at < inside.size();) {
    std::size_t size = 0;
    for (const std::string& each : labels) {
      size = label_size(inside.substr(at), each);
      if (size == 0) continue;
      add(at);
      label = each;
      break;
    }
    at += size;
    begin = size > 0 ? at : begin;
    if (size == 0) next_code_point(inside, at);
  }
  add(inside.size());
}

}  // namespace

std::vector<std::string> split_units(std::string_view text, const UnitWriting& writing) {
  return UnitSplitter(text, writing).split();
}

std::string join_units(const std::vector<std::string>& names) {
  const bool holds_separator = std::any_of(
      names.begin(), names.end(), [](const std::string& name) { return split_units(name, {}).size() > 1; });
  std::string text;
  for (const std::string& name : names)
    text.append(text.empty() ? "" : holds_separator ? "；" : "、").append(name);
  return text;
}

bool begins_with_label(std::string_view text, const std::vector<std::string>& labels) {
  return std::any_of(labels.begin(), labels.end(),
                     [text](const std::string& label) { return label_size(text, label) > 0; });
}

std::optional<ClosedText> find_closing(std::string_view text, const std::vector<std::string>& labels) {
  std::optional<ClosedText> closed;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool opens_bracket = c == U'(' || c == U'（';
    if (!opens_bracket && !closed) continue;
    if (opens_bracket) at = text.size() - trim_front(text.substr(at)).size();
    const bool is_labelled = opens_bracket && begins_with_label(text.substr(at), labels);
    if (!is_labelled && closed) {  // something else behind the last bracket
      closed->behind = trim(text.substr(begin));
      return closed;
    }
    if (!is_labelled) continue;
    if (!closed) closed.emplace().text = trim(text.substr(0, begin));
    const std::size_t end = end_of_bracket(text, at);
    closed->is_open = end == std::string_view::npos;
    std::string_view inside = text.substr(at, closed->is_open ? end : end - at);
    if (!closed->is_open) inside.remove_suffix(text[end - 1] == ')' ? 1 : std::string_view("）").size());
    take_parts(inside, labels, *closed);
    at = closed->is_open ? text.size() : end;
    at = text.size() - trim_front(text.substr(at)).size();
    while (starts_with(text.substr(at), "。")) at += std::string_view("。").size();
    at = text.size() - trim_front(text.substr(at)).size();
  }
  return closed;
}

}  // namespace nianbao
