#include "rules/lua_claims.h"

#include "base/number_text.h"
#include "base/ratio.h"
#include "base/text.h"
#include "rules/api.h"
#include "rules/frozen.h"
#include "rules/lua_figures.h"
#include "rules/lua_state.h"
#include "rules/lua_values.h"

namespace nianbao {

namespace {

// A whole report ties some hundreds of numbers; behind so many the text is none, and is not read on.
constexpr std::size_t kMostClaims = 5000;
constexpr std::int64_t kRatioScale = 100'000'000;  // percent with six places

const char* kind_name(ProseClaim::Kind kind) {
  switch (kind) {
    case ProseClaim::Kind::count:
      return "count";
    case ProseClaim::Kind::share:
      return "share";
    case ProseClaim::Kind::growth:
      return "growth";
    case ProseClaim::Kind::change:
      return "change";
    case ProseClaim::Kind::last_year:
      return "last_year";
    case ProseClaim::Kind::rate:
      return "rate";
    case ProseClaim::Kind::denial:
      break;
  }
  return "denial";
}

void set_names(lua_State* lua, const char* key, const std::vector<FigureNames>& readings) {
  lua_newtable(lua);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    lua_newtable(lua);
    for (std::size_t j = 0; j < readings[i].size(); ++j) {
      const std::string& name = readings[i][j];
      lua_pushlstring(lua, name.data(), name.size());
      lua_rawseti(lua, -2, static_cast<lua_Integer>(j) + 1);
    }
    freeze(lua, "reading");
    lua_rawseti(lua, -2, static_cast<lua_Integer>(i) + 1);
  }
  freeze(lua, key);
  lua_setfield(lua, -2, key);
}

void push_claim(lua_State* lua, const void* data, std::size_t index) {
  const TextClaim& item = (*static_cast<const TextClaims*>(data))[index];
  lua_newtable(lua);
  set_text(lua, "section", item.section);
  set_text(lua, "file", item.file);
  set_integer(lua, "row", item.row);
  lua_pushstring(lua, kind_name(item.claim.kind));
  lua_setfield(lua, -2, "kind");
  set_text(lua, "text", item.claim.text);
  set_text(lua, "words", item.claim.words);
  lua_pushboolean(lua, item.claim.falls ? 1 : 0);
  lua_setfield(lua, -2, "falls");
  lua_pushboolean(lua, item.claim.names_whole ? 1 : 0);
  lua_setfield(lua, -2, "names_whole");
  set_text(lua, "own_count", item.claim.own_count);
  set_text(lua, "own_before", item.claim.own_before);
  set_names(lua, "readings", item.claim.readings);
  set_names(lua, "wholes", item.claim.wholes);
  freeze(lua, "claim");
}

constexpr std::int64_t kStepsPerByte = 32;  // of a text in which numbers are looked for

// Paid for before anything is held that an error would leave behind.
std::string_view number_argument(lua_State* lua, int index) {
  std::size_t size = 0;
  const char* text = luaL_checklstring(lua, index, &size);
  LuaState::of(lua).charge(static_cast<std::int64_t>(size) * kStepsPerByte);
  return {text, size};
}

// The one number in the text; false where there is none. Raises nothing.
bool find_number(std::string_view text, NumberMention& mention) {
  std::vector<NumberMention> numbers = find_numbers(text);
  if (numbers.empty()) return false;
  mention = std::move(numbers.front());
  return true;
}

// 元 to the power of ten; -1 for another measure word.
int places_of_money(std::string_view unit) {
  return unit == "元" ? 0 : unit == "万元" ? 4 : unit == "亿元" ? 8 : -1;
}

// The amount, whose unit is `unit`, as the mention writes it, maybe in another unit of money.
bool writes_amount(NumberMention mention, Decimal amount, std::string_view unit) {
  const int own = places_of_money(unit), written = places_of_money(mention.unit);
  if (own < 0 || written < 0) return mention.admits(amount);
  if (written > own) amount = amount.shifted(written - own);
  if (written < own) {
    mention.value = mention.value.shifted(own - written);
    mention.step = mention.step.shifted(own - written);
  }
  return mention.admits(amount);
}

int writes(lua_State* lua) {
  const std::string_view text = number_argument(lua, 1);
  const char* unit = luaL_optstring(lua, 3, "");
  if (!is_cell_value(lua, 2)) return luaL_error(lua, "writes 要一个数或金额");
  CellValue value;
  NumberMention mention;
  bool agrees = false;
  if (find_cell_value(lua, 2, value) && find_number(text, mention)) {
    if (const auto* count = std::get_if<std::int64_t>(&value)) {
      agrees = mention.admits(Decimal(*count));
    } else if (const auto* amount = std::get_if<Decimal>(&value)) {
      agrees = writes_amount(mention, *amount, unit);
    }
  }
  lua_pushboolean(lua, agrees ? 1 : 0);
  return 1;
}

int writes_ratio(lua_State* lua) {
  const std::string_view text = number_argument(lua, 1);
  const lua_Integer part = luaL_checkinteger(lua, 2);
  const lua_Integer whole = luaL_checkinteger(lua, 3);
  if (part < 0 || whole <= 0) return luaL_error(lua, "writes_ratio 的总数应大于 0");
  NumberMention mention;
  const Decimal percent = Decimal(rounded_ratio(part, whole, kRatioScale)).shifted(6);
  const bool agrees = find_number(text, mention) && mention.admits(percent);
  lua_pushboolean(lua, agrees ? 1 : 0);
  return 1;
}

// A count, or an amount in millionths of its unit: whole numbers whose ratio is exact. nil for others.
int exactly(lua_State* lua) {
  CellValue value;
  std::int64_t exact = -1;
  if (find_cell_value(lua, 1, value)) {
    if (const auto* count = std::get_if<std::int64_t>(&value)) exact = *count;
    if (const auto* amount = std::get_if<Decimal>(&value)) exact = amount->rounded(6);
  }
  if (exact < 0) {
    lua_pushnil(lua);
  } else {
    lua_pushinteger(lua, exact);
  }
  return 1;
}

}  // namespace

TextClaims read_claims(const RuleInput& input, const std::vector<Phrase>& phrases) {
  TextClaims claims;
  if (input.figures == nullptr || phrases.empty()) return claims;
  const ClaimReader reader(phrases, {input.figures->year, input.unit_names, input.figures->issuer,
                                     input.figures->scope == "汇总"});
  for (const auto& [section, text] : input.texts) {
    std::int64_t row = 0;
    for (std::string_view line : split(text.masked.empty() ? text.raw : text.masked, '\n')) {
      row += 1;
      if (claims.size() >= kMostClaims) return claims;
      for (ProseClaim& claim : reader.read(line, section == "requests", kMostClaims - claims.size()))
        claims.push_back({section, text.file, row, std::move(claim)});
    }
  }
  return claims;
}

void set_claims(lua_State* lua, const TextClaims* claims) {
  static const TextClaims kNone;
  const TextClaims* items = claims == nullptr ? &kNone : claims;
  push_lazy_list(lua, {items, items->size(), push_claim}, "claims");
  lua_setfield(lua, -2, "claims");
}

std::span<const ApiFunction> claim_api() {
  static constexpr ApiFunction kFunctions[] = {
      {"writes", writes, "text: string, value: integer|nianbao.value, unit?: string", "boolean",
       "文字里的数是不是这个值：“约3600余件”“1.2万”也认；unit 写“元”时，文字可以写成万元。",
       "value 不是数或金额"},
      {"writes_ratio", writes_ratio, "text: string, part: integer, whole: integer", "boolean",
       "文字里的百分数是不是 part 占 whole。", "whole 不大于 0"},
      {"exactly", exactly, "value: integer|nianbao.value", "integer?",
       "数或金额化成整数，好比较和算比率：件数照原样，金额是百万分之一；不是数的为 nil。"}};
  return kFunctions;
}

void set_claim_functions(lua_State* lua) {
  set_api(lua, claim_api());
}

}  // namespace nianbao
