// field, for fields.lua: pack_field.h says what it declares.
#pragma once

#include <lua.hpp>

namespace nianbao {

// Into the table on top.
void set_field_function(lua_State* lua);

}  // namespace nianbao
