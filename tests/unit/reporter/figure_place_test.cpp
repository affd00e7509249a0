#include "figures/figure_place.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "reporter/explain.h"

namespace nianbao {

namespace {

Figures figures() {
  Figures f;
  f.table2.emplace().documents[1] = {Cell::of(8), Cell::of(2), Cell{}};
  f.table2->decisions[0] = Cell::of(120);
  f.table2->administrative_charge = read_amount("4166.241619");
  f.table3.emplace().row(Row3::refused_third_party)[0] = Cell::of(7);
  f.table4.emplace().groups[1][kTable4Total] = Cell::of(9);
  RequestFigures& requests = f.requests.emplace();
  requests.answered = 12;
  requests.open = 3;
  requests.has_clock = true;
  requests.overdue = 2;
  requests.processing_fee = read_amount("3940.00");
  requests.by_unit = {{"甲.乙局", 5, 4, 3, 1, {}}};
  requests.by_outcome = {{"refused.third_party", std::nullopt, 4, 3, 1, {}}};
  TaskFigures& tasks = f.tasks.emplace();
  tasks.all.late = 6;
  tasks.by_area = {{"一、政策公开", {}}};
  tasks.by_area[0].second.not_started = 5;
  ActivityFigures& activities = f.activities.emplace();
  activities.all.held = 42;
  activities.by_class = {{"培训", {}}};
  activities.by_class[0].second.participants = Cell::not_applicable();
  return f;
}

// What stands at the place; "-" for a place that is none.
std::string value(const std::string& name) {
  const auto place = find_figure_place(name);
  return place ? to_text(value_at(figures(), *place)) : "-";
}

}  // namespace

TEST(FigurePlace, FindsEveryKindOfFigure) {
  EXPECT_EQ(value("table2.normative_document.issued"), "8");
  EXPECT_EQ(value("table2.licence"), "120");
  EXPECT_EQ(value("table2.administrative_charge"), "4166.241619");
  EXPECT_EQ(value("table3.refused.third_party.natural_person"), "7");
  EXPECT_EQ(value("table4.litigation_direct.total"), "9");
  EXPECT_EQ(value("requests.answered"), "12");
  EXPECT_EQ(value("requests.overdue"), "2");
  EXPECT_EQ(value("requests.processing_fee"), "3940.00");
  EXPECT_EQ(value("tasks.late"), "6");
  EXPECT_EQ(value("activities.held"), "42");
}

TEST(FigurePlace, FindsGroupsWhoseKeysHoldDots) {
  EXPECT_EQ(value("requests.by_unit.甲.乙局.closed"), "4");
  EXPECT_EQ(value("requests.by_outcome.refused.third_party.overdue"), "1");
  EXPECT_EQ(value("tasks.by_area.一、政策公开.not_started"), "5");
  EXPECT_EQ(value("tasks.by_area.一、 政策公开.not_started"), "5")
      << "however spaced, as the groups are made";
}

TEST(FigurePlace, BlankAndNotApplicableStayWhatTheyAre) {
  const auto blank = find_figure_place("table2.normative_document.valid");
  EXPECT_TRUE(value_at(figures(), *blank).is_blank());
  const auto mark = find_figure_place("activities.by_class.培训.participants");
  EXPECT_EQ(value_at(figures(), *mark).state, CellState::not_applicable);
  EXPECT_TRUE(value_at(figures(), *find_figure_place("requests.by_unit.丙局.closed")).is_blank());
  EXPECT_TRUE(value_at(Figures(), *find_figure_place("tasks.done")).is_blank()) << "no ledger was given";
}

TEST(FigurePlace, WithoutTheClockNothingIsInTimeOrLate) {
  Figures f = figures();
  f.requests->has_clock = false;
  for (const char* name : {"requests.in_time", "requests.overdue", "requests.overdue_open"}) {
    EXPECT_TRUE(value_at(f, *find_figure_place(name)).is_blank()) << name;
  }
  EXPECT_FALSE(value_at(f, *find_figure_place("requests.open")).is_blank());
}

TEST(FigurePlace, KnowsNothingElse) {
  for (const char* name : {"",
                           ".",
                           "table3",
                           "table3.",
                           "table3.granted",
                           "table3.granted.",
                           "table3.total.nobody",
                           "table2.regulation",
                           "table2.licence.issued",
                           "table4.review.none",
                           "requests",
                           "requests.",
                           "requests.total",
                           "requests.days",
                           "requests.by_unit",
                           "requests.by_unit.closed",
                           "requests.by_unit.甲局.held",
                           "requests.by_area.一.closed",
                           "requests.by_outcome.granted.received",
                           "tasks.answered",
                           "tasks.by_topic.一.done",
                           "tasks.by_area.一.closed",
                           "activities.total",
                           "activities.by_class.培训.done",
                           "Requests.overdue",
                           "requests.overdue "}) {
    EXPECT_EQ(value(name), "-") << name;
  }
}

TEST(FigurePlace, EveryNameThatIsOfferedIsOne) {
  const auto& names = figure_place_names();
  EXPECT_GT(names.size(), 200U);
  for (const std::string& name : names) {
    const auto place = find_figure_place(name);
    ASSERT_TRUE(place.has_value()) << name;
    EXPECT_EQ(place->name, name);
    EXPECT_NE(figure_in_words(*place), "") << name;
    EXPECT_NE(figure_in_words(*place).back(), ' ') << name;
  }
}

TEST(FigurePlace, ListsTheKeysOfAGroup) {
  EXPECT_EQ(group_keys(figures(), *find_figure_place("requests.by_unit.?.closed")),
            std::vector<std::string>{"甲.乙局"});
  EXPECT_EQ(group_keys(figures(), *find_figure_place("tasks.by_area.?.done")),
            std::vector<std::string>{"一、政策公开"});
  EXPECT_EQ(group_keys(figures(), *find_figure_place("activities.by_class.?.held")),
            std::vector<std::string>{"培训"});
  EXPECT_TRUE(group_keys(figures(), *find_figure_place("requests.overdue")).empty());
  EXPECT_TRUE(group_keys(Figures(), *find_figure_place("tasks.by_area.?.done")).empty());
}

TEST(FigurePlace, IsNamedInWords) {
  const std::pair<const char*, const char*> wanted[] = {
      {"table2.normative_document.valid", "表二 行政规范性文件 现行有效件数"},
      {"table3.refused.third_party.natural_person", "表三 （三）4.保护第三方合法权益 自然人"},
      {"table3.received.total", "表三 一、本年新收 总计"},
      {"table3.partial.enterprise", "表三 （二）部分公开 商业企业"},
      {"table4.review.upheld", "表四 行政复议 结果维持"},
      {"requests.overdue", "依申请公开 超期办结"},
      {"requests.by_topic.教育.in_time", "依申请公开 “教育” 按期办结"},
      {"tasks.overdue", "任务 逾期未完成"},
      {"activities.not_held", "公开活动 未举办"}};
  for (const auto& [name, words] : wanted) EXPECT_EQ(figure_in_words(*find_figure_place(name)), words);
}

}  // namespace nianbao
