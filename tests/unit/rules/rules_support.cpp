#include "unit/rules/rules_support.h"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>

namespace nianbao::test {

namespace fs = std::filesystem;

PackFolder::PackFolder() {
  static std::atomic<int> counter{0};
  path_ = fmt::format("{}/nianbao-packs-{}-{}/plugins", fs::temp_directory_path().string(), ::getpid(),
                      ++counter);
  fs::create_directories(path_);
  add_pack("national");
}

PackFolder::~PackFolder() {
  std::error_code ignored;
  fs::remove_all(fs::path(path_).parent_path(), ignored);
}

void PackFolder::write(const std::string& file, const std::string& content) const {
  const fs::path path = fs::path(path_) / file;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

void PackFolder::add_pack(const std::string& id, const std::string& more_lines) const {
  write(id + "/pack.toml",
        fmt::format("id = \"{}\"\nname = \"名称\"\nversion = \"1\"\napi = 1\n{}", id, more_lines));
}

std::vector<std::string> brief(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& d : diagnostics.sorted()) {
    lines.push_back(fmt::format("{} {} {}", d.code, severity_key(d.severity), d.place.cell));
  }
  return lines;
}

std::vector<Diagnostic> with_code(const Diagnostics& diagnostics, const std::string& code) {
  std::vector<Diagnostic> found;
  for (const Diagnostic& d : diagnostics.sorted()) {
    if (d.code == code) found.push_back(d);
  }
  return found;
}

namespace {

void fill_row(Table3& table3, Row3 row, std::int64_t persons, std::int64_t enterprises) {
  auto& cells = table3.row(row);
  for (Cell& cell : cells) cell = Cell::of(0);
  cells[0] = Cell::of(persons);
  cells[1] = Cell::of(enterprises);
  cells[kTotalColumn] = Cell::of(persons + enterprises);
}

Table3 sound_table3() {
  Table3 table3;
  for (int row = 0; row < kTable3Rows; ++row) fill_row(table3, static_cast<Row3>(row), 0, 0);
  fill_row(table3, Row3::received, 80, 20);
  fill_row(table3, Row3::carried_in, 2, 1);
  fill_row(table3, Row3::granted, 50, 11);
  fill_row(table3, Row3::partial, 10, 5);
  fill_row(table3, Row3::unavailable_not_held, 15, 4);
  fill_row(table3, Row3::other_other, 3, 0);
  fill_row(table3, Row3::total, 78, 20);
  fill_row(table3, Row3::carried_out, 4, 1);
  return table3;
}

}  // namespace

Figures sound_figures() {
  Figures figures;
  figures.year = 2024;
  figures.issuer = "某县人民政府";
  figures.body = "政府";
  figures.level = "县级";
  figures.scope = "汇总";
  figures.locality = "national";
  Table2 table2;
  table2.documents[0] = {Cell::of(0), Cell::of(0), Cell::of(0)};
  table2.documents[1] = {Cell::of(8), Cell::of(2), Cell::of(66)};
  table2.decisions = {Cell::of(120), Cell::of(30), Cell::of(0)};
  table2.administrative_charge = Amount::of(*Decimal::parse("4166.241619"));
  figures.table2 = table2;
  figures.table3 = sound_table3();
  Table4 table4;
  table4.groups[0] = {Cell::of(3), Cell::of(1), Cell::of(0), Cell::of(2), Cell::of(6)};
  table4.groups[1] = {Cell::of(1), Cell::of(0), Cell::of(0), Cell::of(0), Cell::of(1)};
  table4.groups[2] = {Cell::of(0), Cell::of(0), Cell::of(0), Cell::of(0), Cell::of(0)};
  figures.table4 = table4;
  RequestFigures requests;
  requests.answered = 98;
  requests.open = 5;
  requests.processing_fee = Amount::of(Decimal(0));
  figures.requests = requests;
  return figures;
}

Body sound_body() {
  Body body;
  body.year = 2024;
  body.issuer = "某县人民政府";
  body.body = "政府";
  body.level = "县级";
  body.scope = "汇总";
  return body;
}

Diagnostics check_national(const RuleInput& input) {
  Diagnostics diagnostics;
  auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", "national", diagnostics);
  if (book) book->check(input, diagnostics);
  return diagnostics;
}

std::vector<Block> report_national(const RuleInput& input, Diagnostics& diagnostics) {
  auto book = RuleBook::load(NIANBAO_SOURCE "/plugins", "national", diagnostics);
  return book ? book->report(input, diagnostics) : std::vector<Block>{};
}

std::string text_of(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) {
    if (const auto* heading = std::get_if<Heading>(&block)) {
      text +=
          fmt::format("{} {}\n", std::string(static_cast<std::size_t>(heading->level), '#'), heading->text);
    } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      text += plain_text(paragraph->spans) + "\n";
    } else if (const auto* table = std::get_if<Table>(&block)) {
      text += "[" + table->name + "]\n";
    }
  }
  return text;
}

Diagnostics run_checks(const PackFolder& folder, const std::string& locality) {
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.path(), locality, diagnostics);
  if (!book) return diagnostics;
  const Figures figures = sound_figures();
  RuleInput input;
  input.figures = &figures;
  book->check(input, diagnostics);
  return diagnostics;
}

std::vector<Block> written_by(const std::string& lua, Diagnostics& diagnostics) {
  const PackFolder folder;
  folder.write("national/report.lua", "section { id = 'a', run = function(doc, ctx)\n" + lua + "\nend }\n");
  auto book = RuleBook::load(folder.path(), "national", diagnostics);
  if (!book) return {};
  const Figures figures = sound_figures();
  RuleInput input;
  input.figures = &figures;
  return book->report(input, diagnostics);
}

}  // namespace nianbao::test
