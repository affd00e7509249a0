// Charts of workbooks, read back from their XML together with the cells that they refer to.
#include "export/xlsx_chart.h"

#include <cstdlib>

#include "xlsx_test_support.h"

namespace nianbao {
namespace {

Chart months_chart() {
  Chart chart;
  chart.name = "chart_months";
  chart.title = "各月收到申请";
  chart.unit = "件";
  chart.categories = {"1月", "2月", "3月", "4月"};
  chart.series = {{"", {std::int64_t{31}, CellValue{}, std::int64_t{0}, std::string("/")}}};
  return chart;
}

Chart stacked_chart() {
  Chart chart;
  chart.name = "chart_tasks";
  chart.title = "任务落实";
  chart.unit = "项";
  chart.kind = ChartKind::bars;
  chart.stacked = true;
  chart.categories = {"优化营商环境", "促进民生改善"};
  chart.series = {{"已完成", {std::int64_t{9}, std::int64_t{7}}}, {"", {CellValue{}, std::int64_t{2}}}};
  return chart;
}

Sheet with_charts(Sheet sheet, std::vector<Chart> charts) {
  sheet.charts = std::move(charts);
  return sheet;
}

class XlsxChart : public XlsxTest {
 protected:
  void SetUp() override {
    if (!has_openpyxl()) GTEST_SKIP() << "python3-openpyxl is not installed";
  }
  std::string charts(const Sheet& sheet) {
    write_xlsx(make_document({sheet}), folder_.file("a.xlsx"));
    return run(std::string("/usr/bin/python3 " NIANBAO_SOURCE "/tests/unit/export/xlsx_charts.py ") +
               folder_.file("a.xlsx"));
  }
};

TEST_F(XlsxChart, IsDrawnFromCellsUnderIt) {
  EXPECT_EQ(charts(with_charts(make_sheet("时效", {}), {months_chart()})),
            "chart 时效 0 0 14 2 oneCell 柱形图“各月收到申请”，单位：件，4 项，从1月到4月。\n"
            "kind col clustered gap 56\n"
            "title 各月收到申请 legend False\n"
            "catAx - order minMax at b grid False step -\n"
            "valAx 单位：件 order minMax at l grid True step -\n"
            "series '时效'!$B$16 数值\n"
            "names '时效'!$A$17:$A$20 1月 2月 3月 4月\n"
            "values '时效'!$B$17:$B$20 31 - 0 -\n"
            "colour 2F5B8A figures True hidden 3\n");
}

TEST_F(XlsxChart, KeepsBlankNoughtAndTextApartInItsCells) {
  const std::string dump = seen(make_document({with_charts(make_sheet("时效", {}), {months_chart()})}));
  for (const char* line :
       {"cell 时效 A15 s 图表数据：各月收到申请（单位：件） = '图表数据：各月收到申请（单位：件）' General",
        "cell 时效 B17 n 31 = 31 0", "blank 时效 B18", "cell 时效 B19 n 0 = 0 0",
        "cell 时效 B20 s / = '/' General", "name Chart_months '时效'!$A$16:$B$20"})
    EXPECT_NE(("\n" + dump).find(std::string("\n") + line + "\n"), std::string::npos) << line << "\n" << dump;
}

TEST_F(XlsxChart, OfLyingBarsBeginsAtTheTop) {
  EXPECT_EQ(charts(with_charts(make_sheet("任务", {}), {stacked_chart()})),
            "chart 任务 0 0 10 3 oneCell "
            "堆积条形图“任务落实”，单位：项，2 项，从优化营商环境到促进民生改善，2 组：已完成、系列2。\n"
            "kind bar stacked gap 56\n"
            "title 任务落实 legend True\n"
            "catAx - order maxMin at l grid False step -\n"
            "valAx 单位：项 order minMax at b grid True step 2\n"
            "series '任务'!$B$12 已完成\n"
            "names '任务'!$A$13:$A$14 优化营商环境 促进民生改善\n"
            "values '任务'!$B$13:$B$14 9 7\n"
            "colour 2F5B8A figures True hidden\n"
            "series '任务'!$C$12 系列2\n"
            "names '任务'!$A$13:$A$14 优化营商环境 促进民生改善\n"
            "values '任务'!$C$13:$C$14 - 2\n"
            "colour E0C288 figures True hidden\n");
}

TEST_F(XlsxChart, StandsUnderTheTablesOfAForm) {
  const std::string dump =
      charts(with_charts(make_sheet("三", {make_form()}), {months_chart(), stacked_chart()}));
  EXPECT_NE(dump.find("chart 三 8 0"), std::string::npos) << dump;
  EXPECT_EQ(dump.find("differs"), std::string::npos) << dump;
  EXPECT_EQ(dump.find("Traceback"), std::string::npos) << dump;
}

TEST_F(XlsxChart, HasTheHeadingsOfALongTableOverItOnly) {
  for (const std::size_t rows : {10U, 80U}) {
    Table table = make_list("a", std::vector<std::vector<CellValue>>(rows, {std::string("甲")}));
    const std::string dump = seen(make_document({with_charts(make_sheet("表", {table}), {months_chart()})}));
    const std::string titles = rows > 40 ? "titles $1:$1" : "titles None";
    EXPECT_NE(dump.find("freeze A2 filter None " + titles), std::string::npos) << dump;
  }
}

// Frozen headings, filter and list are those of the sheet without charts.
TEST_F(XlsxChart, LeavesAListAsItIs) {
  Sheet list = make_sheet("2024", {make_list("list", {{std::string("甲"), std::int64_t{1}}})}, true);
  list.notes = {"注"};
  const std::string plain = seen(make_document({list}));
  list.charts = {months_chart()};
  const std::string charted = seen(make_document({list}));
  std::string_view rest = plain;
  for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
    const std::string line(rest.substr(0, end + 1));
    if (line.rfind("breaks", 0) != 0) {
      EXPECT_NE(charted.find(line), std::string::npos) << line;
    }
    rest.remove_prefix(end + 1);
  }
  const std::string dump = charts(list);
  EXPECT_NE(dump.find("values '2024'!$B$22:$B$25 31 - 0 -\n"), std::string::npos) << dump;
  EXPECT_NE(dump.find("chart 2024 5 0"), std::string::npos) << dump;  // behind an empty row
  EXPECT_EQ(dump.find("differs"), std::string::npos) << dump;
}

TEST_F(XlsxChart, QuotesNamesOfSheetsAndTakesNoTextForAFormula) {
  Chart chart = months_chart();
  chart.title = "=1+1 <&>";
  chart.categories = {"=A1", "", "<&\x01>", "'"};
  chart.series[0].name = "=B2";
  for (const char* name : {"2024", "A1", "它's", "a!b", "R1C1", "年 报"}) {
    const std::string dump = charts(with_charts(make_sheet(name, {}), {chart}));
    EXPECT_NE(dump.find("title  =1+1 <&> "), std::string::npos) << name << "\n" << dump;
    EXPECT_NE(dump.find(" =A1 - <&␁> '\n"), std::string::npos) << name << "\n" << dump;
    EXPECT_NE(dump.find(" =B2\n"), std::string::npos) << name << "\n" << dump;
    EXPECT_EQ(dump.find("differs"), std::string::npos) << name << "\n" << dump;
    EXPECT_EQ(dump.find("Traceback"), std::string::npos) << name << "\n" << dump;
  }
}

TEST_F(XlsxChart, WithoutFiguresIsSaidInWords) {
  Chart chart = months_chart();
  chart.series[0].values = {CellValue{}};
  const Sheet form = with_charts(make_sheet("一", {}), {chart, Chart{}});
  EXPECT_EQ(charts(form), "");
  const std::string dump = seen(make_document({form}));
  EXPECT_NE(dump.find("cell 一 A1 s 没有数据 = "), std::string::npos) << dump;
  Sheet list = form;
  list.data = true;
  EXPECT_EQ(charts(list), "");
  EXPECT_NE(
      seen(make_document({list})).find("cell 一 A1 s 图表数据：各月收到申请（单位：件）（没有数据） = "),
      std::string::npos);
}

TEST_F(XlsxChart, HasCountsInWholeSteps) {
  Chart chart = months_chart();
  chart.series[0].values = {std::int64_t{1}, std::int64_t{2}};
  EXPECT_NE(charts(with_charts(make_sheet("一", {}), {chart})).find("grid True step 1\n"), std::string::npos);
  chart.series[0].values = {*Decimal::parse("1.5")};
  EXPECT_NE(charts(with_charts(make_sheet("一", {}), {chart})).find("grid True step -\n"), std::string::npos);
}

TEST_F(XlsxChart, ManyUnitsMakeItLonger) {
  Chart chart = stacked_chart();
  const int few = chart_rows(chart);
  chart.categories.assign(60, "某单位");
  EXPECT_GT(chart_rows(chart), few + 40);
  const std::string dump = charts(with_charts(make_sheet("一", {}), {chart}));
  EXPECT_NE(dump.find("chart 一 0 0 " + std::to_string(chart_rows(chart)) + " 3 "), std::string::npos)
      << dump;
}

TEST_F(XlsxChart, StartsANewPageWhereItDoesNotFit) {
  Table tall = make_list("a", std::vector<std::vector<CellValue>>(30, {std::string("甲")}));
  const std::string dump = seen(make_document({with_charts(make_sheet("表", {tall}), {months_chart()})}));
  EXPECT_NE(dump.find("breaks 1 32\n"), std::string::npos) << dump;
}

TEST_F(XlsxTest, ChartsAreTheSameBytesForTheSameDocument) {
  const Document document = make_document({with_charts(make_sheet("一", {make_form()}), {months_chart()}),
                                           with_charts(make_sheet("二", {}, true), {stacked_chart()})});
  write_xlsx(document, folder_.file("a.xlsx"));
  write_xlsx(document, folder_.file("b.xlsx"));
  EXPECT_EQ(read_bytes(folder_.file("a.xlsx")), read_bytes(folder_.file("b.xlsx")));
}

TEST_F(XlsxTest, ChartsOfReportTextsStayOutOfTheWorkbook) {
  Document document = make_document({make_sheet("一", {make_form()})});
  write_xlsx(document, folder_.file("a.xlsx"));
  document.blocks.emplace_back(months_chart());
  write_xlsx(document, folder_.file("b.xlsx"));
  EXPECT_EQ(read_bytes(folder_.file("a.xlsx")), read_bytes(folder_.file("b.xlsx")));
}

// LibreOffice draws them: a page with the names of the axes, and nothing said on its error stream.
TEST_F(XlsxTest, ChartsAreDrawnByLibreOffice) {
  if (std::system("command -v soffice >/dev/null 2>&1 && command -v pdftotext >/dev/null 2>&1") != 0)
    GTEST_SKIP() << "LibreOffice or pdftotext is not installed";
  write_xlsx(make_document({with_charts(make_sheet("一", {}), {months_chart(), stacked_chart()})}),
             folder_.file("a.xlsx"));
  run("cd " + folder_.file("") + " && HOME=$PWD timeout 120 soffice -env:UserInstallation=file://" +
      folder_.file("profile") + " --headless --convert-to pdf a.xlsx");
  const std::string text = run("pdftotext -layout " + folder_.file("a.pdf") + " -");
  // Once as a heading of the data and once in the legend.
  const std::size_t first = text.find("已完成");
  ASSERT_NE(first, std::string::npos) << text;
  EXPECT_NE(text.find("已完成", first + 1), std::string::npos) << text;
}

}  // namespace
}  // namespace nianbao
