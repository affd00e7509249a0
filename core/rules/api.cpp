#include "rules/api.h"

namespace nianbao {

void set_api(lua_State* lua, std::span<const ApiFunction> functions) {
  for (const ApiFunction& function : functions) {
    lua_pushcfunction(lua, function.function);
    lua_setfield(lua, -2, function.name);
  }
}

}  // namespace nianbao
