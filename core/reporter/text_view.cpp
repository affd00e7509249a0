#include "reporter/text_view.h"

#include "report/markdown_scan.h"

namespace nianbao {

namespace {

void take(std::string_view markdown, std::size_t begin, std::size_t end, TextView& view) {
  for (std::size_t i = begin; i < end; ++i) {
    view.text.push_back(markdown[i]);
    view.source.push_back(static_cast<std::uint32_t>(i));
  }
}

// Whether the bracket at `at` opens a link, judged by the nearest closing one on the same line or the next.
bool opens_link(std::string_view markdown, std::size_t at) {
  const std::size_t close = markdown.substr(at, kLongestConstruct).find(']');
  return close != std::string_view::npos && read_target(markdown, at + close + 1).has_value();
}

}  // namespace

TextView view_without_marks(std::string_view markdown) {
  TextView view;
  bool in_link = false;
  for (std::size_t at = 0; at < markdown.size();) {
    const char c = markdown[at];
    const bool escapes = c == '\\' && at + 1 < markdown.size() && is_markdown_punctuation(markdown[at + 1]);
    if (escapes) {
      take(markdown, at + 1, at + 2, view);
      at += 2;
    } else if (c == '*' || c == '`') {
      ++at;
    } else if (c == '[' && !in_link && opens_link(markdown, at)) {
      in_link = true;
      ++at;
    } else if (c == ']' && in_link) {
      const auto target = read_target(markdown, at + 1);
      in_link = false;
      at = target ? target->end : at + 1;
    } else {
      take(markdown, at, at + 1, view);
      ++at;
    }
  }
  return view;
}

TextView view_of_places(std::string_view markdown) {
  TextView view;
  for (std::size_t open = markdown.find("{{"); open != std::string_view::npos;) {
    const std::size_t line_end = std::min(markdown.find('\n', open), markdown.size());
    const std::size_t close = std::min(markdown.find("}}", open), line_end);
    take(markdown, open, close, view);
    // An empty line, which no name goes over.
    for (int i = 0; i < 2; ++i) {
      view.text.push_back('\n');
      view.source.push_back(static_cast<std::uint32_t>(close - 1));
    }
    open = markdown.find("{{", close);
  }
  return view;
}

}  // namespace nianbao
