#include "reporter/applicant_names.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace nianbao {

namespace {

// "王伟 山东和润公司" of a cell; everyday words have a star, references a #.
std::string names(std::string_view cell, std::string_view reference = {}) {
  std::string all;
  for (const SearchedName& name : searched_names({cell, reference})) {
    all += (all.empty() ? "" : " ") + to_utf8(name.key) + (name.is_word ? "*" : "") +
           (name.kind == SearchedKind::reference ? "#" : "");
  }
  return all;
}

}  // namespace

TEST(ApplicantNames, OneCellMayHoldSeveral) {
  EXPECT_EQ(names("王伟"), "王伟");
  EXPECT_EQ(names("王伟、李建国；赵六/钱七\n孙八"), "王伟 李建国 赵六 钱七 孙八");
  EXPECT_EQ(names("王伟 李建国"), "王伟 李建国");
  EXPECT_EQ(names("张　三"), "张三") << "set apart to look even";
  EXPECT_EQ(names("John Smith"), "johnsmith");
  EXPECT_EQ(names("买买提•艾山"), "买买提·艾山");
}

TEST(ApplicantNames, TitlesAndRemarksAreNoPartOfThem) {
  EXPECT_EQ(names("王伟先生"), "王伟");
  EXPECT_EQ(names("王伟（代理人李建国）"), "王伟");
  EXPECT_EQ(names("王伟等3人"), "王伟");
  EXPECT_EQ(names("王伟等"), "王伟");
  EXPECT_EQ(names("和润（山东）置业有限公司"), "和润(山东)置业有限公司");
}

TEST(ApplicantNames, WhatNamesNobodyIsNotLookedFor) {
  for (const char* cell :
       {"",     "/",   "-",      "匿名",     "无", "王",   "李先生",       "张某",         "张某某",
        "李**", "王×", "自然人", "有限公司", "12", "2024", "示例县教育局", "某区人民法院", "不适用",
        "A",    "X"}) {
    EXPECT_EQ(names(cell), "") << cell;
  }
}

TEST(ApplicantNames, EverydayWordsAreMarked) {
  EXPECT_EQ(names("文明"), "文明*");
  EXPECT_EQ(names("高峰"), "高峰*");
  EXPECT_EQ(names("王伟"), "王伟");
  EXPECT_EQ(names("全安"), "全安") << "across two words of the list";
}

TEST(ApplicantNames, ReferencesNeedDigitsAndLength) {
  EXPECT_EQ(names("", "YSQ-1002"), "ysq-1002#");
  EXPECT_EQ(names("", "示例申0001"), "示例申0001#");
  EXPECT_EQ(names("", "20240117"), "20240117#");
  for (const char* reference : {"17", "2024", "1002345", "A1", "甲", "申请人甲", "/", "张某01"}) {
    EXPECT_EQ(names("", reference), "") << reference;
  }
}

}  // namespace nianbao
