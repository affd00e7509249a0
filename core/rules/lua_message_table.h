// Lua 5.4's own messages, each with what it says to the author of a pack.
//
// In the English, "{t}" stands for a type, "{v}" for the name of a value (" (local 'x')", may be empty),
// "{m}" for a message inside of the message, "{k}" for what the compiler looks at ("'end'", "<eof>"), "{s}"
// for anything else. The Chinese names them by their place: {0}, {1} … The first that fits counts.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao {

struct LuaSentence {
  std::string_view english, chinese;
};

struct LuaSentences {
  const LuaSentence* list;
  std::size_t size;
  const LuaSentence* begin() const { return list; }
  const LuaSentence* end() const { return list + size; }
};

// Whole messages of a run, and the parts in parentheses of "bad argument".
LuaSentences runtime_sentences();
LuaSentences argument_sentences();
// Of the compiler: without and with what it stumbled on.
LuaSentences syntax_sentences();

// "number" -> "数", "no value" -> "没有给值". A name that Lua does not
// know, such as the author's own __name, stays.
std::string_view type_label(std::string_view english);

}  // namespace nianbao
