// The walk day by day, which explains a clock to people, against the reading of it, over thousands of
// histories.
#include <gtest/gtest.h>

#include "calendar/clock.h"
#include "support/holiday_table.h"

namespace nianbao {
namespace {

Date day(const std::string& text) {
  return *parse_date(text);
}

TEST(ClockTrace, SaysOfEveryDayWhatItIs) {
  ClockEvents events;
  events.consultations = {{day("2024-09-29"), day("2024-10-08")}};
  const auto trace = trace_clock(national_calendar(), day("2024-09-27"), events, day("2024-10-09"));
  ASSERT_EQ(trace.size(), 13U);
  EXPECT_EQ(trace[0].event, "收到申请");
  EXPECT_FALSE(trace[0].number);
  EXPECT_EQ(trace[1].reason, "周末");
  EXPECT_EQ(trace[2].reason, "调休上班");
  EXPECT_EQ(trace[2].number, 1);
  EXPECT_EQ(trace[2].event, "发出征求意见");
  EXPECT_EQ(trace[3].reason, "征求意见");
  EXPECT_FALSE(trace[3].number);
  EXPECT_EQ(trace[4].reason, "国庆节");
  EXPECT_EQ(trace[11].event, "收到意见");
  EXPECT_EQ(trace[12].number, 2);
}

// A fixed sequence of numbers, so that every run tries the same cases.
class Dice {
 public:
  explicit Dice(int crowd) : crowd_(crowd) {}
  int roll(int sides) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(sides));
  }
  Date date() { return Date{std::chrono::sys_days{day("2024-01-20")} + std::chrono::days{roll(crowd_)}}; }

 private:
  int crowd_;  // days over which things happen
  std::uint64_t state_ = 2024;
};

ClockEvents rolled_events(Dice& dice) {
  ClockEvents events;
  for (int i = dice.roll(3); i > 0; --i) events.corrections_asked.push_back(dice.date());
  for (int i = dice.roll(3); i > 0; --i) events.corrections_received.push_back(dice.date());
  for (int i = dice.roll(4); i > 0; --i) {
    events.consultations.push_back({dice.date(), std::nullopt});
    if (dice.roll(4) > 0) events.consultations.back().end = dice.date();
  }
  if (dice.roll(4) == 0) events.fee_asked = dice.date();
  if (dice.roll(4) == 0) events.fee_paid = dice.date();
  return events;
}

// The twentieth day of the walk, and behind it the days that a consultation begun by then takes.
std::optional<Date> last_day_walked(const std::vector<ClockDay>& trace, const ClockEvents& events) {
  std::optional<Date> last;
  for (const ClockDay& d : trace) {
    if (d.number == kReplyDays) last = d.date;
    if (d.event.find("重新计算") != std::string::npos) last.reset();
    const bool is_behind =
        last && std::chrono::sys_days{*last} + std::chrono::days{1} == std::chrono::sys_days{d.date};
    if (!is_behind) continue;
    for (const Period& p : events.consultations) {
      if (p.begin < d.date && (!p.end || d.date <= *p.end)) last = d.date;
    }
  }
  return last;
}

// The walk knows nothing of prefix sums: histories of every kind, among them senseless ones. Crowded into a
// few days, many things happen on one day.
void compare(int crowd) {
  Dice dice(crowd);
  for (int i = 0; i < 20000; ++i) {
    const ClockEvents events = rolled_events(dice);
    const Date received = dice.date();
    const Date until = std::max(received, dice.date());
    const ClockReading r = read_clock(national_calendar(), received, events, until);
    const auto trace = trace_clock(national_calendar(), received, events, until);
    std::int64_t last = 0;
    for (const ClockDay& d : trace) {
      last = d.number.value_or(last);
      if (d.event.find("重新计算") != std::string::npos) last = 0;
    }
    ASSERT_EQ(r.days, last) << "history " << i;
    if (r.state != ClockState::running) continue;
    const auto walked = last_day_walked(trace, events);
    ASSERT_EQ(r.late, walked && *walked < until) << "history " << i;
    ASSERT_EQ(r.late_days, r.late ? std::max<std::int64_t>(0, last - kReplyDays) : 0) << "history " << i;
    if (walked && *walked < until) {
      ASSERT_EQ(format_iso(*r.deadline), format_iso(*walked)) << "history " << i;
    } else {
      ASSERT_GE(*r.deadline, until) << "history " << i;
    }
  }
}

TEST(ClockTrace, ComesToTheSameCountAndDeadline) {
  compare(120);
}
TEST(ClockTrace, ComesToTheSameCountInCrowdedHistories) {
  compare(40);
}

}  // namespace
}  // namespace nianbao
