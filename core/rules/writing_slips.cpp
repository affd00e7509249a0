#include "rules/writing_slips.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "base/text.h"
#include "rules/foreign_character.h"

namespace nianbao {

namespace {

constexpr int kMostLooks = 20;  // each reads the source up to there
constexpr std::string_view kComment = "注释用 -- 开头，不用 {}";

bool is_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// The line without its texts (each becomes "") and without what stands behind --.
std::string bare(std::string_view line) {
  std::string text;
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote != 0) {
      if (c == '\\') ++i;
      if (c == quote) text += c;
      if (c == quote) quote = 0;
    } else if (line.substr(i, 2) == "--") {
      break;
    } else {
      if (c == '"' || c == '\'') quote = c;
      text += c;
    }
  }
  return text;
}

// What the compiler looks at: "near '!'" -> "!".
std::string_view token_of(std::string_view english) {
  const std::size_t near = english.rfind(" near ");
  if (near == english.npos) return {};
  std::string_view token = english.substr(near + 6);
  if (token.size() > 2 && token.front() == '\'') token = token.substr(1, token.size() - 2);
  return token;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

// # or // or /* before words: at the beginning of the line, or behind code with Chinese after it.
std::string comment_slip(const std::string& text, std::string_view token) {
  const std::string_view line = trim(text);
  for (const char* mark : {"//", "/*", "#"}) {
    const std::size_t at = line.find(mark);
    if (at == line.npos) continue;
    const bool is_foreign = std::any_of(line.begin() + static_cast<std::ptrdiff_t>(at), line.end(),
                                        [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    // Behind code, # is the length of something, unless the compiler cannot make anything of it.
    if (at == 0 || (*mark == '#' ? token == "#" : is_foreign)) return fmt::format(kComment, mark);
  }
  return "";
}

// a += 1, a++, with the name that stands before.
std::string assignment_slip(std::string_view line) {
  for (const std::string_view sign : {"..=", "+=", "-=", "*=", "/=", "++"}) {
    const std::size_t at = line.find(sign);
    if (at == line.npos) continue;
    const std::string_view before = trim(line.substr(0, at));
    std::size_t begin = before.size();
    while (begin > 0 && (is_name(before[begin - 1]) || before[begin - 1] == '.')) --begin;
    const std::string_view name = begin == before.size() ? "a" : before.substr(begin);
    const std::string_view sum = sign == "++" ? "+" : sign.substr(0, sign.size() - 1);
    return fmt::format("Lua 没有 {}：写成 {} = {} {} {}", sign, name, name, sum, sign == "++" ? "1" : "…");
  }
  return "";
}

std::string operator_slip(std::string_view line, std::string_view token, std::string_view english) {
  if (token == "!" || token == "!=") return has(line, "!=") ? "不等于写 ~=，不写 !=" : "“不”写 not，不写 !";
  if (token == "&" && has(line, "&&")) return "“并且”写 and，不写 &&";
  if (token == "|" && has(line, "||")) return "“或者”写 or，不写 ||";
  const bool is_in_brackets =
      starts_with(english, "')' expected") && (has(line, "if ") || has(line, "while "));
  const bool is_condition =
      starts_with(english, "'then' expected") || starts_with(english, "'do' expected") || is_in_brackets;
  const bool is_returned = starts_with(english, "'end' expected") && has(line, "return");
  if (token == "=" && (is_condition || is_returned)) return "比较两个值是否相等写 ==，一个 = 是赋值";
  return "";
}

// A field that begins a line where the line before it ended without a comma.
std::string comma_slip(std::string_view code, int line, std::string_view token, std::string_view english) {
  if (!starts_with(english, "'}' expected") && !starts_with(english, "')' expected")) return "";
  const std::string text = bare(line_of(code, line));
  const std::string_view here = trim(text);
  const std::string_view first = trim(line_of(code, line));
  if (token.empty() || !starts_with(first, token)) return "";
  const std::string_view rest = trim(here.substr(std::min(token.size(), here.size())));
  const bool is_field = starts_with(rest, "=") && !starts_with(rest, "==");
  const bool is_item = token.front() == '"' || token.front() == '\'' || token == "{";
  if (!is_field && !is_item) return "";
  int before = line - 1;
  for (int looks = 0; looks < kMostLooks && before > 0 && trim(bare(line_of(code, before))).empty(); ++looks)
    --before;
  return before == 0 ? "" : fmt::format("“{}”前面少了逗号，多半在第 {} 行的末尾", token, before);
}

// The block that is still open at the end of the source, with its line; none where a table is.
class OpenBlock {
 public:
  explicit OpenBlock(std::string_view source) : rest_(source) {
    while (!rest_.empty()) take();
  }
  std::string_view word() const { return open_.empty() ? std::string_view() : open_.back().word; }
  int line() const { return open_.empty() ? 0 : open_.back().line; }

 private:
  struct Opened {
    std::string_view word;
    int line = 0;
  };

  void take() {
    const char c = rest_.front();
    if (starts_with(rest_, "--[[") || starts_with(rest_, "[[")) return skip(rest_.find("]]"));
    if (starts_with(rest_, "--")) return skip(rest_.find('\n'));
    if (c == '"' || c == '\'') return take_text(c);
    if (is_name(c)) return take_word();
    if (c == '{') open_.push_back({"", line_});
    if (c == '}' && !open_.empty()) open_.pop_back();
    skip(1);
  }

  void take_text(char quote) {
    std::size_t end = 1;
    while (end < rest_.size() && rest_[end] != quote && rest_[end] != '\n') end += rest_[end] == '\\' ? 2 : 1;
    skip(end + 1);
  }

  // `for … do` and `while … do` are one block each, known by their first word.
  void take_word() {
    std::size_t size = 0;
    while (size < rest_.size() && is_name(rest_[size])) ++size;
    const std::string_view word = rest_.substr(0, size);
    const bool is_loop = word == "for" || word == "while";
    if (is_loop || word == "function" || word == "if" || word == "repeat" || (word == "do" && !in_head_))
      open_.push_back({word, line_});
    if ((word == "end" || word == "until") && !open_.empty() && !open_.back().word.empty()) open_.pop_back();
    in_head_ = is_loop || (in_head_ && word != "do");
    skip(size);
  }

  void skip(std::size_t size) {
    const std::string_view gone = rest_.substr(0, size);
    line_ += static_cast<int>(std::count(gone.begin(), gone.end(), '\n'));
    rest_.remove_prefix(gone.size());
  }

  std::string_view rest_;
  int line_ = 1;
  bool in_head_ = false;  // between `for` and its `do`
  std::vector<Opened> open_;
};

// A table that ends, or goes on behind an `end`, inside of a block.
std::string block_slip(std::string_view code, int line, std::string_view token) {
  const std::string_view here = line_of(code, line);
  if ((token != "}" && token != "," && token != ")") || here.data() == nullptr) return "";
  const std::size_t before = static_cast<std::size_t>(here.data() - code.data());
  int looks = 0;
  for (std::size_t at = here.find(token); at != here.npos && ++looks <= kMostLooks;
       at = here.find(token, at + 1)) {
    if (token != "}" && !ends_with(trim(here.substr(0, at)), "end")) continue;
    const OpenBlock block(code.substr(0, before + at));
    if (block.word().empty()) continue;
    return fmt::format("“{}”前面少一个 end：从第 {} 行的 {} 起，到这里没有结束", token, block.line(),
                       block.word());
  }
  return "";
}

}  // namespace

std::string syntax_slip(std::string_view code, int line, std::string_view english) {
  const std::size_t place = english.find(".lua:");
  if (place != english.npos) english.remove_prefix(std::min(english.find(": ", place) + 2, english.size()));
  const std::string text = bare(line_of(code, line));
  const std::string_view token = token_of(english);
  for (const std::string& slip : {operator_slip(text, token, english), comment_slip(text, token)}) {
    if (!slip.empty()) return slip;
  }
  const bool is_assignment =
      token == "+" || token == "-" || token == "*" || token == "/" || token == ".." || token == "=";
  if (is_assignment) {
    if (std::string slip = assignment_slip(text); !slip.empty()) return slip;
  }
  if (std::string slip = block_slip(code, line, token); !slip.empty()) return slip;
  return comma_slip(code, line, token, english);
}

std::string runtime_slip(const LuaFailure& failure, std::string_view line) {
  const std::size_t at = failure.message.find("写 ipairs(…)");
  const std::string text = bare(line);
  const std::size_t in = text.find(" in ");
  const std::size_t end = text.find(" do", in == text.npos ? 0 : in);
  if (at == std::string::npos || in == text.npos || end == text.npos) return failure.message;
  const std::string_view list = trim(std::string_view(text).substr(in + 4, end - in - 4));
  const bool is_plain = !list.empty() && list.find_first_of("(),\"' ") == list.npos;
  if (!is_plain) return failure.message;
  return replace_all(failure.message, "(…)", fmt::format("({})", list));
}

}  // namespace nianbao
