#include "intake/csv_reader.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "support/xlsx_fixture.h"

namespace nianbao::testing {
namespace {

class CsvGrid : public ::testing::Test {
 protected:
  Reading read(const std::string& bytes, std::size_t stop_after = 0) {
    return read_grid(folder_.write("a.csv", bytes), "", stop_after);
  }
  TempFolder folder_;
};

TEST_F(CsvGrid, ReadsRowsWithTheirLines) {
  const Reading reading = read("编号,单位\n1,甲\n2,乙\n");
  EXPECT_TRUE(reading.whole);
  EXPECT_EQ(reading.codes(), "");
  EXPECT_EQ(reading.grid.line(1), "编号|单位");
  EXPECT_EQ(reading.grid.line(3), "2|乙");
  EXPECT_EQ(reading.grid.rows.size(), 3U);
  EXPECT_EQ(reading.grid.begins, 1);
}

TEST_F(CsvGrid, ReadsEveryLineEnding) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const Reading reading = read("a,b" + end + "c,d" + end + end + "e,f" + end);
    EXPECT_EQ(reading.grid.line(1), "a|b");
    EXPECT_EQ(reading.grid.line(2), "c|d");
    EXPECT_EQ(reading.grid.line(3), "-");
    EXPECT_EQ(reading.grid.line(4), "e|f");
  }
}

TEST_F(CsvGrid, ReadsLastLineWithoutLineEnd) {
  EXPECT_EQ(read("a,b\nc,d").grid.line(2), "c|d");
  EXPECT_EQ(read("a,b\nc,\"d\"").grid.line(2), "c|d");
  EXPECT_EQ(read("a,b\nc,").grid.line(2), "c|");
}

TEST_F(CsvGrid, KeepsDoubledQuotesDelimitersAndBlanks) {
  const Reading reading = read("\"a,1\",\"说\"\"好\"\"\",\"\"\"\",  x ,5\"\n");
  EXPECT_EQ(reading.grid.line(1), "a,1|说\"好\"|\"|  x |5\"");
  EXPECT_EQ(reading.codes(), "");
}

TEST_F(CsvGrid, KeepsLineBreakInsideCellAndCountsIt) {
  const Reading reading = read("a,\"一\r\n二\n三\r四\"\nb,c\n");
  EXPECT_EQ(reading.grid.line(1), "a|一\r\n二\n三\r四");
  EXPECT_EQ(reading.grid.line(5), "b|c");
}

TEST_F(CsvGrid, TakesWhiteSpaceAsBlankAndLeavesBlankRowsOut) {
  const Reading reading = read("a,　,b\n,,\n \t , \nc\n");
  EXPECT_EQ(reading.grid.line(1), "a||b");
  EXPECT_EQ(reading.grid.kinds.at(1)[1], GridKind::blank);
  EXPECT_EQ(reading.grid.kinds.at(1)[2], GridKind::text);
  EXPECT_EQ(reading.grid.line(2), "-");
  EXPECT_EQ(reading.grid.line(3), "-");
  EXPECT_EQ(reading.grid.line(4), "c");
}

TEST_F(CsvGrid, TakesTextOutOfTheFormulaThatGuardsIt) {
  const Reading reading =
      read("=\"0017\",\"=\"\"370102199001011234\"\"\",=\"\",=1+1,\"=\"\"a\"\"&\"\"b\"\"\"\n");
  EXPECT_EQ(reading.grid.line(1), "0017|370102199001011234||=1+1|=\"a\"&\"b\"");
  EXPECT_EQ(reading.codes(), "");
}

TEST_F(CsvGrid, KeepsZeroBlankAndSlashApart) {
  const Reading reading = read("0,,/,不适用\n");
  EXPECT_EQ(reading.grid.line(1), "0||/|不适用");
  EXPECT_EQ(reading.grid.kinds.at(1)[0], GridKind::text);
  EXPECT_EQ(reading.grid.kinds.at(1)[1], GridKind::blank);
}

TEST_F(CsvGrid, FindsTabAndSemicolonWhereNoCommaStands) {
  EXPECT_EQ(read("标题\na\tb,1\tc\n").grid.line(2), "a|b,1|c");
  EXPECT_EQ(read("a;b;c\n1;2,5;3\n").grid.line(2), "1|2,5|3");
  EXPECT_EQ(read("台账,,\na,x;y;z;w,c\n").grid.line(2), "a|x;y;z;w|c");
  EXPECT_EQ(read("\"a;b;c\",d\n").grid.line(1), "a;b;c|d");
  EXPECT_EQ(read("只有一列\n值\n").grid.line(2), "值");
}

TEST_F(CsvGrid, ReportsUnclosedQuoteWhereItOpens) {
  const Reading plain = read("a,b\n1,2\nc,\"d\ne,f\ng,h\n");
  EXPECT_EQ(plain.codes(), "L-09@3:2");
  EXPECT_EQ(plain.grid.rows.size(), 2U);
  EXPECT_FALSE(plain.whole);
  EXPECT_EQ(plain.findings[0].place.file, "data/a.csv");
  EXPECT_FALSE(plain.findings[0].hint.empty());
}

TEST_F(CsvGrid, ReportsTextAfterClosingQuoteAndGoesOn) {
  const Reading reading = read("a,b\n\"关于\"十四五\"规划\",x\n\"y\" ,z\n");
  EXPECT_EQ(reading.codes(), "L-09@2:1");
  EXPECT_FALSE(reading.whole);
  EXPECT_EQ(reading.grid.line(2), "关于十四五\"规划\"|x");
  EXPECT_EQ(reading.grid.line(3), "y|z");
}

TEST_F(CsvGrid, RefusesCellBeyondLimit) {
  const std::string most(kMaxCellBytes, 'x');
  EXPECT_EQ(read("a,b\n1," + most + "\n2,y\n").codes(), "");
  EXPECT_EQ(read("a,b\n1," + most + "x\n2,y\n").codes(), "L-10@2:2");
  EXPECT_EQ(read("a,b\n1,\"" + most + "x\"\n2,y\n").codes(), "L-10@2:2");
  EXPECT_EQ(read("a,b\n1,\"" + most + "x").codes(), "L-10@2:2");
}

TEST_F(CsvGrid, RefusesRowBeyondLimits) {
  EXPECT_EQ(read("a\n" + std::string(kMaxGridColumns - 1, ',') + "x\n").codes(), "");
  EXPECT_EQ(read("a,b\n" + std::string(kMaxGridColumns, ',') + "x\n").codes().substr(0, 6), "L-10@2");
  std::string wide = "a,b\n";
  for (int i = 0; i < 10; ++i) wide += std::string(kMaxCellBytes - 1, 'x') + ",";
  EXPECT_EQ(read(wide + "\n").codes().substr(0, 6), "L-10@2");
}

TEST_F(CsvGrid, ReadsRecordsLargerThanTheWindow) {
  const std::string large(700 * 1024, 'x');
  const Reading reading = read("a,b\n\"" + large + "\"\"\n\"," + large + "\nc,d\n");
  EXPECT_EQ(reading.codes(), "");
  EXPECT_EQ(reading.grid.rows.at(2)[0], large + "\"\n");
  EXPECT_EQ(reading.grid.rows.at(2)[1], large);
  EXPECT_EQ(reading.grid.line(4), "c|d");
}

// Every kind of token at every place relative to the end of the window.
TEST_F(CsvGrid, ReadsTheSameWhereverTheWindowEnds) {
  const std::string record = "\"甲\"\"乙\r\n丙\",丁,\"\",x\r\n";
  const std::size_t window = 256 * 1024;
  for (std::size_t back = 0; back <= record.size() + 1; ++back) {
    const std::string filler = std::string(window - 2 - back, 'f') + "\r\n";
    const Reading reading = read(filler + record + record);
    EXPECT_EQ(reading.codes(), "");
    EXPECT_EQ(reading.grid.line(2), "甲\"乙\r\n丙|丁||x") << back;
    EXPECT_EQ(reading.grid.line(4), "甲\"乙\r\n丙|丁||x") << back;
  }
}

TEST_F(CsvGrid, StopsWhenTheSinkHasEnough) {
  const Reading reading = read("a\nb\nc\n\"open", 2);
  EXPECT_TRUE(reading.whole);
  EXPECT_EQ(reading.grid.rows.size(), 2U);
}

TEST_F(CsvGrid, ReadsFromTheStartEachTimeAndSeesChanges) {
  const std::string path = folder_.write("a.csv", "a,b\n1,2\n");
  Diagnostics diagnostics;
  const auto reader = open_grid(path, "a.csv", "", diagnostics);
  ASSERT_NE(reader, nullptr);
  for (int i = 0; i < 2; ++i) {
    Grid grid;
    EXPECT_TRUE(reader->read(grid, diagnostics));
    EXPECT_EQ(grid.line(2), "1|2");
  }
  // In GB18030 now: what reaches the sink must still be UTF-8.
  folder_.write("a.csv", "a,b\n1,\xBC\xD7\xD2\xD2\n");
  Grid grid;
  EXPECT_TRUE(reader->read(grid, diagnostics));
  EXPECT_EQ(grid.line(2), "1|甲乙");
}

TEST_F(CsvGrid, ReportsFileOfBlanksAsEmpty) {
  EXPECT_EQ(read("\xEF\xBB\xBF").codes(), "L-06@0:0");
  EXPECT_EQ(read("\n\r\n,,\n").codes(), "L-06@0:0");
  EXPECT_EQ(read("").codes(), "L-06@0:0");
  EXPECT_EQ(read(",,\nx\n").codes(), "");
}

TEST_F(CsvGrid, DamageNeverCrashesOrYieldsBrokenText) {
  std::string bytes = "编号,单位,摘要\r\n";
  for (int i = 0; i < 60; ++i)
    bytes += std::to_string(i) + ",某市教育局,\"第" + std::to_string(i) + "件，\"\"征收\"\"\n公告\"\r\n";
  std::uint32_t state = 20240105;
  const auto random = [&state](std::size_t below) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state >> 8U) % below;
  };
  for (int round = 0; round < 600; ++round) {
    std::string damaged = bytes.substr(0, round % 3 == 0 ? random(bytes.size()) + 1 : bytes.size());
    for (std::size_t flips = round % 4; flips > 0; --flips)
      damaged[random(damaged.size())] = static_cast<char>(random(256));
    const Reading reading = read(damaged);
    EXPECT_TRUE(reading.whole || !reading.findings.empty());
    for (const auto& [number, cells] : reading.grid.rows)
      for (const std::string& cell : cells) EXPECT_TRUE(is_valid_utf8(cell)) << round;
  }
}

}  // namespace
}  // namespace nianbao::testing
