// What packs may call, declared once: the table that puts a function into Lua is the one that its manual page
// and its annotation for editors are made from (api_reference.h).
#pragma once

#include <lua.hpp>
#include <span>

namespace nianbao {

// Parameters and results in the notation of Lua's language server: "part: integer, places?: integer",
// "string?"; what a function does, its units and when it raises in Chinese.
struct ApiFunction {
  const char* name;
  lua_CFunction function;
  const char* parameters;
  const char* returns;  // "" for none
  const char* text;
  const char* errors = "";
  int since = 1;  // the version of the interface that has it
  // What to use in its place: the function works on, and each pack that calls it is told once (N-28). Empty
  // for a function that is to stay.
  const char* instead = "";
};

// Puts the functions into the table on top. The declarations must outlive the interpreter.
void set_api(lua_State* lua, std::span<const ApiFunction> functions);

// ---- the tables, each beside its functions
std::span<const ApiFunction> register_api();  // check, section, convention, phrase, include
std::span<const ApiFunction> adjust_api();    // tighten, exception, drop
std::span<const ApiFunction> field_api();     // field
std::span<const ApiFunction> task_api();      // task_document
std::span<const ApiFunction> value_api();     // is_number … at
std::span<const ApiFunction> format_api();    // share … some
std::span<const ApiFunction> claim_api();     // writes, writes_ratio
std::span<const ApiFunction> document_api();  // doc:heading …

// A table that packs are given or give, field by field.
struct ApiField {
  const char* name;  // "channel", "consultations?"
  const char* type;
  const char* text;
};
struct ApiObject {
  const char* name;  // "nianbao.ctx"
  const char* text;
  std::span<const ApiField> fields;
};
std::span<const ApiObject> api_objects();

}  // namespace nianbao
