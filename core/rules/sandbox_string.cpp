// Library `string` of the sandbox: patterns by our own bounded matcher, no addresses in texts, work charged
// by length. Without dump, pack, packsize and unpack.
#include <algorithm>
#include <cstring>

#include "rules/lua_message.h"
#include "rules/lua_state.h"
#include "rules/pattern.h"
#include "rules/sandbox.h"

namespace nianbao {

namespace {

constexpr std::size_t kBytesPerStep = 4;

std::string_view text_argument(lua_State* lua, int index) {
  std::size_t size = 0;
  const char* text = luaL_checklstring(lua, index, &size);
  return {text, size};
}

// One search. The compiled pattern lives only inside: nothing with a destructor crosses a Lua call.
PatternHit find_hit(lua_State* lua, std::string_view subject, std::string_view pattern, std::size_t from,
                    bool may_anchor) {
  LuaState& state = LuaState::of(lua);
  if (pattern.size() > Pattern::kLongest) luaL_error(lua, "模式太长，最多 %d 字节", int{Pattern::kLongest});
  PatternHit hit;
  PatternError error{nullptr};
  const std::int64_t granted = state.steps_left() + 1;
  std::int64_t work = granted;
  try {
    hit = Pattern(pattern, may_anchor).find(subject, from, work);
  } catch (const PatternError& caught) {
    error = caught;
  }
  const auto effort = static_cast<std::int64_t>(pattern.size()) + (granted - work);
  state.charge(error.over_budget ? state.steps_left() + 1 : effort);
  if (error.message != nullptr) luaL_error(lua, "%s", error.message);
  return hit;
}

void push_capture(lua_State* lua, std::string_view subject, const PatternCapture& capture) {
  if (capture.is_unfinished) luaL_error(lua, "模式里的括号没有配对");
  if (capture.is_position) {
    lua_pushinteger(lua, static_cast<lua_Integer>(capture.start) + 1);
  } else {
    lua_pushlstring(lua, subject.data() + capture.start, capture.size);
  }
}

// The captures, or the whole match where there are none. Returns how many were pushed.
int push_captures(lua_State* lua, std::string_view subject, const PatternHit& hit, bool whole_if_none) {
  if (hit.captures == 0 && whole_if_none) {
    lua_pushlstring(lua, subject.data() + hit.start, hit.end - hit.start);
    return 1;
  }
  luaL_checkstack(lua, hit.captures, "captures");
  for (int i = 0; i < hit.captures; ++i) {
    push_capture(lua, subject, hit.capture[static_cast<std::size_t>(i)]);
  }
  return hit.captures;
}

// Start argument from 1, negative from the end, as an offset from 0; past the end means no match.
std::size_t start_offset(lua_State* lua, int index, std::size_t size) {
  const lua_Integer start = luaL_optinteger(lua, index, 1);
  if (start > 0) return static_cast<std::size_t>(start) - 1;
  if (start == 0 || start < -static_cast<lua_Integer>(size)) return 0;
  return size - static_cast<std::size_t>(-start);
}

// Whether `find` takes the pattern as a plain text, by its argument or because there is nothing special in
// it.
bool is_plain(lua_State* lua, std::string_view pattern) {
  return lua_toboolean(lua, 4) != 0 || pattern.find_first_of("^$*+?.([%-") == std::string_view::npos;
}

int search(lua_State* lua, bool wants_offsets) {
  const std::string_view subject = text_argument(lua, 1);
  const std::string_view pattern = text_argument(lua, 2);
  const std::size_t from = start_offset(lua, 3, subject.size());
  if (from > subject.size()) return 0;
  PatternHit hit;
  if (wants_offsets && is_plain(lua, pattern)) {
    LuaState::of(lua).charge(static_cast<std::int64_t>(subject.size() / 16 * (1 + pattern.size() / 8)));
    hit.start = subject.find(pattern, from);
    hit.found = hit.start != std::string_view::npos;
    hit.end = hit.start + pattern.size();
  } else {
    hit = find_hit(lua, subject, pattern, from, true);
  }
  if (!hit.found) return 0;
  if (!wants_offsets) return push_captures(lua, subject, hit, true);
  lua_pushinteger(lua, static_cast<lua_Integer>(hit.start) + 1);
  lua_pushinteger(lua, static_cast<lua_Integer>(hit.end));
  return 2 + push_captures(lua, subject, hit, false);
}

int pattern_find(lua_State* lua) {
  const int results = search(lua, true);
  if (results > 0) return results;
  lua_pushnil(lua);
  return 1;
}

int pattern_match(lua_State* lua) {
  const int results = search(lua, false);
  if (results > 0) return results;
  lua_pushnil(lua);
  return 1;
}

// Upvalues: subject, pattern, where to go on, end of the last match (-1: none).
int next_match(lua_State* lua) {
  const std::string_view subject = text_argument(lua, lua_upvalueindex(1));
  const std::string_view pattern = text_argument(lua, lua_upvalueindex(2));
  auto from = static_cast<std::size_t>(lua_tointeger(lua, lua_upvalueindex(3)));
  const lua_Integer last_end = lua_tointeger(lua, lua_upvalueindex(4));
  while (from <= subject.size()) {
    const PatternHit hit = find_hit(lua, subject, pattern, from, false);
    if (!hit.found) break;
    if (static_cast<lua_Integer>(hit.end) == last_end) {
      from = hit.start + 1;
      continue;
    }
    lua_pushinteger(lua, static_cast<lua_Integer>(hit.end));
    lua_copy(lua, -1, lua_upvalueindex(3));
    lua_replace(lua, lua_upvalueindex(4));
    return push_captures(lua, subject, hit, true);
  }
  return 0;
}

int pattern_gmatch(lua_State* lua) {
  const std::size_t size = text_argument(lua, 1).size();
  text_argument(lua, 2);
  const std::size_t from = std::min(start_offset(lua, 3, size), size + 1);  // behind the end nothing matches
  lua_settop(lua, 2);
  lua_pushinteger(lua, static_cast<lua_Integer>(from));
  lua_pushinteger(lua, -1);
  lua_pushcclosure(lua, next_match, 4);
  return 1;
}

// ---- gsub
// ------------------------------------------------------------------------------------------------------------
// "%1" and "%0" in the replacement text.
void add_expanded(lua_State* lua, luaL_Buffer* out, std::string_view subject, const PatternHit& hit) {
  const std::string_view text = text_argument(lua, 3);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      luaL_addchar(out, text[i]);
      continue;
    }
    const char mark = ++i < text.size() ? text[i] : '\0';
    const int capture = mark - '1';
    if (mark == '%') {
      luaL_addchar(out, '%');
    } else if (mark == '0' || (capture == 0 && hit.captures == 0)) {
      luaL_addlstring(out, subject.data() + hit.start, hit.end - hit.start);
    } else if (capture >= 0 && capture < hit.captures) {
      push_capture(lua, subject, hit.capture[static_cast<std::size_t>(capture)]);
      luaL_tolstring(lua, -1, nullptr);
      lua_remove(lua, -2);
      luaL_addvalue(out);
    } else {
      luaL_error(lua, "替换文字里 %% 后面只能是 %% 或已有括号的序号");
    }
  }
}

void add_replacement(lua_State* lua, luaL_Buffer* out, std::string_view subject, const PatternHit& hit) {
  const int type = lua_type(lua, 3);
  if (type == LUA_TSTRING || type == LUA_TNUMBER) return add_expanded(lua, out, subject, hit);
  if (type == LUA_TFUNCTION) {
    lua_pushvalue(lua, 3);
    lua_call(lua, push_captures(lua, subject, hit, true), 1);
  } else {
    if (hit.captures == 0) {
      lua_pushlstring(lua, subject.data() + hit.start, hit.end - hit.start);
    } else {
      push_capture(lua, subject, hit.capture[0]);
    }
    lua_gettable(lua, 3);
  }
  if (lua_toboolean(lua, -1) == 0) {
    lua_pop(lua, 1);
    luaL_addlstring(out, subject.data() + hit.start, hit.end - hit.start);
    return;
  }
  if (lua_isstring(lua, -1) == 0) luaL_error(lua, "替换的值必须是文字或数，得到%s", chinese_type(lua, -1));
  luaL_addvalue(out);
}

int pattern_gsub(lua_State* lua) {
  const std::string_view subject = text_argument(lua, 1);
  const std::string_view pattern = text_argument(lua, 2);
  const int type = lua_type(lua, 3);
  luaL_argexpected(lua,
                   type == LUA_TSTRING || type == LUA_TNUMBER || type == LUA_TFUNCTION || type == LUA_TTABLE,
                   3, "string/function/table");
  const lua_Integer most = luaL_optinteger(lua, 4, static_cast<lua_Integer>(subject.size()) + 1);
  const bool anchored = !pattern.empty() && pattern.front() == '^';
  luaL_Buffer out;
  luaL_buffinit(lua, &out);
  std::size_t copied = 0;  // up to here the result stands
  std::size_t from = 0;
  std::size_t last_end = static_cast<std::size_t>(-1);
  lua_Integer count = 0;
  while (count < most && from <= subject.size()) {
    const PatternHit hit = find_hit(lua, subject, pattern, from, true);
    if (!hit.found) break;
    if (hit.end == last_end) {
      from = hit.start + 1;
      continue;
    }
    luaL_addlstring(&out, subject.data() + copied, hit.start - copied);
    add_replacement(lua, &out, subject, hit);
    copied = from = last_end = hit.end;
    ++count;
    if (anchored) break;
  }
  luaL_addlstring(&out, subject.data() + copied, subject.size() - copied);
  luaL_pushresult(&out);
  lua_pushinteger(lua, count);
  return 2;
}

// ---- the others
// ------------------------------------------------------------------------------------------------------------
int call_stock(lua_State* lua) {
  lua_pushvalue(lua, lua_upvalueindex(1));
  lua_insert(lua, 1);
  lua_call(lua, lua_gettop(lua) - 1, LUA_MULTRET);
  return lua_gettop(lua);
}

int charged_by_length(lua_State* lua) {
  LuaState::of(lua).charge(static_cast<std::int64_t>(text_argument(lua, 1).size() / kBytesPerStep));
  return call_stock(lua);
}

int charged_if_text(lua_State* lua) {
  if (lua_type(lua, 1) == LUA_TSTRING)
    LuaState::of(lua).charge(static_cast<std::int64_t>(lua_rawlen(lua, 1) / kBytesPerStep));
  return call_stock(lua);
}

// Each function behind the guard, into the table below the library; pops nothing.
void allow_guarded(lua_State* lua, const char* const* names, lua_CFunction guard) {
  for (; *names != nullptr; ++names) {
    lua_getfield(lua, -1, *names);
    lua_pushcclosure(lua, guard, 1);
    lua_setfield(lua, -3, *names);
  }
}

// string.rep("", 2^62) makes nothing and takes years.
int guarded_rep(lua_State* lua) {
  const lua_Integer count = luaL_checkinteger(lua, 2);
  LuaState& state = LuaState::of(lua);
  if (count > 0) state.charge(count > state.steps_left() ? state.steps_left() + 1 : count);
  return call_stock(lua);
}

int guarded_format(lua_State* lua) {
  const std::string_view format = text_argument(lua, 1);
  LuaState::of(lua).charge(static_cast<std::int64_t>(format.size() / kBytesPerStep));
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') continue;
    i = format.find_first_not_of("-+ #0123456789.", i + 1);
    if (i == std::string_view::npos) break;
    if (format[i] == 'p') return luaL_error(lua, "string.format 不支持 %%p：地址每次运行都不同");
  }
  for (int argument = 2; argument <= lua_gettop(lua); ++argument) {
    const int type = lua_type(lua, argument);
    if (type == LUA_TSTRING) LuaState::of(lua).charge(static_cast<std::int64_t>(lua_rawlen(lua, argument)));
    if (type != LUA_TTABLE && type != LUA_TFUNCTION && type != LUA_TUSERDATA) continue;
    push_text_of(lua, argument);
    lua_replace(lua, argument);
  }
  return call_stock(lua);
}

}  // namespace

void allow_charged(lua_State* lua, const char* const* names) {
  allow_guarded(lua, names, charged_by_length);
}

void charge_texts(lua_State* lua, const char* const* names) {
  allow_guarded(lua, names, charged_if_text);
}

void push_string_library(lua_State* lua) {
  static constexpr const char* kStock[] = {"char", "len", "sub", nullptr};
  static constexpr const char* kCharged[] = {"byte", "lower", "upper", "reverse", nullptr};
  static constexpr luaL_Reg kGuarded[] = {
      {"rep", guarded_rep}, {"format", guarded_format}, {nullptr, nullptr}};
  static constexpr luaL_Reg kOwn[] = {{"find", pattern_find},
                                      {"match", pattern_match},
                                      {"gmatch", pattern_gmatch},
                                      {"gsub", pattern_gsub},
                                      {nullptr, nullptr}};
  lua_newtable(lua);
  luaL_requiref(lua, LUA_STRLIBNAME, luaopen_string, 0);
  for (const luaL_Reg* guard = kGuarded; guard->name != nullptr; ++guard) {
    lua_getfield(lua, -1, guard->name);
    lua_pushcclosure(lua, guard->func, 1);
    lua_setfield(lua, -3, guard->name);
  }
  allow_charged(lua, kCharged);
  allow_stock(lua, kStock);
  luaL_setfuncs(lua, kOwn, 0);
}

}  // namespace nianbao
