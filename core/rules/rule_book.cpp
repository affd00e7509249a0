#include "rules/rule_book.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/host_codes.h"
#include "base/text.h"
#include "calendar/report_year.h"
#include "rules/annex_check.h"
#include "rules/methods_annex.h"
#include "rules/official_check.h"
#include "rules/pack_chain.h"
#include "rules/pack_runtime.h"
#include "rules/phrase_changes.h"

namespace nianbao {

namespace {

constexpr const char* kTitleSection = "title";
constexpr const char* kMethodsSection = "annex.methods";
constexpr std::size_t kLongestName = 96;    // bytes; what is longer is no misspelt name
constexpr std::size_t kLongestQuote = 120;  // bytes of a sentence in a finding
constexpr int kMostHints = 10;              // of sections of one pack that stand behind none

// One section of the report: its definitions along the chain, the last of which counts.
struct ChainSection {
  std::string id;
  std::string after;  // the section that it was put behind; empty where it was put behind none
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
  std::vector<std::size_t> writers;  // the pack that wrote each block of the report
  TextClaims claims;                 // of the input that is bound
  bool is_whole = true;              // no section was lost, in loading or in writing
  bool is_as_written = true;         // no section gave way to the one that it replaces
  std::vector<AnnexCall> annexes;    // of the sections that stand in the report

  std::vector<ChainSection>::iterator behind(std::vector<ChainSection>::iterator section);
  void add_sections(std::size_t pack, Diagnostics& diagnostics);
  void note_misspelt(const SectionRule& section, const std::string& pack, Diagnostics& diagnostics) const;
  // Runs definition `depth` of the section; what a failed one wrote is taken back.
  bool run_definition(const ChainSection& section, std::size_t depth, RuleRun run);
  // The last definition that works.
  void run_section(const ChainSection& section, const RuleRun& run);
  void bind(const RuleInput& input);
  void stream(const RuleInput& input, RecordPhase phase, Diagnostics& diagnostics);
  std::vector<Phrase> phrases() const;
  Place place_of(const std::string& section) const;
  Place report_of(std::size_t pack) const;
  // What packs were told while they ran.
  void take_notes(Diagnostics& diagnostics);
  void require_annexes(const std::vector<Block>& blocks, Diagnostics& diagnostics) const;
};

// The report.lua of the pack whose definition of the section counts; of the last pack where there is none.
Place RuleBook::State::place_of(const std::string& id) const {
  const auto section =
      std::find_if(sections.begin(), sections.end(), [&](const ChainSection& s) { return s.id == id; });
  const std::size_t last = section == sections.end() ? runtimes.size() - 1 : section->definitions.back().pack;
  return report_of(last);
}

Place RuleBook::State::report_of(std::size_t pack) const {
  Place place;
  place.file = runtimes[pack]->pack().shown_folder + "/report.lua";
  return place;
}

// A new section that says nowhere to stand, with an id like one that there is.
void RuleBook::State::note_misspelt(const SectionRule& section, const std::string& pack,
                                    Diagnostics& diagnostics) const {
  std::vector<std::string> earlier;
  for (const ChainSection& known : sections) {
    if (runtimes[known.definitions.front().pack]->pack().manifest.id != pack) earlier.push_back(known.id);
  }
  const bool may_be_misspelt = section.after.empty() && section.id.size() <= kLongestName;
  const std::string* nearest = may_be_misspelt ? find_nearest(section.id, earlier) : nullptr;
  if (nearest == nullptr) return;
  Diagnostic note;
  note.code = "N-27";
  note.severity = Severity::note;
  note.place = section.place;
  note.message = fmt::format("规则包 {} 的章节“{}”前面的规则包没有，作为新的一章排在最后", pack, section.id);
  note.hint = fmt::format("是不是“{}”？确实是新的一章，写 after，说明排在哪一章后面", *nearest);
  diagnostics.add(std::move(note));
}

// Behind the section and all that was put behind it before, and behind those: in the order of registration.
std::vector<ChainSection>::iterator RuleBook::State::behind(std::vector<ChainSection>::iterator section) {
  std::vector<std::string> group = {section->id};
  for (++section; section != sections.end(); ++section) {
    if (section->after.empty() || std::find(group.begin(), group.end(), section->after) == group.end()) break;
    group.push_back(section->id);
  }
  return section;
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
    const std::string* nearest = after.size() > kLongestName ? nullptr : find_nearest(after, ids);
    return nearest == nullptr ? std::string() : "是不是“" + *nearest + "”？";
  };
  for (std::size_t i = 0; i < rules.size(); ++i) {
    auto known = find(rules[i].id);
    if (known != sections.end()) {
      known->definitions.push_back({pack, i});
      continue;
    }
    note_misspelt(rules[i], runtime.pack().manifest.id, diagnostics);
    auto position = sections.end();
    std::string after;
    if (!rules[i].after.empty()) {
      position = find(rules[i].after);
      if (position == sections.end()) {
        Diagnostic finding;
        finding.code = "M-02";
        const auto later = std::find_if(rules.begin() + static_cast<std::ptrdiff_t>(i), rules.end(),
                                        [&](const SectionRule& r) { return r.id == rules[i].after; });
        const bool is_later = later != rules.end();
        finding.message = fmt::format(
            "规则包 {} 的章节 {} 要排在“{}”之后，但{}", runtime.pack().manifest.id, rules[i].id,
            rules[i].after,
            is_later ? fmt::format("它在后面（{} 第 {} 行）才登记", later->place.file, later->place.row)
                     : "没有这一章节");
        finding.hint = is_later ? "把那一个 section 移到这一个前面；这一章节暂排在最后"
                                : hint_for(rules[i].after) + "改正 section 的 after；这一章节暂排在最后";
        finding.place = rules[i].place;
        diagnostics.add(std::move(finding));
      } else {
        after = rules[i].after;
        position = behind(position);
      }
    }
    sections.insert(position, {rules[i].id, after, {{pack, i}}});
  }
}

bool RuleBook::State::run_definition(const ChainSection& section, std::size_t depth, RuleRun run) {
  const auto& definition = section.definitions[depth];
  const std::size_t blocks = run.blocks->size();
  const std::size_t calls = annexes.size();
  run.base = nullptr;
  run.has_earlier = depth > 0;
  if (depth > 0) {
    const RuleRun below = run;
    run.base = [this, &section, depth, below, pack = definition.pack] {
      writers.resize(below.blocks->size(), pack);
      return run_definition(section, depth - 1, below);
    };
  }
  const bool done = runtimes[definition.pack]->run_section(definition.index, run);
  if (done) writers.resize(run.blocks->size(), definition.pack);
  if (done) return true;
  is_as_written = false;
  annexes.resize(calls);
  writers.resize(std::min(writers.size(), blocks));
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

void RuleBook::State::require_annexes(const std::vector<Block>& blocks, Diagnostics& diagnostics) const {
  if (!is_whole || !is_as_written) return;  // why is a finding already
  const auto order_of = [&](const std::string& pack) {
    const auto found =
        std::find_if(packs.begin(), packs.end(), [&](const PackInfo& p) { return p.id == pack; });
    return static_cast<std::size_t>(found - packs.begin());
  };
  std::vector<AnnexSection> rewritten;
  for (const ChainSection& section : sections) {
    const auto& last = section.definitions.back();
    const Place& place = runtimes[last.pack]->registry().sections[last.index].place;
    if (section.definitions.size() > 1) rewritten.push_back({section.id, last.pack, place});
  }
  for (Diagnostic& finding : annex_faults(annexes, rewritten, order_of, blocks)) {
    diagnostics.add(std::move(finding));
  }
}

void RuleBook::State::take_notes(Diagnostics& diagnostics) {
  for (const auto& runtime : runtimes) {
    for (Diagnostic& note : runtime->take_notes()) diagnostics.add(std::move(note));
  }
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
    for (const Phrase& phrase : runtime.registry().phrases)
      before.words.emplace(phrase.word, pack.manifest.id);
    for (const auto& [file, code] : pack.scripts) before.scripts[pack.manifest.id + "/" + file] = code;
    state->adjustments.add(runtime.registry().adjustments);
    state->add_sections(state->runtimes.size() - 1, diagnostics);
  }
  state->take_notes(diagnostics);
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
  if (input.units != nullptr) state_->adjustments.note_unknown_units(*input.units, diagnostics);
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
  state_->take_notes(diagnostics);
  if (input.mode == RuleMode::build) state_->adjustments.note_unused(input.units, diagnostics);
}

std::string RuleBook::title(const RuleInput& input, Diagnostics& diagnostics) {
  state_->bind(input);
  std::string title;
  std::vector<Block> no_blocks;
  for (const ChainSection& section : state_->sections) {
    if (section.id != kTitleSection) continue;
    state_->run_section(section, {&input, &diagnostics, &no_blocks, &title, nullptr});
  }
  state_->take_notes(diagnostics);
  return title;
}

std::vector<Block> RuleBook::report(const RuleInput& input, Diagnostics& diagnostics) {
  state_->bind(input);
  state_->stream(input, RecordPhase::sections, diagnostics);
  state_->writers.clear();
  state_->annexes.clear();
  std::vector<Block> blocks;
  for (const ChainSection& section : state_->sections) {
    if (section.id == kTitleSection) continue;
    RuleRun run{&input, &diagnostics, &blocks, nullptr, nullptr};
    run.annexes = &state_->annexes;
    state_->run_section(section, run);
  }
  state_->take_notes(diagnostics);
  state_->require_annexes(blocks, diagnostics);
  return blocks;
}

bool RuleBook::has_unused_exceptions() const {
  return state_->adjustments.has_unused();
}

// The first writing and the checks are paid for: this one is on a new account.
std::optional<std::vector<Block>> RuleBook::rewrite(const RuleInput& input) {
  const bool was_as_written = state_->is_as_written;
  const bool was_whole = state_->is_whole;
  const std::vector<std::size_t> writers = state_->writers;
  for (const auto& runtime : state_->runtimes) runtime->start_again();
  state_->is_as_written = true;
  Diagnostics known;
  std::vector<Block> blocks = report(input, known);
  if (state_->is_as_written == was_as_written && state_->is_whole == was_whole) return blocks;
  state_->is_as_written = was_as_written;
  state_->is_whole = was_whole;
  state_->writers = writers;
  return std::nullopt;
}

void RuleBook::complete_methods(const RuleInput& input, std::vector<Block>& blocks,
                                Diagnostics& diagnostics) const {
  std::vector<std::string> sentences = input.exceptions;
  sentences.insert(sentences.end(), input.changes.begin(), input.changes.end());
  const std::vector<std::string> missing = unprinted(sentences, blocks);
  if (missing.empty()) return;
  append_methods(missing, blocks);
  if (!state_->is_whole) return;  // why is a finding already
  Diagnostic finding;
  finding.code = "M-05";
  finding.place = state_->place_of(kMethodsSection);
  finding.message = fmt::format("统计口径里少印了 {} 句规则的例外和改动，程序已补印在报告末尾：{}",
                                missing.size(), cut_text(missing.front(), kLongestQuote));
  finding.hint = "重写章节 annex.methods 时用 base()，或者逐句照印 ctx.conventions 和 ctx.exceptions";
  diagnostics.add(std::move(finding));
}

void RuleBook::require_official_tables(const Figures& figures, const std::vector<Block>& blocks,
                                       Diagnostics& diagnostics) const {
  for (OfficialFault& fault : official_faults(figures, blocks, state_->is_whole)) {
    Diagnostic finding;
    finding.code = "M-05";
    const bool is_known = fault.block && *fault.block < state_->writers.size();
    finding.place = is_known ? state_->report_of(state_->writers[*fault.block])
                             : state_->place_of(fmt::format("table{}", fault.table));
    finding.message = std::move(fault.message);
    finding.hint = std::move(fault.hint);
    diagnostics.add(std::move(finding));
  }
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

std::vector<std::string> RuleBook::exceptions_in_use(const Body& body) const {
  return state_->adjustments.sentences_in_use(report_day(body));
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
  for (const HostCode& own : host_codes())
    coverage.push_back({own.code, own.meaning, "", own.severity, own.severity});
  return coverage;
}

std::vector<std::string> RuleBook::phrase_changes() const {
  std::vector<std::string> sentences;
  WordIndex earlier;
  for (const auto& runtime : state_->runtimes) {
    const auto& own = runtime->registry().phrases;
    std::string sentence = phrases_in_words(runtime->pack().manifest.id, own, earlier);
    if (!sentence.empty()) sentences.push_back(std::move(sentence));
    for (const Phrase& phrase : own) earlier.add(phrase.word);
  }
  return sentences;
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
