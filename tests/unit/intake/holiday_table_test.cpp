#include "intake/holiday_table.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

namespace nianbao {
namespace {

class HolidayTable : public testing::Test {
 protected:
  HolidayTable() {
    std::string pattern = (std::filesystem::temp_directory_path() / "nianbao-test-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~HolidayTable() override {
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
  }

  void read(const std::string& text) {
    const std::string path = folder_ + "/holidays.csv";
    std::ofstream(path, std::ios::binary) << text;
    read_holidays(path, "plugins/test/holidays.csv", table_, diagnostics_);
  }
  std::vector<std::int64_t> bad_lines() const {
    std::vector<std::int64_t> lines;
    for (const Diagnostic& d : diagnostics_.sorted()) {
      EXPECT_EQ(d.code, "M-01");
      EXPECT_EQ(d.place.file, "plugins/test/holidays.csv");
      lines.push_back(d.place.row);
    }
    return lines;
  }

  std::string folder_;
  std::vector<Holiday> table_;
  Diagnostics diagnostics_;
};

using Lines = std::vector<std::int64_t>;

}  // namespace

TEST_F(HolidayTable, ReadsDaysOffAndDaysWorked) {
  read("date,name,day_off\n2024-10-01,国庆节,1\n2024-10-12,国庆节,0\n");
  EXPECT_EQ(bad_lines(), Lines{});
  ASSERT_EQ(table_.size(), 2U);
  EXPECT_EQ(table_[0].date, parse_date("2024-10-01"));
  EXPECT_EQ(table_[0].name, "国庆节");
  EXPECT_TRUE(table_[0].day_off);
  EXPECT_FALSE(table_[1].day_off);
}

TEST_F(HolidayTable, NeedsNoHeadingAndTakesOfficeDates) {
  read("2024/10/1,国庆节,1\r\n2024年10月2日, 国庆节 ,1");
  EXPECT_EQ(bad_lines(), Lines{});
  EXPECT_EQ(table_.size(), 2U);
}

TEST_F(HolidayTable, NamesEveryBrokenLineAndKeepsTheOthers) {
  read(
      "date,name,day_off\n2024-10-01,国庆节,1\n2024-02-30,春节,1\n2024-10-02,,1\n2024-10-03,国庆节,是\n2024-"
      "10-04\n"
      "2024-10-05,国庆节,1\n");
  EXPECT_EQ(bad_lines(), (Lines{3, 4, 5, 6}));
  EXPECT_EQ(table_.size(), 2U);
}

TEST_F(HolidayTable, PassesOverBlankLines) {
  read("date,name,day_off\n\n2024-10-01,国庆节,1\n,,\n\n");
  EXPECT_EQ(bad_lines(), Lines{});
  EXPECT_EQ(table_.size(), 1U);
}

TEST_F(HolidayTable, AppendsToWhatAnotherPackSaid) {
  read("2024-10-01,国庆节,1\n");
  read("2024-10-01,国庆节,0\n");
  ASSERT_EQ(table_.size(), 2U);
  EXPECT_TRUE(WorkingDays(table_).is_working(*parse_date("2024-10-01"))) << "the later pack's line holds";
}

TEST_F(HolidayTable, SaysWhenThereIsNothingInIt) {
  read("");
  EXPECT_TRUE(table_.empty());
  EXPECT_EQ(diagnostics_.count(Severity::error), 1);
}

TEST_F(HolidayTable, ADaySaidTwiceInOneFileIsAFault) {
  read("2024-10-01,国庆节,1\n2024-10-02,国庆节,1\n2024-10-01,国庆节,0\n2024-10-02,国庆节,1\n");
  EXPECT_EQ(bad_lines(), Lines{3});
  EXPECT_EQ(table_.size(), 2U);
  EXPECT_NE(diagnostics_.sorted().at(0).message.find("第 1 行"), std::string::npos);
}

TEST_F(HolidayTable, QuotesWhatItCannotRead) {
  read("2024-10-01,国庆节,是\n");
  EXPECT_NE(diagnostics_.sorted().at(0).message.find("“2024-10-01,国庆节,是”"), std::string::npos);
}

}  // namespace nianbao
