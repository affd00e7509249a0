#include "rules/lua_message.h"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <charconv>
#include <utility>
#include <vector>

#include "base/text.h"
#include "rules/lua_message_table.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestQuote = 300;  // bytes of a message that are shown
constexpr std::size_t kLongestMessage = 2000;

// Takes "name:LINE: " off the head of a message.
int take_place(std::string_view& message) {
  std::size_t colon = message.find(':');
  for (; colon != std::string_view::npos; colon = message.find(':', colon + 1)) {
    std::size_t end = colon + 1;
    while (end < message.size() && std::isdigit(static_cast<unsigned char>(message[end])) != 0) ++end;
    if (end == colon + 1 || end >= message.size() || message[end] != ':') continue;
    if (!ends_with(message.substr(0, colon), ".lua")) continue;
    int line = 0;
    std::from_chars(message.data() + colon + 1, message.data() + end, line);
    message.remove_prefix(end + 1);
    while (!message.empty() && message.front() == ' ') message.remove_prefix(1);
    return line;
  }
  return 0;
}

using Parts = std::vector<std::string_view>;

// Whether the message has the shape of the sentence; `kinds` and `parts` are what its {…} stand for.
bool fits(std::string_view message, std::string_view english, std::string& kinds, Parts& parts) {
  kinds.clear();
  parts.clear();
  for (;;) {
    const std::size_t open = english.find('{');
    if (open == std::string_view::npos) return message == english;
    if (message.substr(0, open) != english.substr(0, open)) return false;
    message.remove_prefix(open);
    kinds += english[open + 1];
    english.remove_prefix(open + 3);
    const std::string_view next = english.substr(0, english.find('{'));
    // What stands last reaches to the end: a part may hold what follows it.
    const bool is_last = next.size() == english.size();
    const std::size_t end = next.empty() ? message.size()
                            : is_last    ? message.rfind(next)
                                         : message.find(next);
    if (end == std::string_view::npos) return false;
    parts.push_back(message.substr(0, end));
    message.remove_prefix(end);
  }
}

// " (local 'x')", " (field 'x')", " (constant 'x')" -> "“x”"; else "某个值".
std::string named_value(std::string_view text) {
  const std::size_t open = text.find('\'');
  const std::size_t close = text.rfind('\'');
  if (open == std::string_view::npos || close <= open) return "某个值";
  return fmt::format("“{}”", text.substr(open + 1, close - open - 1));
}

// "'end'", "<eof>".
std::string token_label(std::string_view token) {
  static constexpr std::array<std::pair<const char*, const char*>, 5> kLabels = {{{"<eof>", "末尾"},
                                                                                  {"<name>", "名称"},
                                                                                  {"<string>", "文字"},
                                                                                  {"<integer>", "整数"},
                                                                                  {"<number>", "数"}}};
  for (const auto& [english, chinese] : kLabels) {
    if (token == english || token == fmt::format("'{}'", english)) return chinese;
  }
  const bool is_quoted = token.size() > 2 && token.front() == '\'' && token.back() == '\'';
  return is_quoted ? fmt::format("“{}”", token.substr(1, token.size() - 2)) : std::string(token);
}

std::string say(LuaSentences sentences, std::string_view message);

std::string part_in_chinese(char kind, std::string_view part) {
  switch (kind) {
    case 't':
      return std::string(type_label(part));
    case 'v':
      return named_value(part);
    case 'k':
      return token_label(part);
    case 'm': {
      std::string inner = say(argument_sentences(), part);
      if (inner.empty()) inner = say(runtime_sentences(), part);
      return inner.empty() ? std::string(part) : inner;
    }
    default:
      return std::string(part);
  }
}

// {0}, {1} … filled in. A type at the very beginning needs no blank before it.
std::string filled(std::string_view chinese, const std::string& kinds, const Parts& parts) {
  std::string text;
  for (std::size_t at = 0; at < chinese.size(); ++at) {
    if (chinese[at] != '{') {
      text += chinese[at];
      continue;
    }
    const auto which = static_cast<std::size_t>(chinese[at + 1] - '0');
    text += part_in_chinese(kinds[which], parts[which]);
    at += 2;
  }
  return std::string(trim(text));
}

// Empty where no sentence fits.
std::string say(LuaSentences sentences, std::string_view message) {
  std::string kinds;
  Parts parts;
  for (const LuaSentence& sentence : sentences) {
    if (fits(message, sentence.english, kinds, parts)) return filled(sentence.chinese, kinds, parts);
  }
  return {};
}

// Line breaks and other runs of white space as one blank: a finding is one line.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (const char c : trim(text)) {
    const bool is_space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!is_space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

// What no sentence fits is the author's own: as it stands, cut where it is long.
std::string quoted(std::string_view message) {
  std::string text;
  for (std::size_t at = 0; at < message.size();) {
    if (text.size() > kLongestQuote) return text + "…";
    append_utf8(text, next_code_point(message, at));
  }
  return text;
}

std::string translated(std::string_view message) {
  message = trim(message.substr(0, message.find("\nstack traceback")));
  // No message of Lua's is longer, but for the names in it, which it cuts itself.
  const std::string_view head = message.substr(0, kLongestMessage);
  for (const LuaSentences sentences : {syntax_sentences(), runtime_sentences()}) {
    if (const std::string text = say(sentences, head); !text.empty()) return quoted(text);
  }
  return quoted(message);
}

}  // namespace

std::string translate_lua_message(std::string_view message, int* line) {
  const int found = take_place(message);
  if (line != nullptr) *line = found;
  return in_one_line(translated(message));
}

std::size_t translate_caught_message(std::string_view message, char* out, std::size_t size) {
  if (message.size() > kLongestMessage) return 0;
  std::string_view rest = message;
  take_place(rest);
  for (const LuaSentences sentences : {syntax_sentences(), runtime_sentences()}) {
    const std::string said = say(sentences, rest);
    if (said.empty()) continue;
    const std::string text = std::string(message.substr(0, message.size() - rest.size())) + said;
    return text.size() > size ? 0 : text.copy(out, size);
  }
  return 0;
}

std::string describe_error_value(lua_State* lua, int index, int* line) {
  const int type = lua_type(lua, index);
  if (type == LUA_TSTRING) {
    std::size_t size = 0;
    const char* text = lua_tolstring(lua, index, &size);
    return translate_lua_message({text, size}, line);
  }
  if (type == LUA_TNUMBER) {
    return lua_isinteger(lua, index) != 0 ? fmt::format("抛出的错误是数 {}", lua_tointeger(lua, index))
                                          : fmt::format("抛出的错误是数 {}", lua_tonumber(lua, index));
  }
  return fmt::format("抛出的错误不是文字，而是{}", type_label(lua_typename(lua, type)));
}

const char* chinese_type(lua_State* lua, int index) {
  return type_label(luaL_typename(lua, index)).data();
}

}  // namespace nianbao
