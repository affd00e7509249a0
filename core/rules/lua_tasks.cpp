#include "rules/lua_tasks.h"

#include "rules/api.h"
#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

int declare_task_document(lua_State* lua) {
  PackRuntime& runtime = PackRuntime::of(lua);
  if (!runtime.is_loading())
    return luaL_error(lua, "task_document 只能写在文件里，不能在检查或章节运行时调用");
  if (runtime.only_file().empty()) return luaL_error(lua, "task_document 只能写在 tasks.lua 里");
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

std::span<const ApiFunction> task_api() {
  static constexpr ApiFunction kFunctions[] = {{"task_document", declare_task_document, "form: table", "",
                                                "写在 tasks.lua 里：本地的要点文件怎样排，供 nianbao tasks "
                                                "读。各键见 plugins/README.md 的“要点文件”。",
                                                "不认识的键，指明文件和行"}};
  return kFunctions;
}

void set_task_functions(lua_State* lua) {
  set_api(lua, task_api());
}

}  // namespace nianbao
