#include "rules/lua_message.h"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <charconv>
#include <utility>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestQuote = 300;  // bytes of an unknown message that are shown

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

// What stands between `head` and `tail`; empty when the message is not of this shape.
std::string_view between(std::string_view message, std::string_view head, std::string_view tail) {
  if (!starts_with(message, head)) return {};
  message.remove_prefix(head.size());
  const std::size_t end = message.find(tail);
  return end == std::string_view::npos ? std::string_view{} : message.substr(0, end);
}

// "(local 'x')", "(field 'x')", "(global 'x')" -> "“x”"; else "某个值".
std::string named_value(std::string_view message) {
  const std::size_t open = message.rfind(" '");
  const std::size_t close = message.rfind("')");
  if (open == std::string_view::npos || close == std::string_view::npos || close <= open) return "某个值";
  return fmt::format("“{}”", message.substr(open + 2, close - open - 2));
}

std::string attempt(std::string_view message) {
  const std::string name = named_value(message);
  struct Shape {
    const char* head;
    const char* text;
  };
  static constexpr std::array<Shape, 7> kShapes = {{
      {"attempt to call a ", "要调用的{}是 {}，不是函数"},
      {"attempt to index a ", "要取{}的成员，但它是 {}"},
      {"attempt to perform arithmetic on a ", "要用{}计算，但它是 {}，不是数"},
      {"attempt to perform bitwise operation on a ", "要对{}做位运算，但它是 {}，不是数"},
      {"attempt to concatenate a ", "要把{}接成文字，但它是 {}"},
      {"attempt to get length of a ", "要取{}的长度，但它是 {}"},
      {"attempt to iterate over a ", "要遍历的{}是 {}，不是表"},
  }};
  for (const Shape& shape : kShapes) {
    std::string_view kind = between(message, shape.head, " value");
    if (!kind.empty()) return fmt::format(fmt::runtime(shape.text), name, kind);
  }
  return {};
}

std::string other_shapes(std::string_view message) {
  const std::string_view left = between(message, "attempt to compare ", " with ");
  if (!left.empty()) {
    return fmt::format("{} 与 {} 不能比大小", left, message.substr(message.find(" with ") + 6));
  }
  const std::string_view both = between(message, "attempt to compare two ", " values");
  if (!both.empty()) return fmt::format("两个 {} 不能比大小", both);
  const std::string_view argument = between(message, "bad argument #", " to ");
  if (!argument.empty()) {
    const std::size_t open = message.find('(');
    const std::string_view name = between(message.substr(message.find(" to ")), " to '", "'");
    const std::string_view why = open == std::string_view::npos ? "" : message.substr(open);
    return fmt::format("函数 {} 的第 {} 个参数不对{}", name, argument, why);
  }
  const std::string_view near = between(message, "unexpected symbol near ", "\n");
  if (!near.empty()) return fmt::format("{} 处的写法不对", near);
  const std::size_t expected = message.find(" expected");
  const std::size_t at = message.find(" near ");
  if (expected != std::string_view::npos && at != std::string_view::npos) {
    return fmt::format("{} 前面缺少 {}", message.substr(at + 6), message.substr(0, expected));
  }
  return {};
}

// Messages known by their beginning.
std::string known_head(std::string_view message) {
  static constexpr std::array<std::pair<const char*, const char*>, 8> kHeads = {{
      {"stack overflow", "调用层数过多，多半是没有尽头的递归"},
      {"C stack overflow", "嵌套或调用层数过多"},
      {"not enough memory", "内存超出上限"},
      {"error in error handling", "错误处理函数自己又出错"},
      {"attempt to load a binary chunk", "文件是编译过的 Lua 字节码，只接受源文字"},
      {"unfinished string", "引号没有配对"},
      {"unfinished long string", "长引号 [[ ]] 没有配对"},
      {"assertion failed!", "assert 的条件不成立"},
  }};
  for (const auto& [head, text] : kHeads) {
    if (starts_with(message, head)) return text;
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

std::string translated(std::string_view message) {
  message = trim(message.substr(0, message.find("\nstack traceback")));
  if (std::string text = known_head(message); !text.empty()) return text;
  if (std::string text = attempt(message); !text.empty()) return text;
  const std::string ended = std::string(message) + "\n";
  if (std::string text = other_shapes(ended); !text.empty()) return text;
  if (message.size() > kLongestQuote) message = message.substr(0, message.find(' ', kLongestQuote));
  std::string quoted;
  for (std::size_t at = 0; at < message.size();) append_utf8(quoted, next_code_point(message, at));
  return quoted;
}

}  // namespace

std::string translate_lua_message(std::string_view message, int* line) {
  const int found = take_place(message);
  if (line != nullptr) *line = found;
  return in_one_line(translated(message));
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
  return fmt::format("抛出的错误不是文字，而是 {}", lua_typename(lua, type));
}

}  // namespace nianbao
