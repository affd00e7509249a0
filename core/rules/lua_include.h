// include "name.lua": runs another file of the same pack, or "pack/name.lua" of an earlier one, once and
// returns what it returns (true for nothing). One that fails is a finding, and the file that wants it goes
// on: it gets a value that names the file as soon as it is used.
#pragma once

#include <lua.hpp>

namespace nianbao {

int include_file(lua_State* lua);

}  // namespace nianbao
