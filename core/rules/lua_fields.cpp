#include "rules/lua_fields.h"

#include <cstring>

#include "rules/api.h"
#include "rules/frozen.h"
#include "rules/lua_register.h"
#include "rules/lua_table_argument.h"
#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

constexpr const char* kLedgers[] = {"requests", "unit_tables", "reviews", "disclosures",
                                    "tasks",    "activities",  "units",   nullptr};
constexpr const char* kKinds[] = {"date", "number", "yes_no", nullptr};
// What is known of a person stays where it is.
constexpr const char* kSecret[] = {"申请人姓名", "申请人代号", nullptr};
constexpr lua_Integer kMostWords = 50;
constexpr std::size_t kMostFields = 100;
constexpr std::size_t kLongestHeading = 120;  // bytes

// Which of `names` the text field says; -1 for an absent one.
int choice(lua_State* lua, const char* key, const char* const* names, bool needed) {
  const char* text = push_text_field(lua, 1, key, needed);
  int found = -1;
  for (int i = 0; names[i] != nullptr; ++i) {
    if (std::strcmp(names[i], text) == 0) found = i;
  }
  if (found < 0 && *text != '\0') {
    refuse_choice(lua, key, names, text);
  }
  lua_pop(lua, 1);
  return found;
}

void take_heading(lua_State* lua, const char* key, bool needed, std::string& target) {
  const char* text = push_text_field(lua, 1, key, needed);
  const std::size_t size = std::strlen(text);
  if ((needed && size == 0) || size > kLongestHeading) luaL_error(lua, "“%s”应为一列的标题", key);
  for (const char* const* secret = kSecret; *secret != nullptr; ++secret) {
    if (std::strcmp(*secret, text) == 0) luaL_error(lua, "“%s”不给规则包读", text);
  }
  target = text;
  lua_pop(lua, 1);
}

// Whether the field `words` is there; then its texts.
bool take_words(lua_State* lua, std::vector<std::string>& words) {
  lua_pushliteral(lua, "words");
  const int type = lua_rawget(lua, 1);
  if (type == LUA_TNIL) {
    lua_pop(lua, 1);
    return false;
  }
  const lua_Integer size = type == LUA_TTABLE ? static_cast<lua_Integer>(lua_rawlen(lua, -1)) : 0;
  if (size < 1 || size > kMostWords)
    luaL_error(lua, "words 应为一至 %d 个词的列表", static_cast<int>(kMostWords));
  for (lua_Integer i = 1; i <= size; ++i) {
    lua_rawgeti(lua, -1, i);
    const char* word = lua_type(lua, -1) == LUA_TSTRING ? lua_tostring(lua, -1) : "";
    if (*word == '\0' || std::strlen(word) > kLongestHeading)
      luaL_error(lua, "words 的第 %d 项应为一个词", static_cast<int>(i));
    words.emplace_back(word);
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  return true;
}

int declare_field(lua_State* lua) {
  static constexpr const char* kFields[] = {"ledger", "heading", "means", "kind", "words", nullptr};
  require_loading(lua, "field");
  check_fields(lua, 1, kFields, "field");
  PackRuntime& runtime = PackRuntime::of(lua);
  PackField& field = runtime.pending_field();
  field = {};
  field.pack = runtime.pack().manifest.id;
  field.ledger = kLedgers[choice(lua, "ledger", kLedgers, true)];
  take_heading(lua, "heading", true, field.extra.heading);
  take_heading(lua, "means", false, field.means);
  const int kind = choice(lua, "kind", kKinds, false);
  const bool has_words = take_words(lua, field.extra.words);
  const int said = (field.means.empty() ? 0 : 1) + (kind < 0 ? 0 : 1) + (has_words ? 1 : 0);
  if (said != 1) {
    return luaL_error(
        lua, "field 要写 means（对应的标准标题）、kind（date、number、yes_no）、words（可填的词）之一");
  }
  if (field.means.empty() && field.ledger != "requests") {
    return luaL_error(lua, "只有依申请公开台账（requests）可以另有自己的列；别的台账用 means 对应标准标题");
  }
  field.extra.kind = has_words ? ExtraKind::word : static_cast<ExtraKind>(kind < 0 ? 0 : kind);
  field.extra.place = calling_place(lua);
  std::vector<PackField>& fields = runtime.registry().fields;
  if (fields.size() >= kMostFields)
    return luaL_error(lua, "一个规则包至多 %d 个 field", static_cast<int>(kMostFields));
  fields.push_back(field);
  return 0;
}

}  // namespace

std::span<const ApiFunction> field_api() {
  static constexpr ApiFunction kFunctions[] = {
      {"field", declare_field, "rule: nianbao.field", "",
       "写在 fields.lua "
       "里：本地台账的标题对应哪个标准标题（means），或者本地另有的一列（kind、words；只有依申请公开台账）。"
       "检查用 record.extra[标题] 取；没有声明的列规则读不到，文字列不能声明。",
       "没有这本台账；标题是申请人姓名、申请人代号；means、kind、words 没有写或写了几个"}};
  return kFunctions;
}

void set_field_function(lua_State* lua) {
  set_api(lua, field_api());
}

}  // namespace nianbao
