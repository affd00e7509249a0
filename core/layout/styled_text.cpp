#include "layout/styled_text.h"

#include "base/text.h"
#include "layout/char_class.h"

namespace nianbao {
namespace {

constexpr char32_t kIdeographicSpace = 0x3000;

bool is_wide(char32_t character) {
  return !is_run_character(character);
}

// Collects characters and keeps the invariant of StyledText.
class Builder {
 public:
  void add(std::string_view text, FontRole role, int link) {
    std::size_t position = 0;
    while (position < text.size()) add(next_code_point(text, position), role, link);
  }

  int add_link(const std::string& target) {
    text_.links.push_back(target);
    return static_cast<int>(text_.links.size()) - 1;
  }

  StyledText take() {
    auto& characters = text_.characters;
    while (!characters.empty() && characters.back().character == kIdeographicSpace) characters.pop_back();
    return std::move(text_);
  }

 private:
  void add(char32_t character, FontRole role, int link) {
    if (character == '\n' || character == '\r') {
      pending_break_ = true;
      return;
    }
    if (character == '\t' || is_blank(character)) {
      pending_blank_ = true;
      return;
    }
    if (is_invisible(character)) return;
    auto& characters = text_.characters;
    if (characters.empty() && character == kIdeographicSpace) return;
    // A line end in the source is a blank between words and nothing between Chinese characters.
    if (!characters.empty() && pending_break_ && !is_wide(character) && !is_wide(characters.back().character))
      pending_blank_ = true;
    if (!characters.empty() && pending_blank_) characters.push_back({U' ', role, link});
    pending_blank_ = pending_break_ = false;
    characters.push_back({character == 0x2015 ? char32_t{0x2014} : character, role, link});
  }

  StyledText text_;
  bool pending_blank_ = false;
  bool pending_break_ = false;
};

FontRole span_role(const Span& span, FontRole role) {
  if (span.strong) return FontRole::fang_bold;
  return span.emphasis ? FontRole::kai : role;
}

}  // namespace

StyledText style_text(std::string_view text, FontRole role) {
  Builder builder;
  builder.add(text, role, -1);
  return builder.take();
}

StyledText style_spans(const std::vector<Span>& spans, FontRole role, std::string_view marker) {
  Builder builder;
  if (!marker.empty()) {
    builder.add(marker, role, -1);
    // A bullet needs air behind it; "1." and "（1）" do not.
    if (marker == "·" || marker == "•" || marker == "-" || marker == "*") builder.add(" ", role, -1);
  }
  for (const Span& span : spans)
    builder.add(span.text, span_role(span, role), span.link.empty() ? -1 : builder.add_link(span.link));
  return builder.take();
}

std::vector<StyledText> style_lines(std::string_view text, FontRole role) {
  std::vector<StyledText> lines;
  for (const std::string_view line : split(text, '\n')) lines.push_back(style_text(line, role));
  if (lines.empty()) lines.emplace_back();
  return lines;
}

FontRole heading_role(int level) {
  switch (level) {
    case 1:
      return FontRole::hei;
    case 2:
      return FontRole::kai;
    case 3:
      return FontRole::fang_bold;
    default:
      return level < 1 ? FontRole::hei : FontRole::fang;
  }
}

FontRole cell_role(CellRole role) {
  return role == CellRole::heading ? FontRole::hei : FontRole::song;
}

}  // namespace nianbao
