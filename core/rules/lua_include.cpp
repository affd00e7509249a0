#include "rules/lua_include.h"

#include "rules/lua_register.h"
#include "rules/lua_state.h"
#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

// Stands for what a file that failed would have returned: any use of it names the file.
int refuse_unloaded(lua_State* lua) {
  return luaL_error(lua, "“%s”没有装上，这里用不了它", lua_tostring(lua, lua_upvalueindex(1)));
}

void push_unloaded(lua_State* lua, const char* file) {
  lua_newuserdatauv(lua, 0, 0);
  lua_newtable(lua);
  for (const char* event : {"__index", "__newindex", "__call", "__pairs", "__len", "__tostring"}) {
    lua_pushstring(lua, file);
    lua_pushcclosure(lua, refuse_unloaded, 1);
    lua_setfield(lua, -2, event);
  }
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_setmetatable(lua, -2);
}

// Runs the file, which is there, of the same pack or an earlier one, bound to the pack's environment, and
// leaves what it returns.
void run_file(lua_State* lua, const char* file) {
  PackRuntime& runtime = PackRuntime::of(lua);
  const std::string* code = runtime.find_script(file);
  const bool is_own = runtime.pack().scripts.count(file) != 0;
  const char* name = is_own ? lua_pushfstring(lua, "@%s/%s", runtime.pack().manifest.id.c_str(), file)
                            : lua_pushfstring(lua, "@%s", file);
  lua_getfield(lua, LUA_REGISTRYINDEX, kEnvironmentField);
  if (LuaState::of(lua).include(*code, name, -1)) {
    if (lua_toboolean(lua, -1) == 0) lua_pushboolean(lua, 1);
    return;
  }
  runtime.report_include(name + 1, *code);
  push_unloaded(lua, file);
}

}  // namespace

int include_file(lua_State* lua) {
  require_loading(lua, "include");
  const char* file = luaL_checkstring(lua, 1);
  lua_settop(lua, 1);
  if (PackRuntime::of(lua).find_script(file) == nullptr)
    return luaL_error(lua, "include 找不到“%s”：本规则包的文件写文件名，前面规则包的写 包名/文件名", file);
  luaL_getsubtable(lua, LUA_REGISTRYINDEX, "nianbao.included");
  if (lua_getfield(lua, 2, file) != LUA_TNIL) {
    if (lua_isboolean(lua, -1) && lua_toboolean(lua, -1) == 0) {
      return luaL_error(lua, "include 绕成了圈：%s", file);
    }
    PackRuntime::of(lua).note_include(file);
    return 1;
  }
  lua_pushboolean(lua, 0);  // under way
  lua_setfield(lua, 2, file);
  run_file(lua, file);
  lua_pushvalue(lua, -1);
  lua_setfield(lua, 2, file);
  return 1;
}

}  // namespace nianbao
