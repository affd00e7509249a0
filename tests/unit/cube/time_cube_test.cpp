#include "cube/time_cube.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace nianbao {

namespace {

const ReportYear kYear(2024);

Request request(const char* received, const char* closed) {
  Request r;
  r.unit = "甲局";
  r.topic = "教育";
  r.channel = "网络";
  r.received = *parse_date(received);
  if (closed != nullptr) {
    r.closed = parse_date(closed);
    r.outcome = Row3::granted;
  }
  return r;
}

ClockReading clock(std::int64_t days, bool late = false) {
  ClockReading reading;
  reading.days = days;
  reading.late = late;
  return reading;
}

// As the reporter does: the clock of a closed one alone.
void add(TimeCube& cube, const Request& r, const ClockReading& reading = clock(5)) {
  const auto standing = standing_in(kYear, r);
  ASSERT_TRUE(standing.has_value());
  cube.add(r, *standing, standing->exit == Row3::carried_out ? nullptr : &reading);
}

// "key received/closed/in_time/overdue", one a group.
std::vector<std::string> groups(const TimeCube& cube, TimeDimension dimension) {
  std::vector<std::string> texts;
  for (const auto& [key, group] : cube.by(dimension)) {
    texts.push_back(
        fmt::format("{} {}/{}/{}/{}", key, group.received, group.closed, group.in_time, group.overdue));
  }
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST(TimeCube, CountsClosedOnesInTimeAndLate) {
  TimeCube cube;
  add(cube, request("2024-03-01", "2024-03-08"), clock(5));
  add(cube, request("2024-03-01", "2024-06-08"), clock(60, true));
  add(cube, request("2024-12-20", nullptr));
  EXPECT_EQ(cube.all().received, 3);
  EXPECT_EQ(cube.all().closed, 2);
  EXPECT_EQ(cube.all().in_time, 1);
  EXPECT_EQ(cube.all().overdue, 1);
  EXPECT_EQ(cube.all().days.entries(), (std::vector<DayHistogram::Entry>{{5, 1}, {60, 1}}));
}

TEST(TimeCube, WhatWasCarriedInIsClosedAndNotReceived) {
  TimeCube cube;
  add(cube, request("2023-12-20", "2024-01-10"));
  EXPECT_EQ(groups(cube, TimeDimension::unit), (Texts{"甲局 0/1/1/0"}));
  EXPECT_EQ(groups(cube, TimeDimension::month), (Texts{"2024-01 0/1/1/0"}));
}

TEST(TimeCube, MonthsAreThoseOfReceiptAndOfClosing) {
  TimeCube cube;
  add(cube, request("2024-01-31", "2024-03-01"));
  add(cube, request("2024-12-30", "2025-01-08"));  // open on 31 December
  EXPECT_EQ(groups(cube, TimeDimension::month),
            (Texts{"2024-01 1/0/0/0", "2024-03 0/1/1/0", "2024-12 1/0/0/0"}));
}

TEST(TimeCube, GroupsByNameApplicantAndOutcome) {
  TimeCube cube;
  Request r = request("2024-03-01", "2024-03-08");
  add(cube, r);
  r.unit = "乙局";
  r.applicant = Applicant::legal_service;
  r.outcome = Row3::refused_third_party;
  add(cube, r, clock(30, true));
  r.outcome.reset();
  r.closed.reset();
  add(cube, r);
  EXPECT_EQ(groups(cube, TimeDimension::unit), (Texts{"乙局 2/1/0/1", "甲局 1/1/1/0"}))
      << "in order of the name";
  EXPECT_EQ(groups(cube, TimeDimension::applicant),
            (Texts{"natural_person 1/1/1/0", "legal_service 2/1/0/1"}));
  EXPECT_EQ(groups(cube, TimeDimension::outcome), (Texts{"granted 0/1/1/0", "refused.third_party 0/1/0/1"}))
      << "what is open has no outcome, and nothing is received by outcome";
}

TEST(TimeCube, BlankTopicsStandLastUnderTheirWord) {
  TimeCube cube;
  Request r = request("2024-03-01", "2024-03-08");
  r.topic = "";
  r.channel = "";
  add(cube, r);
  r.topic = kNoGroup;  // a ledger that writes the word itself
  add(cube, r);
  r.topic = "￥最后的字";
  add(cube, r);
  EXPECT_EQ(groups(cube, TimeDimension::topic), (Texts{"￥最后的字 1/1/1/0", "（未填） 2/2/2/0"}));
  EXPECT_EQ(groups(cube, TimeDimension::channel), (Texts{"（未填） 3/3/3/0"}));
}

TEST(TimeCube, TopicsBeyondTheMostAreCountedTogether) {
  TimeCube cube;
  Request r = request("2024-03-01", "2024-03-08");
  const std::size_t most = kMostGroups;
  for (std::size_t i = 0; i < most + 5; ++i) {
    r.topic = fmt::format("事项{:05}", i);
    add(cube, r);
  }
  r.topic = "事项00000";  // has its group
  add(cube, r);
  r.topic = "";  // comes too late for one of its own
  add(cube, r);
  const auto topics = cube.by(TimeDimension::topic);
  ASSERT_EQ(topics.size(), most + 1);
  EXPECT_EQ(topics.front().second.closed, 2);
  EXPECT_EQ(topics.back().first, kOtherGroups);
  EXPECT_EQ(topics.back().second.closed, 6);
  std::int64_t sum = 0;
  for (const auto& [key, group] : topics) sum += group.closed;
  EXPECT_EQ(sum, cube.all().closed) << "nothing is lost";
}

TEST(TimeCube, UnitsAreNeverCountedTogether) {
  TimeCube cube;
  Request r = request("2024-03-01", "2024-03-08");
  const std::size_t count = kMostGroups + 5;
  for (std::size_t i = 0; i < count; ++i) {
    r.unit = fmt::format("单位{:05}", i);
    add(cube, r);
  }
  EXPECT_EQ(cube.by(TimeDimension::unit).size(), count);
}

TEST(TimeCube, LongTextsAreOneAsFarAsTheyBeginAlike) {
  TimeCube cube;
  std::string topic;
  for (int i = 0; i < 4000; ++i) topic += "事";
  Request r = request("2024-03-01", "2024-03-08");
  r.unit = topic;
  r.topic = topic + "甲";
  add(cube, r);
  r.topic = topic + "乙";
  add(cube, r);
  const auto topics = cube.by(TimeDimension::topic);
  ASSERT_EQ(topics.size(), 1U);
  EXPECT_LE(topics[0].first.size(), kLongestGroup);
  EXPECT_EQ(topics[0].first, group_name(r.topic));
  EXPECT_EQ(topics[0].second.closed, 2);
  EXPECT_EQ(cube.by(TimeDimension::unit).at(0).first, group_name(topic));
}

TEST(TimeCube, OfNothingHasNoGroups) {
  for (int i = 0; i < kTimeDimensions; ++i) EXPECT_TRUE(TimeCube().by(static_cast<TimeDimension>(i)).empty());
}

TEST(TimeCube, NamesNoGroupByTheNumberOfAPerson) {
  TimeCube cube;
  Request r = request("2024-03-01", "2024-03-08");
  r.channel = "13812345678";
  add(cube, r);
  add(cube, r);
  EXPECT_EQ(groups(cube, TimeDimension::channel), Texts{"138******78 2/2/2/0"});
}

}  // namespace nianbao
