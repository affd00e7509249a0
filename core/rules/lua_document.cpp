#include "rules/lua_document.h"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "base/text.h"
#include "rules/api.h"
#include "rules/frozen.h"
#include "rules/lua_context.h"
#include "rules/lua_document_table.h"
#include "rules/lua_message.h"
#include "rules/lua_register.h"
#include "rules/lua_table_argument.h"
#include "rules/lua_values.h"
#include "rules/official_tables.h"
#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

constexpr int kLowestLevel = 4;
constexpr std::int64_t kStepsPerBlock = 1000;
constexpr std::int64_t kStepsPerOfficialTable = 100'000;
constexpr std::size_t kMostOfficialCells = 300;

bool flag_field(lua_State* lua, const char* key) {
  lua_pushstring(lua, key);
  lua_rawget(lua, -2);
  const bool flag = lua_toboolean(lua, -1) != 0;
  lua_pop(lua, 1);
  return flag;
}

// The item on top of the stack: a text or a table. Returns the bytes of its text and charges for the span.
std::size_t add_span(lua_State* lua, Paragraph& paragraph) {
  static constexpr const char* kFields[] = {"text", "strong", "emphasis", "link", nullptr};
  LuaState::of(lua).charge(100);
  paragraph.spans.emplace_back();
  Span& span = paragraph.spans.back();
  if (lua_type(lua, -1) == LUA_TSTRING || lua_type(lua, -1) == LUA_TNUMBER) {
    span.text = document_text(lua, -1);
    return span.text.size();
  }
  if (!lua_istable(lua, -1)) {
    luaL_error(lua, "一段文字应为文字，或如 { text = \"…\", strong = true } 的表，得到%s",
               chinese_type(lua, -1));
  }
  check_fields(lua, -1, kFields, "一段文字");
  span.strong = flag_field(lua, "strong");
  span.emphasis = flag_field(lua, "emphasis");
  span.text = push_text_field(lua, -1, "text", true);
  refuse_raw_fraction(lua, span.text.c_str());
  lua_pop(lua, 1);
  span.link = push_text_field(lua, -1, "link", false);
  lua_pop(lua, 1);
  return span.text.size() + span.link.size();
}

int add_paragraph(lua_State* lua, ParagraphKind kind, std::string_view marker, int content) {
  RuleRun& run = document_run(lua);
  Paragraph& paragraph = PackRuntime::of(lua).pending_paragraph();
  paragraph = {};
  paragraph.kind = kind;
  paragraph.marker = marker;
  std::size_t bytes = 0;
  if (lua_istable(lua, content)) {
    const auto size = static_cast<lua_Integer>(lua_rawlen(lua, content));
    for (lua_Integer i = 1; i <= size; ++i) {
      lua_rawgeti(lua, content, i);
      bytes += add_span(lua, paragraph);
      lua_pop(lua, 1);
    }
  } else {
    lua_pushvalue(lua, content);
    bytes = add_span(lua, paragraph);
    lua_pop(lua, 1);
  }
  if (bytes == 0) return luaL_error(lua, "段落没有文字");
  charge_block(lua, bytes + marker.size());
  LuaState::of(lua).charge_handed(paragraph.spans.size() * sizeof(Span));
  run.blocks->emplace_back(paragraph);
  return 0;
}

int doc_title(lua_State* lua) {
  RuleRun& run = document_run(lua);
  const std::string_view text = document_text(lua, 2);
  if (run.title == nullptr) return luaL_error(lua, "doc:title 只能在章节 title 里调用");
  charge_block(lua, text.size());
  *run.title = text;
  return 0;
}

int doc_heading(lua_State* lua) {
  RuleRun& run = document_run(lua);
  const lua_Integer level = luaL_checkinteger(lua, 2);
  if (level < 1 || level > kLowestLevel) return luaL_error(lua, "标题的级别应为 1 至 4");
  const std::string_view text = document_text(lua, 3);
  if (trim(text).empty()) return luaL_error(lua, "标题没有文字");
  charge_block(lua, text.size());
  run.blocks->emplace_back(Heading{static_cast<int>(level), std::string(text)});
  return 0;
}

int doc_paragraph(lua_State* lua) {
  return add_paragraph(lua, ParagraphKind::body, "", 2);
}

int doc_item(lua_State* lua) {
  document_run(lua);
  return add_paragraph(lua, ParagraphKind::list_item, document_text(lua, 2), 3);
}

int doc_note(lua_State* lua) {
  return add_paragraph(lua, ParagraphKind::note, "", 2);
}

int doc_signature(lua_State* lua) {
  return add_paragraph(lua, ParagraphKind::signature, "", 2);
}

bool is_attachment(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block);
  return paragraph != nullptr && paragraph->kind == ParagraphKind::attachment;
}

// The names at the end of the document, numbered where there are several.
void number_attachments(std::vector<Block>& blocks) {
  auto first = blocks.end();
  while (first != blocks.begin() && is_attachment(*std::prev(first))) --first;
  const bool several = blocks.end() - first > 1;
  for (auto block = first; block != blocks.end(); ++block) {
    std::get<Paragraph>(*block).marker = several ? std::to_string(block - first + 1) + "." : "";
  }
}

// For the host, which compares both kinds once the report is written. `name` need not outlive the call.
void note_annex(lua_State* lua, bool is_listed, std::string_view name) {
  const PackRuntime& runtime = PackRuntime::of(lua);
  std::vector<AnnexCall>* annexes = document_run(lua).annexes;
  if (annexes == nullptr) return;
  LuaState::of(lua).charge_handed(sizeof(AnnexCall) + 2 * name.size());
  annexes->push_back({is_listed, std::string(name), runtime.pack().manifest.id, calling_place(lua)});
}

// A list of names; one that follows another continues it.
int doc_attachments(lua_State* lua) {
  document_run(lua);
  luaL_checktype(lua, 2, LUA_TTABLE);
  const auto size = static_cast<lua_Integer>(lua_rawlen(lua, 2));
  for (lua_Integer i = 1; i <= size; ++i) {
    lua_rawgeti(lua, 2, i);
    add_paragraph(lua, ParagraphKind::attachment, "", lua_gettop(lua));
    if (lua_type(lua, -1) == LUA_TSTRING) note_annex(lua, true, document_text(lua, -1));
    lua_pop(lua, 1);
  }
  number_attachments(*document_run(lua).blocks);
  return 0;
}

// "附件2　…" on a new page, by its number in the list of names; nothing where the list does not name it.
bool open_annex(std::vector<Block>& blocks, std::string_view title) {
  const auto named = std::find_if(blocks.begin(), blocks.end(), [title](const Block& block) {
    return is_attachment(block) && plain_text(std::get<Paragraph>(block).spans) == title;
  });
  if (named == blocks.end()) return false;
  std::string number = std::get<Paragraph>(*named).marker;
  if (!number.empty()) number.pop_back();
  blocks.emplace_back(PageBreak{});
  blocks.emplace_back(Heading{1, "附件" + number + "　" + std::string(title)});
  return true;
}

int doc_annex(lua_State* lua) {
  document_run(lua);
  const std::string_view title = document_text(lua, 2);
  charge_block(lua, title.size());
  const bool is_open = open_annex(*document_run(lua).blocks, title);
  if (!is_open) note_annex(lua, false, title);
  lua_pushboolean(lua, is_open ? 1 : 0);
  return 1;
}

int doc_page_break(lua_State* lua) {
  RuleRun& run = document_run(lua);
  charge_block(lua, 0);
  run.blocks->emplace_back(PageBreak{});
  return 0;
}

int doc_official_table(lua_State* lua) {
  RuleRun& run = document_run(lua);
  const lua_Integer number = luaL_checkinteger(lua, 2);
  if (number < 2 || number > 4) return luaL_error(lua, "官方表只有 2、3、4");
  charge_block(lua, 0);
  LuaState::of(lua).charge(kStepsPerOfficialTable);
  LuaState::of(lua).charge_handed(kMostOfficialCells * sizeof(TableCell));
  const Figures* figures = run.input->figures;
  if (number == 2) {
    run.blocks->emplace_back(official_table2(figures == nullptr ? std::nullopt : figures->table2));
  } else if (number == 3) {
    run.blocks->emplace_back(official_table3(figures == nullptr ? std::nullopt : figures->table3));
  } else {
    run.blocks->emplace_back(official_table4(figures == nullptr ? std::nullopt : figures->table4));
  }
  return 0;
}

// ---- the compiler's own text
// ------------------------------------------------------------------------------------------------------------
bool says_the_same(const Block& block, std::string_view title) {
  const auto* heading = std::get_if<Heading>(&block);
  return heading != nullptr && !title.empty() &&
         name_key(heading->text).find(name_key(title)) != std::string::npos;
}

void append_text(const std::vector<Block>& text, std::string_view title, int highest,
                 std::vector<Block>& blocks) {
  auto first = text.begin();
  if (first != text.end() && says_the_same(*first, title)) ++first;
  int top = kLowestLevel;
  for (auto block = first; block != text.end(); ++block) {
    if (const auto* heading = std::get_if<Heading>(&*block)) top = std::min(top, heading->level);
  }
  const int shift = std::max(0, highest - top);
  for (auto block = first; block != text.end(); ++block) {
    blocks.push_back(*block);
    auto* heading = std::get_if<Heading>(&blocks.back());
    if (heading != nullptr) heading->level = std::min(heading->level + shift, kLowestLevel);
  }
}

int doc_text(lua_State* lua) {
  static constexpr const char* kFields[] = {"title", "level", nullptr};
  RuleRun& run = document_run(lua);
  const char* section = luaL_checkstring(lua, 2);
  const char* title = "";
  lua_Integer level = 1;
  if (!lua_isnoneornil(lua, 3)) {
    check_fields(lua, 3, kFields, "doc:text");
    lua_pushliteral(lua, "level");
    lua_rawget(lua, 3);
    level = luaL_optinteger(lua, -1, 1);
    title = push_text_field(lua, 3, "title", false);
  }
  const auto* const* known = std::find_if(std::begin(kTextSections), std::end(kTextSections),
                                          [&](const char* name) { return std::strcmp(name, section) == 0; });
  if (known == std::end(kTextSections))
    return luaL_error(lua, "report.toml 的 [text] 没有“%s”这一项", section);
  const auto text = run.input->texts.find(section);
  const bool found = text != run.input->texts.end() && !text->second.blocks.empty();
  if (found) {
    charge_block(lua, text->second.raw.size() + text->second.blocks.size() * 1000);
    LuaState::of(lua).charge_handed(text->second.blocks.size() * sizeof(Block));
  }
  if (found) append_text(text->second.blocks, title, static_cast<int>(level), *run.blocks);
  lua_pushboolean(lua, found ? 1 : 0);
  return 1;
}

}  // namespace

RuleRun& document_run(lua_State* lua) {
  lua_Debug info{};
  if (!is_frozen(lua, 1) && lua_getstack(lua, 0, &info) != 0) {
    lua_getinfo(lua, "n", &info);
    const char* name = info.name == nullptr ? "paragraph" : info.name;
    luaL_error(lua, "doc 后面要写冒号：doc:%s(…)，不写 doc.%s(…)", name, name);
  }
  RuleRun* run = PackRuntime::of(lua).current_run();
  if (run == nullptr || run->blocks == nullptr) luaL_error(lua, "doc 只能在章节运行时使用");
  return *run;
}

std::string_view document_text(lua_State* lua, int index) {
  std::size_t size = 0;
  if (lua_type(lua, index) == LUA_TNUMBER) {
    if (lua_isinteger(lua, index) == 0) refuse_fraction(lua, index);
    luaL_error(lua, "这里要文字，得到数 %I：写成文字用 n",
               static_cast<LUAI_UACINT>(lua_tointeger(lua, index)));
  }
  const char* text = luaL_checklstring(lua, index, &size);
  LuaState::of(lua).charge(static_cast<std::int64_t>(size / 4));
  refuse_raw_fraction(lua, text);
  if (!is_valid_utf8({text, size})) {
    luaL_error(lua, "文字不是有效的 UTF-8：string.sub 等按字节截断会切坏汉字");
  }
  return {text, size};
}

void charge_block(lua_State* lua, std::size_t bytes) {
  LuaState::of(lua).charge(kStepsPerBlock + static_cast<std::int64_t>(bytes));
  LuaState::of(lua).charge_handed(2 * sizeof(Block) + bytes);  // the list of blocks grows by doubling
}

std::span<const ApiFunction> document_api() {
  static constexpr ApiFunction kFunctions[] = {
      {"title", doc_title, "text: string", "", "报告的标题，只在章节 title 里用。", "不在 title 里"},
      {"heading", doc_heading, "level: 1|2|3|4, text: string", "",
       "标题：1 是“一、”，2 是“（一）”，3 是“1.”，4 是“（1）”，编号自己写。", "级别不是 1 至 4"},
      {"paragraph", doc_paragraph, "content: nianbao.content", "", "一段正文。"},
      {"item", doc_item, "marker: string, content: nianbao.content", "",
       "列表的一项，marker 如“1.”“（1）”。"},
      {"note", doc_note, "content: nianbao.content", "", "表下的小字。"},
      {"attachments", doc_attachments, "names: string[]", "",
       "附件说明，几个的编号；后面再写一次，接着编号。"},
      {"annex", doc_annex, "name: string", "boolean",
       "另起一页，写“附件2　名称”，编号与附件说明一致；附件说明里没有它是 M-02，返回 false，什么也不写。"},
      {"signature", doc_signature, "text: string", "", "落款的一行。"},
      {"official_table", doc_official_table, "number: 2|3|4", "", "国家规定的表二、表三、表四。",
       "不是 2、3、4"},
      {"table", doc_table, "table: nianbao.table", "",
       "一张表。不多于 12 行的不拆到两页；merge 的列里上下相同的格合并，标题相同的相邻列共用一个标题。",
       "列多于 40；行多于 5000；一行的格数与列数不同；格不是文字、数、blank 或 not_applicable"},
      {"chart", doc_chart, "name: \"times\"|\"days\"|\"tasks\"|\"activities\"", "boolean",
       "现成的图：每月办结、办理用时、任务完成、活动；没有数据就返回 false。"},
      {"page_break", doc_page_break, "", "", "另起一页。"},
      {"text", doc_text, "section: nianbao.text_name, options?: { title?: string, level?: integer }",
       "boolean",
       "编写人为这一部分写的文字，没有就返回 false。开头的标题与 title 相同的不重复；标题最高到 level 级。"}};
  return kFunctions;
}

void push_document(lua_State* lua) {
  lua_newtable(lua);
  set_api(lua, document_api());
  freeze(lua, "doc");
}

}  // namespace nianbao
