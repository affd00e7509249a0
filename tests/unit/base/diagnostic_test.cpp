#include "base/diagnostic.h"

#include <gtest/gtest.h>

namespace nianbao {

namespace {

Diagnostic at(const std::string& file, std::int64_t row, int column, const char* code = "L-01") {
  Diagnostic d;
  d.code = code;
  d.place.file = file;
  d.place.row = row;
  d.place.column = column;
  d.message = "行 " + std::to_string(row);
  return d;
}

}  // namespace

TEST(Diagnostics, SortsByPlaceAndKeepsTheOthersAtTheEnd) {
  Diagnostics all;
  all.add(at("", 0, 0, "T3-01"));
  all.add(at("b.csv", 2, 1));
  all.add(at("a.csv", 9, 1));
  all.add(at("a.csv", 2, 5));
  all.add(at("a.csv", 2, 1));
  std::string order;
  for (const Diagnostic& d : all.sorted())
    order += d.place.file + std::to_string(d.place.row) + std::to_string(d.place.column) + " ";
  EXPECT_EQ(order, "a.csv21 a.csv25 a.csv91 b.csv21 00 ");
}

TEST(Diagnostics, FoldsAMillionAlikeIntoOneThatCountsThem) {
  Diagnostics all;
  for (int row = 1; row <= 1000000; ++row) all.add(at("a.csv", row, 3));
  const auto kept = all.sorted();
  ASSERT_EQ(kept.size(), static_cast<std::size_t>(Diagnostics::kKeptPerKind) + 1);
  EXPECT_EQ(kept.back().count, 1000000 - Diagnostics::kKeptPerKind);
  EXPECT_EQ(all.count(Severity::error), 1000000);
}

TEST(Diagnostics, CountsBySeverity) {
  Diagnostics all;
  Diagnostic warning = at("a.csv", 1, 1);
  warning.severity = Severity::warning;
  all.add(warning);
  EXPECT_FALSE(all.has_errors());
  all.add(at("a.csv", 1, 1));
  EXPECT_TRUE(all.has_errors());
  EXPECT_EQ(all.count(Severity::warning), 1);
}

TEST(ColumnLetters, CountAsSpreadsheetsDo) {
  EXPECT_EQ(column_letters(1), "A");
  EXPECT_EQ(column_letters(26), "Z");
  EXPECT_EQ(column_letters(27), "AA");
  EXPECT_EQ(column_letters(16384), "XFD");
  EXPECT_EQ(column_letters(0), "");
}

TEST(Diagnostics, ConcealsWhatMustNotBeSaid) {
  Diagnostics diagnostics;
  for (int i = 0; i < Diagnostics::kKeptPerKind + 2; ++i) {
    Diagnostic d;
    d.code = "C-02";
    d.place.file = "text/王伟.md";
    d.message = "这里用了“王伟”";
    d.hint = "删去王伟";
    d.left = "王伟";
    diagnostics.add(std::move(d));
  }
  diagnostics.conceal({"王伟"});
  for (const Diagnostic& d : diagnostics.sorted()) {
    EXPECT_EQ((d.message + d.hint + d.left.value_or("")).find("王伟"), std::string::npos) << d.message;
    EXPECT_EQ(d.place.file, "text/王伟.md");
  }
  EXPECT_EQ(diagnostics.sorted()[0].message, "这里用了“***”");
  EXPECT_EQ(diagnostics.count(Severity::error), Diagnostics::kKeptPerKind + 2);
}

}  // namespace nianbao
