#include "base/toml_words.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

TEST(TomlWords, AKeyWrittenTwiceIsNamed) {
  EXPECT_EQ(toml_fault_in_words("Error while parsing key-value pair: cannot redefine existing string 'id'"),
            "“id”写了两次");
  EXPECT_EQ(toml_fault_in_words("cannot redefine"), "同一个键写了两次");
  EXPECT_EQ(toml_fault_in_words("cannot redefine '"), "同一个键写了两次");
}

TEST(TomlWords, NothingIsLeftInEnglish) {
  for (const char* description :
       {"", "Error while parsing string: encountered end-of-file", "Error while parsing array: x",
        "Error while parsing date: day out of range", "something new"}) {
    const std::string words = toml_fault_in_words(description);
    EXPECT_FALSE(words.empty());
    EXPECT_EQ(words.find("rror"), std::string::npos) << words;
  }
}

}  // namespace
}  // namespace nianbao
