#include <gtest/gtest.h>

#include "calendar/date_text.h"
#include "calendar/report_year.h"

namespace nianbao {

namespace {

std::string iso(std::string_view text) {
  const auto date = parse_date(text);
  return date ? format_iso(*date) : "none";
}

Date day(const char* text) {
  return *parse_date(text);
}

}  // namespace

TEST(ParseDate, ReadsEveryFormThatOfficesWrite) {
  for (const char* text :
       {"2024-01-05", "2024/1/5", "2024.1.5", "2024年1月5日", "20240105", "２０２４－０１－０５",
        " 2024年 1月 5日 ", "2024-01-05 09:30", "2024-01-05T00:00:00", "2024-01-05 00:00:00.000",
        "2024/1/5 9:30:00", "2024年1月5号", "2024年1月5日 9时30分"}) {
    EXPECT_EQ(iso(text), "2024-01-05") << text;
  }
}

TEST(ParseDate, RefusesDaysThatNeverWere) {
  for (const char* text :
       {"2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "1900-01-01", "2024-1-32"}) {
    EXPECT_EQ(iso(text), "none") << text;
  }
  EXPECT_EQ(iso("2024-02-29"), "2024-02-29");
}

TEST(ParseDate, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "2024", "2024-01", "5/1/2024", "2024-01/05", "1月5日", "45296", "2024-01-05abc", "二〇二四",
        "2024-01-05~2024-01-09", "202401055", "2024年1月5", "2024-01-05 10:00~2024.03.05",
        "2024-01-05 10:zzz", "2024-01-05 99:99", "2024-01-0512:30"}) {
    EXPECT_EQ(iso(text), "none") << text;
  }
}

TEST(DateFromSerial, KnowsBothDateSystems) {
  EXPECT_EQ(format_iso(*date_from_serial(45296, false)), "2024-01-05");
  EXPECT_EQ(format_iso(*date_from_serial(45296.75, false)), "2024-01-05");
  EXPECT_EQ(format_iso(*date_from_serial(43834, true)), "2024-01-05");
}

TEST(DateFromSerial, RefusesTheDayThatExcelInvented) {
  EXPECT_FALSE(date_from_serial(60, false).has_value());
  EXPECT_FALSE(date_from_serial(-1, false).has_value());
  EXPECT_FALSE(date_from_serial(1e9, false).has_value());
}

TEST(FormatChinese, WritesNoLeadingZeros) {
  EXPECT_EQ(format_chinese(day("2024-06-05")), "2024年6月5日");
}

TEST(ReportYear, HoldsFirstAndLastDay) {
  const ReportYear year(2024);
  EXPECT_TRUE(year.contains(day("2024-01-01")));
  EXPECT_TRUE(year.contains(day("2024-12-31")));
  EXPECT_TRUE(year.is_before(day("2023-12-31")));
  EXPECT_TRUE(year.is_after(day("2025-01-01")));
}

TEST(ReportYear, ConcernsWhatWasOpenInIt) {
  const ReportYear year(2024);
  EXPECT_TRUE(year.concerns(day("2023-12-20"), std::nullopt));
  EXPECT_TRUE(year.concerns(day("2023-12-20"), day("2024-01-01")));
  EXPECT_FALSE(year.concerns(day("2023-12-20"), day("2023-12-31")));
  EXPECT_FALSE(year.concerns(day("2025-01-01"), std::nullopt));
}

}  // namespace nianbao
