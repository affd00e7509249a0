// What the compiler's texts say in numbers, for the checks: ctx.claims, and the functions that compare a
// number as it is written with a figure.
#pragma once

#include <lua.hpp>
#include <string>
#include <vector>

#include "rules/prose_claims.h"
#include "rules/rule_book.h"

namespace nianbao {

struct TextClaim {
  std::string section, file;
  std::int64_t row = 0;  // line of the file
  ProseClaim claim;
};
using TextClaims = std::vector<TextClaim>;

TextClaims read_claims(const RuleInput& input, const std::vector<Phrase>& phrases);

// Field claims into the table on top: a list of { section, file, row, kind = "count" | "share" | "growth" |
// "change" | "last_year" | "rate" | "denial", text, words, falls, own_count, own_before, readings = { { name,
// … }, … }, wholes = the same, names_whole }. `claims` may be null.
void set_claims(lua_State* lua, const TextClaims* claims);

// Into the table on top:
//   writes(text, value, unit)      whether `text` ("约3600余件", "3.2万元") is a way to write the count, or
//   the
//                                  amount whose unit is 元 or 万元
//   writes_ratio(text, part, whole)  the same of part / whole in percent
//   exactly(value)                 a count, or an amount in millionths: two of a kind may be compared; else
//   nil
void set_claim_functions(lua_State* lua);

}  // namespace nianbao
