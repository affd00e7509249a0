// `locality test`: the cases of a pack. A case is a folder of the pack's `cases`: a workspace, and in
// `expected` what the program made of it when somebody last looked: findings, figures and the report's text.
#include "reporter/locality.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "figures/figures_json.h"
#include "reporter/draft.h"
#include "reporter/line_diff.h"
#include "reporter/named_units.h"
#include "reporter/output_folder.h"
#include "reporter/report_text.h"

namespace nianbao {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostLines = 60;  // of a difference that are shown
constexpr const char* kFindings = "findings.txt";
constexpr const char* kFigures = "figures.json";
constexpr const char* kReport = "report.txt";

using CaseTexts = std::map<std::string, std::string>;  // by file name

std::string finding_line(const Diagnostic& finding) {
  std::string line = severity_label(finding.severity) + (" " + finding.code);
  const Place& place = finding.place;
  if (!place.file.empty()) line += " " + place.file;
  if (place.row > 0) line += fmt::format(" 第 {} 行", place.row);
  for (const std::string* part : {&place.heading, &place.unit, &place.cell}) {
    if (!part->empty()) line += " " + *part;
  }
  if (finding.count > 1) line += fmt::format("〔共 {} 处〕", finding.count);
  return line + "：" + finding.message + "\n";
}

// Without F-01: which characters have a glyph is the machine's affair.
std::string findings_text(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& finding : diagnostics.sorted()) {
    if (finding.code != "F-01") text += finding_line(finding);
  }
  return text;
}

// What a case shows: nothing of the machine, of the versions or of the files' hashes.
CaseTexts run_case(const std::string& folder, const Setup& setup, std::string& locality) {
  Diagnostics diagnostics;
  auto draft = draft_report(folder, false, setup, diagnostics);
  CaseTexts texts;
  texts[kFindings] = findings_text(diagnostics);
  if (!draft) return texts;
  locality = draft->compilation.figures.locality;
  Provenance& provenance = draft->compilation.figures.provenance;
  provenance.tool.clear();
  provenance.packs.clear();
  texts[kFigures] = write_figures_json(draft->compilation.figures);
  texts[kReport] = report_as_text(draft->document.title, draft->document.blocks);
  return texts;
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

std::vector<std::string> case_names(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory(ignored) && name.front() != '.') names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

void accept_case(const std::string& expected, const CaseTexts& texts) {
  OutputFolder folder(expected);
  for (const auto& [name, text] : texts) folder.write(name, text);
  std::vector<std::string> stale;
  for (const char* name : {kFigures, kReport}) {
    if (texts.count(name) == 0) stale.emplace_back(name);
  }
  folder.commit(stale);
}

// The differences in words; empty when all is as expected.
std::vector<std::string> differences(const std::string& expected, const CaseTexts& texts) {
  std::vector<std::string> lines;
  for (const auto& [name, label] : {std::pair{kFindings, "问题"}, {kFigures, "数据"}, {kReport, "报告"}}) {
    const auto found = texts.find(name);
    const std::string now = found == texts.end() ? "" : found->second;
    const std::string before = content_of(expected + "/" + name);
    const auto changes = name == kReport ? changed_lines_under_headings(before, now, kMostLines)
                                         : changed_lines(before, now, kMostLines);
    if (changes.empty()) continue;
    lines.push_back(fmt::format("  {}（{}）：- 是原来的，+ 是现在的", label, name));
    for (const std::string& change : changes) lines.push_back("    " + change);
  }
  return lines;
}

// What a case without an expectation shows: all its findings.
std::vector<std::string> found_lines(const std::string& findings) {
  std::vector<std::string> lines = {findings.empty() ? "  没有问题" : "  问题（findings.txt）："};
  std::size_t more = 0;
  for (std::string_view line : split(findings, '\n')) {
    if (line.empty()) continue;
    if (lines.size() > kMostLines) {
      ++more;
    } else {
      lines.push_back("    " + std::string(line));
    }
  }
  if (more > 0) lines.push_back(fmt::format("    ……还有 {} 行", more));
  return lines;
}

// The findings that a pack itself causes.
std::vector<std::string> faults(const std::string& findings) {
  std::vector<std::string> lines;
  for (std::string_view line : split(findings, '\n')) {
    const std::size_t code = line.find(' ') + 1;
    const std::string_view rest = line.substr(std::min(code, line.size()));
    if (starts_with(rest, "M-") || starts_with(rest, "C-")) lines.push_back("  " + std::string(line));
  }
  return lines;
}

bool has_fault(const std::string& findings) {
  return !faults(findings).empty();
}

class CaseRunner {
 public:
  CaseRunner(std::string id, bool accept, const Setup& setup, LocalityReport& report)
      : id_(std::move(id)), accept_(accept), setup_(setup), report_(report) {}

  void run(const std::string& workspace, const std::string& name) {
    const std::string expected = workspace + "/expected";
    std::string locality = id_;
    const CaseTexts texts = run_case(workspace, setup_, locality);
    if (locality != id_) {
      fail(fmt::format("{}：report.toml 的 locality 是“{}”，应为“{}”", name, locality, id_), {});
    } else if (accept_ && has_fault(texts.at(kFindings))) {
      fail(fmt::format("{}：没有记下，规则包自己有错误（M、C 开头的问题），先改正", name),
           faults(texts.at(kFindings)));
    } else if (accept_) {
      accept_case(expected, texts);
      report_.lines.push_back(fmt::format("{}：已记下", name));
    } else if (!fs::exists(expected)) {
      fail(fmt::format("{}：还没有预期结果，看过以后用 --accept 记下", name),
           found_lines(texts.at(kFindings)));
    } else {
      compare(name, differences(expected, texts));
    }
  }

 private:
  void compare(const std::string& name, const std::vector<std::string>& lines) {
    if (!lines.empty()) return fail(fmt::format("{}：与预期不同", name), lines);
    report_.lines.push_back(fmt::format("{}：相同", name));
  }

  void fail(std::string line, const std::vector<std::string>& details) {
    report_.outcome.status = 1;
    report_.lines.push_back(std::move(line));
    report_.lines.insert(report_.lines.end(), details.begin(), details.end());
  }

  std::string id_;
  bool accept_;
  const Setup& setup_;
  LocalityReport& report_;
};

// The pack's list of units is read only where a workspace has no register, which no case may be.
void check_list_of_units(const std::string& id, const Setup& setup, LocalityReport& report) {
  const auto file = units_file({{id, setup.plugins_folder + "/" + id}});
  if (!file) return;
  Diagnostics diagnostics;
  read_named_units(*file, diagnostics);
  for (const Diagnostic& fault : diagnostics.sorted()) {
    std::string line = finding_line(fault);
    line.pop_back();
    report.lines.push_back(line + (fault.hint.empty() ? "" : "；" + fault.hint));
  }
  if (diagnostics.has_errors()) report.outcome.status = 1;
}

}  // namespace

LocalityReport test_locality(const std::string& id, bool accept, const Setup& setup) {
  if (const auto unknown = unknown_locality(id, setup.plugins_folder)) {
    return {refused(unknown->reason + "，" + unknown->hint), {}};
  }
  const std::string folder = setup.plugins_folder + "/" + id + "/cases";
  const auto names = case_names(folder);
  if (names.empty()) {
    return {refused(fmt::format("规则包 {} 没有用例：在它的 cases 文件夹里放工作区，一个文件夹一个用例", id)),
            {}};
  }
  LocalityReport report;
  check_list_of_units(id, setup, report);
  CaseRunner runner(id, accept, setup, report);
  try {
    for (const std::string& name : names) runner.run(folder + "/" + name, name);
  } catch (const OutputError& error) {
    report.outcome.status = error.status;
    report.outcome.failure = error.message;
  }
  return report;
}

}  // namespace nianbao
