#include "rules/rule_book.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/pack_chain.h"
#include "rules/pack_runtime.h"

namespace nianbao {

namespace {

constexpr const char* kTitleSection = "title";

// One section of the report: its definitions along the chain, the last of which counts.
struct ChainSection {
  std::string id;
  struct Definition {
    std::size_t pack = 0;
    std::size_t index = 0;
  };
  std::vector<Definition> definitions;
};

PackInfo info_of(const Pack& pack) {
  return {pack.manifest.id, pack.manifest.name, pack.manifest.version, pack.sha256, pack.folder};
}

}  // namespace

struct RuleBook::State {
  std::vector<PackInfo> packs;
  std::vector<std::unique_ptr<PackRuntime>> runtimes;
  std::vector<ChainSection> sections;
  TextClaims claims;     // of the input that is bound
  bool is_whole = true;  // no section was lost, in loading or in writing

  void add_sections(std::size_t pack, Diagnostics& diagnostics);
  // Runs definition `depth` of the section; what a failed one wrote is taken back.
  bool run_definition(const ChainSection& section, std::size_t depth, RuleRun run);
  // The last definition that works.
  void run_section(const ChainSection& section, const RuleRun& run);
  void bind(const RuleInput& input);
};

void RuleBook::State::add_sections(std::size_t pack, Diagnostics& diagnostics) {
  const PackRuntime& runtime = *runtimes[pack];
  const auto& rules = runtime.registry().sections;
  auto find = [&](const std::string& id) {
    return std::find_if(sections.begin(), sections.end(), [&](const ChainSection& s) { return s.id == id; });
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
        finding.hint = "改正 section 的 after；这一章节暂排在最后";
        finding.place.file = runtime.pack().shown_folder + "/report.lua";
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

void RuleBook::State::bind(const RuleInput& input) {
  std::vector<Phrase> phrases;
  for (const auto& runtime : runtimes) {
    const auto& own = runtime->registry().phrases;
    phrases.insert(phrases.end(), own.begin(), own.end());
  }
  claims = read_claims(input, phrases);
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
  std::map<std::string, std::string> owners;
  for (const Pack& pack : *chain) {
    state->packs.push_back(info_of(pack));
    state->runtimes.push_back(std::make_unique<PackRuntime>(pack, owners, LuaLimits{}));
    PackRuntime& runtime = *state->runtimes.back();
    const std::int64_t before = diagnostics.count(Severity::error);
    runtime.start(diagnostics);
    if (diagnostics.count(Severity::error) > before) state->is_whole = false;
    for (const CheckRule& rule : runtime.registry().checks) owners[rule.code] = pack.manifest.id;
    state->add_sections(state->runtimes.size() - 1, diagnostics);
  }
  return RuleBook(std::move(state));
}

std::vector<PackInfo> RuleBook::list(const std::string& plugins_folder) {
  std::vector<PackInfo> packs;
  for (const Pack& pack : list_packs(plugins_folder)) packs.push_back(info_of(pack));
  return packs;
}

const std::vector<PackInfo>& RuleBook::packs() const {
  return state_->packs;
}

void RuleBook::check(const RuleInput& input, Diagnostics& diagnostics) {
  state_->bind(input);
  for (const auto& runtime : state_->runtimes) {
    for (std::size_t i = 0; i < runtime->registry().checks.size(); ++i) {
      RuleRun run;
      run.input = &input;
      run.diagnostics = &diagnostics;
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
  std::vector<Block> blocks;
  for (const ChainSection& section : state_->sections) {
    if (section.id == kTitleSection) continue;
    state_->run_section(section, {&input, &diagnostics, &blocks, nullptr, nullptr});
  }
  return blocks;
}

bool RuleBook::report_is_whole() const {
  return state_->is_whole;
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
