#include "base/person_names.h"

#include <gtest/gtest.h>

namespace nianbao {

TEST(PersonNames, WhatMayBeANameIsStarred) {
  EXPECT_EQ(without_person("王大锤", true), "王**");
  EXPECT_EQ(without_person("张伟", true), "张*");
  EXPECT_EQ(without_person("王 大锤", true), "王***");
  EXPECT_EQ(without_person("王\u200b大锤", true), "王**");
  EXPECT_EQ(without_person("欧阳修远", true), "欧***");
  EXPECT_EQ(without_person("王大锤、李二狗", true), "王**、李**");
  EXPECT_EQ(without_person("王大锤（代理人）", true), "王**（代理人）");
  EXPECT_EQ(without_person("阿卜杜拉·买买提", true), "阿*******");
  EXPECT_EQ(without_person("Wang Dachui", true), "W********");
}

TEST(PersonNames, IdentifiersAreStarredWhereTheyAreNoNumbersOfFiles) {
  EXPECT_EQ(without_person("YSQ-1002", true), "Y*******");
  EXPECT_EQ(without_person("代号0001", true), "代*****");
  EXPECT_EQ(without_person("YSQ-1002", false), "YSQ-1002");
  EXPECT_EQ(without_person("王大锤", false), "王**");
}

TEST(PersonNames, WordsDatesAndNumbersAreQuoted) {
  for (const char* text : {"个人",
                           "予以公幵",
                           "自然人",
                           "县教育局",
                           "公安局",
                           "张店镇",
                           "不知道",
                           "公开",
                           "部分公开",
                           "农村居民",
                           "全部公开",
                           "路人",
                           "2024-13-40",
                           "2024年13月40日",
                           "2024-O1-05",
                           "5-Jan-24",
                           "2024-01-05T00:00:00",
                           "12.5万元",
                           "（三）9",
                           "20241399",
                           "refused",
                           "尚未答复",
                           "单位",
                           "无此单位",
                           "10^3",
                           "",
                           "是",
                           "1e5"}) {
    EXPECT_EQ(without_person(text, true), text);
  }
}

}  // namespace nianbao
