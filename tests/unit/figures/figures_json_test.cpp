#include "figures/figures_json.h"

#include <gtest/gtest.h>

namespace nianbao {

namespace {

Figures sample() {
  Figures f;
  f.year = 2024;
  f.issuer = "样例区“人民”政府\n";
  f.body = "政府";
  f.level = "县级";
  f.scope = "汇总";
  f.locality = "national";
  Table2& two = f.table2.emplace();
  two.documents[1] = {Cell::of(8), Cell{}, Cell::not_applicable()};
  two.decisions[0] = Cell::of(447228);
  two.administrative_charge = read_amount("4166.241619");
  Table3& three = f.table3.emplace();
  three.row(Row3::received) = {Cell::of(1),         Cell::of(0), Cell{},     Cell::not_applicable(),
                               Cell::invalid("-3"), Cell::of(2), Cell::of(3)};
  f.table4.emplace().groups[1][kTable4Total] = Cell::of(9);
  RequestFigures& requests = f.requests.emplace();
  requests.answered = 3;
  requests.open = 1;
  requests.processing_fee = read_amount("3940.00");
  requests.by_unit = {{"甲局", 4, 3, 0, 0, {}}};
  requests.open_ids = {{"甲局", "2024-0001"}};
  f.text = {{"overview", std::string(64, 'a')}, {"problems", std::string(64, 'b')}};
  return f;
}

std::optional<Figures> read(const std::string& text, Diagnostics& diagnostics) {
  return read_figures_json(text, "previous.json", diagnostics);
}

std::string head(const std::string& more) {
  return R"({"schema": "nianbao/figures/1", "year": 2024, "issuer": "甲", "body": "政府", "level": "县级", "scope": "汇总",
  "locality": "national")" +
         more + "}";
}

std::string codes(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& d : diagnostics.sorted()) all += d.code + ":" + d.place.cell + " ";
  return all;
}

}  // namespace

TEST(FiguresJson, ComesBackUnchanged) {
  const Figures before = sample();
  Diagnostics diagnostics;
  const auto after = read(write_figures_json(before), diagnostics);
  ASSERT_TRUE(after.has_value());
  EXPECT_EQ(codes(diagnostics), "");
  EXPECT_EQ(after->issuer, before.issuer);
  EXPECT_EQ(after->table2, before.table2);
  EXPECT_EQ(after->table3, before.table3);
  EXPECT_EQ(after->table4, before.table4);
  EXPECT_EQ(after->requests, before.requests);
  EXPECT_EQ(after->text, before.text);
  EXPECT_EQ(write_figures_json(*after).substr(0, 2000), write_figures_json(before).substr(0, 2000));
}

TEST(FiguresJson, AbsentTablesAreNullAndStayAbsent) {
  Figures before;
  before.year = 2024;
  const std::string text = write_figures_json(before);
  EXPECT_NE(text.find("\"table3\": null"), std::string::npos);
  Diagnostics diagnostics;
  const auto after = read(text, diagnostics);
  ASSERT_TRUE(after.has_value());
  EXPECT_FALSE(after->table3.has_value());
  EXPECT_FALSE(after->requests.has_value());
  EXPECT_FALSE(after->text.has_value());
}

TEST(FiguresJson, TextWithoutAParagraphIsNotAbsent) {
  Figures before;
  before.year = 2024;
  before.text.emplace();
  Diagnostics diagnostics;
  const auto after = read(write_figures_json(before), diagnostics);
  ASSERT_TRUE(after.has_value());
  ASSERT_TRUE(after->text.has_value());
  EXPECT_TRUE(after->text->empty());
}

TEST(FiguresJson, ReadsTheSingleRowOfThe2019Form) {
  Diagnostics diagnostics;
  const auto figures =
      read(head(R"(, "form": 2019, "table3": {"other": [1, 0, 0, 0, 0, 0, 1]})"), diagnostics);
  ASSERT_TRUE(figures.has_value());
  EXPECT_TRUE(figures->table3->form_2019);
  EXPECT_EQ(figures->table3->other_2019[0], Cell::of(1));
  EXPECT_EQ(codes(diagnostics), "");
  EXPECT_NE(write_figures_json(*figures).find("\"form\": 2019"), std::string::npos);
}

TEST(FiguresJson, KeepsWhatIsNoCount) {
  Diagnostics diagnostics;
  const auto figures =
      read(head(R"(, "table2": {"licence": -1, "penalty": 2.5, "compulsion": "3"})"), diagnostics);
  ASSERT_TRUE(figures.has_value());
  EXPECT_EQ(figures->table2->decisions[0], Cell::invalid("-1"));
  EXPECT_EQ(figures->table2->decisions[1], Cell::invalid("2.5"));
  EXPECT_EQ(figures->table2->decisions[2].state, CellState::invalid);
}

TEST(FiguresJson, NotesUnknownKeysWithTheNearest) {
  Diagnostics diagnostics;
  ASSERT_TRUE(
      read(head(R"(, "table3": {"recieved": [1,0,0,0,0,0,1]}, "tabel4": null)"), diagnostics).has_value());
  const auto found = diagnostics.sorted();
  ASSERT_EQ(found.size(), 2U);
  for (const Diagnostic& d : found) {
    EXPECT_EQ(d.code, "N-02");
    EXPECT_EQ(d.severity, Severity::note);
  }
  EXPECT_NE((found[0].message + found[1].message).find("received"), std::string::npos);
}

TEST(FiguresJson, KeysOfTheContractAreNotUnknown) {
  Diagnostics diagnostics;
  ASSERT_TRUE(read(head(R"(, "tasks": {"total": 1}, "activities": {}, "text": {}, "parts": [])"), diagnostics)
                  .has_value());
  EXPECT_EQ(codes(diagnostics), "");
}

TEST(FiguresJson, RefusesWrongShapesAllAtOnce) {
  Diagnostics diagnostics;
  EXPECT_FALSE(
      read(head(R"(, "table3": {"received": [1, 2], "granted": 5}, "table4": [])"), diagnostics).has_value());
  EXPECT_EQ(diagnostics.count(Severity::error), 3) << codes(diagnostics);
}

TEST(FiguresJson, NamesTheLineOfASyntaxError) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read("{\n\"schema\": \"nianbao/figures/1\",\n\"year\": ,\n}", diagnostics).has_value());
  ASSERT_EQ(diagnostics.sorted().size(), 1U);
  EXPECT_EQ(diagnostics.sorted()[0].code, "C-02");
  EXPECT_EQ(diagnostics.sorted()[0].place.row, 3);
}

TEST(FiguresJson, RefusesOtherFiles) {
  for (const char* text :
       {"", "[]", "{}", "null", R"({"schema": "other/1", "year": 2024})", "\xFF\xFE", "{\"a\": 1"}) {
    Diagnostics diagnostics;
    EXPECT_FALSE(read(text, diagnostics).has_value()) << text;
    EXPECT_GE(diagnostics.count(Severity::error), 1) << text;
  }
}

TEST(FiguresJson, SurvivesDeepNesting) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read(std::string(100000, '['), diagnostics).has_value());
}

}  // namespace nianbao
