#include "rules/written_report.h"

#include "base/text.h"

namespace nianbao {

namespace {

const char* kind_of(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::list_item:
      return "item";
    case ParagraphKind::note:
      return "note";
    case ParagraphKind::attachment:
      return "attachment";
    case ParagraphKind::signature:
      return "signature";
    case ParagraphKind::body:
      break;
  }
  return "paragraph";
}

std::int64_t shown_characters(const std::string& text) {
  return static_cast<std::int64_t>(count_characters(without_blanks(text)));
}

// Cut between characters.
std::string beginning(std::string text) {
  if (text.size() <= kLongestText) return text;
  std::size_t end = kLongestText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  return text;
}

WrittenBlock written(const char* kind, int line, std::string text) {
  const std::int64_t characters = shown_characters(text);
  return {kind, 0, line, beginning(std::move(text)), characters};
}

struct BlockWriter {
  WrittenBlock operator()(const Heading& heading) const {
    WrittenBlock block = written("heading", heading.line, heading.text);
    block.level = heading.level;
    return block;
  }
  WrittenBlock operator()(const Paragraph& paragraph) const {
    return written(kind_of(paragraph.kind), paragraph.line, plain_text(paragraph.spans));
  }
  WrittenBlock operator()(const Table& table) const {
    WrittenBlock block = written("table", 0, table.caption);
    for (const TableCell& cell : table.cells) block.characters += shown_characters(print_value(cell.value));
    block.characters += shown_characters(table.note);
    return block;
  }
  WrittenBlock operator()(const Chart& chart) const { return written("chart", 0, chart.title); }
  WrittenBlock operator()(const PageBreak&) const { return written("page_break", 0, ""); }
};

}  // namespace

std::vector<WrittenBlock> written_blocks(const std::vector<Block>& blocks) {
  std::vector<WrittenBlock> all;
  all.reserve(blocks.size());
  for (const Block& block : blocks) all.push_back(std::visit(BlockWriter{}, block));
  return all;
}

}  // namespace nianbao
