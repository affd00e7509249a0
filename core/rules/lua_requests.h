// One application of the ledger as checks see it that read record by record.
#pragma once

#include <lua.hpp>
#include <vector>

#include "rules/rule_book.h"

namespace nianbao {

// Pushes a frozen table: id, unit, applicant and outcome by their keys in table 三 (nil while it is open),
// received, replied, ended (办结日期), closed (the reply, else the end), channel, topic, carried_in,
// carried_out, correction_asked, correction_received (the first of each), extended, extension_told,
// agreed_deadline, fee_asked, fee_paid, place, and extra: the columns that the chain's packs declare, by
// heading; a date as ISO text, a count, true or false, one of the words; nil for a blank. Days are ISO texts,
// nil where nothing is said.
void push_request(lua_State* lua, const RequestRecord& record, const std::vector<ExtraColumn>& extra);

}  // namespace nianbao
