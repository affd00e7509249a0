// What people who know other languages, or none, write into a Lua file, and what to write in its place. The
// compiler says what it stumbled on; the author's own line says why.
//
// Nothing is guessed that the line does not show: where no slip is seen, the answer is empty (or the message
// as it was), and the general sentence of lua_message stands.
#pragma once

#include <string>
#include <string_view>

#include "rules/lua_state.h"

namespace nianbao {

// For the compiler's English message ("… near '!'") on that line of the source.
std::string syntax_slip(std::string_view code, int line, std::string_view english);

// The Chinese message of a failure while running, with what the line itself adds to it.
std::string runtime_slip(const LuaFailure& failure, std::string_view line);

}  // namespace nianbao
