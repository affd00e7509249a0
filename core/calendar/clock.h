// The legal clock of one application (《政府信息公开条例》第三十条至第三十五条): how many working days it
// has taken, and until when the office may take.
//
// Day 1 is the working day after receipt. The office has 20 working days, and at most 20 more where it told
// the applicant before the 20 were over. What the law leaves open is decided here and printed among the
// conventions:
//   - While a correction (补正) or a fee is awaited the count stands still; on the day after it came the
//     count starts anew at day 1, with a full 20; where both are awaited, on the day after the later one.
//   - While a third party or another office is consulted, the working days after the day of asking through
//     the day of the answer are no days of the count; overlapping periods take a day away once.
//     Begun by the last day of the limit, they move that day to the one on which the answer came.
//   - An extension told after day 20 of the count that ran then does not move the limit; one without a date
//   of
//     telling does, and K-02 asks for the date. More than 20 extra days count as 20 (K-03).
//   - An agreed date (第三十五条) takes the place of an earlier limit; on a rest day it is the working day
//     behind.
//   - A reply on a rest day after the last day is late.
// Whatever lies after the day on which the clock is read has not happened yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/working_days.h"

namespace nianbao {

inline constexpr int kReplyDays = 20;         // 第三十三条
inline constexpr int kMostExtraDays = 20;     // 第三十三条
inline constexpr int kCorrectionDays = 7;     // 第三十条
inline constexpr int kLongConsultation = 15;  // 第三十二条, 第三十四条

// A stretch of days; without an end it still runs.
struct Period {
  Date begin;
  std::optional<Date> end;
  bool operator==(const Period&) const = default;
};

// What happened to an application between receipt and closing, in any order.
struct ClockEvents {
  std::vector<Date> corrections_asked;     // 补正告知
  std::vector<Date> corrections_received;  // 补正收到
  std::vector<Period> consultations;       // 征求意见
  bool extended = false;
  std::optional<Date> extension_told;
  std::optional<std::int64_t> extension_days;  // 20 where nothing is said
  std::optional<Date> agreed_deadline;
  std::optional<Date> fee_asked, fee_paid;

  bool operator==(const ClockEvents&) const = default;
};

enum class ClockState { running, awaits_correction, awaits_payment };

// K-01 … K-06; K-07 is of a year, not of an application.
enum class ClockFault {
  late,                 // K-01
  extension_told_late,  // K-02
  extension_not_told,   // K-02: no date
  extension_too_long,   // K-03
  correction_late,      // K-04
  consultation_long,    // K-05
  correction_again      // K-06
};

struct ClockReading {
  ClockState state = ClockState::running;
  std::int64_t days = 0;  // counted since the count last began
  int limit = kReplyDays;
  std::optional<Date> deadline;    // the last day in time; none while something is awaited
  bool late = false;               // the clock was read after the deadline
  std::int64_t late_days = 0;      // counted days beyond the limit; behind an agreed date working days
  std::vector<ClockFault> faults;  // each at most once, in the order of the codes
};

// The clock at the end of `until`: the day of closing, or 31 December for what is open.
ClockReading read_clock(const WorkingDays& calendar, Date received, const ClockEvents& events, Date until);

// One day of the count, as `explain` prints it.
struct ClockDay {
  Date date;
  std::optional<std::int64_t> number;  // 第 N 日; none for a day that is not counted
  std::string reason;  // "周末", "国庆节", "调休上班", "征求意见", "等待补正" …; may be empty
  std::string event;  // "收到申请", "告知补正", "收到补正，重新计算" …; may be empty
};

// Every day from receipt through `until`, walked one by one: the same count as read_clock, found the slow
// way.
std::vector<ClockDay> trace_clock(const WorkingDays& calendar, Date received, const ClockEvents& events,
                                  Date until);

}  // namespace nianbao
