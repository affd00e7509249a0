// What a pack's files may do when they are loaded: register checks, sections and conventions, include files
// of the same pack, set globals of their own.
#pragma once

#include <lua.hpp>

#include "base/diagnostic.h"

namespace nianbao {

// check, section, convention, include: into the table on top.
void set_register_functions(lua_State* lua);

// Turns the table of globals on top into the environment of the pack's chunks, which stays on top: reading an
// unknown name is an error, and new globals can be set only while files are loaded.
void push_environment(lua_State* lua);

// The registry field under which the environment is kept for include.
inline constexpr const char* kEnvironmentField = "nianbao.environment";

// Raises outside of the loading of files; charges for what the host will keep.
void require_loading(lua_State* lua, const char* function);
// The line of the pack that called the running function of the host.
Place calling_place(lua_State* lua);
// The field `severity` of the table at 1; the message for any other offers "note" where it may be one.
Severity severity_field(lua_State* lua, bool may_be_note);

}  // namespace nianbao
