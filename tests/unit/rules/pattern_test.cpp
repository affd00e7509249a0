#include "rules/pattern.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

// The match and its captures, "|" between them; "-" for none.
std::string match(std::string_view subject, std::string_view pattern) {
  std::int64_t work = 1'000'000;
  const PatternHit hit = Pattern(pattern, true).find(subject, 0, work);
  if (!hit.found) return "-";
  std::string out(subject.substr(hit.start, hit.end - hit.start));
  for (int i = 0; i < hit.captures; ++i) {
    const PatternCapture& capture = hit.capture[static_cast<std::size_t>(i)];
    out += "|" + (capture.is_position ? std::to_string(capture.start + 1)
                                      : std::string(subject.substr(capture.start, capture.size)));
  }
  return out;
}

TEST(Pattern, MatchesAsLuaDoes) {
  EXPECT_EQ(match("hello world", "o w"), "o w");
  EXPECT_EQ(match("  trim me  ", "^%s*(.-)%s*$"), "  trim me  |trim me");
  EXPECT_EQ(match("key = value", "(%w+)%s*=%s*(%w+)"), "key = value|key|value");
  EXPECT_EQ(match("aaab", "a-b"), "aaab");
  EXPECT_EQ(match("aaa", "a*"), "aaa");
  EXPECT_EQ(match("bbb", "a*"), "");
  EXPECT_EQ(match("bbb", "a+"), "-");
  EXPECT_EQ(match("colour", "colou?r"), "colour");
  EXPECT_EQ(match("color", "colou?r"), "color");
  EXPECT_EQ(match("x(a(b)c)y", "%b()"), "(a(b)c)");
  EXPECT_EQ(match("THE (quick) fox", "%f[%a]%a+%f[%A]"), "THE");
  EXPECT_EQ(match("abcabc", "(abc)%1"), "abcabc|abc");
  EXPECT_EQ(match("hello", "()ll()"), "ll|3|5");
  EXPECT_EQ(match("a.b", "%."), ".");
  EXPECT_EQ(match("a]b", "[]]"), "]");
  EXPECT_EQ(match("a-b", "[a%-]+"), "a-");
  EXPECT_EQ(match("x5", "[^%d]"), "x");
  EXPECT_EQ(match("2024-06", "^(%d%d%d%d)-(%d%d)$"), "2024-06|2024|06");
  EXPECT_EQ(match("a$", "a$"), "-");
  EXPECT_EQ(match("a$b", "$b"), "$b");
  EXPECT_EQ(match("第12条", "%d+"), "12");
  EXPECT_EQ(match("ab", "(a)(b)()"), "ab|a|b|3");
  EXPECT_EQ(match("zaz", "^a"), "-");
}

TEST(Pattern, RefusesWhatIsNoPattern) {
  for (const char* wrong : {"[a", "%", "a)", "%b(", "%f", "%1", "(%1)", "[a-"}) {
    EXPECT_THROW(match("abc", wrong), PatternError) << wrong;
  }
}

TEST(Pattern, StopsWhenTheWorkIsUsedUp) {
  std::int64_t work = 100'000;
  const std::string subject(5000, 'a');
  try {
    Pattern("a*a*a*a*b", true).find(subject, 0, work);
    FAIL() << "matched";
  } catch (const PatternError& error) {
    EXPECT_TRUE(error.over_budget);
  }
}

TEST(Pattern, StopsBeforeTheStackIsDeep) {
  std::string pattern;
  for (int i = 0; i < 500; ++i) pattern += "a?";
  EXPECT_THROW(match(std::string(500, 'a'), pattern), PatternError);
}

}  // namespace
}  // namespace nianbao
