#include "rules/pattern.h"

#include <algorithm>

namespace nianbao {

namespace {

using ByteSet = std::bitset<256>;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr int kMaxDepth = 199;  // as many calls of itself as the stock matcher allows

ByteSet range(unsigned char first, unsigned char last) {
  ByteSet set;
  for (int c = first; c <= last; ++c) set.set(static_cast<std::size_t>(c));
  return set;
}

// %a, %d … of ASCII; a capital letter is the complement. Empty for a letter that names no class.
bool class_set(char letter, ByteSet& set) {
  const ByteSet small = range('a', 'z');
  const ByteSet capital = range('A', 'Z');
  const ByteSet digit = range('0', '9');
  const ByteSet letters = small | capital;
  switch (letter | 0x20) {
    case 'a':
      set = letters;
      break;
    case 'c':
      set = range(0, 31) | range(127, 127);
      break;
    case 'd':
      set = digit;
      break;
    case 'g':
      set = range(33, 126);
      break;
    case 'l':
      set = small;
      break;
    case 'p':
      set = range(33, 126) & ~(letters | digit);
      break;
    case 's':
      set = range(9, 13) | range(' ', ' ');
      break;
    case 'u':
      set = capital;
      break;
    case 'w':
      set = letters | digit;
      break;
    case 'z':  // an old word for the byte 0
      set = range(0, 0);
      break;
    case 'x':
      set = digit | range('a', 'f') | range('A', 'F');
      break;
    default:
      return false;
  }
  if (letter >= 'A' && letter <= 'Z') set.flip();
  return letter >= 'A';
}

}  // namespace

class Pattern::Parser {
 public:
  explicit Parser(std::string_view source) : source_(source) {}

  // What stands behind a fault is never reached.
  std::vector<Node> parse() {
    try {
      while (at_ < source_.size()) item();
    } catch (const PatternError& error) {
      push(Kind::broken).fault = error.message;
    }
    return std::move(nodes_);
  }

  void skip(std::size_t bytes) { at_ += bytes; }
  int captures() const { return captures_; }

 private:
  unsigned char take() {
    if (at_ >= source_.size()) throw PatternError{"模式没有写完：以 % 结尾"};
    return static_cast<unsigned char>(source_[at_++]);
  }

  bool next_is(char c) const { return at_ < source_.size() && source_[at_] == c; }

  Node& push(Kind kind) {
    nodes_.emplace_back();
    nodes_.back().kind = kind;
    return nodes_.back();
  }

  void open() {
    if (captures_ == kMaxCaptures) throw PatternError{"模式里的括号太多"};
    if (next_is(')')) {
      ++at_;
      push(Kind::position).capture = captures_++;
      return;
    }
    stack_[static_cast<std::size_t>(depth_++)] = captures_;
    push(Kind::open).capture = captures_++;
  }

  void close() {
    if (depth_ == 0) throw PatternError{"模式里的括号没有配对"};
    push(Kind::close).capture = stack_[static_cast<std::size_t>(--depth_)];
  }

  // After "%" outside a set: %b, %f and %1 are no single characters.
  bool special_escape() {
    const char c = at_ < source_.size() ? source_[at_] : '\0';
    if (c == 'b') {
      ++at_;
      if (at_ + 2 > source_.size()) throw PatternError{"模式里 %b 后面缺少两个字符"};
      Node& node = push(Kind::balance);
      node.first = take();
      node.last = take();
      return true;
    }
    if (c == 'f') {
      ++at_;
      if (!next_is('[')) throw PatternError{"模式里 %f 后面缺少 ["};
      ++at_;
      const ByteSet set = bracket();
      push(Kind::frontier).set = set;
      return true;
    }
    if (c < '0' || c > '9') return false;
    ++at_;
    const int capture = c - '1';
    const auto end = stack_.begin() + depth_;
    if (capture < 0 || capture >= captures_ || std::find(stack_.begin(), end, capture) != end) {
      throw PatternError{"模式里的 %1 … %9 指向一个还没有完成的括号"};
    }
    push(Kind::reference).capture = capture;
    return true;
  }

  static ByteSet one(unsigned char c) { return range(c, c); }

  ByteSet escaped() {
    const unsigned char c = take();
    ByteSet set;
    return class_set(static_cast<char>(c), set) ? set : one(c);
  }

  // Where the "]" stands that ends the set begun before at_.
  std::size_t end_of_set() const {
    std::size_t at = at_;
    if (at < source_.size() && source_[at] == '^') ++at;
    for (bool is_first = true; is_first || at >= source_.size() || source_[at] != ']'; is_first = false) {
      if (at >= source_.size()) throw PatternError{"模式没有写完：[ 没有配 ]"};
      if (source_[at++] == '%') ++at;
    }
    return at;
  }

  // After "[". The end is found first, as the stock matcher does: in "[a-%]]" it is the second "]".
  ByteSet bracket() {
    const std::size_t end = end_of_set();
    const bool complement = next_is('^');
    if (complement) ++at_;
    ByteSet set;
    while (at_ < end) {
      const unsigned char c = take();
      if (c == '%') {
        set |= escaped();
      } else if (next_is('-') && at_ + 1 < end) {
        ++at_;
        set |= range(c, take());
      } else {
        set.set(c);
      }
    }
    at_ = end + 1;
    return complement ? ~set : set;
  }

  ByteSet single() {
    const unsigned char c = take();
    if (c == '.') return ~ByteSet{};
    if (c == '[') return bracket();
    if (c == '%') return escaped();
    return one(c);
  }

  void item() {
    const char c = source_[at_];
    if (c == '(' || c == ')') {
      ++at_;
      return c == '(' ? open() : close();
    }
    if (c == '$' && at_ + 1 == source_.size()) {
      ++at_;
      push(Kind::end);
      return;
    }
    if (c == '%') {
      ++at_;
      if (special_escape()) return;
      --at_;
    }
    const ByteSet set = single();
    Node& node = push(Kind::single);
    node.set = set;
    if (at_ < source_.size() && std::string_view("*+-?").find(source_[at_]) != std::string_view::npos) {
      node.repeat = source_[at_++];
    }
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::vector<Node> nodes_;
  int captures_ = 0;
  int depth_ = 0;
  std::array<int, kMaxCaptures> stack_{};
};

// One attempt to match: a backtracking walk over the nodes.
class PatternMatch {
 public:
  using Kind = Pattern::Kind;
  using Node = Pattern::Node;

  PatternMatch(const std::vector<Node>& nodes, std::string_view subject, std::int64_t& work)
      : nodes_(nodes), subject_(subject), work_(work) {}

  // The end of the match of nodes_[node …] at `at`, or kNone.
  std::size_t match(std::size_t node, std::size_t at, int depth) {
    if (depth > kMaxDepth) throw PatternError{"模式太复杂"};
    for (; node < nodes_.size(); ++node) {
      spend();
      const Node& item = nodes_[node];
      if (item.kind == Kind::open || item.kind == Kind::close) return captured(node, at, depth);
      if (item.kind == Kind::single && item.repeat != 0) {
        const bool fits_once = fits(item, at);
        if (fits_once && item.repeat != '?') return repeated(node, at, depth);
        const std::size_t end = fits_once ? match(node + 1, at + 1, depth + 1) : kNone;
        if (end != kNone || item.repeat == '+') return end;
        continue;
      }
      at = step(item, at);
      if (at == kNone) return kNone;
    }
    return at;
  }

  std::array<PatternCapture, kMaxCaptures> captures{};

 private:
  void spend() {
    if (--work_ < 0) throw PatternError{"模式匹配花费的步数超出上限", true};
  }

  bool fits(const Node& item, std::size_t at) const {
    return at < subject_.size() && item.set.test(byte(at));
  }

  unsigned char byte(std::size_t at) const {
    return at < subject_.size() ? static_cast<unsigned char>(subject_[at]) : 0;
  }

  // Items that match in one way only.
  std::size_t step(const Node& item, std::size_t at) {
    switch (item.kind) {
      case Kind::single:
        return fits(item, at) ? at + 1 : kNone;
      case Kind::end:
        return at == subject_.size() ? at : kNone;
      case Kind::position:
        captures[static_cast<std::size_t>(item.capture)] = {at, 0, true, false};
        return at;
      case Kind::frontier: {
        const unsigned char before = at == 0 ? 0 : byte(at - 1);
        return !item.set.test(before) && item.set.test(byte(at)) ? at : kNone;
      }
      case Kind::balance:
        return balanced(item, at);
      case Kind::broken:
        throw PatternError{item.fault};
      default:
        return referenced(item, at);
    }
  }

  std::size_t balanced(const Node& item, std::size_t at) {
    if (at >= subject_.size() || byte(at) != item.first) return kNone;
    int open = 1;
    for (std::size_t i = at + 1; i < subject_.size(); ++i) {
      spend();
      if (byte(i) == item.last) {
        if (--open == 0) return i + 1;
      } else if (byte(i) == item.first) {
        ++open;
      }
    }
    return kNone;
  }

  std::size_t referenced(const Node& item, std::size_t at) {
    const PatternCapture& capture = captures[static_cast<std::size_t>(item.capture)];
    if (capture.is_position) return kNone;
    const std::string_view text = subject_.substr(capture.start, capture.size);
    work_ -= static_cast<std::int64_t>(text.size());
    spend();
    return subject_.substr(at, text.size()) == text ? at + text.size() : kNone;
  }

  std::size_t captured(std::size_t node, std::size_t at, int depth) {
    PatternCapture& capture = captures[static_cast<std::size_t>(nodes_[node].capture)];
    const PatternCapture before = capture;
    if (nodes_[node].kind == Kind::open) {
      capture = {at, 0, false, true};
    } else {
      capture = {before.start, at - before.start, false, false};
    }
    const std::size_t end = match(node + 1, at, depth + 1);
    if (end == kNone) capture = before;
    return end;
  }

  std::size_t repeated(std::size_t node, std::size_t at, int depth) {
    const Node& item = nodes_[node];
    if (item.repeat == '-') return shortest(node, at, depth);
    const std::size_t least = item.repeat == '+' ? 1 : 0;
    std::size_t count = 0;
    while (fits(item, at + count)) {
      spend();
      ++count;
    }
    for (std::size_t tries = count + 1; tries > least; --tries) {
      const std::size_t end = match(node + 1, at + tries - 1, depth + 1);
      if (end != kNone) return end;
    }
    return kNone;
  }

  std::size_t shortest(std::size_t node, std::size_t at, int depth) {
    for (;;) {
      const std::size_t end = match(node + 1, at, depth + 1);
      if (end != kNone) return end;
      if (!fits(nodes_[node], at)) return kNone;
      spend();
      ++at;
    }
  }

  const std::vector<Node>& nodes_;
  std::string_view subject_;
  std::int64_t& work_;
};

Pattern::Pattern(std::string_view source, bool may_anchor) {
  anchored_ = may_anchor && !source.empty() && source.front() == '^';
  Parser parser(source);
  if (anchored_) parser.skip(1);
  nodes_ = parser.parse();
  captures_ = parser.captures();
}

PatternHit Pattern::find(std::string_view subject, std::size_t from, std::int64_t& work) const {
  PatternHit hit;
  PatternMatch attempt(nodes_, subject, work);
  for (std::size_t start = from; start <= subject.size(); ++start) {
    if (--work < 0) throw PatternError{"模式匹配花费的步数超出上限", true};
    const std::size_t end = attempt.match(0, start, 0);
    if (end != kNone) {
      hit.found = true;
      hit.start = start;
      hit.end = end;
      hit.captures = captures_;
      hit.capture = attempt.captures;
      return hit;
    }
    if (anchored_) break;
  }
  return hit;
}

}  // namespace nianbao
