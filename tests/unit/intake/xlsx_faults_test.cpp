// Workbooks that are broken, hostile or beyond measure: each has its own finding and none takes the program
// down.
#include <gtest/gtest.h>

#include "intake/xlsx_merges.h"
#include "support/xlsx_fixture.h"

namespace nianbao::testing {
namespace {

const std::string kCell = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

class XlsxFaults : public ::testing::Test {
 protected:
  Reading read(const XlsxBuilder& builder) { return read_grid(builder.save(folder_)); }
  // Of a sheet whose first row is whole.
  std::string codes(const std::string& sheet_data) { return read(XlsxBuilder::of(sheet_data)).codes(); }
  std::string codes_without(const std::string& part, const std::string& content = {}) {
    XlsxBuilder builder = XlsxBuilder::of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
    builder.strings = {"<t>甲</t>"};
    builder.replaced[part] = content;
    const Reading reading = read(builder);
    for (const Diagnostic& finding : reading.findings) {
      EXPECT_FALSE(finding.hint.empty());
      EXPECT_EQ(finding.place.file, "data/book.xlsx");
    }
    return reading.codes();
  }
  TempFolder folder_;
};

TEST_F(XlsxFaults, ReportsMissingParts) {
  EXPECT_EQ(codes_without("docProps/app.xml"), "");
  EXPECT_EQ(codes_without("_rels/.rels"), "");  // the usual place is tried
  EXPECT_EQ(codes_without("xl/workbook.xml"), "L-09@0:0");
  EXPECT_EQ(codes_without("xl/_rels/workbook.xml.rels"), "L-09@0:0");
  EXPECT_EQ(codes_without("xl/worksheets/sheet1.xml"), "L-09@0:0");
  EXPECT_EQ(codes_without("xl/sharedStrings.xml"), "L-09@0:0");
  EXPECT_EQ(codes_without("xl/styles.xml"), "L-09@0:0");
}

TEST_F(XlsxFaults, ReportsBrokenXmlOfEveryPart) {
  for (const std::string part : {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                                 "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"}) {
    EXPECT_EQ(codes_without(part, "<workbook><a>"), "L-09@0:0") << part;
  }
  EXPECT_EQ(codes(kCell + "<row r=\"2\"><c r=\"A2\"><v>1</c></row>"), "L-09@0:0");
  EXPECT_EQ(codes(kCell + "<row r=\"2\"><c r=\"A2\"><v>\x01</v></c></row>"), "L-09@0:0");
}

TEST_F(XlsxFaults, KeepsRowsReadBeforeTheFault) {
  const Reading reading =
      read(XlsxBuilder::of(kCell + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>7</v></c></row>"));
  EXPECT_EQ(reading.codes(), "L-09@2:1");
  EXPECT_EQ(reading.findings[0].place.sheet, "台账");
  EXPECT_EQ(reading.grid.line(1), "1");
  EXPECT_FALSE(reading.whole);
}

TEST_F(XlsxFaults, ReportsRowsOutOfOrderAndStrangePlaces) {
  EXPECT_EQ(codes("<row r=\"5\"><c r=\"A5\"><v>1</v></c></row><row r=\"3\"/>"), "L-09@3:0");
  EXPECT_EQ(codes(kCell + "<row r=\"x\"/>"), "L-09@0:0");
  EXPECT_EQ(codes(kCell + "<row r=\"2\"><c r=\"17\"><v>1</v></c></row>"), "L-09@2:1");
}

TEST_F(XlsxFaults, RefusesSheetsBeyondTheirLimits) {
  EXPECT_EQ(codes(kCell + "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>"), "");
  EXPECT_EQ(codes(kCell + "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>"), "L-10@2:16385");
  EXPECT_EQ(codes(kCell + "<row r=\"2\"><c r=\"ZZZZZZZZZZZZ2\"><v>1</v></c></row>"), "L-10@2:16385");
  EXPECT_EQ(codes(kCell + "<row r=\"1048576\"><c><v>1</v></c></row>"), "");
  EXPECT_EQ(codes(kCell + "<row r=\"1048577\"><c><v>1</v></c></row>"), "L-10@1048577:0");
  const std::string large(kMaxCellBytes + 1, 'x');
  EXPECT_EQ(codes(kCell + "<row r=\"2\"><c r=\"B2\" t=\"str\"><v>" + large + "</v></c></row>"), "L-10@2:2");
  XlsxBuilder builder = XlsxBuilder::of(kCell);
  builder.strings = {"<t>" + large + "</t>"};
  EXPECT_EQ(read(builder).codes(), "L-10@0:0");
}

TEST_F(XlsxFaults, RefusesTooManyMergedAreas) {
  XlsxBuilder builder = XlsxBuilder::of(kCell);
  std::string& xml = builder.sheets[0].xml;
  xml += "<mergeCells>";
  for (std::size_t i = 0; i <= kMaxMergedAreas; ++i) xml += "<mergeCell ref=\"A1:B1\"/>";
  xml += "</mergeCells>";
  EXPECT_EQ(read(builder).codes(), "L-10@0:0");
}

TEST_F(XlsxFaults, ResolvesNoEntities) {
  const std::string secret = folder_.write("secret.txt", "机密");
  const std::string sheet = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file://" + secret +
                            "\">]><worksheet><sheetData><row r=\"1\">"
                            "<c r=\"A1\" t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>";
  XlsxBuilder builder = XlsxBuilder::of(kCell);
  builder.replaced["xl/worksheets/sheet1.xml"] = sheet;
  const Reading reading = read(builder);
  EXPECT_EQ(reading.codes(), "L-09@0:0");
  EXPECT_TRUE(reading.grid.rows.empty());
  std::string laughs = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c <= 'j'; ++c) {
    laughs += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) laughs += std::string("&") + static_cast<char>(c - 1) + ";";
    laughs += "\">";
  }
  builder.replaced["xl/worksheets/sheet1.xml"] = laughs + "]><w>&j;</w>";
  EXPECT_EQ(read(builder).codes(), "L-09@0:0");
}

TEST_F(XlsxFaults, RefusesBombs) {
  XlsxBuilder builder = XlsxBuilder::of(kCell);
  // 80 MiB of blanks in a few dozen KiB.
  builder.replaced["xl/worksheets/sheet1.xml"] =
      "<worksheet><sheetData>" + kCell + std::string(80 * 1024 * 1024, ' ') + "</sheetData></worksheet>";
  EXPECT_EQ(read(builder).codes(), "L-10@0:0");
  // One endless attribute, which a parser would have to hold.
  builder.replaced["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData a=\"" +
                                                 std::string(20 * 1024 * 1024, 'x') + "\">" + kCell +
                                                 "</sheetData></worksheet>";
  EXPECT_EQ(read(builder).codes(), "L-10@0:0");
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  builder.replaced["xl/worksheets/sheet1.xml"] = "<worksheet>" + deep;
  EXPECT_EQ(read(builder).codes(), "L-09@0:0");
}

TEST_F(XlsxFaults, FindsADeclaredSizeThatIsALie) {
  XlsxBuilder builder = XlsxBuilder::of(kCell);
  const std::string bytes = read_bytes(builder.save(folder_));
  // In the local header and in the directory the unpacked size of the sheet becomes smaller.
  std::string lie = bytes;
  const std::string name = "xl/worksheets/sheet1.xml";
  for (std::size_t at = lie.find(name); at != std::string::npos; at = lie.find(name, at + 1)) {
    const bool is_local = lie.compare(at - 30, 4, "PK\x03\x04") == 0;
    lie[at - (is_local ? 8 : 22)] = 1;
  }
  ASSERT_NE(lie, bytes);
  EXPECT_EQ(read_grid(folder_.write("lie.xlsx", lie)).codes(), "L-09@0:0");
}

TEST_F(XlsxFaults, FindsFlippedBitsByTheirChecksum) {
  XlsxBuilder builder = XlsxBuilder::of("");
  std::string text;
  for (int i = 0; i < 2000; ++i) text += std::to_string(i * 7919) + ",";
  builder.sheets[0].xml =
      "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + text + "</v></c></row></sheetData>";
  std::string bytes = read_bytes(builder.save(folder_));
  const std::size_t at = bytes.find("xl/worksheets/sheet1.xml") + 400;
  bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
  const Reading reading = read_grid(folder_.write("flip.xlsx", bytes));
  EXPECT_EQ(reading.codes(), "L-09@0:0");
  EXPECT_FALSE(reading.whole);
}

TEST_F(XlsxFaults, ReportsEmptyWorkbooks) {
  EXPECT_EQ(codes(""), "L-06@0:0");
  EXPECT_EQ(codes("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>"), "L-06@0:0");
}

TEST_F(XlsxFaults, DamageNeverCrashesOrPassesUnseen) {
  XlsxBuilder builder = XlsxBuilder::of("");
  std::string rows;
  for (int i = 1; i <= 60; ++i) {
    const std::string r = std::to_string(i);
    rows += "<row r=\"" + r + "\"><c r=\"A" + r + "\" t=\"s\"><v>" + std::to_string(i % 3) +
            "</v></c><c r=\"B" + r + "\" s=\"1\"><v>" + std::to_string(45000 + i) + "</v></c></row>";
  }
  builder.sheets[0].xml =
      "<sheetData>" + rows + "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";
  builder.strings = {"<t>甲</t>", "<r><t>乙</t></r>", "<t>丙</t>"};
  builder.formats = {"14"};
  const std::string bytes = read_bytes(builder.save(folder_, "whole.xlsx"));
  const std::string streamed = read_bytes(builder.save(folder_, "stream.xlsx", true));
  const Reading whole = read_grid(folder_.at("whole.xlsx"));
  ASSERT_EQ(whole.grid.rows.size(), 60U);
  std::uint32_t state = 20240105;
  const auto random = [&state](std::size_t below) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state >> 8U) % below;
  };
  for (int round = 0; round < 800; ++round) {
    std::string damaged = round % 2 == 0 ? bytes : streamed;
    if (round % 4 < 2)
      damaged.resize(random(damaged.size()) + 1);
    else
      for (std::size_t flips = 1 + random(3); flips > 0; --flips)
        damaged[random(damaged.size())] = static_cast<char>(random(256));
    const Reading reading = read_grid(folder_.write("damaged.xlsx", damaged));
    if (reading.findings.empty()) {
      // The flip met a byte without meaning (a time, a comment): nothing may differ.
      EXPECT_TRUE(reading.whole) << round;
      EXPECT_EQ(reading.grid.rows.size(), whole.grid.rows.size()) << round;
    } else {
      EXPECT_FALSE(reading.whole) << round;
    }
  }
}

}  // namespace
}  // namespace nianbao::testing
