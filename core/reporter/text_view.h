// A Markdown text as it is read on paper, for searching: what stands in the way of a search is left out, and
// every byte knows its place in the source. 王**大锤** and [王](url)大锤 read 王大锤.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

struct TextView {
  std::string text;
  std::vector<std::uint32_t> source;  // of each byte of `text`, its byte in the source

  // The bytes of the source that the range of `text` comes from; begin < end.
  std::size_t begin_in_source(std::size_t begin) const { return source[begin]; }
  std::size_t end_in_source(std::size_t end) const { return source[end - 1] + 1; }
};

// Without stars, backslashes before marks, and the brackets and targets of links.
TextView view_without_marks(std::string_view markdown);
// What stands in the places {{ }}, each in a paragraph of its own.
TextView view_of_places(std::string_view markdown);

}  // namespace nianbao
