#include "rules/rule_book.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "calendar/report_year.h"
#include "rules/official_tables.h"
#include "rules/pack_chain.h"
#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

constexpr const char* kTitleSection = "title";
constexpr int kMostHints = 10;  // of sections of one pack that stand behind none

// One section of the report: its definitions along the chain, the last of which counts.
struct ChainSection {
  std::string id;
  struct Definition {
    std::size_t pack = 0;
    std::size_t index = 0;
  };
  std::vector<Definition> definitions;
};

// What the adjustments make of the rule.
void describe(const Adjustments& adjustments, const Date& today, RuleCoverage& rule) {
  rule.is_dropped = adjustments.is_dropped(rule.code);
  for (const Adjustment& a : adjustments.all()) {
    if (a.rule != rule.code) continue;
    if (a.kind == AdjustmentKind::tighten) rule.tightened = std::max(rule.tightened, a.severity);
    if (a.kind == AdjustmentKind::except && !has_expired(a, today)) rule.exceptions += 1;
    const std::string words = in_words(a, today);
    if (!words.empty()) rule.remarks.push_back(words);
  }
}

PackInfo info_of(const Pack& pack) {
  return {pack.manifest.id, pack.manifest.name,    pack.manifest.version, pack.sha256,
          pack.folder,      pack.manifest.extends, pack.manifest.prefix};
}

}  // namespace

struct RuleBook::State {
  std::vector<PackInfo> packs;
  std::vector<std::unique_ptr<PackRuntime>> runtimes;
  std::vector<ChainSection> sections;
  Adjustments adjustments;
  TextClaims claims;     // of the input that is bound
  bool is_whole = true;  // no section was lost, in loading or in writing

  void add_sections(std::size_t pack, Diagnostics& diagnostics);
  // Runs definition `depth` of the section; what a failed one wrote is taken back.
  bool run_definition(const ChainSection& section, std::size_t depth, RuleRun run);
  // The last definition that works.
  void run_section(const ChainSection& section, const RuleRun& run);
  void bind(const RuleInput& input);
  void stream(const RuleInput& input, RecordPhase phase, Diagnostics& diagnostics);
  std::vector<Phrase> phrases() const;
  // M-05 where a pack left out or changed table 二, 三 or 四.
  void require_official_tables(const Figures& figures, const std::vector<Block>& blocks,
                               Diagnostics& diagnostics) const;
};

bool is_printed(const Table& official, const std::vector<Block>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
    const auto* table = std::get_if<Table>(&block);
    return table != nullptr && std::equal(table->cells.begin(), table->cells.end(), official.cells.begin(),
                                          official.cells.end(), [](const TableCell& a, const TableCell& b) {
                                            return a.row == b.row && a.column == b.column &&
                                                   a.value == b.value;
                                          });
  });
}

void RuleBook::State::require_official_tables(const Figures& figures, const std::vector<Block>& blocks,
                                              Diagnostics& diagnostics) const {
  const auto require = [&](const char* id, const char* label, const Table& official) {
    if (is_printed(official, blocks)) return;
    const auto section =
        std::find_if(sections.begin(), sections.end(), [&](const ChainSection& s) { return s.id == id; });
    const std::size_t last =
        section == sections.end() ? runtimes.size() - 1 : section->definitions.back().pack;
    Diagnostic finding;
    finding.code = "M-05";
    finding.place.file = runtimes[last]->pack().shown_folder + "/report.lua";
    finding.message = fmt::format("报告里没有{}，或者它被改动了", label);
    finding.hint = fmt::format("重写章节 {} 时用 base() 或 doc:official_table 印出国家规定的表", id);
    diagnostics.add(std::move(finding));
  };
  require("table2", "表二（主动公开政府信息情况）", official_table2(figures.table2));
  require("table3", "表三（收到和处理政府信息公开申请情况）", official_table3(figures.table3));
  require("table4", "表四（政府信息公开行政复议、行政诉讼情况）", official_table4(figures.table4));
}

void RuleBook::State::add_sections(std::size_t pack, Diagnostics& diagnostics) {
  const PackRuntime& runtime = *runtimes[pack];
  const auto& rules = runtime.registry().sections;
  auto find = [&](const std::string& id) {
    return std::find_if(sections.begin(), sections.end(), [&](const ChainSection& s) { return s.id == id; });
  };
  int hints = 0;
  const auto hint_for = [&](const std::string& after) {
    if (++hints > kMostHints) return std::string();
    std::vector<std::string> ids;
    for (const ChainSection& section : sections) ids.push_back(section.id);
    const std::string* nearest = find_nearest(after, ids);
    return nearest == nullptr ? std::string() : "是不是“" + *nearest + "”？";
  };
  for (std::size_t i = 0; i < rules.size(); ++i) {
    auto known = find(rules[i].id);
    if (known != sections.end()) {
      known->definitions.push_back({pack, i});
      continue;
    }
    auto position = sections.end();
    if (!rules[i].after.empty()) {
      position = find(rules[i].after);
      if (position == sections.end()) {
        Diagnostic finding;
        finding.code = "M-02";
        finding.message = fmt::format("规则包 {} 的章节 {} 要排在“{}”之后，但没有这一章节",
                                      runtime.pack().manifest.id, rules[i].id, rules[i].after);
        finding.hint = hint_for(rules[i].after) + "改正 section 的 after；这一章节暂排在最后";
        finding.place = rules[i].place;
        diagnostics.add(std::move(finding));
      } else {
        ++position;
      }
    }
    sections.insert(position, {rules[i].id, {{pack, i}}});
  }
}

bool RuleBook::State::run_definition(const ChainSection& section, std::size_t depth, RuleRun run) {
  const auto& definition = section.definitions[depth];
  const std::size_t blocks = run.blocks->size();
  run.base = nullptr;
  if (depth > 0) {
    const RuleRun below = run;
    run.base = [this, &section, depth, below] { return run_definition(section, depth - 1, below); };
  }
  if (runtimes[definition.pack]->run_section(definition.index, run)) return true;
  run.blocks->erase(run.blocks->begin() + static_cast<std::ptrdiff_t>(blocks), run.blocks->end());
  return false;
}

void RuleBook::State::run_section(const ChainSection& section, const RuleRun& run) {
  for (std::size_t depth = section.definitions.size(); depth > 0; --depth) {
    if (run_definition(section, depth - 1, run)) return;
  }
  is_whole = false;
}

std::vector<Phrase> RuleBook::State::phrases() const {
  std::vector<Phrase> phrases;
  for (const auto& runtime : runtimes) {
    const auto& own = runtime->registry().phrases;
    phrases.insert(phrases.end(), own.begin(), own.end());
  }
  return phrases;
}

void RuleBook::State::bind(const RuleInput& input) {
  claims = read_claims(input, phrases());
  for (const auto& runtime : runtimes) runtime->bind(input, &claims);
}

RuleBook::RuleBook(std::unique_ptr<State> state) : state_(std::move(state)) {}
RuleBook::RuleBook(RuleBook&&) noexcept = default;
RuleBook& RuleBook::operator=(RuleBook&&) noexcept = default;
RuleBook::~RuleBook() = default;

std::optional<RuleBook> RuleBook::load(const std::string& plugins_folder, const std::string& locality,
                                       Diagnostics& diagnostics) {
  const auto chain = read_chain(plugins_folder, locality, diagnostics);
  if (!chain) return std::nullopt;
  auto state = std::make_unique<State>();
  EarlierPacks before;
  for (const Pack& pack : *chain) {
    state->packs.push_back(info_of(pack));
    state->runtimes.push_back(std::make_unique<PackRuntime>(pack, before, LuaLimits{}));
    PackRuntime& runtime = *state->runtimes.back();
    runtime.start(diagnostics);
    if (pack.report_is_unread || !runtime.has_whole_report()) state->is_whole = false;
    for (const CheckRule& rule : runtime.registry().checks) {
      before.rules[rule.code] = {pack.manifest.id, rule.severity};
    }
    for (const auto& [file, code] : pack.scripts) before.scripts[pack.manifest.id + "/" + file] = code;
    state->adjustments.add(runtime.registry().adjustments);
    state->add_sections(state->runtimes.size() - 1, diagnostics);
  }
  state->adjustments.report_silent_drops(diagnostics);
  return RuleBook(std::move(state));
}

std::vector<PackInfo> RuleBook::list(const std::string& plugins_folder) {
  std::vector<PackInfo> packs;
  for (const Pack& pack : list_packs(plugins_folder)) packs.push_back(info_of(pack));
  return packs;
}

std::vector<Phrase> RuleBook::phrases() const {
  return state_->phrases();
}

const std::vector<PackInfo>& RuleBook::packs() const {
  return state_->packs;
}

// One reading of the ledger for all checks, or all sections, that ask for its records.
void RuleBook::State::stream(const RuleInput& input, RecordPhase phase, Diagnostics& diagnostics) {
  std::vector<PackRuntime*> readers;
  for (const auto& runtime : runtimes) {
    runtime->begin_records(phase);
    if (!runtime->reads_records(phase)) continue;
    readers.push_back(runtime.get());
  }
  if (readers.empty() || !input.stream_requests) return;
  RuleRun run;
  run.input = &input;
  run.diagnostics = &diagnostics;
  run.adjustments = &adjustments;
  input.stream_requests([&](const RequestRecord& record) {
    for (PackRuntime* reader : readers) reader->take_record(record, run);
  });
}

void RuleBook::check(const RuleInput& input, Diagnostics& diagnostics) {
  state_->bind(input);
  state_->stream(input, RecordPhase::checks, diagnostics);
  for (const auto& runtime : state_->runtimes) {
    for (std::size_t i = 0; i < runtime->registry().checks.size(); ++i) {
      if (state_->adjustments.is_dropped(runtime->registry().checks[i].code)) continue;
      RuleRun run;
      run.input = &input;
      run.diagnostics = &diagnostics;
      run.adjustments = &state_->adjustments;
      runtime->run_check(i, run);
    }
  }
}

std::string RuleBook::title(const RuleInput& input, Diagnostics& diagnostics) {
  state_->bind(input);
  std::string title;
  std::vector<Block> no_blocks;
  for (const ChainSection& section : state_->sections) {
    if (section.id != kTitleSection) continue;
    state_->run_section(section, {&input, &diagnostics, &no_blocks, &title, nullptr});
  }
  return title;
}

std::vector<Block> RuleBook::report(const RuleInput& input, Diagnostics& diagnostics) {
  state_->bind(input);
  state_->stream(input, RecordPhase::sections, diagnostics);
  std::vector<Block> blocks;
  for (const ChainSection& section : state_->sections) {
    if (section.id == kTitleSection) continue;
    state_->run_section(section, {&input, &diagnostics, &blocks, nullptr, nullptr});
  }
  return blocks;
}

void RuleBook::require_official_tables(const Figures& figures, const std::vector<Block>& blocks,
                                       Diagnostics& diagnostics) const {
  if (state_->is_whole) state_->require_official_tables(figures, blocks, diagnostics);
}

bool RuleBook::report_is_whole() const {
  return state_->is_whole;
}

Date report_day(const RuleInput& input) {
  if (input.body != nullptr) return report_day(*input.body);
  return ReportYear(input.figures == nullptr ? 0 : input.figures->year).last_day();
}

std::vector<std::string> RuleBook::exceptions(const Body& body) const {
  return state_->adjustments.sentences(report_day(body));
}

std::vector<RuleCoverage> RuleBook::coverage(const Date& today) const {
  std::vector<RuleCoverage> coverage;
  for (std::size_t i = 0; i + 1 < state_->runtimes.size(); ++i) {
    const PackRuntime& runtime = *state_->runtimes[i];
    for (const CheckRule& rule : runtime.registry().checks) {
      RuleCoverage entry{rule.code, rule.title, runtime.pack().manifest.id, rule.severity, rule.severity};
      describe(state_->adjustments, today, entry);
      coverage.push_back(std::move(entry));
    }
  }
  return coverage;
}

std::vector<PackField> RuleBook::fields() const {
  std::vector<PackField> fields;
  for (const auto& runtime : state_->runtimes) {
    for (const PackField& field : runtime->registry().fields) {
      std::erase_if(fields, [&](const PackField& earlier) {
        return earlier.ledger == field.ledger && earlier.extra.heading == field.extra.heading;
      });
      fields.push_back(field);
    }
  }
  return fields;
}

std::vector<std::string> RuleBook::conventions() const {
  std::vector<std::string> conventions;
  for (const auto& runtime : state_->runtimes) {
    const auto& own = runtime->registry().conventions;
    conventions.insert(conventions.end(), own.begin(), own.end());
  }
  return conventions;
}

}  // namespace nianbao
