// The ledgers that are held, record by record: ctx.tasks, ctx.activities and ctx.reviews, under the names of
// the ledger's fields. Days are ISO texts, nil where nothing is said.
#pragma once

#include <lua.hpp>

#include "rules/rule_book.h"

namespace nianbao {

// Fields register (name, kind, due, counted, zero_report; without 单位名录 the list of names of a pack, or
// empty), by_unit (unit, table2, table3, table4 of each unit that counts), tasks (number, area, part, text,
// leads, leads_text, units, units_text, deadline_text, deadline, status, verdict, done_on, evidence, remark),
// task_day, activities (name, class, units, planned, held, ended, form, interaction, participants, opinions,
// adopted, feedback) and reviews (id, unit, kind, result, accepted, closed, reason; kind and result by their
// keys in table 四) into the table on top; nil where no ledger was given.
void set_records(lua_State* lua, const RuleInput& input);

// ---- fields of the table on top
void set_day(lua_State* lua, const char* key, const std::optional<Date>& date);  // ISO; none is nil
void set_flag(lua_State* lua, const char* key, bool flag);
void set_place(lua_State* lua, const Place& place);  // `place`, for the `at` of a finding

}  // namespace nianbao
