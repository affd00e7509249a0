// Which names packs may use for figures and for what holds them.
#include <gtest/gtest.h>

#include "figures/figure_place.h"

namespace nianbao {
namespace {

TEST(FigureNames, AFigureAndWhatHoldsItAreKnown) {
  for (const char* name : {"table3",
                           "table3.total",
                           "table3.refused",
                           "table3.refused.third_party",
                           "table3.refused.third_party.natural_person",
                           "table3.other.total",
                           "table3.*.enterprise",
                           "table2.regulation",
                           "table2.licence",
                           "table4.review",
                           "requests",
                           "requests.received",
                           "requests.by_topic",
                           "requests.by_topic.土地",
                           "requests.by_unit.甲.乙局",
                           "requests.by_unit.甲局.closed",
                           "requests.by_outcome.refused.third_party",
                           "tasks",
                           "tasks.total",
                           "activities.by_class.培训.held"}) {
    EXPECT_TRUE(names_figures(name)) << name;
  }
}

TEST(FigureNames, MisspeltOnesAreNotAndHaveANearest) {
  const std::pair<const char*, const char*> wrong[] = {
      {"tabel3", "table3"},
      {"table3.totl", "table3.total"},
      {"table3.refusd.third_party.natural_person", "table3.refused.third_party.natural_person"},
      {"requests.overdeu", "requests.overdue"},
      {"requests.by_topics", "requests.by_topic"}};
  for (const auto& [name, nearest] : wrong) {
    EXPECT_FALSE(names_figures(name)) << name;
    EXPECT_EQ(nearest_figures(name), nearest);
  }
  for (const char* name :
       {"", ".", "table3.", ".*", "table3.*", "requests.by_unit.", "requests.by_unit.*", "table3.*.nobody",
        "requests.by_unit.甲局.held", "activities.by_class.培训.hold"}) {
    EXPECT_FALSE(names_figures(name)) << name;
  }
}

}  // namespace
}  // namespace nianbao
