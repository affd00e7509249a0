// Shares, growth and means as words of a report; what each takes and gives is told in lua_format.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <lua.hpp>

namespace nianbao {

int format_share(lua_State* lua);
int share_in_text(lua_State* lua);  // where nothing may be missing
int format_shares(lua_State* lua);
int format_growth(lua_State* lua);
int format_mean(lua_State* lua);

// ---- of all that print rounded numbers

inline constexpr int kFinestPlaces = 12;  // where fewer would print 0 or all of what is neither

// The argument that says in how many places; 2 where it is missing.
int places_at(lua_State* lua, const char* function, int index);
std::int64_t power_of_ten(int places);
// `scaled` / 10^places.
void print_scaled(std::int64_t scaled, int places, char* out, std::size_t size);

}  // namespace nianbao
