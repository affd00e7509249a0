#include "rules/api.h"

#include "rules/lua_register.h"
#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

// Upvalue 1: the declaration. In texts ({{ }}) there is no pack to be told.
int call_replaced(lua_State* lua) {
  const auto& function = *static_cast<const ApiFunction*>(lua_touserdata(lua, lua_upvalueindex(1)));
  if (LuaState::of(lua).owner() != nullptr) PackRuntime::of(lua).note_replaced(function, calling_place(lua));
  return function.function(lua);
}

}  // namespace

void set_api(lua_State* lua, std::span<const ApiFunction> functions) {
  for (const ApiFunction& function : functions) {
    if (*function.instead == '\0') {
      lua_pushcfunction(lua, function.function);
    } else {
      lua_pushlightuserdata(lua, const_cast<ApiFunction*>(&function));
      lua_pushcclosure(lua, call_replaced, 1);
    }
    lua_setfield(lua, -2, function.name);
  }
}

}  // namespace nianbao
