#include <filesystem>

#include "reporter/draft.h"
#include "reporter/figures_file.h"
#include "reporter/reporter.h"

namespace nianbao {

namespace {

Body body_of(const Figures& figures) {
  Body body;
  body.year = figures.year;
  body.issuer = figures.issuer;
  body.body = figures.body;
  body.level = figures.level;
  body.scope = figures.scope;
  return body;
}

// Reads one FILE of the command line. A fault stops the run with status 2.
std::optional<Figures> read_file(const std::string& path, Diagnostics& diagnostics) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    Diagnostic d;
    d.code = "L-05";
    d.place.file = path;
    d.message = std::filesystem::exists(path, error) ? "不是普通文件" : "找不到文件";
    d.hint = "请给出 figures.json 格式的数据文件";
    diagnostics.add(std::move(d));
    return std::nullopt;
  }
  return read_figures_file({path, path}, diagnostics);
}

}  // namespace

Outcome verify_figures(const std::vector<std::string>& files, const std::optional<std::string>& previous,
                       const Setup& setup) {
  Diagnostics diagnostics;
  auto rules = RuleBook::load(setup.plugins_folder, "national", diagnostics);
  bool all_read = rules.has_value();
  std::optional<Figures> last_year;
  if (previous) {
    last_year = read_file(*previous, diagnostics);
    all_read = all_read && last_year;
  }
  for (const std::string& file : files) {
    const auto figures = read_file(file, diagnostics);
    all_read = all_read && figures;
    if (!figures || !rules) continue;
    const bool has_previous = last_year && is_last_year(*last_year, figures->year, *previous, diagnostics);
    all_read = all_read && (has_previous || !last_year);
    const Body body = body_of(*figures);
    RuleInput input;
    input.mode = RuleMode::verify;
    input.body = &body;
    input.figures = &*figures;
    input.previous = has_previous ? &*last_year : nullptr;
    input.previous_file = previous.value_or("");
    Diagnostics own;
    rules->check(input, own);
    for (Diagnostic& d : own.sorted()) {
      if (d.place.file.empty()) d.place.file = file;
      diagnostics.add(std::move(d));
    }
  }
  Outcome outcome = outcome_of(diagnostics);
  if (!all_read) outcome.status = 2;
  return outcome;
}

}  // namespace nianbao
