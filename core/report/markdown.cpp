#include "report/markdown.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/markdown_inline.h"
#include "report/markdown_lines.h"
#include "report/markdown_scan.h"
#include "report/markdown_table.h"

namespace nianbao {

namespace {

constexpr int kDeepestHeading = 4;

class MarkdownReader {
 public:
  MarkdownReader(std::string_view text, int top_level, MarkupFindings findings)
      : lines_(split_lines(text)), top_level_(top_level), findings_(findings) {}

  std::vector<Block> read() {
    while (at_ < lines_.size()) read_block();
    return std::move(blocks_);
  }

 private:
  // One level of a list. The numbers of an ordered list count on from its first.
  struct List {
    bool open = false;
    bool ordered = false;
    char sign = 0;
    int next = 0;
    int indent = 0;
  };

  void read_block() {
    const Line& line = lines_[at_];
    if (line.is_blank()) {
      ++at_;
    } else if (is_fence(line)) {
      read_fence();
    } else if (is_quote(line)) {
      read_as_written("引用块", "请删去行首的“>”");
    } else if (is_rule(line.text)) {
      read_as_written("横线", "请删去这一行；标题写成“# 标题”");
    } else if (const auto heading = read_heading(line)) {
      add_heading(*heading);
    } else if (const auto item = read_item_start(line.text)) {
      read_item(*item, line.indent);
    } else if (outer_.open && line.indent >= outer_.indent + 2 && !table_starts(at_)) {
      read_paragraph(ParagraphKind::list_item, "", line.text);
    } else {
      outer_.open = inner_.open = false;
      if (table_starts(at_)) {
        read_table();
      } else {
        read_paragraph(ParagraphKind::body, "", line.text);
      }
    }
  }

  int number() const { return static_cast<int>(at_) + 1; }

  void add_literal(std::string_view text) {
    if (trim(text).empty()) return;
    blocks_.emplace_back(
        Paragraph{ParagraphKind::body, {Span{std::string(trim(text)), false, false, ""}}, "", number()});
  }

  void add_heading(const HeadingLine& heading) {
    outer_.open = inner_.open = false;
    const std::string text = plain_text(read_inline(heading.text, number(), findings_));
    const int level = std::clamp(top_level_ + heading.level - 1, 1, kDeepestHeading);
    if (!text.empty()) blocks_.emplace_back(Heading{level, text, number()});
    ++at_;
  }

  // A fence and all lines to its end, each a paragraph as written.
  void read_fence() {
    const std::string_view opening = lines_[at_].text;
    const std::size_t length = std::min(opening.size(), opening.find_first_not_of(opening.front()));
    const std::string_view fence = opening.substr(0, length);
    findings_.add(number(), "代码块", trim(opening), "请删去这对标记，直接写文字");
    outer_.open = inner_.open = false;
    for (bool first = true; at_ < lines_.size(); first = false) {
      const std::string_view text = trim(lines_[at_].text);
      add_literal(text);
      ++at_;
      if (!first && starts_with(text, fence) && text.find_first_not_of(fence.front()) == text.npos) return;
    }
  }

  // Lines of one unsupported kind: one finding, each line a paragraph as written.
  void read_as_written(const std::string& construct, const std::string& hint) {
    findings_.add(number(), construct, trim(lines_[at_].text), hint);
    outer_.open = inner_.open = false;
    const bool quote = is_quote(lines_[at_]);
    do {
      add_literal(lines_[at_].text);
      ++at_;
    } while (at_ < lines_.size() && quote && is_quote(lines_[at_]));
  }

  void read_item(const ItemStart& item, int indent) {
    const bool nested = outer_.open && indent >= outer_.indent + 2;
    const bool deeper = nested && inner_.open && indent >= inner_.indent + 2;
    if (deeper) {
      findings_.add(number(), "第三层列表", trim(lines_[at_].text), "列表只排两层，这一条按第二层排，请改写");
    }
    if (!nested) inner_.open = false;
    List& list = nested ? inner_ : outer_;
    if (!list.open || (!deeper && (list.ordered != item.ordered || list.sign != item.sign))) {
      list = List{true, item.ordered, item.sign, item.number, indent};
    }
    if (!deeper) list.indent = indent;
    read_paragraph(ParagraphKind::list_item, marker(list, nested), item.text);
    list.next += 1;
  }

  // 1. and · outside; （1） and – inside, set in by one character.
  static std::string marker(const List& list, bool nested) {
    if (!nested) return list.ordered ? fmt::format("{}.", list.next) : "·";
    return list.ordered ? fmt::format("　（{}）", list.next) : "　–";
  }

  bool table_starts(std::size_t at) const {
    if (at + 1 >= lines_.size() || lines_[at].text.find('|') == std::string_view::npos) return false;
    const auto rule = read_table_rule(lines_[at + 1].text);
    return rule && rule->size() == split_table_row(lines_[at].text).size();
  }

  void read_table() {
    TableText text;
    text.line = number();
    text.aligns = read_table_rule(lines_[at_ + 1].text).value_or(std::vector<Align>{});
    text.lines.push_back(lines_[at_].text);
    at_ += 2;
    while (at_ < lines_.size() && lines_[at_].text.find('|') != std::string_view::npos &&
           !ends_paragraph(lines_[at_])) {
      text.lines.push_back(lines_[at_++].text);
    }
    tables_ += 1;
    blocks_.emplace_back(build_table(text, fmt::format("{}#{}", findings_.file, tables_), findings_));
  }

  bool ends_paragraph(const Line& line) const {
    if (line.is_blank() || is_fence(line) || is_quote(line) || is_rule(line.text) || is_set_in(line) ||
        read_heading(line)) {
      return true;
    }
    const auto item = read_item_start(line.text);
    if (!item || item->text.empty()) return false;
    return outer_.open || !item->ordered || item->number == 1;
  }

  // `first` is what the first line says behind its marker.
  void read_paragraph(ParagraphKind kind, const std::string& mark, std::string_view first) {
    const int line = number();
    std::string text;
    std::string_view part = first;
    if (is_crowded_heading(Line{0, first})) {
      findings_.add(line, "不带空格的“#”", trim(first), "是标题就在“#”后面加一个空格");
    }
    for (;;) {
      const bool hard = append_line(text, part);
      ++at_;
      if (at_ >= lines_.size() || ends_paragraph(lines_[at_]) || table_starts(at_)) {
        if (ends_with(trim(part), "\\") && hard) text.push_back('\\');
        break;
      }
      text.push_back(hard ? kHardBreak : kSoftBreak);
      part = lines_[at_].text;
    }
    breaks_.clear();
    const std::vector<Span> spans = read_inline(text, line, findings_, &breaks_);
    add_paragraphs(Paragraph{kind, {}, mark, line}, spans);
  }

  // A hard break begins a new paragraph: in a 公文 every line that stands alone is set in like one.
  void add_paragraphs(Paragraph paragraph, const std::vector<Span>& spans) {
    const ParagraphKind kind = paragraph.kind;
    auto next_line = breaks_.begin();
    const auto flush = [&] {
      const bool shown = !paragraph.spans.empty() || !paragraph.marker.empty();
      if (shown) blocks_.emplace_back(std::move(paragraph));
      paragraph = Paragraph{kind, {}, "", next_line == breaks_.end() ? 0 : *next_line++};
    };
    for (const Span& span : spans) {
      bool first = true;
      for (const std::string_view line : split(span.text, '\n')) {
        if (!first) flush();
        first = false;
        if (!line.empty())
          paragraph.spans.push_back({std::string(line), span.strong, span.emphasis, span.link});
      }
    }
    flush();
  }

  // True when the line ends in a hard break: two blanks or a backslash.
  static bool append_line(std::string& text, std::string_view line) {
    const std::string_view shown = trim(line);
    const bool blanks = ends_with(line, "  ");
    const std::size_t last = shown.find_last_not_of('\\');
    const std::size_t slashes = shown.size() - (last == std::string_view::npos ? 0 : last + 1);
    const bool backslash = slashes % 2 == 1;
    for (const char c : shown.substr(0, shown.size() - (backslash ? 1 : 0))) {
      text.push_back(c == kHardBreak ? ' ' : c);
    }
    return blanks || backslash;
  }

  std::vector<Line> lines_;
  int top_level_;
  MarkupFindings findings_;
  std::size_t at_ = 0;
  List outer_, inner_;
  int tables_ = 0;
  std::vector<int> breaks_;  // of the paragraph being read
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> read_markdown(std::string_view text, int top_level, const std::string& file,
                                 Diagnostics& diagnostics) {
  return MarkdownReader(text, top_level, MarkupFindings{file, diagnostics}).read();
}

}  // namespace nianbao
