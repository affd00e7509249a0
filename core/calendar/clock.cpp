#include "calendar/clock.h"

#include <algorithm>

namespace nianbao {

namespace {

// Something is asked of the applicant, and the count stops; or it came.
struct Turn {
  Date date;
  ClockState awaited = ClockState::awaits_correction;
  bool is_asked = false;
};

// In order of time; what was asked and answered on one day was asked first. Only from receipt through
// `until`.
std::vector<Turn> turns_of(Date received, const ClockEvents& events, Date until) {
  std::vector<Turn> turns;
  const auto add = [&](Date date, ClockState awaited, bool is_asked) {
    if (received <= date && date <= until) turns.push_back({date, awaited, is_asked});
  };
  for (Date date : events.corrections_asked) add(date, ClockState::awaits_correction, true);
  for (Date date : events.corrections_received) add(date, ClockState::awaits_correction, false);
  if (events.fee_asked) add(*events.fee_asked, ClockState::awaits_payment, true);
  if (events.fee_paid) add(*events.fee_paid, ClockState::awaits_payment, false);
  std::stable_sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) {
    return a.date != b.date ? a.date < b.date : a.is_asked && !b.is_asked;
  });
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
    reading_.counted_from = received_;
    Date stopped = until_;
    std::vector<ClockState> awaited;  // in the order of asking
    for (const Turn& turn : turns_of(received_, events_, until_)) {
      const auto same = std::find(awaited.begin(), awaited.end(), turn.awaited);
      if (turn.is_asked) {
        if (awaited.empty()) stopped = turn.date;
        if (same == awaited.end()) awaited.push_back(turn.awaited);
        continue;
      }
      if (same != awaited.end()) awaited.erase(same);
      if (awaited.empty()) reading_.counted_from = turn.date;
    }
    reading_.state = awaited.empty() ? ClockState::running : awaited.front();
    return awaited.empty() ? until_ : stopped;
  }

  std::int64_t counted_through(Date day) const {
    std::int64_t count = calendar_.between(reading_.counted_from, day);
    for (const Window& window : windows_) {
      count -= calendar_.between(std::max(window.begin, reading_.counted_from), std::min(window.end, day));
    }
    return count;
  }

  // The day that is the count's `number`-th.
  Date day_of(std::int64_t number) const {
    Date day = calendar_.nth_after(reading_.counted_from, number);
    if (windows_.empty()) return day;
    for (std::int64_t left = number - counted_through(day); left > 0; left = number - counted_through(day)) {
      day = calendar_.nth_after(day, left);
    }
    return day;
  }

  void extend() {
    if (!is_extended(events_, until_)) return;
    if (!events_.extension_told) {
      add(ClockFault::extension_not_told);
    } else if (*events_.extension_told > day_of(kReplyDays)) {
      add(ClockFault::extension_told_late);
      return;
    }
    const std::int64_t extra = events_.extension_days.value_or(kMostExtraDays);
    reading_.limit += static_cast<int>(std::clamp<std::int64_t>(extra, 0, kMostExtraDays));
  }

  void set_deadline() {
    reading_.deadline = events_.agreed_deadline ? *events_.agreed_deadline : day_of(reading_.limit);
    reading_.late = until_ > *reading_.deadline;
    reading_.late_days = calendar_.between(*reading_.deadline, until_);
    if (reading_.late) add(ClockFault::late);
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
  ClockReading reading_;
};

}  // namespace

ClockReading read_clock(const WorkingDays& calendar, Date received, const ClockEvents& events, Date until) {
  return Reader(calendar, received, events, until).read();
}

}  // namespace nianbao
