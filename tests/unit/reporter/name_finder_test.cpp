#include "reporter/name_finder.h"

#include <gtest/gtest.h>

#include <chrono>

namespace nianbao {

namespace {

// "[王伟] (高建设)": what is found of the cell in the text, what is doubtful in round brackets.
std::string found(std::string_view cell, std::string_view text, std::string_view reference = {}) {
  const NameFinder finder({text});
  std::string all;
  for (const SearchedName& name : searched_names({cell, reference})) {
    finder.find(name, [&](const NameHit& hit) {
      const std::string shown(text.substr(hit.begin, hit.end - hit.begin));
      all += hit.is_certain ? "[" + shown + "]" : "(" + shown + ")";
    });
  }
  return all;
}

}  // namespace

TEST(NameFinder, TwoCharactersAreCertainBetweenFreeSides) {
  EXPECT_EQ(found("王伟", "王伟"), "[王伟]");
  EXPECT_EQ(found("王伟", "例如，王伟申请公开征地信息。"), "[王伟]");
  EXPECT_EQ(found("王伟", "申请人王伟多次来访。"), "[王伟]");
  EXPECT_EQ(found("王伟", "王伟先生来访。"), "[王伟]");
  EXPECT_EQ(found("王伟", "对王伟的答复"), "[王伟]");
  EXPECT_EQ(found("张三", "（张三）"), "[张三]");
}

TEST(NameFinder, TwoCharactersWithinWordsAreDoubtfulOrNothing) {
  EXPECT_EQ(found("王伟", "，王伟明来信"), "(王伟)") << "somebody else's name";
  EXPECT_EQ(found("王伟", "今年以来王伟多方打听"), "(王伟)") << "a plain surname in the middle of a sentence";
  EXPECT_EQ(found("张能", "进一步扩张能力建设"), "") << "the end of one word and the beginning of the next";
}

TEST(NameFinder, EverydayWordsNeedAWordForPersons) {
  EXPECT_EQ(found("文明", "文明、和谐"), "");
  EXPECT_EQ(found("高峰", "，高峰期"), "");
  EXPECT_EQ(found("高峰", "申请人高峰来信"), "[高峰]");
  EXPECT_EQ(found("高峰", "高峰女士"), "[高峰]");
}

TEST(NameFinder, ThreeCharactersAreCertainButForCommonOnes) {
  EXPECT_EQ(found("李建国", "今年以来李建国多方打听"), "[李建国]");
  EXPECT_EQ(found("于政务", "对于政务服务"), "(于政务)");
  EXPECT_EQ(found("高建设", "进一步提高建设水平"), "(高建设)");
  EXPECT_EQ(found("高建设", "申请人高建设来信"), "[高建设]");
}

TEST(NameFinder, LongNamesAreCertainAnywhere) {
  EXPECT_EQ(found("欧阳修远", "今年欧阳修远多方打听"), "[欧阳修远]");
  EXPECT_EQ(found("和润置业有限公司", "与和润置业有限公司有关"), "(和润置业有限公司)");
  EXPECT_EQ(found("和润（山东）公司", "答复和润(山东)公司的申请"), "[和润(山东)公司]");
  EXPECT_EQ(found("John Smith", "申请人John Smith来信"), "[John Smith]");
  EXPECT_EQ(found("Anna Li", "Joanna Liu"), "") << "inside other words";
}

TEST(NameFinder, BlanksAndLineBreaksDoNotHideNames) {
  EXPECT_EQ(found("张三", "申请人张　三来信"), "[张　三]");
  EXPECT_EQ(found("李建国", "申请人李建\n国来信"), "[李建\n国]");
  EXPECT_EQ(found("李建国", "姓李\n\n建国以来"), "") << "an empty line parts paragraphs";
  EXPECT_EQ(found("王伟", "今年 王伟 来信"), "[王伟]");
  EXPECT_EQ(found("王伟", "**王伟**"), "[王伟]");
}

TEST(NameFinder, ReferencesAreWholeWords) {
  EXPECT_EQ(found("", "代号YSQ-1002。", "YSQ-1002"), "[YSQ-1002]");
  EXPECT_EQ(found("", "代号ｙｓｑ－1002", "YSQ-1002"), "[ｙｓｑ－1002]");
  EXPECT_EQ(found("", "代号YSQ-10021，XYSQ-1002", "YSQ-1002"), "");
  EXPECT_EQ(found("", "YSQ-1002 2024年", "YSQ-1002"), "[YSQ-1002]");
  EXPECT_EQ(found("", "共20240117件，120240117", "20240117"), "[20240117]");
}

TEST(NameFinder, NamesTheText) {
  const NameFinder finder({"王伟", "无", "李建国，王伟"});
  std::string all;
  for (const SearchedName& name : searched_names({"王伟", ""})) {
    finder.find(name, [&](const NameHit& hit) {
      all += std::to_string(hit.text) + ":" + std::to_string(hit.begin) + "-" + std::to_string(hit.end) + " ";
    });
  }
  EXPECT_EQ(all, "0:0-6 2:12-18 ");
}

TEST(NameFinder, TextsDoNotRunIntoEachOther) {
  const NameFinder finder({"姓李", "建国以来", ""});
  finder.find(searched_names({"李建国", ""}).at(0), [](const NameHit&) { FAIL(); });
}

TEST(NameFinder, RareNamesInRepetitiveTextAreFoundAtOnce) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "申请";
  const NameFinder finder({text});
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < 100'000; ++i) {
    finder.find(searched_names({"申请李建国", ""}).at(0), [](const NameHit&) { FAIL(); });
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

}  // namespace nianbao
