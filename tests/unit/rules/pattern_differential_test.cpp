// Our string functions against those of stock Lua, on random patterns and subjects: the same results, and
// errors in the same cases. What is random here is the same in every run.
#include <gtest/gtest.h>

#include <lua.hpp>
#include <random>
#include <string>
#include <vector>

#include "rules/lua_state.h"
#include "rules/sandbox.h"

namespace nianbao {
namespace {

constexpr int kRounds = 60'000;

struct Case {
  std::string function;
  std::string subject, pattern;
  int init = 1;     // of find, match and gmatch
  int most = 100;   // of gsub
  int replace = 0;  // gsub: which of kReplacements
};

// A text, or Lua that says a table or a function.
constexpr const char* kReplacements[] = {"'x'",
                                         "'<%0>'",
                                         "'%1%%'",
                                         "'%2'",
                                         "'%'",
                                         "'%x'",
                                         "{ a = 'A', b = false }",
                                         "function(a, b) return b end",
                                         "function(a) if a == 'a' then return 7 end end",
                                         "function() return {} end"};

// Runs in both: every result as a text, the values of gmatch one round after the other.
constexpr const char* kDriver = R"(
local name, subject, pattern, init, most, replacement = ...
local out = {}
local function keep(...)
  for i = 1, select('#', ...) do out[#out + 1] = tostring((select(i, ...))) .. ':' .. type((select(i, ...))) end
  out[#out + 1] = ';'
end
local function collect(f, ...)
  for _ = 1, 40 do
    local values = table.pack(f())
    if values[1] == nil then break end
    keep(table.unpack(values, 1, values.n))
  end
end
if name == 'find' then keep(string.find(subject, pattern, init))
elseif name == 'plain' then keep(string.find(subject, pattern, init, true))
elseif name == 'match' then keep(string.match(subject, pattern, init))
elseif name == 'gmatch' then collect(string.gmatch(subject, pattern, init))
else keep(string.gsub(subject, pattern, replacement, most)) end
return table.concat(out, ' ')
)";

class Stock {
 public:
  Stock() : lua_(luaL_newstate()) { luaL_openlibs(lua_); }
  ~Stock() { lua_close(lua_); }
  Stock(const Stock&) = delete;
  Stock& operator=(const Stock&) = delete;
  lua_State* get() const { return lua_; }

 private:
  lua_State* lua_;
};

void push_arguments(lua_State* lua, const Case& c) {
  lua_pushlstring(lua, c.function.data(), c.function.size());
  lua_pushlstring(lua, c.subject.data(), c.subject.size());
  lua_pushlstring(lua, c.pattern.data(), c.pattern.size());
  lua_pushinteger(lua, c.init);
  lua_pushinteger(lua, c.most);
  luaL_loadstring(lua, (std::string("return ") + kReplacements[c.replace]).c_str());
  lua_call(lua, 0, 1);
}

std::string taken(lua_State* lua) {
  std::size_t size = 0;
  const char* text = lua_tolstring(lua, -1, &size);
  std::string result(text, size);
  lua_settop(lua, 0);
  return result;
}

std::string by_stock(const Stock& stock, const Case& c) {
  luaL_loadstring(stock.get(), kDriver);
  push_arguments(stock.get(), c);
  if (lua_pcall(stock.get(), 6, 1, 0) == LUA_OK) return taken(stock.get());
  lua_settop(stock.get(), 0);
  return "error";
}

class Ours {
 public:
  Ours() : state_(LuaLimits{}) {
    push_sandbox(state_.get());
    environment_ = luaL_ref(state_.get(), LUA_REGISTRYINDEX);
  }

  std::string run(const Case& c) {
    LuaFailure failure;
    EXPECT_TRUE(state_.load(kDriver, "driver.lua", failure)) << failure.message;
    lua_rawgeti(state_.get(), LUA_REGISTRYINDEX, environment_);
    lua_setupvalue(state_.get(), -2, 1);
    push_arguments(state_.get(), c);
    if (state_.call(6, 1, failure)) return taken(state_.get());
    EXPECT_EQ(failure.fault, LuaFault::runtime) << c.pattern;
    return "error";
  }

 private:
  LuaState state_;
  int environment_ = 0;
};

class Dice {
 public:
  int below(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }
  template <std::size_t n>
  const char* one_of(const char* const (&list)[n]) {
    return list[below(static_cast<int>(n))];
  }

 private:
  std::mt19937 engine_{20'240'515};
};

std::string random_subject(Dice& dice) {
  static constexpr const char* kPieces[] = {"a", "b", "ab", "(", ")", "]", "-",
                                            "%", "^", "$",  " ", "1", "Z", "汉"};
  std::string subject;
  for (int i = dice.below(10); i > 0; --i) subject += dice.one_of(kPieces);
  if (dice.below(12) == 0) subject += '\0';
  return subject;
}

// Mostly sound items, some that are none, and now and then any bytes that mean something.
std::string random_pattern(Dice& dice) {
  static constexpr const char* kItems[] = {
      "a",      "b",      ".",      "%a",     "%d",  "%S",   "%W",    "[ab]",  "[^a]",  "[%a-]",
      "[a-%]]", "[]]",    "[^]b]",  "()",     "(a)", "(.-)", "(",     ")",     "%1",    "%2",
      "%b()",   "%bab",   "%f[%a]", "%f[^b]", "%z",  "%g",   "[a-",   "[%",    "[",     "%",
      "%f",     "%b(",    "$",      "^",      "%(",  "%$",   "-",     "[a-c]", "[c-a]", "[%w%s]",
      "[%]]",   "[a%-z]", "((a)b)", "%0",     "%%",  "[-a]", "[^%d]", "[a-%%]"};
  static constexpr const char* kBytes[] = {"a", "b", "%", "[", "]", "(", ")", "-",
                                           "^", "*", "+", "?", "$", ".", "1", "f"};
  static constexpr const char* kRepeats[] = {"*", "+", "-", "?"};
  std::string pattern = dice.below(5) == 0 ? "^" : "";
  const bool is_wild = dice.below(4) == 0;
  for (int i = 1 + dice.below(6); i > 0; --i) {
    pattern += is_wild ? dice.one_of(kBytes) : dice.one_of(kItems);
    if (dice.below(3) == 0) pattern += dice.one_of(kRepeats);
  }
  if (dice.below(5) == 0) pattern += "$";
  return pattern;
}

Case random_case(Dice& dice) {
  static constexpr const char* kFunctions[] = {"find", "match", "gmatch", "gsub", "gsub", "plain"};
  Case c;
  c.function = dice.one_of(kFunctions);
  c.subject = random_subject(dice);
  c.pattern = random_pattern(dice);
  c.init = dice.below(3) != 0 ? 1 : dice.below(40) - 20;
  c.most = dice.below(3) != 0 ? 100 : dice.below(4) - 1;
  c.replace = dice.below(static_cast<int>(std::size(kReplacements)));
  return c;
}

TEST(PatternDifferential, FindsWhatStockLuaFinds) {
  const Stock stock;
  Ours ours;
  Dice dice;
  int errors = 0;
  int hits = 0;
  for (int i = 0; i < kRounds; ++i) {
    const Case c = random_case(dice);
    const std::string wanted = by_stock(stock, c);
    ASSERT_EQ(ours.run(c), wanted) << c.function << " “" << c.subject << "” “" << c.pattern << "” " << c.init
                                   << " " << c.most << " " << kReplacements[c.replace];
    errors += wanted == "error" ? 1 : 0;
    hits += wanted.find(":string") != std::string::npos ? 1 : 0;
  }
  EXPECT_GT(errors, kRounds / 20);
  EXPECT_GT(hits, kRounds / 5);
}

// As deep as the stock matcher goes, and no deeper.
TEST(PatternDifferential, IsTooComplexWhereStockLuaSaysSo) {
  const Stock stock;
  Ours ours;
  for (const char* item : {"a?", "a*", "a-", "a+", "(a)", "b?a"}) {
    for (int count = 1; count < 230; ++count) {
      if (item[0] == '(' && count > 33) break;
      if (item[1] == '+' && count > 12) break;  // more would take long
      Case c;
      c.function = "match";
      c.subject = std::string(300, 'a');
      for (int i = 0; i < count; ++i) c.pattern += item;
      ASSERT_EQ(ours.run(c), by_stock(stock, c)) << item << " × " << count;
    }
  }
}

}  // namespace
}  // namespace nianbao
