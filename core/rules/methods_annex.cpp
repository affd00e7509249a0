#include "rules/methods_annex.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace nianbao {

namespace {

// The paragraphs and cells, each without blanks and on a line of its own.
std::string printed_text(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block))
      text += without_blanks(plain_text(paragraph->spans)) + "\n";
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    for (const TableCell& cell : table->cells) text += without_blanks(print_value(cell.value)) + "\n";
  }
  return text;
}

Paragraph paragraph(ParagraphKind kind, std::string marker, const std::string& text) {
  Paragraph written;
  written.kind = kind;
  written.marker = std::move(marker);
  written.spans.emplace_back().text = text;
  return written;
}

}  // namespace

std::vector<std::string> unprinted(const std::vector<std::string>& sentences,
                                   const std::vector<Block>& blocks) {
  std::vector<std::string> missing;
  if (sentences.empty()) return missing;
  const std::string text = printed_text(blocks);
  std::copy_if(sentences.begin(), sentences.end(), std::back_inserter(missing),
               [&](const std::string& each) { return text.find(without_blanks(each)) == std::string::npos; });
  return missing;
}

void append_methods(const std::vector<std::string>& sentences, std::vector<Block>& blocks) {
  blocks.emplace_back(PageBreak{});
  blocks.emplace_back(Heading{1, "附：统计口径（规则的例外和改动）"});
  blocks.emplace_back(paragraph(ParagraphKind::body, "", "本报告的统计和检查规则有下列例外和改动："));
  int number = 0;
  for (const std::string& sentence : sentences) {
    blocks.emplace_back(paragraph(ParagraphKind::list_item, std::to_string(++number) + ".", sentence));
  }
}

}  // namespace nianbao
