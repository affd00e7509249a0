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
// The field `severity` of the table at 1.
Severity severity_field(lua_State* lua);

// ---- arguments given as one table: name{ field = value, … }
// Raises an error for a field that is not in `known`.
void check_fields(lua_State* lua, int index, const char* const* known, const char* function);
// Pushes the text field and returns it; raises when it is no text, not valid UTF-8, or needed and absent. The
// text lives as long as it stays on the stack; absent gives "".
const char* push_text_field(lua_State* lua, int index, const char* key, bool needed);

}  // namespace nianbao
