// The count walked day by day, for people: knows nothing of the arithmetic in clock.cpp, so that each proves
// the other.
#include <algorithm>

#include "calendar/clock.h"

namespace nianbao {

namespace {

template <typename Value>
bool holds(const std::vector<Value>& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

int count_of(const std::vector<Date>& dates, Date day) {
  return static_cast<int>(std::count(dates.begin(), dates.end(), day));
}

void add_word(std::string& words, const std::string& word) {
  words += (words.empty() ? "" : "，") + word;
}

class Walker {
 public:
  Walker(const WorkingDays& calendar, Date received, const ClockEvents& events)
      : calendar_(calendar), received_(received), events_(events) {}

  std::vector<ClockDay> walk(Date until) {
    std::vector<ClockDay> days;
    const auto step = std::chrono::days{1};
    for (auto day = std::chrono::sys_days{received_}; day <= std::chrono::sys_days{until}; day += step) {
      const Date date{day};
      ClockDay entry{date, std::nullopt, calendar_.reason(date), ""};
      if (date != received_) count(entry);
      take_events(entry);
      days.push_back(std::move(entry));
    }
    return days;
  }

 private:
  void count(ClockDay& entry) {
    if (!awaited_.empty()) {
      for (const std::string& awaited : awaited_) add_word(entry.reason, awaited);
    } else if (!calendar_.is_working(entry.date)) {
      // The reason stands already.
    } else if (is_consulting(entry.date)) {
      add_word(entry.reason, "征求意见");
    } else {
      entry.number = ++number_;
    }
  }

  bool is_consulting(Date day) const {
    return std::any_of(events_.consultations.begin(), events_.consultations.end(), [&](const Period& period) {
      return period.begin < day && (!period.end || day <= *period.end);
    });
  }

  void take_events(ClockDay& entry) {
    const Date day = entry.date;
    if (day == received_) entry.event = "收到申请";
    const std::vector<std::string> before = awaited_;
    const int corrections =
        take_turn(entry, "等待补正", {"告知补正", count_of(events_.corrections_asked, day)},
                  {"收到补正", count_of(events_.corrections_received, day)});
    const int payments = take_turn(entry, "等待缴费", {"通知缴费", events_.fee_asked == day ? 1 : 0},
                                   {"已缴费", events_.fee_paid == day ? 1 : 0});
    const bool waits_on = (holds(before, std::string("等待补正")) && corrections == 0) ||
                          (holds(before, std::string("等待缴费")) && payments == 0);
    if (corrections + payments > 0 && !waits_on) {
      add_word(entry.event, "次日重新计算");
      number_ = 0;
    }
    for (const Period& period : events_.consultations) {
      if (period.begin == day) add_word(entry.event, "发出征求意见");
      if (period.end == day) add_word(entry.event, "收到意见");
    }
    if (events_.extension_told == day) add_word(entry.event, "告知延期");
  }

  struct Happening {
    const char* word;
    int times;
  };

  // What came answers what was awaited before today, and only then what was asked today. How often it came.
  int take_turn(ClockDay& entry, const std::string& awaited, Happening ask, Happening answer) {
    int open = 0;
    int answers = answer.times;
    if (holds(awaited_, awaited)) {
      if (answers == 0) return 0;
      add_word(entry.event, answer.word);
      awaited_.erase(std::find(awaited_.begin(), awaited_.end(), awaited));
      --answers;
    }
    if (ask.times > 0) add_word(entry.event, ask.word);
    open = ask.times - answers;
    if (answers > 0) add_word(entry.event, answer.word);
    if (open > 0) awaited_.push_back(awaited);
    return answer.times;
  }

  const WorkingDays& calendar_;
  Date received_;
  const ClockEvents& events_;
  std::vector<std::string> awaited_;  // in the order of asking
  std::int64_t number_ = 0;
};

}  // namespace

std::vector<ClockDay> trace_clock(const WorkingDays& calendar, Date received, const ClockEvents& events,
                                  Date until) {
  return Walker(calendar, received, events).walk(until);
}

}  // namespace nianbao
