// The legal clock on cases worked out by hand. Working days of 2024 that matter here: 春节 10–17 February
// with 4 and 18 February worked; 清明 4–6 April with Sunday 7 April worked; 劳动节 1–5 May with Sunday 28
// April and Saturday 11 May worked; 端午 8–10 June; 国庆 1–7 October with Sunday 29 September and Saturday 12
// October worked. 2025: 1 January; 春节 28 January to 4 February with Sunday 26 January worked. "5–8 = 4"
// reads: with the days from the 5th through the 8th the count has come to 4.
#include "calendar/clock.h"

#include <gtest/gtest.h>

#include "support/holiday_table.h"

namespace nianbao {
namespace {

Date day(const std::string& text) {
  return *parse_date(text);
}
std::vector<Date> days(std::initializer_list<const char*> texts) {
  std::vector<Date> dates;
  for (const char* text : texts) dates.push_back(day(text));
  return dates;
}
Period period(const char* begin, const char* end) {
  return {day(begin), day(end)};
}

struct Read {
  std::string deadline = "none";
  std::int64_t days = 0;
  bool late = false;
  std::int64_t late_days = 0;
  bool operator==(const Read&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Read& r) {
  return out << r.deadline << ", day " << r.days << (r.late ? ", late by " : "")
             << (r.late ? r.late_days : 0);
}

ClockReading reading(const char* received, const ClockEvents& events, const char* until) {
  return read_clock(national_calendar(), day(received), events, day(until));
}
Read read(const char* received, const ClockEvents& events, const char* until) {
  const ClockReading r = reading(received, events, until);
  return {r.deadline ? format_iso(*r.deadline) : "none", r.days, r.late, r.late_days};
}
std::string deadline(const char* received, const ClockEvents& events = {}) {
  return read(received, events, received).deadline;
}
std::string deadline(const char* received, const ClockEvents& events, const char* until) {
  return read(received, events, until).deadline;
}
using Faults = std::vector<ClockFault>;

// ---- twenty working days ----

// Monday 4 March. 5–8 = 4, 11–15 = 9, 18–22 = 14, 25–29 = 19, Monday 1 April = 20.
TEST(Clock, CountsTwentyWorkingDaysFromTheDayAfterReceipt) {
  EXPECT_EQ(deadline("2024-03-04"), "2024-04-01");
}

// Friday 27 September. Sunday 29 (worked) = 1, 30 = 2, 8–11 October = 6, Saturday 12 (worked) = 7, 14–18 =
// 12, 21–25 = 17, 28 = 18, 29 = 19, 30 = 20.
TEST(Clock, CrossesNationalDayFromTheFridayBefore) {
  EXPECT_EQ(deadline("2024-09-27"), "2024-10-30");
}

// Sunday 29 September is worked, so the application came that day; 30 = 1, 8–11 October = 5, 12 = 6, 14–18 =
// 11, 21–25 = 16, 28–31 = 20.
TEST(Clock, TakesReceiptOnAMakeUpSunday) {
  EXPECT_EQ(deadline("2024-09-29"), "2024-10-31");
}

// Tuesday 31 December. 2, 3 January = 2, 6–10 = 7, 13–17 = 12, 20–24 = 17, Sunday 26 (worked) = 18, 27 = 19,
// 春节, Wednesday 5 February = 20.
TEST(Clock, RunsIntoTheNextYear) {
  EXPECT_EQ(deadline("2024-12-31"), "2025-02-05");
}

// Saturday 2 March: day 1 is Monday 4. 4–8 = 5, 11–15 = 10, 18–22 = 15, 25–29 = 20.
TEST(Clock, BeginsOnMondayForReceiptOnASaturday) {
  EXPECT_EQ(deadline("2024-03-02"), "2024-03-29");
}

// 12 February lies in 春节: day 1 is Sunday 18 (worked). 19–23 = 6, 26 February – 1 March = 11, 4–8 = 16,
// 11–14 = 20.
TEST(Clock, BeginsOnTheMakeUpDayBehindTheHoliday) {
  EXPECT_EQ(deadline("2024-02-12"), "2024-03-14");
}

// Wednesday 28 February. 29 = 1, 1 March = 2, 4–8 = 7, 11–15 = 12, 18–22 = 17, 25–27 = 20.
TEST(Clock, CountsTheLeapDay) {
  EXPECT_EQ(deadline("2024-02-28"), "2024-03-27");
}

// Thursday 29 February. 1 March = 1, 4–8 = 6, 11–15 = 11, 18–22 = 16, 25–28 = 20.
TEST(Clock, TakesReceiptOnTheLeapDay) {
  EXPECT_EQ(deadline("2024-02-29"), "2024-03-28");
}

// No table for 2030, so weekends alone: Friday 27 September 2030. 30 = 1, 1–4 October = 5, 7–11 = 10, 14–18 =
// 15, 21–25 = 20.
TEST(Clock, FollowsTheWeekendInAYearWithoutTable) {
  EXPECT_EQ(deadline("2030-09-27"), "2030-10-25");
}

// ---- the reply ----

TEST(Clock, HasCountedNoDayOnTheDayOfReceipt) {
  EXPECT_EQ(read("2024-03-04", {}, "2024-03-04"), (Read{"2024-04-01", 0, false, 0}));
}
TEST(Clock, IsInTimeOnDayTwenty) {
  EXPECT_EQ(read("2024-03-04", {}, "2024-04-01"), (Read{"2024-04-01", 20, false, 0}));
}
// Tuesday 2 April is day 21.
TEST(Clock, IsLateOnDayTwentyOne) {
  EXPECT_EQ(read("2024-03-04", {}, "2024-04-02"), (Read{"2024-04-01", 21, true, 1}));
  EXPECT_EQ(reading("2024-03-04", {}, "2024-04-02").faults, Faults{ClockFault::late});
}
// Day 20 is Friday 29 March; Saturday 30 is no working day, but behind the last day.
TEST(Clock, IsLateOnTheRestDayBehindTheLastDay) {
  EXPECT_EQ(read("2024-03-02", {}, "2024-03-30"), (Read{"2024-03-29", 20, true, 0}));
}
// Day 5 is Monday 11 March; a reply on Sunday 10 has taken the four days of the week before.
TEST(Clock, CountsAReplyOnARestDayByTheWorkingDaysBefore) {
  EXPECT_EQ(read("2024-03-04", {}, "2024-03-10").days, 4);
}
// 16 December. 17–20 = 4, 23–27 = 9, 30, 31 = 11; what was asked on 2 January has not happened yet.
TEST(Clock, KnowsNothingOfWhatComesAfterTheReading) {
  ClockEvents events;
  events.corrections_asked = days({"2025-01-02"});
  events.extension_told = day("2025-01-03");
  const ClockReading r = reading("2024-12-16", events, "2024-12-31");
  EXPECT_EQ(r.state, ClockState::running);
  EXPECT_EQ(r.days, 11);
  EXPECT_EQ(r.limit, 20);
  EXPECT_EQ(r.faults, Faults{});
}

// ---- correction (第三十条) ----

// Received on 4 March: 5–8 = 4, 11 = 5, 12 = 6, 13 = 7. Corrected on Wednesday 20; 21, 22 = 2, 25–29 = 7,
// 1–3 April = 10, 清明, Sunday 7 (worked) = 11, 8–12 = 16, 15–18 = 20.
TEST(Clock, BeginsAnewBehindACorrectionAskedOnDaySeven) {
  ClockEvents events;
  events.corrections_asked = days({"2024-03-13"});
  events.corrections_received = days({"2024-03-20"});
  EXPECT_EQ(deadline("2024-03-04", events, "2024-03-25"), "2024-04-18");
  EXPECT_EQ(reading("2024-03-04", events, "2024-03-25").days, 3);  // 21, 22, 25
  EXPECT_EQ(reading("2024-03-04", events, "2024-03-25").faults, Faults{});
}
// 14 March is day 8: too late to ask, but the count begins anew all the same.
TEST(Clock, FaultsACorrectionAskedOnDayEight) {
  ClockEvents events;
  events.corrections_asked = days({"2024-03-14"});
  events.corrections_received = days({"2024-03-20"});
  EXPECT_EQ(deadline("2024-03-04", events, "2024-03-25"), "2024-04-18");
  EXPECT_EQ(reading("2024-03-04", events, "2024-03-25").faults, Faults{ClockFault::correction_late});
}
// Wednesday 6 March: 7, 8 = 2, 11–15 = 7. Saturday 16 lies behind day 7.
TEST(Clock, FaultsACorrectionAskedOnTheRestDayBehindDaySeven) {
  ClockEvents events;
  events.corrections_asked = days({"2024-03-16"});
  EXPECT_EQ(reading("2024-03-06", events, "2024-03-20").faults, Faults{ClockFault::correction_late});
}
// Asked on day 7 and never answered: the count stands there, and there is no last day.
TEST(Clock, StandsStillWhileACorrectionIsAwaited) {
  ClockEvents events;
  events.corrections_asked = days({"2024-03-13"});
  const ClockReading r = reading("2024-03-04", events, "2024-12-31");
  EXPECT_EQ(r.state, ClockState::awaits_correction);
  EXPECT_EQ(r.days, 7);
  EXPECT_FALSE(r.deadline);
  EXPECT_FALSE(r.late);
}
// Asked on day 21: the limit had run out, yet nothing but the late asking can be faulted.
TEST(Clock, StandsStillAlsoWhenAskedTooLate) {
  ClockEvents events;
  events.corrections_asked = days({"2024-04-02"});
  const ClockReading r = reading("2024-03-04", events, "2024-12-31");
  EXPECT_EQ(r.days, 21);
  EXPECT_EQ(r.faults, Faults{ClockFault::correction_late});
}
// Asked and corrected on 13 March. 14, 15 = 2, 18–22 = 7, 25–29 = 12, 1–3 April = 15, 7 = 16, 8–11 = 20.
TEST(Clock, TakesACorrectionOfTheSameDay) {
  ClockEvents events;
  events.corrections_asked = days({"2024-03-13"});
  events.corrections_received = days({"2024-03-13"});
  EXPECT_EQ(deadline("2024-03-04", events, "2024-03-20"), "2024-04-11");
}
// From 27 March: 28, 29 = 2, 1–3 April = 5, 7 = 6, 8–12 = 11, 15–19 = 16, 22–25 = 20.
TEST(Clock, BeginsAnewBehindASecondCorrection) {
  ClockEvents events;
  events.corrections_asked = days({"2024-03-20", "2024-03-08"});
  events.corrections_received = days({"2024-03-27", "2024-03-15"});
  EXPECT_EQ(deadline("2024-03-04", events, "2024-04-01"), "2024-04-25");
  EXPECT_EQ(reading("2024-03-04", events, "2024-04-01").faults, Faults{ClockFault::correction_again});
}
// Corrected on Friday 9 February, the last day before 春节. 18 (worked) = 1, 19–23 = 6, 26 February – 1 March
// = 11, 4–8 = 16, 11–14 = 20.
TEST(Clock, BeginsAnewAcrossSpringFestival) {
  ClockEvents events;
  events.corrections_asked = days({"2024-02-05"});
  events.corrections_received = days({"2024-02-09"});
  EXPECT_EQ(deadline("2024-02-01", events, "2024-02-20"), "2024-03-14");
}

// ---- consultation (第三十二条至第三十四条) ----

// 12–15 March are off. 5–8 = 4, 11 = 5, 18–22 = 10, 25–29 = 15, 1–3 April = 18, 7 = 19, 8 = 20.
TEST(Clock, LeavesOutAConsultation) {
  ClockEvents events;
  events.consultations = {period("2024-03-11", "2024-03-15")};
  EXPECT_EQ(deadline("2024-03-04", events, "2024-03-20"), "2024-04-08");
  EXPECT_EQ(read("2024-03-04", events, "2024-03-20").days, 8);  // 5–8, 11, 18–20
}
// 12–15 and 18–20 March are off, once each. 5–8 = 4, 11 = 5, 21, 22 = 7, 25–29 = 12, 1–3 April = 15, 7 = 16,
// 8–11 = 20.
TEST(Clock, LeavesOutOverlappingConsultationsOnce) {
  ClockEvents events;
  events.consultations = {period("2024-03-13", "2024-03-20"), period("2024-03-11", "2024-03-15")};
  EXPECT_EQ(deadline("2024-03-04", events, "2024-03-25"), "2024-04-11");
}
// 7, 8 and 21, 22 March are off. 5, 6 = 2, 11–15 = 7, 18–20 = 10, 25–29 = 15, 1–3 April = 18, 7 = 19, 8 = 20.
TEST(Clock, LeavesOutTwoConsultations) {
  ClockEvents events;
  events.consultations = {period("2024-03-06", "2024-03-08"), period("2024-03-20", "2024-03-22")};
  EXPECT_EQ(deadline("2024-03-04", events, "2024-03-25"), "2024-04-08");
}
// Friday 20 September, asked on 26, answered on Wednesday 9 October. 23–26 = 4, then 27, 29, 30 September, 8
// and 9 October are off; 10–12 = 7, 14–18 = 12, 21–25 = 17, 28–30 = 20.
TEST(Clock, TakesNoRestDayTwiceInAConsultation) {
  ClockEvents events;
  events.consultations = {period("2024-09-26", "2024-10-09")};
  EXPECT_EQ(deadline("2024-09-20", events, "2024-10-10"), "2024-10-30");
}
// 5–8 = 4, 11–15 = 9, 18–22 = 14, 25 = 15 working days: as long as the law gives; one day more is too long.
TEST(Clock, FaultsAConsultationOfSixteenDays) {
  ClockEvents events;
  events.consultations = {period("2024-03-04", "2024-03-25")};
  EXPECT_EQ(reading("2024-03-04", events, "2024-03-29").faults, Faults{});
  events.consultations = {period("2024-03-04", "2024-03-26")};
  EXPECT_EQ(reading("2024-03-04", events, "2024-03-29").faults, Faults{ClockFault::consultation_long});
}
// Asked on 9 December 2024, no answer by the 31st: 3–6 = 4, 9 = 5. If the answer came on the 31st, 2, 3
// January = 7, 6–10 = 12, 13–17 = 17, 20–22 = 20.
TEST(Clock, StandsStillInAConsultationWithoutAnswer) {
  ClockEvents events;
  events.consultations = {{day("2024-12-09"), std::nullopt}};
  EXPECT_EQ(read("2024-12-02", events, "2024-12-31"), (Read{"2025-01-22", 5, false, 0}));
}
// The consultation was over when the count began anew on 15 March. 18–22 = 5, 25–29 = 10, 1–3 April = 13, 7 =
// 14, 8–12 = 19, 15 = 20.
TEST(Clock, ForgetsAConsultationBeforeTheCorrection) {
  ClockEvents events;
  events.consultations = {period("2024-03-05", "2024-03-08")};
  events.corrections_asked = days({"2024-03-11"});
  events.corrections_received = days({"2024-03-15"});
  EXPECT_EQ(deadline("2024-03-04", events, "2024-03-25"), "2024-04-15");
}
// Of the consultation 18–20 March lie behind the correction. 21, 22 = 2, 25–29 = 7, 1–3 April = 10, 7 = 11,
// 8–12 = 16, 15–18 = 20.
TEST(Clock, LeavesOutTheRestOfAConsultationBehindTheCorrection) {
  ClockEvents events;
  events.consultations = {period("2024-03-14", "2024-03-20")};
  events.corrections_asked = days({"2024-03-11"});
  events.corrections_received = days({"2024-03-15"});
  EXPECT_EQ(deadline("2024-03-04", events, "2024-03-25"), "2024-04-18");
}

// Day 20 is 1 April, and on that day another office is asked: until its answer on 15 April no day counts, so
// a reply on that day has taken 20 days. 16 April is day 21.
TEST(Clock, MovesTheLastDayBehindAConsultationBegunOnIt) {
  ClockEvents events;
  events.consultations = {period("2024-04-01", "2024-04-15")};
  EXPECT_EQ(read("2024-03-04", events, "2024-04-15"), (Read{"2024-04-15", 20, false, 0}));
  EXPECT_EQ(read("2024-03-04", events, "2024-04-16"), (Read{"2024-04-15", 21, true, 1}));
}
// Begun on 3 April, two days too late: what is over stays over, but the days of the consultation are not
// added.
TEST(Clock, DoesNotCureLatenessByAConsultation) {
  ClockEvents events;
  events.consultations = {period("2024-04-03", "2024-04-22")};
  EXPECT_EQ(read("2024-03-04", events, "2024-04-23"), (Read{"2024-04-01", 23, true, 3}));
}
// Asked before the last day, which the answer then brings with it.
TEST(Clock, MayTellTheExtensionWhileAConsultationHoldsTheLastDay) {
  ClockEvents events;
  events.consultations = {period("2024-04-01", "2024-04-15")};
  events.extension_told = day("2024-04-12");
  EXPECT_EQ(reading("2024-03-04", events, "2024-04-20").limit, 40);
}

// ---- extension (第三十三条) ----

// Day 20 is 1 April. 2, 3 = 22, 7 = 23, 8–12 = 28, 15–19 = 33, 22–26 = 38, Sunday 28 (worked) = 39, 29 = 40.
TEST(Clock, ExtendsWhenToldOnDayTwenty) {
  ClockEvents events;
  events.extended = true;
  events.extension_told = day("2024-04-01");
  EXPECT_EQ(read("2024-03-04", events, "2024-04-29"), (Read{"2024-04-29", 40, false, 0}));
  EXPECT_EQ(reading("2024-03-04", events, "2024-04-29").faults, Faults{});
}
TEST(Clock, DoesNotExtendWhenToldOnDayTwentyOne) {
  ClockEvents events;
  events.extended = true;
  events.extension_told = day("2024-04-02");
  EXPECT_EQ(read("2024-03-04", events, "2024-04-03"), (Read{"2024-04-01", 22, true, 2}));
  EXPECT_EQ(reading("2024-03-04", events, "2024-04-03").faults,
            (Faults{ClockFault::late, ClockFault::extension_told_late}));
}
// Day 20 is Friday 29 March; on Saturday 30 it is over.
TEST(Clock, DoesNotExtendWhenToldOnTheRestDayBehindDayTwenty) {
  ClockEvents events;
  events.extension_told = day("2024-03-30");
  EXPECT_EQ(deadline("2024-03-02", events, "2024-04-01"), "2024-03-29");
}
TEST(Clock, ExtendsWithoutADateOfTellingAndAsksForIt) {
  ClockEvents events;
  events.extended = true;
  EXPECT_EQ(deadline("2024-03-04", events, "2024-04-10"), "2024-04-29");
  EXPECT_EQ(reading("2024-03-04", events, "2024-04-10").faults, Faults{ClockFault::extension_not_told});
}
// 8–12 April = 28, 15 = 29, 16 = 30.
TEST(Clock, ExtendsByTheDaysThatWereTold) {
  ClockEvents events;
  events.extension_told = day("2024-03-25");
  events.extension_days = 10;
  EXPECT_EQ(deadline("2024-03-04", events, "2024-04-10"), "2024-04-16");
}
TEST(Clock, ExtendsByTwentyDaysAtMost) {
  ClockEvents events;
  events.extension_told = day("2024-03-25");
  events.extension_days = 25;
  EXPECT_EQ(deadline("2024-03-04", events, "2024-04-10"), "2024-04-29");
  EXPECT_EQ(reading("2024-03-04", events, "2024-04-10").faults, Faults{ClockFault::extension_too_long});
}
// Told on 8 March, begun anew behind 18 March. 19–22 = 4, 25–29 = 9, 1–3 April = 12, 7 = 13, 8–12 = 18, 15–19
// = 23, 22–26 = 28, 28 = 29, 29, 30 = 31, 6–10 May = 36, Saturday 11 (worked) = 37, 13–15 = 40.
TEST(Clock, KeepsAnExtensionToldBeforeTheCorrection) {
  ClockEvents events;
  events.extension_told = day("2024-03-08");
  events.corrections_asked = days({"2024-03-11"});
  events.corrections_received = days({"2024-03-18"});
  EXPECT_EQ(deadline("2024-03-04", events, "2024-04-10"), "2024-05-15");
}
// Day 20 was 1 April. That a correction came on 12 April and began the count anew does not make the telling
// of 8 April one in time.
TEST(Clock, JudgesTheTellingByTheCountThatRanThen) {
  ClockEvents events;
  events.extension_told = day("2024-04-08");
  events.corrections_asked = days({"2024-04-10"});
  events.corrections_received = days({"2024-04-12"});
  const ClockReading r = reading("2024-03-04", events, "2024-04-20");
  EXPECT_EQ(r.limit, 20);
  EXPECT_EQ(r.faults, (Faults{ClockFault::extension_told_late, ClockFault::correction_late}));
}
// A consultation moves day 20 from 1 to 8 April (see LeavesOutAConsultation), and with it the last day to
// tell.
TEST(Clock, GivesTheConsultationsDaysToTheExtensionToo) {
  ClockEvents events;
  events.consultations = {period("2024-03-11", "2024-03-15")};
  events.extension_told = day("2024-04-08");
  EXPECT_EQ(reading("2024-03-04", events, "2024-04-09").limit, 40);
  events.extension_told = day("2024-04-09");
  EXPECT_EQ(reading("2024-03-04", events, "2024-04-09").limit, 20);
}

// ---- fee and agreed deadline (第四十二条, 第三十五条) ----

// Paid on Monday 18 March. 19–22 = 4, 25–29 = 9, 1–3 April = 12, 7 = 13, 8–12 = 18, 15, 16 = 20.
TEST(Clock, BeginsAnewBehindThePayment) {
  ClockEvents events;
  events.fee_asked = day("2024-03-08");
  events.fee_paid = day("2024-03-18");
  EXPECT_EQ(deadline("2024-03-04", events, "2024-03-25"), "2024-04-16");
}
// Asked on day 4 and never paid.
TEST(Clock, StandsStillWhileTheFeeIsAwaited) {
  ClockEvents events;
  events.fee_asked = day("2024-03-08");
  const ClockReading r = reading("2024-03-04", events, "2024-12-31");
  EXPECT_EQ(r.state, ClockState::awaits_payment);
  EXPECT_EQ(r.days, 4);
  EXPECT_FALSE(r.deadline);
}
// A correction is awaited when the fee is asked: the count has been standing since the correction.
// The fee was paid on day 8, but the correction is still to come.
TEST(Clock, StandsStillUntilNothingIsAwaited) {
  ClockEvents events;
  events.corrections_asked = days({"2024-03-06"});
  events.fee_asked = day("2024-03-08");
  events.fee_paid = day("2024-03-14");
  EXPECT_EQ(reading("2024-03-04", events, "2024-12-31").state, ClockState::awaits_correction);
  events.corrections_received = days({"2024-03-11"});
  EXPECT_EQ(reading("2024-03-04", events, "2024-03-13").state, ClockState::awaits_payment);
  EXPECT_EQ(reading("2024-03-04", events, "2024-03-13").days, 2);
  // Friday 15 = 1, 18–22 = 6, 25–29 = 11, 1–3 April = 14, 7 = 15, 8–12 = 20.
  EXPECT_EQ(read("2024-03-04", events, "2024-04-12"), (Read{"2024-04-12", 20, false, 0}));
}

// The corrected application comes, which begins the count anew, and the fee is asked for at once, which stops
// it.
TEST(Clock, StandsStillForAFeeAskedWhenTheCorrectionCame) {
  ClockEvents events;
  events.corrections_asked = days({"2024-03-06"});
  events.corrections_received = days({"2024-03-11"});
  events.fee_asked = day("2024-03-11");
  const ClockReading r = reading("2024-03-04", events, "2024-12-31");
  EXPECT_EQ(r.state, ClockState::awaits_payment);
  EXPECT_EQ(r.days, 0);
  EXPECT_FALSE(r.late);
}
// The correction of 12 March does not do, and another one is asked for on the same day: the applicant owes
// that one still.
TEST(Clock, StandsStillForACorrectionAskedAgainOnTheDayOneCame) {
  ClockEvents events;
  events.corrections_asked = days({"2024-03-06", "2024-03-12"});
  events.corrections_received = days({"2024-03-12"});
  const ClockReading r = reading("2024-03-04", events, "2024-05-20");
  EXPECT_EQ(r.state, ClockState::awaits_correction);
  EXPECT_EQ(r.days, 0);
  EXPECT_EQ(r.faults, Faults{ClockFault::correction_again});
  // Answered on Friday 15: 18–22 = 5, 25–29 = 10, 1–3 April = 13, 7 = 14, 8–12 = 19, 15 = 20.
  events.corrections_received = days({"2024-03-12", "2024-03-15"});
  EXPECT_EQ(deadline("2024-03-04", events, "2024-05-20"), "2024-04-15");
}
// Correction asked on 6 March, fee on 8, corrected on 13: the fee is owed still.
TEST(Clock, StandsStillForTheFeeAfterTheCorrectionCame) {
  ClockEvents events;
  events.corrections_asked = days({"2024-03-06"});
  events.fee_asked = day("2024-03-08");
  events.corrections_received = days({"2024-03-13"});
  EXPECT_EQ(reading("2024-03-04", events, "2024-12-31").state, ClockState::awaits_payment);
}

TEST(Clock, StandsStillSinceTheFirstThingAwaited) {
  ClockEvents events;
  events.corrections_asked = days({"2024-03-06"});
  events.fee_asked = day("2024-03-08");
  const ClockReading r = reading("2024-03-04", events, "2024-12-31");
  EXPECT_EQ(r.state, ClockState::awaits_correction);
  EXPECT_EQ(r.days, 2);
}
// 1 April = 20, 2, 3 = 22, 7 = 23, 8–26 = 38, 28–30 = 41, 6–11 May = 47, 13–31 = 62, 3–7 June = 67, 11–14 =
// 71, 17–28 = 81.
TEST(Clock, TakesTheAgreedDateForTheLimit) {
  ClockEvents events;
  events.agreed_deadline = day("2024-06-28");
  EXPECT_EQ(read("2024-03-04", events, "2024-06-28"), (Read{"2024-06-28", 81, false, 0}));
  EXPECT_EQ(read("2024-03-04", events, "2024-07-01"), (Read{"2024-06-28", 82, true, 1}));
}

// An agreed date only lengthens (第三十五条: 合理的延期).
TEST(Clock, KeepsTheLimitBehindAnEarlierAgreedDate) {
  ClockEvents events;
  events.agreed_deadline = day("2024-03-15");
  EXPECT_EQ(read("2024-03-04", events, "2024-03-20"), (Read{"2024-04-01", 12, false, 0}));
}
// Friday 4 October 2024 lies in 国庆: the last day is Tuesday 8.
TEST(Clock, MovesAnAgreedDateOnARestDayToTheWorkingDayBehind) {
  ClockEvents events;
  events.agreed_deadline = day("2024-10-04");
  EXPECT_EQ(reading("2024-03-04", events, "2024-10-08").late, false);
  EXPECT_EQ(reading("2024-03-04", events, "2024-10-09").late_days, 1);
}

}  // namespace
}  // namespace nianbao
