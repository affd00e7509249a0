#include "reporter/unprinted_texts.h"

#include <algorithm>
#include <set>

namespace nianbao {

namespace {

std::string first_paragraph(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph == nullptr) continue;
    std::string text = plain_text(paragraph->spans);
    if (!text.empty()) return text;
  }
  return "";
}

std::set<std::string> paragraphs_of(const std::vector<Block>& blocks) {
  std::set<std::string> texts;
  for (const Block& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) texts.insert(plain_text(paragraph->spans));
  }
  return texts;
}

}  // namespace

void note_unprinted_texts(const std::map<std::string, SectionText>& texts, const std::vector<Block>& blocks,
                          Diagnostics& diagnostics) {
  const std::set<std::string> printed = paragraphs_of(blocks);
  const std::vector<Diagnostic> known = diagnostics.sorted();
  for (const auto& [section, text] : texts) {
    const std::string first = first_paragraph(text.blocks);
    const bool is_known = std::any_of(known.begin(), known.end(), [&](const Diagnostic& d) {
      return d.code == "N-26" && d.place.file == text.file;
    });
    if (first.empty() || printed.count(first) > 0 || is_known) continue;
    Diagnostic d;
    d.code = "N-38";
    d.severity = Severity::warning;
    d.place.file = text.file;
    d.message = "这个文件的文字没有印进报告：规则包重写了这一部分，没有用它";
    d.hint = "请规则包的编写人用 base() 或 doc:text 印出；确实不用的，从 report.toml 的 [text] 里去掉";
    diagnostics.add(std::move(d));
  }
}

}  // namespace nianbao
