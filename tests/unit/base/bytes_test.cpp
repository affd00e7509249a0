#include <gtest/gtest.h>

#include "base/gb18030.h"
#include "base/sha256.h"

namespace nianbao {

TEST(Gb18030, DecodesTwoAndFourByteCharacters) {
  EXPECT_EQ(gb18030_to_utf8("\xC4\xEA\xB1\xA8"), "年报");
  EXPECT_EQ(gb18030_to_utf8("\x99\x33\xAA\x34"
                            "a"),
            "𬭚a");
}

TEST(Gb18030, RefusesBrokenSequences) {
  EXPECT_FALSE(gb18030_to_utf8("\xC4").has_value());
  EXPECT_FALSE(gb18030_to_utf8("\xFF\xFF").has_value());
  EXPECT_TRUE(gb18030_to_utf8("\xC4\xEA").has_value()) << "a fault must not stay in the converter";
}

TEST(Sha256, MatchesThePublishedExamples) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, SaysWhenAFileCannotBeRead) {
  EXPECT_FALSE(sha256_of_file("/nowhere/at/all").has_value());
}

}  // namespace nianbao
