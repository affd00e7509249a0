// Sentences of annual reports against the sample of 莱芜区 (prose/figures.json; last year is the sample's
// previous.json). Each file of prose/ holds rows “expected<TAB>sentence” under lines “[section]”; expected is
// “-” (right, or of something else: nothing may be said) or the one finding, “X-01 390件”.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/text.h"
#include "figures/figures_json.h"
#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

struct Row {
  std::string expected, sentence;
};
using Rows = std::map<std::string, std::vector<Row>>;  // by section

std::string content_of(const std::string& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

Rows rows_of(const std::string& file) {
  Rows rows;
  std::string section = "overview";
  const std::string text = content_of(NIANBAO_SOURCE "/tests/unit/rules/prose/" + file);
  for (std::string_view line : split(text, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    if (line.front() == '[') {
      section = std::string(line.substr(1, line.find(']') - 1));
    } else if (tab == std::string_view::npos) {
      ADD_FAILURE() << file << "：" << line;
    } else {
      rows[section].push_back({std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))});
    }
  }
  return rows;
}

std::optional<Figures> figures_of(const std::string& path) {
  Diagnostics diagnostics;
  return read_figures_json(content_of(path), path, diagnostics);
}

// The findings of each line of the section: "X-01 390件; X-02 5%".
std::map<std::int64_t, std::string> found_in(const std::string& section, const std::vector<Row>& rows,
                                             const std::string& pack = "national") {
  const auto figures = figures_of(NIANBAO_SOURCE "/tests/unit/rules/prose/figures.json");
  const auto previous = figures_of(NIANBAO_SOURCE "/samples/laiwu-2024/data/previous.json");
  Diagnostics diagnostics;
  auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", pack, diagnostics);
  std::map<std::int64_t, std::string> found;
  if (!figures || !previous || !book) {
    ADD_FAILURE() << "figures or packs cannot be read";
    return found;
  }
  RuleInput input;
  input.figures = &*figures;
  input.previous = &*previous;
  input.unit_names = {"区教育和体育局", "口镇街道办事处"};
  std::string text;
  for (const Row& row : rows) text += row.sentence + "\n";
  input.texts[section] = {"text/" + section + ".md", text, {}, ""};
  book->check(input, diagnostics);
  for (const Diagnostic& d : diagnostics.sorted()) {
    EXPECT_NE(d.code[0], 'M') << d.message;
    if (d.code != "X-01" && d.code != "X-02") continue;
    std::string& line = found[d.place.row];
    line += (line.empty() ? "" : "; ") + d.code + " " + d.left.value_or("");
  }
  return found;
}

// What must have been counted before in the sentence: "行政复议8件，".
std::string counted_before(const Phrase& phrase) {
  static const std::map<std::string, std::string> kBefore = {
      {"", ""},
      {"table4.", "行政复议8件，"},
      {"table2.", "制发规范性文件6件，"},
      {"tasks.", "要点任务59项，"},
      {"activities.by_class.培训.", "政务公开培训9次，"}};
  return kBefore.at(phrase.goes_on);
}

// A sentence with the phrase that is wrong whatever the sample says.
std::string wrong_sentence(const Phrase& phrase, const std::string& unit) {
  static const std::string kAbout = "说到政府信息公开申请、规范性文件和信息处理费。全年";
  if (phrase.denies) return kAbout + phrase.word + "。";
  if (!phrase.wholes.empty()) return kAbout + phrase.word + "为12.34%。";
  if (!phrase.columns.empty()) return kAbout + "新收申请中，" + phrase.word + "77777" + unit + "。";
  return kAbout + counted_before(phrase) + phrase.word + "77777" + unit + "。";
}

TEST(Phrases, OfALocalityAreTiedBesideTheNationalOnes) {
  if (!std::filesystem::exists(NIANBAO_SOURCE "/plugins/laiwu")) GTEST_SKIP() << "no plugins/laiwu";
  const std::vector<Row> rows = {{"", "征地拆迁类申请85件，社会保障类申请20件。"}};
  EXPECT_EQ(found_in("overview", rows, "laiwu")[1], "X-01 85件");
  EXPECT_EQ(found_in("overview", rows)[1], "");
}

TEST(Phrases, OfTheNationalPackAreEachTiedToTheirFigure) {
  Diagnostics diagnostics;
  auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", "national", diagnostics);
  ASSERT_TRUE(book);
  std::vector<Row> rows;
  for (const Phrase& phrase : book->phrases()) {
    // No 规章 was issued: 0 is right, and a number is wrong.
    const std::string code = phrase.wholes.empty() ? "X-01 " : "X-02 ";
    const std::vector<std::string> units = phrase.units.empty() ? std::vector<std::string>{""} : phrase.units;
    for (const std::string& unit : units) {
      const std::string said = phrase.denies           ? phrase.word
                               : phrase.wholes.empty() ? "77777" + unit
                                                       : "12.34%";
      rows.push_back({code + said, wrong_sentence(phrase, unit)});
    }
  }
  ASSERT_GT(rows.size(), 300U);
  static constexpr std::size_t kAtOnce = 40;  // fewer than a check may report
  for (std::size_t from = 0; from < rows.size(); from += kAtOnce) {
    const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(from);
    const std::vector<Row> some(begin,
                                begin + static_cast<std::ptrdiff_t>(std::min(kAtOnce, rows.size() - from)));
    auto found = found_in("overview", some);
    for (std::size_t i = 0; i < some.size(); ++i)
      EXPECT_EQ(found[static_cast<std::int64_t>(i) + 1], some[i].expected) << some[i].sentence;
  }
}

class WrittenSentences : public testing::TestWithParam<const char*> {};

TEST_P(WrittenSentences, AreJudgedAsExpected) {
  std::size_t count = 0;
  for (const auto& [section, rows] : rows_of(GetParam())) {
    auto found = found_in(section, rows);
    for (std::size_t i = 0; i < rows.size(); ++i, ++count) {
      const std::string& line = found[static_cast<std::int64_t>(i) + 1];
      EXPECT_EQ(line.empty() ? "-" : line, rows[i].expected) << rows[i].sentence;
    }
  }
  EXPECT_GT(count, 40U) << "the file has not been read";
}

INSTANTIATE_TEST_SUITE_P(Files, WrittenSentences, testing::Values("readers.tsv", "blind.tsv", "harder.tsv"),
                         [](const auto& file) {
                           const std::string_view name = file.param;
                           return std::string(name.substr(0, name.find('.')));
                         });

}  // namespace
}  // namespace nianbao::test
