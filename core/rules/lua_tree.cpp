#include "rules/lua_tree.h"

#include <string_view>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr int kDeepest = 6;
constexpr int kMostValues = 20000;

class Copier {
 public:
  explicit Copier(lua_State* lua) : lua_(lua) {}

  LuaTree copy(int index, int depth) {
    LuaTree tree;
    if (++values_ > kMostValues) return tree;
    const int type = lua_type(lua_, index);
    if (type == LUA_TBOOLEAN) {
      tree.kind = LuaTree::Kind::flag;
      tree.flag = lua_toboolean(lua_, index) != 0;
    } else if (lua_isinteger(lua_, index) != 0) {
      tree.kind = LuaTree::Kind::number;
      tree.number = lua_tointeger(lua_, index);
    } else if (type == LUA_TSTRING) {
      copy_text(index, tree);
    } else if (type == LUA_TTABLE && depth < kDeepest && lua_checkstack(lua_, 4) != 0) {
      copy_table(lua_absindex(lua_, index), depth, tree);
    }
    return tree;
  }

 private:
  void copy_text(int index, LuaTree& tree) {
    std::size_t size = 0;
    const char* text = lua_tolstring(lua_, index, &size);
    if (!is_valid_utf8({text, size})) return;
    tree.kind = LuaTree::Kind::text;
    tree.text.assign(text, size);
  }

  void copy_table(int index, int depth, LuaTree& tree) {
    tree.kind = LuaTree::Kind::table;
    for (lua_Integer i = 1; values_ <= kMostValues; ++i) {
      const bool is_there = lua_rawgeti(lua_, index, i) != LUA_TNIL;
      if (is_there) tree.list.push_back(copy(-1, depth + 1));
      lua_pop(lua_, 1);
      if (!is_there) break;
    }
    for (lua_pushnil(lua_); lua_next(lua_, index) != 0; lua_pop(lua_, 1)) {
      if (lua_type(lua_, -2) == LUA_TSTRING) {
        tree.fields.emplace(lua_tostring(lua_, -2), copy(-1, depth + 1));
      } else if (const lua_Integer at = lua_tointeger(lua_, -2);
                 at < 1 || at > static_cast<lua_Integer>(tree.list.size())) {
        tree.fields.emplace("[" + std::to_string(at) + "]", LuaTree());  // a hole, or no key at all
      }
    }
  }

  lua_State* lua_;
  int values_ = 0;
};

}  // namespace

LuaTree copy_lua_value(lua_State* lua, int index) {
  return Copier(lua).copy(index, 0);
}

}  // namespace nianbao
