#include <fmt/format.h>

#include "base/text.h"
#include "reporter/draft.h"
#include "reporter/explain_clock.h"
#include "reporter/locality.h"
#include "reporter/reporter.h"

namespace nianbao {

namespace {

constexpr std::string_view kRequest = "request:";

class ExplainJob {
 public:
  ExplainJob(ExplainInput input, bool as_json, const LineSink& line)
      : input_(input), as_json_(as_json), line_(line) {}

  // The sentence that says why not; empty when it was explained.
  std::string run(const std::string& place) {
    if (starts_with(place, kRequest)) return explain_request(place.substr(kRequest.size()));
    const auto figure = find_figure_place(place);
    if (!figure) return unknown_place(place);
    if (!figure->group.empty() && value_at(input_.compilation.figures, *figure).is_blank()) {
      return fmt::format("“{}”里没有“{}”", figure->group, figure->key);
    }
    ExplainOutput output(as_json_, line_);
    explain_figure(input_, *figure, output);
    return "";
  }

 private:
  static std::string unknown_place(const std::string& place) {
    const std::string* nearest = find_nearest(place, figure_place_names());
    return fmt::format("没有“{}”这个位置{}", place,
                       nearest != nullptr
                           ? "；是不是“" + *nearest + "”？"
                           : "。例如：table3.granted.total、requests.overdue、request:申请编号");
  }

  std::string explain_request(const std::string& wanted) {
    const RequestSearch search = find_request(input_, wanted);
    if (search.found.empty()) {
      return fmt::format("台账里没有编号为“{}”的申请{}", wanted,
                         search.nearest.empty() ? "" : "；是不是“" + search.nearest + "”？");
    }
    if (search.found.size() > 1) return several(wanted, search.found);
    explain_clock(input_, search.found.front(), as_json_, line_);
    return "";
  }

  static std::string several(const std::string& wanted, const std::vector<FoundRequest>& found) {
    std::string text = fmt::format("有几件申请的编号都是“{}”，请写上单位：", wanted);
    for (const FoundRequest& each : found) {
      text += fmt::format("\n  request:{}/{}（{} 收到，{} 第 {} 行）", each.request.unit, each.request.id,
                          format_iso(each.request.received), each.place.file, each.place.row);
    }
    return text;
  }

  ExplainInput input_;
  bool as_json_;
  const LineSink& line_;
};

}  // namespace

Explained explain_place(const std::string& folder, const std::string& place, bool as_json,
                        const std::function<void(const std::string&)>& line, const Setup& setup) {
  Diagnostics diagnostics;
  Explained result;
  const auto workspace = open_workspace(folder, diagnostics);
  const auto rules = workspace ? load_rules(setup.plugins_folder, workspace->body.locality, diagnostics)
                               : std::optional<RuleBook>{};
  if (!workspace || !rules) {
    result.outcome = outcome_of(diagnostics);
    result.outcome.status = 2;
    return result;
  }
  const WorkingDays calendar = calendar_of(*rules, diagnostics);
  const Compilation compilation = compile(*workspace, calendar, setup.progress, diagnostics);
  result.outcome = outcome_of(diagnostics);
  result.outcome.findings.clear();
  result.outcome.failure = ExplainJob({*workspace, calendar, compilation}, as_json, line).run(place);
  if (!result.outcome.failure.empty()) result.outcome.status = 2;
  result.is_partial = result.outcome.errors > 0;
  return result;
}

}  // namespace nianbao
