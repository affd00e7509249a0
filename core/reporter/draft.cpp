#include "reporter/draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/sha256.h"
#include "base/text.h"
#include "layout/paginator.h"
#include "reporter/locality.h"
#include "reporter/named_units.h"
#include "reporter/personal_data_check.h"
#include "reporter/section_texts.h"
#include "reporter/text_paragraphs.h"
#include "reporter/unprinted_texts.h"
#include "reporter/workbook.h"
#include "reporter/year_charts.h"

namespace nianbao {

namespace {

// By the names under which sections ask for them.
std::map<std::string, Chart> charts_of(const Figures& figures) {
  std::map<std::string, Chart> charts;
  for (const auto& [name, make] : {std::pair{"times", &times_chart},
                                   {"days", &days_chart},
                                   {"tasks", &tasks_chart},
                                   {"activities", &activities_chart}}) {
    if (auto chart = make(figures)) charts[name] = std::move(*chart);
  }
  return charts;
}

// The applications that table 三 counts.
void stream_requests(const Workspace& workspace, const UnitRegister& units, const RequestSink& sink) {
  const ReportYear year(workspace.body.year);
  read_requests_again(*workspace.ledger("requests"), units, [&](const Request& request, const Place& place) {
    if (!units.counts(request.unit)) return;
    const auto standing = standing_in(year, request);
    if (!standing) return;
    sink({request, place, standing->entry == Row3::carried_in, standing->exit == Row3::carried_out});
  });
}

RuleInput rule_input(const Workspace& workspace, const Compilation& compilation) {
  RuleInput input;
  input.mode = RuleMode::build;
  input.body = &workspace.body;
  input.figures = &compilation.figures;
  input.previous = compilation.previous ? &*compilation.previous : nullptr;
  input.previous_file = compilation.previous_file;
  input.carried_in = compilation.carried_in;
  input.unit_tables = &compilation.unit_tables;
  if (compilation.figures.table4 && workspace.ledger("reviews")) input.reviews = &compilation.reviews;
  if (workspace.ledger("tasks")) input.tasks = &compilation.tasks;
  if (workspace.ledger("activities")) input.activities = &compilation.activities;
  for (const Unit& unit : compilation.units.units()) {
    input.unit_names.insert(unit.name);
    input.unit_names.insert(unit.aliases.begin(), unit.aliases.end());
  }
  input.units = &compilation.units;
  for (const auto& [unit, tables] : units_in_order(compilation)) {
    input.by_unit.push_back({unit, tables.table2, tables.table3, tables.table4});
  }
  input.task_day = report_day(workspace.body);
  input.charts = charts_of(compilation.figures);
  input.conventions = compilation.figures.provenance.conventions;
  input.exceptions = compilation.figures.provenance.exceptions;
  input.texts = compilation.texts;
  input.explained = compilation.explained;
  if (const LedgerSource* requests = workspace.ledger("requests")) {
    input.request_extra = requests->extra;
    input.stream_requests = [&workspace, &compilation](const RequestSink& sink) {
      stream_requests(workspace, compilation.units, sink);
    };
  }
  return input;
}

void add_input(Provenance& provenance, const std::string& path, const std::string& shown_name) {
  if (const auto hash = sha256_of_file(path)) provenance.inputs.push_back({shown_name, *hash});
}

void take_provenance(const Workspace& workspace, const RuleBook& rules, bool with_hashes,
                     Provenance& provenance) {
  provenance.exceptions = rules.exceptions(workspace.body);
  provenance.tool = std::string("nianbao ") + NIANBAO_VERSION;
  for (const PackInfo& pack : rules.packs()) provenance.packs.push_back({pack.id, pack.version, pack.sha256});
  for (const std::string& convention : rules.conventions()) provenance.conventions.push_back(convention);
  if (!with_hashes) return;
  add_input(provenance, workspace.folder + "/report.toml", "report.toml");
  for (const auto& [name, source] : workspace.ledgers) {
    for (const LedgerFile& file : source.files) add_input(provenance, file.path, file.shown_name);
  }
  if (workspace.previous_figures) {
    add_input(provenance, workspace.previous_figures->path, workspace.previous_figures->shown_name);
  }
  for (const NamedFile& file : workspace.previous_texts.value_or(std::vector<NamedFile>{})) {
    add_input(provenance, file.path, file.shown_name);
  }
  for (const auto& [section, file] : workspace.texts) add_input(provenance, file.path, file.shown_name);
}

// This year's paragraphs into the figures, for next year; those that last year had into the rules' input.
void compare_texts(const Workspace& workspace, Compilation& compilation, RuleInput& input,
                   Diagnostics& diagnostics) {
  const auto paragraphs = written_paragraphs(compilation.texts);
  if (!compilation.texts.empty()) compilation.figures.text.emplace();
  for (const WrittenParagraph& paragraph : paragraphs) {
    compilation.figures.text->push_back({paragraph.section, paragraph.sha256});
  }
  const Figures* previous = compilation.previous ? &*compilation.previous : nullptr;
  input.has_previous_text = workspace.previous_texts || (previous != nullptr && previous->text);
  if (!input.has_previous_text) return;
  const auto last_year = read_previous_paragraphs(workspace, previous, diagnostics);
  input.repeated = repeated_paragraphs(paragraphs, last_year);
}

bool prints(const Block& block, const std::string& text) {
  if (const auto* paragraph = std::get_if<Paragraph>(&block))
    return plain_text(paragraph->spans).find(text) != std::string::npos;
  const auto* table = std::get_if<Table>(&block);
  return table != nullptr &&
         std::any_of(table->cells.begin(), table->cells.end(), [&](const TableCell& cell) {
           return print_value(cell.value).find(text) != std::string::npos;
         });
}

// What packs did not print of the ledger of reviews stays with the office: P-01 does not look at it.
void forget_unprinted_reasons(const std::vector<Block>& blocks, std::vector<ReviewCase>& reviews) {
  for (ReviewCase& review : reviews) {
    const bool printed = std::any_of(blocks.begin(), blocks.end(),
                                     [&](const Block& block) { return prints(block, review.reason); });
    if (!printed) review.reason.clear();
  }
}

void check_glyphs(const Document& document, const FontSet& fonts, Diagnostics& diagnostics) {
  if (fonts.choices().empty()) {
    Diagnostic d;
    d.code = "F-01";
    d.message = "没有找到任何中文字体，PDF 无法排版";
    d.hint = "请运行 scripts/fonts，或把字体放进 ~/.local/share/fonts";
    diagnostics.add(std::move(d));
    return;
  }
  for (const MissingGlyph& missing : find_missing_glyphs(document, fonts)) {
    Diagnostic d;
    d.code = "F-01";
    d.place.cell = missing.place;
    d.left = to_utf8(std::u32string(1, missing.character));
    d.count = missing.count;
    d.message = fmt::format("“{}”（U+{:04X}）在任何字体里都没有字形", *d.left,
                            static_cast<unsigned>(missing.character));
    d.hint = "请装上含有这个字的字体，或改用同义的字";
    diagnostics.add(std::move(d));
  }
}

// The ledgers into figures, by the headings and days of the packs; what these change, in sentences.
std::vector<std::string> count_under(const RuleBook& rules, const Setup& setup, DraftReport& draft,
                                     Diagnostics& diagnostics) {
  PackChanges changes;
  take_fields(rules, draft.workspace, changes);
  take_units(rules, draft.workspace);
  const WorkingDays calendar = calendar_of(rules, changes, diagnostics);
  for (std::string& sentence : rules.phrase_changes()) changes.push_back({std::move(sentence), {}});
  draft.compilation = compile(draft.workspace, calendar, setup.progress, diagnostics);
  return sentences_of(changes, draft.compilation.local_headings, diagnostics);
}

// Which exceptions excused something is known now: the report, written with all of them, says only these.
void print_exceptions_in_use(RuleBook& rules, RuleInput& input, DraftReport& draft) {
  if (!rules.has_unused_exceptions()) return;
  const std::vector<std::string> declared = input.exceptions;
  input.exceptions = rules.exceptions_in_use(draft.workspace.body);
  const auto document = std::exchange(input.document, std::nullopt);
  auto blocks = rules.rewrite(input);
  input.document = document;
  if (!blocks) {
    input.exceptions = declared;
    return;
  }
  draft.document.blocks = std::move(*blocks);
  draft.compilation.figures.provenance.exceptions = input.exceptions;
}

// The report, then what the rules say of the figures and of it.
void write_and_check(RuleBook& rules, RuleInput& input, const Setup& setup, DraftReport& draft,
                     Diagnostics& diagnostics) {
  const Body& body = draft.workspace.body;
  draft.document.title = rules.title(input, diagnostics);
  draft.document.issuer = body.issuer;
  draft.document.year = body.year;
  draft.document.date = body.date ? format_iso(*body.date) : fmt::format("{}-12-31", body.year);
  draft.document.blocks = rules.report(input, diagnostics);
  setup.progress("核对", 0);
  input.document = written_blocks(draft.document.blocks);
  if (!rules.report_is_whole()) input.explained.insert("report");
  rules.check(input, diagnostics);
  print_exceptions_in_use(rules, input, draft);
  rules.require_official_tables(draft.compilation.figures, draft.document.blocks, diagnostics);
  rules.complete_methods(input, draft.document.blocks, diagnostics);
  if (rules.report_is_whole())
    note_unprinted_texts(draft.compilation.texts, draft.document.blocks, diagnostics);
}

}  // namespace

std::optional<DraftReport> draft_report(const std::string& folder, bool with_hashes, const Setup& setup,
                                        Diagnostics& diagnostics) {
  auto workspace = open_workspace(folder, diagnostics);
  if (!workspace) return std::nullopt;
  auto rules = load_rules(setup.plugins_folder, workspace->body.locality, diagnostics);
  if (!rules) return std::nullopt;
  DraftReport draft;
  draft.workspace = std::move(*workspace);
  const std::vector<std::string> changes = count_under(*rules, setup, draft, diagnostics);
  take_provenance(draft.workspace, *rules, with_hashes, draft.compilation.figures.provenance);
  auto& conventions = draft.compilation.figures.provenance.conventions;
  conventions.insert(conventions.end(), changes.begin(), changes.end());
  bind_section_texts(draft.compilation, diagnostics);
  // Before the report is written: it names the groups of the figures.
  auto names = check_personal_data(draft.workspace, draft.compilation, setup.progress, diagnostics);
  conceal_groups(names, draft.compilation.figures);
  RuleInput input = rule_input(draft.workspace, draft.compilation);
  input.changes = changes;
  compare_texts(draft.workspace, draft.compilation, input, diagnostics);
  write_and_check(*rules, input, setup, draft, diagnostics);
  forget_unprinted_reasons(draft.document.blocks, draft.compilation.reviews);
  for (std::string& name :
       check_printed_reasons(draft.workspace, draft.compilation, setup.progress, diagnostics)) {
    names.push_back(std::move(name));
  }
  draft.fonts = FontSet::find(setup.font_folders);
  check_glyphs(draft.document, *draft.fonts, diagnostics);
  diagnostics.conceal(names);
  conceal_applicants(draft.workspace, draft.compilation, setup.progress, diagnostics);
  return draft;
}

Outcome refused(std::string why) {
  Outcome outcome;
  outcome.status = 2;
  outcome.failure = std::move(why);
  return outcome;
}

Outcome outcome_of(const Diagnostics& diagnostics) {
  Outcome outcome;
  outcome.findings = diagnostics.sorted();
  outcome.errors = diagnostics.count(Severity::error);
  outcome.warnings = diagnostics.count(Severity::warning);
  outcome.status = outcome.errors > 0 ? 1 : 0;
  return outcome;
}

}  // namespace nianbao
