// Figures as Lua values. A count is an integer; a blank, 不适用 and what is no count are values of their own,
// with which nothing can be computed; an amount is exact and adds and compares like a number.
#pragma once

#include <lua.hpp>

#include "model/cell.h"
#include "report/document.h"

namespace nianbao {

void open_values(lua_State* lua);  // once per interpreter, before any of these

void push_cell(lua_State* lua, const Cell& cell);
void push_amount(lua_State* lua, const Amount& amount);

// sum also adds the rows of a group, column by column: sum(table3.refused).total.
// blank, not_applicable, is_number, is_zero, is_blank, is_not_applicable, is_invalid, sum, n, money, date,
// at: into the table on top.
void set_value_functions(lua_State* lua);

// A count, an amount, blank or not_applicable as the cell of a table; false for any other value.
bool find_cell_value(lua_State* lua, int index, CellValue& value);

// Whether find_cell_value would find one.
bool is_cell_value(lua_State* lua, int index);

// Pushes what `n` prints for the value.
void push_printed(lua_State* lua, int index);

// A count or an amount, exact; an amount of the host is also a number of Lua's own if it is an integer.
bool find_decimal(lua_State* lua, int index, Decimal& value);

bool is_number_value(lua_State* lua, int index);  // a number of Lua's or an amount
bool is_no_number(lua_State* lua, int index);     // blank, 不适用 or invalid
bool is_cell_state(lua_State* lua, int index, CellState wanted);
void push_blank(lua_State* lua);

// Why a number that Lua computed in binary floating point cannot stand in a text.
struct FractionFault {
  char text[240];
};
FractionFault fraction_fault(lua_Number number);
// Raises that the number at `index`, which Lua computed in binary floating point, cannot stand in a text.
void refuse_fraction(lua_State* lua, int index);
// The same for a text in which Lua wrote such a number out ("占39.333333333333"): once it is concatenated,
// its shape is all that is left to see.
void refuse_raw_fraction(lua_State* lua, const char* text);

}  // namespace nianbao
