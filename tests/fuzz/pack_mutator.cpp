#include "fuzz/pack_mutator.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace nianbao::fuzz {

namespace {

// Values.
constexpr const char* kValues[] = {"nil",
                                   "true",
                                   "false",
                                   "0",
                                   "-1",
                                   "1.5",
                                   "3",
                                   "math.maxinteger",
                                   "math.mininteger",
                                   "math.huge",
                                   "0/0",
                                   "2^53",
                                   "'x'",
                                   "''",
                                   "'汉字'",
                                   "'\\xff\\xfe'",
                                   "'%'",
                                   "'%d'",
                                   "'.-.-.-b'",
                                   "'%b()'",
                                   "'(a*)*'",
                                   "'^$'",
                                   "'times'",
                                   "string.rep('a', 5000)",
                                   "string.rep('\\0', 200000)",
                                   "{}",
                                   "{ {} }",
                                   "{ 'x', 'y' }",
                                   "{ 1, 2, 3 }",
                                   "{ text = 'x', strong = true }",
                                   "blank",
                                   "not_applicable",
                                   "ctx",
                                   "ctx.figures",
                                   "ctx.texts",
                                   "ctx.register",
                                   "ctx.figures.table3.received",
                                   "ctx.figures.table3.received.total",
                                   "ctx.figures.table2.administrative_charge",
                                   "ctx.claims",
                                   "kept",
                                   "form",
                                   "form.table3_columns",
                                   "tostring",
                                   "error",
                                   "pcall",
                                   "next",
                                   "string.rep",
                                   "n",
                                   "setmetatable({}, {})",
                                   "function() return 1 end",
                                   "function(a, b) return a end",
                                   "function() error({}) end"};

// Functions.
constexpr const char* kFunctions[] = {"tostring",
                                      "pcall",
                                      "error",
                                      "pairs",
                                      "ipairs",
                                      "next",
                                      "type",
                                      "select",
                                      "rawget",
                                      "rawlen",
                                      "tonumber",
                                      "assert",
                                      "string.rep",
                                      "string.format",
                                      "string.find",
                                      "string.gsub",
                                      "string.match",
                                      "string.byte",
                                      "string.char",
                                      "string.sub",
                                      "string.upper",
                                      "string.gmatch",
                                      "table.concat",
                                      "table.insert",
                                      "table.remove",
                                      "table.unpack",
                                      "table.sort",
                                      "table.move",
                                      "table.pack",
                                      "math.floor",
                                      "math.tointeger",
                                      "math.max",
                                      "math.fmod",
                                      "utf8.len",
                                      "utf8.char",
                                      "utf8.codepoint",
                                      "utf8.offset",
                                      "setmetatable",
                                      "getmetatable",
                                      "n",
                                      "money",
                                      "share",
                                      "shares",
                                      "growth",
                                      "wan",
                                      "cn",
                                      "date_cn",
                                      "list",
                                      "some",
                                      "sum",
                                      "at",
                                      "date",
                                      "writes",
                                      "writes_ratio",
                                      "is_number",
                                      "is_zero",
                                      "report"};

// Words that stand anywhere.
constexpr const char* kWords[] = {
    "...",   "(",        ")",     "{",       "}",          "[",       "]",           "end",     "function",
    "local", "return",   "break", "goto l",  "::l::",      "<const>", "<close>",     "..",      "//",
    "%",     "<<",       "~",     "#",       "not",        "and",     "or",          "==",      "<",
    "=",     ",",        ";",     ":",       "__index",    "__mode",  "__gc",        "__close", "__eq",
    "__lt",  "__concat", "__len", "__pairs", "__tostring", "__name",  "__metatable", "1//0"};
constexpr const char* kOperators[] = {"+",  "-", "*",  "/", "//", "%",  "^",   "..",
                                      "==", "<", "<=", "&", "|",  "<<", "and", "or"};

// Statements; X is a word or an expression of words.
constexpr const char* kStatements[] = {
    "local a = X",
    "local a, b = X, X",
    "a = X",
    "kept[#kept + 1] = X",
    "report { message = tostring(X) }",
    "report { message = 'm', at = { file = tostring(X), row = 3 }, left = X, right = X, count = X }",
    "while true do a1 = X end",
    "while true do local a = X end",
    "for i = 1, 1e9 do local a = X end",
    "for i = 1, 100 do kept[i] = X end",
    "for k, v in pairs(X) do local a = X end",
    "for k, v in ipairs(X) do local a = X end",
    "repeat local a = X until X",
    "if X then error(X) end",
    "pcall(function() local a = X end)",
    "pcall(function() while true do local a = X end end)",
    "xpcall(function() error(X) end, function(e) return X end)",
    "error(X)",
    "local f function f() return f() + 1 end f()",
    "local function f(...) return pcall(f, ...) end f(X)",
    "local s = 'x' while true do s = s .. s end",
    "local t = {} while true do t[#t + 1] = {} end",
    "local t = {} for i = 1, 1e6 do t[1 + i * 2^-52] = X end",
    "local m = {} local t = setmetatable({}, m) m.__mode = 'k' t[{}] = X",
    "string.gsub(X, X, function() return X end)",
    "string.gsub('aaaa', '.-', X)",
    "string.find(string.rep('a', 9999), 'a*a*a*b')",
    "string.format('%s %d %q', X, X, X)",
    "table.sort(X, function(a, b) return X end)",
    "table.sort({ 3, 1, 2 }, function() error(X) end)",
    "table.concat({ X, X, X }, X)",
    "table.move(X, 1, X, 2)",
    "table.unpack(X, X, X)",
    "utf8.codepoint(X, X, X)",
    "local x <close> = setmetatable({}, X)",
    "setmetatable({}, { __gc = X })",
    "local t = setmetatable({}, { __index = function(t, k) return t[k] end }) local a = t.x",
    "local t = setmetatable({}, { __tostring = function() return X end }) tostring(t) error(t)",
    "local a, b = string.rep('\\0', 250000) .. X, string.rep('\\0', 250000) .. X for i = 1, 20 do local c = "
    "a < b end",
    "local t = {} for i = 1, 5000 do t[1 + i * 2^-52] = X end",
    "local a = include 'more.lua' local b = a.X",
    "include 'more.lua'",
    "exception { rule = 'T2-01', cell = X, reason = X, approver = X, expires = '2099-12-31' }",
    "ctx.figures.year = X",
    "rawset(ctx, 'a', X)",
    "string.rep = X",
    "getmetatable('').__index = X",
    "local a = at(ctx.figures, X)",
    "local a = ctx.figures[X]",
    "local a = sum { X, X }",
    "local a, b = share(X, X), growth(X, X)",
    "local a, b, c = wan(X, X), cn(X), list(X, X) kept = { some(X, X, X), shares(X) }",
    "local a, b = writes(X, X, X), writes_ratio(X, X, X)",
    "local z = string.rep('\\0', 250000) local a, b = z .. 'a', z .. 'b' while true do local c = a < b end"};

constexpr const char* kSectionStatements[] = {
    "doc:paragraph(X)",
    "doc:paragraph { X, { text = X, link = X } }",
    "doc:heading(X, X)",
    "doc:item(X, X)",
    "doc:note(X)",
    "doc:signature(X)",
    "doc:official_table(X)",
    "doc:attachments { X, X }",
    "doc:page_break()",
    "doc:chart(X)",
    "doc:text(X, { title = X, level = X })",
    "doc:title(X)",
    "base()",
    "while true do base() end",
    "while true do doc:paragraph('x') end",
    "while true do doc:official_table(3) end",
    "doc:table { columns = { { title = X, width = X, align = X, merge = X } }, rows = { { X }, { X } } }",
    "local r = {} for i = 1, 4000 do r[i] = { X, X } end doc:table { columns = { { title = 'a' }, { title = "
    "'a' } }, rows = r }"};

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Words, texts in quotes, comments, and single marks; blanks stay with what follows them.
std::vector<std::string> words_of(const std::string& source) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t begin = at;
    while (at < source.size() && std::isspace(static_cast<unsigned char>(source[at])) != 0) ++at;
    if (at >= source.size()) break;
    const char first = source[at++];
    if (first == '"' || first == '\'') {
      while (at < source.size() && source[at] != first && source[at] != '\n')
        at += source[at] == '\\' ? 2U : 1U;
      ++at;
    } else if (is_word_byte(first)) {
      while (at < source.size() && is_word_byte(source[at])) ++at;
    } else if (first == '-' && at < source.size() && source[at] == '-') {
      while (at < source.size() && source[at] != '\n') ++at;
    }
    at = std::min(at, source.size());
    words.push_back(source.substr(begin, at - begin));
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word;
  return text;
}

}  // namespace

PackMutator::PackMutator(const std::vector<std::string>& sources, std::uint64_t seed) : engine_(seed) {
  for (const std::string& source : sources) files_.push_back(words_of(source));
}

std::string PackMutator::any_word() {
  if (below(3) != 0) return std::string(" ") + kWords[below(std::size(kWords))];
  const Words& file = files_[below(files_.size())];
  return file.empty() ? " nil" : file[below(file.size())];
}

void PackMutator::mutate(Words& words) {
  if (words.empty()) words.push_back(any_word());
  const std::size_t at = below(words.size());
  const auto place = words.begin() + static_cast<std::ptrdiff_t>(at);
  const std::size_t span = std::min(words.size() - at, 1 + below(12));
  const auto end = place + static_cast<std::ptrdiff_t>(span);
  switch (below(7)) {
    case 0:
      words.erase(place, end);
      break;
    case 1:
      words[at] = any_word();
      break;
    case 2:
      words.insert(place, any_word());
      break;
    case 3:
      std::swap(words[at], words[below(words.size())]);
      break;
    case 4: {
      const Words copy(place, end);
      for (std::size_t i = below(3); i < 3; ++i)
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), copy.begin(), copy.end());
      break;
    }
    case 5: {
      const Words& other = files_[below(files_.size())];
      if (other.empty()) break;
      const std::size_t from = below(other.size());
      const std::size_t to = std::min(other.size(), from + 1 + below(60));
      words.insert(place, other.begin() + static_cast<std::ptrdiff_t>(from),
                   other.begin() + static_cast<std::ptrdiff_t>(to));
      break;
    }
    default:
      words.insert(place, "\n" + statements() + "\n");
  }
}

std::string PackMutator::file() {
  Words words = files_[below(files_.size())];
  for (std::size_t i = below(6) + 1; i > 0; --i) mutate(words);
  std::string text = joined(words);
  if (below(20) == 0 && !text.empty()) text[below(text.size())] = static_cast<char>(below(256));
  return text;
}

std::string PackMutator::expression() {
  std::string text = kValues[below(std::size(kValues))];
  for (std::size_t i = below(4); i > 0; --i) {
    const std::string other = kValues[below(std::size(kValues))];
    switch (below(6)) {
      case 0:
      case 1:
        text = std::string(kFunctions[below(std::size(kFunctions))]) + "(" + text + ", " + other + ")";
        break;
      case 2:
        text = "(" + text + ") " + kOperators[below(std::size(kOperators))] + " (" + other + ")";
        break;
      case 3:
        text = "{ " + text + ", " + other + " }";
        break;
      case 4:
        text = "(" + text + ")[" + other + "]";
        break;
      default:
        text = "(function(...) return " + text + " end)(" + other + ")";
    }
  }
  return below(30) == 0 ? text + any_word() : text;
}

std::string PackMutator::statements() {
  std::string text;
  for (std::size_t i = 1 + below(4); i > 0; --i) {
    std::string statement = below(3) == 0 ? kSectionStatements[below(std::size(kSectionStatements))]
                                          : kStatements[below(std::size(kStatements))];
    for (std::size_t at = statement.find('X'); at != std::string::npos; at = statement.find('X', at)) {
      const std::string value = expression();
      statement.replace(at, 1, value);
      at += value.size();
    }
    text += statement + "\n";
  }
  return text;
}

std::string PackMutator::attack_file(const std::string& prefix) {
  static constexpr const char* kSections[] = {"title",    "preface", "overview", "table3",
                                              "problems", "other",   "signature"};
  std::string text = "kept = {}\n";
  for (std::size_t i = 0; i < 4; ++i) {
    text += "check { code = '" + prefix + "-0" + std::to_string(i) + "', severity = 'note', title = '试', ";
    if (below(3) == 0)
      text += "records = 'requests', each = function(ctx, kept, report)\n" + statements() + "end, ";
    text += "run = function(ctx, report)\n" + statements() + "end }\n";
    if (below(2) == 0) {
      text += "section { id = '" + std::string(kSections[i + below(4)]) +
              "', run = function(doc, ctx, base)\n" + statements() + "end }\n";
    }
  }
  if (below(4) == 0) text += statements();
  if (below(4) == 0)
    text += "convention(" + expression() + ")\nphrase { words = " + expression() +
            ", figure = " + expression() + " }\n";
  Words words = words_of(text);
  if (below(4) == 0) mutate(words);
  return joined(words);
}

}  // namespace nianbao::fuzz
