#include "rules/declared_codes.h"

#include <algorithm>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::string_view kName = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:";
constexpr std::size_t kLongestCode = 12;
constexpr std::size_t kMostCodes = 100;

bool is_code(std::string_view code) {
  return code.size() <= kLongestCode && code.find('-') != code.npos &&
         code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == code.npos;
}

// `check`, or what a shared file makes of it: `asks.once`, `steps.check`.
bool declares_checks(std::string_view function) {
  return function == "check" || (function.find('.') != function.npos && !starts_with(function, "."));
}

// Word by word: names, texts and signs; what has no meaning here is passed over.
class Reader {
 public:
  Reader(std::string_view source, std::string_view prefix) : rest_(source), prefix_(prefix) {}

  std::vector<std::string> read() {
    while (!rest_.empty() && codes_.size() < kMostCodes) take();
    return std::move(codes_);
  }

 private:
  void take() {
    const char c = rest_.front();
    if (starts_with(rest_, "--")) return skip(rest_.find('\n'));
    if (c == '"' || c == '\'') return take_text(c);
    if (kName.find(c) != kName.npos) return take_name();
    if (c == '{') {
      tables_.push_back(declares_checks(name_));
    } else if (c == '}' && !tables_.empty()) {
      tables_.pop_back();
    }
    // `check {` and `check({`: the name stands before the table, at most a bracket between them.
    const bool is_passed_over = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '(';
    is_code_set_ = c == '=' ? name_ == "code" && rest_.substr(0, 2) != "==" : is_code_set_ && is_passed_over;
    if (!is_passed_over) name_ = {};
    skip(1);
  }

  void take_name() {
    const std::size_t size = std::min(rest_.find_first_not_of(kName), rest_.size());
    name_ = rest_.substr(0, size);
    is_code_set_ = false;
    skip(size);
  }

  // A quote that nobody closes ends with its line.
  void take_text(char quote) {
    skip(1);
    const char ends[] = {quote, '\n', '\0'};
    const std::string_view text = rest_.substr(0, rest_.find_first_of(ends));
    if (is_code_set_ && !tables_.empty() && tables_.back()) keep(text);
    is_code_set_ = false;
    name_ = {};
    skip(text.size() + 1);
  }

  void keep(std::string_view code) {
    const bool is_own =
        prefix_.empty() || (starts_with(code, prefix_) && code.substr(prefix_.size(), 1) == "-");
    if (!is_own || !is_code(code)) return;
    if (std::find(codes_.begin(), codes_.end(), code) == codes_.end()) codes_.emplace_back(code);
  }

  void skip(std::size_t size) { rest_.remove_prefix(std::min(size, rest_.size())); }

  std::string_view rest_;
  std::string_view prefix_;
  std::string_view name_;
  bool is_code_set_ = false;  // `code =` stands right before
  std::vector<bool> tables_;  // those that are open: whether it is one of a check
  std::vector<std::string> codes_;
};

}  // namespace

std::vector<std::string> declared_codes(std::string_view source, std::string_view prefix) {
  return Reader(source, prefix).read();
}

}  // namespace nianbao
