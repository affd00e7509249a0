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
    if (holds(events_.corrections_asked, day)) stop(entry, "告知补正", "等待补正");
    if (events_.fee_asked == day) stop(entry, "通知缴费", "等待缴费");
    if (holds(events_.corrections_received, day)) answer(entry, "收到补正", "等待补正");
    if (events_.fee_paid == day) answer(entry, "已缴费", "等待缴费");
    for (const Period& period : events_.consultations) {
      if (period.begin == day) add_word(entry.event, "发出征求意见");
      if (period.end == day) add_word(entry.event, "收到意见");
    }
    if (events_.extension_told == day) add_word(entry.event, "告知延期");
  }

  void stop(ClockDay& entry, const char* event, const char* awaited) {
    add_word(entry.event, event);
    if (!holds(awaited_, std::string(awaited))) awaited_.emplace_back(awaited);
  }

  // The count begins anew when nothing else is awaited.
  void answer(ClockDay& entry, const char* event, const char* awaited) {
    add_word(entry.event, event);
    awaited_.erase(std::remove(awaited_.begin(), awaited_.end(), awaited), awaited_.end());
    if (!awaited_.empty()) return;
    add_word(entry.event, "次日重新计算");
    number_ = 0;
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
