// Workbooks built part by part: what each cell says.
#include <gtest/gtest.h>

#include "support/xlsx_fixture.h"

namespace nianbao::testing {
namespace {

class XlsxGrid : public ::testing::Test {
 protected:
  Reading read(const XlsxBuilder& builder, const std::string& sheet = {}) {
    return read_grid(builder.save(folder_), sheet);
  }
  Reading read(const std::string& sheet_data) { return read(XlsxBuilder::of(sheet_data)); }
  TempFolder folder_;
};

TEST_F(XlsxGrid, ReadsSharedStringsWithRunsAndWithoutReadings) {
  XlsxBuilder builder = XlsxBuilder::of(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
      "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c></row>");
  builder.strings = {"<t>申请 &amp; &lt;编号&gt;</t>",
                     "<r><rPr><b/></rPr><t>单</t></r><r><t xml:space=\"preserve\"> 位 </t></r>"
                     "<rPh sb=\"0\" eb=\"1\"><t>DAN</t></rPh><phoneticPr fontId=\"1\"/>",
                     "<t>一_x000D_\n二_x005F_x000D_</t>", "<t> </t>"};
  const Reading reading = read(builder);
  EXPECT_EQ(reading.codes(), "");
  EXPECT_TRUE(reading.whole);
  EXPECT_EQ(reading.grid.line(1), "申请 & <编号>|单 位 |一\r\n二_x000D_|");
  EXPECT_EQ(reading.grid.kinds.at(1)[3], GridKind::blank);
  EXPECT_EQ(reading.grid.sheet, "台账");
}

TEST_F(XlsxGrid, ReadsInlineStrings) {
  const Reading reading = read(
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c><c r=\"B1\" t=\"inlineStr\"><is>"
      "<r><t>乙</t></r><r><t>丙</t></r><rPh sb=\"0\" eb=\"1\"><t>YI</t></rPh></is></c></row>");
  EXPECT_EQ(reading.grid.line(1), "甲|乙丙");
  EXPECT_EQ(reading.grid.kinds.at(1)[1], GridKind::text);
}

TEST_F(XlsxGrid, ReadsNumbersInTheirShortestForm) {
  const std::pair<const char*, const char*> cases[] = {{"1E+05", "100000"},
                                                       {"0.1", "0.1"},
                                                       {"0.10000000000000001", "0.1"},
                                                       {"4166.2416190000004", "4166.241619"},
                                                       {"0.30000000000000004", "0.3"},
                                                       {"-1.5E-3", "-0.0015"},
                                                       {"5.0", "5"},
                                                       {"-0", "0"},
                                                       {"007", "7"},
                                                       {"3.7010219900101E+17", "370102199001010000"},
                                                       {"370102199001011234", "370102199001011234"},
                                                       {"1e21", "1000000000000000000000"},
                                                       {"123456.75", "123456.75"},
                                                       {" 12 ", "12"},
                                                       {"2.5E0", "2.5"},
                                                       {"12.50", "12.5"}};
  for (const auto& [raw, expected] : cases) {
    const Reading reading = read("<row r=\"1\"><c r=\"A1\"><v>" + std::string(raw) + "</v></c></row>");
    EXPECT_EQ(reading.grid.line(1), expected) << raw;
    EXPECT_EQ(reading.grid.kinds.at(1)[0], GridKind::number) << raw;
  }
}

TEST_F(XlsxGrid, KeepsNumbersKeptAsText) {
  XlsxBuilder builder =
      XlsxBuilder::of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>");
  builder.strings = {"<t>370102199001011234</t>", "<t>0012.50</t>"};
  const Reading reading = read(builder);
  EXPECT_EQ(reading.grid.line(1), "370102199001011234|0012.50");
  EXPECT_EQ(reading.grid.kinds.at(1)[0], GridKind::text);
}

TEST_F(XlsxGrid, KeepsZeroBlankAndErrorApart) {
  const Reading reading = read(
      "<row r=\"1\"><c r=\"A1\"><v>0</v></c><c r=\"B1\"/><c r=\"C1\" t=\"e\"><v>#REF!</v></c>"
      "<c r=\"D1\" t=\"b\"><v>1</v></c><c r=\"E1\" t=\"b\"><v>0</v></c><c r=\"F1\"><v></v></c></row>");
  EXPECT_EQ(reading.grid.line(1), "0||#REF!|TRUE|FALSE|");
  const auto& kinds = reading.grid.kinds.at(1);
  EXPECT_EQ(kinds[0], GridKind::number);
  EXPECT_EQ(kinds[1], GridKind::blank);
  EXPECT_EQ(kinds[2], GridKind::error);
  EXPECT_EQ(kinds[5], GridKind::blank);
}

TEST_F(XlsxGrid, ReadsCachedResultsOfFormulas) {
  const Reading reading = read(
      "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" "
      "t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>"
      "<c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"D1\" t=\"b\"><f>TRUE()</f><v>1</v></c>"
      "<c r=\"E1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"F1\"><f>A1</f></c><c "
      "r=\"G1\"><f>A1</f><v></v></c></row>");
  EXPECT_EQ(reading.grid.line(1), "2|ab|#DIV/0!|TRUE||#未计算|#未计算");
  const auto& kinds = reading.grid.kinds.at(1);
  EXPECT_EQ(kinds[0], GridKind::number);
  EXPECT_EQ(kinds[2], GridKind::error);
  EXPECT_EQ(kinds[4], GridKind::blank);
  EXPECT_EQ(kinds[5], GridKind::error);
}

TEST_F(XlsxGrid, ReadsDatesInBothDateSystems) {
  XlsxBuilder builder = XlsxBuilder::of(
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45296</v></c><c r=\"B1\" s=\"1\"><v>45351.5625</v></c>"
      "<c r=\"C1\"><v>45296</v></c><c r=\"D1\" t=\"d\"><v>2024-01-05T00:00:00</v></c></row>");
  builder.formats = {"14"};
  EXPECT_EQ(read(builder).grid.line(1), "2024-01-05|2024-02-29|45296|2024-01-05");
  EXPECT_EQ(read(builder).grid.kinds.at(1)[0], GridKind::date);
  EXPECT_EQ(read(builder).grid.kinds.at(1)[2], GridKind::number);
  EXPECT_EQ(read(builder).grid.kinds.at(1)[3], GridKind::date);
  builder.workbook_properties = "date1904=\"1\"";
  EXPECT_EQ(read(builder).grid.line(1), "2028-01-06|2028-03-01|45296|2024-01-05");
}

TEST_F(XlsxGrid, TakesCellStylesOnlyForDates) {
  XlsxBuilder builder = XlsxBuilder::of(
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45296</v></c><c r=\"B1\" s=\"2\"><v>45296</v></c>"
      "<c r=\"C1\" s=\"0\"><v>45296</v></c><c r=\"D1\" s=\"99\"><v>45296</v></c></row>");
  builder.formats = {"0.00", "[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"};
  EXPECT_EQ(read(builder).grid.line(1), "45296|2024-01-05|45296|45296");
}

TEST_F(XlsxGrid, LeavesDatesBeyondTheCalendarAsNumbers) {
  XlsxBuilder builder = XlsxBuilder::of("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>-5</v></c></row>");
  builder.formats = {"14"};
  EXPECT_EQ(read(builder).grid.line(1), "-5");
  EXPECT_EQ(read(builder).grid.kinds.at(1)[0], GridKind::number);
}

TEST_F(XlsxGrid, CountsRowsAndCellsWithoutReferences) {
  const Reading reading = read(
      "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r=\"5\"><c "
      "r=\"B5\"><v>2</v></c><c><v>3</v></c></row>"
      "<row><c><v>9</v></c></row>");
  EXPECT_EQ(reading.grid.line(1), "1||3");
  EXPECT_EQ(reading.grid.line(5), "|2|3");
  EXPECT_EQ(reading.grid.line(6), "9");
}

TEST_F(XlsxGrid, LeavesRowsWithoutContentOut) {
  const Reading reading = read(
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\" s=\"0\"/></row><row r=\"3\"/>"
      "<row r=\"4\"><c r=\"C4\"><v>2</v></c></row>");
  EXPECT_EQ(reading.grid.rows.size(), 2U);
  EXPECT_EQ(reading.grid.line(4), "||2");
}

TEST_F(XlsxGrid, GivesMergedAreasBeforeTheFirstRow) {
  XlsxBuilder builder;
  builder.sheets.push_back(
      {"台账", "",
       "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>mergeCells</t></is></c>"
       "</row></sheetData><sheetProtection/><mergeCells count=\"2\"><mergeCell ref=\"A1:D1\"/>"
       "<mergeCell ref=\"B2:B14\"/></mergeCells><pageMargins/>"});
  const Reading reading = read(builder);
  EXPECT_EQ(reading.codes(), "");
  ASSERT_EQ(reading.grid.merged.size(), 2U);
  EXPECT_EQ(reading.grid.merged[0].last_column, 4);
  EXPECT_EQ(reading.grid.merged[1].first_row, 2);
  EXPECT_EQ(reading.grid.merged[1].last_row, 14);
  EXPECT_EQ(reading.grid.merged[1].first_column, 2);
}

TEST_F(XlsxGrid, FindsMergedAreasWhereverABlockEnds) {
  const std::size_t block = 64 * 1024;
  const std::string head =
      std::string(kXmlHead) + "<x:worksheet xmlns:x=\"" + kMainSpace + "\"><x:sheetData>";
  const std::string row = "<x:row r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row></x:sheetData>";
  for (std::size_t back = 0; back < 40; ++back) {
    XlsxBuilder builder = XlsxBuilder::of("");
    const std::size_t used = head.size() + row.size() + back;
    builder.replaced["xl/worksheets/sheet1.xml"] =
        head + row + std::string(block - used, ' ') +
        "<x:mergeCells><x:mergeCell ref=\"A1:B2\"/></x:mergeCells></x:worksheet>";
    const Reading reading = read(builder);
    EXPECT_EQ(reading.codes(), "");
    EXPECT_EQ(reading.grid.merged.size(), 1U) << back;
  }
}

TEST_F(XlsxGrid, ReadsPrefixedAndStrictWorkbooks) {
  const std::string strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  const std::string relations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  XlsxBuilder builder = XlsxBuilder::of("");
  builder.replaced["_rels/.rels"] = std::string("<Relationships xmlns=\"") + kPackageSpace +
                                    "\"><Relationship Id=\"a\" Type=\"" + relations +
                                    "/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>";
  builder.replaced["xl/workbook.xml"] =
      "<x:workbook xmlns:x=\"" + strict + "\" xmlns:q=\"" + relations +
      "\" conformance=\"strict\"><x:workbookPr date1904=\"false\"/><x:sheets>"
      "<x:sheet name=\"甲\" sheetId=\"7\" q:id=\"z9\"/></x:sheets></x:workbook>";
  builder.replaced["xl/_rels/workbook.xml.rels"] =
      std::string("<p:Relationships xmlns:p=\"") + kPackageSpace + "\"><p:Relationship Id=\"z9\" Type=\"" +
      relations + "/worksheet\" Target=\"/xl/../xl/Worksheets/Sheet1.XML\"/></p:Relationships>";
  builder.replaced["xl/worksheets/sheet1.xml"] = "<x:worksheet xmlns:x=\"" + strict +
                                                 "\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" "
                                                 "t=\"inlineStr\"><x:is><x:t>严格</x:t></x:is></x:c></x:row>"
                                                 "</x:sheetData></x:worksheet>";
  const Reading reading = read(builder);
  EXPECT_EQ(reading.codes(), "");
  EXPECT_EQ(reading.grid.line(1), "严格");
  EXPECT_EQ(reading.grid.sheet, "甲");
}

TEST_F(XlsxGrid, ReadsPackagesWrittenAsAStream) {
  XlsxBuilder builder = XlsxBuilder::of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
  builder.strings = {"<t>甲</t>"};
  EXPECT_EQ(read_grid(builder.save(folder_, "stream.xlsx", true)).grid.line(1), "甲");
}

TEST_F(XlsxGrid, OpensSheetsThatHaveCellsTheHiddenOnesLast) {
  const std::string cell = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>";
  XlsxBuilder builder;
  builder.sheets = {{"空", "", "<sheetData/>"},
                    {"隐", "hidden", cell},
                    {"甲", "", cell},
                    {"深隐", "veryHidden", cell},
                    {"乙", "visible", cell}};
  const std::string path = builder.save(folder_);
  Diagnostics diagnostics;
  const auto grids = open_all_grids(path, "book.xlsx", diagnostics);
  std::string names;
  for (const auto& grid : grids) names += grid->sheet() + (grid->is_hidden() ? "（隐藏）" : "");
  EXPECT_EQ(names, "甲乙隐（隐藏）深隐（隐藏）");
  EXPECT_TRUE(diagnostics.sorted().empty());
  EXPECT_EQ(read_grid(path).grid.sheet, "甲");
  EXPECT_EQ(read_grid(path, "隐").grid.line(1), "1");
  EXPECT_EQ(read_grid(path, "空").codes(), "L-06@0:0");
}

TEST_F(XlsxGrid, OpensHiddenSheetsWhenAllAreHidden) {
  XlsxBuilder builder = XlsxBuilder::of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  builder.sheets[0].state = "hidden";
  EXPECT_EQ(read(builder).grid.line(1), "1");
}

TEST_F(XlsxGrid, NamesNearestSheetWhenOneIsMissing) {
  XlsxBuilder builder = XlsxBuilder::of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  builder.sheets[0].name = "依申请台账";
  const Reading near = read(builder, "申请台帐");
  EXPECT_EQ(near.codes(), "L-05@0:0");
  EXPECT_NE(near.findings[0].message.find("申请台帐"), std::string::npos);
  EXPECT_NE(near.findings[0].hint.find("依申请台账"), std::string::npos);
  EXPECT_NE(read(builder, "units").findings[0].hint.find("依申请台账"), std::string::npos);
  EXPECT_EQ(read(builder, " 依申请　台账").grid.line(1), "1");
}

TEST_F(XlsxGrid, SkipsChartSheets) {
  XlsxBuilder builder = XlsxBuilder::of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
  builder.sheets.push_back({"图表", "", ""});
  auto parts = builder.parts();
  for (auto& [name, content] : parts) {
    const std::size_t at = content.find("worksheet\" Target=\"worksheets/sheet2.xml");
    if (at != std::string::npos) content.replace(at, 9, "chartsheet");
  }
  write_zip(folder_.at("chart.xlsx"), parts);
  Diagnostics diagnostics;
  EXPECT_EQ(open_all_grids(folder_.at("chart.xlsx"), "chart.xlsx", diagnostics).size(), 1U);
}

TEST_F(XlsxGrid, ReadsFromTheStartEachTimeAndStopsOnDemand) {
  const std::string path =
      XlsxBuilder::of(
          "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>")
          .save(folder_);
  Diagnostics diagnostics;
  const auto reader = open_grid(path, "book.xlsx", "台账", diagnostics);
  ASSERT_NE(reader, nullptr);
  for (int i = 0; i < 3; ++i) {
    Grid grid;
    grid.stop_after = i == 1 ? 1 : 0;
    EXPECT_TRUE(reader->read(grid, diagnostics));
    EXPECT_EQ(grid.rows.size(), i == 1 ? 1U : 2U);
  }
}

TEST_F(XlsxGrid, LetsExceptionsOfTheSinkThrough) {
  struct Thrower : GridSink {
    bool row(const GridRow&) override { throw std::runtime_error("sink"); }
  };
  Diagnostics diagnostics;
  const auto reader = open_grid(XlsxBuilder::of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").save(folder_),
                                "book.xlsx", "", diagnostics);
  ASSERT_NE(reader, nullptr);
  Thrower thrower;
  EXPECT_THROW(reader->read(thrower, diagnostics), std::runtime_error);
}

}  // namespace
}  // namespace nianbao::testing
