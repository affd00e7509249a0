// Sentences of annual reports against the sample of 莱芜区 (prose/figures.json; last year is the sample's
// previous.json). Each file of prose/ holds rows “expected<TAB>sentence” under lines “[section]”; expected is
// “-” (right, or of something else: nothing may be said) or the one finding, “X-01 390件”.
#include <gtest/gtest.h>

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
std::map<std::int64_t, std::string> found_in(const std::string& section, const std::vector<Row>& rows) {
  const auto figures = figures_of(NIANBAO_SOURCE "/tests/unit/rules/prose/figures.json");
  const auto previous = figures_of(NIANBAO_SOURCE "/samples/laiwu-2024/data/previous.json");
  Diagnostics diagnostics;
  auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", "laiwu", diagnostics);
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

INSTANTIATE_TEST_SUITE_P(Files, WrittenSentences, testing::Values("readers.tsv", "blind.tsv"),
                         [](const auto& file) { return split(file.param, '.').front() == "readers" ? "Readers" : "Blind"; });

}  // namespace
}  // namespace nianbao::test
