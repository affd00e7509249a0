#include "rules/text_binding.h"

#include <fmt/format.h>

#include <optional>

#include "base/personal_data.h"
#include "base/text.h"
#include "rules/frozen.h"
#include "rules/lua_figures.h"
#include "rules/lua_format.h"
#include "rules/lua_state.h"
#include "rules/lua_values.h"
#include "rules/prose_claims.h"
#include "rules/sandbox.h"

namespace nianbao {

namespace {

constexpr const char* kFailed = "（此处有误）";
constexpr const char* kPlaceSource = "place.lua";  // the shape that messages are read by
constexpr std::size_t kLongestPlace = 1000;
constexpr std::size_t kLongestResult = 20000;

// The figures by their JSON names, as globals.
void push_names(lua_State* lua, const Figures& figures) {
  push_sandbox(lua);
  open_values(lua);
  set_value_functions(lua);
  set_format_functions(lua);
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
  LuaState lua{LuaLimits{std::size_t{16} << 20, 2'000'000}};
  int environment = 0;

  // The text of the place, or empty with the reason.
  std::optional<std::string> evaluate(const std::string& expression, std::string& reason);
  std::optional<std::string> take_result(std::string& reason);
};

namespace {

struct Names {
  const Figures* figures;
  const Figures* previous;
};

int build_environment(lua_State* lua) {
  const auto* names = static_cast<const Names*>(lua_touserdata(lua, 1));
  push_names(lua, *names->figures);
  if (names->previous != nullptr) {
    push_figures(lua, *names->previous, "previous");
    lua_setfield(lua, -2, "previous");
  } else {
    set_absent(lua, "previous");
  }
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

std::optional<std::string> TextBinder::State::evaluate(const std::string& expression, std::string& reason) {
  lua_State* l = lua.get();
  LuaFailure failure;
  const bool is_loaded = lua.load("return " + expression, kPlaceSource, failure);
  if (!is_loaded && !failure.is_stop()) {
    reason = "写法不对（" + failure.message + "）";
    return std::nullopt;
  }
  if (is_loaded) {
    lua_rawgeti(l, LUA_REGISTRYINDEX, environment);
    lua_setupvalue(l, -2, 1);
  }
  if (!is_loaded || !lua.call(0, 1, failure)) {
    reason = failure.is_stop() ? "算得太久，已中止" : failure.message;
    if (failure.is_stop()) lua_gc(l, LUA_GCCOLLECT);  // what it left must not trouble the next place
    return std::nullopt;
  }
  auto result = take_result(reason);
  lua_pop(l, 1);
  return result;
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
  reason =
      lua_isnil(l, -1) ? "得到的是 nil：没有这一部分数据，或者没有可算的" : "得到的不是文字，也不是一个数";
  return std::nullopt;
}

TextBinder::TextBinder(const Figures& figures, const Figures* previous) : state_(std::make_unique<State>()) {
  lua_State* lua = state_->lua.get();
  Names names{&figures, previous};
  lua_pushcfunction(lua, build_environment);
  lua_pushlightuserdata(lua, &names);
  LuaFailure failure;
  if (!state_->lua.call(1, 1, failure)) throw std::runtime_error("text binding: " + failure.message);
  state_->environment = luaL_ref(lua, LUA_REGISTRYINDEX);
}

TextBinder::~TextBinder() = default;

BoundText TextBinder::bind(const std::string& markdown, const std::string& file, Diagnostics& diagnostics) {
  BoundText bound;
  std::int64_t line = 1;
  const auto copy = [&](std::string_view part) {
    bound.text += part;
    bound.masked += part;
    for (char c : part) line += c == '\n' ? 1 : 0;
  };
  std::size_t at = 0;
  std::size_t next_close = 0;  // found once, however many {{ stand before it
  while (at < markdown.size()) {
    const std::size_t open = markdown.find("{{", at);
    if (open != std::string::npos && next_close != std::string::npos && next_close < open + 2) {
      next_close = markdown.find("}}", open + 2);
    }
    const std::size_t close = open == std::string::npos ? open : next_close;
    const std::size_t end_of_line = open == std::string::npos ? open : markdown.find('\n', open);
    if (open == std::string::npos || close == std::string::npos || close > end_of_line) {
      const std::size_t next =
          open == std::string::npos ? markdown.size() : std::min(end_of_line, markdown.size());
      copy(std::string_view(markdown).substr(at, next - at));
      at = next;
      if (at < markdown.size()) copy(std::string_view(markdown).substr(at++, 1));
      continue;
    }
    copy(std::string_view(markdown).substr(at, open - at));
    const std::string expression(trim(std::string_view(markdown).substr(open + 2, close - open - 2)));
    std::string reason = expression.empty() ? "里面是空的" : "太长";
    std::optional<std::string> result;
    if (!expression.empty() && expression.size() <= kLongestPlace)
      result = state_->evaluate(expression, reason);
    if (!result) {
      // What is quoted may hold anybody's number.
      const std::string shown = without_personal_numbers(expression);
      reason = without_personal_numbers(reason);
      Diagnostic d;
      d.code = "C-02";
      d.place.file = file;
      d.place.row = line;
      d.message = fmt::format("“{{{{ {} }}}}”{}{}", shown,
                              starts_with(reason, "里面") || starts_with(reason, "太长") ? "" : "：", reason);
      d.hint =
          "里面写一个算式，如 n(table3.received.total) 或 share(table3.granted.total, table3.total.total)；"
          "名称与 figures.json 相同";
      diagnostics.add(std::move(d));
    }
    bound.text += result ? escaped(*result) : kFailed;
    bound.masked.push_back(kBoundPlace);
    bound.places += 1;
    at = close + 2;
  }
  return bound;
}

std::string TextBinder::convention() const {
  if (!has_closed_shares(state_->lua.get())) return "";
  return "文字中的几项占比按最大余数法取到末位，使合计为100%；单独四舍五入可能相差末位的1。";
}

}  // namespace nianbao
