#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "reporter/draft.h"
#include "reporter/explain_clock.h"
#include "reporter/locality.h"
#include "reporter/named_units.h"
#include "reporter/reporter.h"

namespace nianbao {

namespace {

constexpr std::string_view kRequest = "request:";
constexpr std::string_view kWideRequest = "request：";

// Rates and days are worked out of these figures, whose records are those behind them.
const std::string* source_of(const std::string& derived) {
  static const std::map<std::string, std::string> kSources = {
      {"requests.days", "requests.answered"},
      {"requests.closed", "requests.answered"},
      {"requests.in_time_rate", "requests.in_time"},
      {"tasks.rate", "tasks.done"},
      {"activities.adoption_rate", "activities.adopted"}};
  const auto known = kSources.find(starts_with(derived, "requests.days") ? "requests.days" : derived);
  return known == kSources.end() ? nullptr : &known->second;
}

class ExplainJob {
 public:
  ExplainJob(ExplainInput input, bool as_json, const LineSink& line)
      : input_(input), as_json_(as_json), line_(line) {}

  // The sentence that says why not; empty when it was explained.
  std::string run(const std::string& place) {
    for (std::string_view head : {kRequest, kWideRequest}) {
      if (starts_with(place, head)) return explain_request(place.substr(head.size()));
    }
    auto figure = find_figure_place(place);
    if (!figure) return unknown_place(place);
    if (std::string missing = settle_key(*figure); !missing.empty()) return missing;
    ExplainOutput output(as_json_, line_);
    explain_figure(input_, *figure, output);
    return "";
  }

 private:
  static std::string unknown_place(const std::string& place) {
    if (const std::string* source = source_of(place)) {
      return fmt::format("“{}”由“{}”的记录算出，请看“{}”", place, *source, *source);
    }
    const std::string* nearest = find_nearest(place, figure_place_names());
    return fmt::format("没有“{}”这个位置{}", place,
                       nearest != nullptr
                           ? "；是不是“" + *nearest + "”？"
                           : "。例如：table3.granted.total、requests.overdue、request:申请编号");
  }

  // Spells the key as the figure's group does; the sentence that says why not when it has no such key.
  std::string settle_key(FigurePlace& figure) const {
    if (figure.group.empty()) return "";
    const auto keys = group_keys(input_.compilation.figures, figure);
    const Unit* unit = input_.compilation.units.find(figure.key);
    for (const std::string& spelling : {figure.key, unit != nullptr ? unit->name : figure.key}) {
      const std::string wanted = name_key(spelling);
      const auto is_wanted = [&](const std::string& key) { return name_key(key) == wanted; };
      auto key = std::find(keys.begin(), keys.end(), spelling);
      if (key == keys.end()) key = std::find_if(keys.begin(), keys.end(), is_wanted);
      if (key == keys.end()) continue;
      figure.key = *key;
      return "";
    }
    const std::string* nearest = find_nearest(figure.key, keys);
    return fmt::format("“{}”里没有“{}”{}", figure.group, figure.key,
                       nearest != nullptr ? "；是不是“" + *nearest + "”？" : "");
  }

  std::string explain_request(const std::string& wanted) {
    const RequestSearch search = find_request(input_, wanted);
    if (search.found.empty()) {
      return fmt::format("台账里没有编号为“{}”的申请{}", wanted,
                         search.nearest.empty() ? "" : "；是不是“" + search.nearest + "”？");
    }
    const Request& first = search.found.front().request;
    for (const FoundRequest& each : search.found) {
      if (each.request.unit != first.unit) return several(wanted, search.found);
    }
    explain_all(search.found);
    return "";
  }

  // Offices number anew each January: one unit may have used the number in several years.
  void explain_all(const std::vector<FoundRequest>& found) const {
    const bool is_list = as_json_ && found.size() > 1;
    if (is_list) line_("[");
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (i > 0) line_(is_list ? "," : "");
      explain_clock(input_, found[i], as_json_, line_);
    }
    if (is_list) line_("]");
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
  auto workspace = open_workspace(folder, diagnostics);
  const auto rules = workspace ? load_rules(setup.plugins_folder, workspace->body.locality, diagnostics)
                               : std::optional<RuleBook>{};
  if (!workspace || !rules) {
    result.outcome = outcome_of(diagnostics);
    result.outcome.status = 2;
    return result;
  }
  PackChanges ignored;  // the report says them
  take_fields(*rules, *workspace, ignored);
  take_units(*rules, *workspace);
  const WorkingDays calendar = calendar_of(*rules, ignored, diagnostics);
  const Compilation compilation = compile(*workspace, calendar, setup.progress, diagnostics);
  result.outcome = outcome_of(diagnostics);
  result.outcome.findings.clear();
  result.outcome.failure = ExplainJob({*workspace, calendar, compilation}, as_json, line).run(place);
  if (!result.outcome.failure.empty()) result.outcome.status = 2;
  result.is_partial = result.outcome.errors > 0;
  return result;
}

}  // namespace nianbao
