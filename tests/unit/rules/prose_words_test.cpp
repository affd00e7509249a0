// Every word of the lists around numbers and every phrase of the national pack has its effect: with it a
// sentence is judged as the list says. A word that no longer changes anything fails here, and goes.
#include "rules/prose_words.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

// What is found in each of the lines, by line: sound figures, 100 received.
std::vector<int> found_in(const std::vector<std::string>& lines, const std::string& scope = "本级") {
  Figures figures = sound_figures();
  figures.scope = scope;
  figures.requests->has_clock = true;
  figures.requests->in_time = 95;
  figures.requests->days.add(10, 98);
  RuleInput input;
  input.figures = &figures;
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  input.texts["requests"] = {"text/requests.md", text, {}, ""};
  std::vector<int> found(lines.size(), 0);
  for (const Diagnostic& d : check_national(input).sorted()) {
    EXPECT_NE(d.code[0], 'M') << d.message;
    if (d.code == "X-01" || d.code == "X-02") found[static_cast<std::size_t>(d.place.row) - 1] += 1;
  }
  return found;
}

// The sentence with each word in the place of “%” must be found at fault so many times; and, so that this is
// the word's doing, with a word that is in no list the other way round.
struct List {
  const char* name;
  const WordIndex& (*words)();
  const char* sentence;
  int found;
};

std::string put(const std::string& sentence, const std::string& word) {
  const std::size_t at = sentence.find('%');
  return sentence.substr(0, at) + word + sentence.substr(at + 1);
}

const std::vector<List>& lists() {
  static const std::vector<List> kLists = {
      {"glue", prose::glue, "新收申请% 139件。", 1},
      {"forward_glue", prose::forward_glue, "其中139件%予以公开。", 1},
      {"joining", prose::joining, "予以公开%部分公开139件。", 1},
      {"other_scope", prose::other_scope, "%，新收申请139件。", 0},
      {"harmless", prose::harmless, "%新收申请139件。", 1},
      {"plain_head", prose::plain_head, "%新收申请139件。", 1},
      {"qualifying", prose::qualifying, "予以公开61件，占99％%。", 0},
      {"not_carried_words", prose::not_carried_words, "受理申请103件（%），含上年结转的另计。", 1},
      {"carried_words", prose::carried_words, "受理申请100件（%）。", 1},
      {"everyone", prose::everyone, "共受理%申请139件。", 1},
      {"behind_count", prose::behind_count, "新收申请139件%某某。", 1},
      {"share_glue", prose::share_glue, "予以公开61件，占% 99％。", 1},
      {"rate_glue", prose::rate_glue, "申请按期办结率% 50％。", 1},
  };
  return kLists;
}

TEST(ProseWords, EachHasItsEffect) {
  for (const List& list : lists()) {
    const std::vector<std::string> words = list.words().words();
    ASSERT_FALSE(words.empty()) << list.name;
    std::vector<std::string> lines;
    for (const std::string& word : words) lines.push_back(put(list.sentence, word));
    lines.push_back(put(list.sentence, "某某"));
    const std::vector<int> found = found_in(lines);
    for (std::size_t i = 0; i < words.size(); ++i)
      EXPECT_EQ(found[i], list.found) << list.name << "：" << lines[i];
    EXPECT_EQ(found.back(), 1 - list.found) << list.name << "：" << lines.back();
  }
}
TEST(ProseWords, DenialsMayBeOfAll) {
  std::vector<std::string> lines;
  for (const std::string& word : prose::denying_head().words()) lines.push_back(word + "未发生行政诉讼。");
  lines.emplace_back("某某未发生行政诉讼。");
  std::vector<int> expected(lines.size(), 1);
  expected.back() = 0;
  const std::vector<int> found = found_in(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(found[i], expected[i]) << lines[i];
}
TEST(ProseWords, TheBodyItselfIsOneOfManyWhereManyAreCollected) {
  std::vector<std::string> lines;
  for (const std::string& word : prose::body_itself().words()) lines.push_back(word + "新收申请139件。");
  for (const int found : found_in(lines, "汇总")) EXPECT_EQ(found, 0);
  for (const int found : found_in(lines, "本级")) EXPECT_EQ(found, 1);
}
// 行政处罚案件 begins with a phrase and is something else; 全区政务公开培训 holds one.
TEST(ProseWords, OtherThingsThatHoldAPhraseAreLeft) {
  for (const std::string& word : prose::other_clause().words()) {
    const bool is_training = ends_with(word, "培训");
    EXPECT_EQ(found_in({"本年" + word + (is_training ? "139次。" : "139件。")})[0], 0) << word;
    const std::string known = is_training ? word.substr(6) : word.substr(0, 12);
    EXPECT_EQ(found_in({"本年" + known + (is_training ? "139次。" : "139件。")})[0], is_training ? 0 : 1)
        << known;
  }
}

}  // namespace
}  // namespace nianbao::test
