#include "rules/place_faults.h"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "base/text.h"
#include "rules/foreign_character.h"

namespace nianbao {

namespace {

struct Usage {
  std::string_view function;
  std::string_view usage;
};

constexpr std::array<Usage, 14> kUsages = {{{"n", "n(table3.received.total)"},
                                            {"money", "money(table2.administrative_charge)"},
                                            {"wan", "wan(数, 位数)"},
                                            {"share", "share(部分, 总数, 位数)"},
                                            {"shares", "shares({甲, 乙, 丙}, 位数)[1]"},
                                            {"growth", "growth(今年的数, previous.上年的数, 位数)"},
                                            {"mean", "mean(总数, 个数, 位数)"},
                                            {"sum", "sum { 甲, 乙 }，一组的合计是 sum(table3.refused).total"},
                                            {"cn", "cn(数)"},
                                            {"date", "date(\"2024-06-26\")"},
                                            {"date_cn", "date_cn(\"2024-06-26\")"},
                                            {"list", "list(列表, 个数, 没有时的话)"},
                                            {"some", "some(数, \"收到%件\", \"未收到\")"},
                                            {"at", "at(figures, \"table3.received.total\")"}}};

constexpr const char* kAnyExpression =
    "里面写一个算式，如 n(table3.received.total) 或 share(table3.granted.total, table3.total.total)；"
    "名称与 figures.json 相同";
constexpr const char* kNames = "名称与 figures.json 相同，常用的见 README“文字和数”的对照表";

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

char closing_of(char open) {
  return open == '(' ? ')' : open == '[' ? ']' : '}';
}

// Reads the expression sign by sign; what stands in quotation marks is text and says nothing.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<PlaceFault> read() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const char32_t c = next_code_point(text_, at_);
      if (c == '"' || c == '\'') {
        if (!skip_quoted(static_cast<char>(c)))
          return PlaceFault{fmt::format("引号没有配对：少了一个 {}", static_cast<char>(c)),
                            "文字两头各一个半角的引号"};
      } else if (c >= 0x80) {
        return wide(c, text_.substr(begin, at_ - begin));
      } else if (auto fault = bracket(static_cast<char>(c))) {
        return fault;
      }
    }
    if (open_.empty()) return std::nullopt;
    return PlaceFault{fmt::format("缺少右括号“{}”", closing_of(open_.back())), "左右括号要一样多"};
  }

 private:
  bool skip_quoted(char quote) {
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '\\' && at_ < text_.size()) ++at_;
      if (c == quote) return true;
    }
    return false;
  }

  std::optional<PlaceFault> bracket(char c) {
    if (c == '(' || c == '[' || c == '{') open_.push_back(c);
    if (c != ')' && c != ']' && c != '}') return std::nullopt;
    if (open_.empty())
      return PlaceFault{fmt::format("多了一个右括号“{}”，或者少了左边的", c), "左右括号要一样多"};
    const char expected = closing_of(open_.back());
    if (c != expected)
      return PlaceFault{
          fmt::format("括号没有配对：“{}”后面应当是“{}”，写的是“{}”", open_.back(), expected, c),
          "左右括号要成对"};
    open_.pop_back();
    return std::nullopt;
  }

  PlaceFault wide(char32_t c, std::string_view shown) const {
    const bool in_date = text_.find("date(") != text_.npos || text_.find("date_cn(") != text_.npos;
    if (c == 0x3000) return {"里面有全角的空格", "请改成半角的空格，或者删去"};
    if (const char half = half_width_of(c))
      return {fmt::format("里面有全角的 {} ", shown),
              fmt::format("请改成半角的 {} ；括号、逗号、引号、数字都要用半角的", half)};
    if (in_date) return {"日期要加引号", "例如 date_cn(\"2024-06-26\")"};
    return {"里面有没加引号的汉字", "数的名称是英文的，文字要加半角的引号；" + std::string(kNames)};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<char> open_;
};

// date(2024-06-26), which Lua would subtract.
std::optional<PlaceFault> find_bare_date(std::string_view expression) {
  for (const std::string_view function : {"date(", "date_cn("}) {
    std::size_t at = expression.find(function);
    if (at == expression.npos) continue;
    at = expression.find_first_not_of(' ', at + function.size());
    if (at == expression.npos || expression[at] < '0' || expression[at] > '9') continue;
    return PlaceFault{"日期要加引号", fmt::format("例如 {}\"2024-06-26\")", function)};
  }
  return std::nullopt;
}

// The name behind “可用的名称”里没有“.
std::string_view unknown_name(std::string_view message) {
  constexpr std::string_view head = "“可用的名称”里没有“";
  if (!starts_with(message, head)) return {};
  message.remove_prefix(head.size());
  return message.substr(0, message.find("”"));
}

bool is_called(std::string_view expression, std::string_view name) {
  for (std::size_t at = expression.find(name); at != expression.npos; at = expression.find(name, at + 1)) {
    if (at > 0 && is_name_character(expression[at - 1])) continue;
    const std::size_t next = expression.find_first_not_of(' ', at + name.size());
    if (next != expression.npos && (expression[next] == '(' || expression[next] == '{')) return true;
  }
  return false;
}

std::string functions_listed() {
  std::string list;
  for (const Usage& usage : kUsages) list.append(list.empty() ? "" : "、").append(usage.function);
  return list;
}

PlaceFault explain_unknown_function(std::string_view name) {
  std::vector<std::string> functions;
  for (const Usage& usage : kUsages) functions.emplace_back(usage.function);
  const std::string* nearest = find_nearest(name, functions);
  PlaceFault fault;
  fault.reason = fmt::format("没有函数“{}”", name);
  if (nearest != nullptr && name.size() > 2) fault.reason += fmt::format("，是不是“{}”？", *nearest);
  fault.hint = "可用的函数：" + functions_listed();
  return fault;
}

}  // namespace

std::optional<PlaceFault> find_writing_fault(std::string_view expression) {
  if (auto fault = find_bare_date(expression)) return fault;
  return Reader(expression).read();
}

PlaceFault explain_failure(std::string_view expression, std::string message) {
  if (const std::string_view name = unknown_name(message); !name.empty()) {
    if (is_called(expression, name)) return explain_unknown_function(name);
    return {
        "没有“" + std::string(name) + "”这个名称" + message.substr(message.find("”", message.find(name)) + 3),
        kNames};
  }
  const std::size_t blank = message.find(' ');
  const std::string_view usage =
      usage_of(std::string_view(message).substr(0, std::min(blank, message.size())));
  if (!usage.empty()) return {std::move(message), "写法：" + std::string(usage)};
  const bool is_about_names =
      message.find("里没有“") != message.npos || message.find("一组数") != message.npos;
  return {std::move(message), is_about_names ? kNames : kAnyExpression};
}

std::string_view usage_of(std::string_view function) {
  for (const Usage& usage : kUsages) {
    if (usage.function == function) return usage.usage;
  }
  return {};
}

}  // namespace nianbao
