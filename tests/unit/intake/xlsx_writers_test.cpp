// Workbooks as other programs write them, made while the test runs. Skipped, and said so, where the program
// is not installed.
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/xlsx_fixture.h"

namespace nianbao::testing {
namespace {

constexpr const char* kScript = R"(
import sys, datetime, openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904
book = openpyxl.Workbook()
if sys.argv[2] == '1904': book.epoch = CALENDAR_MAC_1904
sheet = book.active
sheet.title = '依申请台账'
sheet.append(['某局依申请公开台账'])
sheet.merge_cells('A1:E1')
sheet.append(['申请编号', '收到日期', '费用', '延期', '摘要'])
sheet.append(['0017', datetime.date(2024, 1, 5), 0.1, True, '一行\n两行 & <标记>'])
sheet.append(['370102199001011234', datetime.datetime(2024, 2, 29, 13, 30), 1e5, False, ' 前后有空格 '])
sheet.append([18, '2024年3月1日', 4166.241619, None, '=C3*2'])
sheet['B3'].number_format = 'yyyy"年"m"月"d"日"'
sheet['C4'].number_format = '[h]:mm'
hidden = book.create_sheet('隐藏')
hidden['A1'] = 1
hidden.sheet_state = 'hidden'
book.create_sheet('空表')
book.save(sys.argv[1])
)";

int run(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str());  // NOLINT(cert-env33-c): fixed commands
}

class XlsxWriters : public ::testing::Test {
 protected:
  bool write_book(const std::string& epoch) {
    const std::string script = folder_.write("make.py", kScript);
    return run("/usr/bin/python3 '" + script + "' '" + folder_.at("book.xlsx") + "' " + epoch) == 0;
  }
  // LibreOffice keeps its profile in the test's own folder.
  bool convert(const std::string& format) {
    return run("soffice '-env:UserInstallation=file://" + folder_.at("profile") +
               "' --headless --convert-to " + format + " --outdir '" + folder_.at("out") + "' '" +
               folder_.at("book.xlsx") + "'") == 0;
  }
  static void expect_ledger(const Reading& reading, const std::string& formula) {
    EXPECT_EQ(reading.codes(), "");
    EXPECT_EQ(reading.grid.sheet, "依申请台账");
    EXPECT_EQ(reading.grid.line(2), "申请编号|收到日期|费用|延期|摘要");
    EXPECT_EQ(reading.grid.line(3), "0017|2024-01-05|0.1|TRUE|一行\n两行 & <标记>");
    EXPECT_EQ(reading.grid.line(4), "370102199001011234|2024-02-29|100000|FALSE| 前后有空格 ");
    EXPECT_EQ(reading.grid.line(5), "18|2024年3月1日|4166.241619||" + formula);
    EXPECT_EQ(reading.grid.kinds.at(3)[1], GridKind::date);
    ASSERT_EQ(reading.grid.merged.size(), 1U);
    EXPECT_EQ(reading.grid.merged[0].last_column, 5);
  }
  TempFolder folder_;
};

TEST_F(XlsxWriters, ReadsWhatOpenpyxlWrites) {
  for (const char* epoch : {"1900", "1904"}) {
    if (!write_book(epoch)) GTEST_SKIP() << "/usr/bin/python3 with openpyxl is not installed";
    expect_ledger(read_grid(folder_.at("book.xlsx")), "#未计算");
  }
}

TEST_F(XlsxWriters, ReadsWhatLibreOfficeWrites) {
  if (run("command -v soffice") != 0) GTEST_SKIP() << "LibreOffice is not installed";
  for (const char* epoch : {"1900", "1904"}) {
    if (!write_book(epoch)) GTEST_SKIP() << "/usr/bin/python3 with openpyxl is not installed";
    if (!convert("xlsx")) GTEST_SKIP() << "LibreOffice has no Calc";
    expect_ledger(read_grid(folder_.at("out/book.xlsx")), "0.2");
  }
}

TEST_F(XlsxWriters, NamesOtherFormatsThatLibreOfficeWrites) {
  if (run("command -v soffice") != 0) GTEST_SKIP() << "LibreOffice is not installed";
  if (!write_book("1900")) GTEST_SKIP() << "/usr/bin/python3 with openpyxl is not installed";
  if (!convert("xls") || !convert("ods")) GTEST_SKIP() << "LibreOffice has no Calc";
  EXPECT_EQ(read_grid(folder_.at("out/book.xls")).codes(), "L-07@0:0");
  EXPECT_EQ(read_grid(folder_.at("out/book.ods")).codes(), "L-07@0:0");
}

}  // namespace
}  // namespace nianbao::testing
