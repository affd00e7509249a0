#include "intake/text_decoder.h"

#include <gtest/gtest.h>

#include "support/xlsx_fixture.h"

namespace nianbao::testing {
namespace {

class TextDecoding : public ::testing::Test {
 protected:
  // The encoding, or the code of the finding.
  std::string survey(const std::string& bytes) {
    findings_.clear();
    Diagnostics diagnostics;
    const auto format = survey_text(folder_.write("a.csv", bytes), "a.csv", diagnostics);
    findings_ = diagnostics.sorted();
    if (!format) return findings_.empty() ? "nothing" : findings_[0].code;
    return format->encoding == TextEncoding::utf8 ? "utf8" : "gb18030";
  }
  TempFolder folder_;
  std::vector<Diagnostic> findings_;
};

const std::string kGbText = "\xC9\xEA\xC7\xEB\xB1\xE0\xBA\xC5,\xB5\xA5\xCE\xBB\n";  // 申请编号,单位

TEST_F(TextDecoding, TellsUtf8FromGb18030) {
  EXPECT_EQ(survey("id,unit\n"), "utf8");
  EXPECT_EQ(survey("申请编号,单位\n"), "utf8");
  EXPECT_EQ(survey("\xEF\xBB\xBF申请编号\n"), "utf8");
  EXPECT_EQ(survey(kGbText), "gb18030");
  EXPECT_EQ(survey("id,name\n1,\xB5\xA5\n"), "gb18030");
  EXPECT_EQ(survey("\xC1\xAA\xCD\xA8"), "gb18030");  // 联通, whose bytes look like overlong UTF-8
  EXPECT_EQ(survey("é𠮷€߿\n"), "utf8");
}

TEST_F(TextDecoding, ChecksEverySequenceOfUtf8) {
  const std::string chinese = "申请编号受理单位申请人类型";
  // Overlong, surrogate, beyond Unicode, lone trail, cut sequence.
  for (const std::string broken :
       {"\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xE7\x94", "\xF0\x9F\x98", "\xFF"}) {
    EXPECT_EQ(survey(chinese + "\n" + chinese + broken + "\n" + chinese + "\n"), "L-03") << broken;
    EXPECT_EQ(findings_[0].place.row, 2);
    const std::string position = std::to_string(chinese.size() * 2 + 2);
    EXPECT_NE(findings_[0].message.find(position), std::string::npos) << findings_[0].message;
    EXPECT_EQ(survey(chinese + "\n" + chinese + broken), "L-03");
  }
}

TEST_F(TextDecoding, FindsBreakFarIntoTheFile) {
  std::string text;
  while (text.size() < 600 * 1024) text += "第一行，内容\r\n";
  EXPECT_EQ(survey(text), "utf8");
  const auto lines = static_cast<std::int64_t>(std::count(text.begin(), text.end(), '\n'));
  EXPECT_EQ(survey(text + "坏\xFE字\n"), "L-03");
  EXPECT_EQ(findings_[0].place.row, lines + 1);
}

TEST_F(TextDecoding, SequencesMayLieAcrossBlocks) {
  const std::size_t block = 256 * 1024;
  for (std::size_t back = 0; back < 6; ++back)
    EXPECT_EQ(survey(std::string(block - back, 'x') + "申请𠮷编号"), "utf8") << back;
}

TEST_F(TextDecoding, RefusesUtf16WithAdvice) {
  for (const char* mark : {"\xFF\xFE", "\xFE\xFF"}) {
    EXPECT_EQ(survey(mark + std::string("a\0,\0", 4)), "L-03");
    EXPECT_NE(findings_[0].hint.find("UTF-8"), std::string::npos);
  }
  std::string bare;
  for (const char c : std::string("id,unit,received\n1,a,2024-01-05\n")) bare.append(1, c).append(1, '\0');
  EXPECT_EQ(survey(bare), "L-03");
}

TEST_F(TextDecoding, RefusesZeroBytesAsNoText) {
  EXPECT_EQ(survey(std::string("a,b\n1,\0\0\0\x01\n", 11)), "L-07");
  EXPECT_EQ(findings_[0].place.row, 2);
  EXPECT_EQ(survey(kGbText + std::string(300 * 1024, 'x') + std::string("\0", 1)), "L-07");
}

TEST_F(TextDecoding, DecodesGb18030AcrossBlocks) {
  // 甲 in two bytes, 𠮷 in four, digits that also occur inside four-byte sequences.
  const std::string unit =
      "\xBC\xD7\x95\x34\xB2\x35"
      "2,";
  std::string bytes = "\xB5\xA5";
  std::string expected = "单";
  while (bytes.size() < 200 * 1024) {
    bytes += unit;
    expected += "甲𠮷2,";
  }
  const std::string path = folder_.write("a.csv", bytes);
  TextDecoder decoder(path, {TextEncoding::gb18030, 0});
  std::string text;
  std::vector<char> buffer(1000);
  for (std::size_t got = decoder.read(buffer.data(), buffer.size()); got > 0;
       got = decoder.read(buffer.data(), buffer.size()))
    text.append(buffer.data(), got);
  EXPECT_FALSE(decoder.broken_at().has_value());
  EXPECT_TRUE(text == expected);
}

TEST_F(TextDecoding, ReportsBytesThatAreNeitherEncoding) {
  const Reading reading =
      read_grid(folder_.write("a.csv", kGbText + kGbText + "x,\xB5\xFF\xB5\xA5\n" + kGbText));
  EXPECT_EQ(reading.codes(), "L-03@3:0");
  EXPECT_FALSE(reading.whole);
  EXPECT_EQ(reading.grid.line(2), "申请编号|单位");
  EXPECT_EQ(reading.grid.rows.size(), 2U);
  const std::string position = std::to_string(2 * kGbText.size() + 3);
  EXPECT_NE(reading.findings[0].message.find(position), std::string::npos) << reading.findings[0].message;
}

TEST_F(TextDecoding, ReportsGb18030CutWithinACharacter) {
  const Reading reading = read_grid(folder_.write("a.csv", kGbText + "\xB5\xA5,\xB5"));
  EXPECT_EQ(reading.codes(), "L-03@2:0");
}

TEST_F(TextDecoding, ReadsGb18030WithItsMark) {
  const Reading reading = read_grid(folder_.write("a.csv", "\x84\x31\x95\x33" + kGbText));
  EXPECT_EQ(reading.grid.line(1), "申请编号|单位");
}

TEST_F(TextDecoding, FindsTheLineOfAByte) {
  const std::string path = folder_.write("a.csv", "a\nb\r\nc\rd");
  EXPECT_EQ(line_of_byte(path, 0), 1);
  EXPECT_EQ(line_of_byte(path, 2), 2);
  EXPECT_EQ(line_of_byte(path, 5), 3);
  EXPECT_EQ(line_of_byte(path, 7), 4);
}

}  // namespace
}  // namespace nianbao::testing
