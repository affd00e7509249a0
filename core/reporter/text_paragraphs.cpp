#include "reporter/text_paragraphs.h"

#include "base/sha256.h"
#include "base/text.h"
#include "reporter/section_texts.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestPhrase = 30;  // characters

template <typename Take>
void each_paragraph(const SectionText& text, Take take) {
  for (const Block& block : text.blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph == nullptr) continue;
    const std::string key = without_blanks(fold_width(plain_text(paragraph->spans)));
    if (!key.empty()) take(*paragraph, key);
  }
}

}  // namespace

std::vector<WrittenParagraph> written_paragraphs(const std::map<std::string, SectionText>& texts) {
  std::vector<WrittenParagraph> paragraphs;
  for (const std::string& section : section_names()) {
    const auto text = texts.find(section);
    if (text == texts.end()) continue;
    each_paragraph(text->second, [&](const Paragraph& paragraph, const std::string& key) {
      paragraphs.push_back(
          {section, text->second.file, paragraph.line, count_characters(key), sha256_hex(key)});
    });
  }
  return paragraphs;
}

std::set<std::string> read_previous_paragraphs(const Workspace& workspace, const Figures* previous,
                                               Diagnostics& diagnostics) {
  std::set<std::string> hashes;
  if (previous != nullptr && previous->text) {
    for (const TextParagraph& paragraph : *previous->text) hashes.insert(paragraph.sha256);
  }
  for (const NamedFile& file : workspace.previous_texts.value_or(std::vector<NamedFile>{})) {
    Diagnostics of_its_markup;  // last year's text is printed, nobody corrects it any more
    auto text = read_section_text(file, diagnostics);
    if (!text) continue;
    text->blocks = section_blocks("", *text, of_its_markup);
    each_paragraph(*text, [&](const Paragraph&, const std::string& key) {
      if (key.find("{{") == std::string::npos) hashes.insert(sha256_hex(key));
    });
  }
  return hashes;
}

std::vector<RepeatedParagraph> repeated_paragraphs(const std::vector<WrittenParagraph>& paragraphs,
                                                   const std::set<std::string>& previous) {
  std::vector<RepeatedParagraph> repeated;
  for (const WrittenParagraph& paragraph : paragraphs) {
    if (paragraph.characters <= kLongestPhrase || previous.count(paragraph.sha256) == 0) continue;
    repeated.push_back({paragraph.section, paragraph.file, paragraph.line});
  }
  return repeated;
}

}  // namespace nianbao
