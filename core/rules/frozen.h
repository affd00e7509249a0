// Tables of the host as Lua sees them: readable, never writable, and a misspelt field is an error that names
// the nearest one. Also the libraries of the sandbox, so that no pack can bend `string` for itself.
#pragma once

#include <cstddef>
#include <lua.hpp>

namespace nianbao {

// Declares the metatables; once per interpreter, before anything is frozen.
void open_frozen(lua_State* lua);

// Replaces the table on top of the stack by its frozen form. `name` is what error messages call it.
void freeze(lua_State* lua, const char* name);

// Sets a field that is known but has no value: reading it gives nil and no error. The table is on top.
void set_absent(lua_State* lua, const char* key);

// For a frozen table at `index`: pushes the plain table under it and returns true.
bool push_under_frozen(lua_State* lua, int index);
bool is_frozen(lua_State* lua, int index);
// The value on top is the mark of a field without a value.
bool is_absent_mark(lua_State* lua, int index);

// A list whose items are made when they are asked for, by number or, where they have a field `key`, by key.
// `data` is read only while the generation of the interpreter stays what it was.
struct LazyItems {
  const void* data = nullptr;
  std::size_t size = 0;
  void (*push)(lua_State* lua, const void* data, std::size_t index) = nullptr;
  // Whether a key that no item has could be one: nil where missing keys are let be; null: no key is.
  bool (*may_lack)(const char* key) = nullptr;
};
void push_lazy_list(lua_State* lua, const LazyItems& items, const char* name);
// From now on a key of the data's own (may_lack) that no item has is nil; without it an error with the
// nearest, as for whoever writes a text about what is there.
void let_missing_items_be(lua_State* lua);
bool is_lazy_list(lua_State* lua, int index);

// The key of the plain table most like `wanted`, cut to the size of `out`; empty where none is. Raises
// nothing.
inline constexpr std::size_t kNearestSize = 96;
void find_similar_key(lua_State* lua, int table_index, const char* wanted, char (&out)[kNearestSize]);

// Raises "‘name’ has no ‘key’, did you mean …" for the key at `key_index`; the table with the right keys is
// at `table_index`.
[[noreturn]] void raise_unknown_key(lua_State* lua, const char* name, int table_index, int key_index);

}  // namespace nianbao
