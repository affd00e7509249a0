#include "rules/lua_tasks.h"

#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

int declare_task_document(lua_State* lua) {
  PackRuntime& runtime = PackRuntime::of(lua);
  if (!runtime.is_loading())
    return luaL_error(lua, "task_document 只能写在文件里，不能在检查或章节运行时调用");
  if (!lua_istable(lua, 1)) return luaL_error(lua, "task_document 的参数应为一个表：task_document{ … }");
  if (runtime.registry().task_document) return luaL_error(lua, "task_document 只能写一次");
  lua_Debug info{};
  if (lua_getstack(lua, 1, &info) != 0) lua_getinfo(lua, "l", &info);
  lua_settop(lua, 1);
  const int table = luaL_ref(lua, LUA_REGISTRYINDEX);
  runtime.registry().task_document = TaskDeclaration{table, info.currentline};
  return 0;
}

}  // namespace

void set_task_functions(lua_State* lua) {
  lua_pushcfunction(lua, declare_task_document);
  lua_setfield(lua, -2, "task_document");
}

}  // namespace nianbao
