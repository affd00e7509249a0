#include "intake/duplicate_finder.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>

namespace nianbao {
namespace {

using Pairs = std::set<std::pair<std::int64_t, std::int64_t>>;  // first row, later row

Pairs find(const std::vector<std::string>& ids, std::size_t most_held) {
  DuplicateFinder finder(most_held);
  for (const std::string& id : ids) finder.add(record_key("unit", id, 2024));
  Pairs found;
  const int passes = finder.passes();
  for (int pass = 0; pass < passes; ++pass) {
    finder.begin_pass(pass);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const auto row = static_cast<std::int64_t>(i);
      if (const auto first = finder.check(record_key("unit", ids[i], 2024), {0, row}))
        found.emplace(first->row, row);
    }
  }
  return found;
}

Pairs find_by_remembering_all(const std::vector<std::string>& ids) {
  std::map<std::string, std::int64_t> first;
  Pairs found;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto [entry, is_new] = first.emplace(ids[i], static_cast<std::int64_t>(i));
    if (!is_new) found.emplace(entry->second, static_cast<std::int64_t>(i));
  }
  return found;
}

std::vector<std::string> random_ids(std::size_t count, unsigned distinct) {
  std::mt19937 random(3);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < count; ++i) ids.push_back(std::to_string(random() % distinct));
  return ids;
}

TEST(DuplicateFinder, AsksForNoSecondReadingWithoutCandidates) {
  DuplicateFinder finder;
  for (int i = 0; i < 10000; ++i) finder.add(record_key("unit", std::to_string(i), 2024));
  EXPECT_EQ(finder.passes(), 0);
}

TEST(DuplicateFinder, FindsTheFewAmongMany) {
  auto ids = random_ids(40000, 1U << 30U);
  ids[30000] = ids[17];
  ids[30001] = ids[29999];
  EXPECT_EQ(find(ids, 1024), find_by_remembering_all(ids));
}

TEST(DuplicateFinder, FindsAllWhereNearlyEveryRecordIsOne) {
  for (unsigned distinct : {1U, 50U, 3000U}) {
    const auto ids = random_ids(10000, distinct);
    EXPECT_EQ(find(ids, 1024), find_by_remembering_all(ids)) << distinct;
  }
}

TEST(DuplicateFinder, KeepsUnitAndNumberApart) {
  EXPECT_FALSE(record_key("ab", "c", 0) == record_key("a", "bc", 0));
  EXPECT_FALSE(record_key("", "a", 0) == record_key("a", "", 0));
  EXPECT_FALSE(record_key("u", std::string("a\0", 2), 0) == record_key("u", "a", 0));
  EXPECT_FALSE(record_key("u", "1", 2023) == record_key("u", "1", 2024));
}

}  // namespace
}  // namespace nianbao
