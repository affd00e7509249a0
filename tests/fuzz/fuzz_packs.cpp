// Fuzz of packs: fuzz_packs SECONDS SEED FOLDER. Runs mutated packs, in a chain behind the national one,
// through loading, sections, checks and places in text, and stops at the first that takes too long, too much
// memory, or says something that is no text. The pack under way stands in FOLDER, also after a crash.
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "base/text.h"
#include "fuzz/pack_mutator.h"
#include "rules/rule_book.h"
#include "rules/text_binding.h"
#include "unit/rules/rules_support.h"

namespace nianbao::fuzz {
namespace {

namespace fs = std::filesystem;

// A pack is stopped three times at most; two of them, under sanitizers, on a busy machine.
constexpr double kLongestRun = 30;  // seconds of processor time
#if defined(__SANITIZE_ADDRESS__)
constexpr long kMostMemory = 700L * 1024;  // KiB
#else
constexpr long kMostMemory =
    96L * 1024;  // one pack's 64 MiB, and what the allocator keeps of those before it
#endif
constexpr int kRecords = 200;    // of the ledger that checks read
constexpr unsigned kHang = 120;  // seconds until the system ends the process

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void write_file(const fs::path& path, const std::string& content) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

std::vector<std::string> real_sources() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(NIANBAO_SOURCE "/plugins")) {
    if (entry.path().extension() == ".lua") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> sources;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    sources.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return sources;
}

[[noreturn]] void fail(const std::string& why, const fs::path& folder) {
  std::cerr << why << "\n规则包留在 " << folder.string() << "\n";
  std::exit(1);
}

struct Totals {
  long packs = 0, findings = 0, stopped = 0, failed = 0, uncompiled = 0;
};

void look_at(const Diagnostics& diagnostics, const fs::path& folder, Totals& totals) {
  for (const Diagnostic& d : diagnostics.sorted()) {
    for (const std::string* text : {&d.message, &d.hint, &d.place.file, &d.place.cell}) {
      if (!is_valid_utf8(*text)) fail("不是文字的问题：" + d.code, folder);
    }
    totals.findings += 1;
    totals.stopped += d.code == "M-03" ? 1 : 0;
    totals.failed += d.code == "M-02" ? 1 : 0;
    totals.uncompiled += d.code == "M-01" ? 1 : 0;
  }
}

void run_pack(const fs::path& folder, Totals& totals) {
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.string(), "fuzz", diagnostics);
  if (!book) fail("规则包链没有形成", folder);
  const Figures figures = test::sound_figures();
  const Body body = test::sound_body();
  RuleInput input;
  input.figures = &figures;
  input.body = &body;
  input.texts["overview"] = {"a.md", "新收100件，予以公开61件。\n", {Paragraph{}}, ""};
  input.stream_requests = [](const RequestSink& sink) {
    Request request;
    request.id = "1";
    request.unit = "县教育局";
    Place place;
    place.file = "data/requests.csv";
    for (int i = 0; i < kRecords; ++i) sink({request, place, false, true});
  };
  book->title(input, diagnostics);
  book->report(input, diagnostics);
  book->check(input, diagnostics);
  if (book->conventions().size() > 100'000) fail("口径说明没有尽头", folder);
  look_at(diagnostics, folder, totals);
}

void run_places(PackMutator& mutator, const fs::path& folder, Totals& totals) {
  const Figures figures = test::sound_figures();
  TextBinder binder(figures, nullptr);
  Diagnostics diagnostics;
  std::string text;
  for (int i = 0; i < 5; ++i) text += "甲{{ " + replace_all(mutator.expression(), "\n", " ") + " }}乙\n";
  write_file(folder / "places.md", text);
  const BoundText bound = binder.bind(text, "a.md", diagnostics);
  if (!is_valid_utf8(bound.text)) fail("填进文字的不是文字", folder);
  look_at(diagnostics, folder, totals);
}

int run(double seconds, std::uint64_t seed, const fs::path& folder) {
  PackMutator mutator(real_sources(), seed);
  fs::create_directories(folder);
  fs::copy(NIANBAO_SOURCE "/plugins/national", folder / "national",
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  write_file(folder / "fuzz/pack.toml",
             "id = \"fuzz\"\nname = \"试\"\nversion = \"1\"\napi = 1\nprefix = \"FZ\"\n");
  Totals totals;
  const std::time_t end = std::time(nullptr) + static_cast<std::time_t>(seconds);
  double longest = 0;
  while (std::time(nullptr) < end) {
    alarm(kHang);
    write_file(folder / "fuzz/checks.lua",
               totals.packs % 2 == 0 ? mutator.attack_file("FZ") : mutator.file());
    write_file(folder / "fuzz/more.lua", mutator.file());
    write_file(folder / "fuzz/report.lua", totals.packs % 3 == 0 ? mutator.file() : "");
    const double before = processor_seconds();
    run_pack(folder, totals);
    run_places(mutator, folder, totals);
    const double took = processor_seconds() - before;
    longest = std::max(longest, took);
    if (took > kLongestRun) fail(fmt::format("用了 {:.1f} 秒", took), folder);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    if (usage.ru_maxrss > kMostMemory) fail(fmt::format("用了 {} KiB 内存", usage.ru_maxrss), folder);
    if (++totals.packs % 500 == 0) {
      std::cerr << fmt::format(
          "{} 个规则包：{} 个问题，其中 M-01 {}、M-02 {}、M-03 {}；最久 {:.2f} 秒，内存最多 {} MiB\n",
          totals.packs, totals.findings, totals.uncompiled, totals.failed, totals.stopped, longest,
          usage.ru_maxrss / 1024);
    }
  }
  std::cerr << fmt::format("完成：{} 个规则包，没有崩溃，没有停不下来的；最久 {:.2f} 秒\n", totals.packs,
                           longest);
  return 0;
}

}  // namespace
}  // namespace nianbao::fuzz

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "用法：fuzz_packs 秒数 种子 文件夹\n";
    return 2;
  }
  return nianbao::fuzz::run(std::atof(arguments[1]), std::strtoull(arguments[2], nullptr, 10), arguments[3]);
}
