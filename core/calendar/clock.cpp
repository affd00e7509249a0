#include "calendar/clock.h"

#include <algorithm>

namespace nianbao {

namespace {

// What was asked of the applicant, and what came, on one day.
struct Turn {
  Date date;
  int asked[2] = {0, 0};  // corrections, payments
  int answered[2] = {0, 0};
};

// In order of time, only from receipt through `until`.
std::vector<Turn> turns_of(Date received, const ClockEvents& events, Date until) {
  std::vector<Turn> turns;
  const auto at = [&](Date date) -> Turn* {
    if (date < received || date > until) return nullptr;
    const auto known =
        std::find_if(turns.begin(), turns.end(), [&](const Turn& turn) { return turn.date == date; });
    return known != turns.end() ? &*known : &turns.emplace_back(Turn{date, {0, 0}, {0, 0}});
  };
  for (Date date : events.corrections_asked)
    if (Turn* turn = at(date)) turn->asked[0] += 1;
  for (Date date : events.corrections_received)
    if (Turn* turn = at(date)) turn->answered[0] += 1;
  if (events.fee_asked)
    if (Turn* turn = at(*events.fee_asked)) turn->asked[1] += 1;
  if (events.fee_paid)
    if (Turn* turn = at(*events.fee_paid)) turn->answered[1] += 1;
  std::sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) { return a.date < b.date; });
  return turns;
}

// The days behind `begin` through `end` are off the count.
struct Window {
  Date begin, end;
};

// Begun by `until` and ended there at the latest; in order of time, overlapping ones made one.
std::vector<Window> windows_of(const ClockEvents& events, Date until) {
  std::vector<Window> windows;
  for (const Period& period : events.consultations) {
    const Date end = std::min(period.end.value_or(until), until);
    if (period.begin < end) windows.push_back({period.begin, end});
  }
  std::sort(windows.begin(), windows.end(),
            [](const Window& a, const Window& b) { return a.begin < b.begin; });
  std::vector<Window> merged;
  for (const Window& window : windows) {
    if (!merged.empty() && window.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, window.end);
    } else {
      merged.push_back(window);
    }
  }
  return merged;
}

bool is_extended(const ClockEvents& events, Date until) {
  if (events.extension_told) return *events.extension_told <= until;
  return events.extended || events.extension_days.value_or(0) > 0;
}

class Reader {
 public:
  Reader(const WorkingDays& calendar, Date received, const ClockEvents& events, Date until)
      : calendar_(calendar),
        received_(received),
        events_(events),
        until_(until),
        windows_(windows_of(events, until)) {}

  ClockReading read() {
    const Date through = take_turns();
    reading_.days = counted_through(through);
    extend();
    if (reading_.state == ClockState::running) set_deadline();
    find_faults();
    return std::move(reading_);
  }

 private:
  // The day through which the count runs.
  Date take_turns() {
    std::vector<int> awaited;  // kinds, in the order of asking
    Date stopped = until_;
    counted_from_ = received_;
    for (const Turn& turn : turns_of(received_, events_, until_)) {
      const bool was_standing = !awaited.empty();
      const bool begins_anew = take_turn(turn, awaited);
      if (begins_anew) counted_from_ = turn.date;
      if (begins_anew || !was_standing) stopped = turn.date;
    }
    if (awaited.empty()) return until_;
    reading_.state = awaited.front() == 0 ? ClockState::awaits_correction : ClockState::awaits_payment;
    return stopped;
  }

  // What came answers what was asked before that day, and only then what was asked on it. True when something
  // came and nothing of before is left open: the count begins anew.
  static bool take_turn(const Turn& turn, std::vector<int>& awaited) {
    bool came = false;
    bool is_left = false;
    for (int kind : {0, 1}) {
      const int asked = turn.asked[kind];
      const int answered = turn.answered[kind];
      const auto open = std::find(awaited.begin(), awaited.end(), kind);
      const bool was_open = open != awaited.end();
      came = came || answered > 0;
      is_left = is_left || (was_open && answered == 0);
      if (was_open && answered > 0) awaited.erase(open);
      const bool is_asked = asked > (was_open ? answered - 1 : answered);
      if (asked > 0 && is_asked && !(was_open && answered == 0)) awaited.push_back(kind);
    }
    return came && !is_left;
  }

  std::int64_t counted_through(Date day) const {
    std::int64_t count = calendar_.between(counted_from_, day);
    for (const Window& window : windows_) {
      count -= calendar_.between(std::max(window.begin, counted_from_), std::min(window.end, day));
    }
    return count;
  }

  // The day that is the count's `number`-th.
  Date day_of(std::int64_t number) const {
    Date day = calendar_.nth_after(counted_from_, number);
    if (windows_.empty()) return day;
    for (std::int64_t left = number - counted_through(day); left > 0; left = number - counted_through(day)) {
      day = calendar_.nth_after(day, left);
    }
    return day;
  }

  // The last day in time for a count of `number`: where a consultation begun by then takes the days behind it
  // off the count, the day on which it ended.
  Date last_day(std::int64_t number) const {
    Date day = day_of(number);
    for (const Window& window : windows_) {
      if (window.begin <= day && day < window.end) day = window.end;
    }
    return day;
  }

  // Judged by the count that ran on the day of telling.
  bool is_told_in_time() const {
    Reader then(calendar_, received_, events_, *events_.extension_told);
    const Date through = then.take_turns();
    if (then.reading_.state != ClockState::running) return then.counted_through(through) <= kReplyDays;
    return *events_.extension_told <= then.last_day(kReplyDays);
  }

  void extend() {
    if (!is_extended(events_, until_)) return;
    if (!events_.extension_told) {
      add(ClockFault::extension_not_told);
    } else if (!is_told_in_time()) {
      add(ClockFault::extension_told_late);
      return;
    }
    const std::int64_t extra = events_.extension_days.value_or(kMostExtraDays);
    reading_.limit += static_cast<int>(std::clamp<std::int64_t>(extra, 0, kMostExtraDays));
  }

  void set_deadline() {
    const Date statutory = last_day(reading_.limit);
    const Date agreed = agreed_day().value_or(statutory);
    reading_.deadline = std::max(agreed, statutory);
    reading_.late = until_ > *reading_.deadline;
    const bool is_agreed = *reading_.deadline > statutory;
    reading_.late_days = is_agreed ? calendar_.between(agreed, until_)
                                   : std::max<std::int64_t>(0, reading_.days - reading_.limit);
    if (reading_.late) add(ClockFault::late);
  }

  // An agreed date on a rest day ends with the next working day (《民法典》第二百零三条).
  std::optional<Date> agreed_day() const {
    if (!events_.agreed_deadline || calendar_.is_working(*events_.agreed_deadline)) {
      return events_.agreed_deadline;
    }
    return calendar_.nth_after(*events_.agreed_deadline, 1);
  }

  void find_faults() {
    if (is_extended(events_, until_) && events_.extension_days.value_or(0) > kMostExtraDays) {
      add(ClockFault::extension_too_long);
    }
    find_correction_faults();
    for (const Period& period : events_.consultations) {
      const Date end = std::min(period.end.value_or(until_), until_);
      if (calendar_.between(period.begin, end) > kLongConsultation) {
        add(ClockFault::consultation_long);
        break;
      }
    }
    std::sort(reading_.faults.begin(), reading_.faults.end());
  }

  void find_correction_faults() {
    int count = 0;
    Date first = until_;
    for (Date date : events_.corrections_asked) {
      if (date < received_ || date > until_) continue;
      ++count;
      first = std::min(first, date);
    }
    if (count > 0 && first > calendar_.nth_after(received_, kCorrectionDays))
      add(ClockFault::correction_late);
    if (count > 1) add(ClockFault::correction_again);
  }

  void add(ClockFault fault) { reading_.faults.push_back(fault); }

  const WorkingDays& calendar_;
  Date received_;
  const ClockEvents& events_;
  Date until_;
  std::vector<Window> windows_;
  Date counted_from_{};  // day 1 is the first counted day after this one
  ClockReading reading_;
};

}  // namespace

ClockReading read_clock(const WorkingDays& calendar, Date received, const ClockEvents& events, Date until) {
  return Reader(calendar, received, events, until).read();
}

}  // namespace nianbao
