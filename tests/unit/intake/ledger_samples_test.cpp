// The sample workspaces, read from their files: the clean one without a finding, the broken one with exactly
// the faults that its planted.csv names.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <tuple>

#include "base/text.h"
#include "intake/ledgers.h"

namespace nianbao {
namespace {

using Fault = std::tuple<std::string, std::string, std::int64_t>;  // code, file, row

const std::string kSamples = std::string(NIANBAO_SOURCE) + "/samples/";

LedgerSource source_of(const std::string& sample, const std::string& ledger) {
  const std::string shown = "data/" + ledger + ".csv";
  LedgerSource source;
  source.files.push_back({kSamples + sample + "/" + shown, shown, ""});
  return source;
}

struct Reading {
  std::int64_t requests = 0;
  std::vector<ReviewCase> reviews;
  std::vector<Disclosure> disclosures;
  std::vector<UnitTables> tables;
  LedgerOutcome request_outcome;
  std::set<Fault> faults;
};

Reading read(const std::string& sample, bool has_unit_tables) {
  Reading reading;
  Diagnostics diagnostics;
  UnitRegister units;
  read_units(source_of(sample, "units"), units, diagnostics);
  reading.request_outcome = read_requests(
      source_of(sample, "requests"), units, [&](const Request&, const Place&) { ++reading.requests; },
      diagnostics);
  read_reviews(source_of(sample, "reviews"), units, reading.reviews, diagnostics);
  read_disclosures(source_of(sample, "disclosures"), units, reading.disclosures, diagnostics);
  if (has_unit_tables) read_unit_tables(source_of(sample, "unit_tables"), units, reading.tables, diagnostics);
  for (const Diagnostic& d : diagnostics.sorted()) reading.faults.emplace(d.code, d.place.file, d.place.row);
  return reading;
}

// Those that the ledgers themselves show; the others are for rules.
std::set<Fault> planted_in(const std::string& sample) {
  std::set<Fault> faults;
  std::ifstream file(kSamples + sample + "/planted.csv");
  for (std::string line; std::getline(file, line);) {
    const auto cells = split(line, ',');
    const std::string code(cells[0]);
    if (code.size() == 4 && std::string("LRU").find(code[0]) != std::string::npos) {
      faults.emplace(code, std::string(cells[1]), std::stoll(std::string(cells[2])));
    }
  }
  return faults;
}

TEST(LedgerSamples, CleanLedgersHaveNoFinding) {
  const Reading reading = read("published-city", false);
  EXPECT_EQ(reading.faults, std::set<Fault>());
  EXPECT_GT(reading.requests, 1000);
  EXPECT_EQ(reading.requests, reading.request_outcome.rows);
  EXPECT_FALSE(reading.reviews.empty() || reading.disclosures.empty());
}

TEST(LedgerSamples, EveryPlantedFaultIsFoundAndNoOther) {
  const auto planted = planted_in("published-city-broken");
  EXPECT_GT(planted.size(), 10U);
  const Reading reading = read("published-city-broken", true);
  EXPECT_EQ(reading.faults, planted);
  EXPECT_FALSE(reading.tables.empty());
}

}  // namespace
}  // namespace nianbao
