#include <fmt/format.h>

#include <exception>
#include <filesystem>

#include "export/pdf_export.h"
#include "reporter/reporter.h"
#include "rules/rule_book.h"

namespace nianbao {

namespace {

const char* role_label(FontRole role) {
  switch (role) {
    case FontRole::title:
      return "小标宋（标题）";
    case FontRole::song:
      return "宋体（页码、表格）";
    case FontRole::hei:
      return "黑体（一级标题）";
    case FontRole::kai:
      return "楷体（二级标题）";
    case FontRole::fang:
      return "仿宋（正文）";
    case FontRole::fang_bold:
      break;
  }
  return "仿宋加粗（三级标题）";
}

void describe_fonts(const Setup& setup, std::vector<std::string>& lines) {
  const auto fonts = FontSet::find(setup.font_folders);
  lines.emplace_back("字体（每种用途按先后取用，缺字时用后面的）：");
  for (int i = 0; i < kFontRoles; ++i) {
    const FontRole role = static_cast<FontRole>(i);
    std::string line;
    for (const FontChoice& choice : fonts->choices()) {
      if (choice.role == role) line += (line.empty() ? "" : "、") + choice.family;
    }
    lines.push_back(
        fmt::format("  {}：{}", role_label(role), line.empty() ? "没有找到，请运行 scripts/fonts" : line));
  }
  for (const FontChoice& choice : fonts->choices())
    lines.push_back(fmt::format("  文件 {}：{}", choice.family, choice.path));
  for (const std::string& missing : fonts->missing()) lines.push_back("  没有：" + missing);
}

}  // namespace

Report describe_installation(const Setup& setup) {
  Report report;
  report.lines.push_back(fmt::format("nianbao {}", NIANBAO_VERSION));
  report.lines.push_back(fmt::format("规则包（{}）：", setup.plugins_folder));
  for (const PackInfo& pack : RuleBook::list(setup.plugins_folder)) {
    report.lines.push_back(fmt::format("  {} {}：{}", pack.id, pack.version, pack.name));
  }
  describe_fonts(setup, report.lines);
  return report;
}

Report describe_pdf_file(const std::string& path) {
  Report report;
  try {
    report.lines = describe_pdf(path);
  } catch (const std::exception& e) {
    report.status = 2;
    report.failure = e.what();
  }
  return report;
}

}  // namespace nianbao
