#include "export/xlsx_export.h"

#include <cstdlib>
#include <stdexcept>

#include "xlsx_test_support.h"

namespace nianbao {
namespace {

Document whole_document() {
  Sheet form = make_sheet("三、申请情况", {make_form()});
  form.title = "收到和处理政府信息公开申请情况";
  form.notes = {"单位：件"};
  form.tables[0].caption = "表三";
  form.tables[0].note = "注：表内数据核定时点为12月31日。";
  Table list =
      make_list("figures_long", {{std::string("甲"), std::int64_t{12}, *Decimal::parse("96171.60")},
                                 {std::string("=1+1"), CellValue{}, std::string("/")},
                                 {std::string("合计"), std::int64_t{12}, *Decimal::parse("96171.60")}});
  list.cells[9].role = CellRole::label;
  list.cells[10].sum_of = {{1, 1, 2, 1}};
  return make_document({form, make_sheet("2024", {list}, true)});
}

class XlsxExport : public XlsxTest {
 protected:
  void SetUp() override {
    if (!has_openpyxl()) GTEST_SKIP() << "python3-openpyxl is not installed";
  }
  // Every line must be there.
  static void expect_lines(const std::string& seen, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      EXPECT_NE(("\n" + seen).find("\n" + line + "\n"), std::string::npos) << line << "\nis missing in\n"
                                                                           << seen;
    }
  }
};

TEST_F(XlsxExport, FormSheetIsSetUpForPaper) {
  expect_lines(
      seen(whole_document()),
      {"sheet 三、申请情况 portrait paper 9 fit (1, 1) centred True freeze A7 filter None titles $4:$6",
       "header None None footer — &P —", "merged A1:J1", "merged A4:C6", "merged D4:J4", "merged D5:D6",
       "merged A7:A10"});
}

TEST_F(XlsxExport, TotalsAreLiveFormulasWithTheirResults) {
  expect_lines(seen(whole_document()),
               {"cell 三、申请情况 J7 f '=SUM(D7:I7)' = 99 0", "cell 三、申请情况 D10 f '=SUM(D7:D9)' = 36 0",
                "cell 三、申请情况 D7 n 9 = 9 0", "cell 2024 B4 f '=SUM(B2:B3)' = 12 0"});
}

TEST_F(XlsxExport, DataSheetIsAPlainList) {
  const std::string dump = seen(whole_document());
  expect_lines(dump,
               {"sheet 2024 portrait paper 9 fit (1, 0) centred True freeze A2 filter A1:C3 titles $1:$1",
                "cell 2024 A1 s 列1 = '列1' General", "cell 2024 A2 s 甲 = '甲' General",
                "cell 2024 C2 n 96171.6 = 96171.6 0.00", "blank 2024 B3", "cell 2024 C3 s / = '/' General"});
  EXPECT_EQ(dump.substr(dump.find("\nsheet 2024")).find("merged"), std::string::npos);
}

TEST_F(XlsxExport, TextIsNeverAFormulaALinkOrANumber) {
  const std::vector<std::string> texts = {"=1+1",        "+86", "-3",  "@SUM(A1)",
                                          "http://a.cn", "12",  "007", "{=1}"};
  std::vector<std::vector<CellValue>> rows;
  for (const std::string& text : texts) rows.push_back({text});
  const std::string dump = seen(make_document({make_sheet("文字", {make_list("t", rows)}, true)}));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string format = i < 4 ? "@" : "General";
    expect_lines(
        dump, {"cell 文字 A" + std::to_string(i + 2) + " s " + texts[i] + " = '" + texts[i] + "' " + format});
  }
}

TEST_F(XlsxExport, NumbersThatWouldLoseDigitsStayText) {
  const std::string dump =
      seen(make_document({make_sheet("数",
                                     {make_list("t", {{std::int64_t{9007199254740993}},
                                                      {*Decimal::parse("12345678901234.567")},
                                                      {std::int64_t{-7}}})},
                                     true)}));
  expect_lines(dump, {"cell 数 A2 s 9007199254740993 = '9007199254740993' @",
                      "cell 数 A3 s 12345678901234.567 = '12345678901234.567' @", "cell 数 A4 n -7 = -7 0"});
}

TEST_F(XlsxExport, SumThatDoesNotHoldIsWrittenAsItsValue) {
  Table form = make_form();
  form.cells.back().value = std::int64_t{1};
  expect_lines(seen(make_document({make_sheet("三", {form})})), {"cell 三 J7 n 1 = 1 0"});
}

TEST_F(XlsxExport, PropertiesAndNamesComeFromTheDocument) {
  expect_lines(
      seen(whole_document()),
      {"title 某市人民政府2024年政府信息公开工作年度报告 creator 某市人民政府 created 2025-01-24T00:00:00",
       "name Table_3 '三、申请情况'!$A$4:$J$10", "name Figures_long '2024'!$A$1:$C$4"});
}

TEST_F(XlsxExport, DraftShowsOnEverySheet) {
  Document document = whole_document();
  document.draft = true;
  expect_lines(seen(document),
               {"cell 三、申请情况 A1 s 草稿：数据还有错误没有改正，不得对外公布 = "
                "'草稿：数据还有错误没有改正，不得对外公布' General",
                "cell 2024 A1 s 草稿：数据还有错误没有改正，不得对外公布 = "
                "'草稿：数据还有错误没有改正，不得对外公布' General",
                "cell 2024 A2 s 列1 = '列1' General", "header None 草稿 footer — &P —",
                "sheet 2024 portrait paper 9 fit (1, 0) centred True freeze A3 filter A2:C4 titles $2:$2"});
}

TEST_F(XlsxExport, TablesOfDifferentShapeStandInOneSheet) {
  Table two = make_list("table2", {{std::string("规章"), std::int64_t{1}, std::int64_t{2}, std::int64_t{3}}});
  two.cells[7].sum_of = {{1, 1, 1, 2}};
  const std::string dump = seen(make_document({make_sheet("表", {two, make_form()})}));
  EXPECT_EQ(dump.find("Traceback"), std::string::npos) << dump;
  EXPECT_NE(dump.find("name Table_2"), std::string::npos);
  EXPECT_NE(dump.find("name Table_3"), std::string::npos);
  std::size_t formulas = 0;
  for (std::size_t at = dump.find(" f '=SUM("); at != std::string::npos;
       at = dump.find(" f '=SUM(", at + 1)) {
    ++formulas;
  }
  EXPECT_EQ(formulas, 1U + 4U + 6U);
}

TEST_F(XlsxExport, TableThatMustStayWholeStartsANewPage) {
  Table tall = make_list("a", std::vector<std::vector<CellValue>>(35, {std::string("甲")}));
  const std::string dump = seen(make_document({make_sheet("表", {tall, make_form()})}));
  EXPECT_NE(dump.find("breaks 1 37\n"), std::string::npos) << dump;
}

TEST_F(XlsxExport, OddNamesAndTextsMakeAValidWorkbook) {
  Sheet odd = make_sheet("a:b/c*d?[e]", {make_list("T3", {{std::string("\x01_x0041_\xFF<&>")}})}, true);
  odd.title = "100% & 2024";
  Sheet same = make_sheet("A:B/C*D?[E]", {make_list("t3", {{std::string(" 前后空格 \n换行")}})}, true);
  expect_lines(seen(make_document({odd, same, make_sheet("", {})})),
               {"name T_3 'a_b_c_d__e_'!$A$1:$A$2", "name T_3_2 'A_B_C_D__E_(2)'!$A$1:$A$2",
                "cell a_b_c_d__e_ A2 s ␁_x0041_\uFFFD<&> = '␁_x0041_\uFFFD<&>' General",
                "cell A_B_C_D__E_(2) A2 s  前后空格 \\n换行 = ' 前后空格 \\n换行' General"});
}

TEST_F(XlsxExport, DocumentWithoutSheetsHasOneWithItsTitle) {
  expect_lines(seen(make_document({})), {"cell 工作表 A1 s 某市人民政府2024年政府信息公开工作年度报告 = "
                                         "'某市人民政府2024年政府信息公开工作年度报告' General"});
}

TEST_F(XlsxExport, ChineseHeadingsAndValuesFitTheirColumns) {
  const std::string dump = seen(make_document({make_sheet(
      "宽", {make_list("t", {{std::string("某某市自然资源和规划局"), std::int64_t{1}}})}, true)}));
  const std::size_t at = dump.find("width A ");
  ASSERT_NE(at, std::string::npos) << dump;
  EXPECT_GE(std::atof(dump.c_str() + at + 8), 22.0);
}

// LibreOffice loads the workbook and writes it again: a third reading of formulas, results and texts.
TEST_F(XlsxExport, ComesBackFromLibreOfficeWithTheSameResults) {
  if (std::system("command -v soffice >/dev/null 2>&1") != 0) GTEST_SKIP() << "LibreOffice is not installed";
  write_xlsx(whole_document(), folder_.file("a.xlsx"));
  run("cd " + folder_.file("") +
      " && mkdir out && HOME=$PWD timeout 120 soffice -env:UserInstallation=file://" +
      folder_.file("profile") + " --headless --convert-to xlsx --outdir out a.xlsx");
  const std::string script =
      "import openpyxl, sys; read = lambda f, d: [[c.value for c in r] for s in "
      "openpyxl.load_workbook(f, data_only=d) for r in s.iter_rows()]; "
      "print(*(read('a.xlsx', d) == read('out/a.xlsx', d) for d in (True, False)))";
  EXPECT_EQ(run("cd " + folder_.file("") + " && /usr/bin/python3 -c \"" + script + "\""), "True True\n");
}

using WriteXlsxBytes = XlsxTest;

TEST_F(WriteXlsxBytes, AreTheSameForTheSameDocument) {
  write_xlsx(whole_document(), folder_.file("a.xlsx"));
  setenv("TZ", "Asia/Shanghai", 1);
  write_xlsx(whole_document(), folder_.file("b.xlsx"));
  unsetenv("TZ");
  EXPECT_EQ(read_bytes(folder_.file("a.xlsx")), read_bytes(folder_.file("b.xlsx")));
  EXPECT_GT(read_bytes(folder_.file("a.xlsx")).size(), 4000U);
}

TEST_F(WriteXlsxBytes, DoNotDependOnTheClockWithoutADate) {
  Document document = whole_document();
  for (const char* date : {"", "1970-01-01", "2024-02-30", "没有日期"}) {
    document.date = date;
    write_xlsx(document, folder_.file("a.xlsx"));
    const std::string dump = run("unzip -p " + folder_.file("a.xlsx") + " docProps/core.xml");
    const std::string expected =
        std::string(date) == "1970-01-01" ? "1970-01-01T00:00:01Z" : "2024-12-31T00:00:00Z";
    EXPECT_NE(dump.find(expected), std::string::npos) << date << dump;
  }
}

TEST_F(WriteXlsxBytes, RefusesCellsThatOverlapOrLeaveTheTable) {
  Table overlap = make_form();
  overlap.cells[1].column = 2;
  EXPECT_THROW(write_xlsx(make_document({make_sheet("三", {overlap})}), folder_.file("a.xlsx")),
               std::runtime_error);
  Table outside = make_form();
  outside.cells.back().column = 10;
  EXPECT_THROW(write_xlsx(make_document({make_sheet("三", {outside})}), folder_.file("a.xlsx")),
               std::runtime_error);
  Table list = make_list("t", {{std::string("甲")}});
  list.cells.back().row = -1;
  EXPECT_THROW(write_xlsx(make_document({make_sheet("表", {list}, true)}), folder_.file("a.xlsx")),
               std::runtime_error);
  Table empty = make_list("t", {{std::string("甲")}});
  empty.rows = -3;
  EXPECT_THROW(write_xlsx(make_document({make_sheet("表", {empty}, true)}), folder_.file("a.xlsx")),
               std::runtime_error);
  EXPECT_FALSE(std::filesystem::exists(folder_.file("a.xlsx")));
}

}  // namespace
}  // namespace nianbao
