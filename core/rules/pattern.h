// Lua's string patterns with a bound on the work: the stock matcher can run for hours on a short text and no
// instruction counter sees it. Same language, same results, and the same errors in the same cases: what is
// wrong with a pattern is said when a match comes to it. No Lua inside.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nianbao {

// What is wrong with a pattern, or that a match took too much work. A Chinese sentence.
struct PatternError {
  const char* message;
  bool over_budget = false;
};

inline constexpr int kMaxCaptures = 32;

// Offsets are bytes from 0.
struct PatternCapture {
  std::size_t start = 0;
  std::size_t size = 0;
  bool is_position = false;    // "()"
  bool is_unfinished = false;  // opened and not closed: not to be asked for
};

struct PatternHit {
  bool found = false;
  std::size_t start = 0, end = 0;
  int captures = 0;
  std::array<PatternCapture, kMaxCaptures> capture;
};

class Pattern {
 public:
  // `may_anchor`: a leading "^" holds the match to the start.
  Pattern(std::string_view source, bool may_anchor);

  // More bytes than this are no pattern; the caller sees to it.
  static constexpr std::size_t kLongest = 4096;

  // The first match at or after `from`. `work` counts down; throws PatternError when it is used up, or where
  // the pattern is wrong.
  PatternHit find(std::string_view subject, std::size_t from, std::int64_t& work) const;
  bool is_anchored() const { return anchored_; }

 private:
  friend class PatternMatch;
  enum class Kind : std::uint8_t { single, open, position, close, end, balance, frontier, reference, broken };
  struct Node {
    Kind kind = Kind::single;
    char repeat = 0;                    // one of "*+-?", or 0
    unsigned char first = 0, last = 0;  // of %b
    int capture = 0;
    const char* fault = nullptr;  // of a broken one
    std::bitset<256> set;
  };
  class Parser;
  std::vector<Node> nodes_;
  int captures_ = 0;
  bool anchored_ = false;
};

}  // namespace nianbao
