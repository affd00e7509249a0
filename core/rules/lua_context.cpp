#include "rules/lua_context.h"

#include <algorithm>
#include <string_view>

#include "base/number_text.h"
#include "calendar/date_text.h"
#include "rules/frozen.h"
#include "rules/lua_figures.h"
#include "rules/lua_records.h"
#include "rules/lua_written.h"

namespace nianbao {

namespace {

void push_carried_in(lua_State* lua, const void* data, std::size_t index) {
  const CarriedIn& item = (*static_cast<const std::vector<CarriedIn>*>(data))[index];
  lua_newtable(lua);
  set_text(lua, "unit", item.unit);
  set_text(lua, "id", item.id);
  set_place(lua, item.place);
  freeze(lua, "carried_in");
}

void push_unit_tables(lua_State* lua, const void* data, std::size_t index) {
  const UnitTables& item = (*static_cast<const std::vector<UnitTables>*>(data))[index];
  lua_newtable(lua);
  set_text(lua, "unit", item.unit);
  set_place(lua, item.place);
  set_tables(lua, item.table2, item.table3, item.table4);
  freeze(lua, "units");
}

void set_contact(lua_State* lua, const Contact& contact) {
  lua_newtable(lua);
  set_text(lua, "address", contact.address);
  set_text(lua, "postcode", contact.postcode);
  set_text(lua, "phone", contact.phone);
  set_text(lua, "fax", contact.fax);
  set_text(lua, "email", contact.email);
  set_text(lua, "website", contact.website);
  freeze(lua, "contact");
  lua_setfield(lua, -2, "contact");
}

void set_corrections(lua_State* lua, const std::vector<Correction>& corrections) {
  lua_newtable(lua);
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    lua_newtable(lua);
    set_text(lua, "cell", corrections[i].cell);
    set_integer(lua, "old_value", corrections[i].old_value);
    set_integer(lua, "new_value", corrections[i].new_value);
    set_text(lua, "reason", corrections[i].reason);
    freeze(lua, "corrections");
    lua_rawseti(lua, -2, static_cast<lua_Integer>(i) + 1);
  }
  freeze(lua, "corrections");
  lua_setfield(lua, -2, "corrections");
}

void push_body(lua_State* lua, const Body& body) {
  lua_newtable(lua);
  set_integer(lua, "year", body.year);
  set_text(lua, "issuer", body.issuer);
  set_text(lua, "body", body.body);
  set_text(lua, "level", body.level);
  set_text(lua, "scope", body.scope);
  set_text(lua, "locality", body.locality);
  set_day(lua, "date", body.date);
  set_day(lua, "published", body.published);
  set_contact(lua, body.contact);
  set_corrections(lua, body.corrections);
  freeze(lua, "body");
}

std::string text_of(const Block& block) {
  if (const auto* heading = std::get_if<Heading>(&block)) return heading->text;
  if (const auto* paragraph = std::get_if<Paragraph>(&block)) return plain_text(paragraph->spans);
  std::string text;
  if (const auto* table = std::get_if<Table>(&block)) {
    for (const TableCell& cell : table->cells) text += print_value(cell.value) + " ";
  }
  return text;
}

// A count in digits: “388件”, “97.4%”; no year, day or number of a document.
bool has_count(std::string_view text) {
  const auto numbers = find_numbers(text);
  return std::any_of(numbers.begin(), numbers.end(), [&](const NumberMention& number) {
    const char first = text[number.begin];
    const bool is_digits = (first >= '0' && first <= '9') || first == '\xEF';  // full-width, too
    return is_digits && (number.percent || !number.unit.empty());
  });
}

void append_line(lua_State* lua, std::string_view text, lua_Integer row) {
  lua_newtable(lua);
  lua_pushlstring(lua, text.data(), text.size());
  lua_setfield(lua, -2, "text");
  set_integer(lua, "row", row);
  lua_pushboolean(lua, has_count(text) ? 1 : 0);
  lua_setfield(lua, -2, "has_count");
  freeze(lua, "lines");
  lua_rawseti(lua, -2, static_cast<lua_Integer>(lua_rawlen(lua, -2)) + 1);
}

// The source lines with their numbers; without a source the blocks, whose line is not known (0).
void set_lines(lua_State* lua, const SectionText& text) {
  lua_newtable(lua);
  if (text.raw.empty()) {
    for (const Block& block : text.blocks) append_line(lua, text_of(block), 0);
  }
  const std::string_view raw = text.raw;
  lua_Integer row = 1;
  for (std::size_t start = 0; start < raw.size(); ++row) {
    const std::size_t end = std::min(raw.find('\n', start), raw.size());
    append_line(lua, raw.substr(start, end - start), row);
    start = end + 1;
  }
  freeze(lua, "lines");
  lua_setfield(lua, -2, "lines");
}

void set_headings(lua_State* lua, const SectionText& text) {
  lua_newtable(lua);
  lua_Integer count = 0;
  for (const Block& block : text.blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading == nullptr) continue;
    lua_pushlstring(lua, heading->text.data(), heading->text.size());
    lua_rawseti(lua, -2, ++count);
  }
  freeze(lua, "headings");
  lua_setfield(lua, -2, "headings");
}

// Characters without blanks and marks.
std::int64_t count_shown(const SectionText& text) {
  std::int64_t count = 0;
  for (const WrittenBlock& block : written_blocks(text.blocks)) count += block.characters;
  return count;
}

void push_texts(lua_State* lua, const std::map<std::string, SectionText>& texts) {
  lua_newtable(lua);
  for (const char* section : kTextSections) {
    const auto text = texts.find(section);
    if (text == texts.end()) {
      set_absent(lua, section);
      continue;
    }
    lua_newtable(lua);
    set_text(lua, "file", text->second.file);
    set_integer(lua, "blocks", static_cast<std::int64_t>(text->second.blocks.size()));
    set_integer(lua, "characters", count_shown(text->second));
    set_lines(lua, text->second);
    set_headings(lua, text->second);
    freeze(lua, section);
    lua_setfield(lua, -2, section);
  }
  freeze(lua, "texts");
}

void push_explained(lua_State* lua, const std::set<std::string>& explained) {
  lua_newtable(lua);
  std::vector<std::string> keys = {"table2", "table3", "table4", "report"};
  for (int i = 0; i < kDisclosureItems; ++i) {
    keys.push_back(std::string("table2.") + form_name(static_cast<DisclosureItem>(i)).key);
  }
  for (const std::string& key : keys) {
    lua_pushboolean(lua, explained.count(key) != 0 ? 1 : 0);
    lua_setfield(lua, -2, key.c_str());
  }
  freeze(lua, "explained");
}

template <typename Items>
void set_list(lua_State* lua, const char* key, const Items* items,
              void (*push)(lua_State*, const void*, std::size_t)) {
  push_lazy_list(lua, {items, items == nullptr ? 0 : items->size(), push}, key);
  lua_setfield(lua, -2, key);
}

void set_figures(lua_State* lua, const char* key, const Figures* figures) {
  if (figures == nullptr) return set_absent(lua, key);
  push_figures(lua, *figures, key);
  lua_setfield(lua, -2, key);
}

}  // namespace

void push_context(lua_State* lua, const RuleInput& input, const TextClaims* claims) {
  lua_newtable(lua);
  lua_pushstring(lua, input.mode == RuleMode::build ? "build" : "verify");
  lua_setfield(lua, -2, "mode");
  set_absent(lua, "body");
  if (input.body != nullptr) {
    push_body(lua, *input.body);
    lua_setfield(lua, -2, "body");
  }
  set_figures(lua, "figures", input.figures);
  set_figures(lua, "previous", input.previous);
  set_text(lua, "previous_file", input.previous_file);
  set_list(lua, "carried_in", &input.carried_in, push_carried_in);
  set_list(lua, "units", input.unit_tables, push_unit_tables);
  set_records(lua, input);
  set_texts(lua, "conventions", input.conventions);
  set_texts(lua, "exceptions", input.exceptions);
  set_claims(lua, claims);
  set_written(lua, input);
  push_texts(lua, input.texts);
  lua_setfield(lua, -2, "texts");
  push_explained(lua, input.explained);
  lua_setfield(lua, -2, "explained");
  freeze(lua, "ctx");
}

}  // namespace nianbao
