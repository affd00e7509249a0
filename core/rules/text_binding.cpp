#include "rules/text_binding.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/personal_data.h"
#include "base/text.h"
#include "rules/frozen.h"
#include "rules/lua_arguments.h"
#include "rules/lua_figures.h"
#include "rules/lua_format.h"
#include "rules/lua_state.h"
#include "rules/lua_values.h"
#include "rules/place_faults.h"
#include "rules/prose_claims.h"
#include "rules/sandbox.h"

namespace nianbao {

namespace {

constexpr const char* kFailed = "（此处有误）";
constexpr const char* kPlaceSource = "place.lua";  // the shape that messages are read by
constexpr std::size_t kLongestPlace = 1000;
constexpr std::size_t kLongestResult = 20000;
constexpr std::int64_t kStepsOfPlace = 2'000'000;
constexpr std::int64_t kStepsOfAll = 20 * kStepsOfPlace;  // all places of a report, beside what each earns
constexpr std::int64_t kStepsEarned = 50'000;             // ten times what a long place takes
constexpr std::int64_t kMostUnexplained = 500'000'000;    // nanoseconds, of all places

// The figures by their JSON names, as globals.
void push_names(lua_State* lua, const Figures& figures) {
  push_sandbox(lua);
  open_values(lua);
  set_value_functions(lua);
  set_text_functions(lua);
  push_figures(lua, figures, "figures");
  for (const char* key : {"year", "issuer", "body", "level", "scope", "table2", "table3", "table4",
                          "requests", "tasks", "activities"}) {
    lua_getfield(lua, -1, key);
    if (lua_isnil(lua, -1)) {
      lua_pushvalue(lua, -3);
      set_absent(lua, key);
      lua_pop(lua, 2);
    } else {
      lua_setfield(lua, -3, key);
    }
  }
  lua_setfield(lua, -2, "figures");
}

}  // namespace

struct TextBinder::State {
  WorkAccount account;
  LuaState lua{LuaLimits{std::size_t{16} << 20, kStepsOfPlace}};
  int environment = 0;

  std::vector<std::string> absent;  // parts of this year without figures

  // The text of the place, or empty with what is wrong.
  std::optional<std::string> evaluate(const std::string& expression, PlaceFault& fault);
  std::optional<std::string> take_result(std::string& reason);
  std::string reason_for_type();
  std::string with_absent_parts(const std::string& expression, std::string reason) const;
};

namespace {

struct Names {
  const Figures* figures;
  const Figures* previous;
};

// Puts nothing known in the place of every part that the frozen table at `table` lacks; `shape` is this
// year's table of the same name, or nil.
void wrap_absent(lua_State* lua, int table, int shape) {
  luaL_checkstack(lua, 8, nullptr);
  const bool has_shape = push_under_frozen(lua, shape);
  if (!has_shape) lua_pushnil(lua);
  const int shape_under = lua_gettop(lua);
  if (!push_under_frozen(lua, table)) return lua_settop(lua, shape_under - 1);
  const int under = lua_gettop(lua);
  for (lua_pushnil(lua); lua_next(lua, under) != 0; lua_settop(lua, under + 1)) {
    const bool is_absent = is_absent_mark(lua, -1);
    if (!is_absent && !is_frozen(lua, -1)) continue;
    const int value = lua_gettop(lua);
    lua_pushnil(lua);
    if (has_shape) {
      lua_pop(lua, 1);
      lua_pushvalue(lua, under + 1);
      lua_rawget(lua, shape_under);
      if (is_absent_mark(lua, -1)) {
        lua_pop(lua, 1);
        lua_pushnil(lua);
      }
    }
    if (!is_absent) {
      wrap_absent(lua, value, lua_gettop(lua));
      continue;
    }
    wrap_nothing(lua);
    lua_pushvalue(lua, under + 1);
    lua_insert(lua, -2);
    lua_rawset(lua, under);
  }
  lua_settop(lua, shape_under - 1);
}

// `previous` is there in every year: without last year's figures all of it is nothing known.
int build_environment(lua_State* lua) {
  const auto* names = static_cast<const Names*>(lua_touserdata(lua, 1));
  push_names(lua, *names->figures);
  const int globals = lua_gettop(lua);
  lua_getfield(lua, globals, "figures");
  if (names->previous == nullptr) {
    wrap_nothing(lua);
  } else {
    push_figures(lua, *names->previous, "previous");
    wrap_absent(lua, globals + 2, globals + 1);
  }
  lua_setfield(lua, globals, "previous");
  lua_settop(lua, globals);
  lua_pushboolean(lua, names->previous != nullptr ? 1 : 0);
  lua_setfield(lua, globals, "has_previous");
  freeze(lua, "可用的名称");
  return 1;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    const bool is_mark = std::string_view("\\`*_[]<>|#~").find(c) != std::string_view::npos;
    if (is_mark) out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

}  // namespace

std::optional<std::string> TextBinder::State::evaluate(const std::string& expression, PlaceFault& fault) {
  if (account.is_spent()) {
    fault = {"前面的位置一共算得太久，这一处没有算", "先改正前面写着“已中止”的位置"};
    return std::nullopt;
  }
  account.earn(kStepsEarned);
  lua_State* l = lua.get();
  LuaFailure failure;
  const bool is_loaded = lua.load("return " + expression, kPlaceSource, failure);
  if (is_loaded) {
    lua_rawgeti(l, LUA_REGISTRYINDEX, environment);
    lua_setupvalue(l, -2, 1);
  }
  if (!is_loaded || !lua.call(0, 1, failure)) {
    if (failure.is_stop()) {
      lua_gc(l, LUA_GCCOLLECT);  // what it left must not trouble the next place
      fault = explain_failure(expression, "算得太久，已中止");
    } else if (auto found = find_writing_fault(expression)) {
      fault = std::move(*found);
    } else {
      fault = explain_failure(expression, is_loaded ? with_absent_parts(expression, failure.message)
                                                    : "写法不对（" + failure.message + "）");
    }
    return std::nullopt;
  }
  std::string reason;
  auto result = take_result(reason);
  if (!result) fault = explain_failure(expression, with_absent_parts(expression, std::move(reason)));
  lua_pop(l, 1);
  return result;
}

// A part that was asked for and has no figures is what is wrong, whatever Lua made of it.
std::string TextBinder::State::with_absent_parts(const std::string& expression, std::string reason) const {
  for (const std::string& part : absent) {
    const std::size_t at = expression.find(part);
    const bool is_own =
        at != expression.npos &&
        (at == 0 || std::string_view("._").find(expression[at - 1]) == std::string_view::npos);
    if (is_own)
      return fmt::format("本年没有 {} 这一部分的数据：[ledgers] 没有给这本台账，或者它没能读出来", part);
  }
  return reason;
}

std::optional<std::string> TextBinder::State::take_result(std::string& reason) {
  lua_State* l = lua.get();
  CellValue value;
  if (lua_type(l, -1) == LUA_TSTRING) {
    std::size_t size = 0;
    const char* text = lua_tolstring(l, -1, &size);
    const std::string result(text, size);
    if (size > kLongestResult || !is_valid_utf8(result)) {
      reason = "得到的文字太长，或者不是有效的 UTF-8";
    } else if (result.find("（空白）") != std::string::npos ||
               result.find("（不适用）") != std::string::npos) {
      reason = "这里的数是空白或不适用，不能写进文字";
    } else {
      return result;
    }
    return std::nullopt;
  }
  if (find_cell_value(l, -1, value) && !std::holds_alternative<std::monostate>(value) &&
      !std::holds_alternative<std::string>(value)) {
    return print_value(value);
  }
  reason = reason_for_type();
  return std::nullopt;
}

std::string TextBinder::State::reason_for_type() {
  lua_State* l = lua.get();
  if (is_nothing(l, -1)) return "没有上年的这个数";
  if (is_no_number(l, -1)) return "这里的数是空白或不适用，不能写进文字";
  if (lua_isnil(l, -1)) return "得到的是 nil：没有这一部分数据，或者没有可算的";
  if (lua_type(l, -1) == LUA_TNUMBER) return fraction_fault(lua_tonumber(l, -1)).text;
  if (lua_isfunction(l, -1)) return "写的是一个函数的名称，后面缺少括号";
  if (is_frozen(l, -1) || is_lazy_list(l, -1)) return "得到的是一组数，不是一个数：请写到最后一级，如 .total";
  return "得到的不是文字，也不是一个数";
}

TextBinder::TextBinder(const Figures& figures, const Figures* previous) : state_(std::make_unique<State>()) {
  lua_State* lua = state_->lua.get();
  Names names{&figures, previous};
  lua_pushcfunction(lua, build_environment);
  lua_pushlightuserdata(lua, &names);
  LuaFailure failure;
  if (!state_->lua.call(1, 1, failure)) throw std::runtime_error("text binding: " + failure.message);
  state_->environment = luaL_ref(lua, LUA_REGISTRYINDEX);
  state_->account.set_limits(kStepsOfAll, kMostUnexplained);
  state_->lua.set_account(&state_->account);
  const bool has_part[] = {figures.table2.has_value(), figures.table3.has_value(),
                           figures.table4.has_value(), figures.requests.has_value(),
                           figures.tasks.has_value(),  figures.activities.has_value()};
  static constexpr const char* kParts[] = {"table2", "table3", "table4", "requests", "tasks", "activities"};
  for (std::size_t i = 0; i < std::size(kParts); ++i) {
    if (!has_part[i]) state_->absent.emplace_back(kParts[i]);
  }
}

TextBinder::~TextBinder() = default;

// One text: what stands between the places is copied, each place evaluated.
class TextBinder::Binding {
 public:
  Binding(State& state, const std::string& markdown, const std::string& file, Diagnostics& diagnostics)
      : state_(state), markdown_(markdown), file_(file), diagnostics_(diagnostics) {}

  BoundText run() {
    while (at_ < markdown_.size()) {
      const std::size_t open = markdown_.find("{{", at_);
      const std::size_t close = open == std::string::npos ? open : find_close(open + 2);
      if (close == std::string::npos) {
        copy(line_end(open));
      } else {
        copy(open);
        take_place(close);
      }
    }
    return std::move(bound_);
  }

 private:
  // The }} of the place on its line; of three braces, as in {{ n(sum{a, b}}}}, the last two. It is looked for
  // once, however many {{ stand before it.
  std::size_t find_close(std::size_t from) {
    if (next_close_ != std::string::npos && next_close_ < from) {
      next_close_ = markdown_.find("}}", from);
      while (next_close_ != std::string::npos && markdown_.compare(next_close_ + 2, 1, "}") == 0)
        ++next_close_;
    }
    return next_close_ == std::string::npos || next_close_ > markdown_.find('\n', from) ? std::string::npos
                                                                                        : next_close_;
  }

  // Behind the line on which `open` stands; the end of the text without one.
  std::size_t line_end(std::size_t open) const {
    const std::size_t end = open == std::string::npos ? open : markdown_.find('\n', open);
    return end == std::string::npos ? markdown_.size() : end + 1;
  }

  void copy(std::size_t to) {
    const std::string_view part = std::string_view(markdown_).substr(at_, to - at_);
    bound_.text += part;
    bound_.masked += part;
    line_ += std::count(part.begin(), part.end(), '\n');
    at_ = to;
  }

  void take_place(std::size_t close) {
    std::string_view inside = std::string_view(markdown_).substr(at_ + 2, close - at_ - 2);
    std::size_t next = close + 2;
    const std::size_t second = inside.find("{{");
    std::optional<std::string> result;
    PlaceFault fault;
    const bool is_unclosed = second != inside.npos && is_next_place(inside.substr(0, second));
    if (is_unclosed) {
      next = at_ + 2 + second;
      inside = inside.substr(0, second);
      fault = {"没有写完：在下一个“{{”以前缺少“}}”", "每个位置两头各两个半角的花括号"};
    } else {
      result = evaluate(std::string(trim(inside)), fault);
    }
    const std::string_view behind = std::string_view(markdown_).substr(next);
    if (result && ends_with(*result, "%") && (starts_with(behind, "%") || starts_with(behind, "％"))) {
      fault = {"函数写出的已经有百分号，后面又有一个", "请删去“}}”后面的百分号"};
      result.reset();
    }
    if (!result) report(std::string(trim(inside)), fault);
    bound_.text += result ? escaped(*result) : kFailed;
    bound_.masked.push_back(kBoundPlace);
    bound_.places += 1;
    at_ = next;
  }

  // Text, not a table of tables: {{ n(a) } 件，{{ n(b) }}.
  static bool is_next_place(std::string_view before) {
    return find_writing_fault(before).has_value() || before.find_first_of("({") == before.npos;
  }

  std::optional<std::string> evaluate(const std::string& expression, PlaceFault& fault) {
    if (expression.empty()) {
      fault = {"里面是空的", "里面写一个算式，如 n(table3.received.total)"};
      return std::nullopt;
    }
    if (expression.size() > kLongestPlace) {
      fault = {"太长", "请分成几个位置"};
      return std::nullopt;
    }
    return state_.evaluate(expression, fault);
  }

  // What is quoted may hold anybody's number.
  void report(const std::string& expression, const PlaceFault& fault) {
    Diagnostic d;
    d.code = "C-02";
    d.place.file = file_;
    d.place.row = line_;
    const std::string shown = expression.size() > kLongestPlace
                                  ? expression.substr(0, expression.find_first_of(" (,")) + "…"
                                  : expression;
    d.message = fmt::format("“{{{{ {} }}}}”：{}", without_personal_numbers(shown),
                            without_personal_numbers(fault.reason));
    d.hint = without_personal_numbers(fault.hint);
    diagnostics_.add(std::move(d));
  }

  State& state_;
  const std::string& markdown_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  BoundText bound_;
  std::int64_t line_ = 1;
  std::size_t at_ = 0;
  std::size_t next_close_ = 0;
};

BoundText TextBinder::bind(const std::string& markdown, const std::string& file, Diagnostics& diagnostics) {
  return Binding(*state_, markdown, file, diagnostics).run();
}

std::string TextBinder::convention() const {
  if (!has_closed_shares(state_->lua.get())) return "";
  return "文字中的几项占比按最大余数法取到末位，使合计为100%；单独四舍五入可能相差末位的1。";
}

}  // namespace nianbao
