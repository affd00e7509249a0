#include "rules/lua_register.h"

#include <cstdlib>
#include <cstring>
#include <string_view>

#include "base/host_codes.h"
#include "base/number_text.h"
#include "base/text.h"
#include "rules/api.h"
#include "rules/frozen.h"
#include "rules/lua_include.h"
#include "rules/lua_message.h"
#include "rules/lua_names.h"
#include "rules/lua_table_argument.h"
#include "rules/lua_values.h"
#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

constexpr std::int64_t kStepsPerEntry = 10'000;
constexpr std::size_t kLongestPrefix = 8;
constexpr int kMostPhrases = 2000;
constexpr std::size_t kMostSections = 500;
constexpr std::size_t kLongestId = 60;  // bytes, of a section

// "T3-01", "LW-12": capital letters, perhaps digits, a hyphen, two digits.
bool is_code(std::string_view code) {
  const std::size_t hyphen = code.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen > kLongestPrefix || code.size() != hyphen + 3)
    return false;
  if (code[0] < 'A' || code[0] > 'Z') return false;
  for (std::size_t i = 1; i < code.size(); ++i) {
    const bool digit = code[i] >= '0' && code[i] <= '9';
    const bool capital = code[i] >= 'A' && code[i] <= 'Z';
    if (i != hyphen && !digit && !(capital && i < hyphen)) return false;
  }
  return true;
}

// Who owns the code already, or null.
const char* owner_of(const PackRuntime& runtime, const char* code) {
  const auto known = runtime.known_rules().find(code);
  if (known != runtime.known_rules().end()) return known->second.pack.c_str();
  for (const CheckRule& rule : runtime.registry().checks) {
    if (rule.code == code) return runtime.pack().manifest.id.c_str();
  }
  return nullptr;
}

void require_own_code(lua_State* lua, const char* code) {
  const PackRuntime& runtime = PackRuntime::of(lua);
  if (!is_code(code)) luaL_error(lua, "编号“%s”不合规定：大写字母、连字符和两位数字，例如 LW-01", code);
  if (const char* owner = owner_of(runtime, code)) {
    luaL_error(lua, "编号“%s”已由规则包 %s 使用，请换一个编号", code, owner);
  }
  if (find_host_code(code) != nullptr) luaL_error(lua, "编号“%s”是程序自身检查的编号，请换一个编号", code);
  const Manifest& manifest = runtime.pack().manifest;
  if (manifest.id == "national") return;
  if (manifest.prefix.empty()) luaL_error(lua, "请先在 pack.toml 写 prefix，再登记编号“%s”", code);
  const bool own = starts_with(code, manifest.prefix) && code[manifest.prefix.size()] == '-';
  if (!own) luaL_error(lua, "编号“%s”应以本规则包的前缀“%s-”开头", code, manifest.prefix.c_str());
}

// Takes the function in field `run` of the table at 1 into the registry.
int take_run(lua_State* lua, const char* function) {
  lua_pushliteral(lua, "run");
  if (lua_rawget(lua, 1) != LUA_TFUNCTION) luaL_error(lua, "%s 缺少函数 run", function);
  return luaL_ref(lua, LUA_REGISTRYINDEX);
}

// The function `each` of a check that reads records, 0 for another; the two fields come together.
int take_each(lua_State* lua) {
  const char* records = push_text_field(lua, 1, "records", false);
  const bool reads = *records != '\0';
  if (reads && std::strcmp(records, "requests") != 0)
    luaL_error(lua, "records 现在只能是 \"requests\"（依申请公开台账），得到“%s”", records);
  lua_pushliteral(lua, "each");
  const int type = lua_rawget(lua, 1);
  if (reads && type != LUA_TFUNCTION) luaL_error(lua, "写了 records 的还要有函数 each(记录, 状态, report)");
  if (!reads && type != LUA_TNIL) luaL_error(lua, "有 each 的还要写 records = \"requests\"");
  return reads ? luaL_ref(lua, LUA_REGISTRYINDEX) : 0;
}

int register_check(lua_State* lua) {
  static constexpr const char* kFields[] = {"code",    "severity", "title", "basis",
                                            "records", "each",     "run",   nullptr};
  require_loading(lua, "check");
  check_fields(lua, 1, kFields, "check");
  const char* code = push_text_field(lua, 1, "code", true);
  require_own_code(lua, code);
  const Severity severity = severity_field(lua, true);
  const char* title = push_text_field(lua, 1, "title", true);
  const char* basis = push_text_field(lua, 1, "basis", false);
  const int each = take_each(lua);
  const int function = take_run(lua, "check");
  LuaState::of(lua).charge_handed(sizeof(CheckRule) + std::strlen(title) + std::strlen(basis));
  PackRuntime::of(lua).registry().checks.push_back({code, title, basis, severity, function, each});
  return 0;
}

int register_section(lua_State* lua) {
  static constexpr const char* kFields[] = {"id", "after", "records", "each", "run", nullptr};
  require_loading(lua, "section");
  check_fields(lua, 1, kFields, "section");
  const char* id = push_text_field(lua, 1, "id", true);
  const char* after = push_text_field(lua, 1, "after", false);
  PackRegistry& registry = PackRuntime::of(lua).registry();
  if (std::strlen(id) > kLongestId || std::strlen(after) > kLongestId)
    return luaL_error(lua, "章节的 id、after 至多 %d 字节", static_cast<int>(kLongestId));
  if (registry.sections.size() >= kMostSections)
    return luaL_error(lua, "一个规则包至多 %d 个章节", static_cast<int>(kMostSections));
  for (const SectionRule& section : registry.sections) {
    if (section.id == id) return luaL_error(lua, "章节“%s”在本规则包里登记了两次", id);
  }
  const int each = take_each(lua);
  const int function = take_run(lua, "section");
  LuaState::of(lua).charge_handed(sizeof(SectionRule) + std::strlen(id) + std::strlen(after));
  registry.sections.push_back({id, after, function, each, calling_place(lua)});
  return 0;
}

int register_convention(lua_State* lua) {
  require_loading(lua, "convention");
  std::size_t size = 0;
  const char* text = luaL_checklstring(lua, 1, &size);
  if (!is_valid_utf8({text, size})) return luaL_error(lua, "convention 的文字不是有效的 UTF-8");
  refuse_raw_fraction(lua, text);
  LuaState::of(lua).charge_handed(sizeof(std::string) + size);
  PackRuntime::of(lua).registry().conventions.emplace_back(text);
  return 0;
}

// A text or a list of texts in the field, or nothing.
void read_texts(lua_State* lua, const char* key, std::vector<std::string>& texts) {
  lua_pushstring(lua, key);
  const int type = lua_rawget(lua, 1);
  const bool is_list = type == LUA_TTABLE;
  const auto size = is_list ? static_cast<lua_Integer>(lua_rawlen(lua, -1)) : 1;
  for (lua_Integer i = 1; type != LUA_TNIL && i <= size; ++i) {
    LuaState::of(lua).charge(kStepsPerEntry);
    if (is_list) lua_rawgeti(lua, -1, i);
    std::size_t length = 0;
    const char* text = lua_type(lua, -1) == LUA_TSTRING ? lua_tolstring(lua, -1, &length) : nullptr;
    if (text == nullptr || !is_valid_utf8({text, length}))
      luaL_error(lua, "phrase 的 %s 应为文字或文字的列表", key);
    LuaState::of(lua).charge_handed(sizeof(std::string) + length);
    texts.emplace_back(text, length);
    if (is_list) lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
}

void check_phrase(lua_State* lua, const Phrase& phrase) {
  if (phrase.figures.empty() == phrase.columns.empty())
    luaL_error(lua, "phrase 要有 figure（数据的名称）或 column（申请人类型）之一");
  if (!phrase.columns.empty() && (phrase.denies || !phrase.wholes.empty()))
    luaL_error(lua, "phrase 的 whole、denies 要同 figure 一起用");
  if (phrase.denies && !phrase.wholes.empty()) luaL_error(lua, "phrase 的 whole 和 denies 只能有一个");
  for (const std::string& unit : phrase.units) {
    if (measure_word_size(unit) != unit.size())
      luaL_error(lua, "phrase 的 units 里有不认识的量词：%s", unit.c_str());
  }
  if (phrase.wholes.size() > 1 && phrase.wholes.size() != phrase.figures.size())
    luaL_error(lua, "phrase 的 whole 应为一个，或者与 figure 一样多");
}

// A phrase for what is no figure would never be held against anything.
void require_known(lua_State* lua, const Phrase& phrase) {
  for (const std::string& figure : phrase.figures) require_reading(lua, "phrase 的 figure", figure.c_str());
  for (const std::string& whole : phrase.wholes) require_reading(lua, "phrase 的 whole", whole.c_str());
  for (const std::string& column : phrase.columns) require_column(lua, column.c_str());
  if (!phrase.goes_on.empty()) require_beginning(lua, phrase.goes_on.c_str());
}

// What one more copy of it takes.
std::size_t size_of(const Phrase& phrase) {
  std::size_t bytes = sizeof phrase;
  for (const auto* texts : {&phrase.figures, &phrase.columns, &phrase.units, &phrase.needs}) {
    for (const std::string& text : *texts) bytes += sizeof(std::string) + text.size();
  }
  return bytes;
}

// phrase { words = …, figure = …, column = …, units = … }: which figures the words of prose name. See
// phrase_book.h; each of `words` is a phrase of its own.
int register_phrase(lua_State* lua) {
  static constexpr const char* kPhraseFields[] = {"words", "figure", "column",  "units", "needs",
                                                  "whole", "denies", "goes_on", nullptr};
  require_loading(lua, "phrase");
  check_fields(lua, 1, kPhraseFields, "phrase");
  PackRuntime& runtime = PackRuntime::of(lua);
  Phrase& phrase = runtime.pending_phrase();
  phrase = {};
  read_texts(lua, "figure", phrase.figures);
  read_texts(lua, "column", phrase.columns);
  read_texts(lua, "units", phrase.units);
  read_texts(lua, "needs", phrase.needs);
  read_texts(lua, "whole", phrase.wholes);
  lua_pushliteral(lua, "denies");
  lua_rawget(lua, 1);
  phrase.denies = lua_toboolean(lua, -1) != 0;
  lua_pop(lua, 1);
  lua_pushliteral(lua, "goes_on");
  lua_rawget(lua, 1);
  if (const char* head = lua_tostring(lua, -1)) phrase.goes_on = head;
  lua_pop(lua, 1);
  check_phrase(lua, phrase);
  require_known(lua, phrase);
  std::vector<Phrase>& phrases = runtime.registry().phrases;
  const std::size_t before = phrases.size();
  lua_pushliteral(lua, "words");
  const bool is_list = lua_rawget(lua, 1) == LUA_TTABLE;
  const auto size = is_list ? static_cast<lua_Integer>(lua_rawlen(lua, -1)) : 1;
  for (lua_Integer i = 1; i <= size; ++i) {
    if (is_list) lua_rawgeti(lua, -1, i);
    std::size_t length = 0;
    const char* word = lua_type(lua, -1) == LUA_TSTRING ? lua_tolstring(lua, -1, &length) : nullptr;
    if (word == nullptr || length < 4) luaL_error(lua, "phrase 的 words 应为两个字以上的词或词的列表");
    if (phrases.size() >= std::size_t{kMostPhrases})
      luaL_error(lua, "一个规则包最多 %d 个 phrase", kMostPhrases);
    LuaState::of(lua).charge_handed(size_of(phrase) + length);
    phrase.word.assign(word, length);
    if (const std::string* owner = runtime.owner_of_word(phrase.word)) {
      luaL_error(lua, "“%s”已由规则包 %s 规定，不能另定；要说得更具体的，写更长的词", word, owner->c_str());
    }
    phrases.push_back(phrase);
    if (is_list) lua_pop(lua, 1);
  }
  if (phrases.size() == before) return luaL_error(lua, "phrase 的 words 是空的");
  return 0;
}

// ---- the environment: upvalue 1 holds the pack's own globals, upvalue 2 the host's
// ------------------------------------------------------------------------------------------------------------
struct AbsentName {
  const char* name;
  const char* message;
};
constexpr const char* kNoFiles = "没有文件、网络、时钟和系统命令，也不能载入别的程序";
constexpr AbsentName kAbsentNames[] = {
    {"report", "没有 report：run 的参数里要写它，run = function(ctx, report)"},
    {"doc", "没有 doc：章节 run 的参数里要写它，run = function(doc, ctx)"},
    {"ctx",
     "没有 ctx：run 的参数里要写它，检查是 run = function(ctx, report)，章节是 run = function(doc, ctx)"},
    {"base", "没有 base：章节 run 的参数里要写它，run = function(doc, ctx, base)"},
    {"print", "沙箱里没有“print”：要看一个值，写进 report 的 message"},
    {"require", "沙箱里没有“require”：引入另一个文件用 include \"文件名.lua\""},
    {"dofile", "沙箱里没有“dofile”：引入另一个文件用 include \"文件名.lua\""},
};
constexpr const char* kOutside[] = {"os",      "io",        "load", "loadstring",     "loadfile", "debug",
                                    "package", "coroutine", "_G",   "collectgarbage", "warn"};

// What nobody declared; at upvalue 2 the host's names, at 2 the name.
[[noreturn]] void raise_unknown_name(lua_State* lua) {
  const char* key = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";
  for (const AbsentName& absent : kAbsentNames) {
    if (std::strcmp(key, absent.name) == 0) luaL_error(lua, "%s", absent.message);
  }
  for (const char* name : kOutside) {
    if (std::strcmp(key, name) == 0) luaL_error(lua, "沙箱里没有“%s”：%s", key, kNoFiles);
  }
  char nearest[kNearestSize];
  find_similar_key(lua, lua_upvalueindex(2), key, nearest);
  if (nearest[0] != '\0') luaL_error(lua, "没有“%s”这个名称，是不是“%s”？", key, nearest);
  luaL_error(lua, "没有“%s”这个名称：变量先用 local 写出来，文字要加引号", key);
  std::abort();  // luaL_error does not return
}

int read_global(lua_State* lua) {
  for (int upvalue : {1, 2}) {
    lua_pushvalue(lua, 2);
    if (lua_rawget(lua, lua_upvalueindex(upvalue)) != LUA_TNIL) return 1;
    lua_pop(lua, 1);
  }
  raise_unknown_name(lua);
}

int write_global(lua_State* lua) {
  if (!PackRuntime::of(lua).is_loading()) {
    return luaL_error(lua, "检查和章节运行时不能改全局变量“%s”，请用 local", luaL_tolstring(lua, 2, nullptr));
  }
  lua_pushvalue(lua, 2);
  if (lua_rawget(lua, lua_upvalueindex(2)) != LUA_TNIL) {
    return luaL_error(lua, "“%s”由程序提供，规则包不能改动", luaL_tolstring(lua, 2, nullptr));
  }
  lua_settop(lua, 3);
  lua_rawset(lua, lua_upvalueindex(1));
  return 0;
}

}  // namespace

void require_loading(lua_State* lua, const char* function) {
  LuaState::of(lua).charge(kStepsPerEntry);
  const PackRuntime& runtime = PackRuntime::of(lua);
  if (!runtime.is_loading()) luaL_error(lua, "%s 只能写在文件里，不能在检查或章节运行时调用", function);
  if (!runtime.only_file().empty() && std::strcmp(function, "include") != 0)
    luaL_error(lua, "%s 不能写在 %s 里：它只写 task_document", function, runtime.only_file().c_str());
}

Place calling_place(lua_State* lua) {
  const PackRuntime& runtime = PackRuntime::of(lua);
  const std::string home = "@" + runtime.pack().manifest.id + "/";
  Place place;
  lua_Debug info{};
  for (int level = 1; lua_getstack(lua, level, &info) != 0; ++level) {
    if (lua_getinfo(lua, "Sl", &info) == 0 || info.source[0] != '@') continue;
    const bool is_home = starts_with(info.source, home);
    if (!is_home && place.row > 0) continue;
    place.file = runtime.shown_source(info.source + 1);
    place.row = info.currentline;
    if (is_home) break;
  }
  return place;
}

Severity severity_field(lua_State* lua, bool may_be_note) {
  const char* text = push_text_field(lua, 1, "severity", true);
  for (Severity severity : {Severity::note, Severity::warning, Severity::error}) {
    if (std::strcmp(text, severity_key(severity)) == 0) return severity;
  }
  luaL_error(lua, "severity 应为 %s，得到“%s”",
             may_be_note ? "\"error\"、\"warning\" 或 \"note\"" : "\"error\" 或 \"warning\"", text);
  return Severity::error;
}

std::span<const ApiFunction> register_api() {
  static constexpr ApiFunction kFunctions[] = {
      {"check", register_check, "rule: nianbao.check", "",
       "登记一条检查。写在 checks.lua 里；编号以本规则包的前缀开头。",
       "编号不合规定或已有人用；缺少 run；写在检查或章节里"},
      {"section", register_section, "rule: nianbao.section", "",
       "登记报告的一章，或重写已有的一章（同一个 id 以最后的规则包为准）。写在 report.lua 里。",
       "同一个 id 在本规则包里登记两次；缺少 run"},
      {"convention", register_convention, "text: string", "",
       "登记一条统计口径，印在报告的“统计口径”附件里。", "不是有效的 UTF-8"},
      {"phrase", register_phrase, "rule: nianbao.phrase", "",
       "登记文字里的说法：编写人手写这些词和数时，同哪个数核对（X-01、X-02）。",
       "没有 figure 也没有 column；没有这个数；词不到两个字；前面的规则包已有这个词"},
      {"include", include_file, "file: string", "any",
       "运行本规则包的另一个文件，一次，得到它返回的值；“包名/文件名”是链条里前面规则包的文件。",
       "没有这个文件；绕成了圈"}};
  return kFunctions;
}

void set_register_functions(lua_State* lua) {
  set_api(lua, register_api());
}

void push_environment(lua_State* lua) {
  const int host = lua_gettop(lua);
  lua_newtable(lua);
  const int own = lua_gettop(lua);
  lua_newtable(lua);
  lua_newtable(lua);
  lua_pushvalue(lua, own);
  lua_pushvalue(lua, host);
  lua_pushcclosure(lua, read_global, 2);
  lua_setfield(lua, -2, "__index");
  lua_pushvalue(lua, own);
  lua_pushvalue(lua, host);
  lua_pushcclosure(lua, write_global, 2);
  lua_setfield(lua, -2, "__newindex");
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_setmetatable(lua, -2);
  lua_replace(lua, host);
  lua_settop(lua, host);
}

}  // namespace nianbao
