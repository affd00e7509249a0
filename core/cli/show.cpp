#include "cli/show.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "base/text.h"

namespace nianbao {

namespace {

void print(FILE* to, const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), to);
}

std::string place_text(const Place& place, bool english) {
  std::string text = place.file;
  auto part = [&text](const std::string& more) { text += (text.empty() ? "" : " ") + more; };
  if (!place.sheet.empty())
    part(fmt::format(fmt::runtime(english ? "sheet \"{}\"" : "工作表“{}”"), place.sheet));
  if (place.row > 0) part(fmt::format(fmt::runtime(english ? "row {}" : "第 {} 行"), place.row));
  if (place.column > 0)
    part(fmt::format(fmt::runtime(english ? "column {}" : "{} 列"), column_letters(place.column)));
  if (!place.heading.empty()) part(fmt::format(fmt::runtime(english ? "({})" : "（{}）"), place.heading));
  if (!place.unit.empty()) part(place.unit);
  if (!place.cell.empty()) part(place.cell);
  return text;
}

const char* severity_text(Severity severity, bool english) {
  return english ? severity_key(severity) : severity_label(severity);
}

std::string english_message(const Diagnostic& finding) {
  std::string text = english_rule(finding.code);
  if (text.empty()) return finding.message;
  if (finding.left && finding.right) {
    text += fmt::format(" ({} against {})", *finding.left, *finding.right);
  } else if (finding.left) {
    text += fmt::format(" ({})", *finding.left);
  }
  return text;
}

// One line that is written over; nothing when stderr is not a terminal.
Progress progress_line(const Globals& globals) {
  if (globals.quiet || isatty(STDERR_FILENO) == 0) return [](const std::string&, std::int64_t) {};
  return [](const std::string& stage, std::int64_t rows) {
    const std::string count = rows > 0 ? fmt::format(" {} 行", rows) : "";
    print(stderr, fmt::format("\r\033[K{}{}…", stage, count));
  };
}

void clear_progress(const Globals& globals) {
  if (!globals.quiet && isatty(STDERR_FILENO) != 0) print(stderr, "\r\033[K");
}

}  // namespace

Setup setup_of(const Globals& globals) {
  Setup setup;
  setup.plugins_folder = globals.plugins.empty() ? default_plugins_folder() : globals.plugins;
  if (!globals.fonts.empty()) setup.font_folders.push_back(globals.fonts);
  setup.progress = progress_line(globals);
  return setup;
}

std::string finding_text(const Diagnostic& finding, const std::string& lang) {
  const bool english = lang == "en";
  const std::string place = place_text(finding.place, english);
  const std::string count =
      finding.count > 1 ? fmt::format(fmt::runtime(english ? " [{} places]" : "〔共 {} 处〕"), finding.count)
                        : "";
  std::string text = fmt::format("{} {} {}{}{}{}\n", severity_text(finding.severity, english), finding.code,
                                 place, place.empty() ? "" : (english ? ": " : "："),
                                 english ? english_message(finding) : finding.message, count);
  if (!english && !finding.hint.empty()) text += "    " + finding.hint + "\n";
  return text;
}

std::string verdict(const Outcome& outcome, const std::string& lang) {
  // What stopped the run is an error, too.
  const std::int64_t errors = outcome.errors + (outcome.failure.empty() ? 0 : 1);
  if (lang == "en") {
    if (errors > 0) return fmt::format("failed: {} errors, {} warnings", errors, outcome.warnings);
    return outcome.warnings > 0 ? fmt::format("passed, {} warnings", outcome.warnings) : "passed";
  }
  if (errors > 0) return fmt::format("未通过：{} 个错误，{} 个警告", errors, outcome.warnings);
  return outcome.warnings > 0 ? fmt::format("通过，{} 个警告", outcome.warnings) : "通过";
}

void show(const Outcome& outcome, bool as_json, Globals& globals) {
  clear_progress(globals);
  if (as_json) {
    print(stdout, findings_as_json(outcome.findings));
  } else if (!globals.quiet) {
    for (const Diagnostic& finding : outcome.findings) print(stdout, finding_text(finding, globals.lang));
    for (const std::string& file : outcome.written) {
      print(stdout, fmt::format(fmt::runtime(globals.lang == "en" ? "wrote {}\n" : "已写出 {}\n"), file));
    }
  }
  std::fflush(stdout);
  if (!outcome.failure.empty()) {
    print(stderr, fmt::format(fmt::runtime(globals.lang == "en" ? "not finished: {}\n" : "未完成：{}\n"),
                              outcome.failure));
  }
  print(stderr, verdict(outcome, globals.lang) + "\n");
  globals.status = outcome.status;
}

}  // namespace nianbao
