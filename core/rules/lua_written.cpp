#include "rules/lua_written.h"

#include "rules/frozen.h"
#include "rules/lua_figures.h"

namespace nianbao {

namespace {

void push_block(lua_State* lua, const void* data, std::size_t index) {
  const WrittenBlock& block = (*static_cast<const std::vector<WrittenBlock>*>(data))[index];
  lua_newtable(lua);
  lua_pushstring(lua, block.kind);
  lua_setfield(lua, -2, "kind");
  set_integer(lua, "level", block.level);
  set_integer(lua, "row", block.line);
  set_text(lua, "text", block.text);
  set_integer(lua, "characters", block.characters);
  freeze(lua, "document");
}

void push_repeated(lua_State* lua, const void* data, std::size_t index) {
  const RepeatedParagraph& paragraph = (*static_cast<const std::vector<RepeatedParagraph>*>(data))[index];
  lua_newtable(lua);
  set_text(lua, "section", paragraph.section);
  set_text(lua, "file", paragraph.file);
  set_integer(lua, "row", paragraph.line);
  freeze(lua, "repeated");
}

}  // namespace

void set_written(lua_State* lua, const RuleInput& input) {
  set_absent(lua, "document");
  if (input.document) {
    push_lazy_list(lua, {&*input.document, input.document->size(), push_block}, "document");
    lua_setfield(lua, -2, "document");
  }
  push_lazy_list(lua, {&input.repeated, input.repeated.size(), push_repeated}, "repeated");
  lua_setfield(lua, -2, "repeated");
  lua_pushboolean(lua, input.has_previous_text ? 1 : 0);
  lua_setfield(lua, -2, "has_previous_text");
}

}  // namespace nianbao
