#include "reporter/section_texts.h"

#include "base/text.h"
#include "report/markdown.h"
#include "reporter/figures_file.h"
#include "rules/text_binding.h"

namespace nianbao {

namespace {

// Section texts hang under 一、 or （一）: a "#" in overview is a （一） heading, elsewhere in 一 a "1."
// heading.
int heading_level(const std::string& section) {
  return section == "overview" || section == "problems" || section == "other" ? 2 : 3;
}

void report_no_text(const NamedFile& file, Diagnostics& diagnostics) {
  Diagnostic d;
  d.code = "L-07";
  d.place.file = file.shown_name;
  d.message = "不是文字文件";
  d.hint = "Word 等文件请另存为纯文本（UTF-8），扩展名用 .md";
  diagnostics.add(std::move(d));
}

}  // namespace

std::optional<SectionText> read_section_text(const NamedFile& file, Diagnostics& diagnostics) {
  const auto text = read_text_file(file.path);
  if (text && text->find('\0') != std::string::npos) {
    report_no_text(file, diagnostics);
    return std::nullopt;
  }
  if (!text || !is_valid_utf8(*text)) {
    Diagnostic d;
    d.code = text ? "L-03" : "L-05";
    d.place.file = file.shown_name;
    d.message = text ? "不是 UTF-8 文字" : "读不出来";
    d.hint = text ? "请另存为 UTF-8 编码" : "请核对文件和读取权限";
    diagnostics.add(std::move(d));
    return std::nullopt;
  }
  return SectionText{file.shown_name, *text, {}};
}

std::vector<Block> section_blocks(const std::string& section, const SectionText& text,
                                  Diagnostics& diagnostics) {
  return read_markdown(text.raw, heading_level(section), text.file, diagnostics);
}

std::map<std::string, SectionText> read_section_texts(const Workspace& workspace, Diagnostics& diagnostics) {
  std::map<std::string, SectionText> texts;
  for (const auto& [section, file] : workspace.texts) {
    if (auto text = read_section_text(file, diagnostics)) texts[section] = std::move(*text);
  }
  return texts;
}

void bind_section_texts(Compilation& compilation, Diagnostics& diagnostics) {
  if (compilation.texts.empty()) return;
  TextBinder binder(compilation.figures, compilation.previous ? &*compilation.previous : nullptr);
  for (auto& [section, text] : compilation.texts) {
    BoundText bound = binder.bind(text.raw, text.file, diagnostics);
    if (bound.places > 0) {
      text.written = std::move(text.raw);
      text.masked = std::move(bound.masked);
    }
    text.raw = std::move(bound.text);
    text.blocks = section_blocks(section, text, diagnostics);
  }
  std::string convention = binder.convention();
  if (!convention.empty()) compilation.figures.provenance.conventions.push_back(std::move(convention));
}

}  // namespace nianbao
