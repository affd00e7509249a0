#include "rules/lua_table_argument.h"

#include <cstdlib>
#include <cstring>

#include "base/text.h"
#include "rules/frozen.h"
#include "rules/lua_message.h"
#include "rules/lua_state.h"

namespace nianbao {

namespace {

// The key under the two values on top is none of the fields: all of them, the nearest first.
[[noreturn]] void raise_unknown_field(lua_State* lua, const char* const* known, const char* function,
                                      int names, const char* key) {
  char nearest[kNearestSize];
  find_similar_key(lua, names, key, nearest);
  const bool has_nearest = nearest[0] != '\0';
  push_choices(lua, known, has_nearest ? nearest : nullptr);
  const char* list = lua_tostring(lua, -1);
  if (has_nearest)
    luaL_error(lua, "不认识“%s”这个字段，是不是“%s”？%s 可以写：%s", key, nearest, function, list);
  luaL_error(lua, "不认识“%s”这个字段；%s 可以写：%s", key, function, list);
  std::abort();  // luaL_error does not return
}

// What an item that is missing is for.
const char* meaning_of(const char* key) {
  static constexpr struct {
    const char *name, *meaning;
  } kMeanings[] = {{"approver", "（谁批准的）"}, {"severity", "（级别）"},
                   {"title", "（标题）"},        {"message", "（错在哪里）"},
                   {"code", "（编号）"},         {"rule", "（哪条规则的编号）"},
                   {"reason", "（理由）"},       {"expires", "（到期日，如 \"2025-12-31\"）"},
                   {"heading", "（列的标题）"},  {"ledger", "（哪本台账）"},
                   {"text", "（文字）"},         {"id", "（名称）"}};
  for (const auto& known : kMeanings) {
    if (std::strcmp(known.name, key) == 0) return known.meaning;
  }
  return "";
}

}  // namespace

void push_choices(lua_State* lua, const char* const* names, const char* first) {
  luaL_Buffer list;
  luaL_buffinit(lua, &list);
  if (first != nullptr) luaL_addstring(&list, first);
  bool is_first = first == nullptr;
  for (; *names != nullptr; ++names) {
    if (first != nullptr && std::strcmp(*names, first) == 0) continue;
    if (!is_first) luaL_addstring(&list, "、");
    luaL_addstring(&list, *names);
    is_first = false;
  }
  luaL_pushresult(&list);
}

void refuse_choice(lua_State* lua, const char* key, const char* const* names, const char* found) {
  lua_newtable(lua);
  for (const char* const* name = names; *name != nullptr; ++name) {
    lua_pushboolean(lua, 1);
    lua_setfield(lua, -2, *name);
  }
  char nearest[kNearestSize];
  find_similar_key(lua, -1, found, nearest);
  push_choices(lua, names, nullptr);
  const char* list = lua_tostring(lua, -1);
  if (nearest[0] != '\0')
    luaL_error(lua, "%s 应为 %s 之一，得到“%s”，是不是“%s”？", key, list, found, nearest);
  luaL_error(lua, "%s 应为 %s 之一，得到“%s”", key, list, found);
}

void check_fields(lua_State* lua, int index, const char* const* known, const char* function) {
  if (!lua_istable(lua, index)) luaL_error(lua, "%s 的参数应为一个表：%s{ … }", function, function);
  const int table = lua_absindex(lua, index);
  lua_newtable(lua);
  for (const char* const* name = known; *name != nullptr; ++name) {
    lua_pushboolean(lua, 1);
    lua_setfield(lua, -2, *name);
  }
  const int names = lua_gettop(lua);
  const char* unknown = nullptr;  // the first by its letters: Lua's own order changes from run to run
  for (lua_pushnil(lua); lua_next(lua, table) != 0; lua_settop(lua, names + 1)) {
    if (lua_type(lua, names + 1) != LUA_TSTRING) luaL_error(lua, "%s 里每一项都要写成 字段 = 值", function);
    const char* key = lua_tostring(lua, names + 1);
    lua_pushvalue(lua, names + 1);
    const bool is_known = lua_rawget(lua, names) != LUA_TNIL;
    if (!is_known && (unknown == nullptr || std::strcmp(key, unknown) < 0)) unknown = key;
  }
  if (unknown != nullptr) raise_unknown_field(lua, known, function, names, unknown);
  lua_settop(lua, names - 1);
}

const char* push_text_field(lua_State* lua, int index, const char* key, bool needed) {
  const int table = lua_absindex(lua, index);
  lua_pushstring(lua, key);
  const int type = lua_rawget(lua, table);
  if (type == LUA_TNIL && !needed) return "";
  if (type == LUA_TNIL) luaL_error(lua, "没有写 %s%s", key, meaning_of(key));
  if (type != LUA_TSTRING) luaL_error(lua, "“%s”应为文字，得到%s", key, chinese_type(lua, -1));
  std::size_t size = 0;
  const char* text = lua_tolstring(lua, -1, &size);
  LuaState::of(lua).charge(static_cast<std::int64_t>(size / 4));
  if (!is_valid_utf8({text, size})) {
    luaL_error(lua, "“%s”不是有效的 UTF-8：string.sub 等按字节截断会切坏汉字", key);
  }
  return text;
}

}  // namespace nianbao
